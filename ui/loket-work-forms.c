/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads what a form about work needs, and lays it over the window. */

#include "loketten-config.h"

#include "loket-work-forms.h"

#include "loket-letter-dialog.h"

#include <glib/gi18n.h>

struct _LoketWorkForms
{
  GObject parent_instance;

  GtkWindow *window;  /* borrowed: outlives us */
  LoketToasts *toasts;
  LoketDesk *desk;
};

G_DEFINE_FINAL_TYPE (LoketWorkForms, loket_work_forms, G_TYPE_OBJECT)

static void
letter_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketWorkForms) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketLetter) letter = loket_desk_load_letter_finish (LOKET_DESK (object), result,
                                                                  &error);

  if (self->desk == NULL)
    return;
  if (letter == NULL)
    loket_toasts_say_problem (self->toasts, error);
  else
    loket_form_dialog_present (LOKET_FORM_DIALOG (loket_letter_dialog_new (self->desk, letter)),
                               self->window);
}

static void
write_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LoketWorkForms *self = user_data;

  loket_desk_load_letter_async (self->desk, g_variant_get_string (parameter, NULL), NULL,
                                letter_loaded_cb, g_object_ref (self));
}

/* The last attempt closed the contact: who was not reached is written to. */
static void
offer_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LoketWorkForms *self = user_data;
  const char *sentence, *act, *contact_id;

  g_variant_get (parameter, "(&s&s&s)", &sentence, &act, &contact_id);
  loket_toasts_offer_undo_and (self->toasts, sentence, act, _("Write a Message…"),
                               "win.write-letter", g_variant_new_string (contact_id));
}

/* A session was held: what was said is best written down at once. */
static void
offer_report_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  LoketWorkForms *self = user_data;
  const char *sentence, *act, *client_id, *session_id;

  g_variant_get (parameter, "(&s&s&s&s)", &sentence, &act, &client_id, &session_id);
  loket_toasts_offer_undo_and (self->toasts, sentence, act, _("Write the Report"),
                               "win.resume-session",
                               g_variant_new ("(ss)", client_id, session_id));
}

static void
loket_work_forms_dispose (GObject *object)
{
  LoketWorkForms *self = LOKET_WORK_FORMS (object);

  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_work_forms_parent_class)->dispose (object);
}

static void
loket_work_forms_class_init (LoketWorkFormsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_work_forms_dispose;
}

static void
loket_work_forms_init (LoketWorkForms *self)
{
}

/**
 * loket_work_forms_new:
 * @window: the window that gets the actions, and must outlive this object
 * @toasts: where is said what was done
 * @desk: the desk
 *
 * Returns: (transfer full): the actions, for as long as this object is there
 */
LoketWorkForms *
loket_work_forms_new (GtkWindow   *window,
                      LoketToasts *toasts,
                      LoketDesk   *desk)
{
  static const GActionEntry entries[] = {
    { .name = "write-letter", .activate = write_action, .parameter_type = "s" },
    { .name = "offer-letter", .activate = offer_action, .parameter_type = "(sss)" },
    { .name = "offer-report", .activate = offer_report_action, .parameter_type = "(ssss)" },
  };
  LoketWorkForms *self = g_object_new (LOKET_TYPE_WORK_FORMS, NULL);

  self->window = window;
  self->toasts = g_object_ref (toasts);
  self->desk = g_object_ref (desk);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);

  return self;
}
