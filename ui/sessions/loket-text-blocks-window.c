/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A list of text blocks, and a page on which one is changed. */

#include "loketten-config.h"

#include "loket-text-blocks-window.h"

#include "loket-list-splice.h"
#include "loket-note-view.h"
#include "loket-text-blocks.h"

#include <glib/gi18n.h>

struct _LoketTextBlocksWindow
{
  AdwWindow parent_instance;

  GtkStack *pages;
  GtkWidget *back;
  GtkWidget *add;
  GtkWidget *save;
  GtkListBox *list;
  AdwEntryRow *name;
  LoketNoteView *text;
  GtkLabel *problem;
  GtkWidget *retire;

  LoketDesk *desk;
  GListStore *blocks;      /* of LoketTextBlock */
  LoketTextBlock *shown;   /* (nullable): that is being changed; NULL for a new one */
  gboolean is_saving;
  gboolean was_warned;     /* that going back throws away what was typed */
};

G_DEFINE_FINAL_TYPE (LoketTextBlocksWindow, loket_text_blocks_window, ADW_TYPE_WINDOW)

static void
say_problem (LoketTextBlocksWindow *self,
             const char            *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *sentence != '\0');
}

static const char *
get_shown_text (LoketTextBlocksWindow *self,
                guint                  field)
{
  return self->shown != NULL ? loket_record_get_text (LOKET_RECORD (self->shown), field) : "";
}

/* What stands on the page, with what it changes. */
static LoketDraft *
create_draft (LoketTextBlocksWindow *self)
{
  LoketDraft *draft = self->shown != NULL ? loket_text_block_create_draft (self->shown)
                                          : loket_draft_new (&loket_text_block_kind);
  g_autofree char *text = loket_note_view_dup_text (self->text);

  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_NAME,
                         gtk_editable_get_text (GTK_EDITABLE (self->name)));
  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_TEXT, text);

  return draft;
}

static gboolean
is_at_block (LoketTextBlocksWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "block") == 0;
}

static gboolean
has_changes (LoketTextBlocksWindow *self)
{
  g_autoptr (LoketDraft) draft = create_draft (self);

  return !g_str_equal (loket_draft_get_text (draft, LOKET_TEXT_BLOCK_NAME),
                       get_shown_text (self, LOKET_TEXT_BLOCK_NAME))
         || !g_str_equal (loket_draft_get_text (draft, LOKET_TEXT_BLOCK_TEXT),
                          get_shown_text (self, LOKET_TEXT_BLOCK_TEXT));
}

/* What was typed goes only when the person goes a second time. */
static gboolean
may_leave (LoketTextBlocksWindow *self)
{
  if (!is_at_block (self) || self->was_warned || !has_changes (self))
    return TRUE;

  self->was_warned = TRUE;
  say_problem (self, _("This is not saved yet. Save it, or go once more to throw it away"));

  return FALSE;
}

static void
show_list (LoketTextBlocksWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "list");
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_set_visible (self->save, FALSE);
  gtk_widget_set_visible (self->add, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
show_block (LoketTextBlocksWindow *self,
            LoketTextBlock        *block)
{
  g_set_object (&self->shown, block);
  self->was_warned = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), get_shown_text (self, LOKET_TEXT_BLOCK_NAME));
  loket_note_view_set_text (self->text, get_shown_text (self, LOKET_TEXT_BLOCK_TEXT));
  say_problem (self, "");
  gtk_widget_set_visible (self->retire, block != NULL);
  gtk_stack_set_visible_child_name (self->pages, "block");
  gtk_widget_set_visible (self->back, TRUE);
  gtk_widget_set_visible (self->save, TRUE);
  gtk_widget_set_visible (self->add, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static gboolean
is_same (gpointer block,
         gpointer other)
{
  return g_str_equal (loket_record_get_id (block), loket_record_get_id (other))
         && loket_record_get_version (block) == loket_record_get_version (other);
}

static void
blocks_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketTextBlocksWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketTextBlocks) all = loket_desk_load_text_blocks_finish (LOKET_DESK (object),
                                                                        result, &error);

  /* The window may be closed by now. */
  if (self->blocks == NULL)
    return;
  if (all != NULL)
    loket_list_splice (self->blocks, all->blocks, is_same);
  else
    gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                                "win.show-problem", "s", error->message);
}

