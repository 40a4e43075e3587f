/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns the records of a dossier into a timeline. */

#include "loketten-config.h"

#include "loket-event.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-promise.h"
#include "loket-sentences.h"
#include "loket-session.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketEvent
{
  GObject parent_instance;

  LoketEventKind kind;
  char *date;            /* a date or a moment */
  char *title;
  char *subtitle;
  const char *icon_name; /* static */
  gboolean is_open;      /* is still to be done */
};

G_DEFINE_FINAL_TYPE (LoketEvent, loket_event, G_TYPE_OBJECT)

static void
loket_event_finalize (GObject *object)
{
  LoketEvent *self = LOKET_EVENT (object);

  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (loket_event_parent_class)->finalize (object);
}

static void
loket_event_class_init (LoketEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_event_finalize;
}

static void
loket_event_init (LoketEvent *self)
{
}

/* Takes @title and @subtitle. */
static void
add_event (GListStore     *events,
           LoketEventKind  kind,
           const char     *icon_name,
           const char     *date,
           gboolean        is_open,
           char           *title,
           char           *subtitle)
{
  g_autoptr (LoketEvent) event = g_object_new (LOKET_TYPE_EVENT, NULL);

  event->kind = kind;
  event->icon_name = icon_name;
  event->date = g_strdup (date);
  event->is_open = is_open;
  event->title = title;
  event->subtitle = subtitle;
  g_list_store_append (events, event);
}

/* The first line of a note, for a row. */
static char *
dup_first_line (const char *note)
{
  return g_strndup (note, strcspn (note, "\n"));
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
add_session (GListStore   *events,
             LoketDossier *dossier,
             LoketRecord  *session,
             LoketCodes   *codes)
{
  const char *note = loket_record_get_text (session, LOKET_SESSION_NOTE_CLIENT);
  const char *starts_at = loket_record_get_text (session, LOKET_SESSION_STARTS_AT);
  const char *counsellor;
  gboolean is_planned = g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE),
                                     "planned");
  char *subtitle;

  if (*note == '\0')
    note = loket_record_get_text (session, LOKET_SESSION_NOTE_INTERNAL);
  counsellor = loket_dossier_get_counsellor_name (
    dossier, loket_record_get_value (session, LOKET_SESSION_COUNSELLOR));

  subtitle = *note != '\0' ? dup_first_line (note) : g_strdup (counsellor);
  add_event (events, LOKET_EVENT_SESSION,
             is_planned ? "x-office-calendar-symbolic" : "system-users-symbolic",
             starts_at, is_planned, format_session_title (session, codes), subtitle);
}

typedef struct
{
  guint field;
  const char *title;
} AssessmentStage;

static const AssessmentStage assessment_stages[] = {
  { LOKET_ASSESSMENT_REQUESTED_ON, N_("%s asked for") },
  { LOKET_ASSESSMENT_TAKEN_ON, N_("%s taken") },
  { LOKET_ASSESSMENT_RESULT_ON, N_("Result of the %s came in") },
  { LOKET_ASSESSMENT_DISCUSSED_ON, N_("%s discussed") },
};

/* The stage that an assessment has reached is an event; so are those before it. */
static void
add_assessment (GListStore  *events,
                LoketRecord *assessment,
                LoketCodes  *codes)
{
  const char *kind = loket_codes_get_label (codes, "assessment_kind",
                                            loket_record_get_text (assessment,
                                                                   LOKET_ASSESSMENT_KIND));
  g_autofree char *lower = g_utf8_strdown (kind, -1);

  for (guint i = 0; i < G_N_ELEMENTS (assessment_stages); i++)
    {
      const char *date = loket_record_get_value (assessment, assessment_stages[i].field);
      gboolean names_first = i != 2;
      char *title;

      if (date == NULL)
        continue;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      title = g_strdup_printf (_(assessment_stages[i].title), names_first ? kind : lower);
#pragma GCC diagnostic pop
      add_event (events, LOKET_EVENT_ASSESSMENT, "x-office-document-symbolic", date, FALSE, title,
                 NULL);
    }
}

/* A promise may be over without having been kept. */
static char *
format_promise_title (LoketRecord *promise,
                      LoketCodes  *codes,
                      const char  *what)
{
  const char *outcome = loket_record_get_value (promise, LOKET_PROMISE_OUTCOME);

  if (g_str_equal (loket_record_get_text (promise, LOKET_PROMISE_BY), "client"))
    return g_strdup_printf (_("The client will: %s"), what);
  if (loket_promise_is_open (LOKET_PROMISE (promise)))
    return g_strdup_printf (_("Promised: %s"), what);
  if (outcome == NULL || g_str_equal (outcome, "kept"))
    return g_strdup_printf (_("Promise kept: %s"), what);

  return g_strdup_printf ("%s: %s", loket_codes_get_label (codes, "promise_outcome", outcome),
                          what);
}

