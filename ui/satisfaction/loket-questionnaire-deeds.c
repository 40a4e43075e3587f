/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is wrong with a file stands in a window that stays until it was read: whoever wrote the file
 * has to find the line. The only user of the message dialog, which newer versions replace. */

#include "loketten-config.h"

#include "loket-questionnaire-deeds.h"

#include "loket-dialogs.h"
#include "loket-questionnaire-act.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* One questionnaire on its way in. */
typedef struct
{
  GtkWidget *page;
  LoketDesk *desk;
  char *name;       /* (nullable): of the file, once it is chosen */
} Errand;

static void
free_errand (Errand *errand)
{
  g_clear_object (&errand->page);
  g_clear_object (&errand->desk);
  g_free (errand->name);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static void
say_why_not (const Errand *errand,
             const char   *reason)
{
  loket_dialogs_say (errand->page, _("The Questionnaire Was Not Added"), reason);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autofree char *sentence = NULL;

  if (deed == NULL)
    {
      say_why_not (errand, error->message);
      return;
    }
  if (loket_deed_is_empty (deed))
    {
      gtk_widget_activate_action (errand->page, "win.show-problem", "s",
                                  _("This questionnaire is there already"));
      return;
    }

  /* Translators: the name of a file */
  sentence = g_strdup_printf (_("Questionnaire added from %s"), errand->name);
  gtk_widget_activate_action (errand->page, "win.offer-undo", "(ss)", sentence, deed->id);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  gsize length = 0;

  if (!g_file_load_contents_finish (G_FILE (object), result, &json, &length, NULL, &error))
    say_why_not (errand, error->message);
  else if (!g_utf8_validate (json, (gssize) length, NULL))
    say_why_not (errand, _("The file is not text in UTF-8."));
  else
    {
      loket_desk_add_questionnaire_async (errand->desk, errand->name, json, NULL, added_cb, errand);
      g_steal_pointer (&errand);
    }
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GFile) file = loket_dialogs_ask_finish (result, NULL);

  if (file == NULL)
    return;

  errand->name = g_file_get_basename (file);
  g_file_load_contents_async (file, NULL, read_cb, g_steal_pointer (&errand));
}

/**
 * loket_questionnaire_deeds_add:
 * @page: a widget of the window over which to ask
 *
 * Asks for a file and keeps the questionnaire in it, which can be undone; or says with line and
 * reason what is wrong with it.
 */
void
loket_questionnaire_deeds_add (GtkWidget *page,
                               LoketDesk *desk)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (page);
  errand->desk = g_object_ref (desk);
  loket_dialogs_ask_which_async (page, _("Add Questionnaire"), chosen_cb, errand);
}
