/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of inviting clients to the survey. It is Saturday 21 November 2026: who can be invited had
 * a last real contact from 12 September to 10 October. */

#include "desk-fixture.h"
#include "loket-error.h"
#include "loket-exclusion-act.h"
#include "loket-invite-act.h"
#include "loket-undo-act.h"

#include <string.h>

typedef struct
{
  LoketDesk *desk;
} Fixture;

/* Clients a, b and c can be invited, c by nobody's doing; d comes again, e came too late. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->desk = desk_open ("store.db");
  desk_execute (
    fixture->desk,
    "INSERT INTO office (id, version, act, name) VALUES ('o', 1, '', 'Midden');"
    "INSERT INTO counsellor (id, version, act, code, name, office_id, active) VALUES"
    " ('x', 1, '', 'A01', 'Anna', 'o', 1), ('y', 1, '', 'B02', 'Bert', 'o', 1);"
    "INSERT INTO client (id, version, act, client_no, family_name, email, language, no_contact,"
    " no_survey, sort_name) VALUES ('a', 1, '', 'K1', 'Aa', 'a@x.nl', 'nl', 0, 0, 'aa'),"
    " ('b', 1, '', 'K2', 'Bb', 'b@x.nl', NULL, 0, 0, 'bb'),"
    " ('c', 1, '', 'K3', 'Cc', 'c@x.nl', 'ar', 0, 0, 'cc'),"
    " ('d', 1, '', 'K4', 'Dd', 'd@x.nl', 'nl', 0, 0, 'dd'),"
    " ('e', 1, '', 'K5', 'Ee', 'e@x.nl', 'nl', 0, 0, 'ee');"
    "INSERT INTO trajectory (id, version, act, trajectory_no, client_id, opened_on, counsellor_id)"
    " VALUES ('ta', 1, '', 'T1', 'a', '2026-09-01', 'x'), ('tb', 1, '', 'T2', 'b', '2026-09-01', 'y'),"
    " ('tc', 1, '', 'T3', 'c', '2026-09-01', 'x'), ('td', 1, '', 'T4', 'd', '2026-09-01', 'x'),"
    " ('td2', 1, '', 'T5', 'd', '2026-11-01', 'x'), ('te', 1, '', 'T6', 'e', '2026-09-01', 'x');"
    "INSERT INTO session (id, version, act, session_no, trajectory_id, starts_at, state) VALUES"
    " ('1', 1, '', '1', 'ta', '2026-09-12T10:00', 'held'),"
    " ('2', 1, '', '2', 'tb', '2026-10-10T16:00', 'held'),"
    " ('3', 1, '', '3', 'tc', '2026-08-01T16:00', 'held'),"
    " ('4', 1, '', '4', 'td', '2026-10-01T16:00', 'held'),"
    " ('5', 1, '', '5', 'td2', '2026-11-21T09:00', 'planned'),"
    " ('6', 1, '', '6', 'te', '2026-10-01T16:00', 'held'),"
    " ('7', 1, '', '7', 'te', '2026-10-11T09:00', 'held'),"
    " ('8', 1, '', '8', 'ta', '2026-10-20T09:00', 'no_show');"
    "INSERT INTO contact (id, version, act, contact_no, trajectory_id, kind, due_on, done_on,"
    " outcome) VALUES ('k', 1, '', '1', 'tc', 'aftercare', '2026-10-01', '2026-10-01', 'reached'),"
    " ('l', 1, '', '2', 'tb', 'aftercare', '2026-10-20', '2026-10-20', 'not_reached');");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  loket_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
}

static void
assert_text (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autofree char *text = desk_read_text (fixture->desk, sql);

  g_assert_cmpstr (text, ==, expected);
}

/* The trajectories that can be invited, in their order; then how many are excluded. */
static void
assert_candidates (Fixture    *fixture,
                   const char *day,
                   const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketCandidates) candidates = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  candidates = loket_desk_load_candidates (fixture->desk, day, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < candidates->open->len; i++)
    g_string_append_printf (text, "%s ",
                            ((LoketSurveyRow *) candidates->open->pdata[i])->trajectory_no);
  g_string_append_printf (text, "%u", candidates->excluded->len);
  g_assert_cmpstr (text->str, ==, expected);
}

