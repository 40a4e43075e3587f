/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All responses to a questionnaire as columns of small codes, so that they can be counted fast. */

#include "loket-frame-private.h"

#include <string.h>

#include "loket-answers.h"
#include "loket-error.h"

/* Where the answers to one item of a version come from and go to. */
typedef struct
{
  const LoketItem *item; /* borrowed */
  guint            index; /* in its version */
  guint            offset; /* of its first character */
  guint            n_columns;
  guint            first_column;
  const guint8    *codes; /* borrowed: code by character */
} Slot;

G_DEFINE_FINAL_TYPE (LoketFrame, loket_frame, G_TYPE_OBJECT)

static void
loket_frame_finalize (GObject *object)
{
  LoketFrame *self = LOKET_FRAME (object);

  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->columns[i], g_free);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->codes, g_free);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->months, g_free);
  g_clear_pointer (&self->arrivals, g_free);
  g_clear_pointer (&self->waves, g_free);
  g_clear_pointer (&self->persons, g_free);
  g_clear_pointer (&self->person_numbers, g_hash_table_unref);
  g_clear_pointer (&self->derived_columns, g_hash_table_unref);
  g_clear_pointer (&self->carried, g_hash_table_unref);
  g_clear_pointer (&self->offices, g_free);
  g_clear_pointer (&self->counsellors, g_free);
  g_clear_pointer (&self->office_names, loket_names_free);
  g_clear_pointer (&self->counsellor_names, loket_names_free);
  g_clear_pointer (&self->invited, g_array_unref);
  g_clear_pointer (&self->first_columns, g_array_unref);
  g_clear_pointer (&self->item_numbers, g_hash_table_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_object (&self->questionnaire);

  G_OBJECT_CLASS (loket_frame_parent_class)->finalize (object);
}

static void
loket_frame_class_init (LoketFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_frame_finalize;
}

static void
loket_frame_init (LoketFrame *self)
{
  self->office_names = loket_names_new ();
  self->counsellor_names = loket_names_new ();
  self->invited = g_array_new (FALSE, FALSE, sizeof (LoketFrameInvited));
  self->first_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->item_numbers = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->derived_columns = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->carried = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/* Gives every item its columns and its table from characters to codes. */
static void
lay_out_columns (LoketFrame *self)
{
  guint n_items = loket_questionnaire_get_n_items (self->questionnaire);

  self->codes = g_malloc0_n (n_items, sizeof *self->codes);
  for (guint i = 0; i < n_items; i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (self->questionnaire, i);

      g_hash_table_insert (self->item_numbers, (gpointer) item, GUINT_TO_POINTER (i));
      g_array_append_val (self->first_columns, self->n_columns);
      self->n_columns += loket_item_get_n_columns (item);
      if (item->kind == LOKET_ITEM_OPEN || item->kind == LOKET_ITEM_NUMBER)
        continue;
      for (guint c = 0; c < 256; c++)
        self->codes[i][c] = (guint8) loket_item_decode (item, (char) c);
    }
  for (guint i = 0; i < loket_questionnaire_get_n_derived (self->questionnaire); i++)
    {
      const LoketDerived *derived = loket_questionnaire_get_derived (self->questionnaire, i);

      if (derived->has_column)
        g_hash_table_insert (self->derived_columns, (gpointer) derived,
                             GUINT_TO_POINTER (self->n_columns++));
    }
  self->first_fact = self->n_columns;
  self->n_columns += LOKET_N_FACTS;
  self->columns = g_new0 (guint8 *, self->n_columns);
}

static guint
get_item_number (LoketFrame      *self,
                 const LoketItem *item)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->item_numbers, item));
}

static void
plan_version (LoketFrame                      *self,
              const LoketQuestionnaireVersion *version)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  for (guint i = 0; i < version->items->len; i++)
    {
      const LoketItem *item = loket_questionnaire_version_get_item (version, i);
      guint number = get_item_number (self, item);
      Slot slot = { item,
                    i,
                    loket_questionnaire_version_get_offset (version, i),
                    loket_item_get_n_columns (item),
                    g_array_index (self->first_columns, guint, number),
                    self->codes[number] };

      if (item->kind != LOKET_ITEM_OPEN)
        g_array_append_val (slots, slot);
    }
  g_ptr_array_add (self->slots, slots);
}

/**
 * loket_frame_new:
 * @questionnaire: what was asked, in all its versions
 *
 * Returns: (transfer full): a frame without responses
 */
LoketFrame *
loket_frame_new (LoketQuestionnaire *questionnaire)
{
  LoketFrame *self = g_object_new (LOKET_TYPE_FRAME, NULL);

  self->questionnaire = g_object_ref (questionnaire);
  lay_out_columns (self);
  if (loket_questionnaire_get_n_waves (questionnaire) > 1)
    self->person_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < loket_questionnaire_get_n_versions (questionnaire); i++)
    plan_version (self, loket_questionnaire_get_version (questionnaire, i));
  return self;
}

