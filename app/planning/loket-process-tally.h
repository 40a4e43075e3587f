/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work went: what came in a period, in days, counts and shares, for each unit. */

#pragma once

#include "loket-rules.h"

G_BEGIN_DECLS

/**
 * LoketProcessKind:
 * @LOKET_PROCESS_RESPONSE: working days from the sign-up to the first response
 * @LOKET_PROCESS_PROMISES: promises of the counsellor, and how many were kept on the day
 * @LOKET_PROCESS_RESULT: working days from a test to its result
 * @LOKET_PROCESS_DEBRIEF: working days from the result until it was discussed
 * @LOKET_PROCESS_SESSIONS: sessions held in a closed trajectory
 * @LOKET_PROCESS_MINUTES: minutes of them together
 * @LOKET_PROCESS_AFTERCARE: after-care contacts, and how many reached the client by their first day
 * @LOKET_PROCESS_NO_SHOWS: sessions that were to be held, and to how many the client did not come
 */
typedef enum
{
  LOKET_PROCESS_RESPONSE,
  LOKET_PROCESS_PROMISES,
  LOKET_PROCESS_RESULT,
  LOKET_PROCESS_DEBRIEF,
  LOKET_PROCESS_SESSIONS,
  LOKET_PROCESS_MINUTES,
  LOKET_PROCESS_AFTERCARE,
  LOKET_PROCESS_NO_SHOWS,
  LOKET_N_PROCESS_KINDS
} LoketProcessKind;

/**
 * LoketProcessFigure:
 * @is_hidden: it rests on 1 to 4 cases, or would give another one away: nothing else is set
 * @n: how many cases it rests on
 * @n_open: of days: how many more became due and were not done
 * @part: of a share: how many of them were kept, or did not come
 * @median: of days, sessions and minutes; NaN of nothing
 * @p80: eight of ten had no more
 *
 * One figure of one unit.
 */
typedef struct
{
  gboolean is_hidden;
  guint n;
  guint n_open;
  guint part;
  double median;
  double p80;
} LoketProcessFigure;

/* How often a number of days, sessions or minutes occurred. */
typedef struct
{
  int   value;
  guint count;
} LoketProcessCount;

typedef struct _LoketProcessTally LoketProcessTally;

gboolean           loket_process_kind_is_share      (LoketProcessKind          kind);
gboolean           loket_process_kind_is_in_days    (LoketProcessKind          kind);
gboolean           loket_process_figure_is_empty    (const LoketProcessFigure *figure);

LoketProcessTally *loket_process_tally_new          (const LoketRules         *rules,
                                                     guint                     n_units,
                                                     const char               *from,
                                                     const char               *until);
void               loket_process_tally_free         (LoketProcessTally        *self);
void               loket_process_tally_add_days     (LoketProcessTally        *self,
                                                     guint                     unit,
                                                     LoketProcessKind          kind,
                                                     const char               *since,
                                                     const char               *done);
void               loket_process_tally_add_number   (LoketProcessTally        *self,
                                                     guint                     unit,
                                                     LoketProcessKind          kind,
                                                     const char               *on,
                                                     guint                     number);
void               loket_process_tally_add_case     (LoketProcessTally        *self,
                                                     guint                     unit,
                                                     LoketProcessKind          kind,
                                                     const char               *on,
                                                     gboolean                  is_part);
void               loket_process_tally_add_promised (LoketProcessTally        *self,
                                                     guint                     unit,
                                                     LoketProcessKind          kind,
                                                     const char               *due,
                                                     const char               *done);
LoketProcessFigure loket_process_tally_get          (const LoketProcessTally  *self,
                                                     guint                     unit,
                                                     LoketProcessKind          kind);
GArray            *loket_process_tally_get_spread   (const LoketProcessTally  *self,
                                                     guint                     unit,
                                                     LoketProcessKind          kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketProcessTally, loket_process_tally_free)

G_END_DECLS
