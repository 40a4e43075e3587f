/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An answer to something that is not asked any more stays on the sheet until somebody drops it, or
 * it is asked again: nothing that was typed is lost in silence. */

#include "loketten-config.h"

#include "loket-response-sheet.h"

#include "loket-answer-key.h"
#include "loket-answers.h"
#include "loket-derived.h"

#include <string.h>

struct _LoketResponseSheet
{
  LoketQuestionnaire *questionnaire;  /* (owned) */
  GHashTable *values;                 /* (owned): by item; "" is n.v.t., none is no answer */
  GPtrArray *items;                   /* (owned) of borrowed LoketItem: asked, or answered */
  guint8 *asked;                      /* (owned): for each of them */
  const LoketQuestionnaireVersion *version;  /* borrowed: the questionnaire's */
  int year;
  int wave;                           /* 0 first */
  GHashTable *groups;                 /* (owned): by LoketDerived: those that a file gave */
  char *answers;                      /* (owned): of what is asked, not finished */
};

/* What was answered under another version of the questionnaire stands behind its items. */
static void
list_items (LoketResponseSheet *self)
{
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < self->version->items->len; i++)
    g_ptr_array_add (self->items, self->version->items->pdata[i]);
  for (guint i = 0; i < loket_questionnaire_get_n_items (self->questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (self->questionnaire, i);

      if (loket_questionnaire_version_find (self->version, item) < 0
          && g_hash_table_contains (self->values, item))
        g_ptr_array_add (self->items, (gpointer) item);
    }
  self->asked = g_renew (guint8, self->asked, self->items->len);
  memset (self->asked, 0, self->items->len);
}

static gboolean
is_answered (const LoketResponseSheet *self,
             const LoketItem          *item)
{
  return g_hash_table_contains (self->values, item);
}

static gboolean
is_in_wave (const LoketResponseSheet *self,
            const LoketItem          *item)
{
  return loket_questionnaire_get_n_waves (self->questionnaire) < 2
         || loket_item_is_in_wave (item, self->wave);
}

/* Writes what is asked, as far as it can be read, and looks what that leads to.
 *
 * Returns: whether something is asked now that was not, or the other way round */
static gboolean
follow_routes (LoketResponseSheet *self)
{
  gboolean has_changed = FALSE;

  for (guint i = 0; i < self->version->items->len; i++)
    {
      const LoketItem *item = self->version->items->pdata[i];
      const char *value = g_hash_table_lookup (self->values, item);
      guint8 is_asked = is_in_wave (self, item)
                        && loket_answers_is_asked (self->version, i, self->answers);

      has_changed |= is_asked != self->asked[i];
      self->asked[i] = is_asked;
      if (item->kind == LOKET_ITEM_OPEN)
        continue;
      if (value == NULL || !is_asked
          || !loket_answers_set (self->version, i, value, strlen (value), self->answers, NULL))
        loket_answers_set (self->version, i, "", 0, self->answers, NULL);
    }

  return has_changed;
}

/* What is asked follows from answers that may be asked or not themselves. */
static void
refresh (LoketResponseSheet *self)
{
  list_items (self);
  loket_answers_clear (self->version, self->answers);
  for (guint i = 0; i <= self->version->items->len; i++)
    {
      if (!follow_routes (self) && i > 0)
        return;
    }
}

/**
 * loket_response_sheet_new:
 * @questionnaire: what was asked
 *
 * Returns: (transfer full): an empty sheet of its newest version
 */
LoketResponseSheet *
loket_response_sheet_new (LoketQuestionnaire *questionnaire)
{
  LoketResponseSheet *self = g_new0 (LoketResponseSheet, 1);
  guint n_versions = loket_questionnaire_get_n_versions (questionnaire);

  self->questionnaire = g_object_ref (questionnaire);
  self->values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->groups = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->items = g_ptr_array_new ();
  loket_response_sheet_set_year (
      self, loket_questionnaire_get_version (questionnaire, n_versions - 1)->from);

  return self;
}

void
loket_response_sheet_free (LoketResponseSheet *self)
{
  g_object_unref (self->questionnaire);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->items);
  g_free (self->asked);
  g_free (self->answers);
  g_free (self);
}

/**
 * loket_response_sheet_clear:
 *
 * Takes a new sheet.
 */
void
loket_response_sheet_clear (LoketResponseSheet *self)
{
  g_hash_table_remove_all (self->values);
  g_hash_table_remove_all (self->groups);
  refresh (self);
}

