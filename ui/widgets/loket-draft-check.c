/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Checks a draft before it is sent off, so that the form can point at what is wrong. */

#include "loketten-config.h"

#include "loket-draft-check.h"

#include <glib/gi18n.h>

/**
 * loket_draft_check:
 * @field: (out): the field that is wrong
 *
 * Returns: (transfer full) (nullable): what is wrong, with the name of the field; NULL when nothing
 *   is
 */
char *
loket_draft_check (const LoketDraft *draft,
                   LoketDesk        *desk,
                   guint            *field)
{
  const LoketKind *kind = loket_draft_get_kind (draft);
  LoketDateText today = loket_desk_get_today (desk);
  const LoketChecks checks = { today.text, loket_desk_get_codes (desk) };
  g_autoptr (LoketDraft) copy = loket_draft_copy (draft);
  g_autoptr (GError) error = NULL;
  int number = loket_kind_get_number_field (kind);

  /* The store gives the number; until then any will do. */
  if (number >= 0 && loket_draft_get_value (copy, (guint) number) == NULL)
    loket_draft_set_value (copy, (guint) number, "-");
  if (loket_draft_validate (copy, &checks, field, &error))
    return NULL;

  /* Translators: the name of a field, then what is wrong with it: "Telephone: “x” is not ..." */
  return g_strdup_printf (_("%s: %s"), loket_kind_get_field_title (kind, *field), error->message);
}
