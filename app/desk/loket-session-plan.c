/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns the form of an appointment into the records that saving it will make. */

#include "loketten-config.h"

#include "loket-session-plan.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-date.h"
#include "loket-error.h"
#include "loket-follow-up.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-session-form.h"
#include "loket-typed-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The fields of a session and the texts that they come from. */
static const struct
{
  guint field;
  const char *name;
} session_fields[] = {
  { LOKET_SESSION_COUNSELLOR, LOKET_SESSION_FORM_COUNSELLOR },
  { LOKET_SESSION_CHANNEL, LOKET_SESSION_FORM_CHANNEL },
  { LOKET_SESSION_STATE, LOKET_SESSION_FORM_STATE },
  { LOKET_SESSION_QUESTIONS_BROUGHT, LOKET_SESSION_FORM_QUESTIONS },
  { LOKET_SESSION_QUESTION_OUTCOMES, LOKET_SESSION_FORM_OUTCOMES },
  { LOKET_SESSION_NOTE_CLIENT, LOKET_SESSION_FORM_NOTE_CLIENT },
  { LOKET_SESSION_NOTE_INTERNAL, LOKET_SESSION_FORM_NOTE_INTERNAL },
};

/* What is being worked out. */
typedef struct
{
  const LoketForm *form;
  const LoketChecks *checks;
  const LoketRules *rules;
  const char *now;
  const char **name;  /* of the text at fault */
  LoketSessionPlan *plan;
} Planning;

static void
free_contact (LoketPlannedContact *contact)
{
  loket_draft_free (contact->contact);
  g_free (contact);
}

void
loket_session_plan_free (LoketSessionPlan *plan)
{
  loket_draft_free (plan->session);
  loket_draft_free (plan->next);
  g_clear_pointer (&plan->assessments, g_ptr_array_unref);
  g_clear_pointer (&plan->promises, g_ptr_array_unref);
  g_clear_pointer (&plan->contacts, g_ptr_array_unref);
  g_strfreev (plan->done);
  g_free (plan);
}

static gboolean
refuse (Planning    *planning,
        const char  *name,
        const char  *sentence,
        GError     **error)
{
  *planning->name = name;
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, sentence);

  return FALSE;
}

/* Reads a date, which may lack its year, and a time, each from a text of its own. */
static gboolean
read_moment (Planning       *planning,
             const char     *date_name,
             const char     *time_name,
             LoketDateText  *moment,
             GError        **error)
{
  const char *typed = loket_form_get_text (planning->form, date_name);
  gboolean is_next = g_str_equal (date_name, LOKET_SESSION_FORM_NEXT_DATE);
  LoketDateText date = is_next ? loket_typed_day_parse (typed, planning->now)
                               : loket_date_parse_past (typed, planning->now);
  int minutes;

  if (*typed == '\0')
    return refuse (planning, date_name, _("Say on which day: day-month-year, or a weekday"), error);
  if (date.text[0] == '\0')
    return refuse (planning, date_name, _("This is not a date that exists (day-month-year)"),
                   error);
  if (!loket_time_parse_typed (loket_form_get_text (planning->form, time_name), &minutes))
    return refuse (planning, time_name, _("This is not a time of the day (hour:minutes)"), error);

  *moment = loket_moment_new (date.text, minutes);

  return TRUE;
}

static gboolean
plan_length (Planning             *planning,
             const LoketDateText  *start,
             GError              **error)
{
  LoketDraft *session = planning->plan->session;
  int minutes = loket_session_form_get_minutes (planning->form, planning->now);
  LoketDateText end;

  if (minutes < 0)
    return refuse (planning, LOKET_SESSION_FORM_END,
                   _("The end must be a time of the day after the start"), error);

  end = loket_moment_add_minutes (start->text, minutes);
  if (strcmp (end.text, planning->now) > 0)
    return refuse (planning, LOKET_SESSION_FORM_END,
                   _("The session cannot end in the future"), error);

  loket_draft_set_value (session, LOKET_SESSION_ENDED_AT, end.text);
  loket_draft_set_integer (session, LOKET_SESSION_MINUTES, minutes);

  return TRUE;
}

/* An attempt is not a session: it can stand for nothing that was recorded, and for nobody else. */
static gboolean
may_be_attempt (Planning  *planning,
                GError   **error)
{
  if (loket_session_form_get_n_members (planning->form) > 0)
    return refuse (planning, LOKET_SESSION_FORM_STATE,
                   _("Others take part in this session. Say of each who was there, or take them "
                     "out first"), error);
  if (loket_form_get_value (planning->form, LOKET_SESSION_FORM_RECORDED) != NULL)
    return refuse (planning, LOKET_SESSION_FORM_STATE,
                   _("This session was saved already. Undo that before you say that nobody was "
                     "reached"), error);

  return TRUE;
}

