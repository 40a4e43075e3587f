/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers only what occurs with this client. */

#include "loketten-config.h"

#include "loket-timeline-filters.h"

#include "loket-accessible.h"
#include "loket-drop-down-words.h"
#include "loket-sentences.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/* The periods that are not trajectories. */
enum
{
  ALL_TIME,
  THIS_YEAR,
  LAST_YEAR,
  N_PERIODS
};

#define MONTH_LENGTH 7

struct _LoketTimelineFilters
{
  AdwBin parent_instance;

  GtkDropDown *scope;
  GtkDropDown *period;
  GtkDropDown *person;
  GtkDropDown *month;
  GtkWidget *chips;
  GtkToggleButton *all_chip;
  GtkToggleButton *sessions_chip;
  GtkToggleButton *assessments_chip;
  GtkToggleButton *contacts_chip;
  GtkToggleButton *promises_chip;
  GtkToggleButton *status_chip;

  GPtrArray *counsellor_ids;  /* of the persons, after everybody */
  GPtrArray *trajectory_ids;  /* of the periods, after those of the calendar */
  GPtrArray *months;          /* YYYY-MM, after the heading */
  LoketDateText today;
  LoketDateText from;         /* of the period that is chosen; empty for all time */
  gboolean is_filling;        /* whether the choices follow the client */
};

enum
{
  CHANGED,
  JUMP,
  SCOPE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketTimelineFilters, loket_timeline_filters, ADW_TYPE_BIN)

static void
emit_changed (LoketTimelineFilters *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
chip_toggled_cb (LoketTimelineFilters *self,
                 GtkToggleButton      *chip)
{
  if (gtk_toggle_button_get_active (chip))
    emit_changed (self);
}

static void
choice_selected_cb (LoketTimelineFilters *self)
{
  emit_changed (self);
}

static void
show_scope (LoketTimelineFilters *self)
{
  gboolean shows_changes = gtk_drop_down_get_selected (self->scope) == 1;

  gtk_widget_set_visible (self->chips, !shows_changes);
  gtk_widget_set_visible (GTK_WIDGET (self->period), !shows_changes);
  gtk_widget_set_visible (GTK_WIDGET (self->person),
                          !shows_changes && self->counsellor_ids->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->month), !shows_changes && self->months->len > 1);
}

static void
scope_selected_cb (LoketTimelineFilters *self)
{
  show_scope (self);
  g_signal_emit (self, signals[SCOPE], 0, gtk_drop_down_get_selected (self->scope) == 1);
}

/* The heading stays what is chosen: a month is gone to, not kept. */
static void
month_selected_cb (LoketTimelineFilters *self)
{
  guint selected = gtk_drop_down_get_selected (self->month);

  if (self->is_filling || selected == 0 || selected > self->months->len)
    return;

  g_signal_emit (self, signals[JUMP], 0, self->months->pdata[selected - 1]);
  gtk_drop_down_set_selected (self->month, 0);
}

static void
loket_timeline_filters_dispose (GObject *object)
{
  LoketTimelineFilters *self = LOKET_TIMELINE_FILTERS (object);

  self->is_filling = TRUE;
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TIMELINE_FILTERS);

  G_OBJECT_CLASS (loket_timeline_filters_parent_class)->dispose (object);
}

static void
loket_timeline_filters_finalize (GObject *object)
{
  LoketTimelineFilters *self = LOKET_TIMELINE_FILTERS (object);

  g_clear_pointer (&self->counsellor_ids, g_ptr_array_unref);
  g_clear_pointer (&self->trajectory_ids, g_ptr_array_unref);
  g_clear_pointer (&self->months, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_timeline_filters_parent_class)->finalize (object);
}

static void
loket_timeline_filters_class_init (LoketTimelineFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = loket_timeline_filters_dispose;
  object_class->finalize = loket_timeline_filters_finalize;

  /**
   * LoketTimelineFilters::changed:
   *
   * Other events are to be shown.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * LoketTimelineFilters::jump:
   * @month: YYYY-MM
   *
   * A person wants to see that month.
   */
  signals[JUMP] = g_signal_new ("jump", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);

  /**
   * LoketTimelineFilters::scope:
   * @shows_changes: whether the changes are to be shown in place of the events
   */
  signals[SCOPE] = g_signal_new ("scope", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-timeline-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, scope);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, period);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, person);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, month);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, chips);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, all_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, sessions_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, assessments_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, contacts_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, promises_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimelineFilters, status_chip);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_selected_cb);
}

