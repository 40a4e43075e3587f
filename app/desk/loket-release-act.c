/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The ledger is read, held against the new figures and written in one transaction, so that two
 * programs cannot let out together what neither would alone. */

#include "loketten-config.h"

#include "loket-release-act.h"

#include "loket-audit.h"
#include "loket-error.h"
#include "loket-filter-check.h"
#include "loket-ids.h"
#include "loket-past-answers.h"
#include "loket-released-themes.h"
#include "loket-release-table.h"
#include "loket-response-table.h"

#include <glib/gi18n-lib.h>

/* What the thread that writes is given, and gives back. */
typedef struct
{
  LoketSummary *summary;
  char *medium;
  LoketRelease *release;  /* (nullable): until it is written */
} Releasing;

void
loket_release_free (LoketRelease *release)
{
  g_free (release->id);
  g_clear_pointer (&release->summary, loket_summary_unref);
  g_clear_pointer (&release->themes, g_ptr_array_unref);
  g_free (release);
}

static void
clear_releasing (gpointer data)
{
  Releasing *releasing = data;

  g_clear_pointer (&releasing->summary, loket_summary_unref);
  g_clear_pointer (&releasing->release, loket_release_free);
  g_free (releasing->medium);
}

static void
unref_releasing (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_releasing);
}

static Releasing *
create_releasing (LoketSummary *summary,
                  const char   *medium)
{
  Releasing *releasing = g_atomic_rc_box_new0 (Releasing);

  releasing->summary = loket_summary_ref (summary);
  releasing->medium = g_strdup (medium);

  return releasing;
}

static gboolean
check_fresh (LoketDatabase  *database,
             LoketFrame     *frame,
             GError        **error)
{
  const char *stamp = loket_frame_get_stamp (frame);
  g_autofree char *now = loket_response_table_dup_stamp (database, stamp, error);

  if (now == NULL)
    return FALSE;
  if (g_strcmp0 (now, stamp) == 0)
    return TRUE;

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONFLICT,
                       _("Answers came in meanwhile; look at the figures again"));

  return FALSE;
}

/* What left, and the id of what left first of the questionnaire. */
typedef struct
{
  const char *questionnaire;  /* its id */
  GPtrArray *released;        /* (owned) of LoketReleased */
  char *first;                /* (owned) (nullable) */
  LoketReleasedFacts *facts;    /* (owned) of the questionnaire */
  LoketReleasedThemes *themes;  /* (owned) likewise */
} Ledger;

static void
clear_ledger (Ledger *ledger)
{
  g_clear_pointer (&ledger->released, g_ptr_array_unref);
  g_clear_pointer (&ledger->facts, loket_released_facts_free);
  g_clear_pointer (&ledger->themes, loket_released_themes_free);
  g_free (ledger->first);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ledger, clear_ledger)

static gboolean
add_released (const LoketReleaseRow  *row,
              gpointer                user_data,
              GError                **error)
{
  Ledger *ledger = user_data;
  LoketReleased *released = loket_released_parse (row->request, row->tables,
                                                  loket_ids_get_order (row->id), error);

  if (released == NULL)
    return FALSE;

  g_ptr_array_add (ledger->released, released);
  if (g_str_equal (released->questionnaire, ledger->questionnaire))
    {
      loket_released_facts_read (ledger->facts, row->tables, released->at);
      loket_released_themes_read (ledger->themes, released, row->tables);
      if (ledger->first == NULL)
        ledger->first = g_strdup (row->id);
    }

  return TRUE;
}

static LoketSummary *
coarsen (LoketSummary *summary,
         GHashTable   *withheld)
{
  g_autoptr (LoketRequest) request = NULL;

  if (g_hash_table_size (withheld) == 0)
    return loket_summary_ref (summary);

  request = loket_request_copy (summary->request);
  loket_request_set_withheld (request, withheld);

  return loket_summary_new (summary->frame, request);
}

