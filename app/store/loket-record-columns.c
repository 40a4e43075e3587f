/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the SQL of a kind's table follows from: its fields that are not stored apart. */

#include "loket-record-columns.h"

/**
 * loket_record_columns_join:
 * @kind: a kind of record
 *
 * Returns: (transfer full): "id, version, name, ...": the columns in the order of the fields
 */
char *
loket_record_columns_join (const LoketKind *kind)
{
  g_autoptr (GString) columns = g_string_new ("id, version");

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!loket_field_is_stored_apart (&kind->fields[i]))
        g_string_append_printf (columns, ", %s", loket_field_get_column (&kind->fields[i]));
    }

  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static void
bind_value (LoketStatement    *statement,
            int                parameter,
            const LoketField  *field,
            const char        *value)
{
  gboolean is_number = field->type == LOKET_FIELD_INTEGER || field->type == LOKET_FIELD_FLAG;

  if (is_number && value != NULL)
    loket_statement_bind_integer (statement, parameter, g_ascii_strtoll (value, NULL, 10));
  else
    loket_statement_bind_text (statement, parameter, value);
}

/**
 * loket_record_columns_bind:
 * @statement: a statement with a parameter for each column but id and version
 * @parameter: the first of these parameters
 * @draft: a draft, which must outlive the run of the statement
 *
 * Returns: the parameter behind the last one
 */
int
loket_record_columns_bind (LoketStatement   *statement,
                           int               parameter,
                           const LoketDraft *draft)
{
  const LoketKind *kind = loket_draft_get_kind (draft);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!loket_field_is_stored_apart (&kind->fields[i]))
        bind_value (statement, parameter++, &kind->fields[i], loket_draft_get_value (draft, i));
    }

  return parameter;
}
