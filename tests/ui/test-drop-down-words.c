/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A drop-down keeps its list while it offers the same words. */

#include "ui-fixture.h"

#include "loket-drop-down-words.h"

static void
offer (GtkDropDown *drop_down,
       const char  *text,
       guint        selected)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) words);

  loket_drop_down_words_set (drop_down, list, selected);
}

static void
test_keeps_the_same_list (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_drop_down_new (NULL, NULL));
  GtkDropDown *drop_down = GTK_DROP_DOWN (widget);
  g_autoptr (GListModel) list = NULL;

  offer (drop_down, "a b", 1);
  list = g_object_ref (gtk_drop_down_get_model (drop_down));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 1);
  offer (drop_down, "a b", 0);
  g_assert_true (gtk_drop_down_get_model (drop_down) == list);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
}

static void
test_shows_other_words (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_drop_down_new (NULL, NULL));
  GtkDropDown *drop_down = GTK_DROP_DOWN (widget);
  static const char *const others[] = { "a c", "a", "a b c" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      guint n = i + 1 == G_N_ELEMENTS (others) ? 3 : 2 - i;

      offer (drop_down, "a b", 1);
      offer (drop_down, others[i], n - 1);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, n);
      g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, n - 1);
    }
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/drop-down-words/keeps-the-same-list", test_keeps_the_same_list);
  g_test_add_func ("/drop-down-words/shows-other-words", test_shows_other_words);

  return g_test_run ();
}
