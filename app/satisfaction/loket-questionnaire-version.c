/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The items that a questionnaire has from a year on, and where their answers stand. */

#include "loket-questionnaire-version.h"

#include "loket-derived.h"

/**
 * loket_questionnaire_version_new:
 * @from: the first year in which it is used
 *
 * Returns: (transfer full): a version that asks nothing yet
 */
LoketQuestionnaireVersion *
loket_questionnaire_version_new (int from)
{
  LoketQuestionnaireVersion *version = g_new0 (LoketQuestionnaireVersion, 1);

  version->from = from;
  version->items = g_ptr_array_new ();
  version->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  version->derived = g_ptr_array_new ();
  version->derived_offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  return version;
}

void
loket_questionnaire_version_free (LoketQuestionnaireVersion *version)
{
  g_clear_pointer (&version->items, g_ptr_array_unref);
  g_clear_pointer (&version->offsets, g_array_unref);
  g_clear_pointer (&version->derived, g_ptr_array_unref);
  g_clear_pointer (&version->derived_offsets, g_array_unref);
  g_free (version);
}

/**
 * loket_questionnaire_version_add_item:
 * @item: an item of the questionnaire, which must outlive the version
 *
 * Adds it behind the others; its answers stand behind theirs.
 */
void
loket_questionnaire_version_add_item (LoketQuestionnaireVersion *version,
                                      const LoketItem           *item)
{
  g_array_append_val (version->offsets, version->width);
  g_ptr_array_add (version->items, (gpointer) item);
  version->width += loket_item_get_width (item);
}

/**
 * loket_questionnaire_version_add_derived:
 * @derived: groups of the questionnaire with a column, which must outlive the version
 *
 * Gives them a place behind all answers, once the items are there.
 */
void
loket_questionnaire_version_add_derived (LoketQuestionnaireVersion *version,
                                         const LoketDerived        *derived)
{
  g_array_append_val (version->derived_offsets, version->width);
  g_ptr_array_add (version->derived, (gpointer) derived);
  version->width += loket_derived_get_width (derived);
}

/**
 * loket_questionnaire_version_get_n_items:
 *
 * Returns: how many items the version asks
 */
guint
loket_questionnaire_version_get_n_items (const LoketQuestionnaireVersion *version)
{
  return version->items->len;
}

/**
 * loket_questionnaire_version_get_item:
 * @index: below the number of items
 *
 * Returns: (transfer none): the item
 */
const LoketItem *
loket_questionnaire_version_get_item (const LoketQuestionnaireVersion *version,
                                      guint                            index)
{
  return g_ptr_array_index (version->items, index);
}

/**
 * loket_questionnaire_version_get_offset:
 *
 * Returns: the place of the first character of item @index in the coded answers
 */
guint
loket_questionnaire_version_get_offset (const LoketQuestionnaireVersion *version,
                                        guint                            index)
{
  return g_array_index (version->offsets, guint, index);
}

/**
 * loket_questionnaire_version_find:
 *
 * Returns: the index of @item, or -1 when this version does not ask it
 */
int
loket_questionnaire_version_find (const LoketQuestionnaireVersion *version,
                                  const LoketItem                 *item)
{
  guint index = 0;

  return g_ptr_array_find (version->items, item, &index) ? (int) index : -1;
}

/**
 * loket_questionnaire_version_get_place:
 *
 * Returns: (transfer none) (nullable): where in @answers the characters of @item stand; NULL when
 *   this version does not ask it
 */
const char *
loket_questionnaire_version_get_place (const LoketQuestionnaireVersion *version,
                                       const LoketItem                 *item,
                                       const char                      *answers)
{
  int index = loket_questionnaire_version_find (version, item);

  return index >= 0 ? answers + g_array_index (version->offsets, guint, index) : NULL;
}

/**
 * loket_questionnaire_version_get_derived_place:
 *
 * Returns: (transfer none) (nullable): where in @answers the groups stand that were given with
 *   them; NULL when they have no place there
 */
const char *
loket_questionnaire_version_get_derived_place (const LoketQuestionnaireVersion *version,
                                               const LoketDerived              *derived,
                                               const char                      *answers)
{
  guint index = 0;

  if (!g_ptr_array_find (version->derived, derived, &index))
    return NULL;
  return answers + g_array_index (version->derived_offsets, guint, index);
}
