/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers moments to be reminded at, and a calendar for another date. */

#include "loketten-config.h"

#include "loket-postpone-popover.h"

#include "loket-postponement.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketPostponePopover
{
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkWidget *choices;
  GtkLabel *stays;
  GtkWidget *move_choice;
  GtkCalendar *calendar;
  GtkLabel *day_off;
  GtkWidget *move_button;

  LoketRules *rules;             /* (nullable): until it is filled */
  char *counsellor_id;           /* (nullable): who is reminded */
  const LoketWorkingDays *days;  /* borrowed: of the rules */
  LoketDateText now;
  LoketDateText chosen;  /* the date in the calendar, moved on to a working day */
};

G_DEFINE_FINAL_TYPE (LoketPostponePopover, loket_postpone_popover, GTK_TYPE_POPOVER)

static void
reminder_clicked_cb (LoketPostponePopover *self,
                     GtkWidget            *button)
{
  const char *moment = g_object_get_data (G_OBJECT (button), "moment");

  /* First the act: it finds its row through the popover. */
  gtk_widget_activate_action (GTK_WIDGET (self), "work.snooze", "s", moment);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
calendar_wanted_cb (LoketPostponePopover *self)
{
  gtk_stack_set_visible_child_name (self->stack, "move");
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
day_selected_cb (LoketPostponePopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *day_off = NULL;
  gboolean is_past = strncmp (date, self->now.text, LOKET_DATE_LENGTH) < 0;

  self->chosen = loket_working_days_move_on (self->days, date);
  words = loket_sentences_format_short_day (self->chosen.text);
  /* Translators: a day, "Mon 24 Nov". */
  label = g_strdup_printf (_("Move to %s"), words);
  gtk_button_set_label (GTK_BUTTON (self->move_button), label);
  gtk_widget_set_sensitive (self->move_button, !is_past);
  day_off = loket_sentences_format_day_off (date, self->rules, self->counsellor_id);
  gtk_label_set_label (self->day_off, day_off);
  gtk_widget_set_visible (GTK_WIDGET (self->day_off), day_off != NULL);
}

static void
move_clicked_cb (LoketPostponePopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "work.move", "s", self->chosen.text);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
loket_postpone_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_POSTPONE_POPOVER);

  G_OBJECT_CLASS (loket_postpone_popover_parent_class)->dispose (object);
}

static void
loket_postpone_popover_finalize (GObject *object)
{
  LoketPostponePopover *self = LOKET_POSTPONE_POPOVER (object);

  g_clear_pointer (&self->rules, loket_rules_unref);
  g_clear_pointer (&self->counsellor_id, g_free);

  G_OBJECT_CLASS (loket_postpone_popover_parent_class)->finalize (object);
}

static void
loket_postpone_popover_class_init (LoketPostponePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_postpone_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_postpone_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/loketten/Loketten/"
                                                             "loket-postpone-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketPostponePopover, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketPostponePopover, choices);
  gtk_widget_class_bind_template_child (widget_class, LoketPostponePopover, stays);
  gtk_widget_class_bind_template_child (widget_class, LoketPostponePopover, move_choice);
  gtk_widget_class_bind_template_child (widget_class, LoketPostponePopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, LoketPostponePopover, day_off);
  gtk_widget_class_bind_template_child (widget_class, LoketPostponePopover, move_button);
  gtk_widget_class_bind_template_callback (widget_class, calendar_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
}

static void
loket_postpone_popover_init (LoketPostponePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* "Later Today", "Monday", "Next Week": how far away it is, and the moment itself. */
static void
add_reminder (LoketPostponePopover *self,
              const char           *title,
              const char           *moment)
{
  gboolean is_today = strncmp (moment, self->now.text, LOKET_DATE_LENGTH) == 0;
  const char *time = moment + LOKET_DATE_LENGTH + 1;
  g_autofree char *day = loket_sentences_format_date (moment);
  g_autofree char *when = is_today ? g_strdup (time) : g_strdup_printf ("%s, %s", day, time);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = create_label (title, NULL);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, when);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_label (when, "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plain");
  gtk_widget_add_css_class (button, "choice");

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "moment", g_strdup (moment), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reminder_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self->choices), button,
                              gtk_widget_get_prev_sibling (self->move_choice));
}

static void
add_reminders (LoketPostponePopover *self)
{
  LoketDateText reminders[LOKET_MOST_REMINDERS];
  guint n = loket_postponement_get_reminders (self->days, self->now.text, reminders);

  for (guint i = 0; i < n; i++)
    {
      int days = loket_date_get_day (reminders[i].text) - loket_date_get_day (self->now.text);
      const char *title = days == 1 ? _("Tomorrow") : _("Next Working Day");

      if (days == 0)
        title = _("Later Today");
      else if (i == n - 1)
        title = _("Next Week");
      add_reminder (self, title, reminders[i].text);
    }
}

static void
show_what_stays (LoketPostponePopover *self,
                 const char           *due_on)
{
  g_autofree char *day = due_on != NULL ? loket_sentences_format_day (due_on) : NULL;
  g_autofree char *stays = NULL;

  if (day == NULL)
    stays = g_strdup (_("The dates stay as they are."));
  else
    /* Translators: a day, "Friday 21 November". */
    stays = g_strdup_printf (_("The date stays %s."), day);
  gtk_label_set_label (self->stays, stays);
}

/**
 * loket_postpone_popover_new:
 * @due_on: (nullable): the date on which the contact or the promise is due; NULL for several
 * @desk: the desk
 *
 * Returns: a popover that activates work.snooze with a moment, or work.move with a date
 */
GtkWidget *
loket_postpone_popover_new (const char *due_on,
                            LoketDesk  *desk)
{
  LoketPostponePopover *self = g_object_new (LOKET_TYPE_POSTPONE_POPOVER, NULL);
  g_autofree char *noon = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) shown = NULL;
  LoketDateText tomorrow;

  self->rules = loket_rules_ref (loket_desk_get_rules (desk));
  self->counsellor_id = g_strdup (loket_desk_get_counsellor_id (desk));
  self->days = loket_rules_get_days (self->rules, self->counsellor_id);
  self->now = loket_clock_get_moment (loket_desk_get_clock (desk));
  tomorrow = loket_working_days_add (self->days, self->now.text, 1);
  noon = g_strconcat (tomorrow.text, "T12:00:00", NULL);
  shown = g_date_time_new_from_iso8601 (noon, zone);
  show_what_stays (self, due_on);
  add_reminders (self);
  gtk_calendar_select_day (self->calendar, shown);
  day_selected_cb (self);

  return GTK_WIDGET (self);
}
