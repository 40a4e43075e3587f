/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An adversary reads everything that leaves an office for a year, and learns of nobody. */

#include <string.h>

#include "adversary.h"
#include "ledger-fixture.h"
#include "loket-answers.h"
#include "loket-error.h"
#include "satisfaction-fixture.h"

#define N_MONTHS      12
#define N_COUNSELLORS 5
#define N_GENDERS     3
#define N_AGES        3
#define ANY           -1

/* How long an answer counts. */
enum
{
  PROMPT, /* from its month on */
  LATE, /* from the month after */
  GONE, /* in its month, until it was corrected or removed in the month after */
  CORRECTED, /* from then on, in the place of the one before it */
  N_STAYS
};

/* Whom the adversary can imagine: month, stay, counsellor, gender, age. */
#define N_UNKNOWNS (N_MONTHS * N_STAYS * N_COUNSELLORS * N_GENDERS * N_AGES)
/* Not as of one month, but whenever. */
#define EVER       99

static const char * const counsellors[] = { "A1", "A2", "A3", "B1", "B2" };
static const char * const offices[] = { "Noord", "Zuid" };
static const char * const genders[] = { "female", "male", "other_not_say" };
static const char * const ages[] = { "18_27", "27_50", "50plus" };
static const guint of_office[] = { 0, 0, 0, 1, 1 };

typedef struct
{
  int month; /* from 0 */
  int stay;
  int counsellor;
  int gender;
  int age;
  int grade; /* 0: none */
} Person;

/* Some persons: those who fit. */
typedef struct
{
  int first;
  int last;
  int stage; /* as of which month */
  int stay; /* or ANY */
  int office;
  int counsellor;
  int gender;
  int age;
} Crowd;

typedef struct
{
  LoketQuestionnaire *kto;
  GArray             *persons; /* of Person */
  GPtrArray          *ledger; /* of LoketReleased */
  Adversary          *adversary;
  gboolean            is_audited;
  guint               n_refused;
  guint               n_figures; /* of groups, that stand in what left */
  guint               n_possible; /* of groups that somebody belongs to */
  guint               n_hidden_on_screen;
} Year;

static void
set_up (Year          *year,
        gconstpointer  data)
{
  year->kto = satisfaction_load_kto ();
  year->persons = g_array_new (FALSE, FALSE, sizeof (Person));
  year->ledger = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_released_free);
  year->adversary = adversary_new (N_UNKNOWNS);
  year->is_audited = TRUE;
}

static void
tear_down (Year          *year,
           gconstpointer  data)
{
  g_clear_object (&year->kto);
  g_clear_pointer (&year->persons, g_array_unref);
  g_clear_pointer (&year->ledger, g_ptr_array_unref);
  g_clear_pointer (&year->adversary, adversary_free);
}

static int
draw (GRand      *random,
      const int  *weights,
      int         n)
{
  int all = 0;
  int drawn = 0;

  for (int i = 0; i < n; i++)
    all += weights[i];
  drawn = g_rand_int_range (random, 0, all);
  for (int i = 0; i < n; i++)
    {
      if (drawn < weights[i])
        return i;
      drawn -= weights[i];
    }
  g_assert_not_reached ();
}

static void
add_person (Year  *year,
            GRand *random,
            int    month,
            int    stay)
{
  const int by_counsellor[] = { 12, 8, 3, 9, 4 };
  const int by_gender[] = { 60, 35, 5 };
  const int by_age[] = { 15, 45, 40 };
  Person person = { month,
                    stay,
                    draw (random, by_counsellor, N_COUNSELLORS),
                    draw (random, by_gender, N_GENDERS),
                    draw (random, by_age, N_AGES),
                    g_rand_int_range (random, 0, 100) < 5 ? 0 : g_rand_int_range (random, 1, 11) };

  g_array_append_val (year->persons, person);
}

/* Until a month has ended: answers come, change and go at odd times, releases leave at even ones. */
static guint64
get_end (int month)
{
  return (guint64) month * 2 + 2;
}

static guint64
get_arrival (const Person *person)
{
  return get_end (person->month + (person->stay == LATE || person->stay == CORRECTED ? 1 : 0)) - 1;
}

static guint64
get_gone (const Person *person)
{
  return person->stay == GONE ? get_end (person->month + 1) - 1 : LOKET_PAST_NEVER;
}

