/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows the events of a dossier under the headings of their months, some at a time. */

#include "loketten-config.h"

#include "loket-timeline.h"

#include "loket-event-deeds.h"
#include "loket-event-groups.h"
#include "loket-event-list.h"
#include "loket-event-lock.h"
#include "loket-event-row.h"
#include "loket-event-standing.h"
#include "loket-history-view.h"
#include "loket-milestone-bar.h"
#include "loket-row-target.h"
#include "loket-sentences.h"
#include "loket-timeline-filters.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many rows are made at a time: a client of many years must not make the window wait. */
#define ROWS_AT_A_TIME 40
#define MONTH_LENGTH   7

struct _LoketTimeline
{
  AdwBin parent_instance;

  LoketTimelineFilters *filters;
  GtkWidget *events;
  GtkBox *to_do;
  LoketMilestoneBar *milestones;
  GtkBox *months;
  GtkWidget *more;
  GtkWidget *nothing;
  GtkLabel *nothing_label;
  GtkWidget *clear;
  LoketHistoryView *history;

  LoketDesk *desk;          /* (nullable): until something is shown */
  LoketDossier *dossier;    /* (nullable): until it is shown */
  GListModel *all;          /* (nullable): every event */
  GPtrArray *shown;         /* (nullable): those that the filters let pass */
  LoketEventGroups *groups;
  char *history_id;         /* (nullable): the record whose changes are shown alone */
  char *history_title;      /* (nullable): what it is called */
  LoketRowTarget *target;
};

G_DEFINE_FINAL_TYPE (LoketTimeline, loket_timeline, ADW_TYPE_BIN)

/* Of LoketEventRow: one for each of the first of what is shown. */
static GPtrArray *
get_rows (LoketTimeline *self)
{
  return loket_event_groups_get_rows (self->groups);
}

/* Events that stay keep their rows. */
static void
show_rows (LoketTimeline *self,
           guint          n_rows)
{
  loket_event_groups_show (self->groups, self->desk, self->dossier, self->shown, n_rows);
  gtk_widget_set_visible (self->more, get_rows (self)->len < self->shown->len);
}

static LoketEvent *
find_event (LoketTimeline *self,
            const char    *key)
{
  for (guint i = 0; self->shown != NULL && i < self->shown->len; i++)
    {
      if (g_str_equal (loket_event_get_key (self->shown->pdata[i]), key))
        return self->shown->pdata[i];
    }

  return NULL;
}

static gboolean
hides_something (LoketTimeline *self)
{
  return g_list_model_get_n_items (self->all) > self->shown->len;
}

static void
render_nothing (LoketTimeline *self)
{
  gboolean is_hidden = hides_something (self);

  gtk_widget_set_visible (self->nothing, self->shown->len == 0);
  gtk_widget_set_visible (self->clear, is_hidden);
  gtk_label_set_label (self->nothing_label,
                       is_hidden ? _("Nothing matches what you chose above.")
                                 : _("Nothing has happened yet."));
}

static void
render (LoketTimeline *self,
        guint          n_rows)
{
  LoketEventFilter filter = loket_timeline_filters_get (self->filters);

  loket_row_target_clear (self->target);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = loket_event_filter_apply (&filter, self->all);
  show_rows (self, n_rows);
  render_nothing (self);
  loket_timeline_filters_show_months (self->filters, self->shown);
}

static void
filters_changed_cb (LoketTimeline *self)
{
  if (self->dossier != NULL)
    render (self, ROWS_AT_A_TIME);
}

static void
go_to_row (LoketTimeline *self,
           guint          position)
{
  if (get_rows (self)->len < MIN (position + ROWS_AT_A_TIME, self->shown->len))
    show_rows (self, position + ROWS_AT_A_TIME);
  loket_row_target_aim (self->target, get_rows (self)->pdata[position]);
}

static void
month_chosen_cb (LoketTimeline *self,
                 const char    *month)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      LoketEvent *event = self->shown->pdata[i];

      if (!loket_event_is_open (event)
          && strncmp (loket_event_get_date (event), month, MONTH_LENGTH) == 0)
        {
          go_to_row (self, i);
          return;
        }
    }
}

static void
load_history (LoketTimeline *self)
{
  LoketRecord *client = LOKET_RECORD (loket_dossier_get_client (self->dossier));

  loket_history_view_show (self->history, self->desk, loket_record_get_id (client),
                           self->history_id, self->history_title);
}

static void
scope_chosen_cb (LoketTimeline *self,
                 gboolean       shows_changes)
{
  gtk_widget_set_visible (self->events, !shows_changes);
  gtk_widget_set_visible (GTK_WIDGET (self->history), shows_changes);
  if (!shows_changes)
    {
      g_clear_pointer (&self->history_id, g_free);
      g_clear_pointer (&self->history_title, g_free);
    }
  else if (self->dossier != NULL)
    load_history (self);
}