static void
make_room (LoketFrame *self,
           gsize       n_rows)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i] = g_realloc (self->columns[i], n_rows);
      memset (self->columns[i] + self->capacity, LOKET_CODE_NOT_ASKED, n_rows - self->capacity);
    }
  self->months = g_renew (guint16, self->months, n_rows);
  self->arrivals = g_renew (guint64, self->arrivals, n_rows);
  self->waves = g_renew (guint8, self->waves, n_rows);
  if (self->person_numbers != NULL)
    self->persons = g_renew (guint32, self->persons, n_rows);
  self->offices = g_renew (guint16, self->offices, n_rows);
  self->counsellors = g_renew (guint16, self->counsellors, n_rows);
  self->capacity = n_rows;
}

static gboolean
refuse_row (const char  *what,
            GError     **error)
{
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT, "a response has %s", what);
  return FALSE;
}

/* The number of the version that the answers of @row fit, or -1. */
static int
find_version (LoketFrame          *self,
              const LoketFrameRow *row)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const LoketQuestionnaireVersion *version =
          loket_questionnaire_get_version (self->questionnaire, i);

      if (version->from == row->version)
        return strlen (row->answers) == version->width ? (int) i : -1;
    }
  return -1;
}

static void
append_derived (LoketFrame                      *self,
                const LoketQuestionnaireVersion *version,
                const char                      *answers)
{
  for (guint i = 0; i < version->derived->len; i++)
    {
      const LoketDerived *derived = g_ptr_array_index (version->derived, i);
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->derived_columns, derived));

      self->columns[column][self->n_rows] =
          (guint8) loket_derived_get_code (derived, version, answers);
    }
}

static void
append_answers (LoketFrame *self,
                guint       version_number,
                int         wave,
                const char *answers)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_get_version (self->questionnaire, version_number);
  const GArray *slots = g_ptr_array_index (self->slots, version_number);

  for (guint i = 0; i < slots->len; i++)
    {
      const Slot *slot = &g_array_index (slots, Slot, i);
      guint8 **columns = self->columns + slot->first_column;
      const char *place = answers + slot->offset;

      if ((slot->item->route->len > 0 && !loket_answers_is_asked (version, slot->index, answers)) ||
          (self->person_numbers != NULL && !loket_item_is_in_wave (slot->item, wave)))
        continue;
      if (slot->item->kind == LOKET_ITEM_NUMBER)
        columns[0][self->n_rows] = (guint8) loket_item_decode_place (slot->item, place);
      for (guint k = 0; slot->item->kind != LOKET_ITEM_NUMBER && k < slot->n_columns; k++)
        columns[k][self->n_rows] = slot->codes[(guchar) place[k]];
    }
  append_derived (self, version, answers);
}

static guint
intern_person (LoketFrame *self,
               const char *person)
{
  guint number = 0;

  if (person == NULL || *person == '\0')
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->person_numbers, person));
  if (number == 0)
    {
      number = g_hash_table_size (self->person_numbers) + 1;
      g_hash_table_insert (self->person_numbers, g_strdup (person), GUINT_TO_POINTER (number));
    }
  return number;
}

/**
 * loket_frame_append:
 *
 * Returns: FALSE with %LOKET_ERROR_CORRUPT when the answers are not of the width of their version,
 *   a month or wave is impossible, or there are too many offices or counsellors to number
 */
gboolean
loket_frame_append (LoketFrame           *self,
                    const LoketFrameRow  *row,
                    GError              **error)
{
  int version = find_version (self, row);
  int office = loket_names_intern (self->office_names, row->office);
  int counsellor = loket_names_intern (self->counsellor_names, row->counsellor);

  if (version < 0)
    return refuse_row ("answers that do not fit its version of the questionnaire", error);
  if (office < 0 || counsellor < 0)
    return refuse_row ("one office or counsellor too many to count", error);
  if (row->month < 0 || row->month > G_MAXUINT16 || row->wave < 0 || row->wave > LOKET_WAVE_MAX)
    return refuse_row ("an impossible month or wave", error);
  if (self->n_rows == self->capacity)
    make_room (self, MAX (1024, self->capacity * 2));
  self->months[self->n_rows] = (guint16) row->month;
  self->arrivals[self->n_rows] = row->arrival;
  self->waves[self->n_rows] =
      (guint8) (loket_questionnaire_find_wave (self->questionnaire, row->wave) + 1);
  if (self->persons != NULL)
    self->persons[self->n_rows] = intern_person (self, row->person);
  self->offices[self->n_rows] = (guint16) office;
  self->counsellors[self->n_rows] = (guint16) counsellor;
  append_answers (self, (guint) version, row->wave, row->answers);
  loket_frame_append_facts (self, row->facts);
  self->n_rows++;
  return TRUE;
}

/**
 * loket_frame_add_invited:
 * @office: (nullable): empty for all offices together
 * @counsellor: (nullable): empty for all counsellors together
 * @sent: how many were invited in @month
 */
