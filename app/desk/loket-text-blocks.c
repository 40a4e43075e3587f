/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Those that come with the program, and the office's own, which take the place of the same name. */

#include "loketten-config.h"

#include "loket-text-blocks.h"

#include "loket-error.h"
#include "loket-office.h"
#include "loket-preferences.h"
#include "loket-record-table.h"
#include "loket-save-act.h"

#include <glib/gi18n-lib.h>

#define BLOCKS "/org/loketten/Loketten/texts/blocks.ini"

void
loket_text_blocks_free (LoketTextBlocks *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self->office);
  g_free (self);
}

/* One that comes with the program has no id: it is in no store. */
static LoketRecord *
create_shipped (GKeyFile   *file,
                const char *group,
                const char *language)
{
  g_autofree char *name = g_key_file_get_locale_string (file, group, "name", language, NULL);
  g_autofree char *text = g_key_file_get_locale_string (file, group, "text", language, NULL);
  const char *values[LOKET_TEXT_BLOCK_N_FIELDS] = {
    [LOKET_TEXT_BLOCK_NAME] = name,
    [LOKET_TEXT_BLOCK_TEXT] = text,
    [LOKET_TEXT_BLOCK_RETIRED] = "0",
  };

  return loket_record_new (&loket_text_block_kind, "", 0, values);
}

static GKeyFile *
open_shipped (GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) data = g_resources_lookup_data (BLOCKS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (data == NULL
      || !g_key_file_load_from_bytes (file, data, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;

  return g_steal_pointer (&file);
}

static gboolean
add_shipped (GHashTable  *blocks,
             GError     **error)
{
  g_autoptr (GKeyFile) file = open_shipped (error);
  g_auto (GStrv) groups = NULL;

  if (file == NULL)
    return FALSE;

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      LoketRecord *block = create_shipped (file, groups[i], loket_preferences_get_language ());

      g_hash_table_insert (blocks, g_strdup (loket_record_get_text (block, LOKET_TEXT_BLOCK_NAME)),
                           block);
    }

  return TRUE;
}

static gboolean
add_own (LoketRecord  *block,
         gpointer      user_data,
         GError      **error)
{
  GHashTable *blocks = user_data;

  g_hash_table_replace (blocks, g_strdup (loket_record_get_text (block, LOKET_TEXT_BLOCK_NAME)),
                        g_object_ref (block));

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  LoketRecord *const *first = a;
  LoketRecord *const *second = b;

  return g_utf8_collate (loket_record_get_text (*first, LOKET_TEXT_BLOCK_NAME),
                         loket_record_get_text (*second, LOKET_TEXT_BLOCK_NAME));
}

static GPtrArray *
load_blocks (LoketDatabase  *database,
             GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_text_block_kind);
  g_autoptr (GHashTable) blocks = NULL;
  GPtrArray *offered;
  GHashTableIter iter;
  gpointer block;

  blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  if (!add_shipped (blocks, error)
      || !loket_record_table_for_each (table, add_own, blocks, error))
    return NULL;

  offered = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, blocks);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    {
      if (!loket_record_get_flag (block, LOKET_TEXT_BLOCK_RETIRED))
        g_ptr_array_add (offered, g_object_ref (block));
    }
  g_ptr_array_sort (offered, compare_names);

  return offered;
}

/**
 * loket_text_blocks_load_text:
 * @group: which one of those that come with the program, by its group in their file
 *
 * Returns: (transfer full) (nullable): its text, or that of the block with which the office
 *   replaced it; one that the office retired is still there for what the program itself offers
 */
char *
loket_text_blocks_load_text (LoketDatabase  *database,
                             const char     *group,
                             GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_text_block_kind);
  g_autoptr (GKeyFile) file = open_shipped (error);
  g_autoptr (LoketRecord) shipped = NULL;
  g_autoptr (LoketRecord) own = NULL;

  if (file == NULL)
    return NULL;

  shipped = create_shipped (file, group, loket_preferences_get_language ());
  if (!loket_record_table_find (table, loket_record_get_text (shipped, LOKET_TEXT_BLOCK_NAME),
                                &own, error))
    return NULL;

  return g_strdup (loket_record_get_text (own != NULL ? own : shipped, LOKET_TEXT_BLOCK_TEXT));
}

/**
 * loket_text_blocks_load_office:
 * @name: (out): the name of the office, to be freed with g_free ()
 *
 * Returns: whether the office could be read
 */
