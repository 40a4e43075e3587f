/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Days in words, on an ordinary Thursday, before Christmas and on a Sunday. */

#include "loket-note-dates.h"

typedef struct
{
  const char *words;
  const char *date;
} Row;

static void
assert_date (const char *words,
             const char *date,
             const char *expected,
             gboolean    plans)
{
  LoketNoteToday today = { .date = date };
  g_autofree char *note = g_strconcat ("bel ", words, NULL);
  guint length;
  g_autoptr (GArray) tokens = loket_note_tokens_read (note, &length);
  const LoketNoteToken *first = (const LoketNoteToken *) (gpointer) tokens->data;
  LoketDateText found = { "" };
  gboolean said = loket_note_dates_find (first, tokens->len, &today, plans, &found);

  g_test_message ("%s, on %s", words, date);
  g_assert_cmpstr (said ? found.text : NULL, ==, expected);
}

static void
assert_rows (const Row  *rows,
             guint       n_rows,
             const char *date)
{
  for (guint i = 0; i < n_rows; i++)
    assert_date (rows[i].words, date, rows[i].date, FALSE);
}

static void
test_on_a_thursday (void)
{
  static const Row rows[] = {
    { "vandaag", "2026-11-19" },
    { "morgen", "2026-11-20" },
    { "overmorgen", "2026-11-23" },
    { "maandag", "2026-11-23" },
    { "donderdag", "2026-11-26" },
    { "vrijdag", "2026-11-20" },
    { "zaterdag", "2026-11-23" },
    { "aanstaande dinsdag", "2026-11-24" },
    { "volgende week dinsdag", "2026-11-24" },
    { "dinsdag volgende week", "2026-11-24" },
    { "volgende vrijdag", "2026-11-27" },
    { "begin volgende week", "2026-11-24" },
    { "midden volgende week", "2026-11-25" },
    { "eind volgende week", "2026-11-27" },
    { "volgende week", "2026-11-27" },
    { "deze week", "2026-11-20" },
    { "eind van de week", "2026-11-20" },
    { "binnen 3 werkdagen", "2026-11-24" },
    { "over 3 dagen", "2026-11-23" },
    { "binnen 3 dagen", "2026-11-20" },
    { "binnen twee weken", "2026-12-03" },
    { "over twee weken", "2026-12-03" },
    { "over een week", "2026-11-26" },
    { "over 14 dagen", "2026-12-03" },
    { "over een maand", "2026-12-21" },
    { "over een half jaar", "2027-05-19" },
    { "over een jaar", "2027-11-19" },
    { "binnen 24 uur", "2026-11-20" },
    { "over een paar dagen", "2026-11-23" },
    { "op 4 december", "2026-12-04" },
    { "4-12", "2026-12-04" },
    { "4/12/2026", "2026-12-04" },
    { "op 4 dec.", "2026-12-04" },
    { "op 4 januari", "2027-01-04" },
    { "op 3 november", "2027-11-03" },
    { "op 3-11-2026", NULL },
    { "voor vrijdag", "2026-11-19" },
    { "vóór 1 december", "2026-11-30" },
    { "voor 30-11", "2026-11-27" },
    { "na 4 december", "2026-12-07" },
    { "uiterlijk 25 december", "2026-12-24" },
    { "op 25 december", "2026-12-28" },
    { "de 4e", "2026-12-04" },
    { "op de 24e", "2026-11-24" },
    { "di 24", "2026-11-24" },
    { "di 10 uur", "2026-11-24" },
    { "wo. 25 nov. om 10.00 uur", "2026-11-25" },
    { "in week 49", "2026-12-04" },
    { "wk 2", "2027-01-15" },
    { "begin januari", "2027-01-05" },
    { "half december", "2026-12-15" },
    { "eind december", "2026-12-31" },
    { "eind van de maand", "2026-11-30" },
    { "volgende maand", "2026-12-31" },
    { "na het weekend", "2026-11-23" },
    { "voor het weekend", "2026-11-20" },
    { "vr a.s.", "2026-11-20" },
    { "komende week", "2026-11-27" },
    { "in de week van 7 december", "2026-12-07" },
    { "over de test van vrijdag", NULL },
    { "over de mail van vorige week dinsdag", NULL },
    { "deze dagen", "2026-11-24" },
    { "31-2", NULL },
    { "99-99", NULL },
    { "over groep 4-5", NULL },
    { "op 29 februari", "2028-02-29" },
    { "na vrijdag", "2026-11-23" },
    { "vrijdag 25-12", "2026-12-28" },
    { "vrijdag as.", "2026-11-20" },
    { "", NULL },
    { "over 999 dagen", NULL },
    { "hbo/wo", NULL },
  };

  assert_rows (rows, G_N_ELEMENTS (rows), "2026-11-19");
}

