/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A questionnaire: its items, the versions that ask them, and how its answers are summed up. */

#include "loket-questionnaire.h"

#include "loket-questionnaire-private.h"

G_DEFINE_FINAL_TYPE (LoketQuestionnaire, loket_questionnaire, G_TYPE_OBJECT)

static void
clear_wave (gpointer data)
{
  LoketWave *wave = data;

  g_clear_pointer (&wave->code, g_free);
  loket_texts_clear (&wave->text);
}

static void
free_block (gpointer data)
{
  LoketBlock *block = data;

  g_clear_pointer (&block->id, g_free);
  loket_texts_clear (&block->text);
  g_free (block);
}

static void
loket_questionnaire_finalize (GObject *object)
{
  LoketQuestionnaire *self = LOKET_QUESTIONNAIRE (object);

  g_clear_pointer (&self->id, g_free);
  loket_texts_clear (&self->title);
  loket_texts_clear (&self->label);
  loket_texts_clear (&self->na_label);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->waves, g_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->case_mix, g_strfreev);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->derived, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_questionnaire_parent_class)->finalize (object);
}

static void
loket_questionnaire_class_init (LoketQuestionnaireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_questionnaire_finalize;
}

static void
loket_questionnaire_init (LoketQuestionnaire *self)
{
  self->bands = loket_bands_new ();
  self->waves = g_array_new (FALSE, TRUE, sizeof (LoketWave));
  g_array_set_clear_func (self->waves, clear_wave);
  self->pairs = g_array_new (FALSE, TRUE, sizeof (LoketWavePair));
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_item_free);
  self->derived = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_derived_free);
  self->versions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) loket_questionnaire_version_free);
}

/**
 * loket_questionnaire_new_from_json:
 * @name: what to call the file in an error
 * @json: (array length=length): its text
 * @length: in bytes, or -1 when @json ends in a NUL
 *
 * The format is that of the files in `data/questionnaires`.
 *
 * Returns: (transfer full) (nullable): the questionnaire, or NULL with %LOKET_ERROR_INVALID saying
 *   where in the file what is wrong
 */
LoketQuestionnaire *
loket_questionnaire_new_from_json (const char  *name,
                                   const char  *json,
                                   gssize       length,
                                   GError     **error)
{
  g_autoptr (LoketQuestionnaire) self = g_object_new (LOKET_TYPE_QUESTIONNAIRE, NULL);

  if (!loket_questionnaire_read_json (self, name, json, length, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * loket_questionnaire_get_id:
 *
 * Returns: (transfer none): its id, such as "kto"
 */
const char *
loket_questionnaire_get_id (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  return self->id;
}

/**
 * loket_questionnaire_get_title:
 * @language: "nl" or "en"
 *
 * Returns: (transfer none): its title
 */
const char *
loket_questionnaire_get_title (LoketQuestionnaire *self,
                               const char         *language)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  return loket_texts_get (&self->title, language);
}

/**
 * loket_questionnaire_get_label:
 * @language: "nl" or "en"
 *
 * Returns: (transfer none): a few words for where there is little room; the title where the file
 *   has none
 */
const char *
loket_questionnaire_get_label (LoketQuestionnaire *self,
                               const char         *language)
{
  const char *label;

  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  label = loket_texts_get (&self->label, language);

  return label != NULL ? label : loket_questionnaire_get_title (self, language);
}

/**
 * loket_questionnaire_has_na:
 *
 * Returns: whether an empty grade is n.v.t., and not just no answer
 */
gboolean
loket_questionnaire_has_na (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), FALSE);

  return self->has_na;
}

/**
 * loket_questionnaire_get_na_label:
 *
 * Returns: (transfer none): what the answer without a grade is called in a word: "n.v.t."
 */
const char *
loket_questionnaire_get_na_label (LoketQuestionnaire *self,
                                  const char         *language)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  return loket_texts_get (&self->na_label, language);
}

/**
 * loket_questionnaire_get_n_bands:
 *
 * Returns: into how many bands grades are put
 */
guint
loket_questionnaire_get_n_bands (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), 0);

  return self->bands->len;
}

/**
 * loket_questionnaire_get_bands:
 *
 * Returns: (transfer none) (element-type LoketBand): the bands of grades, the best first
 */
const GArray *
loket_questionnaire_get_bands (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  return self->bands;
}

/**
 * loket_questionnaire_get_band:
 *
 * Returns: (transfer none): a band of grades, the best first
 */
const LoketBand *
loket_questionnaire_get_band (LoketQuestionnaire *self,
                              guint               number)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);
  g_return_val_if_fail (number < self->bands->len, NULL);

  return &g_array_index (self->bands, LoketBand, number);
}

/**
 * loket_questionnaire_get_n_items:
 *
 * Returns: how many items its versions have together
 */
guint
loket_questionnaire_get_n_items (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), 0);

  return self->items->len;
}

/**
 * loket_questionnaire_get_item:
 *
 * Returns: (transfer none): an item of any version, in the order of the file
 */
const LoketItem *
loket_questionnaire_get_item (LoketQuestionnaire *self,
                              guint               number)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);
  g_return_val_if_fail (number < self->items->len, NULL);

  return g_ptr_array_index (self->items, number);
}

/**
 * loket_questionnaire_find_item:
 *
 * Returns: (transfer none) (nullable): the item with that id; NULL when there is none
 */
