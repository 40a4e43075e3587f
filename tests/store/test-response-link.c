/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of linking responses to trajectories by the token of the invitation. */

#include "exchange-fixture.h"
#include "loket-act.h"
#include "loket-invitee.h"
#include "loket-number-table.h"
#include "loket-record-table.h"
#include "loket-trajectory.h"

#include <string.h>

#define ITEMS                                                                                      \
  "age_group,gender,education,sessions,situation,test_taken,overall,website,reachability,"         \
  "opening_hours,response_time,clarity,knowledge,tests,advice,aftercare,heard_via,"                \
  "questions_brought,yield,done_since,next_steps,dissatisfied_about,remarks"
#define HEADER "respondent_id,year,month_sent,loket,counsellor,"
#define NO_PLACE "respondent_id,year,month_sent,"
#define ANSWERS                                                                                    \
  "27_50,male,mbo4,3,other,yes,10,10,9,10,9,9,10,8,10,yes_self,uwv,retraining,"                    \
  "know_what_to_learn,hired,start_new_job,,"
#define OTHER_ANSWERS                                                                              \
  "27_50,male,mbo4,3,other,yes,7,10,9,10,9,9,10,8,10,yes_self,uwv,retraining,"                     \
  "know_what_to_learn,hired,start_new_job,,"

/* The client of T1, whom A01 advises at Loket Noord, was invited as ABCD, that of T2, whom nobody
 * advises, as EFGH. */
static gboolean
invite (LoketAct  *act,
        gpointer   input,
        GError   **error)
{
  static const char *const tokens[][2] = { { "T1", "ABCD23456789" }, { "T2", "EFGH23456789" } };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autoptr (LoketDraft) invitee = loket_draft_new (&loket_invitee_kind);
      g_autofree char *id = NULL;

      if (!loket_number_table_find_id (loket_act_get_database (act), &loket_trajectory_kind,
                                       tokens[i][0], &id, error))
        return FALSE;

      loket_draft_set_value (invitee, LOKET_INVITEE_TRAJECTORY_NO, id);
      loket_draft_set_value (invitee, LOKET_INVITEE_DRAWN_ON, "2026-11-02");
      loket_draft_set_value (invitee, LOKET_INVITEE_TOKEN, tokens[i][1]);
      if (!loket_act_save (act, invitee, error))
        return FALSE;
    }

  return TRUE;
}

/* The invitation says of T1 for whom it was. */
static gboolean
attribute (LoketAct  *act,
           gpointer   input,
           GError   **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_invitee_kind);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (LoketDraft) invitee = NULL;

  found = loket_record_table_load_where (table, LOKET_INVITEE_TOKEN, "ABCD23456789", error);
  if (found == NULL)
    return FALSE;

  invitee = loket_draft_new_from_record (found->pdata[0]);
  loket_draft_set_value (invitee, LOKET_INVITEE_LOKET, "Regio West");
  loket_draft_set_value (invitee, LOKET_INVITEE_COUNSELLOR, "A01");

  return loket_act_save (act, invitee, error);
}

static ExchangeFixture *
create_fixture (void)
{
  ExchangeFixture *fixture = exchange_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  for (guint i = 0; i < 3; i++)
    g_free (exchange_fixture_import (fixture, exchange_kinds[i], exchange_samples[i]));
  deed = loket_desk_act (fixture->desk, "survey.invite", invite, NULL, &error);
  g_assert_no_error (error);

  return fixture;
}

static void
assert_imports (ExchangeFixture *fixture,
                const char      *kind,
                const char      *text,
                const char      *expected)
{
  g_autofree char *counts = exchange_fixture_import (fixture, kind, text);

  g_assert_cmpstr (counts, ==, expected);
}

static void
assert_new (ExchangeFixture *fixture,
            const char      *text)
{
  assert_imports (fixture, "responses", text, "1 new, 0 changed, 0 unchanged, 0 refused");
}

static void
assert_same (ExchangeFixture *fixture,
             const char      *text)
{
  assert_imports (fixture, "responses", text, "0 new, 0 changed, 1 unchanged, 0 refused");
}

/* The export has the line, which begins with the respondent and ends with the trajectory. */
static void
assert_attributed (ExchangeFixture *fixture,
                   const char      *beginning)
{
  g_autofree char *csv = exchange_fixture_export (fixture, "responses", LOKET_TABLE_CSV);
  g_autofree char *line = g_strconcat ("\n", beginning, NULL);

  if (strstr (csv, line) == NULL)
    g_error ("“%s” is not in\n%s", beginning, csv);
  /* The key stays here. */
  g_assert_null (strstr (csv, "23456789"));
}

static void
test_office_and_counsellor_follow_from_the_token (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  const char *file = NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," ANSWERS "\n";

  assert_new (fixture, file);
  assert_attributed (fixture, "R1,2026,11,,,Loket Noord,A01,T1,");
  assert_same (fixture, file);
}

static void
test_reassigning_moves_nothing (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  const char *file = NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," ANSWERS "\n";
  const char *with_columns = HEADER "token," ITEMS "\nR1,2026,11,,,ABCD23456789," ANSWERS "\n";

  assert_new (fixture, file);
  assert_imports (fixture, "trajectories",
                  "trajectory_no,client_no,opened_on,counsellor\nT1,K1,2026-01-05,A02\n",
                  "0 new, 1 changed, 0 unchanged, 0 refused");
  assert_attributed (fixture, "R1,2026,11,,,Loket Noord,A01,T1,");
  assert_same (fixture, file);
  assert_same (fixture, with_columns);

  /* Whoever answers from now on is counted to the new one. */
  assert_imports (fixture, "trajectories",
                  "trajectory_no,client_no,opened_on,counsellor\nT2,K2,2026-03-05,A02\n",
                  "0 new, 1 changed, 0 unchanged, 0 refused");
  assert_new (fixture, NO_PLACE "token," ITEMS "\nR2,2026,11,EFGH23456789," ANSWERS "\n");
  assert_attributed (fixture, "R2,2026,11,,,Loket Zuid,A02,T2,");
}

