/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Brings back what was being typed when the program ended, and keeps what is typed from now on. */

#include "loketten-config.h"

#include "loket-open-forms.h"

#include "loket-client.h"
#include "loket-merged-table.h"
#include "loket-error.h"
#include "loket-forms.h"
#include "loket-record-table.h"
#include "loket-saved-form-table.h"
#include "loket-session-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LoketOpenForms
{
  GObject parent_instance;

  LoketDesk *desk;
  LoketForms *forms;
  LoketIds *ids;     /* for forms alone: those of the store belong to the thread that writes */
  GPtrArray *open;   /* of LoketOpenForm, oldest first */
  GHashTable *saved; /* id of the act that saved it -> LoketOpenForm, since the program started */
};

enum
{
  PROBLEM,
  DISCARDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void loket_open_forms_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketOpenForms, loket_open_forms, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      loket_open_forms_list_model_init))

static GType
loket_open_forms_get_item_type (GListModel *list)
{
  return LOKET_TYPE_OPEN_FORM;
}

static guint
loket_open_forms_get_n_items (GListModel *list)
{
  return LOKET_OPEN_FORMS (list)->open->len;
}

static gpointer
loket_open_forms_get_item (GListModel *list,
                           guint       position)
{
  GPtrArray *open = LOKET_OPEN_FORMS (list)->open;

  return position < open->len ? g_object_ref (open->pdata[position]) : NULL;
}

static void
loket_open_forms_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = loket_open_forms_get_item_type;
  iface->get_n_items = loket_open_forms_get_n_items;
  iface->get_item = loket_open_forms_get_item;
}

static void
loket_open_forms_dispose (GObject *object)
{
  LoketOpenForms *self = LOKET_OPEN_FORMS (object);

  g_clear_object (&self->forms);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_open_forms_parent_class)->dispose (object);
}

static void
loket_open_forms_finalize (GObject *object)
{
  LoketOpenForms *self = LOKET_OPEN_FORMS (object);

  g_clear_pointer (&self->ids, loket_ids_free);
  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->saved);

  G_OBJECT_CLASS (loket_open_forms_parent_class)->finalize (object);
}

static void
loket_open_forms_class_init (LoketOpenFormsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_open_forms_dispose;
  object_class->finalize = loket_open_forms_finalize;

  /**
   * LoketOpenForms::problem:
   * @sentence: what is wrong
   *
   * What is typed cannot be kept, or what was kept cannot be read.
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * LoketOpenForms::discarded:
   * @form: a form
   *
   * A person threw a form away; loket_open_forms_keep () brings it back.
   */
  signals[DISCARDED] = g_signal_new ("discarded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, LOKET_TYPE_OPEN_FORM);
}

static void
loket_open_forms_init (LoketOpenForms *self)
{
  self->open = g_ptr_array_new_with_free_func (g_object_unref);
  self->saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static void
say (LoketOpenForms *self,
     const char     *format,
     const char     *reason)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *sentence = g_strdup_printf (format, reason);
#pragma GCC diagnostic pop

  g_signal_emit (self, signals[PROBLEM], 0, sentence);
}

static void
forms_problem_cb (LoketOpenForms *self,
                  const char     *reason)
{
  /* Translators: what the disk said. */
  say (self, _("What you type is not kept on disk at this moment: %s"), reason);
}

static void
tell_unread (LoketOpenForms *self,
             const char     *reason)
{
  /* Translators: what the disk said. */
  say (self, _("What you were typing before cannot be read: %s"), reason);
}

static LoketOpenForm *
find_by_id (LoketOpenForms *self,
            const char     *id)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      LoketForm *form = loket_open_form_get_form (self->open->pdata[i]);

      if (g_str_equal (loket_form_get_id (form), id))
        return self->open->pdata[i];
    }

  return NULL;
}

static void
kept_cb (LoketOpenForms *self,
         const char     *id,
         const char     *stamp)
{
  LoketOpenForm *form = find_by_id (self, id);

  if (form != NULL)
    loket_open_form_set_kept_at (form, stamp);
}

/* What a form from before is about. */
typedef struct
{
  LoketForm *form;
  char *client_name;  /* (nullable): the client is gone */
  gboolean is_saved;
} Recovered;

static void
free_recovered (Recovered *recovered)
{
  loket_form_free (recovered->form);
  g_free (recovered->client_name);
  g_free (recovered);
}

