/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is told of how the work went, of each counsellor or office. */

#pragma once

#include "loket-process-tally.h"

G_BEGIN_DECLS

/**
 * LoketProcessUnit:
 * @counsellor: (nullable): the code of a counsellor; NULL by office, and of one of another office,
 *   whom a team lead sees as a point without a name
 * @office: (nullable): the name of the office; NULL where @counsellor may not be known
 * @figures: by kind
 * @spreads: (nullable) (element-type LoketProcessCount): by kind how often each value occurred;
 *   NULL where the figure is hidden or a share, and where @counsellor may not be known
 */
typedef struct
{
  char *counsellor;
  char *office;
  LoketProcessFigure figures[LOKET_N_PROCESS_KINDS];
  GArray *spreads[LOKET_N_PROCESS_KINDS];
} LoketProcessUnit;

/**
 * LoketProcess:
 * @by_office: whether the units are offices, else counsellors
 * @agreed: by kind the days that the office agreed on at the end of the period; NaN: none
 * @units: (element-type LoketProcessUnit): counsellors by code, or offices by name
 */
typedef struct
{
  gboolean   by_office;
  double     agreed[LOKET_N_PROCESS_KINDS];
  GPtrArray *units;
} LoketProcess;

LoketProcessUnit *loket_process_unit_new       (const char       *counsellor,
                                                const char       *office);
void              loket_process_unit_hide      (LoketProcessUnit *unit,
                                                LoketProcessKind  kind);
void              loket_process_unit_take_name (LoketProcessUnit *unit);
void              loket_process_unit_free      (LoketProcessUnit *unit);

LoketProcess     *loket_process_new            (const LoketRules *rules,
                                                const char       *on,
                                                gboolean          by_office);
void              loket_process_free           (LoketProcess     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketProcess, loket_process_free)

G_END_DECLS
