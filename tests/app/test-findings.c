/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Sentences and figures about the real surveys of 2022 and 2023. */

#include "loket-findings.h"

#include "loket-key-figures.h"
#include "satisfaction-fixture.h"

typedef struct
{
  LoketFrame *frame;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  fixture->frame = satisfaction_load_frame (kto);
  for (int month = 1; month <= 12; month++)
    g_assert_true (loket_frame_add_invited (fixture->frame, loket_month_new (2023, month), "", "",
                                            month == 12 ? 925 : 920, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->frame);
}

static LoketSummary *
summarise (Fixture    *fixture,
           const char *period,
           const char *against,
           const char *where)
{
  g_autoptr (LoketRequest) request =
      loket_request_new (loket_frame_get_questionnaire (fixture->frame));

  g_assert_true (loket_request_set_period (request, period, NULL));
  if (against != NULL)
    g_assert_true (loket_request_set_against (request, against, NULL));
  if (where != NULL)
    g_assert_true (loket_request_add_where (request, where, NULL));
  loket_findings_add_groups (request);

  return loket_summary_new (fixture->frame, request);
}

static void
assert_title (const LoketSummary *summary,
              const char         *expected)
{
  g_autofree char *title = loket_findings_title (summary, "en");

  g_assert_cmpstr (title, ==, expected);
}

static void
assert_changes (const LoketSummary *summary,
                const char         *expected)
{
  g_autofree char *changes = loket_findings_changes (summary, "en");

  g_assert_cmpstr (changes, ==, expected);
}

static void
assert_figure (const LoketSummary *summary,
               LoketKeyFigureKind  kind,
               const char         *expected)
{
  g_autoptr (LoketKeyFigure) figure = loket_key_figure_new (summary, kind);
  g_autofree char *told = g_strjoin (" | ", figure->value, figure->past, figure->verdict,
                                     figure->note, NULL);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_title_is_the_finding (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (LoketSummary) all = summarise (fixture, "2023", "2022", NULL);
  g_autoptr (LoketSummary) one = summarise (fixture, "2023", "2022", "office=Regio 09");

  assert_title (all, "Clients rate the knowledge of the adviser best, the website and the clarity "
                     "of the trajectory least");
  assert_title (one, "Clients rate the response time best, the website least");
}

static void
test_only_significant_changes_are_told (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (LoketSummary) all = summarise (fixture, "2023", "2022", NULL);
  g_autoptr (LoketSummary) one = summarise (fixture, "2023", "2022", "office=Regio 09");

  assert_changes (all, "None of the 7 parts that can be compared demonstrably differs from 2022. "
                       "The clarity of the trajectory was not yet asked in 2022.");
  assert_changes (one, "▼ Fall for the opening hours: 7.6, was 8.5 in 2022. "
                       "▼ Fall for the knowledge of the adviser: 8.0, was 8.8 in 2022. "
                       "▼ Fall for the advice: 7.5, was 8.5 in 2022. "
                       "The other parts show no demonstrable difference. "
                       "The clarity of the trajectory was not yet asked in 2022.");
}

static void
test_says_why_nothing_is_compared (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LoketSummary) none = summarise (fixture, "2023", "2021", NULL);
  g_autoptr (LoketSummary) few =
      summarise (fixture, "2023", "2022-02..2022-04", "office=Regio 16");
  g_autoptr (LoketSummary) alone = summarise (fixture, "2023", NULL, NULL);

  assert_changes (none, "Not compared with 2021: that period has no answers.");
  assert_changes (alone, "");
  g_assert_true (few->against.hidden);
}

static void
test_few_answers_give_no_ranking (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (LoketSummary) few =
      summarise (fixture, "2023-02..2023-04", "2022-02..2022-04", "office=Regio 16");

  assert_title (few, "12 of 50 answers in this period");
  assert_changes (few, "From 50 on, an office is compared. The mean lies somewhere between 7.4 and "
                       "9.6. Good, sufficient and insufficient are shown from n 30 on. Not "
                       "compared with Feb–Apr 2022: that period has 1 to 4 answers.");
}

static void
test_groups_that_differ_are_told (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", NULL, NULL);
  g_autoptr (GPtrArray) findings = loket_findings_groups (summary, "en", 3);
  static const char *const expected[] = {
    "Clients with one session give 7.6, clients with three sessions 8.2, clients with five "
    "sessions or more 8.8.",
    "Clients with a test give 8.1, clients without a test 7.7.",
    "People at work give 8.0, job seekers without benefit 7.3.",
  };

  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < findings->len; i++)
    {
      const LoketFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpstr (finding->sentence, ==, expected[i]);
      g_assert_true (g_str_has_prefix (finding->note, "Demonstrable; a link, not a cause · n "));
    }
}