gboolean
loket_frame_add_invited (LoketFrame  *self,
                         int          month,
                         const char  *office,
                         const char  *counsellor,
                         guint        sent,
                         GError     **error)
{
  LoketFrameInvited invited = { month, 0, 0, sent };
  int office_number = loket_names_intern (self->office_names, office);
  int counsellor_number = loket_names_intern (self->counsellor_names, counsellor);

  if (office_number < 0 || counsellor_number < 0)
    return refuse_row ("one office or counsellor too many to count", error);
  invited.office = (guint) office_number;
  invited.counsellor = (guint) counsellor_number;
  g_array_append_val (self->invited, invited);
  return TRUE;
}

/**
 * loket_frame_set_stamp:
 * @stamp: a text that becomes another one when responses come, change or go in the store
 */
void
loket_frame_set_stamp (LoketFrame *self,
                       const char *stamp)
{
  g_return_if_fail (LOKET_IS_FRAME (self));

  g_free (self->stamp);
  self->stamp = g_strdup (stamp);
}

/**
 * loket_frame_get_stamp:
 *
 * Returns: (transfer none) (nullable): what loket_frame_set_stamp () was given
 */
const char *
loket_frame_get_stamp (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->stamp;
}

/**
 * loket_frame_get_questionnaire:
 *
 * Returns: (transfer none): what was asked
 */
LoketQuestionnaire *
loket_frame_get_questionnaire (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->questionnaire;
}

/**
 * loket_frame_get_n_rows:
 *
 * Returns: how many responses there are
 */
gsize
loket_frame_get_n_rows (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), 0);

  return self->n_rows;
}

/**
 * loket_frame_get_months:
 *
 * Returns: (transfer none): the month of each row, as loket_month_new () counts
 */
const guint16 *
loket_frame_get_months (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->months;
}

/**
 * loket_frame_get_arrivals:
 *
 * Returns: (transfer none): of each row when it came in, in no unit; later is more
 */
const guint64 *
loket_frame_get_arrivals (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->arrivals;
}

/**
 * loket_frame_get_offices:
 *
 * Returns: (transfer none): the number of the office of each row; 0 for none
 */
const guint16 *
loket_frame_get_offices (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->offices;
}

/**
 * loket_frame_get_counsellors:
 *
 * Returns: (transfer none): the number of the counsellor of each row; 0 for none
 */
const guint16 *
loket_frame_get_counsellors (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->counsellors;
}

/**
 * loket_frame_get_column:
 * @option: number of an option of a multiple choice, else 0
 *
 * Returns: (transfer none): a code for each row
 */
const guint8 *
loket_frame_get_column (LoketFrame      *self,
                        const LoketItem *item,
                        guint            option)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);
  g_return_val_if_fail (option < loket_item_get_n_columns (item), NULL);

  return self->columns[g_array_index (self->first_columns, guint, get_item_number (self, item)) +
                       option];
}

/**
 * loket_frame_get_derived_column:
 *
 * Returns: (transfer none): a code for each row
 */
const guint8 *
loket_frame_get_derived_column (LoketFrame         *self,
                                const LoketDerived *derived)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);
  g_return_val_if_fail (derived->has_column, NULL);

  return self->columns[GPOINTER_TO_UINT (g_hash_table_lookup (self->derived_columns, derived))];
}

/**
 * loket_frame_get_waves:
 *
 * Returns: (transfer none): the wave of each row, from 1 in the order of the questionnaire
 */
const guint8 *
loket_frame_get_waves (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->waves;
}

/**
 * loket_frame_get_persons:
 *
 * Returns: (transfer none) (nullable): the number of who answered each row, 0 for nobody known;
 *   NULL when the questionnaire has only one wave
 */
const guint32 *
loket_frame_get_persons (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->persons;
}

/**
 * loket_frame_get_n_persons:
 *
 * Returns: the highest number of a person
 */
guint
loket_frame_get_n_persons (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), 0);

  return self->person_numbers != NULL ? g_hash_table_size (self->person_numbers) : 0;
}

/**
 * loket_frame_get_carried:
 *
 * Returns: (transfer none): codes by which to group that were made from all waves of a person, by
 *   what they are about
 */
GHashTable *
loket_frame_get_carried (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->carried;
}

/**
 * loket_frame_get_office_names:
 *
 * Returns: (transfer none): the names of offices by the numbers in their column
 */
const LoketNames *
loket_frame_get_office_names (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->office_names;
}

/**
 * loket_frame_get_counsellor_names:
 *
 * Returns: (transfer none): the codes of counsellors by the numbers in their column
 */
const LoketNames *
loket_frame_get_counsellor_names (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->counsellor_names;
}

/**
 * loket_frame_get_invited:
 *
 * Returns: (transfer none) (element-type LoketFrameInvited): in the order in which they were added
 */
const GArray *
loket_frame_get_invited (LoketFrame *self)
{
  g_return_val_if_fail (LOKET_IS_FRAME (self), NULL);

  return self->invited;
}