static void
test_around_christmas (void)
{
  static const Row rows[] = {
    { "deze week", "2026-12-24" },      { "volgende week", "2026-12-31" },
    { "vrijdag", "2026-12-28" },        { "uiterlijk vrijdag", "2026-12-24" },
    { "over 3 werkdagen", "2026-12-24" }, { "over 4 werkdagen", "2026-12-28" },
    { "in week 53", "2026-12-31" },     { "in week 1", "2027-01-08" },
    { "op 1 januari", "2027-01-04" },   { "begin deze maand", NULL },
    { "eind deze maand", "2026-12-31" }, { "half januari", "2027-01-15" },
    { "voor 28 december", "2026-12-24" }, { "over twee maanden", "2027-02-22" },
    { "op de 20e", "2027-01-20" },      { "in december", "2026-12-31" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows), "2026-12-21");
}

static void
test_on_a_sunday (void)
{
  static const Row rows[] = {
    { "vandaag", "2026-11-23" },      { "morgen", "2026-11-23" },
    { "deze week", "2026-11-23" },    { "maandag", "2026-11-23" },
    { "volgende week", "2026-11-27" }, { "zondag", "2026-11-30" },
    { "voor maandag", "2026-11-23" }, { "binnen 1 dag", "2026-11-23" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows), "2026-11-22");
}

static void
test_follows_the_office (void)
{
  g_autoptr (LoketRules) rules = loket_rules_new ();
  LoketNoteToday today = { rules, NULL, "2026-04-02" };
  guint length;
  g_autoptr (GArray) tokens = loket_note_tokens_read ("morgen", &length);
  LoketDateText found = { "" };

  loket_rules_add_setting (rules, LOKET_SETTING_GOOD_FRIDAY, "2026-01-01", "1");
  g_assert_true (loket_note_dates_find ((const LoketNoteToken *) (gpointer) tokens->data, 1,
                                        &today, FALSE, &found));
  g_assert_cmpstr (found.text, ==, "2026-04-07");
}

static void
test_plans_on_the_day_itself (void)
{
  assert_date ("voor vrijdag", "2026-11-18", "2026-11-20", TRUE);
  assert_date ("voor vrijdag", "2026-11-18", "2026-11-19", FALSE);
}

static void
test_works_at_the_end_of_the_calendar (void)
{
  assert_date ("over een jaar", "2999-12-31", "2999-12-31", FALSE);
  assert_date ("in januari", "2999-12-31", NULL, FALSE);
  assert_date ("op 30 december", "2999-12-31", NULL, FALSE);
  assert_date ("in week 1", "2999-12-31", NULL, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note-dates/reads-days-on-a-thursday", test_on_a_thursday);
  g_test_add_func ("/note-dates/reads-days-around-christmas", test_around_christmas);
  g_test_add_func ("/note-dates/reads-days-on-a-sunday", test_on_a_sunday);
  g_test_add_func ("/note-dates/follows-the-days-of-the-office", test_follows_the_office);
  g_test_add_func ("/note-dates/plans-on-the-day-itself", test_plans_on_the_day_itself);
  g_test_add_func ("/note-dates/works-at-the-end-of-the-calendar",
                   test_works_at_the_end_of_the_calendar);

  return g_test_run ();
}
