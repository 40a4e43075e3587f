/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office agreed on: intervals with the day from which they hold, days on which it is
 * closed, who works when, and who stands in for whom. */

#pragma once

#include "loket-rule.h"
#include "loket-working-days.h"

G_BEGIN_DECLS

typedef struct _LoketRules LoketRules;

/* The setting that says whether the office is closed on Good Friday: "1" or "0". */
#define LOKET_SETTING_GOOD_FRIDAY "closed.good_friday"

LoketRules *
         loket_rules_new            (void);
LoketRules *
         loket_rules_ref            (LoketRules       *self);
void     loket_rules_unref          (LoketRules       *self);
gboolean loket_rules_equal          (const LoketRules *self,
                                     const LoketRules *other);
void     loket_rules_add_setting    (LoketRules       *self,
                                     const char       *name,
                                     const char       *valid_from,
                                     const char       *value);
void     loket_rules_add_closure    (LoketRules       *self,
                                     const char       *from,
                                     const char       *until);
void     loket_rules_add_counsellor (LoketRules       *self,
                                     const char       *id,
                                     const char       *week_days,
                                     gboolean          is_active,
                                     gboolean          is_team_lead);
void     loket_rules_add_absence    (LoketRules       *self,
                                     const char       *counsellor_id,
                                     const char       *from,
                                     const char       *until,
                                     const char       *substitute_id);

int      loket_rules_get            (const LoketRules *self,
                                     LoketRule         rule,
                                     const char       *on);
const char *
         loket_rules_get_value      (const LoketRules *self,
                                     LoketRule         rule,
                                     const char       *on);
const char *
         loket_rules_get_text       (const LoketRules *self,
                                     const char       *name,
                                     const char       *on);
guint    loket_rules_get_numbers    (const LoketRules *self,
                                     LoketRule         rule,
                                     const char       *on,
                                     int               numbers[static LOKET_MOST_AFTERCARE]);
const LoketWorkingDays *
         loket_rules_get_days       (const LoketRules *self,
                                     const char       *counsellor_id);
LoketDateText
         loket_rules_get_due        (const LoketRules *self,
                                     const char       *counsellor_id,
                                     LoketRule         rule,
                                     const char       *date);
const char *
         loket_rules_find_owner     (const LoketRules *self,
                                     const char       *counsellor_id,
                                     const char       *date);
gboolean loket_rules_does_work      (const LoketRules *self,
                                     const char       *owner_id,
                                     const char       *counsellor_id,
                                     const char       *date);
GStrv    loket_rules_dup_owned      (const LoketRules *self,
                                     const char       *owner_id,
                                     const char       *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRules, loket_rules_unref)

G_END_DECLS