static void
load_blocks (LoketTextBlocksWindow *self)
{
  loket_desk_load_text_blocks_async (self->desk, NULL, blocks_loaded_cb, g_object_ref (self));
}

/* What was typed stays when it cannot be saved. */
static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketTextBlocksWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *sentence;

  self->is_saving = FALSE;
  if (deed == NULL)
    {
      if (self->blocks != NULL)
        say_problem (self, error->message);
      return;
    }

  sentence = g_str_equal (deed->name, "text_block.retire") ? _("Text block retired")
                                                           : _("Text block saved");
  if (parent != NULL && !loket_deed_is_empty (deed))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.offer-undo", "(ss)", sentence, deed->id);
  if (self->blocks != NULL)
    show_list (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketTextBlocksWindow *self = LOKET_TEXT_BLOCKS_WINDOW (widget);
  g_autoptr (LoketDraft) draft = NULL;

  if (self->is_saving || !is_at_block (self))
    return;

  self->is_saving = TRUE;
  draft = create_draft (self);
  loket_desk_save_text_block_async (self->desk, draft, NULL, saved_cb, g_object_ref (self));
}

static void
retire_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketTextBlocksWindow *self = LOKET_TEXT_BLOCKS_WINDOW (widget);

  if (self->is_saving || self->shown == NULL)
    return;

  self->is_saving = TRUE;
  loket_desk_retire_text_block_async (self->desk, self->shown, NULL, saved_cb,
                                      g_object_ref (self));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  show_block (LOKET_TEXT_BLOCKS_WINDOW (widget), NULL);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketTextBlocksWindow *self = LOKET_TEXT_BLOCKS_WINDOW (widget);

  if (!is_at_block (self))
    gtk_window_close (GTK_WINDOW (self));
  else if (may_leave (self))
    show_list (self);
}

static void
row_activated_cb (LoketTextBlocksWindow *self,
                  GtkListBoxRow         *row)
{
  g_autoptr (LoketTextBlock) block = NULL;

  block = g_list_model_get_item (G_LIST_MODEL (self->blocks),
                                 (guint) gtk_list_box_row_get_index (row));
  show_block (self, block);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup (loket_record_get_text (item, LOKET_TEXT_BLOCK_TEXT));

  /* Its paragraphs behind each other: two lines say which one it is. */
  g_strdelimit (text, "\n", ' ');
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 loket_record_get_text (item, LOKET_TEXT_BLOCK_NAME));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static gboolean
loket_text_blocks_window_close_request (GtkWindow *window)
{
  if (!may_leave (LOKET_TEXT_BLOCKS_WINDOW (window)))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (loket_text_blocks_window_parent_class)->close_request (window);
}

static void
loket_text_blocks_window_dispose (GObject *object)
{
  LoketTextBlocksWindow *self = LOKET_TEXT_BLOCKS_WINDOW (object);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TEXT_BLOCKS_WINDOW);
  g_clear_object (&self->shown);
  g_clear_object (&self->blocks);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_text_blocks_window_parent_class)->dispose (object);
}

static void
loket_text_blocks_window_class_init (LoketTextBlocksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_text_blocks_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = loket_text_blocks_window_close_request;

  g_type_ensure (LOKET_TYPE_NOTE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-text-blocks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, back);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, add);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, save);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, name);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, text);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlocksWindow, retire);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "blocks.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "blocks.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "blocks.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "blocks.back", NULL, back_action);
}

static void
loket_text_blocks_window_init (LoketTextBlocksWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->blocks = g_list_store_new (LOKET_TYPE_TEXT_BLOCK);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->blocks), create_row, NULL, NULL);
}

/**
 * loket_text_blocks_window_new:
 * @parent: the window over which it stands
 *
 * Returns: (transfer none): a window that shows the text blocks
 */
GtkWindow *
loket_text_blocks_window_new (LoketDesk *desk,
                              GtkWindow *parent)
{
  LoketTextBlocksWindow *self = g_object_new (LOKET_TYPE_TEXT_BLOCKS_WINDOW, "transient-for",
                                              parent, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (loket_desk_get_store (desk), "changed", G_CALLBACK (load_blocks), self,
                           G_CONNECT_SWAPPED);
  load_blocks (self);

  return GTK_WINDOW (self);
}
