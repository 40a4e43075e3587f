/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which responses are looked at: those of a period, with certain groups only. */

#pragma once

#include "loket-frame.h"
#include "loket-period.h"

G_BEGIN_DECLS

typedef struct _LoketSelection LoketSelection;

/* Rows are looked at in blocks small enough to stay in the nearest cache. */
#define LOKET_BLOCK_ROWS 8192

LoketSelection    *loket_selection_new            (const LoketPeriod     *period);
LoketSelection    *loket_selection_copy           (const LoketSelection  *selection);
void               loket_selection_free           (LoketSelection        *selection);
void               loket_selection_add            (LoketSelection        *selection,
                                                   const LoketGrouping   *grouping,
                                                   const char            *value);
void               loket_selection_remove         (LoketSelection        *selection,
                                                   LoketGroupingKind      kind);
void               loket_selection_set_period     (LoketSelection        *selection,
                                                   const LoketPeriod     *period);
const LoketPeriod *loket_selection_get_period     (const LoketSelection  *selection);
guint              loket_selection_get_n_filters  (const LoketSelection  *selection);
void               loket_selection_get_filter     (const LoketSelection  *selection,
                                                   guint                  index,
                                                   LoketGrouping         *grouping,
                                                   const char           **value);

/* A selection with its values looked up in one frame. */
typedef struct _LoketSelectionPlan LoketSelectionPlan;

LoketSelectionPlan *loket_selection_plan_new      (const LoketSelection      *selection,
                                                   LoketFrame                *frame);
void                loket_selection_plan_free     (LoketSelectionPlan        *plan);
guint               loket_selection_plan_pick     (const LoketSelectionPlan  *plan,
                                                   gsize                      first_row,
                                                   guint                      n_rows,
                                                   guint16                   *picked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSelection, loket_selection_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketSelectionPlan, loket_selection_plan_free)

G_END_DECLS