static gboolean
look_up_client (LoketDatabase  *database,
                Recovered      *recovered,
                GError        **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LoketRecord) client = NULL;

  client = loket_merged_table_load_client (database,
                                           loket_form_get_text (recovered->form, "client"),
                                           &failure);
  if (client != NULL)
    {
      recovered->client_name = loket_client_dup_display_name (LOKET_CLIENT (client));
      loket_form_set_value (recovered->form, "client", loket_record_get_id (client));
    }
  if (client != NULL || g_error_matches (failure, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gpointer
look_up (LoketDatabase  *database,
         gpointer        input,
         GError        **error)
{
  GPtrArray *all = input;

  for (guint i = 0; i < all->len; i++)
    {
      Recovered *recovered = all->pdata[i];

      if (!loket_saved_form_table_has (database, loket_form_get_id (recovered->form),
                                       &recovered->is_saved, error)
          || !look_up_client (database, recovered, error))
        return NULL;
    }

  return g_ptr_array_ref (all);
}

/* A form that was saved is over. One whose client is gone waits: the client may come back with a
 * backup, or with an undo. */
static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LoketOpenForms) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = loket_desk_read_finish (LOKET_DESK (object), result, &error);
  guint before = self->open->len;

  if (all == NULL)
    {
      tell_unread (self, error->message);
      return;
    }

  for (guint i = 0; i < all->len; i++)
    {
      Recovered *recovered = all->pdata[i];

      if (recovered->is_saved)
        loket_forms_remove (self->forms, loket_form_get_id (recovered->form));
      else if (recovered->client_name != NULL)
        g_ptr_array_add (self->open, loket_open_form_new (loket_form_copy (recovered->form),
                                                          recovered->client_name));
    }
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->open->len - before);
}

/* The clients of these ids who became part of another: old id, new id, and so on. */
static gpointer
follow_clients (LoketDatabase  *database,
                gpointer        input,
                GError        **error)
{
  g_autoptr (GStrvBuilder) moved = g_strv_builder_new ();
  char **ids = input;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *client_id = NULL;

      if (!loket_merged_table_find_id (database, ids[i], &client_id, error))
        return NULL;
      if (client_id != NULL)
        g_strv_builder_add_many (moved, ids[i], client_id, NULL);
    }

  return g_strv_builder_end (moved);
}

static void
clients_followed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (LoketOpenForms) self = user_data;
  g_auto (GStrv) moved = loket_desk_read_finish (LOKET_DESK (object), result, NULL);

  for (guint i = 0; moved != NULL && moved[i] != NULL; i += 2)
    {
      for (guint f = 0; f < self->open->len; f++)
        {
          LoketForm *form = loket_open_form_get_form (self->open->pdata[f]);

          if (g_strcmp0 (loket_form_get_value (form, "client"), moved[i]) != 0)
            continue;
          loket_form_set_value (form, "client", moved[i + 1]);
          loket_forms_keep (self->forms, form);
        }
    }
}

/* What is typed about a client who is merged into another goes on as a form about the other. */
static void
desk_changed_cb (LoketOpenForms *self)
{
  g_autoptr (GStrvBuilder) ids = NULL;

  if (self->open->len == 0)
    return;

  ids = g_strv_builder_new ();
  for (guint i = 0; i < self->open->len; i++)
    g_strv_builder_add (ids, loket_form_get_text (loket_open_form_get_form (self->open->pdata[i]),
                                                  "client"));
  loket_desk_read_async (self->desk, follow_clients, g_strv_builder_end (ids),
                         (GDestroyNotify) g_strfreev, (GDestroyNotify) g_strfreev, NULL,
                         clients_followed_cb, g_object_ref (self));
}

static void
forms_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LoketOpenForms) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = loket_forms_load_finish (LOKET_FORMS (object), result, &error);
  const char *damaged = loket_forms_get_damaged (self->forms);
  GPtrArray *all;

  if (damaged != NULL)
    /* Translators: the path of a file. */
    say (self, _("What was typed before and not saved could not be read. It was put aside: %s"),
         damaged);
  if (forms == NULL)
    {
      tell_unread (self, error->message);
      return;
    }

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) free_recovered);
  for (guint i = 0; i < forms->len; i++)
    {
      Recovered *recovered = g_new0 (Recovered, 1);

      recovered->form = loket_form_copy (forms->pdata[i]);
      g_ptr_array_add (all, recovered);
    }
  loket_desk_read_async (self->desk, look_up, all, (GDestroyNotify) g_ptr_array_unref,
                         (GDestroyNotify) g_ptr_array_unref, NULL, looked_up_cb,
                         g_object_ref (self));
}

/**
 * loket_open_forms_new:
 * @desk: the desk; must be open as long as the list is not closed
 * @error: why nothing can be kept
 *
 * Opens the file of forms, and fills the list with what was not saved when the program ended.
 *
 * Returns: (transfer full) (nullable): the list, empty at first
 */
