/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What was promised and for what somebody is contacted, in the words of the timeline. */

#pragma once

#include "loket-codes.h"
#include "loket-record.h"

G_BEGIN_DECLS

char *loket_contact_words_dup_first_line  (const char  *note);
char *loket_contact_words_format_promise  (LoketRecord *promise,
                                           LoketCodes  *codes);
char *loket_contact_words_format_day      (LoketRecord *promise);
char *loket_contact_words_format_title    (LoketRecord *contact,
                                           LoketRecord *promise,
                                           LoketCodes  *codes);
char *loket_contact_words_format_subtitle (LoketRecord *contact,
                                           LoketRecord *promise,
                                           LoketCodes  *codes);

G_END_DECLS
