/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act by which an open answer is released, or kept back. */

#pragma once

#include "loket-desk.h"
#include "loket-open-answer.h"

G_BEGIN_DECLS

LoketReview *loket_desk_create_review (LoketDesk           *desk,
                                       LoketOpenAnswer     *answer,
                                       LoketReviewState     state);
void         loket_desk_review_async  (LoketDesk           *desk,
                                       LoketOpenAnswer     *answer,
                                       LoketReviewState     state,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);

G_END_DECLS