static gboolean
plan_session (Planning  *planning,
              GError   **error)
{
  LoketDraft *session = loket_draft_new (&loket_session_kind);
  const char *state = loket_form_get_text (planning->form, LOKET_SESSION_FORM_STATE);
  LoketDateText start;

  planning->plan->session = session;
  planning->plan->is_attempt = g_str_equal (state, LOKET_SESSION_NOT_REACHED);
  for (guint i = 0; i < G_N_ELEMENTS (session_fields); i++)
    loket_draft_set_value (session, session_fields[i].field,
                           loket_form_get_value (planning->form, session_fields[i].name));

  if (planning->plan->is_attempt && !may_be_attempt (planning, error))
    return FALSE;
  if (!read_moment (planning, LOKET_SESSION_FORM_DATE, LOKET_SESSION_FORM_START, &start, error))
    return FALSE;
  loket_draft_set_value (session, LOKET_SESSION_STARTS_AT, start.text);

  if (g_str_equal (state, "cancelled"))
    return TRUE;
  if (strcmp (start.text, planning->now) > 0)
    return refuse (planning, LOKET_SESSION_FORM_START,
                   _("The session cannot start in the future. Plan it as the next appointment"),
                   error);

  return !g_str_equal (state, "held") || plan_length (planning, &start, error);
}

static gboolean
may_contact (Planning *planning)
{
  return loket_form_get_value (planning->form, LOKET_SESSION_FORM_NO_CONTACT) == NULL;
}

static void
plan_contact (Planning   *planning,
              const char *kind,
              const char *due_on,
              LoketDraft *cause)
{
  LoketPlannedContact *planned;

  if (!may_contact (planning))
    return;

  planned = g_new0 (LoketPlannedContact, 1);
  planned->cause = cause;
  planned->contact = loket_draft_new (&loket_contact_kind);
  loket_draft_set_value (planned->contact, LOKET_CONTACT_KIND, kind);
  loket_draft_set_value (planned->contact, LOKET_CONTACT_DUE_ON, due_on);
  loket_draft_set_value (planned->contact, LOKET_CONTACT_COUNSELLOR,
                         loket_form_get_value (planning->form, LOKET_SESSION_FORM_COUNSELLOR));
  g_ptr_array_add (planning->plan->contacts, planned);
}

/* The day of the session: it may be recorded a day later. */
static LoketDateText
get_session_day (Planning *planning)
{
  return loket_date_add_days (loket_draft_get_text (planning->plan->session,
                                                    LOKET_SESSION_STARTS_AT), 0);
}

static void
plan_assessments (Planning *planning)
{
  const char *counsellor_id = loket_form_get_value (planning->form, LOKET_SESSION_FORM_COUNSELLOR);
  LoketDateText day = get_session_day (planning);
  g_auto (GStrv) kinds = g_strsplit (loket_form_get_text (planning->form,
                                                          LOKET_SESSION_FORM_ASSESSMENTS),
                                     ";", -1);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      LoketDraft *assessment = loket_draft_new (&loket_assessment_kind);

      loket_draft_set_value (assessment, LOKET_ASSESSMENT_KIND, kinds[i]);
      loket_draft_set_value (assessment, LOKET_ASSESSMENT_REQUESTED_ON, day.text);
      g_ptr_array_add (planning->plan->assessments, assessment);
      plan_contact (planning, "assessment_pending",
                    loket_rules_get_due (planning->rules, counsellor_id, LOKET_RULE_TAKE_TEST,
                                         day.text).text,
                    assessment);
    }
}

static gboolean
plan_promise (Planning               *planning,
              const LoketFormPromise *typed,
              GError                **error)
{
  LoketDraft *promise = loket_draft_new (&loket_promise_kind);
  LoketDateText day = get_session_day (planning);
  LoketDateText due_on = loket_typed_day_parse (typed->due_on, planning->checks->today);

  g_ptr_array_add (planning->plan->promises, promise);
  if (due_on.text[0] == '\0' || strcmp (due_on.text, planning->checks->today) < 0)
    return refuse (planning, "promise",
                   _("A promise needs a date from today on (day-month-year)"), error);

  loket_draft_set_value (promise, LOKET_PROMISE_BY, "counsellor");
  loket_draft_set_value (promise, LOKET_PROMISE_KIND, typed->kind);
  loket_draft_set_value (promise, LOKET_PROMISE_DUE_ON, due_on.text);
  loket_draft_set_value (promise, LOKET_PROMISE_TEXT, typed->text);
  loket_draft_set_value (promise, LOKET_PROMISE_QUESTION, typed->question);
  loket_draft_set_value (promise, LOKET_PROMISE_MADE_ON, day.text);
  if (g_str_equal (typed->kind, "callback"))
    plan_contact (planning, "callback",
                  loket_follow_up_get_callback (planning->rules, due_on.text).text, promise);

  return TRUE;
}