/* In an office without a significant difference nothing is told. */
static void
test_other_groups_are_not_told (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", NULL, "office=Regio 09");
  g_autoptr (GPtrArray) findings = loket_findings_groups (summary, "en", 10);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_counsellors_are_no_group (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketRequest) request =
      loket_request_new (loket_frame_get_questionnaire (fixture->frame));
  g_autoptr (LoketSummary) summary = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (loket_request_add_by (request, "counsellor", NULL));
  summary = loket_summary_new (fixture->frame, request);
  findings = loket_findings_groups (summary, "en", 10);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_four_figures (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", "2022", NULL);

  assert_figure (summary, LOKET_KEY_FIGURE_MEAN,
                 "7.9 | 2022: 7.9 | no demonstrable difference | 95%: 7.80–7.95 · n 2159");
  assert_figure (summary, LOKET_KEY_FIGURE_GOOD,
                 "70% | 2022: 70% | no demonstrable difference | 95%: 68–72% · n 2159");
  assert_figure (summary, LOKET_KEY_FIGURE_ANSWERS,
                 "2159 | 2022: 960 | 34 offices, then 26 | ");
  assert_figure (summary, LOKET_KEY_FIGURE_RESPONSE,
                 "19.5% | 2022: unknown | 2159 of 11045 invited | ");
}

static void
test_change_has_glyph_and_word (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", "2022",
                                                "office=Zuidoost-Brabant");
  g_autoptr (LoketKeyFigure) mean = loket_key_figure_new (summary, LOKET_KEY_FIGURE_MEAN);

  g_assert_cmpstr (mean->verdict, ==, "▲ rise");
}

static void
test_response_of_an_office_is_unknown (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", NULL, "office=Regio 09");

  assert_figure (summary, LOKET_KEY_FIGURE_RESPONSE,
                 "unknown |  |  | Response unknown: the number of invited is not known for this "
                 "part.");
}

static void
test_hidden_period_shows_no_figure (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023-12", NULL, "office=Regio 16");

  g_assert_true (summary->totals.hidden);
  for (guint i = 0; i < LOKET_N_KEY_FIGURES; i++)
    assert_figure (summary, i, "– |  |  | Not shown: there are 1 to 4 answers.");
}

static void
test_thin_period_shows_no_share (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LoketSummary) summary =
      summarise (fixture, "2023-02..2023-04", NULL, "office=Regio 16");

  assert_figure (summary, LOKET_KEY_FIGURE_MEAN,
                 "8.5 |  |  | 95%: 7.37–9.63 · n 12 · thin: n below 30");
  assert_figure (summary, LOKET_KEY_FIGURE_GOOD,
                 "– |  |  | Not shown yet: of 12 answers, one person is 8 percentage points. From "
                 "n 30 on.");
  assert_figure (summary, LOKET_KEY_FIGURE_ANSWERS,
                 "12 |  |  | 12 of the 50 from which an office is compared");
}

static void
test_note_tells_who_was_asked (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LoketSummary) summary = summarise (fixture, "2023", "2022", NULL);
  g_autofree char *note = loket_findings_note (summary, "en");

  g_assert_nonnull (strstr (note, "Tick: 2022. Test: Welch, two-sided 5%."));
  g_assert_true (g_str_has_suffix (note, " About the tests, 861 were asked."));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/findings/title-is-the-finding", test_title_is_the_finding);
  ADD ("/findings/only-significant-changes-are-told", test_only_significant_changes_are_told);
  ADD ("/findings/says-why-nothing-is-compared", test_says_why_nothing_is_compared);
  ADD ("/findings/few-answers-give-no-ranking", test_few_answers_give_no_ranking);
  ADD ("/findings/groups-that-differ-are-told", test_groups_that_differ_are_told);
  ADD ("/findings/other-groups-are-not-told", test_other_groups_are_not_told);
  ADD ("/findings/counsellors-are-no-group", test_counsellors_are_no_group);
  ADD ("/findings/note-tells-who-was-asked", test_note_tells_who_was_asked);
  ADD ("/key-figures/four-figures", test_four_figures);
  ADD ("/key-figures/change-has-glyph-and-word", test_change_has_glyph_and_word);
  ADD ("/key-figures/response-of-an-office-is-unknown", test_response_of_an_office_is_unknown);
  ADD ("/key-figures/hidden-period-shows-no-figure", test_hidden_period_shows_no_figure);
  ADD ("/key-figures/thin-period-shows-no-share", test_thin_period_shows_no_share);

  return g_test_run ();
}
