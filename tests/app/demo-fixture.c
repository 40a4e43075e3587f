/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes an office up in a folder of its own, and reads it back. */

#include "demo-fixture.h"

#include "loket-counsellor.h"
#include "loket-export.h"
#include "loket-questionnaires.h"
#include "loket-record-table.h"

#include <glib/gstdio.h>

/**
 * demo_fixture_new:
 * @moment: now
 * @n_clients: how many clients; 0 for an empty store
 */
DemoFixture *
demo_fixture_new (const char *moment,
                  guint32     seed,
                  guint       n_clients)
{
  DemoFixture *fixture = g_new0 (DemoFixture, 1);
  const LoketDemoOptions options = { .seed = seed, .n_clients = n_clients, .n_years = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketClock) clock = loket_clock_new (moment, &error);
  g_autoptr (LoketDeed) deed = NULL;
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("demo-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "loketten.db", NULL);
  fixture->desk = loket_desk_open (path, LOKET_ACCESS_CREATE, clock, &error);
  g_assert_no_error (error);

  if (n_clients > 0)
    deed = loket_desk_make_demo (fixture->desk, &options, &error);
  g_assert_no_error (error);

  return fixture;
}

void
demo_fixture_free (DemoFixture *fixture)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  loket_desk_close (fixture->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->desk);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture);
}

static gboolean
collect_record (LoketRecord  *record,
                gpointer      user_data,
                GError      **error)
{
  g_ptr_array_add (user_data, g_object_ref (record));

  return TRUE;
}

static gpointer
load_records (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  LoketRecordTable *table = loket_record_table_get (database, input);

  return loket_record_table_for_each (table, collect_record, records, error)
           ? g_steal_pointer (&records) : NULL;
}

/* All records of a kind, by number. */
GPtrArray *
demo_fixture_load (DemoFixture     *fixture,
                   const LoketKind *kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = loket_store_read (loket_desk_get_store (fixture->desk), load_records,
                                         (gpointer) kind, &error);

  g_assert_no_error (error);

  return records;
}

/* The records by id; they stay the array's. */
GHashTable *
demo_fixture_index (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (index, (gpointer) loket_record_get_id (records->pdata[i]),
                         records->pdata[i]);

  return index;
}

static gpointer
write_export (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  return loket_export_write (input, database, error) ? input : NULL;
}

/* The file that "loketctl export" writes: it has numbers where the store has ids. */
char *
demo_fixture_export (DemoFixture     *fixture,
                     const LoketKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketQuestionnaire) kto = loket_questionnaires_load ("kto", &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  LoketExport request = { kind, kto, LOKET_TABLE_CSV, stream, NULL };

  g_assert_no_error (error);
  loket_store_read (loket_desk_get_store (fixture->desk), write_export, &request, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* (transfer full): the id of a counsellor. */
char *
demo_fixture_dup_counsellor (DemoFixture *fixture,
                             const char  *code)
{
  g_autoptr (GPtrArray) counsellors = demo_fixture_load (fixture, &loket_counsellor_kind);

  for (guint i = 0; i < counsellors->len; i++)
    {
      LoketRecord *counsellor = counsellors->pdata[i];

      if (g_str_equal (loket_record_get_text (counsellor, LOKET_COUNSELLOR_COUNSELLOR), code))
        return g_strdup (loket_record_get_id (counsellor));
    }

  g_assert_not_reached ();
}