static void
set_answer (const LoketQuestionnaireVersion *version,
            const char                      *id,
            const char                      *text,
            char                            *answers)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < loket_questionnaire_version_get_n_items (version); i++)
    {
      if (g_str_equal (loket_questionnaire_version_get_item (version, i)->id, id))
        loket_answers_set (version, i, text, strlen (text), answers, &error);
      g_assert_no_error (error);
    }
}

static void
append_person (LoketPast    *past,
               const Person *person,
               guint32       before)
{
  const LoketQuestionnaireVersion *version =
      loket_questionnaire_find_version (loket_frame_get_questionnaire (past->frame), 2023);
  char answers[SATISFACTION_ANSWERS_ROOM];
  g_autofree char *grade =
      person->grade > 0 ? g_strdup_printf ("%d", person->grade) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  LoketFrameRow row = { loket_month_new (2023, person->month + 1),
                        0,
                        offices[of_office[person->counsellor]],
                        counsellors[person->counsellor],
                        2023,
                        answers,
                        get_arrival (person) };

  loket_answers_clear (version, answers);
  set_answer (version, "overall", grade, answers);
  set_answer (version, "gender", genders[person->gender], answers);
  set_answer (version, "age_group", ages[person->age], answers);
  loket_answers_finish (version, answers, &error);
  g_assert_no_error (error);
  loket_past_append (past, &row, get_gone (person), before, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (const Person *person,
          int           stage)
{
  return get_arrival (person) <= get_end (stage) && get_gone (person) > get_end (stage);
}

/* The answers as they are at the end of a month; with those that were there before, if wanted. */
static LoketPast *
fill_past (const Year *year,
           int         stage,
           gboolean    with_gone)
{
  g_autoptr (LoketFrame) frame = loket_frame_new (year->kto);
  LoketPast *past = loket_past_new (frame);

  for (guint i = 0; i < year->persons->len; i++)
    {
      const Person *person = &g_array_index (year->persons, Person, i);
      guint32 before = LOKET_PAST_NONE;

      if (with_gone && person->stay == CORRECTED)
        before = (guint32) loket_frame_get_n_rows (frame) - 1;
      if (is_there (person, stage) ||
          (with_gone && person->stay == GONE && person->month < stage))
        append_person (past, person, before);
    }
  return past;
}

static gboolean
fits (const Crowd *crowd,
      int          month,
      int          stay,
      int          counsellor,
      int          gender,
      int          age)
{
  const Person person = { .month = month, .stay = stay };

  return month >= crowd->first && month <= crowd->last &&
         (crowd->stage == EVER || is_there (&person, crowd->stage)) &&
         (crowd->stay == ANY || crowd->stay == stay) &&
         (crowd->office == ANY || crowd->office == (int) of_office[counsellor]) &&
         (crowd->counsellor == ANY || crowd->counsellor == counsellor) &&
         (crowd->gender == ANY || crowd->gender == gender) &&
         (crowd->age == ANY || crowd->age == age);
}

static gboolean *
list_members (const Crowd *crowd)
{
  gboolean *members = g_new0 (gboolean, N_UNKNOWNS);

  for (int i = 0; i < N_UNKNOWNS; i++)
    {
      int age = i % N_AGES;
      int gender = i / N_AGES % N_GENDERS;
      int counsellor = i / N_AGES / N_GENDERS % N_COUNSELLORS;
      int stay = i / N_AGES / N_GENDERS / N_COUNSELLORS % N_STAYS;
      int month = i / N_AGES / N_GENDERS / N_COUNSELLORS / N_STAYS;

      members[i] = fits (crowd, month, stay, counsellor, gender, age);
    }
  return members;
}

static guint
count_crowd (const Year  *year,
             const Crowd *crowd,
             guint64     *sum)
{
  guint n = 0;

  *sum = 0;
  for (guint i = 0; i < year->persons->len; i++)
    {
      const Person *person = &g_array_index (year->persons, Person, i);

      if (person->grade == 0 || !fits (crowd, person->month, person->stay, person->counsellor,
                                       person->gender, person->age))
        continue;
      n++;
      *sum += (guint64) person->grade;
    }
  return n;
}

static int
find_word (const char * const *words,
           int                 n,
           const char         *word)
{
  for (int i = 0; i < n; i++)
    {
      if (g_str_equal (words[i], word))
        return i;
    }
  g_error ("no %s", word);
}

static int *
get_place (Crowd      *crowd,
           const char *by)
{
  if (g_str_equal (by, "office"))
    return &crowd->office;
  if (g_str_equal (by, "counsellor"))
    return &crowd->counsellor;
  return g_str_equal (by, "gender") ? &crowd->gender : &crowd->age;
}

/* FALSE when nobody is left. */
static gboolean
narrow (Crowd      *crowd,
        const char *by,
        const char *value)
{
  int *place = get_place (crowd, by);
  int before = *place;

  if (g_str_equal (by, "office"))
    *place = find_word (offices, G_N_ELEMENTS (offices), value);
  else if (g_str_equal (by, "counsellor"))
    *place = find_word (counsellors, N_COUNSELLORS, value);
  else if (g_str_equal (by, "gender"))
    *place = find_word (genders, N_GENDERS, value);
  else
    *place = find_word (ages, N_AGES, value);
  return before == ANY || before == *place;
}

static const LoketGroupSummary *
find_group (const LoketSummary         *summary,
            const LoketQuestionSummary *question,
            const char                 *by,
            const char                 *value)
{
  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (g_str_equal (loket_grouping_get_id (&group->by), by) &&
          g_str_equal (loket_frame_get_group_value (summary->frame, &group->by, group->group),
                       value))
        return group;
    }
  return NULL;
}

static void
read_group (Year                       *year,
            const LoketSummary         *summary,
            const LoketQuestionSummary *question,
            Crowd                       crowd,
            const char                 *by,
            const char                 *value)
{
  const LoketGroupSummary *group = find_group (summary, question, by, value);
  g_autofree gboolean *members = NULL;

  if (!narrow (&crowd, by, value))
    return;
  members = list_members (&crowd);
  year->n_possible += group != NULL ? 1 : 0;
  if (group == NULL)
    adversary_learn_nobody (year->adversary, members);
  else if (!group->hidden)
    {
      year->n_figures++;
      adversary_learn (year->adversary, members, (guint) group->grades.n, group->grades.sum);
    }
}

/* The adversary gets to see what left: nothing but what stands in it. */
static void
read_summary (Year               *year,
              const LoketSummary *summary,
              const Crowd        *crowd,
              const char * const *by)
{
  const LoketQuestionSummary *question = satisfaction_find_question (summary, "overall");
  g_autofree gboolean *members = list_members (crowd);

  if (question->hidden)
    return;
  adversary_learn (year->adversary, members, question->n, question->grades.sum);
  for (guint i = 0; by[i] != NULL; i++)
    {
      static const struct
      {
        const char         *by;
        const char * const *values;
        guint               n;
      } all[] = { { "office", offices, G_N_ELEMENTS (offices) },
                  { "counsellor", counsellors, N_COUNSELLORS },
                  { "gender", genders, N_GENDERS },
                  { "age_group", ages, N_AGES } };

      for (guint k = 0; k < G_N_ELEMENTS (all); k++)
        {
          for (guint value = 0; g_str_equal (all[k].by, by[i]) && value < all[k].n; value++)
            read_group (year, summary, question, *crowd, by[i], all[k].values[value]);
        }
    }
}

static LoketSummary *
coarsen (Year         *year,
         LoketSummary *summary,
         int           stage)
{
  g_autoptr (LoketPast) past = fill_past (year, stage, TRUE);
  g_autoptr (GError) error = NULL;
  LoketSummary *coarse = NULL;

  if (!year->is_audited)
    return loket_summary_ref (summary);
  coarse = ledger_fixture_let_leave (year->ledger, past, summary, get_end (stage), &error);
  if (coarse != NULL)
    return coarse;
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT);
  year->n_refused++;
  return NULL;
}

