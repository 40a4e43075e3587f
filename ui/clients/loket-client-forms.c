/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens forms over a window, says what was saved, and offers again what was not. */

#include "loketten-config.h"

#include "loket-client-forms.h"

#include "loket-client-chooser.h"
#include "loket-client-editor.h"
#include "loket-duplicate-acts.h"
#include "loket-work-forms.h"

#include <glib/gi18n.h>

struct _LoketClientForms
{
  GObject parent_instance;

  GtkWindow *window;  /* borrowed: owns us */
  LoketToasts *toasts;
  LoketDesk *desk;
  LoketDuplicateActs *duplicate_acts;
  LoketWorkForms *work_forms;
};

G_DEFINE_FINAL_TYPE (LoketClientForms, loket_client_forms, G_TYPE_OBJECT)

static void present (LoketClientForms *self,
                     GtkWidget        *editor);

static void
saved_cb (LoketClientForms *self,
          const char       *client_id,
          const char       *sentence,
          const char       *act)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-client", "s", client_id);
  loket_toasts_offer_undo (self->toasts, sentence, act);
}

static void
reopen_clicked_cb (LoketClientForms *self,
                   AdwToast         *toast)
{
  const LoketDraft *draft = g_object_get_data (G_OBJECT (toast), "draft");

  present (self, loket_client_editor_new_from_draft (self->desk, draft));
}

static char *
format_discarded (const LoketDraft *draft)
{
  g_autofree char *name = loket_client_join_name (
    loket_draft_get_text (draft, LOKET_CLIENT_GIVEN_NAME),
    loket_draft_get_text (draft, LOKET_CLIENT_PREFIX),
    loket_draft_get_text (draft, LOKET_CLIENT_FAMILY_NAME));

  /* Who is not finished typing has perhaps no family name yet. */
  g_strchomp (name);
  if (*name == '\0')
    return g_strdup (_("The form was closed without saving"));

  /* Translators: the name of a client, which stands in the form. */
  return g_strdup_printf (_("%s was closed without saving"), name);
}

/* The toast keeps what was typed: one for each form, until it is opened again or waved away. */
static void
discarded_cb (LoketClientForms *self,
              const LoketDraft *draft)
{
  g_autofree char *sentence = format_discarded (draft);
  AdwToast *toast = loket_toasts_offer (self->toasts, sentence, _("_Open Again"));

  adw_toast_set_timeout (toast, 0);
  g_object_set_data_full (G_OBJECT (toast), "draft", loket_draft_copy (draft),
                          (GDestroyNotify) loket_draft_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (reopen_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_client_cb (LoketClientForms *self,
                const char       *client_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-client", "s", client_id);
}

static void
present (LoketClientForms *self,
         GtkWidget        *editor)
{
  GtkWindow *window = GTK_WINDOW (editor);

  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "discarded", G_CALLBACK (discarded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "show-client", G_CALLBACK (show_client_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (window, self->window);
  /* For the keys that mean the same everywhere, such as those to quit. */
  gtk_window_set_application (window, gtk_window_get_application (self->window));
  gtk_window_present (window);
}

static void
loket_client_forms_dispose (GObject *object)
{
  LoketClientForms *self = LOKET_CLIENT_FORMS (object);

  g_clear_object (&self->duplicate_acts);
  g_clear_object (&self->work_forms);
  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_client_forms_parent_class)->dispose (object);
}

static void
loket_client_forms_class_init (LoketClientFormsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_client_forms_dispose;
}

static void
loket_client_forms_init (LoketClientForms *self)
{
}

/**
 * loket_client_forms_new:
 * @window: the window that opens the forms, and owns them
 * @toasts: where is said what became of a form
 * @desk: the desk
 */
LoketClientForms *
loket_client_forms_new (GtkWindow   *window,
                        LoketToasts *toasts,
                        LoketDesk   *desk)
{
  LoketClientForms *self = g_object_new (LOKET_TYPE_CLIENT_FORMS, NULL);

  self->window = window;
  self->toasts = g_object_ref (toasts);
  self->desk = g_object_ref (desk);
  self->duplicate_acts = loket_duplicate_acts_new (window, toasts, desk);
  self->work_forms = loket_work_forms_new (window, toasts, desk);

  return self;
}

/**
 * loket_client_forms_open:
 * @client: (nullable): the client to change; NULL makes a new one
 */
void
loket_client_forms_open (LoketClientForms *self,
                         LoketClient      *client)
{
  g_return_if_fail (LOKET_IS_CLIENT_FORMS (self));

  present (self, loket_client_editor_new (self->desk, client));
}

static void
client_chosen_cb (LoketClientForms *self,
                  const char       *client_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.resume-session", "(ss)", client_id,
                              "");
}

/**
 * loket_client_forms_ask_for_session:
 *
 * Asks with whom a session is, and begins it.
 */
void
loket_client_forms_ask_for_session (LoketClientForms *self)
{
  LoketClientChooser *chooser;

  g_return_if_fail (LOKET_IS_CLIENT_FORMS (self));

  chooser = loket_client_chooser_new (self->desk, self->window, _("A Session with Whom?"));
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (client_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}
