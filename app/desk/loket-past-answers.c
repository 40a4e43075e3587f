/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What responses said before they were corrected or removed, read from the change log.
 *
 * The log is read backwards from what is stored now: each act that touched a response ends what it
 * said before. What was removed and came in again, under the same number, is the same response.
 * Whoever answers in several waves is in the groups that any of them tells, and has pairs; so all
 * responses of such a person begin anew when one of them comes in or changes. What the records say
 * of a response is not in its lines of the log: it is as each release remembers. */

#include "loketten-config.h"

#include "loket-past-answers.h"

#include "loket-change-table.h"
#include "loket-ids.h"
#include "loket-response-table.h"
#include "loket-survey-row.h"

#include <string.h>

/* What a response says from one time until another. */
typedef struct
{
  char *id;            /* (owned) of the response */
  GHashTable *fields;  /* (owned) value by name */
  char *person;        /* (owned) (nullable) */
  guint64 from;
  guint64 until;
} Version;

typedef struct
{
  LoketDatabase *database;
  LoketSurveySource source;
  const LoketReleasedFacts *facts;
  gboolean has_waves;
  GHashTable *changes;  /* (owned) GPtrArray of LoketChange, borrowed, by id of the response */
  GHashTable *stored;   /* (owned) fields of what is stored of them, by id */
  GPtrArray *versions;  /* (owned) of Version: of what was touched, the oldest first */
  GHashTable *turns;    /* (owned) by key: GArray of guint64: when a response changed */
  GHashTable *persons;  /* (owned) set: of whom there was a response already */
  guint64 since;
  GHashTable *rows;     /* (owned) by number of the response: the row of its last version */
  LoketFrame *frame;    /* (owned) (nullable): of the past */
  LoketPast *past;      /* (owned) (nullable): once what never changed is in the frame */
} Reading;

static void
free_version (gpointer data)
{
  Version *version = data;

  g_free (version->id);
  g_hash_table_unref (version->fields);
  g_free (version->person);
  g_free (version);
}

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->changes, g_hash_table_unref);
  g_clear_pointer (&reading->stored, g_hash_table_unref);
  g_clear_pointer (&reading->versions, g_ptr_array_unref);
  g_clear_pointer (&reading->turns, g_hash_table_unref);
  g_clear_pointer (&reading->persons, g_hash_table_unref);
  g_clear_pointer (&reading->rows, g_hash_table_unref);
  g_clear_object (&reading->frame);
  g_clear_pointer (&reading->past, loket_past_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

/* Whether figures can become others by it. */
static gboolean
counts (const LoketChange *change)
{
  static const char *const fields[] = { "questionnaire", "month", "wave", "client", "loket",
                                        "counsellor", "answers", "response_no", "removed",
                                        "restored", NULL };

  return g_strv_contains (fields, change->field);
}

static void
sort_changes (Reading   *reading,
              GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      LoketChange *change = g_ptr_array_index (changes, i);
      GPtrArray *of_one = g_hash_table_lookup (reading->changes, change->record_id);

      if (!counts (change))
        continue;
      if (of_one == NULL)
        {
          of_one = g_ptr_array_new ();
          g_hash_table_insert (reading->changes, g_strdup (change->record_id), of_one);
        }
      g_ptr_array_add (of_one, change);
    }
}

static void
set_field (GHashTable *fields,
           const char *name,
           const char *value)
{
  g_hash_table_insert (fields, g_strdup (name), g_strdup (value != NULL ? value : ""));
}

static const char *
get_field (GHashTable *fields,
           const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);

  return value != NULL ? value : "";
}

