/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Types every line of standard input letter by letter into the list of clients, and measures from
 * the keystroke until the first rows are there: bench-search STORE. Prints the number of
 * keystrokes, and the median, the 95th percentile and the longest time in ms. */

#include "loket-client-list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_ROWS 50

typedef struct
{
  GMainLoop *loop;
  LoketClientList *list;
  GPtrArray *shown;  /* the items that a view would hold */
  GArray *times;     /* ms */
} Bench;

static int
compare_doubles (gconstpointer one,
                 gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
items_changed_cb (Bench *bench)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (bench->list)), FIRST_ROWS);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (shown, g_list_model_get_item (G_LIST_MODEL (bench->list), i));
  g_ptr_array_unref (bench->shown);
  bench->shown = shown;
}

static void
loaded_cb (Bench *bench)
{
  for (guint i = 0; i < bench->shown->len; i++)
    {
      if (loket_client_item_get_row (bench->shown->pdata[i]) == NULL)
        g_error ("row %u is not there", i);
    }
  g_main_loop_quit (bench->loop);
}

static void
problem_cb (Bench      *bench,
            const char *sentence)
{
  g_error ("%s", sentence);
}

static void
type (Bench      *bench,
      const char *text)
{
  for (const char *end = g_utf8_next_char (text); ; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (end - text));
      gint64 start = g_get_monotonic_time ();
      double time;

      loket_client_list_set_scope (bench->list, typed, TRUE, TRUE);
      g_main_loop_run (bench->loop);
      time = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (bench->times, time);
      if (*end == '\0')
        return;
    }
}

static void
type_all (Bench *bench)
{
  char line[256];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_strchomp (line);
      if (*line != '\0')
        type (bench, line);
    }
}

static void
print_times (GArray *times)
{
  const double *sorted = (const double *) times->data;

  g_array_sort (times, compare_doubles);
  printf ("%u %.3f %.3f %.3f\n", times->len, sorted[times->len / 2],
          sorted[times->len * 95 / 100], sorted[times->len - 1]);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LoketClock) clock = loket_clock_new (NULL, NULL);
  g_autoptr (LoketDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-search STORE <LINES\n");
      return 2;
    }

  desk = loket_desk_open (argv[1], LOKET_ACCESS_WRITE, clock, &error);
  if (desk == NULL)
    g_error ("%s", error->message);

  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.shown = g_ptr_array_new_with_free_func (g_object_unref);
  bench.times = g_array_new (FALSE, FALSE, sizeof (double));
  bench.list = loket_client_list_new (desk);
  g_signal_connect_swapped (bench.list, "items-changed", G_CALLBACK (items_changed_cb), &bench);
  g_signal_connect_swapped (bench.list, "loaded", G_CALLBACK (loaded_cb), &bench);
  g_signal_connect_swapped (bench.list, "problem", G_CALLBACK (problem_cb), &bench);
  type_all (&bench);
  if (bench.times->len == 0)
    g_error ("nothing was typed");
  print_times (bench.times);

  g_ptr_array_unref (bench.shown);
  g_object_unref (bench.list);
  g_array_unref (bench.times);
  g_main_loop_unref (bench.loop);
  loket_desk_close (desk);

  return 0;
}
