/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk in a folder of its own, into which tests import texts. */

#include "exchange-fixture.h"

#include "loket-questionnaires.h"
#include "loket-record-table.h"

#include <glib/gstdio.h>
#include <string.h>

const char *const exchange_kinds[] = { "counsellors", "clients", "trajectories", "sessions",
                                       "assessments", "promises", "contacts", "invitations",
                                       "responses", NULL };

#define RESPONSE_HEADER                                                                            \
  "respondent_id,year,month_sent,loket,counsellor,age_group,gender,education,sessions,situation,"  \
  "test_taken,overall,website,reachability,opening_hours,response_time,clarity,knowledge,tests,"   \
  "advice,aftercare,heard_via,questions_brought,yield,done_since,next_steps,dissatisfied_about,"   \
  "remarks,trajectory_no\n"

const char *const exchange_samples[] = {
  "counsellor,name,office,role,active\n"
  "A01,Anna de Wit,Loket Noord,team_lead,yes\n"
  "A02,\"Bert, junior\",Loket Zuid,counsellor,\n"
  "A03,,,,no\n",

  "client_no;family_name;given_name;prefix;birth_date;gender;email;phone;postcode;city;education;"
  "situation;heard_via;language;registered_on;no_contact;no_survey\n"
  "K1;Velden;Kees;van der;01-02-1980;male;kees@velden.nl;06 12345678;5014 AB;Tilburg;mbo4;work;uwv;"
  "nl;2026-01-05;no;no\n"
  "K2;\"O'Brien \"\"Bé\"\"\";;;;female;;;;;;;;;;yes;yes\n",

  "trajectory_no,client_no,opened_on,counsellor,first_response_on,situation,questions_brought,"
  "closed_on,aftercare,outcome\n"
  "T1,K1,2026-01-05,A01,2026-01-07,jobseeker,which_work;retraining,2026-06-01,yes_once,"
  "advice_given\n"
  "T2,K2,05-03-2026,,,,,,,\n",

  "session_no\ttrajectory_no\tstarts_at\tended_at\tcounsellor\tminutes\tchannel\tstate\t"
  "questions_brought\tnote_client\tnote\tgroup_no\n"
  "G1\tT1\t2026-01-12T10:00\t2026-01-12T11:00\tA01\t60\tlocation\theld\tother;which_work\t"
  "\"Eerst\ndit, dan \"\"dat\"\"\"\tstil\tGR1\n"
  "G2\tT1\t2026-12-12T10:00\t\t\t\t\t\t\t\t\t\n",

  "assessment_no,trajectory_no,kind,requested_on,invited_on,taken_on,result_on,discussed_on\n"
  "E1,T1,competence,2026-01-12,2026-01-14,2026-01-20,2026-01-27,2026-02-02\n"
  "E2,T1,language,,,,,\n",

  "promise_no,trajectory_no,by,kind,due_on,text,made_on,done_on,outcome\n"
  "B1,T1,counsellor,callback,2026-01-20,Bellen over de test,2026-01-12,,\n"
  "B2,T2,client,send,2026-12-01,,,,\n",

  "contact_no,trajectory_no,kind,due_on,planned_on,counsellor,attempts,snoozed_until,done_on,"
  "outcome,channel,note\n"
  "C1,T1,aftercare,2026-07-13,2026-07-15,A01,2,2026-07-14T09:00,,not_reached,phone,Geen gehoor\n"
  "C2,T2,first_response,2026-03-10,,,,,2026-03-09,reached,phone,\n",

  "month,loket,counsellor,sent\n"
  "2023-01,,,11046\n"
  "2023-02,Loket Noord,A01,25\n",

  RESPONSE_HEADER
  "R1,2023,2,Regio 10,A099,27_50,male,mbo4,3,other,yes,10,10,9,10,9,9,10,8,10,yes_self,uwv,"
  "want_and_can;retraining,know_what_to_learn,hired;started_education,start_new_job,,,T1\n"
  "R2,2023,11,Regio 04,A072,50plus,female,havo,2,benefit_municipality,no,4,8,,,9,,8,,,yes_once,"
  "municipality,which_work,know_chances;other,applied_not_hired,apply_training,"
  "\"Te weinig\ncontact, \"\"echt\"\"\",Het traject vooraf beter uitleggen.,\n"
  "R3,2022,2,West-Brabant,A026,50plus,female,mbo4,2,work,no,8,8,9,8,10,,10,,9,,municipality,"
  "retraining;which_education,know_how_to_finance,,,,,\n",

  NULL
};

