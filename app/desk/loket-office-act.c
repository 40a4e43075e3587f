/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Changes what the office agreed on, and plans by it in the same act. */

#include "loketten-config.h"

#include "loket-office-act.h"

#include "loket-absence.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-course-plans.h"
#include "loket-error.h"
#include "loket-office-rules.h"
#include "loket-record-table.h"
#include "loket-replan-act.h"
#include "loket-setting.h"
#include "loket-trajectory.h"
#include "loket-worklist-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* After every moment: what was put off counts, too. */
#define ALWAYS "9999-12-31T23:59"

/* A change that is asked for. */
typedef struct
{
  LoketDraft *draft;
  gboolean removes;
  LoketDateText today;
} Request;

static Request *
create_request (LoketDesk        *desk,
                const LoketDraft *draft,
                gboolean          removes)
{
  Request *request = g_new0 (Request, 1);

  request->draft = loket_draft_copy (draft);
  request->removes = removes;
  request->today = loket_desk_get_today (desk);

  return request;
}

static void
free_request (Request *request)
{
  loket_draft_free (request->draft);
  g_free (request);
}

static void
free_line (LoketPreviewLine *line)
{
  g_free (line->client_name);
  g_free (line->kind);
  g_free (line->from);
  g_free (line->until);
  g_free (line);
}

void
loket_preview_free (LoketPreview *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static gboolean
check_setting (const LoketDraft  *draft,
               GError           **error)
{
  const char *name = loket_draft_get_text (draft, LOKET_SETTING_NAME);
  int rule = loket_rule_find (name);
  const LoketRuleFacts *facts;

  if (rule < 0
      || loket_rule_is_valid ((LoketRule) rule, loket_draft_get_text (draft, LOKET_SETTING_VALUE)))
    return TRUE;

  facts = loket_rule_get_facts ((LoketRule) rule);
  if (facts->n_most == 1)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                 _("This can be a whole number from %d to %d"), facts->least, facts->most);
  else
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                 _("This can be up to %u whole numbers from %d to %d, the smallest first: "
                   "2, 6, 12"),
                 facts->n_most, facts->least, facts->most);

  return FALSE;
}

/* Whoever stands in may be away as well, and then others: but not in a circle. */
static gboolean
check_absence (const LoketDraft  *draft,
               const LoketRules  *rules,
               GError           **error)
{
  const char *substitute_id = loket_draft_get_value (draft, LOKET_ABSENCE_SUBSTITUTE);
  const char *until = loket_draft_get_text (draft, LOKET_ABSENCE_UNTIL);
  LoketDateText day = loket_date_add_days (loket_draft_get_text (draft, LOKET_ABSENCE_FROM), 0);

  for (; substitute_id != NULL && strcmp (day.text, until) <= 0;
       day = loket_date_add_days (day.text, 1))
    {
      if (loket_rules_find_owner (rules, substitute_id, day.text) != NULL)
        continue;

      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("Who stands in is away on %s as well, and nobody stands in then. Choose "
                     "somebody else, or other days"), day.text);
      return FALSE;
    }

  return TRUE;
}

/* Two at once could name two who stand in. */
static gboolean
check_overlap (const LoketDraft  *draft,
               LoketDatabase     *database,
               GError           **error)
{
  g_autoptr (GPtrArray) absences = NULL;

  absences = loket_record_table_load_where (
      loket_record_table_get (database, &loket_absence_kind), LOKET_ABSENCE_COUNSELLOR,
      loket_draft_get_text (draft, LOKET_ABSENCE_COUNSELLOR), error);
  for (guint i = 0; absences != NULL && i < absences->len; i++)
    {
      LoketRecord *absence = absences->pdata[i];
      const char *from = loket_record_get_text (absence, LOKET_ABSENCE_FROM);
      const char *until = loket_record_get_text (absence, LOKET_ABSENCE_UNTIL);

      if (g_strcmp0 (loket_record_get_id (absence), loket_draft_get_id (draft)) == 0
          || strcmp (until, loket_draft_get_text (draft, LOKET_ABSENCE_FROM)) < 0
          || strcmp (from, loket_draft_get_text (draft, LOKET_ABSENCE_UNTIL)) > 0)
        continue;

      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("An absence from %s until %s is there already. Change that one, or choose "
                     "other days"), from, until);
      return FALSE;
    }

  return absences != NULL;
}

static gboolean
check_change (const Request     *request,
              LoketDatabase     *database,
              const LoketRules  *rules,
              GError           **error)
{
  const LoketKind *kind = loket_draft_get_kind (request->draft);

  if (request->removes)
    return TRUE;
  if (kind == &loket_setting_kind)
    return check_setting (request->draft, error);
  if (kind == &loket_absence_kind)
    return check_overlap (request->draft, database, error)
           && check_absence (request->draft, rules, error);

  return TRUE;
}