static LoketDeed *
invite (Fixture    *fixture,
        const char *day)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = loket_desk_invite (fixture->desk, day, &error);

  g_assert_no_error (error);

  return deed;
}

static char *
write_file (Fixture    *fixture,
            const char *day)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  guint n_written = 0;

  loket_desk_write_invitees (fixture->desk, day, stream, &n_written, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static LoketDeed *
exclude (Fixture     *fixture,
         const char  *id,
         const char  *reason,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_exclude_async (fixture->desk, id, reason, NULL, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

static LoketDeed *
include (Fixture     *fixture,
         const char  *id,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_include_async (fixture->desk, id, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (fixture->desk, desk_await (&result), error);
}

static void
test_last_real_contact_decides (Fixture       *fixture,
                                gconstpointer  data)
{
  assert_candidates (fixture, "2026-11-21", "T1 T3 T2 1");
  assert_candidates (fixture, "2026-11-22", "T3 T4 T2 T6 0");
  assert_candidates (fixture, "2026-11-20", "T1 T3 1");
  assert_candidates (fixture, "2026-09-11", "0");
  assert_candidates (fixture, "2027-01-01", "0");
}

static void
test_everybody_is_invited_once (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketDeed) first = invite (fixture, "2026-11-21");
  g_autoptr (LoketDeed) second = NULL;
  g_autoptr (LoketDeed) third = NULL;

  g_assert_cmpstr (first->name, ==, "survey.invite");
  assert_text (fixture, "SELECT count (DISTINCT token) || max (drawn_on) FROM invitee",
               "32026-11-21");
  assert_candidates (fixture, "2026-11-21", "1");

  /* On the same day it is complete, also when somebody was added meanwhile. */
  desk_execute (fixture->desk, "DELETE FROM session WHERE id = '5'");
  second = invite (fixture, "2026-11-21");
  g_assert_true (loket_deed_is_empty (second));
  third = invite (fixture, "2026-11-22");
  g_assert_false (loket_deed_is_empty (third));
  assert_text (fixture, "SELECT count (*) || count (DISTINCT trajectory_id) FROM invitee", "55");
}

static void
test_file_is_the_same_on_the_same_day (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = invite (fixture, "2026-11-21");
  g_autofree char *file = write_file (fixture, "2026-11-21");
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  g_auto (GStrv) lines = g_strsplit (file, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[0], ==, "token,email,language");
  for (guint i = 2; i < 4; i++)
    g_assert_cmpstr (lines[i - 1], <, lines[i]);
  g_assert_nonnull (strstr (file, ",a@x.nl,nl\n"));
  g_assert_nonnull (strstr (file, ",b@x.nl,\n"));
  g_assert_nonnull (strstr (file, ",c@x.nl,ar\n"));

  /* What was sent is what was sent. */
  desk_execute (fixture->desk, "UPDATE client SET email = 'new@x.nl', no_survey = 1");
  again = write_file (fixture, "2026-11-21");
  g_assert_cmpstr (again, ==, file);
  other = write_file (fixture, "2026-11-22");
  g_assert_cmpstr (other, ==, "token,email,language\n");
}

static void
test_invitations_are_counted (Fixture       *fixture,
                              gconstpointer  data)
{
  const char *sql = "SELECT group_concat (month || ' ' || coalesce (office, '-') || ' ' || "
                    "coalesce (counsellor, '-') || ' ' || sent, ';') FROM "
                    "(SELECT * FROM invitation ORDER BY counsellor)";
  g_autoptr (LoketDeed) first = invite (fixture, "2026-11-21");
  g_autoptr (LoketDeed) second = NULL;

  assert_text (fixture, sql, "2026-11 Midden A01 2;2026-11 Midden B02 1");

  /* Whoever has no counsellor makes a count of the whole office necessary. */
  desk_execute (fixture->desk, "UPDATE trajectory SET counsellor_id = NULL WHERE id = 'td'");
  second = invite (fixture, "2026-11-22");
  assert_text (fixture, sql,
               "2026-11 Midden - 5;2026-11 Midden A01 3;2026-11 Midden B02 1");
}

static void
test_one_undo_takes_it_all_back (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = invite (fixture, "2026-11-21");
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT count (*) FROM invitee", "0");
  assert_text (fixture, "SELECT count (*) FROM invitation", "0");
  assert_candidates (fixture, "2026-11-21", "T1 T3 T2 1");
}

/* Who is in a file that left may answer: that cannot be taken back any more. */
static void
test_what_is_in_a_file_stays (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = invite (fixture, "2026-11-21");
  g_autofree char *file = write_file (fixture, "2026-11-21");
  g_autofree char *again = NULL;
  g_autofree char *handed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_undo (fixture->desk, deed->id, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "the file for the survey was written on 2026-11-21"));
  g_clear_error (&error);
  assert_text (fixture, "SELECT count (*) FROM invitee", "3");

  /* Nor by taking back first that it was written. */
  handed = desk_read_text (fixture->desk, "SELECT act FROM change_log WHERE field = 'handed_on'");
  g_assert_null (loket_desk_undo (fixture->desk, handed, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);

  again = write_file (fixture, "2026-11-21");
  g_assert_cmpstr (again, ==, file);
  assert_text (fixture, "SELECT max (version) FROM invitee", "2");
}

static GAsyncResult *
await_writing (Fixture *fixture,
               GFile   *file)
{
  g_autoptr (GAsyncResult) result = NULL;

  loket_desk_write_invitees_async (fixture->desk, file, desk_result_cb, &result);

  return g_object_ref (desk_await (&result));
}

static void
assert_not_written (Fixture      *fixture,
                    GAsyncResult *result,
                    const char   *why)
{
  g_autoptr (GError) error = NULL;
  guint n_written = 0;

  g_assert_false (loket_desk_write_invitees_finish (fixture->desk, result, &n_written, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, why));
}

/* Waits until there is but so much in the folder: what is thrown away goes by itself. */
static void
assert_folder_holds (GFile *folder,
                     guint  expected)
{
  g_autofree char *path = g_file_get_path (folder);
  gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (TRUE)
    {
      g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
      guint n_files = 0;

      while (g_dir_read_name (files) != NULL)
        n_files++;
      if (n_files == expected)
        return;
      if (g_get_monotonic_time () > until)
        g_error ("%s holds %u files", path, n_files);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* A file that is to come into an empty folder. */
static GFile *
create_place (const char *name)
{
  g_autofree char *path = store_build_path (name);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_assert_true (g_file_make_directory (folder, NULL, NULL));

  return g_file_get_child (folder, "kto.csv");
}

/* What cannot be written leaves the draw as it was. */
static void
test_file_that_fails_leaves_it_open (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = invite (fixture, "2026-11-21");
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/kto.csv");
  g_autoptr (GAsyncResult) result = await_writing (fixture, file);
  g_autoptr (GError) error = NULL;

  assert_not_written (fixture, result, "No such file");
  undone = loket_desk_undo (fixture->desk, deed->id, &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT count (*) FROM invitee", "0");
}

/* A disk that is full. */
static void
test_half_a_file_marks_nobody (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = invite (fixture, "2026-11-21");
  char room[40] = "";
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL;
  guint n_written = 0;

  g_assert_false (loket_desk_write_invitees (fixture->desk, "2026-11-21", stream, &n_written,
                                             &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (n_written, ==, 0);
  assert_text (fixture, "SELECT count (handed_on) FROM invitee", "0");

  whole = write_file (fixture, "2026-11-21");
  g_assert_nonnull (strstr (whole, ",c@x.nl,ar\n"));
  assert_text (fixture, "SELECT count (handed_on) FROM invitee", "3");
}

/* Something is wrong with the store only when the transaction ends: there is no file with tokens
 * that nobody knows to have left. */
static void
test_file_needs_the_marks (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = invite (fixture, "2026-11-21");
  g_autoptr (GFile) file = create_place ("unmarked");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *written = NULL;
  guint n_written = 0;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "as it was", -1, NULL));
  desk_execute (fixture->desk,
                "CREATE TABLE elsewhere (id TEXT REFERENCES client (id) DEFERRABLE INITIALLY "
                "DEFERRED); CREATE TRIGGER spoil AFTER UPDATE ON invitee BEGIN "
                "INSERT INTO elsewhere VALUES ('nobody'); END");
  result = await_writing (fixture, file);
  assert_not_written (fixture, result, "FOREIGN KEY");
  assert_text (fixture, "SELECT count (handed_on) FROM invitee", "0");
  assert_folder_holds (folder, 1);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &written, NULL, NULL));
  g_assert_cmpstr (written, ==, "as it was");
  g_clear_pointer (&written, g_free);

  desk_execute (fixture->desk, "DROP TRIGGER spoil");
  again = await_writing (fixture, file);
  g_assert_true (loket_desk_write_invitees_finish (fixture->desk, again, &n_written, &error));
  g_assert_cmpuint (n_written, ==, 3);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &written, NULL, NULL));
  whole = write_file (fixture, "2026-11-21");
  g_assert_cmpstr (written, ==, whole);
  assert_folder_holds (folder, 1);
}

/* They are marked, and then something stands where the file is to come: it is told, the marks stand
 * for what may have left, and writing again gives the file. */
static void
test_file_that_finds_no_place_can_be_written_again (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = invite (fixture, "2026-11-21");
  g_autofree char *whole = write_file (fixture, "2026-11-21");
  g_autoptr (GFile) file = create_place ("taken");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autofree char *written = NULL;
  guint n_written = 0;

  desk_execute (fixture->desk, "UPDATE invitee SET handed_on = NULL");
  loket_desk_write_invitees_async (fixture->desk, file, desk_result_cb, &result);
  while (TRUE)
    {
      g_autofree char *n_marked = desk_read_text (fixture->desk,
                                                  "SELECT count (handed_on) FROM invitee");

      if (g_str_equal (n_marked, "3"))
        break;
      g_usleep (1000);
    }
  g_assert_true (g_file_make_directory (file, NULL, NULL));
  desk_await (&result);
  assert_not_written (fixture, result, "");
  assert_folder_holds (folder, 1);
  assert_text (fixture, "SELECT count (handed_on) FROM invitee", "3");

  g_assert_true (g_file_delete (file, NULL, NULL));
  again = await_writing (fixture, file);
  g_assert_true (loket_desk_write_invitees_finish (fixture->desk, again, &n_written, NULL));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &written, NULL, NULL));
  g_assert_cmpstr (written, ==, whole);
}