static void
loket_timeline_filters_init (LoketTimelineFilters *self)
{
  self->counsellor_ids = g_ptr_array_new_with_free_func (g_free);
  self->trajectory_ids = g_ptr_array_new_with_free_func (g_free);
  self->months = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  loket_accessible_label_drop_down (self->scope, _("What to show"));
  loket_accessible_label_drop_down (self->period, _("Period"));
  loket_accessible_label_drop_down (self->person, _("Counsellor"));
  loket_accessible_label_drop_down (self->month, _("Go to month"));
  show_scope (self);
}

static gboolean
has_text (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* The same choice as before, when it is still offered. */
static void
set_choices (GtkDropDown   *drop_down,
             GtkStringList *labels,
             GPtrArray     *old_values,
             GPtrArray     *values,
             guint          n_fixed)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint found = 0;

  if (selected < n_fixed)
    found = selected;
  else if (selected - n_fixed < old_values->len
           && g_ptr_array_find_with_equal_func (values, old_values->pdata[selected - n_fixed],
                                                g_str_equal, &found))
    found += n_fixed;

  loket_drop_down_words_set (drop_down, labels, found);
}

static void
fill_persons (LoketTimelineFilters *self,
              LoketDossier         *dossier,
              GListModel           *events)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->counsellor_ids);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (events);

  self->counsellor_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (labels, _("Everybody"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LoketEvent) event = g_list_model_get_item (events, i);
      const char *id = loket_event_get_counsellor_id (event);
      const char *name = loket_dossier_get_counsellor_name (dossier, id);

      if (name == NULL || has_text (self->counsellor_ids, id))
        continue;
      g_ptr_array_add (self->counsellor_ids, g_strdup (id));
      gtk_string_list_append (labels, name);
    }
  set_choices (self->person, labels, old, self->counsellor_ids, 1);
}

static void
fill_periods (LoketTimelineFilters *self,
              LoketDossier         *dossier)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->trajectory_ids);
  GPtrArray *trajectories = loket_dossier_get_trajectories (dossier);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->trajectory_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (labels, _("All time"));
  gtk_string_list_append (labels, _("This year"));
  gtk_string_list_append (labels, _("Last 12 months"));
  for (guint i = trajectories->len; i > 0 && trajectories->len > 1; i--)
    {
      LoketRecord *trajectory = trajectories->pdata[i - 1];
      const char *opened_on = loket_record_get_text (trajectory, LOKET_TRAJECTORY_OPENED_ON);
      g_autofree char *month = loket_sentences_format_month (opened_on);
      /* Translators: the month in which a trajectory was opened. */
      g_autofree char *label = g_strdup_printf (_("Trajectory of %s"), month);

      g_ptr_array_add (self->trajectory_ids, g_strdup (loket_record_get_id (trajectory)));
      gtk_string_list_append (labels, label);
    }
  set_choices (self->period, labels, old, self->trajectory_ids, N_PERIODS);
}

/**
 * loket_timeline_filters_show:
 * @dossier: what is known of a client
 * @events: (element-type LoketEvent): the timeline of the client
 * @today: YYYY-MM-DD
 *
 * Offers the counsellors and the trajectories that occur; what is chosen stays if it can.
 */
void
loket_timeline_filters_show (LoketTimelineFilters *self,
                             LoketDossier         *dossier,
                             GListModel           *events,
                             const char           *today)
{
  g_return_if_fail (LOKET_IS_TIMELINE_FILTERS (self));

  g_strlcpy (self->today.text, today, sizeof self->today.text);
  self->is_filling = TRUE;
  fill_persons (self, dossier, events);
  fill_periods (self, dossier);
  self->is_filling = FALSE;
  show_scope (self);
}

static GPtrArray *
list_months (GPtrArray *events)
{
  GPtrArray *months = g_ptr_array_new_with_free_func (g_free);
  const char *last = "";

  for (guint i = 0; i < events->len; i++)
    {
      const char *date = loket_event_get_date (events->pdata[i]);

      if (loket_event_is_open (events->pdata[i]) || strncmp (date, last, MONTH_LENGTH) == 0)
        continue;
      g_ptr_array_add (months, g_strndup (date, MONTH_LENGTH));
      last = date;
    }

  return months;
}

