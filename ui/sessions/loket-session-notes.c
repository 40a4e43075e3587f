/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Every key goes into the form; the place of the cursor too, so that it can be put back. */

#include "loketten-config.h"

#include "loket-session-notes.h"

#include "loket-focus.h"
#include "loket-note-view.h"
#include "loket-promise-bar.h"
#include "loket-session-form.h"
#include "loket-text-block-popover.h"
#include "loket-text-blocks-window.h"

struct _LoketSessionNotes
{
  AdwBin parent_instance;

  LoketNoteView *note_client;
  LoketNoteView *note_internal;
  LoketPromiseBar *promise_bar;
  GtkMenuButton *text_block;
  LoketTextBlockPopover *text_blocks;

  LoketDesk *desk;          /* (nullable) */
  LoketForm *form;          /* (nullable), borrowed: the session's */
  gboolean is_rendering;    /* whether the notes follow the form */
};

enum
{
  CHANGED,
  CURSOR_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSessionNotes, loket_session_notes, ADW_TYPE_BIN)

static const char *
get_note_name (LoketSessionNotes *self,
               LoketNoteView     *note)
{
  return note == self->note_client ? LOKET_SESSION_FORM_NOTE_CLIENT
                                   : LOKET_SESSION_FORM_NOTE_INTERNAL;
}

/* The note in which the cursor stood last. */
static LoketNoteView *
get_note (LoketSessionNotes *self)
{
  const char *name = loket_form_get_text (self->form, LOKET_SESSION_FORM_FOCUS);

  return g_str_equal (name, LOKET_SESSION_FORM_NOTE_INTERNAL) ? self->note_internal
                                                              : self->note_client;
}

static void
note_changed_cb (LoketSessionNotes *self,
                 LoketNoteView     *note)
{
  g_autofree char *text = NULL;

  if (self->is_rendering)
    return;

  text = loket_note_view_dup_text (note);
  loket_promise_bar_mark (self->promise_bar, note);
  loket_form_set_value (self->form, get_note_name (self, note), text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cursor_moved_cb (LoketSessionNotes *self,
                 LoketNoteView     *note)
{
  if (self->is_rendering)
    return;

  loket_form_set_value (self->form, LOKET_SESSION_FORM_FOCUS, get_note_name (self, note));
  loket_form_set_integer (self->form, LOKET_SESSION_FORM_CURSOR, loket_note_view_get_cursor (note));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
  loket_session_notes_follow (self);
}

/* At the cursor, in the note in which it stood last. */
static void
text_chosen_cb (LoketSessionNotes *self,
                const char        *text)
{
  loket_note_view_insert (get_note (self), text);
  gtk_widget_grab_focus (GTK_WIDGET (get_note (self)));
}

static void
change_text_blocks_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  LoketSessionNotes *self = LOKET_SESSION_NOTES (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_menu_button_popdown (self->text_block);
  gtk_window_present (loket_text_blocks_window_new (self->desk, parent));
}

/* A cell of the box around the notes would keep the person who goes back. */
static gboolean
loket_session_notes_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  LoketSessionNotes *self = LOKET_SESSION_NOTES (widget);

  if (direction == GTK_DIR_TAB_BACKWARD && loket_focus_is_in (GTK_WIDGET (self->note_client)))
    return FALSE;
  if (direction == GTK_DIR_TAB_BACKWARD && loket_focus_is_in (GTK_WIDGET (self->note_internal)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->note_client));

  return GTK_WIDGET_CLASS (loket_session_notes_parent_class)->focus (widget, direction);
}

static gboolean
loket_session_notes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_note (LOKET_SESSION_NOTES (widget))));
}

static void
loket_session_notes_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_SESSION_NOTES);
  g_clear_object (&LOKET_SESSION_NOTES (object)->desk);

  G_OBJECT_CLASS (loket_session_notes_parent_class)->dispose (object);
}

