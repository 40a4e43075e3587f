/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A text view in a card, with its heading and with what stands in it while it is empty. */

#include "loketten-config.h"

#include "loket-note-view.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketNoteView
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkLabel *reader;
  GtkLabel *placeholder;
  GtkTextView *view;

  GtkTextTag *mark;  /* borrowed: the buffer's */
};

enum
{
  PROP_0,
  PROP_HEADING,
  PROP_READER,
  PROP_PLACEHOLDER,
  N_PROPERTIES
};

enum
{
  CHANGED,
  CURSOR_MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketNoteView, loket_note_view, ADW_TYPE_BIN)

static void
loket_note_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LoketNoteView *self = LOKET_NOTE_VIEW (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      gtk_label_set_label (self->heading, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_READER:
      gtk_label_set_label (self->reader, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      g_value_get_string (value), -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_label_set_label (self->placeholder, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
loket_note_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LOKET_NOTE_VIEW (widget)->view));
}

static void
loket_note_view_dispose (GObject *object)
{
  LoketNoteView *self = LOKET_NOTE_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_NOTE_VIEW);

  G_OBJECT_CLASS (loket_note_view_parent_class)->dispose (object);
}

static void
text_changed_cb (LoketNoteView *self,
                 GtkTextBuffer *buffer)
{
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          gtk_text_buffer_get_char_count (buffer) == 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cursor_moved_cb (LoketNoteView *self)
{
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

static void
loket_note_view_class_init (LoketNoteViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = loket_note_view_set_property;
  object_class->dispose = loket_note_view_dispose;
  widget_class->grab_focus = loket_note_view_grab_focus;

  /**
   * LoketNoteView:heading:
   *
   * What the note is called.
   */
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, "",
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * LoketNoteView:reader:
   *
   * Who will read the note.
   */
  properties[PROP_READER] = g_param_spec_string ("reader", NULL, NULL, "",
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * LoketNoteView:placeholder:
   *
   * What stands in the note while it is empty.
   */
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, "",
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LoketNoteView::changed:
   *
   * The text is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LoketNoteView::cursor-moved:
   *
   * The cursor stands elsewhere.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-note-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketNoteView, heading);
  gtk_widget_class_bind_template_child (widget_class, LoketNoteView, reader);
  gtk_widget_class_bind_template_child (widget_class, LoketNoteView, placeholder);
  gtk_widget_class_bind_template_child (widget_class, LoketNoteView, view);
}

static void
loket_note_view_init (LoketNoteView *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  self->mark = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * loket_note_view_dup_text:
 *
 * Returns: (transfer full): the text as it was typed
 */
char *
loket_note_view_dup_text (LoketNoteView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (LOKET_IS_NOTE_VIEW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * loket_note_view_set_text:
 * @text: the whole text; undoing does not go back behind it
 */
void
loket_note_view_set_text (LoketNoteView *self,
                          const char    *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (LOKET_IS_NOTE_VIEW (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

/**
 * loket_note_view_get_cursor:
 *
 * Returns: how many characters stand before the cursor
 */
int
loket_note_view_get_cursor (LoketNoteView *self)
{
  int offset = 0;

  g_return_val_if_fail (LOKET_IS_NOTE_VIEW (self), 0);

  g_object_get (gtk_text_view_get_buffer (self->view), "cursor-position", &offset, NULL);

  return offset;
}

void
loket_note_view_set_cursor (LoketNoteView *self,
                            int            offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (LOKET_IS_NOTE_VIEW (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/* What comes behind a word does not stick to it. */
static const char *
get_gap (GtkTextBuffer *buffer,
         const char    *text)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_backward_char (&iter) || g_unichar_isspace (gtk_text_iter_get_char (&iter)))
    return "";

  return strchr (text, '\n') != NULL ? "\n" : " ";
}

/**
 * loket_note_view_insert:
 * @text: what is to stand at the cursor, in place of what is selected; one step back takes it away
 *   again
 */
void
loket_note_view_insert (LoketNoteView *self,
                        const char    *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (LOKET_IS_NOTE_VIEW (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, get_gap (buffer, text), -1);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (buffer));
}

void
loket_note_view_clear_marks (LoketNoteView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (LOKET_IS_NOTE_VIEW (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->mark, &start, &end);
}

/**
 * loket_note_view_mark:
 * @start: how many characters stand before the words
 * @end: and before what comes behind them
 *
 * Underlines words.
 */
void
loket_note_view_mark (LoketNoteView *self,
                      int            start,
                      int            end)
{
  GtkTextBuffer *buffer;
  GtkTextIter from, until;

  g_return_if_fail (LOKET_IS_NOTE_VIEW (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &until, end);
  gtk_text_buffer_apply_tag (buffer, self->mark, &from, &until);
}
