/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The day that the words of a note mean: "vrijdag", "over twee weken", "eind volgende week". */

#pragma once

#include "loket-note-tokens.h"
#include "loket-said-day.h"

G_BEGIN_DECLS

gboolean loket_note_dates_find         (const LoketNoteToken *tokens,
                                        guint                 n_tokens,
                                        const LoketNoteToday *today,
                                        gboolean              plans,
                                        LoketDateText        *date);
gboolean loket_note_dates_is_date_only (const LoketNoteToken *tokens,
                                        guint                 n_tokens);

G_END_DECLS
