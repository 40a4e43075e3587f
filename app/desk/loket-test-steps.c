/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Saves a test, ends the contact of its former stage and plans that of the next one. */

#include "loket-test-steps.h"

#include "loket-assessment.h"
#include "loket-assessment-stage.h"
#include "loket-client.h"
#include "loket-contact.h"
#include "loket-record-table.h"
#include "loket-trajectory.h"
#include "loket-work-steps.h"

static const char *const kinds[] = {
  "assessment_pending", "assessment_result", "assessment_debrief"
};

/* The contacts about a test, while they are brought in line with it. */
typedef struct
{
  LoketAct *act;
  LoketDraft *test;
  const char *counsellor_id;  /* (nullable): who does it */
  const LoketTalk *talk;
  LoketRecord *trajectory;
  int n_spare[G_N_ELEMENTS (kinds)];  /* open contacts that name no test and no other one needs */
  gboolean was_discussed;  /* before this act */
  LoketRecord *before;     /* (nullable): the test as it was */
  const char *former;      /* (nullable): the kind of contact that was due then */
  LoketDateText former_due;
  const char *wanted;      /* (nullable): the kind of contact that is due now */
  LoketDateText due;
  gboolean has_wanted;
  gboolean has_talk;       /* a contact says how it was discussed */
} Settling;

static LoketDraft *
create_contact (Settling   *settling,
                const char *kind,
                const char *due_on,
                const char *counsellor_id)
{
  LoketDraft *contact = loket_draft_new (&loket_contact_kind);

  loket_draft_set_value (contact, LOKET_CONTACT_TRAJECTORY_NO,
                         loket_record_get_id (settling->trajectory));
  loket_draft_set_value (contact, LOKET_CONTACT_CAUSE, loket_draft_get_id (settling->test));
  loket_draft_set_value (contact, LOKET_CONTACT_KIND, kind);
  loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, due_on);
  loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR, counsellor_id);

  return contact;
}

/* The client was spoken to: that is a contact, with its day, its channel and its note. */
static gboolean
note_talk (Settling    *settling,
           LoketDraft  *contact,
           GError     **error)
{
  loket_draft_set_value (contact, LOKET_CONTACT_DONE_ON,
                         loket_draft_get_value (settling->test, LOKET_ASSESSMENT_DISCUSSED_ON));
  loket_draft_set_value (contact, LOKET_CONTACT_OUTCOME, "reached");
  loket_draft_set_value (contact, LOKET_CONTACT_COUNSELLOR, settling->counsellor_id);
  if (settling->talk->channel != NULL)
    loket_draft_set_value (contact, LOKET_CONTACT_CHANNEL, settling->talk->channel);
  if (settling->talk->note != NULL)
    loket_draft_set_value (contact, LOKET_CONTACT_NOTE, settling->talk->note);
  settling->has_talk = TRUE;

  return loket_act_save (settling->act, contact, error);
}

static gboolean
is_open (LoketRecord *contact)
{
  return loket_record_get_value (contact, LOKET_CONTACT_OPEN_ON) != NULL;
}

static gboolean
has_kind (LoketRecord *contact,
          const char  *kind)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_KIND), kind);
}

/* One that came from a file does not say about which test it is: when the others of the trajectory
 * can do without it, it is about this one. */
static gboolean
is_about (Settling    *settling,
          LoketRecord *contact)
{
  const char *cause = loket_record_get_value (contact, LOKET_CONTACT_CAUSE);
  guint kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && !has_kind (contact, kinds[kind]))
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return FALSE;
  if (cause != NULL)
    return g_str_equal (cause, loket_draft_get_id (settling->test));
  if (!is_open (contact))
    return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON),
                        settling->due.text);

  return settling->n_spare[kind]-- > 0;
}

