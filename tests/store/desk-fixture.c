/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk at a real store, and what its acts left there. */

#include "desk-fixture.h"

#include "loket-client.h"
#include "loket-record-table.h"
#include "loket-save-act.h"

#define PATIENCE_SECONDS 20

/**
 * desk_open:
 *
 * Returns: (transfer full): a desk at a store that is made when it is not there; the program
 *   "test" works at it
 */
LoketDesk *
desk_open (const char *name)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (LoketClock) clock = store_create_clock ();
  g_autoptr (GError) error = NULL;
  LoketDesk *desk = loket_desk_open (path, LOKET_ACCESS_CREATE, clock, &error);

  g_assert_no_error (error);
  g_assert_true (loket_desk_identify (desk, NULL, NULL, "test", &error));
  g_assert_no_error (error);

  return desk;
}

static gpointer
execute (LoketDatabase  *database,
         gpointer        input,
         GError        **error)
{
  store_execute (database, input);

  return input;
}

/**
 * desk_execute:
 *
 * Writes behind the back of the acts, as another program would.
 */
void
desk_execute (LoketDesk  *desk,
              const char *sql)
{
  g_autoptr (GError) error = NULL;

  loket_store_write (loket_desk_get_store (desk), execute, (gpointer) sql, &error);
  g_assert_no_error (error);
}

static gpointer
read_text (LoketDatabase  *database,
           gpointer        input,
           GError        **error)
{
  char *text = store_read_text (database, input);

  return text != NULL ? text : g_strdup ("");
}

/**
 * desk_read_text:
 *
 * Returns: (transfer full): the first value of the first row; "" when there is none
 */
char *
desk_read_text (LoketDesk  *desk,
                const char *sql)
{
  return loket_store_read (loket_desk_get_store (desk), read_text, (gpointer) sql, NULL);
}

static gpointer
create_example (LoketDatabase  *database,
                gpointer        input,
                GError        **error)
{
  return store_create_example (database, input);
}

/**
 * desk_create_example:
 *
 * Returns: (transfer full): a draft of @kind with a value in every field; what it refers to is in
 *   the store
 */
LoketDraft *
desk_create_example (LoketDesk       *desk,
                     const LoketKind *kind)
{
  return loket_store_write (loket_desk_get_store (desk), create_example, (gpointer) kind, NULL);
}

typedef struct
{
  const LoketKind *kind;
  const char *id;
} Key;

static gpointer
load_record (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  Key *key = input;

  return loket_record_table_load (loket_record_table_get (database, key->kind), key->id, error);
}

/**
 * desk_load:
 *
 * Returns: (transfer full) (nullable): the record; NULL when it is not there
 */
LoketRecord *
desk_load (LoketDesk       *desk,
           const LoketKind *kind,
           const char      *id)
{
  Key key = { kind, id };

  return loket_store_read (loket_desk_get_store (desk), load_record, &key, NULL);
}

LoketDeed *
desk_save (LoketDesk  *desk,
           LoketDraft *draft)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = loket_desk_save (desk, "test.save", draft, &error);

  g_assert_no_error (error);

  return deed;
}

/**
 * desk_save_client:
 *
 * Returns: (transfer full): the id of a new client
 */
char *
desk_save_client (LoketDesk  *desk,
                  const char *family_name)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_autoptr (LoketDeed) deed = NULL;

  loket_draft_set_value (draft, LOKET_CLIENT_FAMILY_NAME, family_name);
  deed = desk_save (desk, draft);

  return g_strdup (deed->subject_id);
}

LoketDeed *
desk_change (LoketDesk       *desk,
             const LoketKind *kind,
             const char      *id,
             guint            field,
             const char      *value)
{
  g_autoptr (LoketRecord) record = desk_load (desk, kind, id);
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (record);

  loket_draft_set_value (draft, field, value);

  return desk_save (desk, draft);
}

/**
 * desk_read_log:
 *
 * Returns: (transfer full): the lines of an act as "kind field: old -> new", one below the other
 */
char *
desk_read_log (LoketDesk  *desk,
               const char *act)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT group_concat (kind || ' ' || field || ': ' || "
                         "coalesce (old_value, '') || ' -> ' || coalesce (new_value, ''), "
                         "char (10)) FROM (SELECT * FROM change_log WHERE act = '%s' ORDER BY id)",
                         act);

  return desk_read_text (desk, sql);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Nothing came back");

  return G_SOURCE_REMOVE;
}

/**
 * desk_await:
 *
 * Returns: (transfer none): what desk_result_cb () was given, which is waited for
 */
GAsyncResult *
desk_await (GAsyncResult **result)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);

  return *result;
}

void
desk_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}
