/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Knows which fields are notes, and keeps the index of their words as the records are.
 *
 * All notes of one kind about one client on one day share a place. A word goes from it when none of
 * them has it any more. */

#include "loket-note-table.h"

#include "loket-attempt.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-date.h"
#include "loket-note-client-table.h"
#include "loket-note-word-table.h"
#include "loket-promise.h"
#include "loket-session.h"
#include "loket-text.h"
#include "loket-trajectory.h"

#include <string.h>

#define DAY_SHIFT  32
#define KIND_SHIFT 29
#define NUMBERS    (((gint64) 1 << KIND_SHIFT) - 1)

/* The first of the two dates that is known is that of the note. */
typedef struct
{
  const LoketKind *kind;
  guint owner;
  guint dates[2];
  guint texts[2];
  const char *find_client;  /* SQL: the client of an owner, and its number; the owner itself is
                               the client when there is none */
  const char *load;         /* SQL: ids, dates and texts of all notes of a client */
} NoteKind;

#define CLIENT_OF_TRAJECTORY \
  "SELECT trajectory.client_id, number FROM trajectory LEFT JOIN note_client " \
  "ON note_client.client_id = trajectory.client_id WHERE trajectory.id = $1"

/* The number of a kind in a place is its place here, from 1. */
static const NoteKind note_kinds[] = {
  { &loket_session_kind, LOKET_SESSION_TRAJECTORY_NO,
    { LOKET_SESSION_STARTS_AT, LOKET_SESSION_STARTS_AT },
    { LOKET_SESSION_NOTE_CLIENT, LOKET_SESSION_NOTE_INTERNAL },
    CLIENT_OF_TRAJECTORY,
    "SELECT session.id, trajectory_id, NULL, starts_at, NULL, note_client, note_internal "
    "FROM session JOIN trajectory ON trajectory.id = trajectory_id "
    "WHERE client_id = $1 AND (note_client IS NOT NULL OR note_internal IS NOT NULL)" },
  { &loket_contact_kind, LOKET_CONTACT_TRAJECTORY_NO,
    { LOKET_CONTACT_DONE_ON, LOKET_CONTACT_DUE_ON },
    { LOKET_CONTACT_NOTE, LOKET_CONTACT_NOTE },
    CLIENT_OF_TRAJECTORY,
    "SELECT contact.id, trajectory_id, NULL, done_on, due_on, note, NULL "
    "FROM contact JOIN trajectory ON trajectory.id = trajectory_id "
    "WHERE client_id = $1 AND note IS NOT NULL" },
  { &loket_attempt_kind, LOKET_ATTEMPT_CONTACT_NO,
    { LOKET_ATTEMPT_AT, LOKET_ATTEMPT_AT },
    { LOKET_ATTEMPT_NOTE, LOKET_ATTEMPT_NOTE },
    "SELECT trajectory.client_id, number FROM contact "
    "JOIN trajectory ON trajectory.id = trajectory_id "
    "LEFT JOIN note_client ON note_client.client_id = trajectory.client_id WHERE contact.id = $1",
    "SELECT attempt.id, trajectory_id, contact_id, attempted_at, NULL, attempt.note, NULL "
    "FROM attempt JOIN contact ON contact.id = contact_id "
    "JOIN trajectory ON trajectory.id = trajectory_id "
    "WHERE client_id = $1 AND attempt.note IS NOT NULL" },
  { &loket_promise_kind, LOKET_PROMISE_TRAJECTORY_NO,
    { LOKET_PROMISE_MADE_ON, LOKET_PROMISE_DUE_ON },
    { LOKET_PROMISE_TEXT, LOKET_PROMISE_TEXT },
    CLIENT_OF_TRAJECTORY,
    "SELECT promise.id, trajectory_id, NULL, made_on, due_on, text, NULL "
    "FROM promise JOIN trajectory ON trajectory.id = trajectory_id "
    "WHERE client_id = $1 AND text IS NOT NULL" },
  { &loket_trajectory_kind, LOKET_TRAJECTORY_CLIENT_NO,
    { LOKET_TRAJECTORY_REOPENED_ON, LOKET_TRAJECTORY_OPENED_ON },
    { LOKET_TRAJECTORY_REOPEN_REASON, LOKET_TRAJECTORY_REOPEN_REASON },
    NULL,
    "SELECT id, id, NULL, reopened_on, opened_on, reopen_reason, NULL FROM trajectory "
    "WHERE client_id = $1 AND reopen_reason IS NOT NULL" },
};