static LoketSummary *
let_leave (Year               *year,
           LoketPast          *now,
           Crowd               crowd,
           const char         *where,
           const char * const *by)
{
  g_autoptr (LoketRequest) request = loket_request_new (year->kto);
  g_autofree char *period =
      g_strdup_printf ("2023-%02d..2023-%02d", crowd.first + 1, crowd.last + 1);
  g_autoptr (LoketSummary) summary = NULL;
  LoketSummary *coarse = NULL;
  g_autoptr (GError) error = NULL;

  loket_request_set_period (request, period, &error);
  for (guint i = 0; by[i] != NULL; i++)
    loket_request_add_by (request, by[i], &error);
  if (where != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (where, "=", 2);

      loket_request_add_where (request, where, &error);
      narrow (&crowd, parts[0], parts[1]);
    }
  g_assert_no_error (error);
  summary = loket_summary_new (now->frame, request);
  coarse = coarsen (year, summary, crowd.stage);
  if (coarse != NULL)
    read_summary (year, coarse, &crowd, by);
  return coarse;
}

/* How many crowds of 1 to 4 the adversary knows the answers of, of those in @crowd's period. */
static guint
count_derived (Year  *year,
               Crowd  crowd)
{
  guint64 sum = 0;
  guint64 derived_sum = 0;
  guint derived_n = 0;
  guint n = count_crowd (year, &crowd, &sum);
  g_autofree gboolean *members = NULL;

  if (n == 0 || n > 4)
    return 0;
  members = list_members (&crowd);
  if (!adversary_derive (year->adversary, members, &derived_n, &derived_sum))
    return 0;
  g_assert_cmpuint (derived_n, ==, n);
  g_assert_cmpuint (derived_sum, ==, sum);
  return 1;
}