static gboolean
plan_promises (Planning  *planning,
               GError   **error)
{
  guint n = loket_session_form_get_n_promises (planning->form);

  for (guint i = 0; i < n; i++)
    {
      LoketFormPromise promise = loket_session_form_get_promise (planning->form, i);

      if (!plan_promise (planning, &promise, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
plan_next (Planning  *planning,
           GError   **error)
{
  const char *channel = loket_form_get_value (planning->form, LOKET_SESSION_FORM_NEXT_CHANNEL);
  LoketDraft *next;
  LoketDateText start;

  if (loket_form_get_value (planning->form, LOKET_SESSION_FORM_NEXT_DATE) == NULL
      && loket_form_get_value (planning->form, LOKET_SESSION_FORM_NEXT_TIME) == NULL)
    return TRUE;

  if (!read_moment (planning, LOKET_SESSION_FORM_NEXT_DATE, LOKET_SESSION_FORM_NEXT_TIME, &start,
                    error))
    return FALSE;
  if (strcmp (start.text, planning->now) < 0)
    return refuse (planning, LOKET_SESSION_FORM_NEXT_DATE,
                   _("The next appointment lies in the past"), error);

  if (channel == NULL)
    channel = loket_form_get_value (planning->form, LOKET_SESSION_FORM_CHANNEL);
  next = loket_draft_new (&loket_session_kind);
  loket_draft_set_value (next, LOKET_SESSION_STARTS_AT, start.text);
  loket_draft_set_value (next, LOKET_SESSION_STATE, "planned");
  loket_draft_set_value (next, LOKET_SESSION_CHANNEL, channel);
  loket_draft_set_value (next, LOKET_SESSION_COUNSELLOR,
                         loket_form_get_value (planning->form, LOKET_SESSION_FORM_COUNSELLOR));
  planning->plan->next = next;

  return TRUE;
}

/* The rules of a session, but for what saving fills in. */
static gboolean
check_session (Planning  *planning,
               GError   **error)
{
  g_autoptr (LoketDraft) session = loket_draft_copy (planning->plan->session);
  g_autoptr (GError) invalid = NULL;
  guint field = 0;

  if (planning->plan->is_attempt)
    loket_draft_set_value (session, LOKET_SESSION_STATE, NULL);
  loket_draft_set_value (session, LOKET_SESSION_SESSION_NO, "-");
  loket_draft_set_value (session, LOKET_SESSION_TRAJECTORY_NO, "-");
  if (loket_draft_validate (session, planning->checks, &field, &invalid))
    return TRUE;

  *planning->name = LOKET_SESSION_FORM_DATE;
  for (guint i = 0; i < G_N_ELEMENTS (session_fields); i++)
    {
      if (session_fields[i].field == field)
        *planning->name = session_fields[i].name;
    }
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: %s",
               loket_kind_get_field_title (&loket_session_kind, field), invalid->message);

  return FALSE;
}

/**
 * loket_session_plan_new:
 * @form: what was filled in
 * @world: what the plan depends on besides
 * @name: (out) (optional) (transfer none): the name of the text that is at fault
 * @error: %LOKET_ERROR_INVALID, with a sentence for the person
 *
 * Works out what saving the form will record, so that it can be shown before: the session, tests,
 * promises, the next appointment, and the contacts to which they lead by the office's rules.
 *
 * Returns: (transfer full) (nullable): the plan
 */
LoketSessionPlan *
loket_session_plan_new (const LoketForm          *form,
                        const LoketSessionWorld  *world,
                        const char              **name,
                        GError                  **error)
{
  g_autoptr (LoketSessionPlan) plan = g_new0 (LoketSessionPlan, 1);
  const char *ignored = NULL;
  Planning planning = {
    form, world->checks, world->rules, world->now, name != NULL ? name : &ignored, plan,
  };

  plan->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  plan->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  plan->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_contact);
  plan->done = g_strsplit (loket_form_get_text (form, LOKET_SESSION_FORM_DONE), ";", -1);

  if (!plan_session (&planning, error) || !check_session (&planning, error))
    return NULL;
  plan_assessments (&planning);
  if (!plan_promises (&planning, error) || !plan_next (&planning, error))
    return NULL;

  return g_steal_pointer (&plan);
}
