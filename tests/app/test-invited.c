/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How many were invited is known only at the level of detail at which it was given. */

#include "loket-invited.h"

#include "loket-answers.h"
#include "loket-request.h"
#include "satisfaction-fixture.h"

typedef struct
{
  LoketQuestionnaire *kto;
  LoketFrame         *frame;
} Fixture;

static void
respond (Fixture    *fixture,
         int         month,
         const char *office,
         const char *counsellor)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_find_version (fixture->kto, 2023);
  char answers[SATISFACTION_ANSWERS_ROOM];
  LoketFrameRow row = { loket_month_new (2023, month), 0, office, counsellor, 2023, answers };

  loket_answers_clear (version, answers);
  g_assert_true (loket_frame_append (fixture->frame, &row, NULL));
}

static void
invite (Fixture    *fixture,
        int         month,
        const char *office,
        const char *counsellor,
        guint       sent)
{
  g_assert_true (loket_frame_add_invited (fixture->frame, loket_month_new (2023, month), office,
                                          counsellor, sent, NULL));
}

/* -1 when it is not known. */
static int
count (Fixture    *fixture,
       const char *period,
       const char *where)
{
  g_autoptr (LoketRequest) request = loket_request_new (fixture->kto);
  guint64 invited = 0;

  if (period != NULL)
    g_assert_true (loket_request_set_period (request, period, NULL));
  if (where != NULL)
    g_assert_true (loket_request_add_where (request, where, NULL));
  return loket_invited_count (fixture->frame, request->selection, &invited) ? (int) invited : -1;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->kto = satisfaction_load_kto ();
  fixture->frame = loket_frame_new (fixture->kto);
  respond (fixture, 2, "North", "A1");
  respond (fixture, 2, "South", "B1");
  respond (fixture, 3, "North", "A2");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->frame);
  g_clear_object (&fixture->kto);
}

static void
test_all_together (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_cmpint (count (fixture, "2023", NULL), ==, -1);
  invite (fixture, 2, "", "", 20);
  g_assert_cmpint (count (fixture, "2023", NULL), ==, -1);
  g_assert_cmpint (count (fixture, "2023-02", NULL), ==, 20);
  invite (fixture, 3, "", "", 30);
  invite (fixture, 4, "", "", 40);
  g_assert_cmpint (count (fixture, "2023", NULL), ==, 90);
  g_assert_cmpint (count (fixture, NULL, NULL), ==, 90);
  g_assert_cmpint (count (fixture, "2023-02..2023-03", NULL), ==, 50);
  g_assert_cmpint (count (fixture, "2024", NULL), ==, -1);
  g_assert_cmpint (count (fixture, "2023", "office=North"), ==, -1);
  g_assert_cmpint (count (fixture, "2023", "counsellor=A1"), ==, -1);
  g_assert_cmpint (count (fixture, "2023", "gender=male"), ==, -1);
}

static void
test_by_office (Fixture       *fixture,
                gconstpointer  data)
{
  invite (fixture, 2, "North", "", 5);
  g_assert_cmpint (count (fixture, "2023-02", "office=North"), ==, 5);
  g_assert_cmpint (count (fixture, "2023", "office=North"), ==, -1);
  g_assert_cmpint (count (fixture, "2023-02", NULL), ==, -1);
  invite (fixture, 2, "South", "", 6);
  g_assert_cmpint (count (fixture, "2023-02", NULL), ==, 11);
  g_assert_cmpint (count (fixture, "2023-02", "gender=male"), ==, -1);
}

static void
test_by_counsellor (Fixture       *fixture,
                    gconstpointer  data)
{
  invite (fixture, 2, "North", "A1", 3);
  invite (fixture, 2, "North", "A2", 4);
  invite (fixture, 3, "North", "A2", 5);
  g_assert_cmpint (count (fixture, "2023", "counsellor=A2"), ==, 9);
  g_assert_cmpint (count (fixture, "2023", "counsellor=A1"), ==, 3);
  g_assert_cmpint (count (fixture, "2023", "office=North"), ==, 12);
  g_assert_cmpint (count (fixture, "2023", "office=South"), ==, -1);
  g_assert_cmpint (count (fixture, "2023", NULL), ==, -1);
  g_assert_cmpint (count (fixture, "2023-03", NULL), ==, 5);
}

/* What is given for the whole is not added to what is given for its parts. */
static void
test_counts_nobody_twice (Fixture       *fixture,
                          gconstpointer  data)
{
  invite (fixture, 3, "", "", 50);
  invite (fixture, 3, "North", "", 20);
  invite (fixture, 3, "North", "A2", 8);
  g_assert_cmpint (count (fixture, "2023-03", NULL), ==, 50);
  g_assert_cmpint (count (fixture, "2023-03", "office=North"), ==, 20);
  g_assert_cmpint (count (fixture, "2023-03", "counsellor=A2"), ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/invited/all-together", Fixture, NULL, set_up, test_all_together, tear_down);
  g_test_add ("/invited/by-office", Fixture, NULL, set_up, test_by_office, tear_down);
  g_test_add ("/invited/by-counsellor", Fixture, NULL, set_up, test_by_counsellor, tear_down);
  g_test_add ("/invited/counts-nobody-twice", Fixture, NULL, set_up, test_counts_nobody_twice,
              tear_down);
  return g_test_run ();
}
