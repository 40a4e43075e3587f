/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns the records of a dossier into a timeline. */

#include "loketten-config.h"

#include "loket-event-list.h"

#include "loket-assessment.h"
#include "loket-assessment-words.h"
#include "loket-attempt.h"
#include "loket-contact-words.h"
#include "loket-contact.h"
#include "loket-field-words.h"
#include "loket-milestones.h"
#include "loket-promise.h"
#include "loket-sentences.h"
#include "loket-session.h"

#include <glib/gi18n.h>
#include <string.h>

/* A timeline being put together. */
typedef struct
{
  GListStore *events;
  LoketDossier *dossier;
  LoketCodes *codes;
} Listing;

/* Takes @title and @subtitle. */
static void
add_event (Listing               *listing,
           const LoketEventFacts *facts,
           char                  *title,
           char                  *subtitle)
{
  g_autoptr (LoketEvent) event = loket_event_new (facts, title, subtitle);

  g_list_store_append (listing->events, event);
}

/* (nullable): whose trajectory it is. */
static LoketRecord *
find_trajectory (Listing    *listing,
                 const char *id)
{
  GPtrArray *trajectories = loket_dossier_get_trajectories (listing->dossier);

  for (guint i = 0; i < trajectories->len; i++)
    {
      if (g_str_equal (loket_record_get_id (trajectories->pdata[i]), id))
        return trajectories->pdata[i];
    }

  return NULL;
}

static const char *
get_owner (Listing    *listing,
           const char *trajectory_id)
{
  LoketRecord *trajectory = find_trajectory (listing, trajectory_id);

  return trajectory != NULL ? loket_record_get_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR)
                            : NULL;
}

static char *
format_session_title (LoketRecord *session,
                      LoketCodes  *codes)
{
  const char *state = loket_record_get_text (session, LOKET_SESSION_STATE);
  const char *channel = loket_record_get_value (session, LOKET_SESSION_CHANNEL);
  int minutes = loket_record_get_integer (session, LOKET_SESSION_MINUTES);
  g_autoptr (GString) title = g_string_new (NULL);

  if (g_str_equal (state, "no_show"))
    g_string_append (title, _("Did not come to the session"));
  else if (g_str_equal (state, "cancelled"))
    g_string_append (title, _("Session cancelled"));
  else if (g_str_equal (state, "planned"))
    g_string_append (title, _("Appointment"));
  else
    g_string_append (title, _("Session"));

  if (channel != NULL)
    {
      const char *name = loket_codes_get_label (codes, "channel", channel);
      g_autofree char *label = g_utf8_strdown (name, -1);

      g_string_append_printf (title, ", %s", label);
    }
  if (minutes > 0)
    {
      g_string_append (title, ", ");
      g_string_append_printf (title, ngettext ("%d minute", "%d minutes", (gulong) minutes),
                              minutes);
    }

  return g_string_free (g_steal_pointer (&title), FALSE);
}

static void
add_session (Listing     *listing,
             LoketRecord *session)
{
  const char *note = loket_record_get_text (session, LOKET_SESSION_NOTE_CLIENT);
  const char *state = loket_record_get_text (session, LOKET_SESSION_STATE);
  gboolean is_planned = g_str_equal (state, "planned");
  const LoketEventFacts facts = {
    .kind = LOKET_EVENT_SESSION,
    .icon_name = is_planned ? "x-office-calendar-symbolic" : "system-users-symbolic",
    .date = loket_record_get_text (session, LOKET_SESSION_STARTS_AT),
    .is_open = is_planned,
    .record = session,
    .trajectory_id = loket_record_get_text (session, LOKET_SESSION_TRAJECTORY_NO),
    .counsellor_id = loket_record_get_value (session, LOKET_SESSION_COUNSELLOR),
  };
  const char *counsellor = loket_dossier_get_counsellor_name (listing->dossier,
                                                              facts.counsellor_id);

  if (*note == '\0')
    note = loket_record_get_text (session, LOKET_SESSION_NOTE_INTERNAL);
  add_event (listing, &facts, format_session_title (session, listing->codes),
             *note != '\0' ? loket_contact_words_dup_first_line (note) : g_strdup (counsellor));
}

typedef struct
{
  guint field;
  const char *title;
} AssessmentStage;

static const AssessmentStage assessment_stages[] = {
  { LOKET_ASSESSMENT_REQUESTED_ON, N_("%s asked for") },
  { LOKET_ASSESSMENT_INVITED_ON, N_("Invited to the %s") },
  { LOKET_ASSESSMENT_TAKEN_ON, N_("%s taken") },
  { LOKET_ASSESSMENT_RESULT_ON, N_("Result of the %s came in") },
  { LOKET_ASSESSMENT_DISCUSSED_ON, N_("%s discussed") },
};

