/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of finding clients by their notes: after whatever acts, by just what the notes say. */

#include "desk-fixture.h"
#include "loket-attempt.h"
#include "loket-client.h"
#include "loket-client-table.h"
#include "loket-contact.h"
#include "loket-error.h"
#include "loket-note-search.h"
#include "loket-note-upkeep.h"
#include "loket-note-word-table.h"
#include "loket-promise.h"
#include "loket-record-table.h"
#include "loket-save-act.h"
#include "loket-session.h"
#include "loket-trajectory.h"
#include "loket-undo-act.h"

#include <string.h>

#define MOST 100

static char *
save (LoketDesk  *desk,
      LoketDraft *draft)
{
  g_autoptr (LoketDeed) deed = desk_save (desk, draft);

  return g_strdup (deed->subject_id);
}

static char *
save_trajectory (LoketDesk  *desk,
                 const char *client_id)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_trajectory_kind);

  loket_draft_set_value (draft, LOKET_TRAJECTORY_CLIENT_NO, client_id);
  loket_draft_set_value (draft, LOKET_TRAJECTORY_OPENED_ON, "2026-01-05");

  return save (desk, draft);
}

/* A client with a trajectory. Returns: (transfer full): the id of the trajectory. */
static char *
save_client (LoketDesk  *desk,
             const char *family_name)
{
  g_autofree char *client_id = desk_save_client (desk, family_name);

  return save_trajectory (desk, client_id);
}

static LoketDraft *
create_session (const char *trajectory_id,
                const char *starts_at,
                const char *note)
{
  LoketDraft *draft = loket_draft_new (&loket_session_kind);

  loket_draft_set_value (draft, LOKET_SESSION_TRAJECTORY_NO, trajectory_id);
  loket_draft_set_value (draft, LOKET_SESSION_STARTS_AT, starts_at);
  loket_draft_set_value (draft, LOKET_SESSION_NOTE_INTERNAL, note);

  return draft;
}

static char *
save_session (LoketDesk  *desk,
              const char *trajectory_id,
              const char *starts_at,
              const char *note)
{
  g_autoptr (LoketDraft) draft = create_session (trajectory_id, starts_at, note);

  return save (desk, draft);
}

static char *
save_contact (LoketDesk  *desk,
              const char *trajectory_id,
              const char *due_on,
              const char *note)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_contact_kind);

  loket_draft_set_value (draft, LOKET_CONTACT_TRAJECTORY_NO, trajectory_id);
  loket_draft_set_value (draft, LOKET_CONTACT_KIND, "other");
  loket_draft_set_value (draft, LOKET_CONTACT_DUE_ON, due_on);
  loket_draft_set_value (draft, LOKET_CONTACT_NOTE, note);

  return save (desk, draft);
}

static char *
save_attempt (LoketDesk  *desk,
              const char *contact_id,
              const char *note)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_attempt_kind);

  loket_draft_set_value (draft, LOKET_ATTEMPT_CONTACT_NO, contact_id);
  loket_draft_set_value (draft, LOKET_ATTEMPT_AT, "2026-03-02T11:00");
  loket_draft_set_value (draft, LOKET_ATTEMPT_OUTCOME, "not_reached");
  loket_draft_set_value (draft, LOKET_ATTEMPT_NOTE, note);

  return save (desk, draft);
}

static char *
save_promise (LoketDesk  *desk,
              const char *trajectory_id,
              const char *text)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_promise_kind);

  loket_draft_set_value (draft, LOKET_PROMISE_TRAJECTORY_NO, trajectory_id);
  loket_draft_set_value (draft, LOKET_PROMISE_BY, "counsellor");
  loket_draft_set_value (draft, LOKET_PROMISE_KIND, "send");
  loket_draft_set_value (draft, LOKET_PROMISE_DUE_ON, "2026-12-01");
  loket_draft_set_value (draft, LOKET_PROMISE_TEXT, text);

  return save (desk, draft);
}

/* Family names of who is found, best first, with a space behind each; a bar stands between those
 * found by name and those found in notes. */