const LoketItem *
loket_questionnaire_find_item (LoketQuestionnaire *self,
                               const char         *id)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const LoketItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->id, id))
        return item;
    }
  return NULL;
}

/**
 * loket_questionnaire_find_derived:
 *
 * Returns: (transfer none) (nullable): the groups with that id; NULL when there are none
 */
const LoketDerived *
loket_questionnaire_find_derived (LoketQuestionnaire *self,
                                  const char         *id)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  for (guint i = 0; i < self->derived->len; i++)
    {
      const LoketDerived *derived = g_ptr_array_index (self->derived, i);

      if (g_str_equal (derived->id, id))
        return derived;
    }
  return NULL;
}

/**
 * loket_questionnaire_get_n_derived:
 *
 * Returns: how many sets of derived groups there are
 */
guint
loket_questionnaire_get_n_derived (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), 0);

  return self->derived->len;
}

/**
 * loket_questionnaire_get_derived:
 * @number: below the number of derived groups
 *
 * Returns: (transfer none): the groups
 */
const LoketDerived *
loket_questionnaire_get_derived (LoketQuestionnaire *self,
                                 guint               number)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);
  g_return_val_if_fail (number < self->derived->len, NULL);

  return g_ptr_array_index (self->derived, number);
}

/**
 * loket_questionnaire_get_n_waves:
 *
 * Returns: how many times the same persons are asked
 */
guint
loket_questionnaire_get_n_waves (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), 0);

  return self->waves->len;
}

/**
 * loket_questionnaire_get_wave:
 * @index: below the number of waves
 *
 * Returns: (transfer none): the wave
 */
const LoketWave *
loket_questionnaire_get_wave (LoketQuestionnaire *self,
                              guint               index)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);
  g_return_val_if_fail (index < self->waves->len, NULL);

  return &g_array_index (self->waves, LoketWave, index);
}

/**
 * loket_questionnaire_find_wave:
 * @number: by which responses name their wave
 *
 * Returns: the index of the wave, or -1 when there is none with that number
 */
int
loket_questionnaire_find_wave (LoketQuestionnaire *self,
                               int                 number)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), -1);

  for (guint i = 0; i < self->waves->len; i++)
    {
      if (g_array_index (self->waves, LoketWave, i).number == number)
        return (int) i;
    }
  return -1;
}

/**
 * loket_questionnaire_get_pairs:
 *
 * Returns: (transfer none) (element-type LoketWavePair): which waves are compared person by person
 */
const GArray *
loket_questionnaire_get_pairs (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  return self->pairs;
}

/**
 * loket_questionnaire_counts_unanswered:
 *
 * Returns: whether who was asked and did not answer is in the denominator of shares
 */
gboolean
loket_questionnaire_counts_unanswered (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), FALSE);

  return self->counts_unanswered;
}

/**
 * loket_questionnaire_get_case_mix:
 *
 * Returns: (transfer none): ids of the items and derived groups that describe the client and not
 *   what the counsellor did, on which a fair comparison corrects
 */
const char * const *
loket_questionnaire_get_case_mix (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  return (const char * const *) self->case_mix;
}

/**
 * loket_questionnaire_get_n_versions:
 *
 * Returns: how many versions there are, of which the first is the oldest
 */
guint
loket_questionnaire_get_n_versions (LoketQuestionnaire *self)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), 0);

  return self->versions->len;
}

/**
 * loket_questionnaire_get_version:
 *
 * Returns: (transfer none): a version, the oldest first
 */
const LoketQuestionnaireVersion *
loket_questionnaire_get_version (LoketQuestionnaire *self,
                                 guint               number)
{
  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);
  g_return_val_if_fail (number < self->versions->len, NULL);

  return g_ptr_array_index (self->versions, number);
}

/**
 * loket_questionnaire_find_version:
 *
 * Returns: (transfer none) (nullable): the version that holds in @year, which is the one with the
 *   latest first year not after it; NULL before the first version
 */
const LoketQuestionnaireVersion *
loket_questionnaire_find_version (LoketQuestionnaire *self,
                                  int                 year)
{
  const LoketQuestionnaireVersion *found = NULL;

  g_return_val_if_fail (LOKET_IS_QUESTIONNAIRE (self), NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      const LoketQuestionnaireVersion *version = g_ptr_array_index (self->versions, i);

      if (version->from <= year)
        found = version;
    }
  return found;
}

/**
 * loket_questionnaire_can_compare:
 * @year: a year in which @item is summed up
 * @against: the year it is compared with
 *
 * A question is compared across versions unless it, or its list of options, is new in the later
 * one. Other words for the same question do not matter.
 *
 * Returns: whether the answers of both years can be compared
 */
gboolean
loket_questionnaire_can_compare (LoketQuestionnaire *self,
                                 const LoketItem    *item,
                                 int                 year,
                                 int                 against)
{
  const LoketQuestionnaireVersion *one = loket_questionnaire_find_version (self, year);
  const LoketQuestionnaireVersion *other = loket_questionnaire_find_version (self, against);

  if (one == NULL || other == NULL)
    return FALSE;
  if (loket_questionnaire_version_find (one, item) < 0 ||
      loket_questionnaire_version_find (other, item) < 0)
    return FALSE;
  return item->options_since <= MIN (one->from, other->from) || one == other;
}