ExchangeFixture *
exchange_fixture_new (void)
{
  ExchangeFixture *self = g_new0 (ExchangeFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("exchange-XXXXXX", &error);
  g_assert_no_error (error);
  self->clock = loket_clock_new ("2026-11-21T12:00", &error);
  g_assert_no_error (error);

  path = g_build_filename (self->folder, "store.db", NULL);
  self->desk = loket_desk_open (path, LOKET_ACCESS_CREATE, self->clock, &error);
  g_assert_no_error (error);
  self->kto = loket_questionnaires_load ("kto", &error);
  g_assert_no_error (error);

  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
exchange_fixture_free (ExchangeFixture *self)
{
  loket_desk_close (self->desk);
  g_assert_finalize_object (self->desk);
  /* What was being read comes back to nobody. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->clock);
  g_assert_finalize_object (self->kto);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

LoketImportPlan *
exchange_fixture_plan (ExchangeFixture *self,
                       const char      *kind,
                       const char      *text)
{
  g_autoptr (GError) error = NULL;
  LoketCsvReader *reader;
  LoketImportPlan *plan;

  reader = loket_csv_reader_new_from_data ("f.csv", g_strdup (text), strlen (text), &error);
  g_assert_no_error (error);
  plan = loket_import_plan_new (loket_kind_get_by_plural (kind), reader, self->kto, NULL, &error);
  g_assert_no_error (error);

  return plan;
}

char *
exchange_fixture_import (ExchangeFixture *self,
                         const char      *kind,
                         const char      *text)
{
  g_autoptr (LoketImportPlan) plan = exchange_fixture_plan (self, kind, text);
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  loket_desk_check_import (self->desk, plan, &error);
  g_assert_no_error (error);
  deed = loket_desk_import (self->desk, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deed->n_changed, ==, loket_import_plan_count (plan, LOKET_IMPORT_CHANGED));

  return g_strdup_printf ("%u new, %u changed, %u unchanged, %u refused",
                          loket_import_plan_count (plan, LOKET_IMPORT_NEW),
                          loket_import_plan_count (plan, LOKET_IMPORT_CHANGED),
                          loket_import_plan_count (plan, LOKET_IMPORT_SAME),
                          loket_import_plan_count (plan, LOKET_IMPORT_REFUSED));
}

char *
exchange_fixture_refuse (ExchangeFixture *self,
                         const char      *kind,
                         const char      *text)
{
  g_autoptr (LoketImportPlan) plan = exchange_fixture_plan (self, kind, text);
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *refusals;

  loket_desk_check_import (self->desk, plan, &error);
  g_assert_no_error (error);

  refusals = loket_import_plan_get_refusals (plan);
  g_assert_cmpuint (refusals->len, ==, loket_import_plan_count (plan, LOKET_IMPORT_REFUSED));
  for (guint i = 0; i < refusals->len; i++)
    {
      g_autofree char *sentence = loket_refusal_to_string (g_ptr_array_index (refusals, i), "f.csv");

      g_string_append_printf (sentences, "%s\n", sentence);
    }

  return g_string_free (g_steal_pointer (&sentences), FALSE);
}

static gpointer
write_export (LoketDatabase  *database,
              gpointer        input,
              GError        **error)
{
  return loket_export_write (input, database, error) ? input : NULL;
}

char *
exchange_fixture_export (ExchangeFixture  *self,
                         const char       *kind,
                         LoketTableFormat  format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  LoketExport request = { loket_kind_get_by_plural (kind), self->kto, format, stream, NULL };

  loket_store_read (loket_desk_get_store (self->desk), write_export, &request, &error);
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

typedef struct
{
  const char *kind;
  gint64 count;
} Counting;

static gpointer
count_records (LoketDatabase  *database,
               gpointer        input,
               GError        **error)
{
  Counting *counting = input;
  const LoketKind *kind = loket_kind_get_by_plural (counting->kind);

  counting->count = loket_record_table_count (loket_record_table_get (database, kind), error);

  return counting->count >= 0 ? counting : NULL;
}

gint64
exchange_fixture_count (ExchangeFixture *self,
                        const char      *kind)
{
  g_autoptr (GError) error = NULL;
  Counting counting = { kind, 0 };

  loket_store_read (loket_desk_get_store (self->desk), count_records, &counting, &error);
  g_assert_no_error (error);

  return counting.count;
}

void
exchange_fixture_fill (ExchangeFixture *self)
{
  for (guint i = 0; exchange_kinds[i] != NULL; i++)
    {
      g_autofree char *counts = exchange_fixture_import (self, exchange_kinds[i],
                                                         exchange_samples[i]);

      g_assert_true (g_str_has_suffix (counts, "new, 0 changed, 0 unchanged, 0 refused"));
    }
}
