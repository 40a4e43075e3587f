/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Bands of what the records say. A fact looks like a single choice, so that whatever groups, hides
 * and remembers answers does the same with it. The last option of each is that of responses that
 * are about no trajectory that is known here. */

#include "loketten-config.h"

#include "loket-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Behind the bands of a number: it is not known. */
#define UNKNOWN "unknown"
#define NOWHERE "no_trajectory"

#define MOST_BANDS 8

typedef struct
{
  int         least; /* the first number of the band; those without one are found by their place */
  const char *code;
  const char *text;
  const char *people; /* (nullable) who they are in a sentence */
} Band;

typedef struct
{
  const char *id;
  const char *label;
  Band        bands[MOST_BANDS]; /* by rising numbers */
} Definition;

static const Definition definitions[LOKET_N_FACTS] = {
  [LOKET_FACT_SESSIONS] = {
    "record_sessions", N_("Sessions held"),
    { { 0, "0", N_("none recorded"), NULL },
      { 1, "1", N_("1 session"), N_("clients with one session") },
      { 2, "2", N_("2 sessions"), N_("clients with two sessions") },
      { 3, "3", N_("3 sessions"), N_("clients with three sessions") },
      { 4, "4", N_("4 sessions"), N_("clients with four sessions") },
      { 5, "5plus", N_("5 or more"), N_("clients with five or more sessions") } } },
  [LOKET_FACT_TESTS] = {
    "record_tests", N_("Tests taken"),
    { { 0, "0", N_("no test"), N_("clients without a recorded test") },
      { 1, "1", N_("1 test"), N_("clients with one test") },
      { 2, "2plus", N_("2 or more tests"), N_("clients with several tests") } } },
  [LOKET_FACT_MINUTES] = {
    "record_minutes", N_("Minutes of conversation"),
    { { 0, "lt60", N_("less than 1 hour"), N_("clients with less than an hour of conversation") },
      { 60, "60_120", N_("1 to 2 hours"), N_("clients with one to two hours of conversation") },
      { 120, "120_240", N_("2 to 4 hours"), N_("clients with two to four hours of conversation") },
      { 240, "240plus", N_("4 hours or more"),
        N_("clients with four hours of conversation or more") },
      { -1, UNKNOWN, N_("minutes not recorded"), NULL } } },
  [LOKET_FACT_RESPONSE] = {
    "record_response_days", N_("Days to the first response"),
    { { 0, "0_1", N_("0 or 1 day"), N_("clients who were answered within a day") },
      { 2, "2_3", N_("2 or 3 days"), N_("clients who were answered after two or three days") },
      { 4, "4_5", N_("4 or 5 days"), N_("clients who were answered after four or five days") },
      { 6, "6plus", N_("6 days or more"), N_("clients who were answered after six days or more") },
      { -1, UNKNOWN, N_("no response recorded"), NULL } } },
  [LOKET_FACT_RESULT] = {
    "record_result_days", N_("Days to the result of a test"),
    { { 0, "0_2", N_("0 to 2 days"), N_("clients who had a test result within two days") },
      { 3, "3_5", N_("3 to 5 days"), N_("clients who had a test result after three to five days") },
      { 6, "6_10", N_("6 to 10 days"), N_("clients who had a test result after six to ten days") },
      { 11, "11plus", N_("11 days or more"),
        N_("clients who had a test result after eleven days or more") },
      { -1, UNKNOWN, N_("no result recorded"), NULL } } },
  [LOKET_FACT_PROMISES] = {
    "record_promises", N_("Promises of the counsellor"),
    { { 0, "kept", N_("all on time"), N_("clients to whom every promise was kept on time") },
      { 1, "late", N_("not all on time"), N_("clients to whom a promise was not kept on time") },
      { -1, UNKNOWN, N_("nothing promised"), NULL } } },
};

static LoketTexts
create_texts (const char *english)
{
  return (LoketTexts) { g_strdup (_(english)), g_strdup (english) };
}