static gboolean
are_same (GPtrArray *months,
          GPtrArray *others)
{
  for (guint i = 0; i < months->len && i < others->len; i++)
    {
      if (!g_str_equal (months->pdata[i], others->pdata[i]))
        return FALSE;
    }

  return months->len == others->len;
}

/**
 * loket_timeline_filters_show_months:
 * @events: (element-type LoketEvent): what is shown, the latest first
 *
 * Offers the months in which something happened. A list that is open stays so while they are the
 * same.
 */
void
loket_timeline_filters_show_months (LoketTimelineFilters *self,
                                    GPtrArray            *events)
{
  g_autoptr (GPtrArray) months = list_months (events);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_if_fail (LOKET_IS_TIMELINE_FILTERS (self));

  show_scope (self);
  if (are_same (self->months, months))
    return;

  gtk_string_list_append (labels, _("Go to month…"));
  for (guint i = 0; i < months->len; i++)
    {
      g_autofree char *first = g_strdup_printf ("%s-01", (char *) months->pdata[i]);
      g_autofree char *label = loket_sentences_format_month (first);

      gtk_string_list_append (labels, label);
    }
  g_ptr_array_unref (self->months);
  self->months = g_steal_pointer (&months);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->month, G_LIST_MODEL (labels));
  self->is_filling = FALSE;
  show_scope (self);
}

static guint
get_kinds (LoketTimelineFilters *self)
{
  if (gtk_toggle_button_get_active (self->sessions_chip))
    return LOKET_EVENT_SESSION;
  if (gtk_toggle_button_get_active (self->assessments_chip))
    return LOKET_EVENT_ASSESSMENT;
  if (gtk_toggle_button_get_active (self->contacts_chip))
    return LOKET_EVENT_CONTACT;
  if (gtk_toggle_button_get_active (self->promises_chip))
    return LOKET_EVENT_PROMISE;
  if (gtk_toggle_button_get_active (self->status_chip))
    return LOKET_EVENT_TRAJECTORY;

  return ~0u;
}

/**
 * loket_timeline_filters_get:
 *
 * Returns: what is chosen; its texts are valid until something else is
 */
LoketEventFilter
loket_timeline_filters_get (LoketTimelineFilters *self)
{
  LoketEventFilter filter = { 0 };
  guint person, period;

  g_return_val_if_fail (LOKET_IS_TIMELINE_FILTERS (self), filter);

  person = gtk_drop_down_get_selected (self->person);
  period = gtk_drop_down_get_selected (self->period);
  filter.kinds = get_kinds (self);
  if (person > 0 && person <= self->counsellor_ids->len)
    filter.counsellor_id = self->counsellor_ids->pdata[person - 1];
  if (period >= N_PERIODS && period - N_PERIODS < self->trajectory_ids->len)
    filter.trajectory_id = self->trajectory_ids->pdata[period - N_PERIODS];

  if (period == THIS_YEAR)
    g_snprintf (self->from.text, sizeof self->from.text, "%.4s-01-01", self->today.text);
  else if (period == LAST_YEAR)
    self->from = loket_date_add_days (self->today.text, -365);
  if (period == THIS_YEAR || period == LAST_YEAR)
    filter.from = self->from.text;

  return filter;
}

/**
 * loket_timeline_filters_clear:
 *
 * Shows everything again.
 */
void
loket_timeline_filters_clear (LoketTimelineFilters *self)
{
  g_return_if_fail (LOKET_IS_TIMELINE_FILTERS (self));

  self->is_filling = TRUE;
  gtk_toggle_button_set_active (self->all_chip, TRUE);
  gtk_drop_down_set_selected (self->person, 0);
  gtk_drop_down_set_selected (self->period, 0);
  self->is_filling = FALSE;
  emit_changed (self);
}

/**
 * loket_timeline_filters_set_changes:
 * @shows_changes: whether the changes are shown in place of the events
 */
void
loket_timeline_filters_set_changes (LoketTimelineFilters *self,
                                    gboolean              shows_changes)
{
  g_return_if_fail (LOKET_IS_TIMELINE_FILTERS (self));

  gtk_drop_down_set_selected (self->scope, shows_changes ? 1 : 0);
}

/**
 * loket_timeline_filters_focus_month:
 *
 * Opens the months to go to.
 */
void
loket_timeline_filters_focus_month (LoketTimelineFilters *self)
{
  g_return_if_fail (LOKET_IS_TIMELINE_FILTERS (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->month)))
    gtk_widget_activate (GTK_WIDGET (self->month));
}