static gboolean
settle_contact (Settling     *settling,
                LoketRecord  *record,
                GError      **error)
{
  const char *kind = loket_record_get_text (record, LOKET_CONTACT_KIND);
  const char *outcome = loket_record_get_text (record, LOKET_CONTACT_OUTCOME);
  gboolean is_wanted = g_strcmp0 (kind, settling->wanted) == 0;
  g_autoptr (LoketDraft) contact = NULL;

  if (!is_open (record))
    {
      settling->has_wanted |= is_wanted && !g_str_equal (outcome, "cancelled");
      return TRUE;
    }

  contact = loket_draft_new_from_record (record);
  if (is_wanted)
    {
      settling->has_wanted = TRUE;
      loket_draft_set_value (contact, LOKET_CONTACT_DUE_ON, settling->due.text);
      return loket_act_save (settling->act, contact, error);
    }
  if (settling->wanted == NULL && g_str_equal (kind, "assessment_debrief")
      && loket_draft_get_value (settling->test, LOKET_ASSESSMENT_DISCUSSED_ON) != NULL)
    return note_talk (settling, contact, error);

  return loket_step_end_contact (settling->act, contact, "cancelled", error);
}

static int
count_nameless (GPtrArray  *contacts,
                const char *kind)
{
  int n_nameless = 0;

  for (guint i = 0; i < contacts->len; i++)
    n_nameless += is_open (contacts->pdata[i]) && has_kind (contacts->pdata[i], kind)
                  && loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_CAUSE) == NULL;

  return n_nameless;
}

static gboolean
has_own (GPtrArray  *contacts,
         const char *kind,
         const char *test_id)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      const char *cause = loket_record_get_value (contacts->pdata[i], LOKET_CONTACT_CAUSE);

      if (is_open (contacts->pdata[i]) && has_kind (contacts->pdata[i], kind)
          && g_strcmp0 (cause, test_id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether a contact of that kind is due for the test, and none names it. */
static gboolean
needs_nameless (Settling    *settling,
                LoketRecord *test,
                GPtrArray   *contacts,
                const char  *kind)
{
  g_autoptr (LoketDraft) draft = loket_draft_new_from_record (test);
  const char *wanted = NULL;

  loket_assessment_stage_get_due (loket_act_get_rules (settling->act), NULL, draft, &wanted, NULL);

  return g_strcmp0 (wanted, kind) == 0
         && !has_own (contacts, kind, loket_record_get_id (test));
}

static gboolean
count_spare (Settling   *settling,
             GPtrArray  *contacts,
             GError    **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (settling->act),
                                                    &loket_assessment_kind);
  const char *id = loket_draft_get_id (settling->test);
  g_autoptr (GPtrArray) tests = NULL;

  tests = loket_record_table_load_where (table, LOKET_ASSESSMENT_TRAJECTORY_NO,
                                         loket_record_get_id (settling->trajectory), error);
  if (tests == NULL)
    return FALSE;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      settling->n_spare[kind] = count_nameless (contacts, kinds[kind]);
      for (guint i = 0; i < tests->len; i++)
        settling->n_spare[kind]
          -= !g_str_equal (loket_record_get_id (tests->pdata[i]), id)
             && needs_nameless (settling, tests->pdata[i], contacts, kinds[kind]);
    }

  return TRUE;
}

static void
find_due (Settling *settling)
{
  const LoketRules *rules = loket_act_get_rules (settling->act);
  const char *counsellor_id = loket_record_get_value (settling->trajectory,
                                                      LOKET_TRAJECTORY_COUNSELLOR);
  g_autoptr (LoketDraft) before = NULL;

  settling->due = loket_assessment_stage_get_due (rules, counsellor_id, settling->test,
                                                  &settling->wanted, NULL);
  if (settling->before == NULL)
    return;

  before = loket_draft_new_from_record (settling->before);
  settling->former_due = loket_assessment_stage_get_due (rules, counsellor_id, before,
                                                         &settling->former, NULL);
}

/* How many days the contact is off the day on which one of its kind was, or is, due. */
static int
get_distance (LoketRecord    *contact,
              const Settling *settling)
{
  const char *kind = loket_record_get_text (contact, LOKET_CONTACT_KIND);
  const char *due_on = loket_record_get_text (contact, LOKET_CONTACT_DUE_ON);

  if (g_strcmp0 (kind, settling->former) == 0)
    return ABS (loket_date_get_day (due_on) - loket_date_get_day (settling->former_due.text));
  if (g_strcmp0 (kind, settling->wanted) == 0)
    return ABS (loket_date_get_day (due_on) - loket_date_get_day (settling->due.text));

  return 0;
}

