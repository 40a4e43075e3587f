/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Runs the acts of the timeline, or opens the form for them, and offers to undo them. */

#include "loketten-config.h"

#include "loket-event-deeds.h"

#include "loket-assessment.h"
#include "loket-assessment-stage.h"
#include "loket-attempt.h"
#include "loket-contact.h"
#include "loket-correct-act.h"
#include "loket-correction.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-window-deed.h"
#include "loket-work-acts.h"

#include <glib/gi18n.h>

static void
saved_cb (GtkWidget  *window,
          const char *act,
          gpointer    correction)
{
  gtk_widget_activate_action (window, "win.offer-undo", "(ss)",
                              g_object_get_data (correction, "sentence"), act);
}

static void
present (GtkWidget  *widget,
         GtkWidget  *correction,
         const char *sentence)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  g_object_set_data_full (G_OBJECT (correction), "sentence", g_strdup (sentence), g_free);
  g_signal_connect_object (correction, "saved", G_CALLBACK (saved_cb), window, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (correction), window);
  /* For the keys that mean the same everywhere, such as those to quit. */
  gtk_window_set_application (GTK_WINDOW (correction), gtk_window_get_application (window));
  gtk_window_present (GTK_WINDOW (correction));
}

/* How a stage is reached, and what is said of it. */
static const struct
{
  const char *label;
  const char *sentence;
  const char *act;
} stages[LOKET_ASSESSMENT_N_STAGES] = {
  [LOKET_ASSESSMENT_STAGE_INVITED] =
    { NC_("button", "Invited"), N_("Invited to the test"), "assessment.invite" },
  [LOKET_ASSESSMENT_STAGE_TAKEN] =
    { NC_("button", "Taken"), N_("Test taken"), "assessment.take" },
  [LOKET_ASSESSMENT_STAGE_RESULT] =
    { NC_("button", "Result In"), N_("Result of the test is in"), "assessment.result" },
  [LOKET_ASSESSMENT_STAGE_DISCUSSED] =
    { NC_("button", "Discussed"), N_("Test discussed"), "assessment.discuss" },
};

static LoketAssessmentStage
find_stage (LoketEvent *event)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (loket_event_get_record (event));

  return loket_assessment_stage_find (draft, NULL);
}

static gboolean
is_open_test (LoketEvent *event)
{
  return loket_event_is_open (event) && loket_event_get_kind (event) == LOKET_EVENT_ASSESSMENT;
}

/**
 * loket_event_deeds_format_next:
 *
 * Returns: (transfer full) (nullable): the word on the button that does what comes next; NULL when
 *   there is nothing to do, or more than one thing that may come of it
 */
char *
loket_event_deeds_format_next (LoketEvent *event)
{
  LoketRecord *record = loket_event_get_record (event);

  if (!loket_event_is_open (event))
    return NULL;
  if (is_open_test (event))
    return g_strdup (g_dpgettext2 (NULL, "button", stages[find_stage (event) + 1].label));
  if (loket_event_get_kind (event) == LOKET_EVENT_PROMISE
      && g_str_equal (loket_record_get_text (record, LOKET_PROMISE_BY), "counsellor"))
    return g_strdup (C_("button", "Done"));
  if (loket_event_get_kind (event) == LOKET_EVENT_CONTACT)
    return g_strdup (C_("button", "Spoken"));

  return NULL;
}

/**
 * loket_event_deeds_format_jump:
 *
 * Returns: (transfer full) (nullable): the word on the button that passes over a stage; NULL when
 *   there is none that may be passed over
 */
char *
loket_event_deeds_format_jump (LoketEvent *event)
{
  /* A client may take a test without an invitation. */
  if (!is_open_test (event) || find_stage (event) != LOKET_ASSESSMENT_STAGE_REQUESTED)
    return NULL;

  return g_strdup (g_dpgettext2 (NULL, "button", stages[LOKET_ASSESSMENT_STAGE_TAKEN].label));
}

