/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Runs while it is on the screen; day, start and end stand behind a button. */

#include "loketten-config.h"

#include "loket-session-clock.h"

#include "loket-session-form.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

/* How often the clock is looked at, in seconds. */
#define TICK 5

struct _LoketSessionClock
{
  AdwBin parent_instance;

  GtkLabel *minutes;
  GtkMenuButton *times;
  GtkLabel *planned;
  GtkEntry *date;
  GtkEntry *start;
  GtkEntry *end;

  LoketForm *form;     /* (nullable), borrowed: the session's */
  LoketClock *clock;   /* (nullable) */
  LoketHabits *habits; /* (nullable) */
  gboolean is_rendering;
  guint tick_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSessionClock, loket_session_clock, ADW_TYPE_BIN)

static void
render_time (LoketSessionClock *self)
{
  LoketDateText now = loket_clock_get_moment (self->clock);
  int minutes = loket_session_form_get_minutes (self->form, now.text);
  const char *start = loket_form_get_text (self->form, LOKET_SESSION_FORM_START);
  const char *end = loket_form_get_value (self->form, LOKET_SESSION_FORM_END);
  const char *planned_at = loket_form_get_value (self->form, LOKET_SESSION_FORM_PLANNED_AT);
  g_autofree char *planned = NULL;
  g_autofree char *length = NULL;
  g_autofree char *times = NULL;

  if (minutes >= 0)
    length = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
  /* Translators: when a session started and ended, or that it goes on: "11:00 – now". */
  times = g_strdup_printf (_("%s – %s"), start, end != NULL ? end : _("now"));

  gtk_label_set_label (self->minutes, length != NULL ? length : _("How long?"));
  gtk_menu_button_set_label (self->times, times);
  /* Translators: the time of the appointment that is being held. */
  if (planned_at != NULL)
    planned = g_strdup_printf (_("appointment of %s"), planned_at);
  gtk_label_set_label (self->planned, planned != NULL ? planned : "");
  gtk_widget_set_visible (GTK_WIDGET (self->planned), planned != NULL);
}

static gboolean
tick_cb (gpointer user_data)
{
  render_time (user_data);

  return G_SOURCE_CONTINUE;
}

static void
keep_running (LoketSessionClock *self)
{
  gboolean runs = self->form != NULL && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (runs && self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (TICK, tick_cb, self);
  else if (!runs)
    g_clear_handle_id (&self->tick_id, g_source_remove);
}

/* Who writes down what was discussed yesterday says the day; the rest can be guessed. */
static void
propose_end (LoketSessionClock *self)
{
  LoketDateText now = loket_clock_get_moment (self->clock);

  if (!loket_session_form_propose_end (self->form, loket_habits_get_minutes (self->habits),
                                       now.text))
    return;

  self->is_rendering = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->end),
                         loket_form_get_text (self->form, LOKET_SESSION_FORM_END));
  self->is_rendering = FALSE;
}

static void
time_changed_cb (LoketSessionClock *self,
                 GtkEditable       *entry)
{
  const char *name = LOKET_SESSION_FORM_DATE;

  if (self->is_rendering)
    return;

  if (GTK_WIDGET (entry) == GTK_WIDGET (self->start))
    name = LOKET_SESSION_FORM_START;
  else if (GTK_WIDGET (entry) == GTK_WIDGET (self->end))
    name = LOKET_SESSION_FORM_END;
  loket_form_set_value (self->form, name, gtk_editable_get_text (entry));
  if (GTK_WIDGET (entry) == GTK_WIDGET (self->date))
    propose_end (self);
  render_time (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loket_session_clock_map (GtkWidget *widget)
{
  LoketSessionClock *self = LOKET_SESSION_CLOCK (widget);

  GTK_WIDGET_CLASS (loket_session_clock_parent_class)->map (widget);
  if (self->form != NULL)
    render_time (self);
  keep_running (self);
}

static void
loket_session_clock_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (loket_session_clock_parent_class)->unmap (widget);
  keep_running (LOKET_SESSION_CLOCK (widget));
}

static gboolean
loket_session_clock_grab_focus (GtkWidget *widget)
{
  LoketSessionClock *self = LOKET_SESSION_CLOCK (widget);

  gtk_menu_button_popup (self->times);

  return gtk_widget_grab_focus (GTK_WIDGET (self->date));
}

static void
loket_session_clock_dispose (GObject *object)
{
  LoketSessionClock *self = LOKET_SESSION_CLOCK (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_SESSION_CLOCK);
  g_clear_object (&self->habits);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (loket_session_clock_parent_class)->dispose (object);
}

static void
loket_session_clock_class_init (LoketSessionClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_clock_dispose;
  widget_class->map = loket_session_clock_map;
  widget_class->unmap = loket_session_clock_unmap;
  widget_class->grab_focus = loket_session_clock_grab_focus;

  /**
   * LoketSessionClock::changed:
   *
   * A person corrected the day or a time in the form.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-session-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionClock, minutes);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionClock, times);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionClock, planned);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionClock, date);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionClock, start);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionClock, end);
  gtk_widget_class_bind_template_callback (widget_class, time_changed_cb);
}

static void
loket_session_clock_init (LoketSessionClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_session_clock_set_form:
 * @form: (transfer none): the form; outlives us, or is replaced
 * @clock: the clock
 * @habits: how long a session usually takes
 */
void
loket_session_clock_set_form (LoketSessionClock *self,
                              LoketForm         *form,
                              LoketClock        *clock,
                              LoketHabits       *habits)
{
  g_return_if_fail (LOKET_IS_SESSION_CLOCK (self));

  self->form = form;
  g_set_object (&self->clock, clock);
  g_set_object (&self->habits, habits);

  self->is_rendering = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->date),
                         loket_form_get_text (form, LOKET_SESSION_FORM_DATE));
  gtk_editable_set_text (GTK_EDITABLE (self->start),
                         loket_form_get_text (form, LOKET_SESSION_FORM_START));
  gtk_editable_set_text (GTK_EDITABLE (self->end),
                         loket_form_get_text (form, LOKET_SESSION_FORM_END));
  self->is_rendering = FALSE;

  render_time (self);
  keep_running (self);
}
