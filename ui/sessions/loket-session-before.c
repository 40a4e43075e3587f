/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A short list of the latest events of a client. */

#include "loket-session-before.h"

#include "loket-event-list.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>

/* How many events stand beside the form. */
#define MOST_EVENTS 12

struct _LoketSessionBefore
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LoketSessionBefore, loket_session_before, ADW_TYPE_BIN)

static void
loket_session_before_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_SESSION_BEFORE);

  G_OBJECT_CLASS (loket_session_before_parent_class)->dispose (object);
}

static void
loket_session_before_class_init (LoketSessionBeforeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_before_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-session-before.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionBefore, list);
}

static void
loket_session_before_init (LoketSessionBefore *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a session says can be the start of the one that is being held. */
static GtkWidget *
create_copy_button (LoketEvent *event)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *day = loket_sentences_format_day (loket_event_get_date (event));

  /* Translators: the day of a session. */
  g_autofree char *name = g_strdup_printf (_("Begin with the session of %s"), day);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "session.begin-like");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    loket_record_get_id (loket_event_get_record (event)));

  return button;
}

static GtkWidget *
create_event_row (gpointer item,
                  gpointer user_data)
{
  LoketEvent *event = item;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = loket_sentences_format_short_day (loket_event_get_date (event));
  GtkWidget *date = gtk_label_new (day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), loket_event_get_title (event));
  if (loket_event_get_subtitle (event) != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), loket_event_get_subtitle (event));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_add_css_class (date, "dim-label");
  gtk_widget_add_css_class (date, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), date);
  if (loket_event_get_kind (event) == LOKET_EVENT_SESSION)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_copy_button (event));

  return row;
}

static gboolean
has_happened (gpointer item,
              gpointer user_data)
{
  return !loket_event_is_open (item);
}

/**
 * loket_session_before_show:
 * @dossier: of the client across the desk
 * @codes: the office's lists
 */
void
loket_session_before_show (LoketSessionBefore *self,
                           LoketDossier       *dossier,
                           LoketCodes         *codes)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (has_happened, NULL, NULL);
  GtkFilterListModel *happened;
  g_autoptr (GListModel) latest = NULL;

  g_return_if_fail (LOKET_IS_SESSION_BEFORE (self));

  happened = gtk_filter_list_model_new (loket_event_list_new (dossier, codes),
                                        GTK_FILTER (filter));
  latest = G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (happened), 0, MOST_EVENTS));
  gtk_list_box_bind_model (self->list, latest, create_event_row, NULL, NULL);
}