void
loket_note_free (LoketNote *note)
{
  g_free (note->id);
  g_free (note->trajectory_id);
  g_free (note->contact_id);
  g_free (note->moment);
  g_free (note->text);
  g_free (note);
}

static const NoteKind *
find_kind (const LoketKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (note_kinds); i++)
    {
      if (note_kinds[i].kind == kind)
        return &note_kinds[i];
    }

  return NULL;
}

static gint64
get_place (const NoteKind *kind,
           const char     *moment,
           guint32         number)
{
  gint64 day = strlen (moment) >= LOKET_DATE_LENGTH ? loket_date_get_day (moment) : 1;

  return MAX (day, 1) << DAY_SHIFT | (gint64) (kind - note_kinds + 1) << KIND_SHIFT | number;
}

/**
 * loket_note_table_get_number:
 * @place: a place in the index
 *
 * Returns: the number of the client
 */
guint32
loket_note_table_get_number (gint64 place)
{
  return (guint32) (place & NUMBERS);
}

static char *
join_texts (const char *one,
            const char *other)
{
  if (one == NULL || other == NULL || one == other)
    return g_strdup (one != NULL ? one : other);

  return g_strconcat (one, "\n", other, NULL);
}

/* The note that the statement stands on. */
static LoketNote *
read_note (LoketStatement *statement,
           const NoteKind *kind,
           guint32         number)
{
  LoketNote *note = g_new0 (LoketNote, 1);
  const char *moment = loket_statement_get_text (statement, 3);

  note->kind = kind->kind;
  note->id = g_strdup (loket_statement_get_text (statement, 0));
  note->trajectory_id = g_strdup (loket_statement_get_text (statement, 1));
  note->contact_id = g_strdup (loket_statement_get_text (statement, 2));
  note->moment = g_strdup (moment != NULL ? moment : loket_statement_get_text (statement, 4));
  note->text = join_texts (loket_statement_get_text (statement, 5),
                           loket_statement_get_text (statement, 6));
  note->place = get_place (kind, note->moment, number);

  return note;
}

static gboolean
load_kind (LoketDatabase   *database,
           const NoteKind  *kind,
           const char      *client_id,
           guint32          number,
           GPtrArray       *notes,
           GError         **error)
{
  LoketStatement *statement = loket_database_prepare (database, kind->load, error);
  LoketStep step;

  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, client_id);
  while ((step = loket_statement_step (statement, error)) == LOKET_STEP_ROW)
    g_ptr_array_add (notes, read_note (statement, kind, number));
  loket_statement_reset (statement);

  return step == LOKET_STEP_DONE;
}

/**
 * loket_note_table_load:
 * @client_id: the id of a client
 * @notes: (out) (transfer full) (nullable) (element-type LoketNote): all notes about the client, in
 *   no order
 *
 * Returns: whether they could be read
 */
gboolean
loket_note_table_load (LoketDatabase  *database,
                       const char     *client_id,
                       GPtrArray     **notes,
                       GError        **error)
{
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_note_free);
  guint32 number = 0;

  *notes = NULL;
  if (!loket_note_client_table_find_number (database, client_id, &number, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (note_kinds); i++)
    {
      if (!load_kind (database, &note_kinds[i], client_id, number, loaded, error))
        return FALSE;
    }
  *notes = g_steal_pointer (&loaded);

  return TRUE;
}

/* The client to whom what @owner owns belongs, and its number, or 0. */
static gboolean
find_client_of (LoketDatabase   *database,
                const NoteKind  *kind,
                const char      *owner,
                char           **client_id,
                guint32         *number,
                GError         **error)
{
  LoketStatement *statement;
  LoketStep step;

  *client_id = NULL;
  *number = 0;
  if (kind->find_client == NULL)
    {
      *client_id = g_strdup (owner);
      return loket_note_client_table_find_number (database, owner, number, error);
    }

  statement = loket_database_prepare (database, kind->find_client, error);
  if (statement == NULL)
    return FALSE;

  loket_statement_bind_text (statement, 1, owner);
  step = loket_statement_step (statement, error);
  if (step == LOKET_STEP_ROW)
    {
      *client_id = g_strdup (loket_statement_get_text (statement, 0));
      *number = (guint32) loket_statement_get_integer (statement, 1);
    }
  loket_statement_reset (statement);

  return step != LOKET_STEP_ERROR;
}

