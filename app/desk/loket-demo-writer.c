/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns what was made up into drafts and saves them. Numbers are given here, so that the store need
 * not look for the next one. */

#include "loket-demo-writer.h"

#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-counsellor.h"
#include "loket-office.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-session.h"
#include "loket-trajectory.h"

struct _LoketDemoWriter
{
  LoketAct *act;               /* borrowed */
  LoketDemoWorld *world;       /* borrowed */
  LoketDemoCalendar *calendar; /* borrowed: the world's */
  GPtrArray *counsellors;      /* (owned): ids */
  char *client_id;             /* (owned) (nullable) */
  char *trajectory_id;         /* (owned) (nullable) */
  GHashTable *numbers;         /* kind -> the last number given */
};

LoketDemoWriter *
loket_demo_writer_new (LoketAct       *act,
                       LoketDemoWorld *world)
{
  LoketDemoWriter *self = g_new0 (LoketDemoWriter, 1);

  self->act = act;
  self->world = world;
  self->calendar = world->calendar;
  self->counsellors = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (NULL, NULL);

  return self;
}

void
loket_demo_writer_free (LoketDemoWriter *self)
{
  g_ptr_array_unref (self->counsellors);
  g_free (self->client_id);
  g_free (self->trajectory_id);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/* A draft with the next number of its kind. */
static LoketDraft *
create_draft (LoketDemoWriter *self,
              const LoketKind *kind)
{
  LoketDraft *draft = loket_draft_new (kind);
  int field = loket_kind_get_number_field (kind);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, kind)) + 1;
  char text[32];

  if (field >= 0)
    {
      g_snprintf (text, sizeof text, "%s%07u", kind->prefix, number);
      loket_draft_set_value (draft, (guint) field, text);
      g_hash_table_insert (self->numbers, (gpointer) kind, GUINT_TO_POINTER (number));
    }

  return draft;
}

static void
set_day (LoketDemoWriter *self,
         LoketDraft      *draft,
         guint            field,
         int              day)
{
  loket_draft_set_value (draft, field, loket_demo_calendar_get_date (self->calendar, day));
}

static void
set_moment (LoketDemoWriter *self,
            LoketDraft      *draft,
            guint            field,
            int              day,
            int              minute)
{
  LoketDateText moment = loket_demo_calendar_get_moment (self->calendar, day, minute);

  loket_draft_set_value (draft, field, moment.text);
}

static void
set_counsellor (LoketDemoWriter *self,
                LoketDraft      *draft,
                guint            field,
                int              counsellor)
{
  if (counsellor != LOKET_DEMO_NOBODY)
    loket_draft_set_value (draft, field, g_ptr_array_index (self->counsellors, (guint) counsellor));
}

/* A draft of the record with @number: an office may have been set up before. */
static LoketDraft *
find_draft (LoketDemoWriter  *self,
            const LoketKind  *kind,
            const char       *number,
            GError          **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (self->act), kind);
  g_autoptr (LoketRecord) record = NULL;
  LoketDraft *draft;

  if (!loket_record_table_find (table, number, &record, error))
    return NULL;
  if (record != NULL)
    return loket_draft_new_from_record (record);

  draft = loket_draft_new (kind);
  loket_draft_set_value (draft, (guint) loket_kind_get_number_field (kind), number);

  return draft;
}

static gboolean
save_counsellor (LoketDemoWriter  *self,
                 const char       *code,
                 const char       *office_id,
                 GError          **error)
{
  LoketDemoWords *words = self->world->office;
  g_autoptr (LoketDraft) draft = find_draft (self, &loket_counsellor_kind, code, error);

  if (draft == NULL)
    return FALSE;

  loket_draft_set_value (draft, LOKET_COUNSELLOR_NAME,
                         loket_demo_words_get_first (words, code, "name"));
  loket_draft_set_value (draft, LOKET_COUNSELLOR_ROLE,
                         loket_demo_words_get_first (words, code, "role"));
  loket_draft_set_value (draft, LOKET_COUNSELLOR_OFFICE, office_id);
  loket_draft_set_flag (draft, LOKET_COUNSELLOR_ACTIVE, TRUE);
  if (!loket_act_save (self->act, draft, error))
    return FALSE;

  g_ptr_array_add (self->counsellors, g_strdup (loket_draft_get_id (draft)));

  return TRUE;
}