static gboolean
is_pinned (LoketTimeline *self,
           LoketEvent    *event)
{
  GPtrArray *trajectories = loket_dossier_get_trajectories (self->dossier);

  for (guint i = 0; i < trajectories->len; i++)
    {
      if (loket_trajectory_has_pinned (trajectories->pdata[i],
                                       loket_record_get_id (loket_event_get_record (event))))
        return TRUE;
    }

  return FALSE;
}

static void
deed_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketTimeline *self = LOKET_TIMELINE (widget);
  LoketEvent *event = find_event (self, g_variant_get_string (parameter, NULL));

  if (event == NULL)
    return;

  if (loket_event_lock_is_set (event, self->dossier))
    gtk_widget_activate_action (widget, "win.show-problem", "s", loket_event_lock_get_sentence ());
  else if (g_str_equal (action_name, "timeline.next"))
    loket_event_deeds_do_next (widget, self->desk, event);
  else if (g_str_equal (action_name, "timeline.pass"))
    loket_event_deeds_jump (widget, self->desk, event);
  else if (g_str_equal (action_name, "timeline.correct"))
    loket_event_deeds_correct (widget, self->desk, event);
  else if (g_str_equal (action_name, "timeline.correct-promise"))
    loket_event_deeds_correct_promise (widget, self->desk, event);
  else if (loket_event_get_kind (event) != LOKET_EVENT_TRAJECTORY)
    loket_event_deeds_pin (widget, self->desk, event, !is_pinned (self, event));
}

static void
history_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LoketTimeline *self = LOKET_TIMELINE (widget);
  LoketEvent *event = find_event (self, g_variant_get_string (parameter, NULL));

  if (event == NULL)
    return;

  g_free (self->history_id);
  self->history_id = g_strdup (loket_record_get_id (loket_event_get_record (event)));
  g_free (self->history_title);
  self->history_title = g_strdup (loket_event_get_title (event));
  loket_timeline_filters_set_changes (self->filters, TRUE);
}

/* An event is shown whatever the filters hide. */
static void
reveal (LoketTimeline *self,
        const char    *key)
{
  guint position;

  if (find_event (self, key) == NULL)
    loket_timeline_filters_clear (self->filters);
  if (!g_ptr_array_find (self->shown, find_event (self, key), &position))
    return;

  go_to_row (self, position);
  loket_event_row_set_open (get_rows (self)->pdata[position], TRUE);
}

static void
reveal_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  reveal (LOKET_TIMELINE (widget), g_variant_get_string (parameter, NULL));
}

static void
more_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  loket_timeline_show_more (LOKET_TIMELINE (widget));
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  loket_timeline_filters_clear (LOKET_TIMELINE (widget)->filters);
}

static void
loket_timeline_dispose (GObject *object)
{
  LoketTimeline *self = LOKET_TIMELINE (object);

  g_clear_pointer (&self->target, loket_row_target_free);
  g_clear_pointer (&self->groups, loket_event_groups_free);
  g_clear_object (&self->dossier);
  g_clear_object (&self->all);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TIMELINE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_timeline_parent_class)->dispose (object);
}

static void
loket_timeline_finalize (GObject *object)
{
  LoketTimeline *self = LOKET_TIMELINE (object);

  g_clear_pointer (&self->history_id, g_free);
  g_clear_pointer (&self->history_title, g_free);

  G_OBJECT_CLASS (loket_timeline_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, filters);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, events);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, to_do);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, milestones);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, months);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, more);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, nothing);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, clear);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, history);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_chosen_cb);
}

static void
loket_timeline_class_init (LoketTimelineClass *klass)
{
  static const char *const deeds[] = {
    "timeline.next", "timeline.pass", "timeline.correct", "timeline.correct-promise",
    "timeline.pin"
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_timeline_finalize;

  g_type_ensure (LOKET_TYPE_HISTORY_VIEW);
  g_type_ensure (LOKET_TYPE_MILESTONE_BAR);
  g_type_ensure (LOKET_TYPE_TIMELINE_FILTERS);
  bind_template (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i], "s", deed_action);
  gtk_widget_class_install_action (widget_class, "timeline.history", "s", history_action);
  gtk_widget_class_install_action (widget_class, "timeline.reveal", "s", reveal_action);
  gtk_widget_class_install_action (widget_class, "timeline.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "timeline.clear-filters", NULL,
                                   clear_filters_action);
}

static void
loket_timeline_init (LoketTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = loket_event_groups_new (self->to_do, self->months);
  self->target = loket_row_target_new (GTK_WIDGET (self->filters));
}

