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
  g_autoptr (LoketRules) rules = loket_rules_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      LoketRecordTable *table = loket_record_table_get (database, parts[i].kind);

      if (!loket_record_table_for_each (table, parts[i].add, rules, error))
        return NULL;
    }

  return g_steal_pointer (&rules);
}
