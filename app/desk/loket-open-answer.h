/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An open answer in a list: as it was given for who reviews it, as it was released for others. */

#pragma once

#include "loket-item.h"
#include "loket-review.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LOKET_TYPE_OPEN_ANSWER (loket_open_answer_get_type ())

G_DECLARE_FINAL_TYPE (LoketOpenAnswer, loket_open_answer, LOKET, OPEN_ANSWER, GObject)

LoketOpenAnswer  *loket_open_answer_new             (const char        *response_id,
                                                     const LoketItem   *item,
                                                     const char        *text,
                                                     LoketReview       *review);
LoketOpenAnswer  *loket_open_answer_new_released    (const LoketItem   *item,
                                                     const char        *text);
void              loket_open_answer_look_for_names  (LoketOpenAnswer   *self,
                                                     GHashTable        *names);
gboolean          loket_open_answer_is_same         (LoketOpenAnswer   *self,
                                                     LoketOpenAnswer   *other);
void              loket_open_answer_follow          (LoketOpenAnswer   *self,
                                                     LoketOpenAnswer   *other);
const char       *loket_open_answer_get_response_id (LoketOpenAnswer   *self);
const LoketItem  *loket_open_answer_get_item        (LoketOpenAnswer   *self);
const char       *loket_open_answer_get_kept_text   (LoketOpenAnswer   *self);
const char       *loket_open_answer_get_text        (LoketOpenAnswer   *self);
char             *loket_open_answer_dup_masked      (LoketOpenAnswer   *self);
int               loket_open_answer_get_theme       (LoketOpenAnswer   *self);
LoketReviewState  loket_open_answer_get_state       (LoketOpenAnswer   *self);
const char       *loket_open_answer_get_who         (LoketOpenAnswer   *self);
const char       *loket_open_answer_get_on          (LoketOpenAnswer   *self);
const GArray     *loket_open_answer_get_masks       (LoketOpenAnswer   *self);
const GArray     *loket_open_answer_get_words       (LoketOpenAnswer   *self);
gboolean          loket_open_answer_is_proposed     (LoketOpenAnswer   *self);
void              loket_open_answer_toggle_word     (LoketOpenAnswer   *self,
                                                     guint              word);
LoketReview      *loket_open_answer_create_review   (LoketOpenAnswer   *self,
                                                     LoketReviewState   state,
                                                     const char        *who,
                                                     const char        *on);
void              loket_open_answer_set_review      (LoketOpenAnswer   *self,
                                                     LoketReview       *review);

G_END_DECLS