/**
 * loket_response_sheet_set_wave:
 * @wave: which of several measurements it is, 0 first, which decides what is asked
 */
void
loket_response_sheet_set_wave (LoketResponseSheet *self,
                               int                 wave)
{
  if (wave == self->wave)
    return;

  self->wave = wave;
  refresh (self);
}

/**
 * loket_response_sheet_set_year:
 * @year: the year in which the survey was sent, which decides what is asked
 *
 * Returns: whether the questionnaire was used in that year; else nothing changes
 */
gboolean
loket_response_sheet_set_year (LoketResponseSheet *self,
                               int                 year)
{
  const LoketQuestionnaireVersion *version = loket_questionnaire_find_version (self->questionnaire,
                                                                               year);

  if (version == NULL)
    return FALSE;

  self->year = year;
  if (version == self->version)
    return TRUE;

  self->version = version;
  self->answers = g_realloc (self->answers, version->width + 1);
  refresh (self);

  return TRUE;
}

int
loket_response_sheet_get_year (const LoketResponseSheet *self)
{
  return self->year;
}

/**
 * loket_response_sheet_get_n_items:
 *
 * Returns: how many items there are, with those that are not asked but were answered
 */
guint
loket_response_sheet_get_n_items (const LoketResponseSheet *self)
{
  return self->items->len;
}

const LoketItem *
loket_response_sheet_get_item (const LoketResponseSheet *self,
                               guint                     index)
{
  return g_ptr_array_index (self->items, index);
}

/**
 * loket_response_sheet_get_value:
 *
 * Returns: (transfer none) (nullable): the answer to an item as it stands in a file, "" for
 *   n.v.t.; NULL when there is none
 */
const char *
loket_response_sheet_get_value (const LoketResponseSheet *self,
                                guint                     index)
{
  return g_hash_table_lookup (self->values, loket_response_sheet_get_item (self, index));
}

/**
 * loket_response_sheet_set_value:
 * @value: (nullable): an answer as loket_response_sheet_get_value () gives it
 */
void
loket_response_sheet_set_value (LoketResponseSheet *self,
                                guint               index,
                                const char         *value)
{
  const LoketItem *item = loket_response_sheet_get_item (self, index);

  if (value == NULL || (*value == '\0' && item->kind != LOKET_ITEM_GRADE))
    g_hash_table_remove (self->values, item);
  else
    g_hash_table_replace (self->values, (gpointer) item, g_strdup (value));
  refresh (self);
}

/**
 * loket_response_sheet_press:
 * @index: of an item that is not open
 * @key: a character that was typed
 * @error: %LOKET_ERROR_INVALID when it answers nothing here
 *
 * Answers an item as loket_answer_key_press () does.
 *
 * Returns: whether the key answered the item
 */
gboolean
loket_response_sheet_press (LoketResponseSheet *self,
                            guint               index,
                            gunichar            key,
                            GError            **error)
{
  const LoketItem *item = loket_response_sheet_get_item (self, index);
  g_autofree char *answer = NULL;

  if (!loket_answer_key_press (item, self->version->from,
                               loket_response_sheet_get_value (self, index), key, &answer, error))
    return FALSE;

  loket_response_sheet_set_value (self, index, answer);

  return TRUE;
}

/**
 * loket_response_sheet_is_asked:
 *
 * Returns: whether the routing leads to the item
 */
gboolean
loket_response_sheet_is_asked (const LoketResponseSheet *self,
                               guint                     index)
{
  return self->asked[index] != 0;
}

/**
 * loket_response_sheet_find_next:
 * @index: an item, or -1
 *
 * Returns: the next item that is asked, or -1
 */
int
loket_response_sheet_find_next (const LoketResponseSheet *self,
                                int                       index)
{
  for (guint i = (guint) (index + 1); i < self->items->len; i++)
    {
      if (self->asked[i])
        return (int) i;
    }

  return -1;
}

/**
 * loket_response_sheet_find_previous:
 * @index: an item, or the number of items
 *
 * Returns: the item before it that is asked, or -1
 */
int
loket_response_sheet_find_previous (const LoketResponseSheet *self,
                                    int                       index)
{
  for (int i = index - 1; i >= 0; i--)
    {
      if (self->asked[i])
        return i;
    }

  return -1;
}

/**
 * loket_response_sheet_has_answers:
 *
 * Returns: whether anything was answered
 */