/* The rules as they will be; NULL when the change cannot be. */
static LoketRules *
load_rules (LoketDatabase  *database,
            const Request  *request,
            GError        **error)
{
  const LoketOfficeChange change = { request->draft, request->removes };
  g_autoptr (LoketRules) rules = loket_office_rules_load_after (database, &change, error);

  return rules != NULL && check_change (request, database, rules, error) ? g_steal_pointer (&rules)
                                                                         : NULL;
}

/* What is being gathered. */
typedef struct
{
  LoketDatabase *database;
  LoketPreview *preview;
} Previewing;

static char *
load_client_name (LoketDatabase  *database,
                  const char     *trajectory_id,
                  GError        **error)
{
  g_autoptr (LoketRecord) trajectory = NULL;
  g_autoptr (LoketRecord) client = NULL;

  trajectory = loket_record_table_load (loket_record_table_get (database, &loket_trajectory_kind),
                                        trajectory_id, error);
  if (trajectory != NULL)
    client = loket_record_table_load (loket_record_table_get (database, &loket_client_kind),
                                      loket_record_get_text (trajectory,
                                                             LOKET_TRAJECTORY_CLIENT_NO),
                                      error);

  return client != NULL ? loket_client_dup_display_name (LOKET_CLIENT (client)) : NULL;
}

static gboolean
add_line (Previewing            *previewing,
          const LoketCourseRow  *row,
          const char            *kind,
          const char            *from,
          const char            *until,
          GError               **error)
{
  LoketPreviewLine *line;
  char *name;

  if (previewing->preview->lines->len == LOKET_PREVIEW_MOST)
    return TRUE;

  name = load_client_name (previewing->database, row->trajectory_id, error);
  if (name == NULL)
    return FALSE;

  line = g_new0 (LoketPreviewLine, 1);
  line->client_name = name;
  line->kind = g_strdup (kind);
  line->from = g_strdup (from);
  line->until = g_strdup (until);
  g_ptr_array_add (previewing->preview->lines, line);

  return TRUE;
}

static gboolean
note_changes (const LoketCourseRow    *row,
              const LoketPlanChanges  *changes,
              gpointer                 user_data,
              GError                 **error)
{
  Previewing *previewing = user_data;
  gboolean done = TRUE;

  for (guint i = 0; i < changes->moved->len && done; i++)
    {
      const LoketMovedDue *moved = &g_array_index (changes->moved, LoketMovedDue, i);

      done = add_line (previewing, row, loket_record_get_text (moved->contact, LOKET_CONTACT_KIND),
                       loket_record_get_text (moved->contact, LOKET_CONTACT_DUE_ON),
                       moved->due_on.text, error);
    }
  for (guint i = 0; i < changes->missing->len && done; i++)
    {
      const LoketPlannedDue *due = &g_array_index (changes->missing, LoketPlannedDue, i);

      done = add_line (previewing, row, due->kind, NULL, due->due_on.text, error);
    }
  for (guint i = 0; i < changes->needless->len && done; i++)
    {
      LoketRecord *contact = changes->needless->pdata[i];

      done = add_line (previewing, row, loket_record_get_text (contact, LOKET_CONTACT_KIND),
                       loket_record_get_text (contact, LOKET_CONTACT_DUE_ON), NULL, error);
    }

  previewing->preview->n_moved += changes->moved->len;
  previewing->preview->n_made += changes->missing->len;
  previewing->preview->n_cancelled += changes->needless->len;

  return done;
}

/* Adds how much of @type falls in an absence. */
static gboolean
count_absence (LoketDatabase     *database,
               const LoketDraft  *absence,
               LoketWorkType      type,
               guint             *count,
               GError           **error)
{
  const char *until = loket_draft_get_text (absence, LOKET_ABSENCE_UNTIL);
  const LoketWorkQuery query = { .type = type,
                                 .counsellor_id = loket_draft_get_text (absence,
                                                                        LOKET_ABSENCE_COUNSELLOR),
                                 .from = loket_draft_get_text (absence, LOKET_ABSENCE_FROM),
                                 .until = until,
                                 .most = G_MAXINT };
  gint64 found = loket_worklist_table_count (database, &query, ALWAYS, error);

  if (found > 0)
    *count += (guint) found;

  return found >= 0;
}