static gpointer
find (LoketDatabase  *database,
      gpointer        input,
      GError        **error)
{
  const LoketClientScope scope = { .text = input };
  LoketRecordTable *clients = loket_record_table_get (database, &loket_client_kind);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_named = 0;

  if (!loket_client_table_load_ids (database, &scope, MOST, &ids, &n_named, error))
    return NULL;

  for (guint i = 0; i <= ids->len; i++)
    {
      g_autoptr (LoketRecord) client = NULL;

      if (i == n_named)
        g_string_append (names, "| ");
      if (i == ids->len)
        break;
      client = loket_record_table_load (clients, ids->pdata[i], error);
      g_string_append_printf (names, "%s ", loket_record_get_text (client,
                                                                   LOKET_CLIENT_FAMILY_NAME));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_finds (LoketDesk  *desk,
              const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = loket_store_read (loket_desk_get_store (desk), find, (gpointer) text,
                                             &error);

  g_assert_no_error (error);
  if (!g_str_equal (found, expected))
    g_error ("“%s” finds “%s”, not “%s”", text, found, expected);
}

static gpointer
check_index (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  guint n_strays = 0;
  g_autoptr (GPtrArray) wrong = loket_note_upkeep_check (database, &n_strays, error);

  g_assert_no_error (*error);
  g_assert_cmpuint (wrong->len, ==, 0);
  g_assert_cmpuint (n_strays, ==, 0);

  return input;
}

static void
add_entry (const char *word,
           gint64      place,
           gpointer    user_data)
{
  g_ptr_array_add (user_data, g_strdup_printf ("%s %" G_GINT64_FORMAT, word, place));
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dump_index (LoketDatabase *database)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  loket_note_word_table_for_each (database, add_entry, entries, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (entries, compare_entries);
  g_ptr_array_add (entries, NULL);

  return g_strjoinv ("\n", (char **) entries->pdata);
}

static gpointer
compare_with_new_index (LoketDatabase  *database,
                        gpointer        input,
                        GError        **error)
{
  g_autofree char *kept = dump_index (database);
  g_autofree char *made = NULL;

  store_execute (database, "INSERT INTO note_word (note_word) VALUES ('delete-all')");
  loket_note_upkeep_fill (database, error);
  g_assert_no_error (*error);
  made = dump_index (database);
  g_assert_cmpstr (kept, ==, made);

  return input;
}

static void
assert_index_fits (LoketDesk *desk)
{
  LoketStore *store = loket_desk_get_store (desk);
  g_autoptr (GError) error = NULL;

  loket_store_read (store, check_index, desk, &error);
  g_assert_no_error (error);
  loket_store_write (store, compare_with_new_index, desk, &error);
  g_assert_no_error (error);
}

static void
test_every_text_about_a_client_is_found (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *bakker = save_client (desk, "Bakker");
  g_autofree char *session = save_session (desk, bakker, "2026-02-02T10:00", "Wil heftruck rijden.");
  g_autofree char *contact = save_contact (desk, bakker, "2026-03-02", "Gaat naar Öztürk & Zn");
  g_autofree char *attempt = save_attempt (desk, contact, "Voicemail ingesproken");
  g_autofree char *promise = save_promise (desk, bakker, "Folder van de opleiding sturen");
  g_autoptr (LoketDeed) reopened = NULL;

  assert_finds (desk, "heftruck", "| Bakker ");
  assert_finds (desk, "ozturk", "| Bakker ");
  assert_finds (desk, "voicemail", "| Bakker ");
  assert_finds (desk, "opleiding", "| Bakker ");
  assert_finds (desk, "vergeten", "| ");

  reopened = desk_change (desk, &loket_trajectory_kind, bakker, LOKET_TRAJECTORY_REOPEN_REASON,
                          "Was iets vergeten");
  assert_finds (desk, "vergeten", "| Bakker ");
  assert_index_fits (desk);
  loket_desk_close (desk);
}

static void
test_a_beginning_of_three_letters_will_do (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *bakker = save_client (desk, "Bakker");
  g_autofree char *session = save_session (desk, bakker, "2026-02-02T10:00",
                                           "Maakt een cv; daarna stage.");

  assert_finds (desk, "s", "| ");
  assert_finds (desk, "st", "| ");
  assert_finds (desk, "sta", "| Bakker ");
  assert_finds (desk, "stag", "| Bakker ");
  assert_finds (desk, "stage", "| Bakker ");
  assert_finds (desk, "stages", "| ");
  assert_finds (desk, "cv", "| Bakker ");
  assert_finds (desk, "CV!", "| Bakker ");
  loket_desk_close (desk);
}

static void
test_names_come_first_then_the_newest_note (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *old = save_client (desk, "Oud");
  g_autofree char *new = save_client (desk, "Nieuw");
  g_autofree char *middle = save_client (desk, "Midden");
  g_autofree char *named = desk_save_client (desk, "Stage");
  g_autofree char *a = save_session (desk, new, "2026-09-01T10:00", "Zoekt stage");
  g_autofree char *b = save_session (desk, old, "2025-01-01T10:00", "Zoekt stage");
  g_autofree char *c = save_contact (desk, middle, "2026-02-01", "Heeft stage");
  g_autofree char *d = save_session (desk, new, "2024-01-01T10:00", "Ook stage");

  assert_finds (desk, "stage", "Stage | Nieuw Midden Oud ");
  loket_desk_close (desk);
}

static void
test_several_words_are_all_found (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *jansen = save_client (desk, "Jansen");
  g_autofree char *other = save_client (desk, "Jansen-Smit");
  g_autofree char *pieters = save_client (desk, "Pieters");
  g_autofree char *a = save_session (desk, jansen, "2026-02-01T10:00", "Wil heftruck rijden");
  g_autofree char *b = save_session (desk, pieters, "2026-03-01T10:00", "Heftruck met certificaat");
  g_autofree char *c = save_contact (desk, jansen, "2026-04-01", "Vroeg naar het certificaat");

  assert_finds (desk, "jansen heftruck", "| Jansen ");
  assert_finds (desk, "heftruck jansen", "| Jansen ");
  /* Both words in one note come before both in different notes. */
  assert_finds (desk, "heftruck certificaat", "| Pieters Jansen ");
  assert_finds (desk, "heftruck certificaat jansen", "| Jansen ");
  assert_finds (desk, "heftruck smit", "| ");
  assert_finds (desk, "heftruck j", "| Pieters Jansen ");
  loket_desk_close (desk);
}

static void
test_words_that_mean_something_to_the_engine_are_just_words (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *bakker = save_client (desk, "Bakker");
  g_autofree char *a = save_session (desk, bakker, "2026-02-01T10:00",
                                     "NOT near \"delete\" OR AND 🙂 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D");
  static const char *const texts[] = {
    "not", "near", "delete", "and", "NOT near", "\"near\"", "near*", "near OR x", "words:near",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (!g_str_equal (texts[i], "words:near"))
        assert_finds (desk, texts[i], "| Bakker ");
      else
        assert_finds (desk, texts[i], "| ");
    }
  assert_finds (desk, "🙂", "| ");
  assert_finds (desk, "'; DROP TABLE client; --", "| ");
  loket_desk_close (desk);
}

static void
test_what_a_note_says_no_longer_is_not_found (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (GError) error = NULL;
  g_autofree char *bakker = save_client (desk, "Bakker");
  g_autofree char *a = save_session (desk, bakker, "2026-02-01T10:00", "Wil kok worden, of bakker");
  g_autofree char *b = save_session (desk, bakker, "2026-02-01T14:00", "Toch geen kok");
  g_autoptr (LoketDeed) changed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  changed = desk_change (desk, &loket_session_kind, a, LOKET_SESSION_NOTE_INTERNAL,
                         "Wil lasser worden");
  assert_finds (desk, "lasser", "| Bakker ");
  /* The other note of that day still says so. */
  assert_finds (desk, "kok", "| Bakker ");
  assert_index_fits (desk);

  undone = loket_desk_undo (desk, changed->id, &error);
  g_assert_no_error (error);
  assert_finds (desk, "lasser", "| ");
  assert_finds (desk, "kok", "| Bakker ");
  assert_index_fits (desk);
  loket_desk_close (desk);
}

static void
test_notes_move_with_their_trajectory (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *from = save_client (desk, "Bakker");
  g_autofree char *to = desk_save_client (desk, "Molenaar");
  g_autofree char *a = save_session (desk, from, "2026-02-01T10:00", "Wil kok worden");
  g_autofree char *contact = save_contact (desk, from, "2026-03-02", "Belde over de kok");
  g_autofree char *attempt = save_attempt (desk, contact, "Voicemail ingesproken");
  g_autoptr (LoketDeed) moved = NULL;

  moved = desk_change (desk, &loket_trajectory_kind, from, LOKET_TRAJECTORY_CLIENT_NO, to);
  assert_finds (desk, "kok", "| Molenaar ");
  assert_finds (desk, "voicemail molenaar", "| Molenaar ");
  assert_finds (desk, "kok bakker", "| ");
  assert_index_fits (desk);
  loket_desk_close (desk);
}

static void
test_attempts_move_with_their_contact (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *from = save_client (desk, "Bakker");
  g_autofree char *to = save_client (desk, "Molenaar");
  g_autofree char *contact = save_contact (desk, from, "2026-03-02", "Belde over de kok");
  g_autofree char *attempt = save_attempt (desk, contact, "Voicemail ingesproken");
  g_autoptr (LoketDeed) moved = NULL;

  moved = desk_change (desk, &loket_contact_kind, contact, LOKET_CONTACT_TRAJECTORY_NO, to);
  assert_finds (desk, "voicemail", "| Molenaar ");
  assert_index_fits (desk);
  loket_desk_close (desk);
}

static gpointer
show (LoketDatabase  *database,
      gpointer        input,
      GError        **error)
{
  const char *const *words = input;
  LoketNote *note = NULL;
  LoketExcerpt *excerpt = NULL;
  char *shown;

  if (!loket_note_search_show (database, words[1], words[0], &note, &excerpt, error))
    return NULL;

  shown = g_strdup_printf ("%s %s %s", note->kind->name, note->moment, excerpt->text);
  loket_note_free (note);
  loket_excerpt_free (excerpt);

  return shown;
}

static void
assert_shows (LoketDesk  *desk,
              const char *client_id,
              const char *text,
              const char *expected)
{
  const char *const words[] = { client_id, text };
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = loket_store_read (loket_desk_get_store (desk), show, (gpointer) words,
                                             &error);

  g_assert_no_error (error);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_the_newest_note_with_most_words_is_shown (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *client = desk_save_client (desk, "Bakker");
  g_autofree char *bakker = save_trajectory (desk, client);
  g_autofree char *a = save_session (desk, bakker, "2026-02-01T10:00", "Wil kok worden, of lasser");
  g_autofree char *b = save_contact (desk, bakker, "2026-03-02", "Belde over kok");
  g_autofree char *c = save_promise (desk, bakker, "Folder sturen");

  assert_shows (desk, client, "kok", "contact 2026-03-02 Belde over kok");
  assert_shows (desk, client, "kok las", "session 2026-02-01T10:00 Wil kok worden, of lasser");
  assert_shows (desk, client, "bakker folder", "promise 2026-12-01 Folder sturen");
  loket_desk_close (desk);
}

/* A desk at which anything may happen. */
typedef struct
{
  LoketDesk *desk;
  GPtrArray *clients;
  GPtrArray *trajectories;
  GPtrArray *sessions;
  GPtrArray *contacts;
  GPtrArray *acts;
} Anything;

static const char *
pick (GPtrArray *ids)
{
  return g_ptr_array_index (ids, g_test_rand_int_range (0, (int) ids->len));
}

/* A few words of very few, so that notes share them; now and then none. */
static char *
draw_note (void)
{
  static const char *const words[] = { "kok", "lasser", "Öztürk", "stage", "cv", "de", "heftruck" };
  g_autoptr (GString) note = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    g_string_append_printf (note, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (g_steal_pointer (&note), FALSE);
}

static const char *
draw_moment (void)
{
  static const char *const moments[] = { "2026-02-01T10:00", "2026-02-01T12:00", "2026-02-03T09:00" };

  return moments[g_test_rand_int_range (0, G_N_ELEMENTS (moments))];
}

static gboolean
save_many (LoketAct  *act,
           gpointer   input,
           GError   **error)
{
  return loket_act_save_all (act, input, error);
}

/* As an import does: many at once, some new and some changed. */
static LoketDeed *
import_sessions (Anything *anything)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  static guint serial;

  drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *note = draw_note ();
      g_autofree char *number = g_strdup_printf ("X%06u", ++serial);
      LoketDraft *draft = create_session (pick (anything->trajectories), draw_moment (), note);

      loket_draft_set_value (draft, LOKET_SESSION_SESSION_NO, number);
      g_ptr_array_add (drafts, draft);
    }

  return loket_desk_act (anything->desk, "session.import", save_many, drafts, &error);
}

static LoketDeed *
change_session (Anything *anything)
{
  const char *id = pick (anything->sessions);
  g_autofree char *note = draw_note ();
  g_autoptr (LoketRecord) session = desk_load (anything->desk, &loket_session_kind, id);

  /* Undone meanwhile. */
  if (session == NULL)
    return NULL;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return desk_change (anything->desk, &loket_session_kind, id, LOKET_SESSION_STARTS_AT,
                          draw_moment ());
    case 1:
      return desk_change (anything->desk, &loket_session_kind, id, LOKET_SESSION_TRAJECTORY_NO,
                          pick (anything->trajectories));
    case 2:
      return desk_change (anything->desk, &loket_session_kind, id, LOKET_SESSION_NOTE_CLIENT, note);
    default:
      return desk_change (anything->desk, &loket_session_kind, id, LOKET_SESSION_NOTE_INTERNAL,
                          note);
    }
}

static LoketDeed *
change_other (Anything *anything)
{
  g_autofree char *note = draw_note ();

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return desk_change (anything->desk, &loket_trajectory_kind, pick (anything->trajectories),
                          LOKET_TRAJECTORY_CLIENT_NO, pick (anything->clients));
    case 1:
      return desk_change (anything->desk, &loket_contact_kind, pick (anything->contacts),
                          LOKET_CONTACT_TRAJECTORY_NO, pick (anything->trajectories));
    case 2:
      return desk_change (anything->desk, &loket_client_kind, pick (anything->clients),
                          LOKET_CLIENT_GIVEN_NAME, note);
    default:
      return desk_change (anything->desk, &loket_contact_kind, pick (anything->contacts),
                          LOKET_CONTACT_NOTE, note);
    }
}

static LoketDeed *
do_anything (Anything *anything)
{
  g_autofree char *note = draw_note ();
  g_autofree char *attempt = NULL;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0: case 1:
      g_ptr_array_add (anything->sessions,
                       save_session (anything->desk, pick (anything->trajectories), draw_moment (),
                                     note));
      return NULL;
    case 2:
      attempt = save_attempt (anything->desk, pick (anything->contacts), note);
      return NULL;
    case 3:
      return import_sessions (anything);
    case 4: case 5:
      return change_session (anything);
    case 6:
      return change_other (anything);
    default:
      /* What cannot be undone any more stays. */
      return anything->acts->len > 0 ? loket_desk_undo (anything->desk, pick (anything->acts), NULL)
                                     : NULL;
    }
}