/* How the result was discussed is asked; everything else is noted at once, as of today. */
static void
advance (GtkWidget            *widget,
         LoketDesk            *desk,
         LoketEvent           *event,
         LoketAssessmentStage  stage)
{
  LoketDraft *draft = loket_draft_new_from_record (loket_event_get_record (event));
  LoketDateText today = loket_desk_get_today (desk);
  const char *sentence = _(stages[stage].sentence);
  GtkWidget *form;

  loket_draft_set_value (draft, loket_assessment_stage_get_field (stage), today.text);
  if (stage != LOKET_ASSESSMENT_STAGE_DISCUSSED)
    {
      g_autoptr (LoketDraft) owned = draft;

      loket_desk_correct_async (desk, stages[stage].act, owned, NULL, NULL,
                                loket_window_deed_done_cb,
                                loket_window_deed_new (widget, sentence));
      return;
    }

  form = loket_correction_new (desk, _("Discuss the Result"), stages[stage].act, draft);
  loket_correction_add_field (LOKET_CORRECTION (form), LOKET_ASSESSMENT_DISCUSSED_ON);
  loket_correction_ask_for_talk (LOKET_CORRECTION (form));
  present (widget, form, sentence);
}

/**
 * loket_event_deeds_do_next:
 * @widget: a widget in the window that is to say what was done
 *
 * Does what comes next, as loket_event_deeds_format_next () says.
 */
void
loket_event_deeds_do_next (GtkWidget  *widget,
                           LoketDesk  *desk,
                           LoketEvent *event)
{
  const char *id = loket_record_get_id (loket_event_get_record (event));

  if (!loket_event_is_open (event))
    return;

  if (is_open_test (event))
    advance (widget, desk, event, find_stage (event) + 1);
  else if (loket_event_get_kind (event) == LOKET_EVENT_PROMISE)
    loket_desk_work_async (desk, LOKET_ACT_KEEP, id, NULL, NULL, loket_window_deed_done_cb,
                           loket_window_deed_new (widget, _("Promise kept")));
  else if (loket_event_get_kind (event) == LOKET_EVENT_CONTACT)
    loket_desk_work_async (desk, LOKET_ACT_REACH, id, NULL, NULL, loket_window_deed_done_cb,
                           loket_window_deed_new (widget, _("Contact noted")));
}

/**
 * loket_event_deeds_jump:
 *
 * Notes that a test was taken without an invitation.
 */
void
loket_event_deeds_jump (GtkWidget  *widget,
                        LoketDesk  *desk,
                        LoketEvent *event)
{
  if (is_open_test (event))
    advance (widget, desk, event, LOKET_ASSESSMENT_STAGE_TAKEN);
}

#define END G_MAXUINT

static const guint session_fields[] = {
  LOKET_SESSION_NOTE_CLIENT, LOKET_SESSION_NOTE_INTERNAL, LOKET_SESSION_STARTS_AT,
  LOKET_SESSION_MINUTES, LOKET_SESSION_CHANNEL, LOKET_SESSION_STATE,
  LOKET_SESSION_QUESTIONS_BROUGHT, END
};
static const guint appointment_fields[] = {
  LOKET_SESSION_STARTS_AT, LOKET_SESSION_CHANNEL, END
};
static const guint promise_fields[] = {
  LOKET_PROMISE_TEXT, LOKET_PROMISE_DUE_ON, LOKET_PROMISE_KIND, END
};
static const guint kept_promise_fields[] = {
  LOKET_PROMISE_TEXT, LOKET_PROMISE_DONE_ON, LOKET_PROMISE_OUTCOME, END
};
static const guint contact_fields[] = { LOKET_CONTACT_NOTE, LOKET_CONTACT_CHANNEL, END };
static const guint attempt_fields[] = { LOKET_ATTEMPT_NOTE, LOKET_ATTEMPT_CHANNEL, END };
static const guint assessment_fields[] = {
  LOKET_ASSESSMENT_KIND, LOKET_ASSESSMENT_REQUESTED_ON, LOKET_ASSESSMENT_INVITED_ON,
  LOKET_ASSESSMENT_TAKEN_ON, LOKET_ASSESSMENT_RESULT_ON, LOKET_ASSESSMENT_DISCUSSED_ON, END
};
static const guint trajectory_fields[] = {
  LOKET_TRAJECTORY_OPENED_ON, LOKET_TRAJECTORY_FIRST_RESPONSE_ON, LOKET_TRAJECTORY_SITUATION,
  LOKET_TRAJECTORY_QUESTIONS_BROUGHT, END
};