static GHashTable *
create_fields (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GHashTable *
copy_fields (GHashTable *fields)
{
  GHashTable *copy = create_fields ();
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    set_field (copy, name, value);

  return copy;
}

static GHashTable *
read_fields (const LoketResponseRow *row,
             const char             *questionnaire)
{
  GHashTable *fields = create_fields ();
  g_autofree char *wave = g_strdup_printf ("%d", row->wave);

  set_field (fields, "questionnaire", questionnaire);
  set_field (fields, "month", row->month);
  set_field (fields, "wave", wave);
  set_field (fields, "client", row->client);
  set_field (fields, "loket", row->office);
  set_field (fields, "counsellor", row->counsellor);
  set_field (fields, "answers", row->answers);
  set_field (fields, "response_no", row->number);

  return fields;
}

static LoketResponseRow
write_row (const char *id,
           GHashTable *fields)
{
  return (LoketResponseRow) { id,
                              get_field (fields, "month"),
                              (int) g_ascii_strtoll (get_field (fields, "wave"), NULL, 10),
                              get_field (fields, "loket"),
                              get_field (fields, "counsellor"),
                              get_field (fields, "answers"),
                              get_field (fields, "client"),
                              get_field (fields, "response_no") };
}

/* Whoever changes a response of a person begins all of them anew; @key is the person, or the
 * response of nobody known. */
static void
note_turn (Reading    *reading,
           const char *key,
           guint64     time)
{
  GArray *turns = g_hash_table_lookup (reading->turns, key);

  if (turns == NULL)
    {
      turns = g_array_new (FALSE, FALSE, sizeof (guint64));
      g_hash_table_insert (reading->turns, g_strdup (key), turns);
    }
  g_array_append_val (turns, time);
}

static void
note_facts (Reading    *reading,
            const char *id,
            const char *person)
{
  guint64 time = 0;

  for (guint i = 0; loket_released_facts_turn (reading->facts, id, i, &time); i++)
    note_turn (reading, person != NULL ? person : id, time);
}

/* What somebody says in another wave can tell in which group the earlier response is. */
static void
note_arrival (Reading    *reading,
              const char *person,
              guint64     time)
{
  if (!g_hash_table_add (reading->persons, g_strdup (person)) && time > reading->since)
    note_turn (reading, person, time);
}

static gboolean
note_stored (const LoketResponseRow  *row,
             gpointer                 user_data,
             GError                 **error)
{
  Reading *reading = user_data;
  g_autofree char *person = reading->has_waves ? loket_survey_row_dup_person (row) : NULL;

  if (g_hash_table_contains (reading->changes, row->id))
    g_hash_table_insert (reading->stored, g_strdup (row->id),
                         read_fields (row,
                                      loket_questionnaire_get_id (reading->source.questionnaire)));
  note_facts (reading, row->id, person);
  if (person != NULL)
    note_arrival (reading, person, loket_ids_get_order (row->id));

  return TRUE;
}

/* Takes over @fields; what another survey was asked is no version here. */
static void
add_version (Reading    *reading,
             const char *id,
             GHashTable *fields,
             guint64     from,
             guint64     until)
{
  const LoketResponseRow row = write_row (id, fields);
  Version *version;

  if (!g_str_equal (get_field (fields, "questionnaire"),
                    loket_questionnaire_get_id (reading->source.questionnaire)))
    {
      g_hash_table_unref (fields);
      return;
    }

  version = g_new0 (Version, 1);
  *version = (Version) { g_strdup (id), fields, NULL, from, until };
  version->person = reading->has_waves ? loket_survey_row_dup_person (&row) : NULL;
  if (version->person != NULL)
    note_turn (reading, version->person, from);
  if (version->person != NULL && until != LOKET_PAST_NEVER)
    note_turn (reading, version->person, until);
  note_facts (reading, id, version->person);
  g_ptr_array_add (reading->versions, version);
}

/* What it said before the lines of one act, which end at @end; NULL when it was not there. */
static GHashTable *
take_back (GHashTable      *fields,
           const GPtrArray *changes,
           guint            first,
           guint            end)
{
  GHashTable *before = fields != NULL ? copy_fields (fields) : create_fields ();

  for (guint i = end; i > first; i--)
    {
      const LoketChange *change = g_ptr_array_index (changes, i - 1);

      if (g_str_equal (change->field, "restored"))
        {
          g_hash_table_unref (before);
          return NULL;
        }
      set_field (before, change->field, change->old_value);
    }

  return before;
}

static void
unwind (Reading         *reading,
        const char      *id,
        const GPtrArray *changes)
{
  GHashTable *fields = g_hash_table_lookup (reading->stored, id);
  guint64 until = LOKET_PAST_NEVER;

  if (fields != NULL)
    fields = copy_fields (fields);
  for (guint end = changes->len; end > 0;)
    {
      const char *act = ((LoketChange *) g_ptr_array_index (changes, end - 1))->act;
      guint64 time = loket_ids_get_order (act);
      guint first = end;
      GHashTable *before;

      while (first > 0
             && g_str_equal (((LoketChange *) g_ptr_array_index (changes, first - 1))->act, act))
        first--;
      before = take_back (fields, changes, first, end);
      if (fields != NULL)
        add_version (reading, id, fields, time, until);
      fields = before;
      until = time;
      end = first;
    }
  if (fields != NULL)
    add_version (reading, id, fields, loket_ids_get_order (id), until);
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  const Version *one = *(const Version *const *) a;
  const Version *other = *(const Version *const *) b;

  return one->from < other->from ? -1 : one->from > other->from ? 1 : 0;
}

static void
unwind_all (Reading *reading)
{
  GHashTableIter iter;
  gpointer id, changes;

  g_hash_table_iter_init (&iter, reading->changes);
  while (g_hash_table_iter_next (&iter, &id, &changes))
    unwind (reading, id, changes);
  g_ptr_array_sort (reading->versions, compare_versions);
}

static gboolean
read_row (const Reading           *reading,
          const LoketResponseRow  *row,
          const char              *person,
          guint64                  at,
          LoketFrameRow           *response,
          GError                 **error)
{
  if (!loket_survey_row_read (&reading->source, row, person, response, error))
    return FALSE;

  response->facts = loket_released_facts_get (reading->facts, row->id, at);

  return TRUE;
}

/* Appends what a response said, from @from until @until, with its person as of then. */
static gboolean
append_part (Reading                 *reading,
             const LoketResponseRow  *row,
             const char              *person,
             guint64                  from,
             guint64                  until,
             GError                 **error)
{
  guint number = (guint) loket_frame_get_n_rows (reading->frame);
  gpointer known = NULL;
  guint32 before = LOKET_PAST_NONE;
  LoketFrameRow response = { 0 };

  if (!read_row (reading, row, person, from, &response, error))
    return FALSE;
  response.arrival = from;
  if (g_hash_table_lookup_extended (reading->rows, row->number, NULL, &known))
    before = GPOINTER_TO_UINT (known);
  g_hash_table_insert (reading->rows, g_strdup (row->number), GUINT_TO_POINTER (number));

  return loket_past_append (reading->past, &response, until, before, error);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  guint64 one = *(const guint64 *) a;
  guint64 other = *(const guint64 *) b;

  return one < other ? -1 : one > other ? 1 : 0;
}

/* Appends a version in parts, which end wherever a response of the same person changed. */
static gboolean
append_version (Reading                 *reading,
                const LoketResponseRow  *row,
                const char              *person,
                guint64                  from,
                guint64                  until,
                GError                 **error)
{
  GArray *turns = g_hash_table_lookup (reading->turns, person != NULL ? person : row->id);
  guint number = 0;

  if (turns == NULL)
    return append_part (reading, row, person, from, until, error);

  g_array_sort (turns, compare_times);
  for (guint i = 0; i <= turns->len; i++)
    {
      guint64 end = i < turns->len ? MIN (until, g_array_index (turns, guint64, i)) : until;
      g_autofree char *then = NULL;

      if (i > 0 && i < turns->len
          && g_array_index (turns, guint64, i - 1) == g_array_index (turns, guint64, i))
        continue;
      if (person != NULL)
        then = g_strdup_printf ("%s at %u", person, number++);
      if (end <= from)
        continue;
      if (!append_part (reading, row, then, from, end, error))
        return FALSE;
      from = end;
      if (from == until)
        return TRUE;
    }

  return TRUE;
}

/* Of a response that nobody touched: whether one that it took the place of was, another of the same
 * person, or what the records say. */
static gboolean
is_concerned (const Reading          *reading,
              const LoketResponseRow *row,
              const char             *person)
{
  return g_hash_table_contains (reading->rows, row->number)
         || g_hash_table_contains (reading->turns, person != NULL ? person : row->id);
}

static gboolean
append_unconcerned (const LoketResponseRow  *row,
                    gpointer                 user_data,
                    GError                 **error)
{
  Reading *reading = user_data;
  g_autofree char *person = reading->has_waves ? loket_survey_row_dup_person (row) : NULL;
  LoketFrameRow response = { 0 };

  if (g_hash_table_contains (reading->changes, row->id) || is_concerned (reading, row, person))
    return TRUE;

  return read_row (reading, row, person, LOKET_PAST_NEVER, &response, error)
         && loket_frame_append (reading->frame, &response, error);
}

static gboolean
append_concerned (const LoketResponseRow  *row,
                  gpointer                 user_data,
                  GError                 **error)
{
  Reading *reading = user_data;
  g_autofree char *person = reading->has_waves ? loket_survey_row_dup_person (row) : NULL;

  if (g_hash_table_contains (reading->changes, row->id) || !is_concerned (reading, row, person))
    return TRUE;

  return append_version (reading, row, person, loket_ids_get_order (row->id), LOKET_PAST_NEVER,
                         error);
}

static gboolean
append_versions (Reading  *reading,
                 GError  **error)
{
  for (guint i = 0; i < reading->versions->len; i++)
    {
      const Version *version = g_ptr_array_index (reading->versions, i);
      const LoketResponseRow row = write_row (version->id, version->fields);

      if (!append_version (reading, &row, version->person, version->from, version->until, error))
        return FALSE;
    }

  return TRUE;
}

/* First what never changed, as a past wants it. */
static gboolean
append_all (Reading  *reading,
            GError  **error)
{
  const char *id = loket_questionnaire_get_id (reading->source.questionnaire);

  for (guint i = 0; i < reading->versions->len; i++)
    {
      const Version *version = g_ptr_array_index (reading->versions, i);

      g_hash_table_insert (reading->rows, g_strdup (get_field (version->fields, "response_no")),
                           GUINT_TO_POINTER (LOKET_PAST_NONE));
    }
  if (!loket_response_table_for_each (reading->database, id, TRUE, append_unconcerned, reading,
                                      error))
    return FALSE;
  reading->past = loket_past_new (reading->frame);
  if (!append_versions (reading, error)
      || !loket_response_table_for_each (reading->database, id, TRUE, append_concerned, reading,
                                         error))
    return FALSE;
  loket_frame_link_waves (reading->frame);

  return TRUE;
}

static void
init_reading (Reading            *reading,
              LoketDatabase      *database,
              LoketQuestionnaire *questionnaire)
{
  reading->database = database;
  reading->source.questionnaire = questionnaire;
  reading->has_waves = loket_questionnaire_get_n_waves (questionnaire) > 1;
  reading->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
  reading->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_hash_table_unref);
  reading->versions = g_ptr_array_new_with_free_func (free_version);
  reading->turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  reading->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * loket_past_answers_load:
 * @frame: all responses as they are stored
 * @since: (nullable): an id; what was corrected or removed before it does not matter. NULL when
 *   nothing matters
 * @facts: what the records said whenever figures by it left, and say now
 * @error: why the store could not be read
 *
 * Returns: (transfer full) (nullable): the responses of @frame, and what they said at any time
 *   since @since
 */
LoketPast *
loket_past_answers_load (LoketDatabase            *database,
                         LoketFrame               *frame,
                         const char               *since,
                         const LoketReleasedFacts *facts,
                         GError                  **error)
{
  const char *id = loket_questionnaire_get_id (loket_frame_get_questionnaire (frame));
  g_autoptr (GPtrArray) changes = NULL;
  g_auto (Reading) reading = { 0 };

  if (since == NULL)
    return loket_past_new (frame);
  changes = loket_change_table_load_kind (database, "response", since, error);
  if (changes == NULL)
    return NULL;

  init_reading (&reading, database, loket_frame_get_questionnaire (frame));
  reading.facts = facts;
  reading.since = loket_ids_get_order (since);
  sort_changes (&reading, changes);
  if ((g_hash_table_size (reading.changes) > 0 || reading.has_waves
       || loket_released_facts_is_any (facts))
      && !loket_response_table_for_each (database, id, TRUE, note_stored, &reading, error))
    return NULL;
  unwind_all (&reading);
  if (reading.versions->len == 0 && g_hash_table_size (reading.turns) == 0)
    return loket_past_new (frame);

  reading.frame = loket_frame_new (reading.source.questionnaire);

  return append_all (&reading, error) ? g_steal_pointer (&reading.past) : NULL;
}