gboolean
loket_response_sheet_has_answers (const LoketResponseSheet *self)
{
  return g_hash_table_size (self->values) > 0;
}

/**
 * loket_response_sheet_find_left:
 *
 * Returns: the first item that was answered and is not asked any more, or -1
 */
int
loket_response_sheet_find_left (const LoketResponseSheet *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (!self->asked[i] && is_answered (self, self->items->pdata[i]))
        return (int) i;
    }

  return -1;
}

/**
 * loket_response_sheet_drop_left:
 *
 * Drops the answers to what is not asked any more.
 */
void
loket_response_sheet_drop_left (LoketResponseSheet *self)
{
  for (int left; (left = loket_response_sheet_find_left (self)) >= 0;)
    loket_response_sheet_set_value (self, (guint) left, NULL);
}

/* Groups that a file gave stand as long as no answer says otherwise. */
static gboolean
set_groups (const LoketResponseSheet  *self,
            char                      *answers,
            GError                   **error)
{
  for (guint i = 0; i < self->version->derived->len; i++)
    {
      const LoketDerived *derived = self->version->derived->pdata[i];
      const char *group = g_hash_table_lookup (self->groups, derived);
      gboolean is_known = FALSE;

      loket_derived_work_out (derived, self->version, answers, &is_known);
      if (group != NULL && !is_known
          && !loket_answers_set_derived (self->version, i, group, strlen (group), answers, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_response_sheet_dup_answers:
 * @error: %LOKET_ERROR_INVALID naming item and reason
 *
 * Returns: (transfer full) (nullable): the coded answers, as the store keeps them; NULL when one of
 *   them cannot stand
 */
char *
loket_response_sheet_dup_answers (const LoketResponseSheet  *self,
                                  GError                   **error)
{
  g_autofree char *answers = g_malloc (self->version->width + 1);

  loket_answers_clear (self->version, answers);
  for (guint i = 0; i < self->version->items->len; i++)
    {
      const LoketItem *item = self->version->items->pdata[i];
      const char *value = g_hash_table_lookup (self->values, item);

      if (item->kind != LOKET_ITEM_OPEN && value != NULL
          && !loket_answers_set (self->version, i, value, strlen (value), answers, error))
        return NULL;
    }
  if (!set_groups (self, answers, error)
      || !loket_answers_finish (self->version, answers, error))
    return NULL;

  return g_steal_pointer (&answers);
}

/**
 * loket_response_sheet_dup_open:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the open answers to what is asked, by the ids
 *   of their items
 */
GHashTable *
loket_response_sheet_dup_open (const LoketResponseSheet *self)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      const LoketItem *item = self->items->pdata[i];
      const char *value = g_hash_table_lookup (self->values, item);

      if (item->kind == LOKET_ITEM_OPEN && value != NULL && self->asked[i])
        g_hash_table_insert (open, g_strdup (item->id), g_strdup (value));
    }

  return open;
}

static void
read_groups (LoketResponseSheet *self,
             const char         *answers)
{
  g_hash_table_remove_all (self->groups);
  for (guint i = 0; i < self->version->derived->len; i++)
    {
      GString *text = g_string_new (NULL);

      loket_answers_append_derived (self->version, i, answers, text);
      g_hash_table_insert (self->groups, self->version->derived->pdata[i],
                           g_string_free (text, FALSE));
    }
}

/**
 * loket_response_sheet_read:
 * @answers: coded answers of the year of the sheet
 * @open: (element-type utf8 utf8): open answers by the ids of their items
 *
 * Takes the answers of a response that is kept already.
 */
void
loket_response_sheet_read (LoketResponseSheet *self,
                           const char         *answers,
                           GHashTable         *open)
{
  g_hash_table_remove_all (self->values);
  read_groups (self, answers);
  for (guint i = 0; i < self->version->items->len; i++)
    {
      const LoketItem *item = self->version->items->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      if (item->kind == LOKET_ITEM_OPEN)
        g_string_append (text, g_hash_table_contains (open, item->id)
                                 ? g_hash_table_lookup (open, item->id) : "");
      else
        loket_answers_append_text (self->version, i, answers, text);
      if (text->len > 0
          || (item->kind == LOKET_ITEM_GRADE
              && answers[loket_questionnaire_version_get_offset (self->version, i)] == '-'))
        g_hash_table_insert (self->values, (gpointer) item, g_strdup (text->str));
    }
  refresh (self);
}
