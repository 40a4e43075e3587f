/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Dates, lateness and other facts in words. */

#pragma once

#include "loket-rules.h"

G_BEGIN_DECLS

char *loket_sentences_format_day       (const char *date);
char *loket_sentences_format_year_day  (const char *date,
                                        const char *today);
char *loket_sentences_format_short_day (const char *date);
char *loket_sentences_format_full_day  (const char *date);
char *loket_sentences_format_date      (const char *date);
char *loket_sentences_format_dated     (const char *date);
char *loket_sentences_format_weekday   (const char *date);
char *loket_sentences_format_week      (const char *date);
char *loket_sentences_format_month     (const char *date);
char *loket_sentences_format_due       (const char       *due_on,
                                        const LoketRules *rules,
                                        const char       *today,
                                        gboolean         *is_late);
char *loket_sentences_format_day_off   (const char       *date,
                                        const LoketRules *rules,
                                        const char       *counsellor_id);
char *loket_sentences_format_distance  (const char *date,
                                        const char *today);

G_END_DECLS
