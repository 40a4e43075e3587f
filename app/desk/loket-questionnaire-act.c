/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A file is read whole before it is kept; one that was answered already keeps the places of its
 * answers. */

#include "loketten-config.h"

#include "loket-questionnaire-act.h"

#include "loket-definition.h"
#include "loket-error.h"
#include "loket-own-questionnaire.h"
#include "loket-questionnaires.h"
#include "loket-record-table.h"
#include "loket-release-table.h"
#include "loket-released.h"
#include "loket-response-table.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* A file that somebody chose. */
typedef struct
{
  char *name;
  char *json;
} File;

static void
free_file (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_free (file->json);
  g_free (file);
}

static gboolean
has_same_places (const LoketItem *before,
                 const LoketItem *after)
{
  if (!g_str_equal (before->id, after->id) || before->kind != after->kind
      || loket_item_get_width (before) != loket_item_get_width (after)
      || loket_item_get_n_options (before) > loket_item_get_n_options (after))
    return FALSE;

  for (guint i = 0; i < loket_item_get_n_options (before); i++)
    {
      if (!g_str_equal (loket_item_get_option (before, i)->code,
                        loket_item_get_option (after, i)->code))
        return FALSE;
    }

  return TRUE;
}

/* Answers are kept by their place: what was asked stays where it was. */
static gboolean
keeps_places (const LoketQuestionnaireVersion *before,
              const LoketQuestionnaireVersion *after)
{
  if (after == NULL || after->from != before->from || after->width != before->width
      || loket_questionnaire_version_get_n_items (after)
         != loket_questionnaire_version_get_n_items (before))
    return FALSE;

  for (guint i = 0; i < loket_questionnaire_version_get_n_items (before); i++)
    {
      if (!has_same_places (loket_questionnaire_version_get_item (before, i),
                            loket_questionnaire_version_get_item (after, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_places (LoketQuestionnaire  *before,
              LoketQuestionnaire  *after,
              const char          *name,
              GError             **error)
{
  for (guint i = 0; i < loket_questionnaire_get_n_versions (before); i++)
    {
      const LoketQuestionnaireVersion *version = loket_questionnaire_get_version (before, i);

      if (keeps_places (version, loket_questionnaire_find_version (after, version->from)))
        continue;
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                   /* Translators: the name of a file, the id of a questionnaire */
                   _("%s: “%s” was answered already. Its questions and options must stay "
                     "where they are; add new options at the end of a list, and new questions in "
                     "a version of a later year"),
                   name, loket_questionnaire_get_id (before));
      return FALSE;
    }

  return TRUE;
}

/* What is known of the answers to a questionnaire. */
typedef struct
{
  const char *id;
  gboolean is_answered;
  gboolean is_released;
  int last_year;  /* of which an answer is stored, or could be in figures that left */
} Past;

/* Figures of every month end in one that is still to come; nobody answered after they left. */
static gboolean
look_at_release (const LoketReleaseRow  *row,
                 gpointer                user_data,
                 GError                **error)
{
  Past *past = user_data;
  g_autoptr (LoketReleased) released = loket_released_parse (row->request, "", 0, error);
  int last;

  if (released == NULL)
    return FALSE;
  if (!g_str_equal (released->questionnaire, past->id))
    return TRUE;

  last = MAX (released->period.last, released->has_against ? released->against.last : 0);
  past->is_released = TRUE;
  past->last_year = MAX (past->last_year, MIN (loket_month_get_year (last), atoi (row->at)));

  return TRUE;
}

static gboolean
read_past (LoketDatabase  *database,
           Past           *past,
           GError        **error)
{
  g_autofree char *month = loket_response_table_dup_last_month (database, past->id, error);

  if (month == NULL)
    return FALSE;
  past->is_answered = *month != '\0';
  past->last_year = atoi (month);

  return loket_release_table_for_each (database, look_at_release, past, error);
}

/* Answers are read by the version of their year, which must not become another. */
static gboolean
check_years (const Past          *past,
             LoketQuestionnaire  *before,
             LoketQuestionnaire  *after,
             const char          *name,
             GError             **error)
{
  for (guint i = 0; i < loket_questionnaire_get_n_versions (after); i++)
    {
      int from = loket_questionnaire_get_version (after, i)->from;
      const LoketQuestionnaireVersion *same = loket_questionnaire_find_version (before, from);

      if (from > past->last_year || (same != NULL && same->from == from))
        continue;
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                   /* Translators: the name of a file, the id of a questionnaire, a year twice */
                   _("%s: “%s” was answered up to %d, so a new version cannot begin in %d but only "
                     "in a later year"),
                   name, past->id, past->last_year, from);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_released (const Past          *past,
                LoketQuestionnaire  *before,
                LoketQuestionnaire  *after,
                const char          *name,
                GError             **error)
{
  if (!past->is_released || loket_definition_is_kept (before, after))
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
               /* Translators: the name of a file, the id of a questionnaire */
               _("%s: figures of “%s” left the program already. Who is in which group and who is "
                 "asked what must stay as it is, since both figures together could give clients "
                 "away; add a group of another id, or make it a questionnaire of another id"),
               name, past->id);

  return FALSE;
}

/**
 * loket_act_check_questionnaire:
 * @record: a questionnaire of the office
 * @name: what to call it in an error
 * @json: (nullable): what it is to become; NULL: it is to be removed
 * @error: %LOKET_ERROR_CONSTRAINT when answers would be read as others, or what left the program
 *   could be held against what will, also when its answers were taken back since
 *
 * Returns: whether it may become that
 */
gboolean
loket_act_check_questionnaire (LoketAct     *act,
                               LoketRecord  *record,
                               const char   *name,
                               const char   *json,
                               GError      **error)
{
  const char *source = loket_record_get_text (record, LOKET_OWN_QUESTIONNAIRE_SOURCE);
  Past past = { .id = loket_record_get_text (record, LOKET_OWN_QUESTIONNAIRE_CODE) };
  g_autoptr (LoketQuestionnaire) before = NULL;
  g_autoptr (LoketQuestionnaire) after = NULL;

  if (!read_past (loket_act_get_database (act), &past, error))
    return FALSE;
  if (!past.is_answered && !past.is_released)
    return TRUE;
  if (json == NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                   /* Translators: the id of a questionnaire */
                   _("“%s” was answered already, so it stays"), past.id);
      return FALSE;
    }

  before = loket_questionnaire_new_from_json (past.id, source, -1, error);
  if (before != NULL)
    after = loket_questionnaire_new_from_json (name, json, -1, error);

  return after != NULL && check_places (before, after, name, error)
         && check_years (&past, before, after, name, error)
         && check_released (&past, before, after, name, error);
}

static gboolean
check_id (LoketQuestionnaire  *questionnaire,
          const char          *name,
          GError             **error)
{
  const char *id = loket_questionnaire_get_id (questionnaire);
  g_autoptr (LoketQuestionnaire) other = loket_questionnaires_load (id, NULL);

  if (other == NULL)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
               /* Translators: the name of a file, the id of a questionnaire */
               _("%s: “%s” comes with the program. Give this questionnaire another id"), name, id);

  return FALSE;
}

static gboolean
add_questionnaire (LoketAct  *act,
                   gpointer   input,
                   GError   **error)
{
  const File *file = input;
  LoketDatabase *database = loket_act_get_database (act);
  g_autoptr (LoketQuestionnaire) questionnaire = NULL;
  g_autoptr (LoketRecord) before = NULL;
  g_autoptr (LoketDraft) draft = NULL;
  const char *id;

  questionnaire = loket_questionnaire_new_from_json (file->name, file->json, -1, error);
  if (questionnaire == NULL || !check_id (questionnaire, file->name, error))
    return FALSE;

  id = loket_questionnaire_get_id (questionnaire);
  if (!loket_record_table_find (loket_record_table_get (database, &loket_own_questionnaire_kind),
                                id, &before, error)
      || (before != NULL
          && !loket_act_check_questionnaire (act, before, file->name, file->json, error)))
    return FALSE;

  draft = before != NULL ? loket_draft_new_from_record (before)
                         : loket_draft_new (&loket_own_questionnaire_kind);
  loket_draft_set_value (draft, LOKET_OWN_QUESTIONNAIRE_CODE, id);
  loket_draft_set_value (draft, LOKET_OWN_QUESTIONNAIRE_TITLE,
                         loket_questionnaire_get_title (questionnaire, "nl"));
  loket_draft_set_value (draft, LOKET_OWN_QUESTIONNAIRE_SOURCE, file->json);

  return loket_act_save (act, draft, error);
}

/**
 * loket_desk_add_questionnaire:
 * @name: what to call the file in an error
 * @json: its text
 * @error: %LOKET_ERROR_INVALID with file, line and reason when it is no questionnaire,
 *   %LOKET_ERROR_CONSTRAINT when its id is taken or answers would be read as others
 *
 * Keeps a questionnaire that the office made itself, in place of an earlier one with its id, and
 * waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_add_questionnaire (LoketDesk   *desk,
                              const char  *name,
                              const char  *json,
                              GError     **error)
{
  File file = { (char *) name, (char *) json };

  return loket_desk_act (desk, "questionnaire.add", add_questionnaire, &file, error);
}

/**
 * loket_desk_add_questionnaire_async:
 * @name: what to call the file in an error
 * @json: its text
 *
 * As loket_desk_add_questionnaire(); finish with loket_desk_act_finish ().
 */
void
loket_desk_add_questionnaire_async (LoketDesk           *desk,
                                    const char          *name,
                                    const char          *json,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  File *file = g_new0 (File, 1);

  file->name = g_strdup (name);
  file->json = g_strdup (json);
  loket_desk_act_async (desk, "questionnaire.add", add_questionnaire, file, free_file, cancellable,
                        callback, user_data);
}
