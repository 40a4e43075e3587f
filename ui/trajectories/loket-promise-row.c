/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Names a promise, and hands on what its buttons say to the form in which it stands. */

#include "loketten-config.h"

#include "loket-promise-row.h"

#include "loket-sentences.h"
#include "loket-working-days.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketPromiseRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *what;
  GtkLabel *due;
  GtkButton *done_button;
  GtkMenuButton *date_button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkLabel *day_off;
  GtkButton *move_button;

  char *promise_id;
  LoketDesk *desk;       /* (nullable): until something is shown */
  LoketDateText today;
  LoketDateText chosen;  /* a working day */
};

G_DEFINE_FINAL_TYPE (LoketPromiseRow, loket_promise_row, GTK_TYPE_LIST_BOX_ROW)

static const LoketWorkingDays *
get_days (LoketPromiseRow *self)
{
  return loket_rules_get_days (loket_desk_get_rules (self->desk),
                               loket_desk_get_counsellor_id (self->desk));
}

static void
day_selected_cb (LoketPromiseRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *day_off = NULL;

  if (self->today.text[0] == '\0')
    return;

  self->chosen = loket_working_days_move_on (get_days (self), date);
  words = loket_sentences_format_short_day (self->chosen.text);
  /* Translators: a day, "Mon 24 Nov". */
  label = g_strdup_printf (_("Move to %s"), words);
  gtk_button_set_label (self->move_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->move_button),
                            strcmp (date, self->today.text) >= 0);
  day_off = loket_sentences_format_day_off (date, loket_desk_get_rules (self->desk),
                                            loket_desk_get_counsellor_id (self->desk));
  gtk_label_set_label (self->day_off, day_off);
  gtk_widget_set_visible (GTK_WIDGET (self->day_off), day_off != NULL);
}

static void
move_clicked_cb (LoketPromiseRow *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "closing.move-promise", "(ss)", self->promise_id,
                              self->chosen.text);
}

static void
keep_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "closing.keep-promise", "s",
                              LOKET_PROMISE_ROW (widget)->promise_id);
}

static gboolean
loket_promise_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LOKET_PROMISE_ROW (widget)->done_button));
}

static void
loket_promise_row_dispose (GObject *object)
{
  /* The row would let go once more of a child that the template has let go of. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  g_clear_object (&LOKET_PROMISE_ROW (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_PROMISE_ROW);

  G_OBJECT_CLASS (loket_promise_row_parent_class)->dispose (object);
}

static void
loket_promise_row_finalize (GObject *object)
{
  g_clear_pointer (&LOKET_PROMISE_ROW (object)->promise_id, g_free);

  G_OBJECT_CLASS (loket_promise_row_parent_class)->finalize (object);
}

static void
loket_promise_row_class_init (LoketPromiseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_promise_row_dispose;
  object_class->finalize = loket_promise_row_finalize;
  widget_class->grab_focus = loket_promise_row_grab_focus;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-promise-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, what);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, due);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, done_button);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, date_button);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, popover);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, day_off);
  gtk_widget_class_bind_template_child (widget_class, LoketPromiseRow, move_button);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
  gtk_widget_class_install_action (widget_class, "promise.keep", NULL, keep_action);
}

static void
loket_promise_row_init (LoketPromiseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The name of a control for a screen reader: what it does, and with which promise. */
static void
name_control (GtkWidget  *control,
              const char *label,
              const char *what)
{
  /* Translators: what a button does and with which promise, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), label, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_promise (LoketPromiseRow *self,
              LoketRecord     *promise)
{
  const char *text = loket_record_get_value (promise, LOKET_PROMISE_TEXT);
  const char *due_on = loket_record_get_text (promise, LOKET_PROMISE_DUE_ON);
  gboolean is_late = FALSE;
  g_autofree char *due = loket_sentences_format_due (due_on, loket_desk_get_rules (self->desk),
                                                     self->today.text, &is_late);

  if (text == NULL)
    text = loket_codes_get_label (loket_desk_get_codes (self->desk), "promise_kind",
                                  loket_record_get_text (promise, LOKET_PROMISE_KIND));
  gtk_label_set_label (self->what, text);
  gtk_label_set_label (self->due, due);
  if (is_late)
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  name_control (GTK_WIDGET (self->done_button), C_("act", "Done"), text);
  name_control (GTK_WIDGET (self->date_button), _("Another Date"), text);
  name_control (gtk_widget_get_first_child (GTK_WIDGET (self->date_button)), _("Another Date"),
                text);
}

/**
 * loket_promise_row_new:
 * @promise: an open promise of the counsellor
 * @desk: the desk
 *
 * Returns: a row that activates closing.keep-promise with the id of the promise, or
 *   closing.move-promise with the id and a date
 */
GtkWidget *
loket_promise_row_new (LoketPromise *promise,
                       LoketDesk    *desk)
{
  LoketPromiseRow *self = g_object_new (LOKET_TYPE_PROMISE_ROW, NULL);
  LoketDateText next;
  g_autofree char *noon = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) shown = NULL;

  self->desk = g_object_ref (desk);
  self->promise_id = g_strdup (loket_record_get_id (LOKET_RECORD (promise)));
  self->today = loket_desk_get_today (desk);
  next = loket_working_days_add (get_days (self), self->today.text, 1);
  noon = g_strconcat (next.text, "T12:00:00", NULL);
  shown = g_date_time_new_from_iso8601 (noon, zone);
  show_promise (self, LOKET_RECORD (promise));
  gtk_calendar_select_day (self->calendar, shown);
  day_selected_cb (self);

  return GTK_WIDGET (self);
}
