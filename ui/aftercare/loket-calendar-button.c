/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks where, reads what has to be done, and writes it in a file that only its owner may read. */

#include "loketten-config.h"

#include "loket-calendar-button.h"

#include "loket-calendar.h"
#include "loket-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketCalendarButton
{
  AdwBin parent_instance;

  LoketDesk *desk;
  gboolean with_names;  /* of the calendar that is being saved, like the next one */
  GFile *file;          /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LoketCalendarButton, loket_calendar_button, ADW_TYPE_BIN)

static void
say (LoketCalendarButton *self,
     const char          *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", sentence);
}

static void
say_error (LoketCalendarButton *self,
           const GError        *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: why it could not be saved. */
  sentence = g_strdup_printf (_("The calendar was not saved: %s"), error->message);
  say (self, sentence);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LoketCalendarButton) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    say (self, _("The calendar is saved"));
  else
    say_error (self, error);
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LoketCalendarButton) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = loket_desk_create_calendar_finish (LOKET_DESK (object), result, &error);

  if (text == NULL)
    {
      say_error (self, error);
      return;
    }

  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (self->file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, written_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  LoketCalendarButton *self = LOKET_CALENDAR_BUTTON (object);
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);
  LoketCalendarOptions options = { .with_names = self->with_names };
  g_autoptr (GFile) file = loket_dialogs_ask_finish (result, NULL);

  if (file == NULL || counsellor == NULL)
    return;

  options.counsellor = loket_record_get_text (LOKET_RECORD (counsellor),
                                              LOKET_COUNSELLOR_COUNSELLOR);
  g_set_object (&self->file, file);
  loket_desk_create_calendar_async (self->desk, &options, NULL, created_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LOKET_CALENDAR_BUTTON (widget)->with_names = g_variant_get_boolean (parameter);
  loket_dialogs_ask_where_async (widget, _("Save Calendar"), "loketten.ics", chosen_cb, NULL);
}

static void
loket_calendar_button_dispose (GObject *object)
{
  LoketCalendarButton *self = LOKET_CALENDAR_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_CALENDAR_BUTTON);
  g_clear_object (&self->desk);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (loket_calendar_button_parent_class)->dispose (object);
}

static void
loket_calendar_button_class_init (LoketCalendarButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_calendar_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/"
                                               "loket-calendar-button.ui");
  gtk_widget_class_install_action (widget_class, "calendar.save", "b", save_action);
}

static void
loket_calendar_button_init (LoketCalendarButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_calendar_button_set_desk:
 * @desk: at which somebody works
 */
void
loket_calendar_button_set_desk (LoketCalendarButton *self,
                                LoketDesk           *desk)
{
  g_return_if_fail (LOKET_IS_CALENDAR_BUTTON (self));

  g_set_object (&self->desk, desk);
}