static char *
format_stage_title (const AssessmentStage *stage,
                    const char            *kind)
{
  g_autofree char *lower = g_utf8_strdown (kind, -1);
  const char *format = _(stage->title);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, g_str_has_prefix (stage->title, "%s") ? kind : lower);
#pragma GCC diagnostic pop
}

/* The contact in which the result was discussed. */
static LoketRecord *
find_talk (Listing     *listing,
           LoketRecord *assessment)
{
  GPtrArray *contacts = loket_dossier_get_contacts (listing->dossier);

  for (guint i = 0; i < contacts->len; i++)
    {
      LoketRecord *contact = contacts->pdata[i];

      if (g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_CAUSE),
                       loket_record_get_id (assessment))
          && g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_KIND),
                          "assessment_debrief")
          && g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_OUTCOME), "reached"))
        return contact;
    }

  return NULL;
}

/* By whom, how, and what was said. */
static char *
format_talk (Listing     *listing,
             LoketRecord *talk)
{
  const char *id = loket_record_get_value (talk, LOKET_CONTACT_COUNSELLOR);
  const char *name = loket_dossier_get_counsellor_name (listing->dossier, id);
  const char *channel = loket_record_get_value (talk, LOKET_CONTACT_CHANNEL);
  const char *text = loket_record_get_text (talk, LOKET_CONTACT_NOTE);
  g_autofree char *note = loket_contact_words_dup_first_line (text);
  g_autofree char *how = NULL;
  g_autoptr (GString) line = g_string_new (name);

  if (channel != NULL)
    how = g_utf8_strdown (loket_codes_get_label (listing->codes, "channel", channel), -1);
  if (how != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", how);
  if (*note != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? ": " : "", note);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
format_stage_detail (Listing     *listing,
                     LoketRecord *assessment,
                     guint        stage,
                     const char **counsellor_id)
{
  LoketRecord *talk;

  if (assessment_stages[stage].field != LOKET_ASSESSMENT_DISCUSSED_ON)
    return NULL;

  talk = find_talk (listing, assessment);
  if (talk == NULL)
    return NULL;

  *counsellor_id = loket_record_get_value (talk, LOKET_CONTACT_COUNSELLOR);

  return format_talk (listing, talk);
}

/* A test that is not over is to be done, since the day of its stage. */
static void
add_open_assessment (Listing         *listing,
                     LoketEventFacts *facts)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (facts->record);
  LoketRecord *trajectory = find_trajectory (listing, facts->trajectory_id);
  const char *since;

  if (loket_assessment_stage_find (draft, &since) == LOKET_ASSESSMENT_STAGE_DISCUSSED
      || trajectory == NULL || loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON))
    return;

  facts->is_open = TRUE;
  facts->part = "open";
  facts->date = since != NULL ? since
                              : loket_record_get_text (trajectory, LOKET_TRAJECTORY_OPENED_ON);
  facts->counsellor_id = get_owner (listing, facts->trajectory_id);
  add_event (listing, facts, loket_assessment_words_format_title (facts->record, listing->codes),
             loket_assessment_words_format_strip (facts->record));
}

/* The stage that an assessment has reached is an event; so are those before it. */
static void
add_assessment (Listing     *listing,
                LoketRecord *assessment)
{
  const char *kind = loket_codes_get_label (listing->codes, "assessment_kind",
                                            loket_record_get_text (assessment,
                                                                   LOKET_ASSESSMENT_KIND));
  LoketEventFacts facts = {
    .kind = LOKET_EVENT_ASSESSMENT,
    .icon_name = "x-office-document-symbolic",
    .record = assessment,
    .trajectory_id = loket_record_get_text (assessment, LOKET_ASSESSMENT_TRAJECTORY_NO),
  };

  for (guint i = 0; i < G_N_ELEMENTS (assessment_stages); i++)
    {
      char *detail;

      facts.date = loket_record_get_value (assessment, assessment_stages[i].field);
      facts.part = loket_assessment_kind.fields[assessment_stages[i].field].name;
      if (facts.date == NULL)
        continue;
      facts.counsellor_id = get_owner (listing, facts.trajectory_id);
      detail = format_stage_detail (listing, assessment, i, &facts.counsellor_id);
      add_event (listing, &facts, format_stage_title (&assessment_stages[i], kind), detail);
    }

  add_open_assessment (listing, &facts);
}

