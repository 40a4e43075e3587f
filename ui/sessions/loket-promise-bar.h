/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The promise in which the cursor stands: what would be recorded of it with one key. */

#pragma once

#include "loket-desk.h"
#include "loket-form.h"
#include "loket-note-view.h"
#include "loket-promise-language.h"

G_BEGIN_DECLS

#define LOKET_TYPE_PROMISE_BAR (loket_promise_bar_get_type ())

G_DECLARE_FINAL_TYPE (LoketPromiseBar, loket_promise_bar, LOKET, PROMISE_BAR, AdwBin)

void  loket_promise_bar_set_form    (LoketPromiseBar     *self,
                                     LoketForm           *form,
                                     LoketDesk           *desk);
void  loket_promise_bar_mark        (LoketPromiseBar     *self,
                                     LoketNoteView       *note);
void  loket_promise_bar_follow      (LoketPromiseBar     *self,
                                     LoketNoteView       *note);
char *loket_promise_bar_dup_promise (LoketPromiseBar     *self,
                                     LoketPromiseFinding *finding);

G_END_DECLS
