/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What stands in a report besides the figures of the survey: how the work went, and what clients
 * wrote. */

#pragma once

#include "loket-item.h"
#include "loket-process-figures.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What was written in answer to one question, as it may be read by everybody. */
typedef struct
{
  const LoketItem *item; /* borrowed from the questionnaire */
  GPtrArray       *texts; /* (owned) of char, by their words */
} LoketReportQuotes;

typedef struct
{
  GObject      *questionnaire; /* (owned) (nullable) to which the items belong */
  LoketProcess *process; /* (owned) (nullable) */
  GPtrArray    *quotes; /* (owned) of LoketReportQuotes */
  GPtrArray    *themes; /* (owned) (nullable) of LoketThemes */
} LoketReportAnnex;

LoketReportAnnex *loket_report_annex_new       (LoketProcess     *process);
void              loket_report_annex_free      (LoketReportAnnex *annex);
GPtrArray        *loket_report_annex_add_quotes
                                               (LoketReportAnnex *annex,
                                                const LoketItem  *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReportAnnex, loket_report_annex_free)

G_END_DECLS