/* A call that was promised stands there once, as the contact. */
static void
add_promise (Listing     *listing,
             LoketRecord *promise)
{
  const char *done_on = loket_record_get_value (promise, LOKET_PROMISE_DONE_ON);
  const char *due_on = loket_record_get_text (promise, LOKET_PROMISE_DUE_ON);
  const char *trajectory_id = loket_record_get_text (promise, LOKET_PROMISE_TRAJECTORY_NO);
  const LoketEventFacts facts = {
    .kind = LOKET_EVENT_PROMISE,
    .icon_name = "mail-send-symbolic",
    .date = done_on != NULL ? done_on : due_on,
    .is_open = loket_promise_is_open (LOKET_PROMISE (promise)),
    .record = promise,
    .trajectory_id = trajectory_id,
    .counsellor_id = get_owner (listing, trajectory_id),
  };

  if (loket_dossier_find_call (listing->dossier, promise) == NULL)
    add_event (listing, &facts, loket_contact_words_format_promise (promise, listing->codes),
               loket_contact_words_format_day (promise));
}

static void
add_contact (Listing     *listing,
             LoketRecord *contact)
{
  const char *open_on = loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON);
  const char *done_on = loket_record_get_value (contact, LOKET_CONTACT_DONE_ON);
  const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);
  LoketRecord *promise = loket_dossier_find_call_promise (listing->dossier, contact);
  const LoketEventFacts facts = {
    .kind = LOKET_EVENT_CONTACT,
    .icon_name = "call-start-symbolic",
    .date = open_on != NULL ? open_on : done_on != NULL ? done_on : due_on,
    .is_open = open_on != NULL,
    .record = contact,
    .promise = promise,
    .trajectory_id = loket_record_get_text (contact, LOKET_CONTACT_TRAJECTORY_NO),
    .counsellor_id = loket_record_get_value (contact, LOKET_CONTACT_COUNSELLOR),
  };

  add_event (listing, &facts, loket_contact_words_format_title (contact, promise, listing->codes),
             loket_contact_words_format_subtitle (contact, promise, listing->codes));
}

static LoketRecord *
find_contact (Listing    *listing,
              const char *id)
{
  GPtrArray *contacts = loket_dossier_get_contacts (listing->dossier);

  for (guint i = 0; i < contacts->len; i++)
    {
      if (g_str_equal (loket_record_get_id (contacts->pdata[i]), id))
        return contacts->pdata[i];
    }

  return NULL;
}

static void
add_attempt (Listing     *listing,
             LoketRecord *attempt)
{
  LoketRecord *contact = find_contact (listing, loket_record_get_text (attempt,
                                                                       LOKET_ATTEMPT_CONTACT_NO));
  const char *note = loket_record_get_text (attempt, LOKET_ATTEMPT_NOTE);
  const char *kind = loket_record_get_text (contact, LOKET_CONTACT_KIND);
  const char *label = loket_codes_get_label (listing->codes, "contact_kind", kind);
  const LoketEventFacts facts = {
    .kind = LOKET_EVENT_CONTACT,
    .icon_name = "call-missed-symbolic",
    .date = loket_record_get_text (attempt, LOKET_ATTEMPT_AT),
    .record = attempt,
    .trajectory_id = loket_record_get_text (contact, LOKET_CONTACT_TRAJECTORY_NO),
    .counsellor_id = loket_record_get_value (attempt, LOKET_ATTEMPT_COUNSELLOR),
  };

  add_event (listing, &facts, g_strdup (_("No answer")),
             *note != '\0' ? loket_contact_words_dup_first_line (note) : g_strdup (label));
}

static void
add_status (Listing     *listing,
            LoketRecord *trajectory,
            const char  *part,
            const char  *date,
            char        *title,
            char        *subtitle)
{
  LoketEventFacts facts = {
    .kind = LOKET_EVENT_TRAJECTORY,
    .icon_name = g_str_equal (part, "opened_on") ? "contact-new-symbolic"
                                                 : "object-select-symbolic",
    .date = date,
    .record = trajectory,
    .part = part,
    .trajectory_id = loket_record_get_id (trajectory),
    .counsellor_id = loket_record_get_value (trajectory, LOKET_TRAJECTORY_COUNSELLOR),
  };

  if (g_str_equal (part, "opened_on"))
    facts.milestone = _("Sign-up");
  else if (g_str_has_prefix (part, "closed"))
    facts.milestone = _("Closed");
  else if (g_str_has_prefix (part, "reopened"))
    facts.milestone = _("Reopened");
  add_event (listing, &facts, title, subtitle);
}

static char *
dup_outcome (Listing    *listing,
             const char *outcome)
{
  if (outcome == NULL)
    return NULL;

  return g_strdup (loket_codes_get_label (listing->codes, "trajectory_outcome", outcome));
}

