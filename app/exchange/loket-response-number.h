/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The number under which a response is kept, and the respondent's id that it was made of. */

#pragma once

#include "loket-csv-reader.h"

G_BEGIN_DECLS

char *loket_response_number_create         (const char     *questionnaire,
                                            LoketCsvField   respondent,
                                            const char     *wave);
char *loket_response_number_dup_respondent (const char     *number,
                                            const char     *wave);

G_END_DECLS
