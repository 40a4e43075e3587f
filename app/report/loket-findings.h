/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a summary amounts to, in sentences. Only what is significant is told. */

#pragma once

#include "loket-summary.h"

G_BEGIN_DECLS

typedef struct
{
  char *sentence; /* (owned) */
  char *note; /* (owned) what the sentence rests on */
} LoketFinding;

void       loket_finding_free        (LoketFinding       *finding);

char      *loket_findings_title      (const LoketSummary *summary,
                                      const char         *language);
char      *loket_findings_changes    (const LoketSummary *summary,
                                      const char         *language);
char      *loket_findings_note       (const LoketSummary *summary,
                                      const char         *language);
void       loket_findings_add_groups (LoketRequest       *request);
GPtrArray *loket_findings_groups     (const LoketSummary *summary,
                                      const char         *language,
                                      guint               most);
GPtrArray *loket_findings_waves      (const LoketSummary *summary,
                                      const char         *language);
char      *loket_findings_how_to_read
                                     (const LoketSummary *summary);
char      *loket_findings_grouping   (const LoketQuestionSummary *question,
                                      const LoketGrouping        *by,
                                      const char                 *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketFinding, loket_finding_free)

G_END_DECLS