/**
 * loket_demo_writer_save_office:
 *
 * Returns: whether the office and its counsellors are in the store
 */
gboolean
loket_demo_writer_save_office (LoketDemoWriter  *self,
                               GError          **error)
{
  LoketDemoWords *words = self->world->office;
  const char *const *codes = loket_demo_words_get (words, "office", "counsellors", NULL);
  g_autoptr (LoketDraft) office = NULL;

  office = find_draft (self, &loket_office_kind,
                       loket_demo_words_get_first (words, "office", "name"), error);
  if (office == NULL || !loket_act_save (self->act, office, error))
    return FALSE;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!save_counsellor (self, codes[i], loket_draft_get_id (office), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_demo_writer_save_client:
 * @person: a client, whose courses are saved next
 *
 * Returns: whether the client is in the store
 */
gboolean
loket_demo_writer_save_client (LoketDemoWriter        *self,
                               const LoketDemoPerson  *person,
                               GError                **error)
{
  const struct { guint field; const char *value; } values[] = {
    { LOKET_CLIENT_FAMILY_NAME, person->family_name },
    { LOKET_CLIENT_GIVEN_NAME, person->given_name },
    { LOKET_CLIENT_PREFIX, person->prefix },
    { LOKET_CLIENT_GENDER, person->gender },
    { LOKET_CLIENT_EMAIL, person->email },
    { LOKET_CLIENT_PHONE, person->phone },
    { LOKET_CLIENT_POSTCODE, person->postcode },
    { LOKET_CLIENT_CITY, person->city },
    { LOKET_CLIENT_EDUCATION, person->education },
    { LOKET_CLIENT_SITUATION, person->situation },
    { LOKET_CLIENT_HEARD_VIA, person->heard_via },
    { LOKET_CLIENT_LANGUAGE, person->language },
  };
  g_autoptr (LoketDraft) draft = create_draft (self, &loket_client_kind);
  LoketDateText birth_date = loket_date_from_day (person->birth_day);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    loket_draft_set_value (draft, values[i].field, values[i].value);
  loket_draft_set_value (draft, LOKET_CLIENT_BIRTH_DATE, birth_date.text);
  set_day (self, draft, LOKET_CLIENT_REGISTERED_ON, person->registered);
  loket_draft_set_flag (draft, LOKET_CLIENT_NO_CONTACT, person->no_contact);
  loket_draft_set_flag (draft, LOKET_CLIENT_NO_SURVEY, person->no_survey);

  if (!loket_act_save (self->act, draft, error))
    return FALSE;

  g_free (self->client_id);
  self->client_id = g_strdup (loket_draft_get_id (draft));

  return TRUE;
}

static gboolean
save_trajectory (LoketDemoWriter        *self,
                 const LoketDemoCourse  *course,
                 GError                **error)
{
  g_autoptr (LoketDraft) draft = create_draft (self, &loket_trajectory_kind);

  loket_draft_set_value (draft, LOKET_TRAJECTORY_CLIENT_NO, self->client_id);
  set_day (self, draft, LOKET_TRAJECTORY_OPENED_ON, course->opened);
  set_counsellor (self, draft, LOKET_TRAJECTORY_COUNSELLOR, course->counsellor);
  set_day (self, draft, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, course->responded);
  loket_draft_set_value (draft, LOKET_TRAJECTORY_SITUATION, course->situation);
  loket_draft_set_value (draft, LOKET_TRAJECTORY_QUESTIONS_BROUGHT, course->questions);
  set_day (self, draft, LOKET_TRAJECTORY_CLOSED_ON, course->closed);
  loket_draft_set_value (draft, LOKET_TRAJECTORY_AFTERCARE, course->aftercare);
  loket_draft_set_value (draft, LOKET_TRAJECTORY_OUTCOME, course->outcome);
  if (!loket_act_save (self->act, draft, error))
    return FALSE;

  g_free (self->trajectory_id);
  self->trajectory_id = g_strdup (loket_draft_get_id (draft));

  return TRUE;
}

static gboolean
save_session (LoketDemoWriter         *self,
              const LoketDemoSession  *session,
              int                      counsellor,
              GError                 **error)
{
  g_autoptr (LoketDraft) draft = create_draft (self, &loket_session_kind);

  loket_draft_set_value (draft, LOKET_SESSION_TRAJECTORY_NO, self->trajectory_id);
  set_moment (self, draft, LOKET_SESSION_STARTS_AT, session->day, session->minute);
  set_counsellor (self, draft, LOKET_SESSION_COUNSELLOR, counsellor);
  loket_draft_set_value (draft, LOKET_SESSION_CHANNEL, session->channel);
  loket_draft_set_value (draft, LOKET_SESSION_STATE, session->state);
  if (session->minutes > 0)
    {
      set_moment (self, draft, LOKET_SESSION_ENDED_AT, session->day,
                  session->minute + session->minutes);
      loket_draft_set_integer (draft, LOKET_SESSION_MINUTES, session->minutes);
      loket_draft_set_value (draft, LOKET_SESSION_QUESTIONS_BROUGHT, session->questions);
    }
  loket_draft_set_value (draft, LOKET_SESSION_NOTE_CLIENT, session->note_client);
  loket_draft_set_value (draft, LOKET_SESSION_NOTE_INTERNAL, session->note_internal);

  return loket_act_save (self->act, draft, error);
}

static gboolean
save_assessment (LoketDemoWriter            *self,
                 const LoketDemoAssessment  *assessment,
                 GError                    **error)
{
  g_autoptr (LoketDraft) draft = create_draft (self, &loket_assessment_kind);

  loket_draft_set_value (draft, LOKET_ASSESSMENT_TRAJECTORY_NO, self->trajectory_id);
  loket_draft_set_value (draft, LOKET_ASSESSMENT_KIND, assessment->kind);
  set_day (self, draft, LOKET_ASSESSMENT_REQUESTED_ON, assessment->requested);
  set_day (self, draft, LOKET_ASSESSMENT_INVITED_ON, assessment->invited);
  set_day (self, draft, LOKET_ASSESSMENT_TAKEN_ON, assessment->taken);
  set_day (self, draft, LOKET_ASSESSMENT_RESULT_ON, assessment->result);
  set_day (self, draft, LOKET_ASSESSMENT_DISCUSSED_ON, assessment->discussed);

  return loket_act_save (self->act, draft, error);
}

static gboolean
save_promise (LoketDemoWriter         *self,
              const LoketDemoPromise  *promise,
              GError                 **error)
{
  g_autoptr (LoketDraft) draft = create_draft (self, &loket_promise_kind);

  loket_draft_set_value (draft, LOKET_PROMISE_TRAJECTORY_NO, self->trajectory_id);
  loket_draft_set_value (draft, LOKET_PROMISE_BY, promise->by);
  loket_draft_set_value (draft, LOKET_PROMISE_KIND, promise->kind);
  loket_draft_set_value (draft, LOKET_PROMISE_TEXT, promise->text);
  set_day (self, draft, LOKET_PROMISE_MADE_ON, promise->made);
  set_day (self, draft, LOKET_PROMISE_DUE_ON, promise->due);
  set_day (self, draft, LOKET_PROMISE_DONE_ON, promise->done);
  loket_draft_set_value (draft, LOKET_PROMISE_OUTCOME, promise->outcome);

  return loket_act_save (self->act, draft, error);
}

static gboolean
save_attempts (LoketDemoWriter         *self,
               const LoketDemoContact  *contact,
               const char              *contact_id,
               int                      counsellor,
               GError                 **error)
{
  for (guint i = 0; i < contact->n_attempts; i++)
    {
      g_autoptr (LoketDraft) draft = create_draft (self, &loket_attempt_kind);
      const LoketDemoAttempt *attempt = &contact->attempts[i];

      loket_draft_set_value (draft, LOKET_ATTEMPT_CONTACT_NO, contact_id);
      set_moment (self, draft, LOKET_ATTEMPT_AT, attempt->day, attempt->minute);
      set_counsellor (self, draft, LOKET_ATTEMPT_COUNSELLOR, counsellor);
      loket_draft_set_value (draft, LOKET_ATTEMPT_CHANNEL, "phone");
      loket_draft_set_value (draft, LOKET_ATTEMPT_OUTCOME, "not_reached");
      loket_draft_set_value (draft, LOKET_ATTEMPT_NOTE, attempt->note);
      if (!loket_act_save (self->act, draft, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_contact (LoketDemoWriter         *self,
              const LoketDemoContact  *contact,
              int                      counsellor,
              GError                 **error)
{
  g_autoptr (LoketDraft) draft = create_draft (self, &loket_contact_kind);

  loket_draft_set_value (draft, LOKET_CONTACT_TRAJECTORY_NO, self->trajectory_id);
  loket_draft_set_value (draft, LOKET_CONTACT_KIND, contact->kind);
  set_day (self, draft, LOKET_CONTACT_DUE_ON, contact->due);
  set_day (self, draft, LOKET_CONTACT_PLANNED_ON, contact->planned);
  set_counsellor (self, draft, LOKET_CONTACT_COUNSELLOR, counsellor);
  loket_draft_set_integer (draft, LOKET_CONTACT_ATTEMPTS, (int) contact->n_attempts);
  if (contact->snoozed != 0)
    set_moment (self, draft, LOKET_CONTACT_SNOOZED_UNTIL, contact->snoozed,
                contact->snoozed_minute);
  set_day (self, draft, LOKET_CONTACT_DONE_ON, contact->done);
  loket_draft_set_value (draft, LOKET_CONTACT_OUTCOME, contact->outcome);
  if (contact->n_attempts > 0 || contact->outcome != NULL)
    loket_draft_set_value (draft, LOKET_CONTACT_CHANNEL, "phone");
  loket_draft_set_value (draft, LOKET_CONTACT_NOTE, contact->note);

  return loket_act_save (self->act, draft, error)
         && save_attempts (self, contact, loket_draft_get_id (draft), counsellor, error);
}

/**
 * loket_demo_writer_save_course:
 * @course: a trajectory of the client who was saved last
 *
 * Returns: whether the trajectory and all that happened in it are in the store
 */
gboolean
loket_demo_writer_save_course (LoketDemoWriter        *self,
                               const LoketDemoCourse  *course,
                               GError                **error)
{
  if (!save_trajectory (self, course, error))
    return FALSE;

  for (guint i = 0; i < course->n_sessions; i++)
    {
      if (!save_session (self, &course->sessions[i], course->counsellor, error))
        return FALSE;
    }
  for (guint i = 0; i < course->n_assessments; i++)
    {
      if (!save_assessment (self, &course->assessments[i], error))
        return FALSE;
    }
  for (guint i = 0; i < course->n_promises; i++)
    {
      if (!save_promise (self, &course->promises[i], error))
        return FALSE;
    }
  for (guint i = 0; i < course->n_contacts; i++)
    {
      if (!save_contact (self, &course->contacts[i], course->counsellor, error))
        return FALSE;
    }

  return TRUE;
}

/* (transfer none) (nullable): the id of the trajectory that was saved last. */
const char *
loket_demo_writer_get_trajectory_id (LoketDemoWriter *self)
{
  return self->trajectory_id;
}
