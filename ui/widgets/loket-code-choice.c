/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Fills a combo row with the labels of a list, and says which code is chosen. */

#include "loketten-config.h"

#include "loket-code-choice.h"

#include "loket-combo-words.h"

struct _LoketCodeChoice
{
  GObject parent_instance;

  AdwComboRow *row;    /* borrowed: whoever made us owns it as well */
  GPtrArray *offered;  /* codes, as the row offers them; NULL for none */
};

G_DEFINE_FINAL_TYPE (LoketCodeChoice, loket_code_choice, G_TYPE_OBJECT)

static void
loket_code_choice_finalize (GObject *object)
{
  g_ptr_array_unref (LOKET_CODE_CHOICE (object)->offered);

  G_OBJECT_CLASS (loket_code_choice_parent_class)->finalize (object);
}

static void
loket_code_choice_class_init (LoketCodeChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_code_choice_finalize;
}

static void
loket_code_choice_init (LoketCodeChoice *self)
{
  self->offered = g_ptr_array_new_with_free_func (g_free);
}

/**
 * loket_code_choice_new:
 * @row: the row to fill; it must outlive the choice
 * @list: the name of a list
 * @empty: (nullable): what to offer for no code at all; NULL when one must be chosen
 * @current: (nullable): the code to begin with, which is offered even when it is retired
 */
LoketCodeChoice *
loket_code_choice_new (AdwComboRow *row,
                       LoketCodes  *codes,
                       const char  *list,
                       const char  *empty,
                       const char  *current)
{
  LoketCodeChoice *self = g_object_new (LOKET_TYPE_CODE_CHOICE, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GPtrArray *all = loket_codes_get_list (codes, list);

  self->row = row;
  if (empty != NULL)
    {
      gtk_string_list_append (labels, empty);
      g_ptr_array_add (self->offered, NULL);
    }
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const LoketCode *code = all->pdata[i];

      if (code->retired && g_strcmp0 (code->code, current) != 0)
        continue;
      gtk_string_list_append (labels, code->label);
      g_ptr_array_add (self->offered, g_strdup (code->code));
    }

  loket_combo_words_fill (row, labels);
  if (current != NULL)
    loket_code_choice_set_code (self, current);

  return self;
}

/**
 * loket_code_choice_get_code:
 *
 * Returns: (transfer none) (nullable): the code that is chosen
 */
const char *
loket_code_choice_get_code (LoketCodeChoice *self)
{
  guint selected;

  g_return_val_if_fail (LOKET_IS_CODE_CHOICE (self), NULL);

  selected = adw_combo_row_get_selected (self->row);

  return selected < self->offered->len ? self->offered->pdata[selected] : NULL;
}

/**
 * loket_code_choice_set_code:
 * @code: (nullable): the code to choose; one that is not offered changes nothing
 */
void
loket_code_choice_set_code (LoketCodeChoice *self,
                            const char      *code)
{
  g_return_if_fail (LOKET_IS_CODE_CHOICE (self));

  for (guint i = 0; i < self->offered->len; i++)
    {
      if (g_strcmp0 (self->offered->pdata[i], code) == 0)
        adw_combo_row_set_selected (self->row, i);
    }
}