/* Everybody of @crowd's period, by all combinations of office or counsellor, gender and age. */
static guint
count_derived_groups (Year  *year,
                      Crowd  crowd)
{
  guint n_derived = 0;

  for (int unit = ANY; unit < N_COUNSELLORS + (int) G_N_ELEMENTS (offices); unit++)
    {
      crowd.counsellor = unit < N_COUNSELLORS ? unit : ANY;
      crowd.office = unit < N_COUNSELLORS ? ANY : unit - N_COUNSELLORS;
      for (crowd.gender = ANY; crowd.gender < N_GENDERS; crowd.gender++)
        {
          for (crowd.age = ANY; crowd.age < N_AGES; crowd.age++)
            n_derived += count_derived (year, crowd);
        }
    }
  return n_derived;
}

static guint
count_all_derived (Year *year)
{
  guint n_derived = 0;

  adversary_solve (year->adversary);
  for (int first = 0; first < N_MONTHS; first++)
    {
      for (int last = first; last < N_MONTHS; last++)
        {
          Crowd crowd = { first, last, N_MONTHS, ANY, ANY, ANY, ANY, ANY };

          /* Months, years so far, quarters, what came in late, and what was said before. */
          if (first == last || first == 0 || (first % 3 == 0 && last == first + 2))
            n_derived += count_derived_groups (year, crowd);
          crowd.stage = EVER;
          for (crowd.stay = LATE; crowd.stay <= GONE && first == last; crowd.stay++)
            n_derived += count_derived_groups (year, crowd);
        }
    }
  return n_derived;
}

/* Who changed an answer may know what it says now: that must not tell what it said. */
static void
learn_corrected (Year *year)
{
  for (guint i = 0; i < year->persons->len; i++)
    {
      const Person *person = &g_array_index (year->persons, Person, i);
      Crowd crowd = { person->month, person->month, EVER, CORRECTED, ANY, person->counsellor,
                      person->gender, person->age };
      g_autofree gboolean *members = list_members (&crowd);
      guint64 sum = 0;
      guint n = count_crowd (year, &crowd, &sum);

      if (person->stay == CORRECTED)
        adversary_learn (year->adversary, members, n, sum);
    }
}

static const char * const by_all[] = { "office", "counsellor", "gender", "age_group", NULL };
static const char * const by_person[] = { "gender", "age_group", NULL };

static void
let_go (Year               *year,
        LoketPast          *now,
        Crowd               crowd,
        const char         *where,
        const char * const *by)
{
  g_autoptr (LoketSummary) left = let_leave (year, now, crowd, where, by);
}

/* A report each month, each quarter and of the year so far; of everybody, of an office, of women. */
static void
live_a_year (Year *year)
{
  for (int month = 0; month < N_MONTHS; month++)
    {
      g_autoptr (LoketPast) now = fill_past (year, month, FALSE);
      Crowd crowd = { month, month, month, ANY, ANY, ANY, ANY, ANY };

      let_go (year, now, crowd, NULL, by_all);
      let_go (year, now, crowd, "office=Noord", by_person);
      crowd.first = 0;
      let_go (year, now, crowd, NULL, by_all);
      let_go (year, now, crowd, "gender=female", by_all);
      crowd.first = month - 2;
      if (month % 3 == 2)
        let_go (year, now, crowd, NULL, by_all);
    }
}

