/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Chooses the acts by what asks for work: a test is asked after until somebody says how it is. */

#include "loketten-config.h"

#include "loket-work-offers.h"

#include "loket-work-state.h"

#include <glib/gi18n.h>

static const LoketWorkOffer no_offers[LOKET_MOST_OFFERS] = { { NULL } };

static const LoketWorkOffer *
get_contact_offers (const LoketWork *work)
{
  static const LoketWorkOffer for_contact[LOKET_MOST_OFFERS] = {
    { NC_("act", "Reached"), LOKET_ACT_REACH },
    { NC_("act", "No answer"), LOKET_ACT_MISS },
  };
  static const LoketWorkOffer for_taken[LOKET_MOST_OFFERS] = {
    { NC_("act", "Taken"), LOKET_ACT_TEST_TAKEN },
    { NC_("act", "No answer"), LOKET_ACT_MISS },
  };
  static const LoketWorkOffer for_result[LOKET_MOST_OFFERS] = {
    { NC_("act", "Result In"), LOKET_ACT_TEST_RESULT },
  };
  static const LoketWorkOffer for_discussed[LOKET_MOST_OFFERS] = {
    { NC_("act", "Discussed"), LOKET_ACT_TEST_DISCUSSED },
    { NC_("act", "No answer"), LOKET_ACT_MISS },
  };

  switch (loket_work_act_find_for_test (work))
    {
    case LOKET_ACT_TEST_TAKEN:
      return for_taken;
    case LOKET_ACT_TEST_RESULT:
      return for_result;
    case LOKET_ACT_TEST_DISCUSSED:
      return for_discussed;
    default:
      return for_contact;
    }
}

static const LoketWorkOffer *
get_offers (const LoketWork *work,
            const char      *now)
{
  static const LoketWorkOffer for_untaken[LOKET_MOST_OFFERS] = {
    { NC_("act", "Take"), LOKET_ACT_TAKE },
    { .label = NC_("act", "Assign…"), .action = "work.assign" },
  };
  static const LoketWorkOffer for_sign_up[LOKET_MOST_OFFERS] = {
    { NC_("act", "Responded"), LOKET_ACT_RESPOND },
  };
  static const LoketWorkOffer for_coming[LOKET_MOST_OFFERS] = {
    { .label = NC_("act", "Open"), .action = "work.open" },
  };
  static const LoketWorkOffer for_passed[LOKET_MOST_OFFERS] = {
    { NC_("act", "Held"), LOKET_ACT_HELD },
    { NC_("act", "Did not come"), LOKET_ACT_NO_SHOW },
    { NC_("act", "Called off"), LOKET_ACT_CANCEL },
  };
  static const LoketWorkOffer for_promise[LOKET_MOST_OFFERS] = {
    { NC_("act", "Done"), LOKET_ACT_KEEP },
  };
  static const LoketWorkOffer for_result[LOKET_MOST_OFFERS] = {
    { NC_("act", "Result In"), LOKET_ACT_TEST_RESULT },
  };
  static const LoketWorkOffer for_discussed[LOKET_MOST_OFFERS] = {
    { NC_("act", "Discussed"), LOKET_ACT_TEST_DISCUSSED },
  };

  switch (work->type)
    {
    case LOKET_WORK_UNTAKEN:
      return for_untaken;
    case LOKET_WORK_SIGN_UP:
      return for_sign_up;
    case LOKET_WORK_APPOINTMENT:
      return loket_moment_get_minutes_between (work->at, now) >= 0 ? for_passed : for_coming;
    case LOKET_WORK_CONTACT:
      return get_contact_offers (work);
    case LOKET_WORK_PROMISE:
      return for_promise;
    case LOKET_WORK_ASSESSMENT:
      return work->done_on != NULL ? for_discussed : for_result;
    case LOKET_WORK_N_TYPES:
    default:
      return no_offers;
    }
}

/**
 * loket_work_offers_get:
 * @work: something that asks for work
 * @manner: what its row is there for
 * @now: a moment
 *
 * Returns: (array fixed-size=3): what its buttons offer, what comes next first
 */
const LoketWorkOffer *
loket_work_offers_get (const LoketWork *work,
                       LoketWorkManner  manner,
                       const char      *now)
{
  static const LoketWorkOffer for_elsewhere[LOKET_MOST_OFFERS] = {
    { .label = NC_("act", "Take Over"), .action = "work.take-over" },
    { .label = NC_("act", "Hand Over…"), .action = "work.assign" },
  };

  if (manner == LOKET_WORK_MANNER_SELECTING)
    return no_offers;
  if (manner == LOKET_WORK_MANNER_ELSEWHERE)
    return for_elsewhere;

  return loket_work_is_open (work) ? get_offers (work, now) : no_offers;
}

/**
 * loket_work_offers_get_further:
 * @work: something that asks for work
 *
 * Returns: (array fixed-size=3): what else can be done with it, which its menu offers
 */
const LoketWorkOffer *
loket_work_offers_get_further (const LoketWork *work)
{
  static const LoketWorkOffer for_appointment[LOKET_MOST_OFFERS] = {
    { NC_("act", "Called off"), LOKET_ACT_CANCEL },
  };
  static const LoketWorkOffer for_taken[LOKET_MOST_OFFERS] = {
    { NC_("act", "Reached"), LOKET_ACT_REACH },
  };
  static const LoketWorkOffer for_result[LOKET_MOST_OFFERS] = {
    { NC_("act", "Reached"), LOKET_ACT_REACH },
    { NC_("act", "No answer"), LOKET_ACT_MISS },
  };

  if (work->type == LOKET_WORK_APPOINTMENT)
    return for_appointment;
  if (work->type != LOKET_WORK_CONTACT || !loket_work_is_open (work))
    return no_offers;

  switch (loket_work_act_find_for_test (work))
    {
    case LOKET_ACT_TEST_TAKEN:
      return for_taken;
    case LOKET_ACT_TEST_RESULT:
      return for_result;
    default:
      return no_offers;
    }
}
