/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills the text in, and hands it to the clipboard or to the mail program. */

#include "loketten-config.h"

#include "loket-letter-dialog.h"

#include "loket-hand-over.h"
#include "loket-text-filling.h"

#include <glib/gi18n.h>

struct _LoketLetterDialog
{
  LoketFormDialog parent_instance;

  AdwActionRow *recipient;
  AdwEntryRow *subject;
  GtkTextView *text;

  char *address;  /* (nullable): where the client reads mail */
};

G_DEFINE_FINAL_TYPE (LoketLetterDialog, loket_letter_dialog, LOKET_TYPE_FORM_DIALOG)

static char *
dup_text (LoketLetterDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_clicked_cb (LoketLetterDialog *self)
{
  AdwToastOverlay *overlay = loket_form_dialog_get_toast_overlay (LOKET_FORM_DIALOG (self));
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (overlay, adw_toast_new (_("Text copied")));
}

/* The mail program asks the window that stays. */
static void
loket_letter_dialog_accept (LoketFormDialog *form)
{
  LoketLetterDialog *self = LOKET_LETTER_DIALOG (form);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = dup_text (self);

  loket_hand_over_letter (parent != NULL ? GTK_WIDGET (parent) : GTK_WIDGET (self), self->address,
                          gtk_editable_get_text (GTK_EDITABLE (self->subject)), text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
loket_letter_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_LETTER_DIALOG);

  G_OBJECT_CLASS (loket_letter_dialog_parent_class)->dispose (object);
}

static void
loket_letter_dialog_finalize (GObject *object)
{
  g_free (LOKET_LETTER_DIALOG (object)->address);

  G_OBJECT_CLASS (loket_letter_dialog_parent_class)->finalize (object);
}

static void
loket_letter_dialog_class_init (LoketLetterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_letter_dialog_dispose;
  object_class->finalize = loket_letter_dialog_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_letter_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-letter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketLetterDialog, recipient);
  gtk_widget_class_bind_template_child (widget_class, LoketLetterDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, LoketLetterDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
loket_letter_dialog_init (LoketLetterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_recipient (LoketLetterDialog *self,
                const char        *name)
{
  g_autofree char *sentence = NULL;

  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self), self->address != NULL);
  if (self->address == NULL)
    /* Translators: the name of a client. */
    sentence = g_strdup_printf (_("No e-mail address of %s is known. Copy the text to use it "
                                  "elsewhere."), name);
  adw_action_row_set_subtitle (self->recipient, sentence != NULL ? sentence : self->address);
}

/**
 * loket_letter_dialog_new:
 * @letter: for whom, and with which text it begins
 *
 * Returns: a dialog; nothing is sent by it
 */
GtkWidget *
loket_letter_dialog_new (LoketDesk         *desk,
                         const LoketLetter *letter)
{
  LoketLetterDialog *self = g_object_new (LOKET_TYPE_LETTER_DIALOG, NULL);
  g_autofree char *name = loket_client_dup_display_name (letter->client);
  g_autofree char *text = loket_text_filling_fill (letter->text, desk, letter->client,
                                                   letter->office, NULL);

  self->address = g_strdup (loket_record_get_value (LOKET_RECORD (letter->client),
                                                    LOKET_CLIENT_EMAIL));
  show_recipient (self, name);
  gtk_editable_set_text (GTK_EDITABLE (self->subject), _("I could not reach you"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Message to the Client"), name);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));

  return GTK_WIDGET (self);
}