/* Somebody whose answer of a month is changed in the next one, to another grade. */
static void
add_corrected (Year  *year,
               GRand *random,
               int    month)
{
  Person person = { 0 };

  add_person (year, random, month, GONE);
  person = g_array_index (year->persons, Person, year->persons->len - 1);
  person.stay = CORRECTED;
  person.grade = 1 + person.grade % 10;
  g_array_append_val (year->persons, person);
}

static void
fill_year (Year    *year,
           guint32  seed,
           int      n_each_month,
           int      n_late)
{
  GRand *random = g_rand_new_with_seed (seed);

  for (int month = 0; month < N_MONTHS; month++)
    {
      for (int i = 0; i < n_each_month; i++)
        add_person (year, random, month, 0);
      for (int i = 0; i < n_late && month < N_MONTHS - 1; i++)
        add_person (year, random, month, 1);
    }
  g_rand_free (random);
}

static void
test_year_tells_of_nobody (Year          *year,
                           gconstpointer  data)
{
  fill_year (year, 1, 36, 0);
  live_a_year (year);
  g_test_message ("%u of %u figures of groups stand in what left, %u releases refused",
                  year->n_figures, year->n_possible, year->n_refused);
  g_assert_cmpuint (count_all_derived (year), ==, 0);
  g_assert_cmpuint (year->n_refused, ==, 0);
}

/* Else the test above could not fail. */
static void
test_without_ledger_is_read (Year          *year,
                             gconstpointer  data)
{
  guint n_derived = 0;

  fill_year (year, 1, 36, 0);
  year->is_audited = FALSE;
  live_a_year (year);
  n_derived = count_all_derived (year);
  g_test_message ("%u of %u figures of groups stand in what left; %u crowds of 1 to 4 derived",
                  year->n_figures, year->n_possible, n_derived);
  g_assert_cmpuint (n_derived, >, 0);
}

static void
test_late_answers_tell_of_nobody (Year          *year,
                                  gconstpointer  data)
{
  fill_year (year, 2, 30, 7);
  live_a_year (year);
  g_test_message ("%u of %u figures of groups stand in what left, %u releases refused",
                  year->n_figures, year->n_possible, year->n_refused);
  g_assert_cmpuint (count_all_derived (year), ==, 0);
}

static void
live_at_random (Year  *year,
                GRand *random)
{
  static const char * const wheres[] = { NULL, NULL, "gender=male", "age_group=50plus",
                                         "office=Zuid", "counsellor=A1" };
  static const char * const bys[][3] = { { "office", "counsellor", NULL }, { "gender", NULL },
                                         { "age_group", "counsellor", NULL }, { NULL } };

  for (guint i = 0; i < 12; i++)
    {
      int stage = (int) i / 3;
      g_autoptr (LoketPast) now = fill_past (year, stage, FALSE);
      int last = g_rand_int_range (random, 0, stage + 1);
      Crowd crowd = { g_rand_int_range (random, 0, last + 1), last, stage, ANY, ANY, ANY, ANY,
                      ANY };

      let_go (year, now, crowd,
              wheres[g_rand_int_range (random, 0, G_N_ELEMENTS (wheres))],
              bys[g_rand_int_range (random, 0, G_N_ELEMENTS (bys))]);
    }
}

/* Each month some answers of the month before turn out to be wrong, or not to belong there. */
static void
test_former_answers_stay_unknown (Year          *year,
                                  gconstpointer  data)
{
  GRand *random = g_rand_new_with_seed (3);

  fill_year (year, 3, 34, 6);
  for (int month = 0; month < N_MONTHS - 1; month++)
    {
      for (int i = 0; i < month % 4; i++)
        add_person (year, random, month, GONE);
      for (int i = 0; i < month % 3; i++)
        add_corrected (year, random, month);
    }
  live_a_year (year);
  learn_corrected (year);
  g_test_message ("%u of %u figures of groups stand in what left, %u releases refused",
                  year->n_figures, year->n_possible, year->n_refused);
  g_assert_cmpuint (count_all_derived (year), ==, 0);
  g_assert_cmpuint (year->n_figures, >, 0);
  g_rand_free (random);
}