/* @extra gets what is to be kept of the records, if they bear on what is wanted. */
static gboolean
compare_facts (LoketDatabase        *database,
               const Ledger         *ledger,
               const LoketReleased  *wanted,
               GString              *extra,
               GError              **error)
{
  gboolean is_wanted = loket_released_has_facts (wanted);
  g_autofree char *now = NULL;

  if (!is_wanted && !loket_released_facts_is_any (ledger->facts))
    return TRUE;

  now = loket_released_facts_finish (ledger->facts, database, ledger->questionnaire, error);
  if (is_wanted && now != NULL)
    g_string_append (extra, now);

  return now != NULL;
}

static gboolean
read_ledger (LoketDatabase  *database,
             Ledger         *ledger,
             GError        **error)
{
  ledger->released = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_released_free);
  ledger->facts = loket_released_facts_new ();
  ledger->themes = loket_released_themes_new ();

  return loket_release_table_for_each (database, add_released, ledger, error);
}

static GHashTable *
find_withheld (LoketAct      *act,
               LoketSummary  *summary,
               Ledger        *ledger,
               GString       *extra,
               GError       **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  g_autoptr (LoketReleased) wanted = NULL;
  g_autoptr (LoketPast) past = NULL;
  g_autofree char *request = loket_released_write_request (summary);
  g_autofree char *tables = loket_released_write_tables (summary);

  wanted = loket_released_parse (request, tables, loket_ids_get_order (loket_act_get_id (act)),
                                 error);
  if (wanted == NULL || !compare_facts (database, ledger, wanted, extra, error))
    return NULL;

  past = loket_past_answers_load (database, summary->frame, ledger->first, ledger->facts, error);

  return past != NULL ? loket_audit_find_withheld (past, ledger->released, wanted, error) : NULL;
}

/* Only a report with pages tells what clients wrote about. */
static gboolean
add_themes (LoketAct      *act,
            const Ledger  *ledger,
            const char    *medium,
            LoketRelease  *release,
            GString       *extra,
            GError       **error)
{
  g_autofree char *lines = NULL;

  if (!g_str_equal (medium, LOKET_MEDIUM_PDF) && !g_str_equal (medium, LOKET_MEDIUM_PRINT))
    return TRUE;

  release->themes = loket_released_themes_finish (ledger->themes, loket_act_get_database (act),
                                                  release->summary->request, error);
  if (release->themes == NULL)
    return FALSE;
  lines = loket_released_themes_write (release->themes);
  g_string_append (extra, lines);

  return TRUE;
}

/* The figures as they may leave, with what is known of them already. @extra gets what is to be kept
 * behind their tables. */
static LoketRelease *
audit (LoketAct      *act,
       LoketSummary  *summary,
       const char    *medium,
       GString       *extra,
       GError       **error)
{
  g_auto (Ledger) ledger = { loket_questionnaire_get_id (summary->request->questionnaire) };
  g_autoptr (GHashTable) withheld = NULL;
  g_autoptr (LoketRelease) release = g_new0 (LoketRelease, 1);

  if (read_ledger (loket_act_get_database (act), &ledger, error))
    withheld = find_withheld (act, summary, &ledger, extra, error);
  if (withheld == NULL)
    return NULL;

  release->summary = coarsen (summary, withheld);
  release->n_withheld = g_hash_table_size (withheld);

  return add_themes (act, &ledger, medium, release, extra, error) ? g_steal_pointer (&release)
                                                                   : NULL;
}

static gboolean
remember (LoketAct      *act,
          LoketRelease  *release,
          const char    *medium,
          const char    *extra,
          GError       **error)
{
  g_autofree char *request = loket_released_write_request (release->summary);
  g_autofree char *figures = loket_released_write_tables (release->summary);
  g_autofree char *tables = g_strconcat (figures, extra, NULL);
  const LoketReleaseRow row = { loket_act_get_id (act), loket_act_get_stamp (act),
                                loket_act_get_counsellor (act), medium, request, tables };

  release->id = g_strdup (row.id);

  return loket_release_table_insert (loket_act_get_database (act), &row, error);
}

