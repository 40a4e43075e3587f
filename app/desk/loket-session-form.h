/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a counsellor fills in during an appointment: texts as they were typed. "now" is an argument. */

#pragma once

#include "loket-form.h"

G_BEGIN_DECLS

#define LOKET_SESSION_FORM "session"

/* The names of the texts. */
#define LOKET_SESSION_FORM_CLIENT      "client"         /* the id of the client */
#define LOKET_SESSION_FORM_TRAJECTORY  "trajectory"     /* an id; none: one is opened */
#define LOKET_SESSION_FORM_PLANNED     "planned"        /* the id of the planned session; none: a new one */
#define LOKET_SESSION_FORM_COUNSELLOR  "counsellor"     /* an id */
#define LOKET_SESSION_FORM_NO_CONTACT  "no_contact"     /* "1" when the client objects to contact */
#define LOKET_SESSION_FORM_DATE        "date"           /* typed */
#define LOKET_SESSION_FORM_START       "start"          /* typed */
#define LOKET_SESSION_FORM_END         "end"            /* typed; none: it is going on */
#define LOKET_SESSION_FORM_CHANNEL     "channel"        /* a code */
#define LOKET_SESSION_FORM_STATE       "state"          /* held, no_show, cancelled or not_reached */
#define LOKET_SESSION_FORM_QUESTIONS   "questions"      /* codes */
#define LOKET_SESSION_FORM_OUTCOMES    "outcomes"       /* "question=outcome;..." */
#define LOKET_SESSION_FORM_NOTE_CLIENT "note_client"
#define LOKET_SESSION_FORM_NOTE_INTERNAL "note_internal"
#define LOKET_SESSION_FORM_ASSESSMENTS "assessments"    /* codes */
#define LOKET_SESSION_FORM_NEXT_DATE   "next_date"      /* typed */
#define LOKET_SESSION_FORM_NEXT_TIME   "next_time"      /* typed */
#define LOKET_SESSION_FORM_NEXT_CHANNEL "next_channel"  /* a code; none: that of this session */
#define LOKET_SESSION_FORM_DONE        "done"           /* ids of contacts and promises */
#define LOKET_SESSION_FORM_FOCUS       "focus"          /* the name of the text with the cursor */
#define LOKET_SESSION_FORM_CURSOR      "cursor"         /* where it stands in that text, in characters */

#define LOKET_SESSION_NOT_REACHED "not_reached"

/**
 * LoketFormPromise:
 * @kind: a code of the list "promise_kind"
 * @due_on: typed
 * @text: what was promised
 *
 * A promise of the counsellor in a form.
 */
typedef struct
{
  const char *kind;
  const char *due_on;
  const char *text;
} LoketFormPromise;

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
guint             loket_session_form_get_n_promises (const LoketForm        *form);
LoketFormPromise  loket_session_form_get_promise    (const LoketForm        *form,
                                                     guint                   position);
void              loket_session_form_set_promise    (LoketForm              *form,
                                                     guint                   position,
                                                     const LoketFormPromise *promise);
void              loket_session_form_remove_promise (LoketForm              *form,
                                                     guint                   position);

G_END_DECLS
