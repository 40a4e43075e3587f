/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is said of those who can be invited to the survey, and of those who are not. */

#pragma once

#include "loket-candidates.h"

G_BEGIN_DECLS

char *loket_invitation_words_format_open     (const LoketCandidates *candidates,
                                              const LoketSurveyRow  *candidate);
char *loket_invitation_words_format_excluded (LoketCandidates       *candidates,
                                              LoketCodes            *codes,
                                              const LoketSurveyRow  *candidate);
char *loket_invitation_words_format_counts   (LoketCandidates       *candidates,
                                              LoketCodes            *codes);
char *loket_invitation_words_format_summary  (const LoketCandidates *candidates);

G_END_DECLS
