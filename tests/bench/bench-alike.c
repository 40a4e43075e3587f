/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Types clients who are in the store once more, letter by letter, and measures from the keystroke
 * until it is known who looks like them; then compares all clients of the store: bench-alike STORE.
 * Reads given name, family name, date of birth and telephone from standard input, with '|' between
 * them. */

#include "loket-alike.h"
#include "loket-duplicates.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  GMainLoop *loop;
  LoketDesk *desk;
  GArray *times;  /* ms */
  guint n_found;
} Bench;

static int
compare_doubles (gconstpointer one,
                 gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = loket_desk_find_alike_finish (LOKET_DESK (object), result, &error);

  if (found == NULL)
    g_error ("%s", error->message);
  bench->n_found = found->len;
  g_main_loop_quit (bench->loop);
}

/* Types one field, letter by letter. */
static void
type_field (Bench      *bench,
            LoketDraft *draft,
            guint       field,
            const char *text)
{
  if (*text == '\0')
    return;

  for (const char *end = g_utf8_next_char (text); ; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (end - text));
      gint64 start;
      double time;

      loket_draft_set_value (draft, field, typed);
      start = g_get_monotonic_time ();
      loket_desk_find_alike_async (bench->desk, draft, NULL, found_cb, bench);
      g_main_loop_run (bench->loop);
      time = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (bench->times, time);
      if (*end == '\0')
        return;
    }
}

static void
type_client (Bench *bench,
             char  *line)
{
  static const guint fields[] = {
    LOKET_CLIENT_GIVEN_NAME, LOKET_CLIENT_FAMILY_NAME, LOKET_CLIENT_BIRTH_DATE, LOKET_CLIENT_PHONE,
  };
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_client_kind);
  g_auto (GStrv) parts = g_strsplit (g_strchomp (line), "|", -1);

  if (g_strv_length (parts) != G_N_ELEMENTS (fields))
    g_error ("%s: four values, please", line);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    type_field (bench, draft, fields[i], parts[i]);
  if (bench->n_found == 0)
    g_error ("%s was not found again", line);
}

static void
quit_cb (Bench *bench)
{
  g_main_loop_quit (bench->loop);
}

static void
compare_all (Bench *bench)
{
  g_autoptr (LoketDuplicates) duplicates = loket_duplicates_new (bench->desk);
  gint64 start = g_get_monotonic_time ();

  g_signal_connect_swapped (duplicates, "done", G_CALLBACK (quit_cb), bench);
  loket_duplicates_search (duplicates);
  g_main_loop_run (bench->loop);
  printf ("all clients compared  %.3f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
  printf ("%u pairs\n", loket_duplicates_get_pairs (duplicates)->len);
}

static void
print_times (GArray *times)
{
  const double *sorted = (const double *) times->data;

  g_array_sort (times, compare_doubles);
  printf ("%u keystrokes\n", times->len);
  printf ("keystroke, median  %.3f ms\n", sorted[times->len / 2]);
  printf ("keystroke, 95th percentile  %.3f ms\n", sorted[times->len * 95 / 100]);
  printf ("keystroke, longest  %.3f ms\n", sorted[times->len - 1]);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LoketClock) clock = loket_clock_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };
  char line[512];

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-alike STORE <LINES\n");
      return 2;
    }

  bench.desk = loket_desk_open (argv[1], LOKET_ACCESS_WRITE, clock, &error);
  if (bench.desk == NULL)
    g_error ("%s", error->message);

  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.times = g_array_new (FALSE, FALSE, sizeof (double));
  while (fgets (line, sizeof line, stdin) != NULL)
    type_client (&bench, line);
  if (bench.times->len == 0)
    g_error ("nothing was typed");

  print_times (bench.times);
  compare_all (&bench);

  g_array_unref (bench.times);
  g_main_loop_unref (bench.loop);
  loket_desk_close (bench.desk);
  g_object_unref (bench.desk);

  return 0;
}