static gboolean
release_figures (LoketAct  *act,
                 gpointer   input,
                 GError   **error)
{
  Releasing *releasing = input;
  g_autoptr (GString) extra = g_string_new (NULL);

  if (!check_fresh (loket_act_get_database (act), releasing->summary->frame, error)
      || !loket_filter_check (releasing->summary, error))
    return FALSE;

  releasing->release = audit (act, releasing->summary, releasing->medium, extra, error);

  return releasing->release != NULL
         && remember (act, releasing->release, releasing->medium, extra->str, error);
}

/**
 * loket_desk_release:
 * @summary: the figures that are to leave
 * @medium: as what: one of the names above
 * @error: why they may not: %LOKET_ERROR_CONSTRAINT with a sentence for people
 *
 * Lets figures leave, and waits for it: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): what may leave; it is on record already
 */
LoketRelease *
loket_desk_release (LoketDesk     *desk,
                    LoketSummary  *summary,
                    const char    *medium,
                    GError       **error)
{
  Releasing *releasing = create_releasing (summary, medium);
  g_autoptr (LoketDeed) deed = NULL;
  LoketRelease *release = NULL;

  deed = loket_desk_act (desk, "survey.release", release_figures, releasing, error);
  if (deed != NULL)
    release = g_steal_pointer (&releasing->release);
  unref_releasing (releasing);

  return release;
}

static void
figures_released_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  Releasing *releasing = g_task_get_task_data (task);

  if (deed != NULL)
    g_task_return_pointer (task, g_steal_pointer (&releasing->release),
                           (GDestroyNotify) loket_release_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * loket_desk_release_async:
 * @summary: the figures that are to leave
 * @medium: as what: one of the names above
 *
 * Lets figures leave, as loket_desk_release () does.
 */
void
loket_desk_release_async (LoketDesk           *desk,
                          LoketSummary        *summary,
                          const char          *medium,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Releasing *releasing = create_releasing (summary, medium);
  GTask *task = g_task_new (desk, NULL, callback, user_data);

  g_task_set_source_tag (task, loket_desk_release_async);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (releasing), unref_releasing);
  loket_desk_act_async (desk, "survey.release", release_figures, releasing, unref_releasing,
                        cancellable, figures_released_cb, task);
}

/**
 * loket_desk_release_finish:
 *
 * Returns: (transfer full) (nullable): what may leave; it is on record already
 */
LoketRelease *
loket_desk_release_finish (LoketDesk     *desk,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
withdraw (LoketAct  *act,
          gpointer   input,
          GError   **error)
{
  return loket_release_table_remove (loket_act_get_database (act), input, error);
}

/**
 * loket_desk_withdraw_release:
 * @release: of which nothing can have been seen
 * @error: why it stays on record
 *
 * Takes a release back that failed before anybody could see it, and waits for it.
 */
gboolean
loket_desk_withdraw_release (LoketDesk           *desk,
                             const LoketRelease  *release,
                             GError             **error)
{
  g_autoptr (LoketDeed) deed = loket_desk_act (desk, "survey.withdraw", withdraw, release->id,
                                               error);

  return deed != NULL;
}

/**
 * loket_desk_withdraw_release_async:
 * @release: of which nothing can have been seen
 *
 * Takes a release back that failed before anybody could see it.
 */
void
loket_desk_withdraw_release_async (LoketDesk           *desk,
                                   const LoketRelease  *release,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  loket_desk_act_async (desk, "survey.withdraw", withdraw, g_strdup (release->id), g_free,
                        cancellable, callback, user_data);
}

/**
 * loket_desk_withdraw_release_finish:
 *
 * Returns: whether the ledger has forgotten it
 */
gboolean
loket_desk_withdraw_release_finish (LoketDesk     *desk,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (desk, result, error);

  return deed != NULL;
}
