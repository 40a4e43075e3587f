/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What was decided about the open answers of a response, and what others may see of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for words that were masked, however long they are. */
#define LOKET_REVIEW_MASK "█████"

/**
 * LoketReviewState:
 * @LOKET_REVIEW_NONE: nobody has looked at the text as it is now
 * @LOKET_REVIEW_SHOWN: everybody may see it, but for what is masked
 * @LOKET_REVIEW_WITHHELD: nobody else sees it
 */
typedef enum
{
  LOKET_REVIEW_NONE,
  LOKET_REVIEW_SHOWN,
  LOKET_REVIEW_WITHHELD
} LoketReviewState;

/* A part of a text: from one character up to another, which is not in it. */
typedef struct
{
  guint start;
  guint end;
} LoketSpan;

/**
 * LoketReview:
 * @state: what was decided
 * @who: (nullable): by whom: the code of a counsellor, or the name of a program
 * @on: (nullable): on which day
 * @masks: (element-type LoketSpan): what is masked, in order, nothing twice
 *
 * The review of one open answer.
 */
typedef struct
{
  LoketReviewState state;
  char *who;
  char *on;
  GArray *masks;
} LoketReview;

LoketReview *loket_review_new         (void);
void         loket_review_free        (LoketReview       *review);
LoketReview *loket_review_read        (const char        *packed,
                                       const char        *item,
                                       const char        *text);
char        *loket_review_write       (const char        *packed,
                                       const char        *item,
                                       const char        *text,
                                       const LoketReview *review);
char        *loket_review_mask        (const char        *text,
                                       const GArray      *masks);
char        *loket_review_release     (const char        *answers,
                                       const char        *packed);
char        *loket_review_fill_in     (const char        *given,
                                       const char        *answers,
                                       const char        *packed);
GArray      *loket_spans_new          (void);
gboolean     loket_spans_cover        (const GArray      *spans,
                                       guint              start,
                                       guint              end);
void         loket_spans_add          (GArray            *spans,
                                       guint              start,
                                       guint              end);
void         loket_spans_take         (GArray            *spans,
                                       guint              start,
                                       guint              end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReview, loket_review_free)

G_END_DECLS