gboolean
loket_text_blocks_load_office (LoketDatabase  *database,
                               const char     *office_id,
                               char          **name,
                               GError        **error)
{
  g_autoptr (LoketRecord) office = NULL;

  office = loket_record_table_load (loket_record_table_get (database, &loket_office_kind),
                                    office_id, error);
  if (office == NULL)
    return FALSE;

  *name = g_strdup (loket_record_get_text (office, LOKET_OFFICE_NAME));

  return TRUE;
}

static gpointer
load_all (LoketDatabase  *database,
          gpointer        input,
          GError        **error)
{
  const char *office_id = input;
  g_autoptr (LoketTextBlocks) all = g_new0 (LoketTextBlocks, 1);

  all->blocks = load_blocks (database, error);
  if (all->blocks == NULL)
    return NULL;
  if (office_id != NULL
      && !loket_text_blocks_load_office (database, office_id, &all->office, error))
    return NULL;

  return g_steal_pointer (&all);
}

/**
 * loket_desk_load_text_blocks_async:
 *
 * Reads the text blocks that are in use.
 */
void
loket_desk_load_text_blocks_async (LoketDesk           *desk,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (desk);
  char *office_id = NULL;

  if (counsellor != NULL)
    office_id = g_strdup (loket_record_get_value (LOKET_RECORD (counsellor),
                                                  LOKET_COUNSELLOR_OFFICE));
  loket_desk_read_async (desk, load_all, office_id, g_free,
                         (GDestroyNotify) loket_text_blocks_free, cancellable, callback,
                         user_data);
}

/**
 * loket_desk_load_text_blocks_finish:
 *
 * Returns: (transfer full) (nullable): the text blocks
 */
LoketTextBlocks *
loket_desk_load_text_blocks_finish (LoketDesk     *desk,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}

/**
 * loket_text_block_create_draft:
 * @block: a text block; one that came with the program becomes the office's own
 *
 * Returns: (transfer full): a draft that changes the block
 */
LoketDraft *
loket_text_block_create_draft (LoketTextBlock *block)
{
  LoketRecord *record = LOKET_RECORD (block);
  LoketDraft *draft;

  if (*loket_record_get_id (record) != '\0')
    return loket_draft_new_from_record (record);

  draft = loket_draft_new (&loket_text_block_kind);
  for (guint i = 0; i < LOKET_TEXT_BLOCK_N_FIELDS; i++)
    loket_draft_set_value (draft, i, loket_record_get_value (record, i));

  return draft;
}

/* A new block takes the place of one of the same name that nobody is offered any more. */
static gboolean
save_block (LoketAct  *act,
            gpointer   input,
            GError   **error)
{
  LoketDraft *draft = input;
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_text_block_kind);
  g_autoptr (LoketRecord) namesake = NULL;
  g_autoptr (LoketDraft) revived = NULL;

  if (!loket_draft_is_new (draft))
    return loket_act_save (act, draft, error);
  if (!loket_record_table_find (table, loket_draft_get_text (draft, LOKET_TEXT_BLOCK_NAME),
                                &namesake, error))
    return FALSE;
  if (namesake == NULL)
    return loket_act_save (act, draft, error);

  if (!loket_record_get_flag (namesake, LOKET_TEXT_BLOCK_RETIRED))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                   _("There is a text block “%s” already. Give this one another name"),
                   loket_draft_get_text (draft, LOKET_TEXT_BLOCK_NAME));
      return FALSE;
    }

  revived = loket_draft_new_from_record (namesake);
  loket_draft_set_value (revived, LOKET_TEXT_BLOCK_TEXT,
                         loket_draft_get_value (draft, LOKET_TEXT_BLOCK_TEXT));
  loket_draft_set_value (revived, LOKET_TEXT_BLOCK_RETIRED, "0");

  return loket_act_save (act, revived, error);
}

/**
 * loket_desk_save_text_block_async:
 * @draft: a text block, which is copied
 *
 * Saves a text block; finish with loket_desk_act_finish (). %LOKET_ERROR_CONSTRAINT, with a
 * sentence for the person, when another one has the name.
 */
void
loket_desk_save_text_block_async (LoketDesk           *desk,
                                  const LoketDraft    *draft,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  loket_desk_act_async (desk, "text_block.save", save_block, loket_draft_copy (draft),
                        (GDestroyNotify) loket_draft_free, cancellable, callback, user_data);
}

/**
 * loket_desk_retire_text_block_async:
 * @block: a text block
 *
 * Offers the block no more; finish with loket_desk_act_finish ().
 */
void
loket_desk_retire_text_block_async (LoketDesk           *desk,
                                    LoketTextBlock      *block,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr (LoketDraft) draft = loket_text_block_create_draft (block);

  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_RETIRED, "1");
  loket_desk_save_async (desk, "text_block.retire", draft, cancellable, callback, user_data);
}
