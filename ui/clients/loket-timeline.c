/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows the events of a dossier under the headings of their months. */

#include "loketten-config.h"

#include "loket-timeline.h"

#include "loket-event.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>

struct _LoketTimeline
{
  AdwBin parent_instance;

  GtkToggleButton *all_chip;
  GtkToggleButton *sessions_chip;
  GtkToggleButton *assessments_chip;
  GtkToggleButton *contacts_chip;
  GtkToggleButton *promises_chip;
  GtkBox *sections;

  LoketDesk *desk;        /* (nullable): until something is shown */
  LoketDossier *dossier;  /* (nullable): until it is shown */
};

G_DEFINE_FINAL_TYPE (LoketTimeline, loket_timeline, ADW_TYPE_BIN)

static GtkWidget *
create_state (LoketEvent *event,
              const char *today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;
  g_autofree char *text = NULL;
  gboolean is_late = FALSE;

  if (loket_event_is_open (event))
    text = loket_sentences_format_due (loket_event_get_date (event), today, &is_late);
  else
    text = loket_sentences_format_short_day (loket_event_get_date (event));

  if (is_late)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  label = gtk_label_new (text);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, is_late ? "error" : "dim-label");

  return box;
}

static GtkWidget *
create_event_row (gpointer item,
                  gpointer user_data)
{
  LoketEvent *event = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (loket_event_get_icon_name (event));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), loket_event_get_title (event));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (loket_event_get_subtitle (event) != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), loket_event_get_subtitle (event));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_state (event, user_data));

  return row;
}

/* A heading and the events under it, which stand together in the sorted list. */
static GtkWidget *
create_group (const char *title,
              GListModel *events,
              guint       from,
              guint       count,
              char       *today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GtkSliceListModel) slice = NULL;

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  slice = gtk_slice_list_model_new (g_object_ref (events), from, count);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (slice), create_event_row,
                           g_strdup (today), g_free);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

static char *
format_group (LoketEvent *event)
{
  return loket_event_is_open (event) ? g_strdup (_("To Do"))
                                     : loket_sentences_format_month (loket_event_get_date (event));
}

static guint
get_shown_kinds (LoketTimeline *self)
{
  if (gtk_toggle_button_get_active (self->sessions_chip))
    return LOKET_EVENT_SESSION;
  if (gtk_toggle_button_get_active (self->assessments_chip))
    return LOKET_EVENT_ASSESSMENT;
  if (gtk_toggle_button_get_active (self->contacts_chip))
    return LOKET_EVENT_CONTACT;
  if (gtk_toggle_button_get_active (self->promises_chip))
    return LOKET_EVENT_PROMISE;

  return ~0u;
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  return (loket_event_get_kind (item) & GPOINTER_TO_UINT (user_data)) != 0;
}

static void
render_timeline (LoketTimeline *self,
                 char          *today)
{
  GtkWidget *child;
  GtkCustomFilter *filter =
      gtk_custom_filter_new (is_shown, GUINT_TO_POINTER (get_shown_kinds (self)), NULL);
  g_autoptr (GtkFilterListModel) shown = NULL;
  GListModel *events;
  guint n, start = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);

  shown = gtk_filter_list_model_new (loket_event_list_new (self->dossier,
                                                           loket_desk_get_codes (self->desk)),
                                     GTK_FILTER (filter));
  events = G_LIST_MODEL (shown);
  n = g_list_model_get_n_items (events);
  while (start < n)
    {
      g_autoptr (LoketEvent) first = g_list_model_get_item (events, start);
      g_autofree char *title = format_group (first);
      guint end = start + 1;

      for (; end < n; end++)
        {
          g_autoptr (LoketEvent) event = g_list_model_get_item (events, end);
          g_autofree char *other = format_group (event);

          if (!g_str_equal (other, title))
            break;
        }
      gtk_box_append (self->sections, create_group (title, events, start, end - start, today));
      start = end;
    }

  if (n == 0)
    {
      GtkWidget *nothing = gtk_label_new (_("Nothing of this kind has happened yet."));

      gtk_widget_add_css_class (nothing, "dim-label");
      gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
      gtk_box_append (self->sections, nothing);
    }
}

static void
chip_toggled_cb (LoketTimeline   *self,
                 GtkToggleButton *chip)
{
  LoketDateText today;

  if (self->dossier == NULL || !gtk_toggle_button_get_active (chip))
    return;

  today = loket_desk_get_today (self->desk);
  render_timeline (self, today.text);
}

static void
loket_timeline_dispose (GObject *object)
{
  LoketTimeline *self = LOKET_TIMELINE (object);

  g_clear_object (&self->dossier);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TIMELINE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_timeline_parent_class)->dispose (object);
}

static void
loket_timeline_class_init (LoketTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_timeline_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, all_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, sessions_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, assessments_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, contacts_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, promises_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketTimeline, sections);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
}

static void
loket_timeline_init (LoketTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_timeline_show:
 * @dossier: what is known of a client
 *
 * Shows what happened, as of today.
 */
void
loket_timeline_show (LoketTimeline *self,
                     LoketDesk     *desk,
                     LoketDossier  *dossier)
{
  LoketDateText today = loket_desk_get_today (desk);

  g_return_if_fail (LOKET_IS_TIMELINE (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->dossier, dossier);
  render_timeline (self, today.text);
}
