/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A snapshot of the lists of codes; filled once, then only read. */

#include "loket-codes.h"

struct _LoketCodes
{
  GObject parent_instance;

  GHashTable *lists;  /* name -> GPtrArray of LoketCode, in the order of the office */
  GHashTable *by_key; /* "list/code" -> LoketCode, borrowed from the lists */
};

G_DEFINE_FINAL_TYPE (LoketCodes, loket_codes, G_TYPE_OBJECT)

static void
free_code (LoketCode *code)
{
  g_free (code->code);
  g_free (code->label);
  g_free (code);
}

static LoketCode *
find_code (LoketCodes *self,
           const char *list,
           const char *code)
{
  char key[128];

  if (g_snprintf (key, sizeof key, "%s/%s", list, code) >= (int) sizeof key)
    return NULL;

  return g_hash_table_lookup (self->by_key, key);
}

static void
loket_codes_finalize (GObject *object)
{
  LoketCodes *self = LOKET_CODES (object);

  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);

  G_OBJECT_CLASS (loket_codes_parent_class)->finalize (object);
}

static void
loket_codes_class_init (LoketCodesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_codes_finalize;
}

static void
loket_codes_init (LoketCodes *self)
{
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * loket_codes_new:
 *
 * Returns: (transfer full): lists in which there is nothing yet
 */
LoketCodes *
loket_codes_new (void)
{
  return g_object_new (LOKET_TYPE_CODES, NULL);
}

/**
 * loket_codes_add:
 * @self: lists that nobody else reads yet
 * @list: the name of a list
 * @code: a code, at most some 60 bytes
 * @label: what a person reads
 * @retired: whether the code is only kept for old records
 */
void
loket_codes_add (LoketCodes *self,
                 const char *list,
                 const char *code,
                 const char *label,
                 gboolean    retired)
{
  GPtrArray *codes = g_hash_table_lookup (self->lists, list);
  LoketCode *entry = g_new0 (LoketCode, 1);

  if (codes == NULL)
    {
      codes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_code);
      g_hash_table_insert (self->lists, g_strdup (list), codes);
    }

  entry->code = g_strdup (code);
  entry->label = g_strdup (label);
  entry->retired = retired;
  g_ptr_array_add (codes, entry);
  g_hash_table_insert (self->by_key, g_strdup_printf ("%s/%s", list, code), entry);
}

/**
 * loket_codes_has:
 *
 * Returns: whether @list knows @code, retired or not
 */
gboolean
loket_codes_has (LoketCodes *self,
                 const char *list,
                 const char *code)
{
  g_return_val_if_fail (LOKET_IS_CODES (self), FALSE);

  return find_code (self, list, code) != NULL;
}

/**
 * loket_codes_get_label:
 *
 * Returns: (transfer none): what a person reads for @code; @code itself when the list lacks it
 */
const char *
loket_codes_get_label (LoketCodes *self,
                       const char *list,
                       const char *code)
{
  LoketCode *entry;

  g_return_val_if_fail (LOKET_IS_CODES (self), code);

  entry = find_code (self, list, code);

  return entry != NULL ? entry->label : code;
}

/**
 * loket_codes_get_list:
 *
 * Returns: (transfer none) (nullable) (element-type LoketCode): the codes of @list in the order of
 *   the office, retired ones included; NULL when there is no such list
 */
GPtrArray *
loket_codes_get_list (LoketCodes *self,
                      const char *list)
{
  g_return_val_if_fail (LOKET_IS_CODES (self), NULL);

  return g_hash_table_lookup (self->lists, list);
}
