/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows a toggle button per working day, week beside week. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-day-strip.h"

#include "loket-sentences.h"
#include "loket-working-days.h"

#include <glib/gi18n.h>
#include <string.h>

/* What there is of one day. */
typedef struct
{
  LoketDateText date;
  GtkToggleButton *button;  /* borrowed */
  GtkLabel *count;          /* borrowed */
} Day;

struct _LoketDayStrip
{
  GtkWidget parent_instance;

  GtkBox *weeks;          /* borrowed: the only child's */
  GArray *days;           /* of Day */
  LoketDateText today;    /* for which the days were made */
  LoketDateText picked;   /* empty when none is */
};

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LoketDayStrip, loket_day_strip, GTK_TYPE_WIDGET)

static Day *
get_day (LoketDayStrip *self,
         guint          i)
{
  return &g_array_index (self->days, Day, i);
}

/* Only the day that was picked last stays pressed. */
static void
show_picked (LoketDayStrip *self)
{
  for (guint i = 0; i < self->days->len; i++)
    gtk_toggle_button_set_active (get_day (self, i)->button,
                                  g_str_equal (get_day (self, i)->date.text, self->picked.text));
}

static void
toggled_cb (LoketDayStrip   *self,
            GtkToggleButton *button)
{
  const char *date = g_object_get_data (G_OBJECT (button), "date");

  if (gtk_toggle_button_get_active (button))
    loket_day_strip_set_day (self, date);
  else if (g_str_equal (date, self->picked.text))
    loket_day_strip_set_day (self, NULL);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
append_day (LoketDayStrip *self,
            GtkBox        *week,
            const char    *date)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean is_today = g_str_equal (date, self->today.text);
  g_autofree char *weekday = loket_sentences_format_weekday (date);
  g_autofree char *number = g_strdup_printf ("%d", atoi (date + 8));
  Day day = { .date = loket_date_add_days (date, 0), .button = GTK_TOGGLE_BUTTON (button) };

  append_label (box, is_today ? _("today") : weekday, "caption");
  append_label (box, number, "numeric");
  day.count = append_label (box, NULL, "caption");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "day");
  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data_full (G_OBJECT (button), "date", g_strdup (date), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (week, button);
  g_array_append_val (self->days, day);
}

/* The working week that holds @date, from @date on. */
static void
append_week (LoketDayStrip *self,
             const char    *date)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *title = loket_sentences_format_week (date);
  GtkLabel *label;

  for (int weekday = loket_date_get_weekday (date); weekday <= 5; weekday++)
    {
      LoketDateText day = loket_date_add_days (date, weekday - loket_date_get_weekday (date));

      append_day (self, GTK_BOX (days), day.text);
    }

  label = append_label (box, title, "caption-heading");
  gtk_label_set_xalign (label, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (label), 10);
  gtk_box_append (GTK_BOX (box), days);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->weeks)) != NULL)
    gtk_box_append (self->weeks, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (self->weeks, box);
}

static void
create_days (LoketDayStrip *self,
             const char    *today,
             guint          n_weeks)
{
  GtkWidget *child;
  LoketDateText from = loket_date_add_days (today, 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->weeks))) != NULL)
    gtk_box_remove (self->weeks, child);
  g_array_set_size (self->days, 0);
  self->today = from;

  /* In a weekend the strip begins with the coming week. */
  if (loket_date_get_weekday (from.text) > 5)
    from = loket_date_add_days (from.text, 8 - loket_date_get_weekday (from.text));
  for (guint i = 0; i <= n_weeks; i++)
    {
      append_week (self, from.text);
      from = loket_date_add_days (from.text, 8 - loket_date_get_weekday (from.text));
    }
}

static void
show_count (const Day *day,
            int        count,
            gboolean   is_off)
{
  g_autofree char *number = g_strdup_printf ("%d", count);
  g_autofree char *words = loket_sentences_format_day (day->date.text);
  g_autofree char *name = NULL;

  /* Translators: a day, and how much is due on it, for a screen reader. */
  name = g_strdup_printf (ngettext ("%s: %d due", "%s: %d due", (gulong) count), words, count);
  if (count > 0)
    gtk_label_set_label (day->count, number);
  else
    /* Translators: a public holiday, very short. */
    gtk_label_set_label (day->count, is_off ? _("off") : "");
  gtk_widget_set_sensitive (GTK_WIDGET (day->button), !is_off || count > 0);
  if (count > 0)
    gtk_widget_add_css_class (GTK_WIDGET (day->button), "busy");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (day->button), "busy");
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
loket_day_strip_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LoketDayStrip *self = LOKET_DAY_STRIP (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_string (value, loket_day_strip_get_day (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_day_strip_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (loket_day_strip_parent_class)->dispose (object);
}

static void
loket_day_strip_finalize (GObject *object)
{
  g_array_unref (LOKET_DAY_STRIP (object)->days);

  G_OBJECT_CLASS (loket_day_strip_parent_class)->finalize (object);
}

static void
loket_day_strip_class_init (LoketDayStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = loket_day_strip_get_property;
  object_class->dispose = loket_day_strip_dispose;
  object_class->finalize = loket_day_strip_finalize;

  /**
   * LoketDayStrip:day:
   *
   * The date that was picked; NULL when none is.
   */
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
loket_day_strip_init (LoketDayStrip *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *weeks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->days = g_array_new (FALSE, FALSE, sizeof (Day));
  self->weeks = GTK_BOX (weeks);
  gtk_widget_add_css_class (weeks, "weeks");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), weeks);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Coming weeks"), -1);
}

/**
 * loket_day_strip_get_day:
 *
 * Returns: (transfer none) (nullable): the date that was picked
 */
const char *
loket_day_strip_get_day (LoketDayStrip *self)
{
  g_return_val_if_fail (LOKET_IS_DAY_STRIP (self), NULL);

  return *self->picked.text != '\0' ? self->picked.text : NULL;
}

/**
 * loket_day_strip_set_day:
 * @day: (nullable): a date, or NULL for none
 */
void
loket_day_strip_set_day (LoketDayStrip *self,
                         const char    *day)
{
  LoketDateText picked = { "" };

  g_return_if_fail (LOKET_IS_DAY_STRIP (self));

  if (day != NULL)
    g_strlcpy (picked.text, day, sizeof picked.text);
  if (g_str_equal (picked.text, self->picked.text))
    return;

  self->picked = picked;
  show_picked (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * loket_day_strip_show:
 * @days: (element-type utf8 int): how much is due on each date that has any
 * @rules: (nullable): what the office agreed on
 * @counsellor_id: (nullable): whose days off are shown; those of the office for everybody
 * @today: a date or a moment
 * @n_weeks: how many weeks to show behind this one
 */
void
loket_day_strip_show (LoketDayStrip    *self,
                      GHashTable       *days,
                      const LoketRules *rules,
                      const char       *counsellor_id,
                      const char       *today,
                      guint             n_weeks)
{
  const LoketWorkingDays *working = loket_rules_get_days (rules, counsellor_id);

  g_return_if_fail (LOKET_IS_DAY_STRIP (self));

  if (strncmp (today, self->today.text, LOKET_DATE_LENGTH) != 0)
    create_days (self, today, n_weeks);

  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *day = get_day (self, i);
      gboolean is_off = !loket_working_days_is_working_day (working, day->date.text);

      show_count (day, GPOINTER_TO_INT (g_hash_table_lookup (days, day->date.text)), is_off);
    }
}
