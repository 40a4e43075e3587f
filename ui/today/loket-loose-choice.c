/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Offers the same things for every kind: it is done; it is done in vain, or later; or never. */

#include "loketten-config.h"

#include "loket-loose-choice.h"

#include "loket-sentences.h"
#include "loket-work-deeds.h"

#include <glib/gi18n.h>

/* The words of one choice, and what it does. */
typedef struct
{
  const char *label;
  LoketLooseWay way;
  LoketWorkAct act;
} Offer;

static const Offer offers[LOKET_WORK_N_TYPES][LOKET_MOST_LOOSE_CHOICES] = {
  [LOKET_WORK_UNTAKEN] = {
    { NC_("act", "Take"), LOKET_LOOSE_ACT, LOKET_ACT_TAKE },
    { NC_("act", "Assign…"), LOKET_LOOSE_ASSIGN },
  },
  [LOKET_WORK_SIGN_UP] = {
    { NC_("act", "Responded"), LOKET_LOOSE_ACT, LOKET_ACT_RESPOND },
    { NC_("act", "Hand Over…"), LOKET_LOOSE_ASSIGN },
  },
  [LOKET_WORK_APPOINTMENT] = {
    { NC_("act", "Held"), LOKET_LOOSE_ACT, LOKET_ACT_HELD },
    { NC_("act", "Did not come"), LOKET_LOOSE_ACT, LOKET_ACT_NO_SHOW },
    { NC_("act", "Called off"), LOKET_LOOSE_ACT, LOKET_ACT_CANCEL },
  },
  [LOKET_WORK_CONTACT] = {
    { NC_("act", "Reached"), LOKET_LOOSE_ACT, LOKET_ACT_REACH },
    { NC_("act", "No answer"), LOKET_LOOSE_ACT, LOKET_ACT_MISS },
    { NC_("act", "Remind Later"), LOKET_LOOSE_ACT, LOKET_ACT_SNOOZE },
  },
  [LOKET_WORK_PROMISE] = {
    { NC_("act", "Done"), LOKET_LOOSE_ACT, LOKET_ACT_KEEP },
    { NC_("act", "Another Date"), LOKET_LOOSE_ACT, LOKET_ACT_MOVE_PROMISE },
    { NC_("act", "Not Needed"), LOKET_LOOSE_ACT, LOKET_ACT_DROP_PROMISE },
  },
  [LOKET_WORK_ASSESSMENT] = {
    { NULL },
    { NC_("act", "Open"), LOKET_LOOSE_OPEN },
  },
};

/* Of what is about a test, the first choice. */
static const Offer test_offers[LOKET_N_WORK_ACTS] = {
  [LOKET_ACT_TEST_TAKEN] = { NC_("act", "Taken"), LOKET_LOOSE_ACT, LOKET_ACT_TEST_TAKEN },
  [LOKET_ACT_TEST_RESULT] = { NC_("act", "Result In"), LOKET_LOOSE_ACT, LOKET_ACT_TEST_RESULT },
  [LOKET_ACT_TEST_DISCUSSED] = { NC_("act", "Discussed"), LOKET_LOOSE_ACT,
                                 LOKET_ACT_TEST_DISCUSSED },
};

static const Offer for_form[LOKET_MOST_LOOSE_CHOICES] = {
  { NC_("act", "Go On Writing"), LOKET_LOOSE_RESUME },
  { NC_("act", "Throw Away"), LOKET_LOOSE_DISCARD },
};

/* "again Tue 24 Nov", or that it was the last attempt. */
static char *
format_retry (const LoketWork *work,
              LoketDesk       *desk)
{
  LoketRetry retry = loket_work_deeds_plan_retry (work, desk);
  g_autofree char *day = NULL;

  if (retry.gives_up)
    return g_strdup (_("the last attempt"));

  day = loket_sentences_format_short_day (retry.planned_on.text);

  /* Translators: the day of the next attempt: "Tue 24 Nov". */
  return g_strdup_printf (_("again %s"), day);
}

/* The next working day: a moment of it to be reminded, or the day itself. */
static void
put_off (LoketLooseChoice *choice,
         LoketDesk        *desk)
{
  const LoketWorkingDays *days = loket_rules_get_days (loket_desk_get_rules (desk),
                                                       loket_desk_get_counsellor_id (desk));
  LoketDateText today = loket_desk_get_today (desk);
  LoketDateText next = loket_working_days_add (days, today.text, 1);

  choice->value = next;
  choice->detail = loket_sentences_format_short_day (next.text);
  if (choice->act == LOKET_ACT_SNOOZE)
    choice->value = loket_moment_new (next.text, 9 * 60);
}

static void
fill (LoketLooseChoice *choice,
      const Offer      *offer,
      const LoketWork  *work,
      LoketDesk        *desk)
{
  *choice = (LoketLooseChoice) { .label = g_dpgettext2 (NULL, "act", offer->label),
                                 .way = offer->way, .act = offer->act };
  if (offer->way != LOKET_LOOSE_ACT)
    return;
  if (offer->act == LOKET_ACT_MISS)
    choice->detail = format_retry (work, desk);
  else if (offer->act == LOKET_ACT_SNOOZE || offer->act == LOKET_ACT_MOVE_PROMISE)
    put_off (choice, desk);
}

/**
 * loket_loose_choice_list:
 * @choices: (out): what can be done, to be cleared with loket_loose_choice_clear ()
 *
 * Returns: how many there are
 */
guint
loket_loose_choice_list (LoketLooseEnd    *end,
                         LoketDesk        *desk,
                         LoketLooseChoice  choices[static LOKET_MOST_LOOSE_CHOICES])
{
  LoketWorkItem *item = loket_loose_end_get_item (end);
  const LoketWork *work = item != NULL ? loket_work_item_get (item) : NULL;
  int test_act = work != NULL ? loket_work_act_find_for_test (work) : -1;
  guint n = 0;

  for (; n < LOKET_MOST_LOOSE_CHOICES; n++)
    {
      const Offer *offer = work != NULL ? &offers[work->type][n] : &for_form[n];

      if (n == 0 && test_act >= 0)
        offer = &test_offers[test_act];
      if (offer->label == NULL)
        break;
      fill (&choices[n], offer, work, desk);
    }

  return n;
}

void
loket_loose_choice_clear (LoketLooseChoice *choice)
{
  g_clear_pointer (&choice->detail, g_free);
}