/* Of a call to come, what was promised and for which day. */
static LoketRecord *
get_corrected (LoketEvent *event)
{
  LoketRecord *promise = loket_event_get_promise (event);

  return promise != NULL && loket_event_is_open (event) ? promise : loket_event_get_record (event);
}

static const guint *
get_correctable (LoketEvent *event)
{
  const LoketKind *kind = loket_record_get_kind (get_corrected (event));

  if (kind == &loket_session_kind)
    return loket_event_is_open (event) ? appointment_fields : session_fields;
  if (kind == &loket_promise_kind)
    return loket_event_is_open (event) ? promise_fields : kept_promise_fields;
  if (kind == &loket_contact_kind)
    return contact_fields;
  if (kind == &loket_attempt_kind)
    return attempt_fields;

  return kind == &loket_assessment_kind ? assessment_fields : trajectory_fields;
}

static void
correct (GtkWidget   *widget,
         LoketDesk   *desk,
         LoketRecord *record,
         const guint *fields)
{
  const LoketKind *kind = loket_record_get_kind (record);
  /* Translators: a kind of record that is corrected: "Correct: Session". */
  g_autofree char *title = g_strdup_printf (_("Correct: %s"), loket_kind_get_title (kind));
  g_autofree char *act = g_strconcat (kind->name, ".correct", NULL);
  GtkWidget *form = loket_correction_new (desk, title, act, loket_draft_new_from_record (record));

  for (const guint *field = fields; *field != END; field++)
    loket_correction_add_field (LOKET_CORRECTION (form), *field);
  present (widget, form, _("Correction saved"));
}

/**
 * loket_event_deeds_correct:
 *
 * Opens a form in which what was recorded is corrected.
 */
void
loket_event_deeds_correct (GtkWidget  *widget,
                           LoketDesk  *desk,
                           LoketEvent *event)
{
  correct (widget, desk, get_corrected (event), get_correctable (event));
}

/**
 * loket_event_deeds_has_promise:
 *
 * Returns: whether a promise is corrected apart from the event: of a call that was made, both the
 *   call and the promise tell something
 */
gboolean
loket_event_deeds_has_promise (LoketEvent *event)
{
  return loket_event_get_promise (event) != NULL && !loket_event_is_open (event);
}

/**
 * loket_event_deeds_correct_promise:
 * @event: one that has a promise of which to correct something
 *
 * Opens a form in which is corrected what was promised, and what became of it.
 */
void
loket_event_deeds_correct_promise (GtkWidget  *widget,
                                   LoketDesk  *desk,
                                   LoketEvent *event)
{
  if (loket_event_deeds_has_promise (event))
    correct (widget, desk, loket_event_get_promise (event), kept_promise_fields);
}

/**
 * loket_event_deeds_pin:
 * @is_pinned: whether it is a milestone from now on
 */
void
loket_event_deeds_pin (GtkWidget  *widget,
                       LoketDesk  *desk,
                       LoketEvent *event,
                       gboolean    is_pinned)
{
  const char *sentence = is_pinned ? _("Pinned among the milestones")
                                   : _("No longer among the milestones");

  loket_desk_pin_async (desk, loket_event_get_trajectory_id (event),
                        loket_record_get_id (loket_event_get_record (event)), is_pinned, NULL,
                        loket_window_deed_done_cb, loket_window_deed_new (widget, sentence));
}

/**
 * loket_event_deeds_request_test:
 * @trajectory_id: the id of a trajectory that is open
 *
 * Opens a form in which a test is asked for, outside of a session.
 */
void
loket_event_deeds_request_test (GtkWidget  *widget,
                                LoketDesk  *desk,
                                const char *trajectory_id)
{
  LoketDraft *draft = loket_draft_new (&loket_assessment_kind);
  LoketDateText today = loket_desk_get_today (desk);
  GtkWidget *form;

  loket_draft_set_value (draft, LOKET_ASSESSMENT_TRAJECTORY_NO, trajectory_id);
  loket_draft_set_value (draft, LOKET_ASSESSMENT_REQUESTED_ON, today.text);
  form = loket_correction_new (desk, _("Ask for a Test"), "assessment.request", draft);
  loket_correction_add_field (LOKET_CORRECTION (form), LOKET_ASSESSMENT_KIND);
  loket_correction_add_field (LOKET_CORRECTION (form), LOKET_ASSESSMENT_REQUESTED_ON);
  present (widget, form, _("Test asked for"));
}
