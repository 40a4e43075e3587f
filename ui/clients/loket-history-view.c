/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads the history page by page, off the thread of the window. */

#include "loketten-config.h"

#include "loket-history-view.h"

#include "loket-change-words.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

/* So much of an import or a merge is told line by line. */
#define MOST_LINES 3

struct _LoketHistoryView
{
  AdwBin parent_instance;

  GtkWidget *only;
  GtkLabel *only_label;
  GtkListBox *list;
  GtkLabel *nothing;
  GtkWidget *more;

  LoketDesk *desk;            /* (nullable): until something is shown */
  char *client_id;            /* (nullable) */
  char *record_id;            /* (nullable): the history of this record alone */
  char *before;               /* (nullable): the last act that is shown */
  gboolean has_more;          /* there are acts before it */
  gboolean is_anew;           /* what is being loaded are the latest acts, once more */
  GCancellable *cancellable;  /* of the newest load */
};

G_DEFINE_FINAL_TYPE (LoketHistoryView, loket_history_view, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
whole_clicked_cb (GtkWidget *label,
                  GtkButton *button)
{
  gtk_label_set_label (GTK_LABEL (label), g_object_get_data (G_OBJECT (label), "whole"));
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static void
add_line (GtkBox                 *box,
          const LoketHistoryLine *line,
          LoketCodes             *codes)
{
  char *whole;
  g_autofree char *words = loket_change_words_format_line (line, codes, &whole);
  GtkWidget *label, *button;

  if (words == NULL)
    return;

  label = create_label (words, NULL);
  gtk_box_append (box, label);
  if (whole == NULL)
    return;

  button = gtk_button_new_with_label (_("Show Everything"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (label), "whole", whole, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (whole_clicked_cb), label,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static gboolean
is_of_many (const LoketHistoryAct *act)
{
  return act->lines->len > MOST_LINES
         && (g_str_has_suffix (act->name, ".import") || g_str_equal (act->name, "client.merge"));
}

/* What came from a file or from another record is one line, when it was much. */
static void
add_lines (GtkBox                *box,
           const LoketHistoryAct *act,
           LoketCodes            *codes)
{
  g_autofree char *count = NULL;

  if (!is_of_many (act))
    {
      for (guint i = 0; i < act->lines->len; i++)
        add_line (box, act->lines->pdata[i], codes);
      return;
    }

  count = g_strdup_printf (ngettext ("%u change", "%u changes", act->lines->len),
                           act->lines->len);
  gtk_box_append (box, create_label (count, NULL));
}

static void
insert_act (LoketHistoryView      *self,
            const LoketHistoryAct *act,
            int                    position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *title = loket_change_words_format_act (act);
  g_autofree char *when = loket_change_words_format_when (act);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, when);

  gtk_box_append (GTK_BOX (box), create_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (when, "dim-label"));
  add_lines (GTK_BOX (box), act, loket_desk_get_codes (self->desk));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "change");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_name (row, act->id);
  gtk_list_box_insert (self->list, row, position);
}

static void
clear (LoketHistoryView *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->before, g_free);
  self->has_more = FALSE;
  gtk_widget_set_visible (self->more, FALSE);
}

/* The earlier changes can be asked for once more; where there is nothing else, it says why. */
static void
show_problem (LoketHistoryView *self,
              const GError     *error)
{
  gboolean is_empty = gtk_list_box_get_row_at_index (self->list, 0) == NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->more, self->has_more);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), is_empty);
  if (!is_empty)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      return;
    }

  /* Translators: what went wrong. */
  sentence = g_strdup_printf (_("The changes could not be read: %s"), error->message);
  gtk_label_set_label (self->nothing, sentence);
}

static gboolean
is_shown_at (LoketHistoryView      *self,
             const LoketHistoryAct *act,
             guint                  position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  return row != NULL && g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), act->id);
}

/* What happened does not change: above what is shown there may be more. All of them, when what is
 * shown does not follow upon it. */
static guint
count_newer (LoketHistoryView *self,
             GPtrArray        *acts)
{
  guint n = 0;

  while (n < acts->len && !is_shown_at (self, acts->pdata[n], 0))
    n++;
  for (guint i = n; i < acts->len; i++)
    {
      if (!is_shown_at (self, acts->pdata[i], i - n))
        return acts->len;
    }

  return n;
}

