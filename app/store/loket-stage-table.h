/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The tests of a kind that went through a stage, the latest first. */

#pragma once

#include "loket-database.h"
#include "loket-date.h"

G_BEGIN_DECLS

/**
 * LoketStageSpan:
 * @from: when a test reached the stage
 * @until: when it left it
 */
typedef struct
{
  LoketDateText from;
  LoketDateText until;
} LoketStageSpan;

GArray *loket_stage_table_load_last (LoketDatabase  *database,
                                     const char     *kind,
                                     guint           stage,
                                     guint           most,
                                     GError        **error);

G_END_DECLS
