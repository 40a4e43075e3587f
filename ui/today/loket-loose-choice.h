/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What can be done with a loose end: three choices at most, in the same order for every kind. */

#pragma once

#include "loket-loose-end.h"
#include "loket-work-acts.h"

G_BEGIN_DECLS

#define LOKET_MOST_LOOSE_CHOICES 3

/**
 * LoketLooseWay:
 * @LOKET_LOOSE_ACT: an act ends it for now
 * @LOKET_LOOSE_ASSIGN: a colleague is asked for, who gets it
 * @LOKET_LOOSE_OPEN: the record is opened
 * @LOKET_LOOSE_RESUME: the session is gone on with
 * @LOKET_LOOSE_DISCARD: what was typed is thrown away
 *
 * How a choice goes about it.
 */
typedef enum
{
  LOKET_LOOSE_ACT,
  LOKET_LOOSE_ASSIGN,
  LOKET_LOOSE_OPEN,
  LOKET_LOOSE_RESUME,
  LOKET_LOOSE_DISCARD
} LoketLooseWay;

/**
 * LoketLooseChoice:
 * @label: what the button says
 * @way: how it goes about it
 * @act: which act, when it is one
 * @detail: (nullable): what comes of it, in a few words
 * @value: a moment or a date, as the act takes it; else ""
 */
typedef struct
{
  const char *label;
  LoketLooseWay way;
  LoketWorkAct act;
  char *detail;
  LoketDateText value;
} LoketLooseChoice;

guint loket_loose_choice_list  (LoketLooseEnd    *end,
                                LoketDesk        *desk,
                                LoketLooseChoice  choices[static LOKET_MOST_LOOSE_CHOICES]);
void  loket_loose_choice_clear (LoketLooseChoice *choice);

G_END_DECLS