static void
set_up_anything (Anything  *anything,
                 LoketDesk *desk)
{
  anything->desk = desk;
  anything->clients = g_ptr_array_new_with_free_func (g_free);
  anything->trajectories = g_ptr_array_new_with_free_func (g_free);
  anything->sessions = g_ptr_array_new_with_free_func (g_free);
  anything->contacts = g_ptr_array_new_with_free_func (g_free);
  anything->acts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 4; i++)
    {
      char *client = desk_save_client (desk, i % 2 == 0 ? "Kok" : "Stage");
      char *trajectory = save_trajectory (desk, client);

      g_ptr_array_add (anything->clients, client);
      g_ptr_array_add (anything->trajectories, trajectory);
      g_ptr_array_add (anything->contacts, save_contact (desk, trajectory, "2026-02-01", "cv kok"));
      g_ptr_array_add (anything->sessions,
                       save_session (desk, trajectory, draw_moment (), "lasser"));
    }
}

static void
test_whatever_is_done_the_index_is_as_if_made_anew (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  Anything anything = { NULL };

  set_up_anything (&anything, desk);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (LoketDeed) deed = do_anything (&anything);

      if (deed != NULL && !loket_deed_is_empty (deed))
        g_ptr_array_add (anything.acts, g_strdup (deed->id));
      if (i % 20 == 19)
        assert_index_fits (desk);
    }
  assert_index_fits (desk);

  g_ptr_array_unref (anything.clients);
  g_ptr_array_unref (anything.trajectories);
  g_ptr_array_unref (anything.sessions);
  g_ptr_array_unref (anything.contacts);
  g_ptr_array_unref (anything.acts);
  loket_desk_close (desk);
}