static void
append_page (LoketHistoryView *self,
             LoketHistoryPage *page)
{
  GPtrArray *acts = page->acts;

  for (guint i = 0; i < acts->len; i++)
    insert_act (self, acts->pdata[i], -1);
  if (acts->len > 0)
    {
      g_free (self->before);
      self->before = g_strdup (((LoketHistoryAct *) acts->pdata[acts->len - 1])->id);
    }
  self->has_more = page->has_more;
}

/* Whoever reads what happened earlier, goes on reading. */
static void
show_page (LoketHistoryView *self,
           LoketHistoryPage *page)
{
  guint n_newer = self->is_anew ? count_newer (self, page->acts) : page->acts->len;

  if (n_newer < page->acts->len)
    {
      for (guint i = n_newer; i > 0; i--)
        insert_act (self, page->acts->pdata[i - 1], 0);
    }
  else
    {
      /* What was shown stays until there is something newer, so that nothing flickers. */
      if (self->is_anew)
        clear (self);
      append_page (self, page);
    }
  gtk_widget_set_visible (self->more, self->has_more);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->before != NULL);
  gtk_label_set_label (self->nothing, _("Nothing was changed yet."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->before == NULL);
}

static void
page_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LoketHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketHistoryPage) page = NULL;

  page = loket_desk_load_history_finish (LOKET_DESK (object), result, &error);
  if (page != NULL)
    show_page (self, page);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
}

/* The latest acts without @before. */
static void
load_page (LoketHistoryView *self,
           const char       *before)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_anew = before == NULL;
  loket_desk_load_history_async (self->desk, self->client_id, self->record_id, before,
                                 self->cancellable, page_loaded_cb, g_object_ref (self));
}

static void
more_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketHistoryView *self = LOKET_HISTORY_VIEW (widget);

  gtk_widget_set_visible (self->more, FALSE);
  load_page (self, self->before);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LoketHistoryView *self = LOKET_HISTORY_VIEW (widget);
  g_autofree char *client_id = g_strdup (self->client_id);

  loket_history_view_show (self, self->desk, client_id, NULL, NULL);
}

static void
loket_history_view_dispose (GObject *object)
{
  LoketHistoryView *self = LOKET_HISTORY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_HISTORY_VIEW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_history_view_parent_class)->dispose (object);
}

static void
loket_history_view_finalize (GObject *object)
{
  LoketHistoryView *self = LOKET_HISTORY_VIEW (object);

  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->record_id, g_free);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (loket_history_view_parent_class)->finalize (object);
}

static void
loket_history_view_class_init (LoketHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_history_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_history_view_finalize;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketHistoryView, only);
  gtk_widget_class_bind_template_child (widget_class, LoketHistoryView, only_label);
  gtk_widget_class_bind_template_child (widget_class, LoketHistoryView, list);
  gtk_widget_class_bind_template_child (widget_class, LoketHistoryView, nothing);
  gtk_widget_class_bind_template_child (widget_class, LoketHistoryView, more);
  gtk_widget_class_install_action (widget_class, "history.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "history.show-all", NULL, show_all_action);
}

static void
loket_history_view_init (LoketHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_history_view_show:
 * @client_id: the id of a client
 * @record_id: (nullable): a record of the client: its history alone
 * @title: (nullable): what that record is called
 *
 * Shows the latest changes.
 */
void
loket_history_view_show (LoketHistoryView *self,
                         LoketDesk        *desk,
                         const char       *client_id,
                         const char       *record_id,
                         const char       *title)
{
  g_autofree char *only = NULL;

  g_return_if_fail (LOKET_IS_HISTORY_VIEW (self));

  if (g_strcmp0 (client_id, self->client_id) != 0 || g_strcmp0 (record_id, self->record_id) != 0)
    clear (self);
  g_set_object (&self->desk, desk);
  g_free (self->client_id);
  self->client_id = g_strdup (client_id);
  g_free (self->record_id);
  self->record_id = g_strdup (record_id);

  /* Translators: what the changes that are shown belong to. */
  only = g_strdup_printf (_("Only of: %s"), title != NULL ? title : "");
  gtk_label_set_label (self->only_label, only);
  gtk_widget_set_visible (self->only, record_id != NULL);
  load_page (self, NULL);
}
