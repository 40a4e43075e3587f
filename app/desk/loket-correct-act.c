/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saves a record that was changed, and what follows from the change. */

#include "loketten-config.h"

#include "loket-correct-act.h"

#include "loket-assessment.h"
#include "loket-assessment-stage.h"
#include "loket-attempt.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an act needs to know, as it was when it was asked for. */
typedef struct
{
  LoketDraft *draft;
  char *counsellor_id;  /* (nullable): who works at the desk */
  char *channel;        /* (nullable) */
  char *note;           /* (nullable) */
} Request;

static void
free_request (Request *request)
{
  loket_draft_free (request->draft);
  g_free (request->counsellor_id);
  g_free (request->channel);
  g_free (request->note);
  g_free (request);
}

static gboolean
is_changed (const LoketDraft *draft,
            guint             field)
{
  LoketRecord *record = loket_draft_get_record (draft);

  return record == NULL || loket_draft_differs_from (draft, record, field);
}

/* Questions that were not brought have no outcome. */
static void
drop_outcomes (LoketDraft *session)
{
  const char *text = loket_draft_get_text (session, LOKET_SESSION_QUESTION_OUTCOMES);
  const char *brought_text = loket_draft_get_text (session, LOKET_SESSION_QUESTIONS_BROUGHT);
  g_auto (GStrv) outcomes = g_strsplit (text, ";", -1);
  g_auto (GStrv) brought = g_strsplit (brought_text, ";", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; outcomes[i] != NULL; i++)
    {
      g_autofree char *question = g_strndup (outcomes[i], strcspn (outcomes[i], "="));

      if (*question != '\0' && g_strv_contains ((const char *const *) brought, question))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? ";" : "", outcomes[i]);
    }
  loket_draft_set_value (session, LOKET_SESSION_QUESTION_OUTCOMES, kept->str);
}

/* The end follows from the start and the minutes; what was held has begun. */
static gboolean
complete_session (LoketAct    *act,
                  LoketDraft  *session,
                  GError     **error)
{
  const char *starts_at = loket_draft_get_text (session, LOKET_SESSION_STARTS_AT);
  const char *minutes = loket_draft_get_value (session, LOKET_SESSION_MINUTES);
  LoketDateText end = { "" };

  drop_outcomes (session);
  if (!loket_moment_is_valid (starts_at))
    return TRUE;

  if (g_str_equal (loket_draft_get_text (session, LOKET_SESSION_STATE), "held")
      && strncmp (starts_at, loket_act_get_checks (act)->today, LOKET_DATE_LENGTH) > 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: %s",
                   loket_kind_get_field_title (&loket_session_kind, LOKET_SESSION_STARTS_AT),
                   _("a session that was held cannot start in the future"));
      return FALSE;
    }

  if (is_changed (session, LOKET_SESSION_STARTS_AT) || is_changed (session, LOKET_SESSION_MINUTES))
    {
      if (minutes != NULL && strlen (minutes) <= 4)
        end = loket_moment_add_minutes (starts_at, (int) g_ascii_strtoll (minutes, NULL, 10));
      loket_draft_set_value (session, LOKET_SESSION_ENDED_AT, end.text);
    }

  return TRUE;
}

/* The contacts about a test, while they are brought in line with it. */
typedef struct
{
  LoketAct *act;
  const Request *request;
  LoketRecord *trajectory;
  gboolean is_alone;       /* no other test of the trajectory is under way */
  gboolean was_discussed;  /* before this act */
  const char *wanted;      /* (nullable): the kind of contact that is due now */
  LoketDateText due;
  gboolean has_wanted;
  gboolean has_talk;       /* a contact says how it was discussed */
} Settling;

static LoketDraft *
create_contact (Settling   *settling,
                const char *kind,
                const char *due_on,
                const char *counsellor_id)
{
  LoketDraft *contact = loket_draft_new (&loket_contact_kind);

  loket_draft_set_value (contact, LOKET_CONTACT_TRAJECTORY_NO,
                         loket_record_get_id (settling->trajectory));
  loket_draft_set_value (contact, LOKET_CONTACT_CAUSE,
                         loket_draft_get_id (settling->request->draft));
  loket_draft_set_value (contact, LOKET_CONTACT_KIND, kind);
  loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, due_on);
  loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR, counsellor_id);

  return contact;
}

/* The client was spoken to: that is a contact, with its day, its channel and its note. */
static gboolean
note_talk (Settling    *settling,
           LoketDraft  *contact,
           GError     **error)
{
  const Request *request = settling->request;

  loket_draft_set_value (contact, LOKET_CONTACT_DONE_ON,
                         loket_draft_get_value (request->draft, LOKET_ASSESSMENT_DISCUSSED_ON));
  loket_draft_set_value (contact, LOKET_CONTACT_OUTCOME, "reached");
  loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR, request->counsellor_id);
  if (request->channel != NULL)
    loket_draft_set_value (contact, LOKET_CONTACT_CHANNEL, request->channel);
  if (request->note != NULL)
    loket_draft_set_value (contact, LOKET_CONTACT_NOTE, request->note);
  settling->has_talk = TRUE;

  return loket_act_save (settling->act, contact, error);
}