static gboolean
save_and_fail (LoketAct  *act,
               gpointer   input,
               GError   **error)
{
  g_assert_true (loket_act_save (act, input, error));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "thought better of it");

  return FALSE;
}

static void
test_an_act_that_failed_leaves_no_words (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autofree char *bakker = save_client (desk, "Bakker");
  g_autoptr (LoketDraft) draft = create_session (bakker, "2026-02-01T10:00", "Wil kok worden");
  g_autofree char *other = NULL;

  g_assert_null (loket_desk_act (desk, "test", save_and_fail, draft, NULL));
  other = save_session (desk, bakker, "2026-02-02T10:00", "Iets anders");
  assert_finds (desk, "kok", "| ");
  assert_index_fits (desk);
  loket_desk_close (desk);
}

static void
test_store_of_an_older_program_is_searched (gconstpointer data)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", data, NULL);
  g_autofree char *path = store_build_path ("released.db");
  g_autoptr (GBytes) contents = store_read_file (source);
  g_autoptr (LoketDesk) desk = NULL;

  store_write_file (path, contents);
  desk = desk_open ("released.db");
  assert_finds (desk, "ozturk", "Öztürk | ");
  assert_finds (desk, "fiets hout", "| Öztürk ");
  assert_index_fits (desk);
  loket_desk_close (desk);
}

