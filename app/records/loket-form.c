/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A bag of named texts with the id of what will be made of it. */

#include "loket-form.h"

#include <string.h>

struct _LoketForm
{
  char *id;
  char *kind;
  char *kept_at;       /* (nullable): UTC; NULL while it is not on disk */
  GHashTable *values;  /* name -> text, never empty */
};

/**
 * loket_form_new:
 * @id: an id of its own, by which the store knows that it was saved
 * @kind: what is being filled in: "session"
 *
 * Returns: (transfer full): an empty form
 */
LoketForm *
loket_form_new (const char *id,
                const char *kind)
{
  LoketForm *form = g_new0 (LoketForm, 1);

  form->id = g_strdup (id);
  form->kind = g_strdup (kind);
  form->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return form;
}

LoketForm *
loket_form_copy (const LoketForm *form)
{
  LoketForm *copy = loket_form_new (form->id, form->kind);
  GHashTableIter iter;
  gpointer name, value;

  copy->kept_at = g_strdup (form->kept_at);
  g_hash_table_iter_init (&iter, form->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    loket_form_set_value (copy, name, value);

  return copy;
}

void
loket_form_free (LoketForm *form)
{
  if (form == NULL)
    return;

  g_free (form->id);
  g_free (form->kind);
  g_free (form->kept_at);
  g_hash_table_unref (form->values);
  g_free (form);
}

const char *
loket_form_get_id (const LoketForm *form)
{
  return form->id;
}

const char *
loket_form_get_kind (const LoketForm *form)
{
  return form->kind;
}

/**
 * loket_form_get_kept_at:
 *
 * Returns: (transfer none) (nullable): when the form was last put on disk, a UTC stamp; NULL when
 *   it never was
 */
const char *
loket_form_get_kept_at (const LoketForm *form)
{
  return form->kept_at;
}

void
loket_form_set_kept_at (LoketForm  *form,
                        const char *stamp)
{
  g_free (form->kept_at);
  form->kept_at = g_strdup (stamp);
}

/**
 * loket_form_get_value:
 *
 * Returns: (transfer none) (nullable): the text called @name; NULL when there is none
 */
const char *
loket_form_get_value (const LoketForm *form,
                      const char      *name)
{
  return g_hash_table_lookup (form->values, name);
}

/**
 * loket_form_get_text:
 *
 * Returns: (transfer none): the text called @name; "" when there is none
 */
const char *
loket_form_get_text (const LoketForm *form,
                     const char      *name)
{
  const char *value = loket_form_get_value (form, name);

  return value != NULL ? value : "";
}

/**
 * loket_form_set_value:
 * @value: (nullable): the text as it was typed, untouched; an empty one is none
 */
void
loket_form_set_value (LoketForm  *form,
                      const char *name,
                      const char *value)
{
  if (value == NULL || *value == '\0')
    g_hash_table_remove (form->values, name);
  else if (g_strcmp0 (loket_form_get_value (form, name), value) != 0)
    g_hash_table_insert (form->values, g_strdup (name), g_strdup (value));
}

/**
 * loket_form_get_integer:
 *
 * Returns: the number called @name; 0 when there is none
 */
int
loket_form_get_integer (const LoketForm *form,
                        const char      *name)
{
  return (int) g_ascii_strtoll (loket_form_get_text (form, name), NULL, 10);
}

void
loket_form_set_integer (LoketForm  *form,
                        const char *name,
                        int         value)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", value);
  loket_form_set_value (form, name, text);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * loket_form_get_names:
 *
 * Returns: (transfer container) (element-type utf8): the names of all texts, sorted
 */
GPtrArray *
loket_form_get_names (const LoketForm *form)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, form->values);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * loket_form_equal:
 *
 * Returns: whether both hold the same texts under the same names
 */
gboolean
loket_form_equal (const LoketForm *a,
                  const LoketForm *b)
{
  GHashTableIter iter;
  gpointer name, value;

  if (g_hash_table_size (a->values) != g_hash_table_size (b->values))
    return FALSE;

  g_hash_table_iter_init (&iter, a->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      if (g_strcmp0 (loket_form_get_value (b, name), value) != 0)
        return FALSE;
    }

  return TRUE;
}