static const char * const by_nothing[] = { NULL };

/* The same month as of two months: what the second time could tell, beside the first. */
static LoketSummary *
let_leave_twice (Year *year)
{
  LoketSummary *second = NULL;

  for (int stage = 0; stage < 2; stage++)
    {
      g_autoptr (LoketPast) now = fill_past (year, stage, FALSE);
      Crowd crowd = { 0, 0, stage, ANY, ANY, ANY, ANY, ANY };

      g_clear_pointer (&second, loket_summary_unref);
      second = let_leave (year, now, crowd, NULL, by_nothing);
    }
  return second;
}

static void
fill_month (Year  *year,
            GRand *random,
            guint  n_late,
            guint  n_gone,
            guint  n_corrected)
{
  for (guint i = 0; i < 30; i++)
    add_person (year, random, 0, PROMPT);
  for (guint i = 0; i < n_late; i++)
    add_person (year, random, 0, LATE);
  for (guint i = 0; i < n_gone; i++)
    add_person (year, random, 0, GONE);
  for (guint i = 0; i < n_corrected; i++)
    add_corrected (year, random, 0);
}

/* One grade is corrected: its question does not leave again, all others do. */
static void
test_a_correction_hides_its_question (Year          *year,
                                      gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (LoketSummary) second = NULL;

  fill_month (year, random, 0, 0, 1);
  second = let_leave_twice (year);
  g_assert_nonnull (second);
  g_assert_true (satisfaction_find_question (second, "overall")->hidden);
  g_assert_false (satisfaction_find_question (second, "gender")->hidden);
  learn_corrected (year);
  g_assert_cmpuint (count_all_derived (year), ==, 0);
}

static void
test_one_removal_is_refused (Year          *year,
                             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  fill_month (year, random, 0, 1, 0);
  g_assert_null (let_leave_twice (year));
  g_assert_cmpuint (year->n_refused, ==, 1);
}

static void
test_many_changes_tell_of_nobody (Year          *year,
                                  gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (LoketSummary) second = NULL;

  fill_month (year, random, 0, 7, 7);
  second = let_leave_twice (year);
  g_assert_nonnull (second);
  g_assert_false (satisfaction_find_question (second, "overall")->hidden);
}

/* Small offices, where hardly anything can be shown, and reports as they come. */
static void
test_small_offices_tell_of_nobody (void)
{
  for (guint32 seed = 1; seed <= 25; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      Year year = { 0 };

      set_up (&year, NULL);
      fill_year (&year, seed, g_rand_int_range (random, 5, 25), g_rand_int_range (random, 0, 6));
      for (int month = 0; month < N_MONTHS - 1; month++)
        {
          add_person (&year, random, month, g_rand_boolean (random) ? GONE : PROMPT);
          if (g_rand_boolean (random))
            add_corrected (&year, random, month);
        }
      live_at_random (&year, random);
      learn_corrected (&year);
      g_assert_cmpuint (count_all_derived (&year), ==, 0);
      tear_down (&year, NULL);
      g_rand_free (random);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/audit/a-year-tells-of-nobody", Year, NULL, set_up, test_year_tells_of_nobody,
              tear_down);
  g_test_add ("/audit/without-it-a-year-is-read", Year, NULL, set_up,
              test_without_ledger_is_read, tear_down);
  g_test_add ("/audit/late-answers-tell-of-nobody", Year, NULL, set_up,
              test_late_answers_tell_of_nobody, tear_down);
  g_test_add ("/audit/former-answers-stay-unknown", Year, NULL, set_up,
              test_former_answers_stay_unknown, tear_down);
  g_test_add ("/audit/a-correction-hides-its-question", Year, NULL, set_up,
              test_a_correction_hides_its_question, tear_down);
  g_test_add ("/audit/one-removal-is-refused", Year, NULL, set_up, test_one_removal_is_refused,
              tear_down);
  g_test_add ("/audit/many-changes-tell-of-nobody", Year, NULL, set_up,
              test_many_changes_tell_of_nobody, tear_down);
  g_test_add_func ("/audit/small-offices-tell-of-nobody", test_small_offices_tell_of_nobody);
  return g_test_run ();
}