static void
add_promise (GListStore  *events,
             LoketRecord *promise,
             LoketCodes  *codes)
{
  const char *done_on = loket_record_get_value (promise, LOKET_PROMISE_DONE_ON);
  const char *due_on = loket_record_get_text (promise, LOKET_PROMISE_DUE_ON);
  const char *text = loket_record_get_value (promise, LOKET_PROMISE_TEXT);
  const char *kind = loket_record_get_text (promise, LOKET_PROMISE_KIND);
  g_autofree char *what = text != NULL ? dup_first_line (text)
                                       : g_strdup (loket_codes_get_label (codes, "promise_kind",
                                                                          kind));
  g_autofree char *due = loket_sentences_format_day (due_on);

  add_event (events, LOKET_EVENT_PROMISE, "mail-send-symbolic", done_on != NULL ? done_on : due_on,
             loket_promise_is_open (LOKET_PROMISE (promise)),
             format_promise_title (promise, codes, what),
             g_strdup_printf (_("By %s at the latest"), due));
}

static void
add_contact (GListStore  *events,
             LoketRecord *contact,
             LoketCodes  *codes)
{
  const char *open_on = loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON);
  const char *done_on = loket_record_get_value (contact, LOKET_CONTACT_DONE_ON);
  const char *outcome = loket_record_get_value (contact, LOKET_CONTACT_OUTCOME);
  const char *note = loket_record_get_value (contact, LOKET_CONTACT_NOTE);
  const char *kind = loket_codes_get_label (codes, "contact_kind",
                                            loket_record_get_text (contact, LOKET_CONTACT_KIND));
  int attempts = loket_record_get_integer (contact, LOKET_CONTACT_ATTEMPTS);
  const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);
  const char *date = open_on != NULL ? open_on : done_on != NULL ? done_on : due_on;
  char *title, *subtitle = NULL;

  if (open_on == NULL && outcome != NULL)
    title = g_strdup_printf ("%s: %s", kind, loket_codes_get_label (codes, "contact_outcome",
                                                                     outcome));
  else
    title = g_strdup (kind);

  if (note != NULL)
    subtitle = dup_first_line (note);
  else if (attempts > 0)
    subtitle = g_strdup_printf (ngettext ("%d attempt", "%d attempts", (gulong) attempts),
                                attempts);

  add_event (events, LOKET_EVENT_CONTACT, "call-start-symbolic", date, open_on != NULL, title,
             subtitle);
}

static void
add_trajectory (GListStore  *events,
                LoketRecord *trajectory,
                LoketCodes  *codes)
{
  const char *closed_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON);
  const char *outcome = loket_record_get_value (trajectory, LOKET_TRAJECTORY_OUTCOME);
  const char *number = loket_record_get_text (trajectory, LOKET_TRAJECTORY_TRAJECTORY_NO);

  add_event (events, LOKET_EVENT_TRAJECTORY, "contact-new-symbolic",
             loket_record_get_text (trajectory, LOKET_TRAJECTORY_OPENED_ON), FALSE,
             g_strdup (_("Signed up")), g_strdup_printf (_("Trajectory %s"), number));

  if (closed_on != NULL)
    add_event (events, LOKET_EVENT_TRAJECTORY, "object-select-symbolic", closed_on, FALSE,
               g_strdup (_("Trajectory closed")),
               outcome != NULL ? g_strdup (loket_codes_get_label (codes, "trajectory_outcome",
                                                                  outcome))
                               : NULL);
}

/* What is to be done first, soonest first; then what happened, latest first. */
static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const LoketEvent *first = a;
  const LoketEvent *second = b;

  if (first->is_open != second->is_open)
    return first->is_open ? -1 : 1;

  return first->is_open ? strcmp (first->date, second->date) : strcmp (second->date, first->date);
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
  GPtrArray *records = loket_dossier_get_sessions (dossier);

  for (guint i = 0; i < records->len; i++)
    add_session (events, dossier, records->pdata[i], codes);
  records = loket_dossier_get_assessments (dossier);
  for (guint i = 0; i < records->len; i++)
    add_assessment (events, records->pdata[i], codes);
  records = loket_dossier_get_promises (dossier);
  for (guint i = 0; i < records->len; i++)
    add_promise (events, records->pdata[i], codes);
  records = loket_dossier_get_contacts (dossier);
  for (guint i = 0; i < records->len; i++)
    add_contact (events, records->pdata[i], codes);
  records = loket_dossier_get_trajectories (dossier);
  for (guint i = 0; i < records->len; i++)
    add_trajectory (events, records->pdata[i], codes);

  g_list_store_sort (events, compare_events, NULL);

  return G_LIST_MODEL (events);
}

LoketEventKind
loket_event_get_kind (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), 0);

  return self->kind;
}

const char *
loket_event_get_title (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->title;
}

/**
 * loket_event_get_subtitle:
 *
 * Returns: (transfer none) (nullable): the second line
 */
const char *
loket_event_get_subtitle (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->subtitle;
}

const char *
loket_event_get_date (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->date;
}

const char *
loket_event_get_icon_name (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->icon_name;
}

/**
 * loket_event_is_open:
 *
 * Returns: whether it is still to be done
 */
gboolean
loket_event_is_open (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), FALSE);

  return self->is_open;
}