static gboolean
is_about (Settling    *settling,
          LoketRecord *contact)
{
  static const char *const kinds[] = {
    "assessment_pending", "assessment_result", "assessment_debrief", NULL
  };
  const char *cause = loket_record_get_value (contact, LOKET_CONTACT_CAUSE);

  if (!g_strv_contains (kinds, loket_record_get_text (contact, LOKET_CONTACT_KIND)))
    return FALSE;

  /* One that came from a file does not say about which test it is. */
  return cause != NULL ? g_str_equal (cause, loket_draft_get_id (settling->request->draft))
                       : settling->is_alone;
}

static gboolean
settle_contact (Settling     *settling,
                LoketRecord  *record,
                GError      **error)
{
  const char *kind = loket_record_get_text (record, LOKET_CONTACT_KIND);
  const char *outcome = loket_record_get_text (record, LOKET_CONTACT_OUTCOME);
  gboolean is_wanted = g_strcmp0 (kind, settling->wanted) == 0;
  g_autoptr (LoketDraft) contact = NULL;

  if (loket_record_get_value (record, LOKET_CONTACT_OPEN_ON) == NULL)
    {
      settling->has_wanted |= is_wanted && !g_str_equal (outcome, "cancelled");
      return TRUE;
    }

  contact = loket_draft_new_from_record (record);
  if (is_wanted)
    {
      settling->has_wanted = TRUE;
      loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, settling->due.text);
      return loket_act_save (settling->act, contact, error);
    }
  if (settling->wanted == NULL && g_str_equal (kind, "assessment_debrief")
      && loket_draft_get_value (settling->request->draft, LOKET_ASSESSMENT_DISCUSSED_ON) != NULL)
    return note_talk (settling, contact, error);

  return loket_step_end_contact (settling->act, contact, "cancelled", error);
}

static gboolean
count_others (Settling  *settling,
              GError   **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (settling->act),
                                                    &loket_assessment_kind);
  const char *id = loket_draft_get_id (settling->request->draft);
  g_autoptr (GPtrArray) tests = NULL;

  tests = loket_record_table_load_where (table, LOKET_ASSESSMENT_TRAJECTORY_NO,
                                         loket_record_get_id (settling->trajectory), error);
  if (tests == NULL)
    return FALSE;

  settling->is_alone = TRUE;
  for (guint i = 0; i < tests->len; i++)
    {
      if (!g_str_equal (loket_record_get_id (tests->pdata[i]), id)
          && loket_record_get_value (tests->pdata[i], LOKET_ASSESSMENT_DISCUSSED_ON) == NULL)
        settling->is_alone = FALSE;
    }

  return TRUE;
}

static gboolean
add_missing_contact (Settling  *settling,
                     GError   **error)
{
  LoketRecordTable *clients = loket_record_table_get (loket_act_get_database (settling->act),
                                                      &loket_client_kind);
  const char *client_id = loket_record_get_text (settling->trajectory, LOKET_TRAJECTORY_CLIENT_NO);
  const char *discussed_on = loket_draft_get_value (settling->request->draft,
                                                    LOKET_ASSESSMENT_DISCUSSED_ON);
  const char *owner = loket_record_get_value (settling->trajectory, LOKET_TRAJECTORY_COUNSELLOR);
  g_autoptr (LoketRecord) client = NULL;
  g_autoptr (LoketDraft) contact = NULL;

  if (discussed_on != NULL && !settling->was_discussed && !settling->has_talk)
    {
      contact = create_contact (settling, "assessment_debrief", discussed_on, NULL);
      return note_talk (settling, contact, error);
    }
  if (settling->wanted == NULL || settling->has_wanted
      || loket_record_get_value (settling->trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL)
    return TRUE;

  client = loket_record_table_load (clients, client_id, error);
  if (client == NULL)
    return FALSE;
  if (loket_record_get_flag (client, LOKET_CLIENT_NO_CONTACT))
    return TRUE;

  contact = create_contact (settling, settling->wanted, settling->due.text,
                            owner != NULL ? owner : settling->request->counsellor_id);

  return loket_act_save (settling->act, contact, error);
}

/* The contact of the former stage ends, and that of the next one is planned. */
static gboolean
settle_contacts (LoketAct       *act,
                 const Request  *request,
                 gboolean        was_discussed,
                 GError        **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  const char *trajectory_id = loket_draft_get_text (request->draft,
                                                    LOKET_ASSESSMENT_TRAJECTORY_NO);
  g_autoptr (LoketRecord) trajectory = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  Settling settling = { .act = act, .request = request, .was_discussed = was_discussed };

  trajectory = loket_record_table_load (loket_record_table_get (database, &loket_trajectory_kind),
                                        trajectory_id, error);
  contacts = loket_record_table_load_where (loket_record_table_get (database, &loket_contact_kind),
                                            LOKET_CONTACT_TRAJECTORY_NO, trajectory_id, error);
  settling.trajectory = trajectory;
  if (trajectory == NULL || contacts == NULL || !count_others (&settling, error))
    return FALSE;

  settling.due = loket_assessment_stage_get_due (
    loket_act_get_rules (act), loket_record_get_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR),
    request->draft, &settling.wanted);
  for (guint i = 0; i < contacts->len; i++)
    {
      if (is_about (&settling, contacts->pdata[i])
          && !settle_contact (&settling, contacts->pdata[i], error))
        return FALSE;
    }

  return add_missing_contact (&settling, error);
}