LoketOpenForms *
loket_open_forms_new (LoketDesk  *desk,
                      GError    **error)
{
  g_autoptr (LoketOpenForms) self = g_object_new (LOKET_TYPE_OPEN_FORMS, NULL);

  self->desk = g_object_ref (desk);
  self->ids = loket_ids_new (loket_desk_get_clock (desk));
  self->forms = loket_forms_open (loket_store_get_path (loket_desk_get_store (desk)),
                                  loket_desk_get_clock (desk), error);
  if (self->forms == NULL)
    return NULL;

  g_signal_connect_object (self->forms, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->forms, "problem", G_CALLBACK (forms_problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  loket_forms_load_async (self->forms, NULL, forms_loaded_cb, g_object_ref (self));

  return g_steal_pointer (&self);
}

/**
 * loket_open_forms_close:
 *
 * Puts on disk what waits, and closes the file.
 */
void
loket_open_forms_close (LoketOpenForms *self)
{
  g_return_if_fail (LOKET_IS_OPEN_FORMS (self));

  loket_forms_close (self->forms);
}

/**
 * loket_open_forms_find:
 * @kind: what is being filled in
 * @client_id: the id of a client
 *
 * Returns: (transfer none) (nullable): the open form of that kind about the client
 */
LoketOpenForm *
loket_open_forms_find (LoketOpenForms *self,
                       const char     *kind,
                       const char     *client_id)
{
  g_return_val_if_fail (LOKET_IS_OPEN_FORMS (self), NULL);

  for (guint i = 0; i < self->open->len; i++)
    {
      LoketForm *form = loket_open_form_get_form (self->open->pdata[i]);

      if (g_str_equal (loket_form_get_kind (form), kind)
          && g_str_equal (loket_form_get_text (form, "client"), client_id))
        return self->open->pdata[i];
    }

  return NULL;
}

/**
 * loket_open_forms_dup_id:
 *
 * Returns: (transfer full): an id for a new form
 */
char *
loket_open_forms_dup_id (LoketOpenForms *self)
{
  char id[LOKET_ID_LENGTH + 1];

  g_return_val_if_fail (LOKET_IS_OPEN_FORMS (self), NULL);

  loket_ids_read_clock (self->ids);
  loket_ids_next (self->ids, id);

  return g_strdup (id);
}

/**
 * loket_open_forms_keep:
 * @form: a form in which something was typed
 *
 * Puts the form on disk soon. One that is not in the list comes at its end.
 */
void
loket_open_forms_keep (LoketOpenForms *self,
                       LoketOpenForm  *form)
{
  g_return_if_fail (LOKET_IS_OPEN_FORMS (self));

  loket_forms_keep (self->forms, loket_open_form_get_form (form));
  if (!g_ptr_array_find (self->open, form, NULL))
    {
      g_ptr_array_add (self->open, g_object_ref (form));
      g_list_model_items_changed (G_LIST_MODEL (self), self->open->len - 1, 0, 1);
    }
}

/* A form in which nothing was typed is not in the list. */
static gboolean
take_out (LoketOpenForms *self,
          LoketOpenForm  *form)
{
  guint position;

  if (!g_ptr_array_find (self->open, form, &position))
    return FALSE;

  g_ptr_array_remove_index (self->open, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);

  return TRUE;
}

/**
 * loket_open_forms_discard:
 * @form: a form
 *
 * Throws the form away; keeping it once more brings it back.
 */
void
loket_open_forms_discard (LoketOpenForms *self,
                          LoketOpenForm  *form)
{
  g_autoptr (LoketOpenForm) held = g_object_ref (form);

  g_return_if_fail (LOKET_IS_OPEN_FORMS (self));

  loket_forms_discard (self->forms, loket_form_get_id (loket_open_form_get_form (held)));
  if (take_out (self, held))
    g_signal_emit (self, signals[DISCARDED], 0, held);
}

/**
 * loket_open_forms_finish:
 * @form: a form of which everything is saved in the store
 * @act: the id of the act that saved it
 */
void
loket_open_forms_finish (LoketOpenForms *self,
                         LoketOpenForm  *form,
                         const char     *act)
{
  g_return_if_fail (LOKET_IS_OPEN_FORMS (self));

  g_hash_table_insert (self->saved, g_strdup (act), g_object_ref (form));
  loket_forms_remove (self->forms, loket_form_get_id (loket_open_form_get_form (form)));
  take_out (self, form);
}

/* A session that went on after it was saved has another form by now: one is enough. */
static void
take_back (LoketOpenForms *self,
           LoketOpenForm  *form)
{
  LoketForm *saved = loket_open_form_get_form (form);
  g_autoptr (LoketOpenForm) next = NULL;

  g_set_object (&next, loket_open_forms_find (self, LOKET_SESSION_FORM,
                                              loket_form_get_text (saved, "client")));
  if (next == NULL || !g_str_equal (loket_form_get_kind (saved), LOKET_SESSION_FORM))
    return;

  loket_session_form_take_back (saved, loket_open_form_get_form (next));
  loket_forms_remove (self->forms, loket_form_get_id (loket_open_form_get_form (next)));
  take_out (self, next);
}

/**
 * loket_open_forms_bring_back:
 * @act: the id of an act that was undone
 *
 * Opens the form that the act had saved, if it was one of ours: what was typed is never lost.
 */
void
loket_open_forms_bring_back (LoketOpenForms *self,
                             const char     *act)
{
  g_autoptr (LoketOpenForm) form = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (LOKET_IS_OPEN_FORMS (self));

  if (!g_hash_table_steal_extended (self->saved, act, (gpointer *) &key, (gpointer *) &form))
    return;

  take_back (self, form);
  loket_open_forms_keep (self, form);
}
