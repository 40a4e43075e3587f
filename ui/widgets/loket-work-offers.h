/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a row of work offers to do, what comes next first. */

#pragma once

#include "loket-work-acts.h"
#include "loket-work-row.h"

G_BEGIN_DECLS

#define LOKET_MOST_OFFERS 3

/**
 * LoketWorkOffer:
 * @label: (nullable): the words on the button, to be translated in the context "act"; NULL for none
 * @act: what it does, when there is no action
 * @action: (nullable): the action that does it, instead of work.do
 */
typedef struct
{
  const char *label;
  LoketWorkAct act;
  const char *action;
} LoketWorkOffer;

const LoketWorkOffer *loket_work_offers_get         (const LoketWork *work,
                                                     LoketWorkManner  manner,
                                                     const char      *now);
const LoketWorkOffer *loket_work_offers_get_further (const LoketWork *work);

G_END_DECLS