static gboolean
count_work (LoketDatabase  *database,
            const Request  *request,
            LoketPreview   *preview,
            GError        **error)
{
  const LoketDraft *draft = request->draft;

  if (request->removes || loket_draft_get_kind (draft) != &loket_absence_kind)
    return TRUE;

  return count_absence (database, draft, LOKET_WORK_CONTACT, &preview->n_due, error)
         && count_absence (database, draft, LOKET_WORK_PROMISE, &preview->n_due, error)
         && count_absence (database, draft, LOKET_WORK_APPOINTMENT, &preview->n_appointments,
                           error);
}

static gpointer
load_preview (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  const Request *request = input;
  g_autoptr (LoketRules) rules = load_rules (database, request, error);
  g_autoptr (LoketPreview) preview = g_new0 (LoketPreview, 1);
  Previewing previewing = { database, preview };

  preview->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  if (rules == NULL
      || !loket_course_plans_for_each (database, rules, request->today.text, note_changes,
                                       &previewing, error)
      || !count_work (database, request, preview, error))
    return NULL;

  return g_steal_pointer (&preview);
}

/**
 * loket_desk_preview_office_async:
 * @draft: a setting, closing days, a counsellor or an absence, as it would be
 * @removes: whether it would be there no more
 *
 * Works out what loket_desk_change_office_async () would do to the contacts that there are. Nothing
 * is written.
 */
void
loket_desk_preview_office_async (LoketDesk           *desk,
                                 const LoketDraft    *draft,
                                 gboolean             removes,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  loket_desk_read_async (desk, load_preview, create_request (desk, draft, removes),
                         (GDestroyNotify) free_request, (GDestroyNotify) loket_preview_free,
                         cancellable, callback, user_data);
}

/**
 * loket_desk_preview_office_finish:
 * @error: %LOKET_ERROR_INVALID, with a sentence for the person, when the change cannot be
 *
 * Returns: (transfer full) (nullable): what the change would change
 */
LoketPreview *
loket_desk_preview_office_finish (LoketDesk     *desk,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}

/* A setting that is chosen anew for the same day changes the one that there is. */
static gboolean
find_setting (LoketAct     *act,
              LoketDraft  **draft,
              GError      **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_setting_kind);
  g_autoptr (GPtrArray) settings = NULL;

  if (loket_draft_get_kind (*draft) != &loket_setting_kind || !loket_draft_is_new (*draft))
    return TRUE;

  settings = loket_record_table_load_where (table, LOKET_SETTING_NAME,
                                            loket_draft_get_text (*draft, LOKET_SETTING_NAME),
                                            error);
  for (guint i = 0; settings != NULL && i < settings->len; i++)
    {
      LoketRecord *setting = settings->pdata[i];
      LoketDraft *changed;

      if (!g_str_equal (loket_record_get_text (setting, LOKET_SETTING_VALID_FROM),
                        loket_draft_get_text (*draft, LOKET_SETTING_VALID_FROM)))
        continue;
      changed = loket_draft_new_from_record (setting);
      loket_draft_set_value (changed, LOKET_SETTING_VALUE,
                             loket_draft_get_value (*draft, LOKET_SETTING_VALUE));
      loket_draft_free (*draft);
      *draft = changed;
      break;
    }

  return settings != NULL;
}

static gboolean
store_change (LoketAct  *act,
              Request   *request,
              GError   **error)
{
  g_autoptr (LoketRecord) record = NULL;
  LoketRecordTable *table;

  if (!request->removes)
    return find_setting (act, &request->draft, error)
           && loket_act_save (act, request->draft, error);

  table = loket_record_table_get (loket_act_get_database (act),
                                  loket_draft_get_kind (request->draft));
  record = loket_record_table_load (table, loket_draft_get_id (request->draft), error);

  return record != NULL && loket_act_remove (act, record, error);
}

static gboolean
change_office (LoketAct  *act,
               gpointer   input,
               GError   **error)
{
  Request *request = input;
  g_autoptr (LoketRules) rules = load_rules (loket_act_get_database (act), request, error);
  LoketReplanned replanned;

  return rules != NULL && store_change (act, request, error)
         && loket_step_replan (act, rules, &replanned, error);
}

/**
 * loket_desk_change_office_async:
 * @draft: a setting, closing days, a counsellor or an absence, as it will be
 * @removes: whether it is to be there no more
 *
 * Changes what the office agreed on and plans by it, in one act. What a person moved, handed over
 * or closed stays. It ends with loket_desk_act_finish ().
 */
void
loket_desk_change_office_async (LoketDesk           *desk,
                                const LoketDraft    *draft,
                                gboolean             removes,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  loket_desk_act_async (desk, "office.change", change_office,
                        create_request (desk, draft, removes), (GDestroyNotify) free_request,
                        cancellable, callback, user_data);
}
