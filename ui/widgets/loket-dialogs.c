/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The only user of file choosers and message dialogs, which newer libraries replace by others. */

#include "loketten-config.h"

#include "loket-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             GTask           *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");

  g_object_unref (task);
}

/* Begins among the documents, not in the folder of the store: whoever shows a folder looks into
 * every file of it, and closing one of ours would let go of its lock. */
static void
avoid_store (GtkFileChooser *chooser)
{
  const char *path = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (path != NULL ? path : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

/* @name: (nullable): what is offered where a file is made */
static void
ask (GtkWidget            *over,
     const char           *title,
     GtkFileChooserAction  action,
     const char           *accept,
     const char           *name,
     GTask                *task)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    title, GTK_WINDOW (gtk_widget_get_root (over)), action, accept, _("_Cancel"));

  avoid_store (GTK_FILE_CHOOSER (chooser));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  g_task_set_task_data (task, chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * loket_dialogs_ask_where_async:
 * @over: a widget of the window over which to ask
 * @title: what is being saved
 * @name: the name that is offered
 * @callback: called when a file was chosen, or none; finish with loket_dialogs_ask_finish()
 */
void
loket_dialogs_ask_where_async (GtkWidget           *over,
                               const char          *title,
                               const char          *name,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ask (over, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), name,
       g_task_new (over, NULL, callback, user_data));
}

/**
 * loket_dialogs_ask_which_async:
 * @over: a widget of the window over which to ask
 * @title: what is to be read
 * @callback: called when a file was chosen, or none; finish with loket_dialogs_ask_finish()
 */
void
loket_dialogs_ask_which_async (GtkWidget           *over,
                               const char          *title,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ask (over, title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL,
       g_task_new (over, NULL, callback, user_data));
}

/**
 * loket_dialogs_ask_finish:
 * @error: %G_IO_ERROR_CANCELLED when no file was chosen
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
loket_dialogs_ask_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * loket_dialogs_say:
 * @over: a widget of the window over which to say it
 * @heading: what happened
 * @sentence: more about it, which may be long
 *
 * Says something that asks for more room and time than a toast has.
 */
void
loket_dialogs_say (GtkWidget  *over,
                   const char *heading,
                   const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (over);
  GtkWidget *dialog;

  if (root == NULL)
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, sentence);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