static gboolean
correct (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Request *request = input;
  LoketDraft *draft = request->draft;
  const LoketKind *kind = loket_draft_get_kind (draft);
  LoketRecord *before = loket_draft_get_record (draft);
  gboolean was_discussed = kind == &loket_assessment_kind && before != NULL
                           && loket_record_get_value (before,
                                                      LOKET_ASSESSMENT_DISCUSSED_ON) != NULL;
  gboolean is_moved = kind == &loket_promise_kind && before != NULL
                      && is_changed (draft, LOKET_PROMISE_DUE_ON);

  if (!loket_step_check_is_open (act, draft, error))
    return FALSE;
  if (kind == &loket_session_kind && !complete_session (act, draft, error))
    return FALSE;
  if (is_moved)
    return loket_step_move_promise (act, draft, error);
  if (!loket_act_save (act, draft, error))
    return FALSE;

  return kind != &loket_assessment_kind || settle_contacts (act, request, was_discussed, error);
}

/**
 * loket_desk_correct_async:
 * @name: what is done: "session.correct"
 * @draft: a draft of any kind, which is copied
 * @talk: (nullable): how the result of a test was discussed
 *
 * Saves a record and what follows from it: the end of a session, the day on which somebody is
 * called back, and for a test the contact that belongs to its stage, in place of the former one.
 * Finish with loket_desk_act_finish (); %LOKET_ERROR_INVALID names the field, and
 * %LOKET_ERROR_CONFLICT says that the trajectory is closed: of such a one only after-care changes.
 */
void
loket_desk_correct_async (LoketDesk           *desk,
                          const char          *name,
                          const LoketDraft    *draft,
                          const LoketTalk     *talk,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->draft = loket_draft_copy (draft);
  request->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  if (talk != NULL)
    {
      request->channel = g_strdup (talk->channel);
      request->note = g_strdup (talk->note);
    }
  loket_desk_act_async (desk, name, correct, request, (GDestroyNotify) free_request, cancellable,
                        callback, user_data);
}

typedef struct
{
  char *trajectory_id;
  char *record_id;
  gboolean is_pinned;
} Pin;

static void
free_pin (Pin *pin)
{
  g_free (pin->trajectory_id);
  g_free (pin->record_id);
  g_free (pin);
}

static gboolean
set_pin (LoketAct  *act,
         gpointer   input,
         GError   **error)
{
  const Pin *pin = input;
  g_autoptr (LoketDraft) trajectory = loket_step_load (act, &loket_trajectory_kind,
                                                       pin->trajectory_id, error);

  if (trajectory == NULL || !loket_step_check_is_open (act, trajectory, error))
    return FALSE;

  loket_trajectory_set_pinned (trajectory, pin->record_id, pin->is_pinned);

  return loket_act_save (act, trajectory, error);
}

/**
 * loket_desk_pin_async:
 * @trajectory_id: the id of a trajectory
 * @record_id: the id of something that happened in it
 * @is_pinned: whether it is a milestone from now on
 *
 * Pins a milestone, or lets go of it; finish with loket_desk_act_finish (). %LOKET_ERROR_CONFLICT
 * says that the trajectory is closed.
 */
void
loket_desk_pin_async (LoketDesk           *desk,
                      const char          *trajectory_id,
                      const char          *record_id,
                      gboolean             is_pinned,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Pin *pin = g_new0 (Pin, 1);

  pin->trajectory_id = g_strdup (trajectory_id);
  pin->record_id = g_strdup (record_id);
  pin->is_pinned = is_pinned;
  loket_desk_act_async (desk, is_pinned ? "trajectory.pin" : "trajectory.unpin", set_pin, pin,
                        (GDestroyNotify) free_pin, cancellable, callback, user_data);
}