/* SQLite takes no table away while something is being read. */
static gpointer
search_in_broken_store (LoketDatabase  *database,
                        gpointer        input,
                        GError        **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  store_execute (database, "ALTER TABLE note_client RENAME TO broken");
  g_assert_false (loket_note_search_run (database, input, MOST, ids, &failure));
  g_assert_error (failure, LOKET_ERROR, LOKET_ERROR_STORAGE);
  store_execute (database, "DROP TABLE broken");

  return g_strdup ("");
}

static void
test_failed_search_reads_no_longer (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("failed-search.db");
  g_autofree char *trajectory = save_client (desk, "Dekker");
  g_autofree char *session = save_session (desk, trajectory, "2026-03-02T10:00", "Lasser");
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;

  done = loket_store_write (loket_desk_get_store (desk), search_in_broken_store,
                            (gpointer) "lasser", &error);
  g_assert_no_error (error);
  loket_desk_close (desk);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/note-table/every-text-about-a-client-is-found",
                   test_every_text_about_a_client_is_found);
  g_test_add_func ("/note-table/a-beginning-of-three-letters-will-do",
                   test_a_beginning_of_three_letters_will_do);
  g_test_add_func ("/note-table/names-come-first-then-the-newest-note",
                   test_names_come_first_then_the_newest_note);
  g_test_add_func ("/note-table/several-words-are-all-found", test_several_words_are_all_found);
  g_test_add_func ("/note-table/words-that-mean-something-to-the-engine-are-just-words",
                   test_words_that_mean_something_to_the_engine_are_just_words);
  g_test_add_func ("/note-table/what-a-note-says-no-longer-is-not-found",
                   test_what_a_note_says_no_longer_is_not_found);
  g_test_add_func ("/note-table/notes-move-with-their-trajectory",
                   test_notes_move_with_their_trajectory);
  g_test_add_func ("/note-table/attempts-move-with-their-contact",
                   test_attempts_move_with_their_contact);
  g_test_add_func ("/note-table/the-newest-note-with-most-words-is-shown",
                   test_the_newest_note_with_most_words_is_shown);
  g_test_add_func ("/note-table/whatever-is-done-the-index-is-as-if-made-anew",
                   test_whatever_is_done_the_index_is_as_if_made_anew);
  g_test_add_func ("/note-table/an-act-that-failed-leaves-no-words",
                   test_an_act_that_failed_leaves_no_words);
  g_test_add_data_func ("/note-table/store-001-is-searched", "store-001.db",
                        test_store_of_an_older_program_is_searched);
  g_test_add_data_func ("/note-table/store-002-is-searched", "store-002.db",
                        test_store_of_an_older_program_is_searched);
  g_test_add_func ("/note-table/failed-search-reads-no-longer", test_failed_search_reads_no_longer);

  return g_test_run ();
}