static int
compare_distance (gconstpointer a,
                  gconstpointer b,
                  gpointer      settling)
{
  return get_distance (*(LoketRecord *const *) a, settling)
         - get_distance (*(LoketRecord *const *) b, settling);
}

static gboolean
add_missing_contact (Settling  *settling,
                     GError   **error)
{
  LoketRecordTable *clients = loket_record_table_get (loket_act_get_database (settling->act),
                                                      &loket_client_kind);
  const char *client_id = loket_record_get_text (settling->trajectory, LOKET_TRAJECTORY_CLIENT_NO);
  const char *discussed_on = loket_draft_get_value (settling->test,
                                                    LOKET_ASSESSMENT_DISCUSSED_ON);
  const char *owner = loket_record_get_value (settling->trajectory, LOKET_TRAJECTORY_COUNSELLOR);
  g_autoptr (LoketRecord) client = NULL;
  g_autoptr (LoketDraft) contact = NULL;

  if (discussed_on != NULL && !settling->was_discussed && !settling->has_talk)
    {
      contact = create_contact (settling, "assessment_debrief", discussed_on, NULL);
      return note_talk (settling, contact, error);
    }
  if (settling->wanted == NULL || settling->has_wanted
      || loket_record_get_value (settling->trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL)
    return TRUE;

  client = loket_record_table_load (clients, client_id, error);
  if (client == NULL)
    return FALSE;
  if (loket_record_get_flag (client, LOKET_CLIENT_NO_CONTACT))
    return TRUE;

  contact = create_contact (settling, settling->wanted, settling->due.text,
                            owner != NULL ? owner : settling->counsellor_id);

  return loket_act_save (settling->act, contact, error);
}

/* The contact of the former stage ends, and that of the next one is planned. */
static gboolean
settle_contacts (Settling  *settling,
                 GError   **error)
{
  LoketDatabase *database = loket_act_get_database (settling->act);
  const char *trajectory_id = loket_draft_get_text (settling->test,
                                                    LOKET_ASSESSMENT_TRAJECTORY_NO);
  g_autoptr (LoketRecord) trajectory = NULL;
  g_autoptr (GPtrArray) contacts = NULL;

  trajectory = loket_record_table_load (loket_record_table_get (database, &loket_trajectory_kind),
                                        trajectory_id, error);
  contacts = loket_record_table_load_where (loket_record_table_get (database, &loket_contact_kind),
                                            LOKET_CONTACT_TRAJECTORY_NO, trajectory_id, error);
  settling->trajectory = trajectory;
  if (trajectory == NULL || contacts == NULL || !count_spare (settling, contacts, error))
    return FALSE;

  /* Of several that do not say about which test they are, the one of its day is. */
  find_due (settling);
  g_ptr_array_sort_with_data (contacts, compare_distance, settling);
  for (guint i = 0; i < contacts->len; i++)
    {
      if (is_about (settling, contacts->pdata[i])
          && !settle_contact (settling, contacts->pdata[i], error))
        return FALSE;
    }

  return add_missing_contact (settling, error);
}

/**
 * loket_step_save_test:
 * @test: a draft of an assessment
 * @counsellor_id: (nullable): who does it
 * @talk: how its result was discussed
 *
 * Saves a test and the contact that belongs to its stage, in place of the former one. When it was
 * discussed just now, a contact says that the client was spoken to.
 *
 * Returns: whether all of it is stored
 */
gboolean
loket_step_save_test (LoketAct         *act,
                      LoketDraft       *test,
                      const char       *counsellor_id,
                      const LoketTalk  *talk,
                      GError          **error)
{
  LoketRecord *record = loket_draft_get_record (test);
  g_autoptr (LoketRecord) before = record != NULL ? g_object_ref (record) : NULL;
  Settling settling = {
    .act = act,
    .test = test,
    .counsellor_id = counsellor_id,
    .talk = talk,
    .before = before,
    .was_discussed = before != NULL && loket_record_get_value (before,
                                                               LOKET_ASSESSMENT_DISCUSSED_ON)
                                         != NULL,
  };

  return loket_act_save (act, test, error) && settle_contacts (&settling, error);
}
