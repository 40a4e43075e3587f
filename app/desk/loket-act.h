/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * One act: what a person or a program does in one transaction, logged and undoable. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"
#include "loket-ids.h"
#include "loket-rules.h"

G_BEGIN_DECLS

typedef struct _LoketAct LoketAct;

/* The act that nobody does: in the log it is the program's. */
#define LOKET_ACT_PLAN "plan"

/**
 * LoketDeed:
 * @id: the id of the act, for undoing it
 * @name: what was done: "client.save"
 * @n_created: how many records it made
 * @n_changed: how many it changed
 * @n_removed: how many it removed
 * @subject_id: (nullable): the id of the record that it is about: the first that it made or
 *   changed, unless the act names another
 *
 * What an act did.
 */
typedef struct
{
  char *id;
  char *name;
  guint n_created;
  guint n_changed;
  guint n_removed;
  char *subject_id;
} LoketDeed;

/**
 * LoketActFunc:
 * @act: the act
 * @input: what it was given
 * @error: why it cannot be done
 *
 * Does an act, on the thread that writes. When it fails, nothing is written.
 *
 * Returns: whether it was done
 */
typedef gboolean (*LoketActFunc) (LoketAct  *act,
                                  gpointer   input,
                                  GError   **error);

void               loket_deed_free        (LoketDeed          *deed);
gboolean           loket_deed_is_empty    (const LoketDeed    *deed);

LoketAct          *loket_act_begin        (LoketDatabase      *database,
                                           LoketIds           *ids,
                                           const char         *stamp,
                                           const char         *counsellor,
                                           const char         *name,
                                           const LoketChecks  *checks,
                                           const LoketRules   *rules);
void               loket_act_free         (LoketAct           *self);
LoketDeed         *loket_act_end          (LoketAct           *self,
                                           GError            **error);
LoketDatabase     *loket_act_get_database (LoketAct           *self);
const LoketChecks *loket_act_get_checks   (LoketAct           *self);
const LoketRules  *loket_act_get_rules    (LoketAct           *self);
const char        *loket_act_get_id       (LoketAct           *self);
const char        *loket_act_get_stamp    (LoketAct           *self);
const char        *loket_act_get_counsellor
                                          (LoketAct           *self);
gboolean           loket_act_save         (LoketAct           *self,
                                           LoketDraft         *draft,
                                           GError            **error);
gboolean           loket_act_save_all     (LoketAct           *self,
                                           GPtrArray          *drafts,
                                           GError            **error);
void               loket_act_next_token   (LoketAct           *self,
                                           char                token
                                             [static LOKET_TOKEN_LENGTH + 1]);
void               loket_act_set_subject  (LoketAct           *self,
                                           const char         *id);
gboolean           loket_act_note_form    (LoketAct           *self,
                                           const char         *form_id,
                                           GError            **error);
gboolean           loket_act_restore      (LoketAct           *self,
                                           LoketDraft         *draft,
                                           GError            **error);
gboolean           loket_act_remove       (LoketAct           *self,
                                           LoketRecord        *record,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketAct, loket_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDeed, loket_deed_free)

G_END_DECLS
