/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A list that is read again changes only where it differs. */

#include "ui-fixture.h"

#include "loket-list-splice.h"

static gboolean
is_same (gpointer item,
         gpointer other)
{
  return g_str_equal (gtk_string_object_get_string (item), gtk_string_object_get_string (other));
}

static void
splice (GListStore *list,
        const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (items, gtk_string_object_new (words[i]));
  loket_list_splice (list, items, is_same);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (is_same (item, items->pdata[i]));
    }
}

static void
changed_cb (GListModel *list,
            guint       position,
            guint       removed,
            guint       added,
            GString    *told)
{
  g_string_append_printf (told, "%u-%u+%u", position, removed, added);
}

static void
test_changes_where_it_differs (void)
{
  static const struct { const char *before; const char *after; const char *told; } cases[] = {
    { "a b c", "a b c", "" },
    { "a b c", "a x c", "1-1+1" },
    { "a b c", "a c", "1-1+0" },
    { "a c", "a b c", "1-0+1" },
    { "a b", "x a b", "0-0+1" },
    { "a b", "a b x", "2-0+1" },
    { "a a a", "a a", "2-1+0" },
    { "a a", "a a a", "2-0+1" },
    { "a b", "c", "0-2+1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = g_list_store_new (GTK_TYPE_STRING_OBJECT);
      g_autoptr (GString) told = g_string_new (NULL);

      splice (list, cases[i].before);
      g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), told);
      splice (list, cases[i].after);
      g_assert_cmpstr (told->str, ==, cases[i].told);
    }
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/list-splice/changes-where-it-differs", test_changes_where_it_differs);

  return g_test_run ();
}
