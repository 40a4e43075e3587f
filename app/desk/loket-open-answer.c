/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is masked while somebody reviews is kept here, and in the store only when it is released. */

#include "loket-open-answer.h"

#include "loket-open-text.h"

#include <string.h>

struct _LoketOpenAnswer
{
  GObject parent_instance;

  char *response_id;      /* (nullable): of a released answer nobody knows whose it is */
  const LoketItem *item;  /* borrowed: the questionnaire's, which the list keeps */
  char *text;             /* as it is kept */
  gsize offset;           /* of the answer behind the code of its theme, in bytes */
  guint shift;            /* the same in characters */
  int theme;
  LoketReview *review;
  GArray *masks;          /* of LoketSpan, in the answer without its code */
  GArray *words;          /* of LoketOpenWord, likewise */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketOpenAnswer, loket_open_answer, G_TYPE_OBJECT)

static void
loket_open_answer_finalize (GObject *object)
{
  LoketOpenAnswer *self = LOKET_OPEN_ANSWER (object);

  g_free (self->response_id);
  g_free (self->text);
  loket_review_free (self->review);
  g_array_unref (self->masks);
  g_array_unref (self->words);

  G_OBJECT_CLASS (loket_open_answer_parent_class)->finalize (object);
}

static void
loket_open_answer_class_init (LoketOpenAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_open_answer_finalize;

  /**
   * LoketOpenAnswer::changed:
   *
   * It was decided about, or something else of it is masked.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_open_answer_init (LoketOpenAnswer *self)
{
  self->words = g_array_new (FALSE, FALSE, sizeof (LoketOpenWord));
}

static void
set_text (LoketOpenAnswer *self,
          const LoketItem *item,
          const char      *text)
{
  self->item = item;
  self->text = g_strdup (text);
  self->offset = (gsize) (loket_open_text_split (item, text, &self->theme) - text);
  self->shift = (guint) g_utf8_strlen (text, (gssize) self->offset);
}

/* Masks lie in the text as it is kept; here they lie in what is shown of it. */
static GArray *
move_masks (const GArray *masks,
            int           by)
{
  GArray *moved = loket_spans_new ();

  for (guint i = 0; i < masks->len; i++)
    {
      const LoketSpan *span = &g_array_index (masks, LoketSpan, i);

      loket_spans_add (moved, (guint) MAX ((int) span->start + by, 0),
                       (guint) MAX ((int) span->end + by, 0));
    }

  return moved;
}

/**
 * loket_open_answer_new:
 * @response_id: the response
 * @item: an open item, which must outlive the answer
 * @text: the answer as it is kept
 * @review: (transfer full): what was decided about it
 *
 * Returns: (transfer full): an answer for who reviews it
 */
LoketOpenAnswer *
loket_open_answer_new (const char      *response_id,
                       const LoketItem *item,
                       const char      *text,
                       LoketReview     *review)
{
  LoketOpenAnswer *self = g_object_new (LOKET_TYPE_OPEN_ANSWER, NULL);

  self->response_id = g_strdup (response_id);
  set_text (self, item, text);
  self->review = review;
  self->masks = move_masks (review->masks, -(int) self->shift);

  return self;
}

/**
 * loket_open_answer_new_released:
 * @item: an open item, which must outlive the answer
 * @text: the answer as it was released
 *
 * Returns: (transfer full): an answer for everybody
 */
LoketOpenAnswer *
loket_open_answer_new_released (const LoketItem *item,
                                const char      *text)
{
  LoketReview *review = loket_review_new ();

  review->state = LOKET_REVIEW_SHOWN;

  return loket_open_answer_new (NULL, item, text, review);
}

/**
 * loket_open_answer_look_for_names:
 * @names: a set of names, folded
 *
 * Points at what may name a person, and proposes to mask it when nobody has decided yet.
 */
void
loket_open_answer_look_for_names (LoketOpenAnswer *self,
                                  GHashTable      *names)
{
  g_array_unref (self->words);
  self->words = loket_open_text_words (loket_open_answer_get_text (self), names);
  for (guint i = 0; self->review->state == LOKET_REVIEW_NONE && i < self->words->len; i++)
    {
      const LoketOpenWord *word = &g_array_index (self->words, LoketOpenWord, i);

      if (word->is_hint)
        loket_spans_add (self->masks, word->start, word->end);
    }
}

/**
 * loket_open_answer_is_same:
 *
 * Returns: whether both are the answer to one item in one response, in the same words
 */
gboolean
loket_open_answer_is_same (LoketOpenAnswer *self,
                           LoketOpenAnswer *other)
{
  return g_strcmp0 (self->response_id, other->response_id) == 0
         && g_str_equal (self->item->id, other->item->id) && g_str_equal (self->text, other->text);
}

static gboolean
is_same_review (const LoketReview *a,
                const LoketReview *b)
{
  return a->state == b->state && a->masks->len == b->masks->len
         && (a->masks->len == 0
             || memcmp (a->masks->data, b->masks->data, a->masks->len * sizeof (LoketSpan)) == 0);
}

/**
 * loket_open_answer_follow:
 * @other: the same answer as it was read again
 *
 * Takes over what was decided about it, and keeps what is masked here when that is the same.
 */
void
loket_open_answer_follow (LoketOpenAnswer *self,
                          LoketOpenAnswer *other)
{
  LoketReview *review = self->review;

  /* The items may be those of a questionnaire that was read again. */
  self->item = other->item;
  if (is_same_review (self->review, other->review))
    return;

  self->review = other->review;
  other->review = review;
  g_array_unref (self->masks);
  self->masks = move_masks (other->masks, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
loket_open_answer_get_response_id (LoketOpenAnswer *self)
{
  return self->response_id;
}

const LoketItem *
loket_open_answer_get_item (LoketOpenAnswer *self)
{
  return self->item;
}

/**
 * loket_open_answer_get_kept_text:
 *
 * Returns: (transfer none): the answer as it is kept, with the code of its theme
 */
const char *
loket_open_answer_get_kept_text (LoketOpenAnswer *self)
{
  return self->text;
}

/**
 * loket_open_answer_get_text:
 *
 * Returns: (transfer none): the answer without the code of its theme
 */
const char *
loket_open_answer_get_text (LoketOpenAnswer *self)
{
  return self->text + self->offset;
}

/**
 * loket_open_answer_dup_masked:
 *
 * Returns: (transfer full): the answer as others see it once it is released
 */
char *
loket_open_answer_dup_masked (LoketOpenAnswer *self)
{
  return loket_review_mask (loket_open_answer_get_text (self), self->masks);
}

/**
 * loket_open_answer_get_theme:
 *
 * Returns: the number of the option of its item that says what it is about, or -1
 */
int
loket_open_answer_get_theme (LoketOpenAnswer *self)
{
  return self->theme;
}

LoketReviewState
loket_open_answer_get_state (LoketOpenAnswer *self)
{
  return self->review->state;
}

/**
 * loket_open_answer_get_who:
 *
 * Returns: (transfer none) (nullable): the code of who decided
 */
const char *
loket_open_answer_get_who (LoketOpenAnswer *self)
{
  return self->review->who;
}

/**
 * loket_open_answer_get_on:
 *
 * Returns: (transfer none) (nullable): the day on which it was decided
 */
const char *
loket_open_answer_get_on (LoketOpenAnswer *self)
{
  return self->review->on;
}

/**
 * loket_open_answer_get_masks:
 *
 * Returns: (transfer none) (element-type LoketSpan): what is masked of its text
 */
const GArray *
loket_open_answer_get_masks (LoketOpenAnswer *self)
{
  return self->masks;
}

/**
 * loket_open_answer_get_words:
 *
 * Returns: (transfer none) (element-type LoketOpenWord): the words of its text; none before
 *   loket_open_answer_look_for_names ()
 */
const GArray *
loket_open_answer_get_words (LoketOpenAnswer *self)
{
  return self->words;
}

/**
 * loket_open_answer_is_proposed:
 *
 * Returns: whether something is masked of which nobody has decided that it is
 */
gboolean
loket_open_answer_is_proposed (LoketOpenAnswer *self)
{
  g_autoptr (GArray) kept = move_masks (self->masks, (int) self->shift);
  const GArray *decided = self->review->masks;

  return self->masks->len != decided->len
         || (kept->len > 0
             && memcmp (kept->data, decided->data, kept->len * sizeof (LoketSpan)) != 0);
}

/**
 * loket_open_answer_toggle_word:
 * @word: the number of a word
 *
 * Masks a word, or shows it again.
 */
void
loket_open_answer_toggle_word (LoketOpenAnswer *self,
                               guint            word)
{
  const LoketOpenWord *place;

  g_return_if_fail (word < self->words->len);

  place = &g_array_index (self->words, LoketOpenWord, word);
  if (loket_spans_cover (self->masks, place->start, place->end))
    loket_spans_take (self->masks, place->start, place->end);
  else
    loket_spans_add (self->masks, place->start, place->end);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * loket_open_answer_create_review:
 * @state: what is decided
 * @who: by whom
 * @on: on which day
 *
 * Returns: (transfer full): the decision, with what is masked now
 */
LoketReview *
loket_open_answer_create_review (LoketOpenAnswer  *self,
                                 LoketReviewState  state,
                                 const char       *who,
                                 const char       *on)
{
  LoketReview *review = loket_review_new ();

  review->state = state;
  review->who = g_strdup (who);
  review->on = g_strdup (on);
  g_array_unref (review->masks);
  review->masks = move_masks (self->masks, (int) self->shift);

  return review;
}

/**
 * loket_open_answer_set_review:
 * @review: (transfer full): what was decided
 */
void
loket_open_answer_set_review (LoketOpenAnswer *self,
                              LoketReview     *review)
{
  loket_review_free (self->review);
  self->review = review;
  g_array_unref (self->masks);
  self->masks = move_masks (review->masks, -(int) self->shift);
  g_signal_emit (self, signals[CHANGED], 0);
}