static gboolean
add_words (LoketDatabase  *database,
           gint64          place,
           const char     *text,
           GError        **error)
{
  g_autofree char *words = loket_text_fold (text);

  return loket_note_word_table_add (database, place, words, error);
}

/* Takes the words of @text from @place, but for those that are in @others as well. */
static gboolean
remove_words (LoketDatabase  *database,
              gint64          place,
              const char     *text,
              const char     *others,
              GError        **error)
{
  g_autofree char *folded = loket_text_fold (text);
  g_autofree char *folded_others = loket_text_fold (others);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) kept = g_strsplit (folded_others, " ", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) gone = g_string_new (NULL);

  for (guint i = 0; kept[i] != NULL; i++)
    g_hash_table_add (seen, kept[i]);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_hash_table_add (seen, words[i]))
        g_string_append_printf (gone, "%s%s", gone->len > 0 ? " " : "", words[i]);
    }

  return loket_note_word_table_remove (database, place, gone->str, error);
}

/* Takes the words of @text from @place, but for those that notes of the client still have there. */
static gboolean
remove_note (LoketDatabase  *database,
             const char     *client_id,
             gint64          place,
             const char     *text,
             GError        **error)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GString) others = g_string_new (NULL);

  if (!loket_note_table_load (database, client_id, &notes, error))
    return FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      const LoketNote *note = g_ptr_array_index (notes, i);

      if (note->place == place)
        g_string_append_printf (others, "%s ", note->text);
    }

  return remove_words (database, place, text, others->str, error);
}

static char *
get_text (LoketRecord    *record,
          const NoteKind *kind)
{
  return join_texts (loket_record_get_value (record, kind->texts[0]),
                     loket_record_get_value (record, kind->texts[1]));
}

static const char *
get_moment (LoketRecord    *record,
            const NoteKind *kind)
{
  const char *moment = loket_record_get_value (record, kind->dates[0]);

  return moment != NULL ? moment : loket_record_get_text (record, kind->dates[1]);
}

/**
 * loket_note_table_put:
 * @draft: a record that was stored, complete
 * @id: its id
 *
 * Returns: whether it can be found by its words, if it has any
 */
gboolean
loket_note_table_put (LoketDatabase     *database,
                      const LoketDraft  *draft,
                      const char        *id,
                      GError           **error)
{
  const NoteKind *kind = find_kind (loket_draft_get_kind (draft));
  g_autofree char *client_id = NULL;
  g_autofree char *text = NULL;
  const char *moment;
  guint32 number = 0;

  if (loket_draft_get_kind (draft) == &loket_client_kind)
    return loket_note_client_table_add (database, id, &number, error)
           && add_words (database, number, loket_draft_get_text (draft, LOKET_CLIENT_SORT_NAME),
                         error);
  if (kind == NULL)
    return TRUE;

  text = join_texts (loket_draft_get_value (draft, kind->texts[0]),
                     loket_draft_get_value (draft, kind->texts[1]));
  if (text == NULL)
    return TRUE;

  moment = loket_draft_get_value (draft, kind->dates[0]);
  if (moment == NULL)
    moment = loket_draft_get_text (draft, kind->dates[1]);

  return find_client_of (database, kind, loket_draft_get_text (draft, kind->owner), &client_id,
                         &number, error)
         && (number != 0 || loket_note_client_table_add (database, client_id, &number, error))
         && add_words (database, get_place (kind, moment, number), text, error);
}

/* Whether the draft says anything else by which the record is found. */
static gboolean
differs (const NoteKind    *kind,
         LoketRecord       *old,
         const LoketDraft  *draft)
{
  return loket_draft_differs_from (draft, old, kind->owner)
         || loket_draft_differs_from (draft, old, kind->dates[0])
         || loket_draft_differs_from (draft, old, kind->dates[1])
         || loket_draft_differs_from (draft, old, kind->texts[0])
         || loket_draft_differs_from (draft, old, kind->texts[1]);
}

