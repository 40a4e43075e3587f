/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Holds a list of clients, of which it reads what is looked at. */

#define G_LOG_DOMAIN "loketten-desk"

#include "loketten-config.h"

#include "loket-client-list.h"

#include "loket-client-reading.h"

struct _LoketClientList
{
  GObject parent_instance;

  LoketDesk *desk;
  LoketClientScope scope;
  gboolean only_own;

  guint n_items;
  GPtrArray *ids;             /* (nullable): every client there is */
  guint n_named;              /* how many of them were found by name */
  GHashTable *items;          /* position -> Use: the items in use */
  GHashTable *pieces;         /* numbers of the pieces that are on their way */
  guint request_id;           /* asks for the pieces of the items in use */
  GCancellable *cancellable;  /* of the newest load and its pieces */
  gboolean loading;
  gboolean has_new_scope;     /* whether the load is of other clients than the list holds */
};

/* An item that somebody holds. */
typedef struct
{
  LoketClientList *list;  /* borrowed: it lets go of its items */
  LoketClientItem *item;  /* borrowed: it tells when it goes */
  guint position;
  gboolean is_stale;      /* whether its line is to be read (again) */
} Use;

enum
{
  PROBLEM,
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketClientList, loket_client_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* Hands lines to the items that are in use; the others are asked for when they are looked at. */
static void
spread_rows (LoketClientList *self,
             guint            offset,
             GPtrArray       *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Use *use = g_hash_table_lookup (self->items, GUINT_TO_POINTER (offset + i));

      if (use != NULL)
        {
          use->is_stale = FALSE;
          loket_client_item_take_row (use->item, rows->pdata[i]);
          rows->pdata[i] = NULL;
        }
    }
}

static void
report_problem (LoketClientList *self,
                const GError    *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[PROBLEM], 0, error->message);
}

typedef struct
{
  LoketClientList *list;
  guint number;
  GCancellable *cancellable;
} PieceWait;

static void
piece_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autofree PieceWait *wait = user_data;
  g_autoptr (LoketClientList) self = wait->list;
  g_autoptr (GCancellable) cancellable = wait->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = loket_desk_read_finish (LOKET_DESK (object), result, &error);

  /* A newer load has its own pieces. */
  if (cancellable != self->cancellable)
    return;

  g_hash_table_remove (self->pieces, GUINT_TO_POINTER (wait->number));
  if (rows == NULL)
    report_problem (self, error);
  else
    spread_rows (self, wait->number * LOKET_CLIENT_PIECE, rows);
}

static void
request_piece (LoketClientList *self,
               guint            number)
{
  LoketClientPiece *piece;
  PieceWait *wait;

  if (!g_hash_table_add (self->pieces, GUINT_TO_POINTER (number)))
    return;

  piece = g_new0 (LoketClientPiece, 1);
  piece->number = number;
  piece->n_items = self->n_items;
  piece->ids = self->ids != NULL ? g_ptr_array_ref (self->ids) : NULL;
  piece->text = g_strdup (self->scope.text);
  piece->n_named = self->n_named;
  piece->now = loket_clock_get_moment (loket_desk_get_clock (self->desk));

  wait = g_new0 (PieceWait, 1);
  wait->list = g_object_ref (self);
  wait->number = number;
  wait->cancellable = g_object_ref (self->cancellable);

  loket_desk_read_async (self->desk, loket_client_piece_load, piece,
                         (GDestroyNotify) loket_client_piece_free,
                         (GDestroyNotify) g_ptr_array_unref, self->cancellable, piece_loaded_cb,
                         wait);
}

/* Somebody who walks the list takes and drops each item; only what is kept is worth reading. */
static gboolean
request_pieces_cb (gpointer user_data)
{
  LoketClientList *self = user_data;
  GHashTableIter iter;
  gpointer value;

  self->request_id = 0;
  if (self->loading)
    return G_SOURCE_REMOVE;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Use *use = value;

      if (use->is_stale && use->position < self->n_items)
        request_piece (self, use->position / LOKET_CLIENT_PIECE);
    }

  return G_SOURCE_REMOVE;
}

static void
request_pieces_later (LoketClientList *self)
{
  if (self->request_id == 0 && !self->loading)
    self->request_id = g_idle_add_full (G_PRIORITY_DEFAULT, request_pieces_cb, self, NULL);
}

static void
item_gone_cb (gpointer  user_data,
              GObject  *item)
{
  Use *use = user_data;

  g_hash_table_remove (use->list->items, GUINT_TO_POINTER (use->position));
}

static void
forget_items (LoketClientList *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Use *use = value;

      g_object_weak_unref (G_OBJECT (use->item), item_gone_cb, use);
      g_hash_table_iter_remove (&iter);
    }
}

static LoketClientItem *
get_item (LoketClientList *self,
          guint            position)
{
  Use *use = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));

  if (use != NULL)
    return g_object_ref (use->item);

  use = g_new0 (Use, 1);
  use->list = self;
  use->item = loket_client_item_new ();
  use->position = position;
  use->is_stale = TRUE;
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), use);
  g_object_weak_ref (G_OBJECT (use->item), item_gone_cb, use);

  return use->item;
}

/* The first lines are there before anybody looks at them. */
static GPtrArray *
hold_first_items (LoketClientList *self)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (self->n_items, LOKET_CLIENT_PIECE); i++)
    g_ptr_array_add (held, get_item (self, i));

  return held;
}

/* All lines are to be read again; those of other clients say nothing until then. */
static void
outdate_lines (LoketClientList *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Use *use = value;

      use->is_stale = TRUE;
      if (self->has_new_scope && use->position >= LOKET_CLIENT_PIECE)
        loket_client_item_take_row (use->item, NULL);
    }
  self->has_new_scope = FALSE;
}

