/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads settings, closing days, counsellors and absences, and puts them together. */

#include "loket-office-rules.h"

#include "loket-absence.h"
#include "loket-closure.h"
#include "loket-counsellor.h"
#include "loket-record-table.h"
#include "loket-setting.h"

static gboolean
add_setting (LoketRecord  *setting,
             gpointer      rules,
             GError      **error)
{
  loket_rules_add_setting (rules, loket_record_get_text (setting, LOKET_SETTING_NAME),
                           loket_record_get_text (setting, LOKET_SETTING_VALID_FROM),
                           loket_record_get_text (setting, LOKET_SETTING_VALUE));

  return TRUE;
}

static gboolean
add_closure (LoketRecord  *closure,
             gpointer      rules,
             GError      **error)
{
  loket_rules_add_closure (rules, loket_record_get_text (closure, LOKET_CLOSURE_FROM),
                           loket_record_get_text (closure, LOKET_CLOSURE_UNTIL));

  return TRUE;
}

static gboolean
add_counsellor (LoketRecord  *counsellor,
                gpointer      rules,
                GError      **error)
{
  loket_rules_add_counsellor (rules, loket_record_get_id (counsellor),
                              loket_record_get_value (counsellor, LOKET_COUNSELLOR_WEEK_DAYS),
                              loket_record_get_flag (counsellor, LOKET_COUNSELLOR_ACTIVE),
                              loket_counsellor_is_team_lead (LOKET_COUNSELLOR (counsellor)));

  return TRUE;
}

static gboolean
add_absence (LoketRecord  *absence,
             gpointer      rules,
             GError      **error)
{
  loket_rules_add_absence (rules, loket_record_get_text (absence, LOKET_ABSENCE_COUNSELLOR),
                           loket_record_get_text (absence, LOKET_ABSENCE_FROM),
                           loket_record_get_text (absence, LOKET_ABSENCE_UNTIL),
                           loket_record_get_value (absence, LOKET_ABSENCE_SUBSTITUTE));

  return TRUE;
}

/* Absences stand behind the counsellors whose they are. */
static const struct
{
  const LoketKind *kind;
  LoketRecordFunc add;
} parts[] = {
  { &loket_setting_kind, add_setting },
  { &loket_closure_kind, add_closure },
  { &loket_counsellor_kind, add_counsellor },
  { &loket_absence_kind, add_absence },
};

/* Reads a part as it will be. */
typedef struct
{
  LoketRecordFunc add;
  const LoketOfficeChange *change;  /* (nullable) */
  LoketRules *rules;
} Reading;

/* A setting is known by its name and its day, also when it is chosen anew. */
static gboolean
is_changed (const LoketOfficeChange *change,
            LoketRecord             *record)
{
  if (change == NULL || loket_record_get_kind (record) != loket_draft_get_kind (change->draft))
    return FALSE;
  if (g_strcmp0 (loket_record_get_id (record), loket_draft_get_id (change->draft)) == 0)
    return TRUE;

  return loket_record_get_kind (record) == &loket_setting_kind
         && g_str_equal (loket_record_get_text (record, LOKET_SETTING_NAME),
                         loket_draft_get_text (change->draft, LOKET_SETTING_NAME))
         && g_str_equal (loket_record_get_text (record, LOKET_SETTING_VALID_FROM),
                         loket_draft_get_text (change->draft, LOKET_SETTING_VALID_FROM));
}

static gboolean
add_unchanged (LoketRecord  *record,
               gpointer      user_data,
               GError      **error)
{
  const Reading *reading = user_data;

  return is_changed (reading->change, record) || reading->add (record, reading->rules, error);
}

static gboolean
add_changed (const Reading  *reading,
             GError        **error)
{
  const LoketDraft *draft = reading->change->draft;
  const LoketKind *kind = loket_draft_get_kind (draft);
  const char *id = loket_draft_get_id (draft);
  g_autofree const char **values = g_new0 (const char *, kind->n_fields);
  g_autoptr (LoketRecord) record = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    values[i] = loket_draft_get_value (draft, i);
  record = loket_record_new (kind, id != NULL ? id : "", 1, values);

  return reading->add (record, reading->rules, error);
}

/**
 * loket_office_rules_load:
 * @database: a connection, inside a transaction
 *
 * Returns: (transfer full) (nullable): what the office agreed on
 */
LoketRules *
loket_office_rules_load (LoketDatabase  *database,
                         GError        **error)
{
  return loket_office_rules_load_after (database, NULL, error);
}

/**
 * loket_office_rules_load_after:
 * @database: a connection, inside a transaction
 * @change: (nullable): a change that is not stored yet
 *
 * Returns: (transfer full) (nullable): what the office will have agreed on after the change
 */
LoketRules *
loket_office_rules_load_after (LoketDatabase            *database,
                               const LoketOfficeChange  *change,
                               GError                  **error)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      LoketRecordTable *table = loket_record_table_get (database, parts[i].kind);
      Reading reading = { parts[i].add, change, rules };

      if (!loket_record_table_for_each (table, add_unchanged, &reading, error))
        return NULL;
      if (change != NULL && !change->is_removed
          && loket_draft_get_kind (change->draft) == parts[i].kind
          && !add_changed (&reading, error))
        return NULL;
    }

  return g_steal_pointer (&rules);
}