static gboolean
change_name (LoketDatabase     *database,
             LoketRecord       *old,
             const LoketDraft  *draft,
             GError           **error)
{
  const char *id = loket_record_get_id (old);
  const char *before = loket_record_get_text (old, LOKET_CLIENT_SORT_NAME);
  const char *after = draft != NULL ? loket_draft_get_text (draft, LOKET_CLIENT_SORT_NAME) : "";
  guint32 number = 0;

  if (g_str_equal (before, after))
    return TRUE;

  return loket_note_client_table_find_number (database, id, &number, error)
         && (number == 0 || remove_words (database, number, before, after, error))
         && loket_note_client_table_give_number (database, id, &number, error)
         && add_words (database, number, after, error);
}

/* Takes away by what a record was found that is now otherwise, or gone. */
static gboolean
forget (LoketDatabase   *database,
        const NoteKind  *kind,
        LoketRecord     *old,
        GError         **error)
{
  g_autofree char *text = get_text (old, kind);
  g_autofree char *client_id = NULL;
  guint32 number = 0;

  if (text == NULL)
    return TRUE;

  return find_client_of (database, kind, loket_record_get_text (old, kind->owner), &client_id,
                         &number, error)
         && (number == 0
             || remove_note (database, client_id, get_place (kind, get_moment (old, kind), number),
                             text, error));
}

/* What belongs to the trajectory or contact @owner, and came with it from another client. */
static gboolean
move_notes (LoketDatabase  *database,
            const char     *owner,
            const char     *from,
            const char     *to,
            GError        **error)
{
  g_autoptr (GPtrArray) notes = NULL;
  guint32 number = 0;

  if (!loket_note_client_table_find_number (database, from, &number, error)
      || !loket_note_table_load (database, to, &notes, error))
    return FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      const LoketNote *note = g_ptr_array_index (notes, i);
      gint64 old_place = (note->place & ~NUMBERS) | number;

      if (g_str_equal (note->id, owner)
          || (!g_str_equal (note->trajectory_id, owner)
              && g_strcmp0 (note->contact_id, owner) != 0))
        continue;
      if ((number != 0 && !remove_note (database, from, old_place, note->text, error))
          || !add_words (database, note->place, note->text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_along (LoketDatabase     *database,
            const NoteKind    *kind,
            LoketRecord       *old,
            const LoketDraft  *draft,
            GError           **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint32 number = 0;
  guint32 new_number = 0;

  if ((kind->kind != &loket_trajectory_kind && kind->kind != &loket_contact_kind)
      || !loket_draft_differs_from (draft, old, kind->owner))
    return TRUE;

  return find_client_of (database, kind, loket_record_get_text (old, kind->owner), &from, &number,
                         error)
         && find_client_of (database, kind, loket_draft_get_text (draft, kind->owner), &to,
                            &new_number, error)
         && (new_number != 0 || loket_note_client_table_add (database, to, &new_number, error))
         && (g_strcmp0 (from, to) == 0
             || move_notes (database, loket_record_get_id (old), from, to, error));
}

/**
 * loket_note_table_change:
 * @old: a record as it was
 * @draft: as it is stored now
 *
 * Returns: whether it can be found by its new words and no longer by its old ones
 */
gboolean
loket_note_table_change (LoketDatabase     *database,
                         LoketRecord       *old,
                         const LoketDraft  *draft,
                         GError           **error)
{
  const NoteKind *kind = find_kind (loket_record_get_kind (old));

  if (loket_record_get_kind (old) == &loket_client_kind)
    return change_name (database, old, draft, error);
  if (kind == NULL || !differs (kind, old, draft))
    return TRUE;

  return forget (database, kind, old, error)
         && loket_note_table_put (database, draft, loket_record_get_id (old), error)
         && take_along (database, kind, old, draft, error);
}

/**
 * loket_note_table_remove:
 * @old: a record that is no longer in the store
 *
 * Returns: whether its words are gone
 */
gboolean
loket_note_table_remove (LoketDatabase  *database,
                         LoketRecord    *old,
                         GError        **error)
{
  const NoteKind *kind = find_kind (loket_record_get_kind (old));

  if (loket_record_get_kind (old) == &loket_client_kind)
    return change_name (database, old, NULL, error)
           && loket_note_client_table_remove (database, loket_record_get_id (old), error);

  return kind == NULL || forget (database, kind, old, error);
}