static void
loket_session_notes_class_init (LoketSessionNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_notes_dispose;
  widget_class->focus = loket_session_notes_focus;
  widget_class->grab_focus = loket_session_notes_grab_focus;

  /**
   * LoketSessionNotes::changed:
   *
   * A person typed in a note.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LoketSessionNotes::cursor-moved:
   *
   * The cursor stands elsewhere.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_NOTE_VIEW);
  g_type_ensure (LOKET_TYPE_PROMISE_BAR);
  g_type_ensure (LOKET_TYPE_TEXT_BLOCK_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-session-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionNotes, note_client);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionNotes, note_internal);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionNotes, promise_bar);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionNotes, text_block);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionNotes, text_blocks);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_chosen_cb);

  gtk_widget_class_install_action (widget_class, "notes.change-text-blocks", NULL,
                                   change_text_blocks_action);
}

static void
loket_session_notes_init (LoketSessionNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_session_notes_set_form:
 * @form: (transfer none): the form to fill in; outlives us, or is replaced
 * @dossier: of the client across the desk
 */
void
loket_session_notes_set_form (LoketSessionNotes *self,
                              LoketForm         *form,
                              LoketDossier      *dossier,
                              LoketDesk         *desk)
{
  g_return_if_fail (LOKET_IS_SESSION_NOTES (self));

  self->form = form;
  g_set_object (&self->desk, desk);
  loket_text_block_popover_set_form (self->text_blocks, form, dossier, desk);
  self->is_rendering = TRUE;
  loket_promise_bar_set_form (self->promise_bar, form, desk);
  loket_note_view_set_text (self->note_client,
                            loket_form_get_text (form, LOKET_SESSION_FORM_NOTE_CLIENT));
  loket_note_view_set_text (self->note_internal,
                            loket_form_get_text (form, LOKET_SESSION_FORM_NOTE_INTERNAL));
  loket_promise_bar_mark (self->promise_bar, self->note_client);
  loket_promise_bar_mark (self->promise_bar, self->note_internal);
  loket_note_view_set_cursor (get_note (self),
                              loket_form_get_integer (form, LOKET_SESSION_FORM_CURSOR));
  self->is_rendering = FALSE;

  loket_session_notes_follow (self);
}

/**
 * loket_session_notes_go_on:
 * @form: (transfer none): a form with the same notes; outlives us, or is replaced
 * @dossier: of the client across the desk
 *
 * What is typed goes into another form from now on; what can be undone in the notes stays so.
 */
void
loket_session_notes_go_on (LoketSessionNotes *self,
                           LoketForm         *form,
                           LoketDossier      *dossier)
{
  g_return_if_fail (LOKET_IS_SESSION_NOTES (self));

  self->form = form;
  loket_promise_bar_set_form (self->promise_bar, form, self->desk);
  loket_text_block_popover_set_form (self->text_blocks, form, dossier, self->desk);
  loket_session_notes_follow (self);
}

/**
 * loket_session_notes_focus_note:
 * @name: the name of a text of the form
 *
 * Puts the cursor in that note.
 *
 * Returns: whether @name is the name of a note
 */
gboolean
loket_session_notes_focus_note (LoketSessionNotes *self,
                                const char        *name)
{
  g_return_val_if_fail (LOKET_IS_SESSION_NOTES (self), FALSE);

  if (g_str_equal (name, LOKET_SESSION_FORM_NOTE_INTERNAL))
    return gtk_widget_grab_focus (GTK_WIDGET (self->note_internal));

  return g_str_equal (name, LOKET_SESSION_FORM_NOTE_CLIENT)
         && gtk_widget_grab_focus (GTK_WIDGET (self->note_client));
}

/**
 * loket_session_notes_offer_texts:
 *
 * Offers the text blocks; the one that is chosen comes at the cursor.
 */
void
loket_session_notes_offer_texts (LoketSessionNotes *self)
{
  g_return_if_fail (LOKET_IS_SESSION_NOTES (self));

  gtk_menu_button_popup (self->text_block);
}

/**
 * loket_session_notes_dup_promise:
 * @finding: (out): the promise at the cursor; of a sentence in which none was recognised, one of
 *   another kind
 *
 * Returns: (transfer full) (nullable): the text of the promise; NULL when no sentence is there, or
 *   its promise is in the form already
 */
char *
loket_session_notes_dup_promise (LoketSessionNotes   *self,
                                 LoketPromiseFinding *finding)
{
  g_return_val_if_fail (LOKET_IS_SESSION_NOTES (self), NULL);

  return loket_promise_bar_dup_promise (self->promise_bar, finding);
}

/**
 * loket_session_notes_follow:
 *
 * Says which promise stands at the cursor, when it is not in the form yet.
 */
void
loket_session_notes_follow (LoketSessionNotes *self)
{
  g_return_if_fail (LOKET_IS_SESSION_NOTES (self));

  loket_promise_bar_follow (self->promise_bar, get_note (self));
}
