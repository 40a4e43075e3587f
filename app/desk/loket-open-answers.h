/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The open answers to a questionnaire: all for who reviews them, for others what was released. */

#pragma once

#include "loket-desk.h"
#include "loket-open-answer.h"
#include "loket-questionnaire.h"
#include "loket-selection.h"
#include "loket-themes.h"

G_BEGIN_DECLS

/**
 * LoketOpenQuestion:
 * @item: an open item
 * @answers: (element-type LoketOpenAnswer): all in the order in which they came for who reviews;
 *   for others those that were released, by their words, so that nobody's place tells who it was
 * @n_answered: how many wrote something
 * @n_reviewed: about how many it was decided
 * @n_shown: how many were released
 * @themes: what they are about; for who may not review with few hidden
 * @is_hidden: whether 1 to 4 wrote something, too few to show, or it would tell of another office
 * @hides_themes: whether themes are not shown either, since those of one office beside those of all
 *   would tell of the others
 *
 * What was written in answer to one question.
 */
typedef struct
{
  const LoketItem *item;
  GPtrArray *answers;
  guint n_answered;
  guint n_reviewed;
  guint n_shown;
  LoketThemes themes;
  gboolean is_hidden;
  gboolean hides_themes;
} LoketOpenQuestion;

/**
 * LoketOpenAnswers:
 * @questionnaire: (owned): what was asked
 * @may_review: whether who works at the desk may decide
 * @questions: (element-type LoketOpenQuestion): the open items of the questionnaire
 *
 * The open answers of a period.
 */
typedef struct
{
  LoketQuestionnaire *questionnaire;
  gboolean may_review;
  GPtrArray *questions;
} LoketOpenAnswers;

void              loket_open_answers_free              (LoketOpenAnswers      *self);
gboolean          loket_open_answers_can_tell          (const LoketSelection  *selection);
LoketOpenAnswers *loket_desk_load_open_answers         (LoketDesk             *desk,
                                                        LoketQuestionnaire    *questionnaire,
                                                        const LoketSelection  *selection,
                                                        GError               **error);
void              loket_desk_load_open_answers_async   (LoketDesk             *desk,
                                                        LoketQuestionnaire    *questionnaire,
                                                        const LoketSelection  *selection,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
LoketOpenAnswers *loket_desk_load_open_answers_finish  (LoketDesk             *desk,
                                                        GAsyncResult          *result,
                                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketOpenAnswers, loket_open_answers_free)

G_END_DECLS