static void
test_file_knows_better (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  assert_new (fixture,
              HEADER "token," ITEMS "\nR1,2026,11,Regio 4,A9,ABCD23456789," ANSWERS "\n");
  assert_attributed (fixture, "R1,2026,11,,,Regio 4,A9,T1,");
}

/* Who was invited for A01 answers about A01, whoever advises the client by then. */
static void
test_invitation_decides_who_is_judged (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act (fixture->desk, "survey.invite", attribute, NULL,
                                               &error);

  g_assert_no_error (error);
  assert_imports (fixture, "trajectories",
                  "trajectory_no,client_no,opened_on,counsellor\nT1,K1,2026-01-05,A02\n",
                  "0 new, 1 changed, 0 unchanged, 0 refused");
  assert_new (fixture, NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," ANSWERS "\n");
  assert_attributed (fixture, "R1,2026,11,,,Regio West,A01,T1,");
}

/* Counted to no counsellor, and to no office as long as it may be either. */
static void
test_nobody_advises_the_client (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  assert_new (fixture, NO_PLACE "token," ITEMS "\nR1,2026,11, efgh23456789 ," ANSWERS "\n");
  assert_attributed (fixture, "R1,2026,11,,,,,T2,");
}

/* What came in without tokens is linked when the file comes again with them. */
static void
test_token_that_comes_later_links (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  assert_new (fixture, NO_PLACE ITEMS "\nR1,2026,11," ANSWERS "\n");
  assert_attributed (fixture, "R1,2026,11,,,,,,");
  assert_imports (fixture, "responses",
                  NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," ANSWERS "\n",
                  "0 new, 1 changed, 0 unchanged, 0 refused");
  assert_attributed (fixture, "R1,2026,11,,,Loket Noord,A01,T1,");
}

static void
test_same_respondent_can_be_corrected (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  assert_new (fixture, NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," ANSWERS "\n");
  assert_imports (fixture, "responses",
                  NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," OTHER_ANSWERS "\n",
                  "0 new, 1 changed, 0 unchanged, 0 refused");
}

static void
assert_refused (ExchangeFixture *fixture,
                const char      *text,
                const char      *expected)
{
  g_autofree char *refusals = exchange_fixture_refuse (fixture, "responses", text);

  if (strstr (refusals, expected) == NULL || strstr (refusals, "token") == NULL)
    g_error ("“%s” is not in\n%s", expected, refusals);
}

static void
test_foreign_tokens_are_refused (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  assert_refused (fixture, NO_PLACE "token," ITEMS "\nR1,2026,11,NOBODY,"
                           ANSWERS "\n", "nobody was invited under this token");
  assert_refused (fixture, NO_PLACE "token," ITEMS "\nR1,2026,11,NOBODY,"
                           ANSWERS "\n", "NOBODY");
  assert_refused (fixture, NO_PLACE "token,trajectory_no," ITEMS "\nR1,2026,11,ABCD23456789,T2,"
                           ANSWERS "\n", "belongs to another trajectory");
}

/* A token is that of one person: of two who answer under it one is somebody else. */
static void
test_token_is_used_once (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();

  assert_refused (fixture, NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," ANSWERS
                           "\nR2,2026,11,ABCD23456789," OTHER_ANSWERS "\n",
                  "respondent R1 answered under this token already");
  assert_new (fixture, NO_PLACE "token," ITEMS "\nR1,2026,11,ABCD23456789," ANSWERS "\n");
  assert_refused (fixture, NO_PLACE "token," ITEMS "\nR2,2026,11,ABCD23456789," ANSWERS "\n",
                  "respondent R1 answered under this token already");
}

/* A row that is refused for another reason does not hold the token against the right one. */
static void
test_refused_row_uses_no_token (void)
{
  g_autoptr (ExchangeFixture) fixture = create_fixture ();
  g_autofree char *long_name = g_strnfill (600, 'x');
  g_autofree char *file = NULL;

  file = g_strconcat (HEADER "token," ITEMS "\nR1,2026,11,", long_name, ",A01,ABCD23456789,"
                      ANSWERS "\nR2,2026,11,,,ABCD23456789," ANSWERS "\n", NULL);
  assert_imports (fixture, "responses", file, "1 new, 0 changed, 0 unchanged, 1 refused");
  assert_attributed (fixture, "R2,2026,11,,,Loket Noord,A01,T1,");
}

static void
add (const char *rule,
     GTestFunc   test)
{
  g_autofree char *path = g_strconcat ("/response-link/", rule, NULL);

  g_test_add_func (path, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("office-and-counsellor-follow-from-the-token",
       test_office_and_counsellor_follow_from_the_token);
  add ("reassigning-moves-nothing", test_reassigning_moves_nothing);
  add ("file-knows-better", test_file_knows_better);
  add ("invitation-decides-who-is-judged", test_invitation_decides_who_is_judged);
  add ("refused-row-uses-no-token", test_refused_row_uses_no_token);
  add ("nobody-advises-the-client", test_nobody_advises_the_client);
  add ("token-that-comes-later-links", test_token_that_comes_later_links);
  add ("same-respondent-can-be-corrected", test_same_respondent_can_be_corrected);
  add ("foreign-tokens-are-refused", test_foreign_tokens_are_refused);
  add ("token-is-used-once", test_token_is_used_once);

  return g_test_run ();
}
