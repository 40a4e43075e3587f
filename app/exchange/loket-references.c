/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Remembers what the store answered; what is not there is asked for again, since an import may
 * make it meanwhile. */

#include "loket-references.h"

#include "loket-number-table.h"

typedef gboolean (*AskFunc) (LoketDatabase    *database,
                             const LoketKind  *kind,
                             const char       *known,
                             char            **found,
                             GError          **error);

struct _LoketReferences
{
  const LoketKind *kind;
  AskFunc ask;
  GHashTable *answers; /* (owned): what is known -> what was found */
};

static LoketReferences *
create_references (const LoketKind *kind,
                   AskFunc          func)
{
  LoketReferences *self = g_new0 (LoketReferences, 1);

  self->kind = kind;
  self->ask = func;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * loket_references_new_for_ids:
 * @kind: the kind of the records that are referred to
 *
 * Returns: (transfer full): finds ids by numbers
 */
LoketReferences *
loket_references_new_for_ids (const LoketKind *kind)
{
  return create_references (kind, loket_number_table_find_id);
}

/**
 * loket_references_new_for_numbers:
 * @kind: the kind of the records that are referred to
 *
 * Returns: (transfer full): finds numbers by ids
 */
LoketReferences *
loket_references_new_for_numbers (const LoketKind *kind)
{
  return create_references (kind, loket_number_table_find_number);
}

void
loket_references_free (LoketReferences *self)
{
  g_hash_table_unref (self->answers);
  g_free (self);
}

/**
 * loket_references_find:
 * @self: references
 * @database: the store
 * @known: the number of a record, or its id
 * @found: (out) (transfer none) (nullable): its id, or its number; NULL when there is no such
 *   record
 * @error: return location for an error
 *
 * Returns: whether the store could be asked
 */
gboolean
loket_references_find (LoketReferences  *self,
                       LoketDatabase    *database,
                       const char       *known,
                       const char      **found,
                       GError          **error)
{
  char *answer = NULL;

  *found = g_hash_table_lookup (self->answers, known);
  if (*found != NULL)
    return TRUE;

  if (!self->ask (database, self->kind, known, &answer, error))
    return FALSE;

  if (answer != NULL)
    g_hash_table_insert (self->answers, g_strdup (known), answer);
  *found = answer;

  return TRUE;
}