static void
add_trajectory (Listing     *listing,
                LoketRecord *trajectory)
{
  const char *opened_on = loket_record_get_text (trajectory, LOKET_TRAJECTORY_OPENED_ON);
  const char *answered_on = loket_record_get_value (trajectory,
                                                    LOKET_TRAJECTORY_FIRST_RESPONSE_ON);
  const char *closed_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON);
  const char *reopened_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_REOPENED_ON);
  const char *reason = loket_record_get_value (trajectory, LOKET_TRAJECTORY_REOPEN_REASON);
  const char *number = loket_record_get_text (trajectory, LOKET_TRAJECTORY_TRAJECTORY_NO);

  add_status (listing, trajectory, "opened_on", opened_on, g_strdup (_("Signed up")),
              g_strdup_printf (_("Trajectory %s"), number));
  if (answered_on != NULL && !g_str_equal (answered_on, opened_on))
    add_status (listing, trajectory, "first_response_on", answered_on,
                g_strdup (_("First response")), NULL);
  if (reopened_on != NULL)
    add_status (listing, trajectory, "reopened_on", reopened_on,
                g_strdup (_("Trajectory reopened")), g_strdup (reason));
  if (closed_on != NULL)
    add_status (listing, trajectory, "closed_on", closed_on, g_strdup (_("Trajectory closed")),
                dup_outcome (listing,
                             loket_record_get_value (trajectory, LOKET_TRAJECTORY_OUTCOME)));
}

static void
add_turn (Listing         *listing,
          const LoketTurn *turn,
          guint            position)
{
  const char *name = NULL;
  g_autofree char *part = NULL;

  switch (turn->type)
    {
    case LOKET_TURN_TAKEN:
    case LOKET_TURN_HANDED_OVER:
      part = g_strdup_printf ("taken-%u", position);
      name = loket_dossier_get_counsellor_name (listing->dossier, turn->text);
      add_status (listing, turn->trajectory, part, turn->date.text,
                  g_strdup (turn->type == LOKET_TURN_TAKEN ? _("Sign-up taken")
                                                           : _("Handed over")),
                  g_strdup (name));
      break;
    case LOKET_TURN_CLOSED:
      part = g_strdup_printf ("closed-%u", position);
      add_status (listing, turn->trajectory, part, turn->date.text,
                  g_strdup (_("Trajectory closed")), dup_outcome (listing, turn->text));
      break;
    case LOKET_TURN_REOPENED:
      part = g_strdup_printf ("reopened-%u", position);
      add_status (listing, turn->trajectory, part, turn->date.text,
                  g_strdup (_("Trajectory reopened")), g_strdup (turn->text));
      break;
    case LOKET_TURN_INVITED:
      add_status (listing, turn->trajectory, "invited", turn->date.text,
                  g_strdup (_("Invited to the survey")), NULL);
      break;
    default:
      g_return_if_reached ();
    }
}

/* What is to be done first, soonest first; then what happened, latest first. */
static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  LoketEvent *first = (LoketEvent *) a, *second = (LoketEvent *) b;
  const char *first_date = loket_event_get_date (first);
  const char *second_date = loket_event_get_date (second);

  if (loket_event_is_open (first) != loket_event_is_open (second))
    return loket_event_is_open (first) ? -1 : 1;

  return loket_event_is_open (first) ? strcmp (first_date, second_date)
                                     : strcmp (second_date, first_date);
}

typedef void (*AddFunc) (Listing     *listing,
                         LoketRecord *record);

static void
add_all (Listing   *listing,
         GPtrArray *records,
         AddFunc    add)
{
  for (guint i = 0; i < records->len; i++)
    add (listing, records->pdata[i]);
}

/**
 * loket_event_list_new:
 * @dossier: a dossier
 * @codes: the office's lists
 *
 * Returns: (transfer full): a list of #LoketEvent: what is to be done, soonest first, then what
 *   happened, latest first
 */
GListModel *
loket_event_list_new (LoketDossier *dossier,
                      LoketCodes   *codes)
{
  GListStore *events = g_list_store_new (LOKET_TYPE_EVENT);
  GPtrArray *turns = loket_dossier_get_turns (dossier);
  Listing listing = { events, dossier, codes };

  add_all (&listing, loket_dossier_get_sessions (dossier), add_session);
  add_all (&listing, loket_dossier_get_assessments (dossier), add_assessment);
  add_all (&listing, loket_dossier_get_promises (dossier), add_promise);
  add_all (&listing, loket_dossier_get_contacts (dossier), add_contact);
  add_all (&listing, loket_dossier_get_attempts (dossier), add_attempt);
  add_all (&listing, loket_dossier_get_trajectories (dossier), add_trajectory);
  for (guint i = 0; i < turns->len; i++)
    add_turn (&listing, turns->pdata[i], i);

  g_list_store_sort (events, compare_events, NULL);
  loket_milestones_mark (G_LIST_MODEL (events), dossier);

  return G_LIST_MODEL (events);
}