/* Of several offices nobody knows which one it is: the count belongs to none. */
static void
test_office_is_not_guessed (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (LoketDeed) deed = NULL;

  desk_execute (fixture->desk, "INSERT INTO office (id, version, act, name) VALUES "
                               "('p', 1, '', 'Amstel');"
                               "UPDATE trajectory SET counsellor_id = NULL WHERE id = 'ta'");
  deed = invite (fixture, "2026-11-21");
  assert_text (fixture,
               "SELECT group_concat (coalesce (office, '-') || ' ' || coalesce (counsellor, '-') "
               "|| ' ' || sent, ';') FROM (SELECT * FROM invitation ORDER BY counsellor)",
               "- - 1;Midden A01 1;Midden B02 1");
  assert_text (fixture,
               "SELECT group_concat (coalesce (office, '-') || coalesce (counsellor, '-'), ';') "
               "FROM (SELECT * FROM invitee ORDER BY trajectory_id)", "--;MiddenB02;MiddenA01");
}

/* The counts go back to what they were; what others build on is not taken away. */
static void
test_undo_leaves_the_draw_before (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (LoketDeed) first = invite (fixture, "2026-11-21");
  g_autoptr (LoketDeed) second = invite (fixture, "2026-11-22");
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (loket_desk_undo (fixture->desk, first->id, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONFLICT);
  g_clear_error (&error);

  undone = loket_desk_undo (fixture->desk, second->id, &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT count (*) || max (drawn_on) FROM invitee", "32026-11-21");
  assert_text (fixture, "SELECT sum (sent) FROM invitation", "3");
}

static void
test_exclusion_has_a_reason_and_can_be_taken_back (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) excluded = NULL;
  g_autoptr (LoketDeed) included = NULL;
  g_autoptr (LoketDeed) undone = NULL;
  g_autoptr (LoketDeed) drawn = NULL;

  g_assert_null (exclude (fixture, "ta", NULL, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_clear_error (&error);

  excluded = exclude (fixture, "ta", "ill", &error);
  g_assert_no_error (error);
  assert_candidates (fixture, "2026-11-21", "T3 T2 2");
  included = include (fixture, "ta", &error);
  g_assert_no_error (error);
  assert_candidates (fixture, "2026-11-21", "T1 T3 T2 1");
  undone = loket_desk_undo (fixture->desk, included->id, &error);
  g_assert_no_error (error);
  assert_text (fixture, "SELECT reason || excluded_on FROM invitee", "ill2026-11-21");
  drawn = invite (fixture, "2026-11-21");
  assert_text (fixture, "SELECT count (*) FROM invitee WHERE drawn_on IS NOT NULL", "2");
}

static void
test_who_was_invited_is_not_excluded (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) drawn = invite (fixture, "2026-11-21");

  g_assert_null (exclude (fixture, "ta", "ill", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (include (fixture, "ta", &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
}

/* Two desks at the same store: the second one finds what the first one did. */
static void
test_second_desk_invites_nobody_again (Fixture       *fixture,
                                       gconstpointer  data)
{
  LoketDesk *other = desk_open ("store.db");
  g_autoptr (LoketDeed) first = invite (fixture, "2026-11-21");
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) second = loket_desk_invite (other, "2026-11-21", &error);

  g_assert_no_error (error);
  g_assert_true (loket_deed_is_empty (second));
  assert_text (fixture, "SELECT count (*) FROM invitee", "3");
  loket_desk_close (other);
  g_object_unref (other);
}

static void
test_exclusions_are_counted_by_counsellor_and_reason (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketCandidates) candidates = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  deed = exclude (fixture, "tb", "complaint", &error);
  g_assert_no_error (error);
  desk_execute (fixture->desk, "UPDATE client SET email = NULL WHERE id IN ('a', 'c');"
                               "UPDATE trajectory SET counsellor_id = NULL WHERE id = 'tc'");
  candidates = loket_desk_load_candidates (fixture->desk, "2026-11-21", &error);
  counts = loket_candidates_count_exclusions (candidates);
  for (guint i = 0; i < counts->len; i++)
    {
      const LoketExclusionCount *count = &g_array_index (counts, LoketExclusionCount, i);

      g_string_append_printf (text, "%s %s %s %u;",
                              count->counsellor != NULL ? count->counsellor : "-", count->list,
                              count->reason, count->count);
    }
  g_assert_cmpstr (text->str, ==,
                   "- survey_rule no_email 1;A01 survey_rule no_email 1;"
                   "A01 survey_rule session_planned 1;B02 survey_exclusion complaint 1;");
}

static void
add (const char *rule,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/invite-act/", rule, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  add ("last-real-contact-decides", test_last_real_contact_decides);
  add ("everybody-is-invited-once", test_everybody_is_invited_once);
  add ("file-is-the-same-on-the-same-day", test_file_is_the_same_on_the_same_day);
  add ("invitations-are-counted", test_invitations_are_counted);
  add ("one-undo-takes-it-all-back", test_one_undo_takes_it_all_back);
  add ("what-is-in-a-file-stays", test_what_is_in_a_file_stays);
  add ("file-that-fails-leaves-it-open", test_file_that_fails_leaves_it_open);
  add ("half-a-file-marks-nobody", test_half_a_file_marks_nobody);
  add ("file-needs-the-marks", test_file_needs_the_marks);
  add ("file-that-finds-no-place-can-be-written-again",
       test_file_that_finds_no_place_can_be_written_again);
  add ("office-is-not-guessed", test_office_is_not_guessed);
  add ("undo-leaves-the-draw-before", test_undo_leaves_the_draw_before);
  add ("exclusion-has-a-reason-and-can-be-taken-back",
       test_exclusion_has_a_reason_and_can_be_taken_back);
  add ("who-was-invited-is-not-excluded", test_who_was_invited_is_not_excluded);
  add ("second-desk-invites-nobody-again", test_second_desk_invites_nobody_again);
  add ("exclusions-are-counted-by-counsellor-and-reason",
       test_exclusions_are_counted_by_counsellor_and_reason);

  return g_test_run ();
}