static gboolean
is_shown (LoketTimeline *self,
          LoketDossier  *dossier)
{
  LoketRecord *client = LOKET_RECORD (loket_dossier_get_client (dossier));

  return self->dossier != NULL
         && g_str_equal (loket_record_get_id (client),
                         loket_record_get_id (
                           LOKET_RECORD (loket_dossier_get_client (self->dossier))));
}

/* (nullable): where somebody is going to. */
static char *
dup_target_key (LoketTimeline *self)
{
  LoketEventRow *row = (LoketEventRow *) loket_row_target_get_row (self->target);

  return row != NULL ? g_strdup (loket_event_get_key (loket_event_row_get_event (row))) : NULL;
}

/* (nullable): the key of the event at which a record says something in words. */
static char *
dup_key (LoketTimeline *self,
         const char    *record_id)
{
  guint n = self->all != NULL ? g_list_model_get_n_items (self->all) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LoketEvent) event = g_list_model_get_item (self->all, i);
      LoketRecord *promise = loket_event_get_promise (event);
      const char *key = loket_event_get_key (event);

      if (promise != NULL && g_str_equal (loket_record_get_id (promise), record_id))
        return g_strdup (key);
      if (g_str_equal (loket_record_get_id (loket_event_get_record (event)), record_id)
          && (loket_event_get_kind (event) != LOKET_EVENT_TRAJECTORY
              || strstr (key, ":reopened") != NULL))
        return g_strdup (key);
    }

  return NULL;
}

/**
 * loket_timeline_show:
 * @dossier: what is known of a client
 *
 * Shows what happened, as of today. When it is the client that was shown before, what was open
 * stays open.
 */
void
loket_timeline_show (LoketTimeline *self,
                     LoketDesk     *desk,
                     LoketDossier  *dossier)
{
  LoketDateText today = loket_desk_get_today (desk);
  g_autoptr (LoketEventStanding) standing = NULL;
  g_autofree char *target = NULL;
  LoketEventRow *row;
  guint position;
  gboolean is_same;

  g_return_if_fail (LOKET_IS_TIMELINE (self));

  is_same = is_shown (self, dossier);
  standing = loket_event_standing_new (GTK_WIDGET (self), get_rows (self));
  target = dup_target_key (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->dossier, dossier);
  g_clear_object (&self->all);
  self->all = loket_event_list_new (dossier, loket_desk_get_codes (desk));

  loket_timeline_filters_show (self->filters, dossier, self->all, today.text);
  loket_milestone_bar_show (self->milestones, self->all);
  if (is_same)
    {
      render (self, MAX (get_rows (self)->len, ROWS_AT_A_TIME));
      row = loket_event_standing_restore (standing, get_rows (self));
      if (target != NULL)
        reveal (self, target);
      else if (g_ptr_array_find (get_rows (self), row, &position))
        go_to_row (self, position);
    }
  else
    {
      loket_timeline_filters_set_changes (self->filters, FALSE);
      loket_timeline_filters_clear (self->filters);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->history)))
    load_history (self);
}

/**
 * loket_timeline_show_event:
 * @record_id: the id of a record
 *
 * Goes to what tells of a record and opens it, whatever the filters hide; of a trajectory, to where
 * it says why it was reopened.
 */
void
loket_timeline_show_event (LoketTimeline *self,
                           const char    *record_id)
{
  g_autofree char *key = NULL;

  g_return_if_fail (LOKET_IS_TIMELINE (self));

  key = dup_key (self, record_id);
  if (key == NULL)
    return;

  loket_timeline_filters_set_changes (self->filters, FALSE);
  reveal (self, key);
}

/**
 * loket_timeline_show_more:
 *
 * Shows some earlier events as well, if there are any.
 */
void
loket_timeline_show_more (LoketTimeline *self)
{
  g_return_if_fail (LOKET_IS_TIMELINE (self));

  if (self->shown != NULL && gtk_widget_get_visible (self->events))
    show_rows (self, get_rows (self)->len + ROWS_AT_A_TIME);
}

/**
 * loket_timeline_show_changes:
 *
 * Shows every change of the record in place of the events.
 */
void
loket_timeline_show_changes (LoketTimeline *self)
{
  g_return_if_fail (LOKET_IS_TIMELINE (self));

  loket_timeline_filters_set_changes (self->filters, TRUE);
}

/**
 * loket_timeline_go_to_month:
 *
 * Opens the list of months to go to.
 */
void
loket_timeline_go_to_month (LoketTimeline *self)
{
  g_return_if_fail (LOKET_IS_TIMELINE (self));

  loket_timeline_filters_focus_month (self->filters);
}
