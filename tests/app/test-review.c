/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of what is decided about open answers, and of what others see of them. */

#include "loket-response.h"
#include "loket-review.h"

#define TEXT "Mevrouw Şahin zou bellen."
#define OPEN "remarks\t" TEXT "\ntips\tNiets\n"

static char *
decide (const char       *packed,
        const char       *item,
        const char       *text,
        LoketReviewState  state)
{
  g_autoptr (LoketReview) review = loket_review_new ();

  review->state = state;
  review->who = g_strdup ("A,0;1=");
  review->on = g_strdup ("2026-11-22");
  if (g_str_equal (text, TEXT))
    loket_spans_add (review->masks, 8, 13);

  return loket_review_write (packed, item, text, review);
}

static void
test_says_what_was_decided_by_whom_and_when (void)
{
  g_autofree char *packed = decide (NULL, "remarks", TEXT, LOKET_REVIEW_SHOWN);
  g_autoptr (LoketReview) review = loket_review_read (packed, "remarks", TEXT);

  g_assert_cmpint (review->state, ==, LOKET_REVIEW_SHOWN);
  g_assert_cmpstr (review->who, ==, "A,0;1=");
  g_assert_cmpstr (review->on, ==, "2026-11-22");
  g_assert_cmpuint (review->masks->len, ==, 1);
  g_assert_true (loket_spans_cover (review->masks, 8, 13));
}

/* What was looked at is not there any more. */
static void
test_other_words_are_not_reviewed (void)
{
  g_autofree char *packed = decide (NULL, "remarks", TEXT, LOKET_REVIEW_SHOWN);
  g_autoptr (LoketReview) other = loket_review_read (packed, "remarks", TEXT " Echt.");
  g_autofree char *released = loket_review_release ("remarks\t" TEXT " Echt.\n", packed);

  g_assert_cmpint (other->state, ==, LOKET_REVIEW_NONE);
  g_assert_cmpuint (other->masks->len, ==, 0);
  g_assert_cmpstr (released, ==, "");
}

static void
test_each_item_is_decided_about_by_itself (void)
{
  g_autofree char *one = decide (NULL, "tips", "Niets", LOKET_REVIEW_WITHHELD);
  g_autofree char *two = decide (one, "remarks", TEXT, LOKET_REVIEW_SHOWN);
  g_autofree char *three = decide (two, "tips", "Niets", LOKET_REVIEW_NONE);
  g_autofree char *only = decide (NULL, "remarks", TEXT, LOKET_REVIEW_SHOWN);
  g_autoptr (LoketReview) tips = loket_review_read (two, "tips", "Niets");

  g_assert_cmpint (tips->state, ==, LOKET_REVIEW_WITHHELD);
  g_assert_cmpstr (three, ==, only);
}

static void
test_released_answers_are_masked_and_others_left_out (void)
{
  g_autofree char *packed = decide (NULL, "remarks", TEXT, LOKET_REVIEW_SHOWN);
  g_autofree char *released = loket_review_release (OPEN, packed);
  g_autofree char *nothing = loket_review_release (OPEN, NULL);

  g_assert_cmpstr (released, ==, "remarks\tMevrouw " LOKET_REVIEW_MASK " zou bellen.\n");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_damaged_review_releases_nothing (void)
{
  const char *const damaged[] = { "", "remarks", "remarks=", "remarks=shown", "=;=;",
                                  "remarks=shown,,,,", "remarks=shown,0,A01,2026-11-22,9-" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *released = loket_review_release (OPEN, damaged[i]);

      g_assert_cmpstr (released, ==, "");
    }
}

static void
assert_fills_in (const char *given,
                 const char *packed,
                 const char *expected)
{
  g_autofree char *filled = loket_review_fill_in (given, OPEN, packed);

  g_assert_cmpstr (filled, ==, expected);
}

static void
test_what_was_not_shown_stays_as_it_is (void)
{
  g_autofree char *packed = decide (NULL, "remarks", TEXT, LOKET_REVIEW_SHOWN);

  assert_fills_in (NULL, NULL, OPEN);
  assert_fills_in (NULL, packed, "tips\tNiets\n");
  assert_fills_in ("remarks\tMevrouw " LOKET_REVIEW_MASK " zou bellen.\n", packed, OPEN);
  assert_fills_in ("remarks\tAnders\n", packed, "remarks\tAnders\ntips\tNiets\n");
  assert_fills_in (OPEN, NULL, OPEN);
  assert_fills_in ("also\tNieuw\n", NULL, "also\tNieuw\n" OPEN);
}

static void
assert_masked (const char *text,
               guint       start,
               guint       end,
               const char *expected)
{
  g_autoptr (GArray) spans = loket_spans_new ();
  g_autofree char *masked = NULL;

  loket_spans_add (spans, start, end);
  masked = loket_review_mask (text, spans);
  g_assert_cmpstr (masked, ==, expected);
}

static void
test_masks_lie_within_the_text (void)
{
  assert_masked ("Zoë!", 0, 3, LOKET_REVIEW_MASK "!");
  assert_masked ("Zoë!", 2, 99, "Zo" LOKET_REVIEW_MASK);
  assert_masked ("Zoë!", 9, 99, "Zoë!");
  assert_masked ("Zoë!", 3, 3, "Zoë!");
  assert_masked ("👍 ok", 0, 1, LOKET_REVIEW_MASK " ok");
}

/* Against one flag for each character. */
static void
test_parts_are_added_and_taken_anywhere (void)
{
  enum { LENGTH = 24 };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) spans = loket_spans_new ();
      gboolean flags[LENGTH] = { FALSE };

      for (guint step = 0; step < 12; step++)
        {
          guint start = (guint) g_test_rand_int_range (0, LENGTH);
          guint end = (guint) g_test_rand_int_range ((gint32) start, LENGTH);
          gboolean is_added = g_test_rand_bit () != 0;

          if (is_added)
            loket_spans_add (spans, start, end);
          else
            loket_spans_take (spans, start, end);
          for (guint i = start; i < end; i++)
            flags[i] = is_added;
        }
      for (guint i = 0; i < LENGTH; i++)
        g_assert_cmpint (loket_spans_cover (spans, i, i + 1), ==, flags[i]);
      for (guint i = 1; i < spans->len; i++)
        g_assert_cmpuint (g_array_index (spans, LoketSpan, i - 1).end, <=,
                          g_array_index (spans, LoketSpan, i).start);
    }
}

static void
add (const char *rule,
     GTestFunc   test)
{
  g_autofree char *path = g_strconcat ("/review/", rule, NULL);

  g_test_add_func (path, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("says-what-was-decided-by-whom-and-when", test_says_what_was_decided_by_whom_and_when);
  add ("other-words-are-not-reviewed", test_other_words_are_not_reviewed);
  add ("each-item-is-decided-about-by-itself", test_each_item_is_decided_about_by_itself);
  add ("released-answers-are-masked-and-others-left-out",
       test_released_answers_are_masked_and_others_left_out);
  add ("damaged-review-releases-nothing", test_damaged_review_releases_nothing);
  add ("what-was-not-shown-stays-as-it-is", test_what_was_not_shown_stays_as_it_is);
  add ("masks-lie-within-the-text", test_masks_lie_within_the_text);
  add ("parts-are-added-and-taken-anywhere", test_parts_are_added_and_taken_anywhere);

  return g_test_run ();
}