/* An item is a line, whoever stands in it: what a view shows stays and is written anew, which is
 * much less work than making it again. Only the end of the list comes and goes. */
static void
replace_contents (LoketClientList     *self,
                  LoketClientContents *contents)
{
  guint n_before = self->n_items;
  guint n_kept = MIN (n_before, contents->n_items);
  g_autoptr (GPtrArray) held = NULL;

  outdate_lines (self);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  self->ids = g_steal_pointer (&contents->ids);
  self->n_items = contents->n_items;
  self->n_named = contents->n_named;
  held = hold_first_items (self);
  spread_rows (self, 0, contents->rows);
  if (n_before != self->n_items)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept,
                                self->n_items - n_kept);

  request_pieces_later (self);
}

static void
contents_loaded_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LoketClientList) self = user_data;
  g_autoptr (GError) error = NULL;
  LoketClientContents *contents = loket_desk_read_finish (LOKET_DESK (object), result, &error);

  /* Only a newer load cuts one off. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->loading = FALSE;
  if (contents == NULL)
    {
      report_problem (self, error);
      return;
    }

  replace_contents (self, contents);
  loket_client_contents_free (contents);
  g_signal_emit (self, signals[LOADED], 0);
}

static GType
list_model_get_item_type (GListModel *model)
{
  return LOKET_TYPE_CLIENT_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return LOKET_CLIENT_LIST (model)->n_items;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  LoketClientList *self = LOKET_CLIENT_LIST (model);
  LoketClientItem *item;

  if (position >= self->n_items)
    return NULL;

  item = get_item (self, position);
  request_pieces_later (self);

  return item;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
loket_client_list_dispose (GObject *object)
{
  LoketClientList *self = LOKET_CLIENT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->request_id, g_source_remove);
  forget_items (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_client_list_parent_class)->dispose (object);
}

static void
loket_client_list_finalize (GObject *object)
{
  LoketClientList *self = LOKET_CLIENT_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->pieces, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self->scope.text);
  g_free (self->scope.counsellor_id);

  G_OBJECT_CLASS (loket_client_list_parent_class)->finalize (object);
}

static void
loket_client_list_class_init (LoketClientListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_client_list_dispose;
  object_class->finalize = loket_client_list_finalize;

  /**
   * LoketClientList::problem:
   * @sentence: why the list could not be read
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LoketClientList::loaded:
   *
   * The list holds what its scope says.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_client_list_init (LoketClientList *self)
{
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->pieces = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
}

/* An older reading that is still under way is cut off. */
static void
reload (LoketClientList *self)
{
  LoketClientScope *scope;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->pieces);

  scope = g_new0 (LoketClientScope, 1);
  scope->text = g_strdup (self->scope.text);
  scope->only_open = self->scope.only_open;
  scope->only_recent = self->scope.only_recent;
  scope->now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  if (self->only_own)
    scope->counsellor_id = g_strdup (loket_desk_get_counsellor_id (self->desk));

  self->loading = TRUE;
  loket_desk_read_async (self->desk, loket_client_contents_load, scope,
                         (GDestroyNotify) loket_client_scope_free,
                         (GDestroyNotify) loket_client_contents_free, self->cancellable,
                         contents_loaded_cb, g_object_ref (self));
}

/**
 * loket_client_list_new:
 * @desk: the desk, whose changes the list follows
 *
 * Returns: (transfer full): a list that is empty until loket_client_list_set_scope ()
 */
LoketClientList *
loket_client_list_new (LoketDesk *desk)
{
  LoketClientList *self = g_object_new (LOKET_TYPE_CLIENT_LIST, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);

  return self;
}

static void
change_text (LoketClientList *self,
             const char      *text)
{
  g_free (self->scope.text);
  self->scope.text = g_strdup (text);
  self->has_new_scope = TRUE;
  reload (self);
}

/**
 * loket_client_list_set_scope:
 * @text: (nullable): what was typed in the search entry; then the rest does not count
 * @only_own: whether only clients of who works at the desk
 * @only_open: whether only clients with a trajectory that is open
 */
void
loket_client_list_set_scope (LoketClientList *self,
                             const char      *text,
                             gboolean         only_own,
                             gboolean         only_open)
{
  g_return_if_fail (LOKET_IS_CLIENT_LIST (self));

  self->scope.only_open = only_open;
  self->scope.only_recent = FALSE;
  self->only_own = only_own;
  change_text (self, text);
}

/**
 * loket_client_list_set_recent:
 * @text: what is sought; "" for the clients to whom who works at the desk talked last
 */
void
loket_client_list_set_recent (LoketClientList *self,
                              const char      *text)
{
  g_return_if_fail (LOKET_IS_CLIENT_LIST (self));

  self->scope.only_open = FALSE;
  self->scope.only_recent = TRUE;
  self->only_own = TRUE;
  change_text (self, text);
}

/**
 * loket_client_list_is_loading:
 *
 * Returns: whether the list still holds what an older scope said
 */
gboolean
loket_client_list_is_loading (LoketClientList *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENT_LIST (self), FALSE);

  return self->loading;
}

/**
 * loket_client_list_is_cut_off:
 *
 * Returns: whether a search found more than the list holds
 */
gboolean
loket_client_list_is_cut_off (LoketClientList *self)
{
  g_return_val_if_fail (LOKET_IS_CLIENT_LIST (self), FALSE);

  return self->scope.text != NULL && *self->scope.text != '\0'
         && self->n_items >= LOKET_CLIENT_MOST_HITS;
}
