/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Looks anew with every keystroke, and shows who may be the same person, and why. It never forbids
 * anything. */

#include "loketten-config.h"

#include "loket-alike-view.h"

#include "loket-likeness-words.h"

#include <glib/gi18n.h>

struct _LoketAlikeView
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkListBox *list;

  LoketDesk *desk;
  GCancellable *cancellable;  /* (nullable): of the latest look */
  char *shown;                /* (nullable): who is shown, and why */
};

enum
{
  OPEN,
  NOT_SAME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketAlikeView, loket_alike_view, ADW_TYPE_BIN)

static const char *
get_client_id (gpointer widget)
{
  return g_object_get_data (widget, "client-id");
}

static void
row_activated_cb (LoketAlikeView *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[OPEN], 0, get_client_id (row));
}

static void
not_same_clicked_cb (LoketAlikeView *self,
                     GtkButton      *button)
{
  g_autofree char *id = g_strdup (get_client_id (button));

  g_signal_emit (self, signals[NOT_SAME], 0, id);
}

static GtkWidget *
create_not_same_button (LoketAlikeView *self,
                        const char     *id,
                        const char     *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: the name of a client. */
  g_autofree char *label = g_strdup_printf (_("%s is not the same person"), name);

  gtk_widget_set_tooltip_text (button, _("Not the same person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "client-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (not_same_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static char *
format_subtitle (const LoketAlike *alike)
{
  g_autofree char *facts = loket_likeness_words_format_client (alike->client);
  g_autofree char *reasons = loket_likeness_words_format_reasons (alike->likeness.reasons);

  return g_strdup_printf ("%s\n%s", facts, reasons);
}

static void
add_row (LoketAlikeView   *self,
         const LoketAlike *alike)
{
  const char *id = loket_record_get_id (LOKET_RECORD (alike->client));
  g_autofree char *name = loket_client_dup_display_name (alike->client);
  g_autofree char *subtitle = format_subtitle (alike);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_tooltip_text (row, _("Open this client instead"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_not_same_button (self, id, name));
  g_object_set_data_full (G_OBJECT (row), "client-id", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
}

/* What is shown already stays as it is: with every keystroke rows would lose the focus. */
static char *
describe (GPtrArray *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const LoketAlike *alike = found->pdata[i];

      g_string_append_printf (text, "%s %u;", loket_record_get_id (LOKET_RECORD (alike->client)),
                              alike->likeness.reasons);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
clear_list (LoketAlikeView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
show_found (LoketAlikeView *self,
            GPtrArray      *found)
{
  g_autofree char *text = describe (found);

  if (g_strcmp0 (self->shown, text) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  gtk_revealer_set_reveal_child (self->revealer, found->len > 0);
  /* While it closes, the last rows stay in sight. */
  if (found->len == 0)
    return;

  clear_list (self);
  for (guint i = 0; i < found->len; i++)
    add_row (self, found->pdata[i]);
}

/* A warning that cannot be given does not come between a person and the form, but nobody may think
 * that there is none to give. */
static void
show_problem (LoketAlikeView *self,
              const GError   *error)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _("Could not look for the same person"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
  g_clear_pointer (&self->shown, g_free);
  clear_list (self);
  gtk_list_box_append (self->list, row);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketAlikeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = loket_desk_find_alike_finish (LOKET_DESK (object), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found != NULL)
    show_found (self, found);
  else
    show_problem (self, error);
}

static void
loket_alike_view_dispose (GObject *object)
{
  LoketAlikeView *self = LOKET_ALIKE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_ALIKE_VIEW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_alike_view_parent_class)->dispose (object);
}

static void
loket_alike_view_finalize (GObject *object)
{
  g_free (LOKET_ALIKE_VIEW (object)->shown);

  G_OBJECT_CLASS (loket_alike_view_parent_class)->finalize (object);
}

static void
loket_alike_view_class_init (LoketAlikeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_alike_view_dispose;
  object_class->finalize = loket_alike_view_finalize;

  /**
   * LoketAlikeView::open:
   * @client_id: the id of a client, who is to be opened instead
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LoketAlikeView::not-same:
   * @client_id: the id of a client, who is somebody else
   */
  signals[NOT_SAME] = g_signal_new ("not-same", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-alike-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketAlikeView, revealer);
  gtk_widget_class_bind_template_child (widget_class, LoketAlikeView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
loket_alike_view_init (LoketAlikeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
loket_alike_view_set_desk (LoketAlikeView *self,
                           LoketDesk      *desk)
{
  g_return_if_fail (LOKET_IS_ALIKE_VIEW (self));

  g_set_object (&self->desk, desk);
}

/**
 * loket_alike_view_look:
 * @draft: a client, perhaps half typed
 *
 * Shows who may be the same person, as soon as that is known; the look before is given up.
 */
void
loket_alike_view_look (LoketAlikeView   *self,
                       const LoketDraft *draft)
{
  g_return_if_fail (LOKET_IS_ALIKE_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_find_alike_async (self->desk, draft, self->cancellable, found_cb,
                               g_object_ref (self));
}

/**
 * loket_alike_view_go_to:
 *
 * Puts the keyboard on the first who is shown, if there is anybody.
 */
void
loket_alike_view_go_to (LoketAlikeView *self)
{
  GtkListBoxRow *first;

  g_return_if_fail (LOKET_IS_ALIKE_VIEW (self));

  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first != NULL && gtk_revealer_get_reveal_child (self->revealer))
    gtk_widget_grab_focus (GTK_WIDGET (first));
}
