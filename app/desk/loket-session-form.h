/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a counsellor fills in during an appointment: texts as they were typed. */

#pragma once

#include "loket-form.h"
#include "loket-session.h"

G_BEGIN_DECLS

#define LOKET_SESSION_FORM "session"

/* The names of the texts.
 *
 * CLIENT, TRAJECTORY, PLANNED and COUNSELLOR are ids: without a trajectory one is opened, without
 * a planned session a new one is made; PLANNED_AT is the time for which that was planned. DATE,
 * START, END, NEXT_DATE and NEXT_TIME are as they were typed; without an end the session goes on.
 * CHANNEL, STATE, QUESTIONS, ASSESSMENTS and NEXT_CHANNEL are codes, several joined by ';'.
 * OUTCOMES is as the session keeps it. DONE are ids of contacts and promises that are over.
 * RECORDED is the id of the session when the form was saved before and goes on; PROMISED are the
 * texts of the promises that were recorded with it, a line each, and the names that begin with WAS
 * are the session's fields as they are in the store.
 * NO_CONTACT is "1" for a client who objects to contact. FOCUS is the name of the text with the
 * cursor, CURSOR its place there in characters. */
#define LOKET_SESSION_FORM_CLIENT        "client"
#define LOKET_SESSION_FORM_TRAJECTORY    "trajectory"
#define LOKET_SESSION_FORM_PLANNED       "planned"
#define LOKET_SESSION_FORM_PLANNED_AT    "planned_at"
#define LOKET_SESSION_FORM_COUNSELLOR    "counsellor"
#define LOKET_SESSION_FORM_NO_CONTACT    "no_contact"
#define LOKET_SESSION_FORM_DATE          "date"
#define LOKET_SESSION_FORM_START         "start"
#define LOKET_SESSION_FORM_END           "end"
#define LOKET_SESSION_FORM_CHANNEL       "channel"
#define LOKET_SESSION_FORM_STATE         "state"
#define LOKET_SESSION_FORM_QUESTIONS     "questions"
#define LOKET_SESSION_FORM_OUTCOMES      "outcomes"
#define LOKET_SESSION_FORM_NOTE_CLIENT   "note_client"
#define LOKET_SESSION_FORM_NOTE_INTERNAL "note_internal"
#define LOKET_SESSION_FORM_ASSESSMENTS   "assessments"
#define LOKET_SESSION_FORM_NEXT_DATE     "next_date"
#define LOKET_SESSION_FORM_NEXT_TIME     "next_time"
#define LOKET_SESSION_FORM_NEXT_CHANNEL  "next_channel"
#define LOKET_SESSION_FORM_DONE          "done"
#define LOKET_SESSION_FORM_RECORDED      "recorded"
#define LOKET_SESSION_FORM_PROMISED      "promised"
#define LOKET_SESSION_FORM_WAS           "was."
#define LOKET_SESSION_FORM_FOCUS         "focus"
#define LOKET_SESSION_FORM_CURSOR        "cursor"

/* A state of the form, beside those of a session. */
#define LOKET_SESSION_NOT_REACHED "not_reached"

/**
 * LoketFormPromise:
 * @kind: a code of the list "promise_kind"
 * @due_on: typed
 * @text: what was promised
 * @question: (nullable): the question to which it belongs, a code of the list "questions_brought"
 *
 * A promise of the counsellor in a form.
 */
typedef struct
{
  const char *kind;
  const char *due_on;
  const char *text;
  const char *question;
} LoketFormPromise;

/**
 * LoketFormMember:
 * @client_id: the id of a client
 * @name: what the client is called
 * @state: a state of a session: whether the client took part
 *
 * Another client in a session with a group.
 */
typedef struct
{
  const char *client_id;
  const char *name;
  const char *state;
} LoketFormMember;

LoketForm        *loket_session_form_new            (const char             *id,
                                                     const char             *client_id,
                                                     const char             *trajectory_id,
                                                     const char             *counsellor_id,
                                                     const char             *channel,
                                                     const char             *now);
gboolean          loket_session_form_has_code       (const LoketForm        *form,
                                                     const char             *name,
                                                     const char             *code);
void              loket_session_form_set_code       (LoketForm              *form,
                                                     const char             *name,
                                                     const char             *code,
                                                     gboolean                is_set);
char             *loket_session_form_dup_outcome    (const LoketForm        *form,
                                                     const char             *question);
void              loket_session_form_set_outcome    (LoketForm              *form,
                                                     const char             *question,
                                                     const char             *outcome);
int               loket_session_form_get_minutes    (const LoketForm        *form,
                                                     const char             *now);
gboolean          loket_session_form_propose_end    (LoketForm              *form,
                                                     int                     usual_minutes,
                                                     const char             *now);
guint             loket_session_form_get_n_promises (const LoketForm        *form);
LoketFormPromise  loket_session_form_get_promise    (const LoketForm        *form,
                                                     guint                   position);
void              loket_session_form_set_promise    (LoketForm              *form,
                                                     guint                   position,
                                                     const LoketFormPromise *promise);
gboolean          loket_session_form_has_promise    (const LoketForm        *form,
                                                     const char             *text);
void              loket_session_form_remove_promise (LoketForm              *form,
                                                     guint                   position);
guint             loket_session_form_get_n_members  (const LoketForm        *form);
LoketFormMember   loket_session_form_get_member     (const LoketForm        *form,
                                                     guint                   position);
void              loket_session_form_set_member     (LoketForm              *form,
                                                     guint                   position,
                                                     const LoketFormMember  *member);
gboolean          loket_session_form_has_member     (const LoketForm        *form,
                                                     const char             *client_id);
void              loket_session_form_remove_member  (LoketForm              *form,
                                                     guint                   position);
void              loket_session_form_begin_like     (LoketForm              *form,
                                                     LoketSession           *session);
LoketForm        *loket_session_form_go_on          (const LoketForm        *form,
                                                     const char             *id,
                                                     const char             *session_id);
void              loket_session_form_take_back      (LoketForm              *form,
                                                     const LoketForm        *next);

G_END_DECLS