static void
add_option (LoketItem  *item,
            const Band *band)
{
  LoketOption option = { .code = g_strdup (band->code), .length = strlen (band->code) };

  option.text = create_texts (band->text);
  if (band->people != NULL)
    option.people = create_texts (band->people);
  g_array_append_val (item->options, option);
}

static LoketItem *
create_item (const Definition *definition)
{
  static const Band nowhere = { -1, NOWHERE, N_("without a trajectory"), NULL };
  LoketItem *item = loket_item_new ();

  item->id = g_strdup (definition->id);
  item->kind = LOKET_ITEM_SINGLE;
  item->text = create_texts (definition->label);
  item->label = create_texts (definition->label);
  for (guint i = 0; i < MOST_BANDS && definition->bands[i].code != NULL; i++)
    add_option (item, &definition->bands[i]);
  add_option (item, &nowhere);
  loket_item_index_options (item);
  return item;
}

/**
 * loket_fact_get_item:
 *
 * Returns: (transfer none): the bands of @fact as a single choice; the same at every call. Its
 *   Dutch texts are those of the locale
 */
const LoketItem *
loket_fact_get_item (LoketFact fact)
{
  static LoketItem *items[LOKET_N_FACTS];
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < LOKET_N_FACTS; i++)
        items[i] = create_item (&definitions[i]);
      g_once_init_leave (&is_made, 1);
    }
  return items[fact];
}

/**
 * loket_facts_find:
 * @id: such as `record_sessions`
 *
 * Returns: the fact, or -1 when there is no such fact
 */
int
loket_facts_find (const char *id)
{
  for (guint i = 0; i < LOKET_N_FACTS; i++)
    {
      if (g_str_equal (definitions[i].id, id))
        return (int) i;
    }
  return -1;
}

/* @number is -1 when it is not known. */
static guint8
get_code (LoketFact fact,
          int       number)
{
  const Band *bands = definitions[fact].bands;
  guint8 code = 0;

  for (guint i = 0; i < MOST_BANDS && bands[i].code != NULL; i++)
    {
      if (number < 0 ? bands[i].least < 0 : bands[i].least >= 0 && number >= bands[i].least)
        code = (guint8) (i + 1);
    }
  return code;
}

/**
 * loket_facts_get_codes:
 * @facts: (nullable): of a trajectory; NULL when the response is about none
 * @codes: (out caller-allocates): by fact, the number of its option from 1
 */
void
loket_facts_get_codes (const LoketFacts *facts,
                       guint8            codes[LOKET_N_FACTS])
{
  for (guint i = 0; facts == NULL && i < LOKET_N_FACTS; i++)
    codes[i] = (guint8) loket_facts_get_nowhere (loket_fact_get_item (i));
  if (facts == NULL)
    return;
  codes[LOKET_FACT_SESSIONS] = get_code (LOKET_FACT_SESSIONS, (int) facts->sessions);
  codes[LOKET_FACT_TESTS] = get_code (LOKET_FACT_TESTS, (int) facts->tests);
  codes[LOKET_FACT_MINUTES] =
      get_code (LOKET_FACT_MINUTES, facts->knows_minutes ? (int) facts->minutes : -1);
  codes[LOKET_FACT_RESPONSE] = get_code (LOKET_FACT_RESPONSE, facts->response_days);
  codes[LOKET_FACT_RESULT] = get_code (LOKET_FACT_RESULT, facts->result_days);
  codes[LOKET_FACT_PROMISES] =
      get_code (LOKET_FACT_PROMISES,
                facts->promises == 0 ? -1 : facts->kept < facts->promises ? 1 : 0);
}

/**
 * loket_facts_get_nowhere:
 * @item: of a fact
 *
 * Returns: the group of the responses that are about no trajectory
 */
guint
loket_facts_get_nowhere (const LoketItem *item)
{
  return item->options->len;
}
