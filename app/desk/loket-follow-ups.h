/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Contacts and promises of any counsellor, kind and period: what the place Follow-up shows. */

#pragma once

#include "loket-desk.h"
#include "loket-work-item.h"

G_BEGIN_DECLS

/* How many are read at most, and how far the strip of days looks ahead. */
#define LOKET_FOLLOW_UPS_MOST  500
#define LOKET_FOLLOW_UPS_WEEKS 4

/**
 * LoketFollowUpScope:
 * @LOKET_FOLLOW_UPS_OPEN: what is still to be done
 * @LOKET_FOLLOW_UPS_DONE: what was done
 * @LOKET_FOLLOW_UPS_ALL: both
 */
typedef enum
{
  LOKET_FOLLOW_UPS_OPEN,
  LOKET_FOLLOW_UPS_DONE,
  LOKET_FOLLOW_UPS_ALL
} LoketFollowUpScope;

/**
 * LoketFollowUpFilter:
 * @scope: open or done
 * @counsellor_id: (nullable): whose; NULL is everybody's
 * @kind: (nullable): a code of contact_kind, or "promise"
 * @weeks: how many weeks ahead, and of what was done how many back; 0 is without an end
 * @day: (nullable): only what is open on this day
 */
typedef struct
{
  LoketFollowUpScope scope;
  const char *counsellor_id;
  const char *kind;
  guint weeks;
  const char *day;
} LoketFollowUpFilter;

/**
 * LoketFollowUpGroup:
 * @LOKET_FOLLOW_UP_LATE: due before today
 * @LOKET_FOLLOW_UP_TODAY: due today
 * @LOKET_FOLLOW_UP_COMING: due in the coming five working days
 * @LOKET_FOLLOW_UP_WEEK: due in a later week
 * @LOKET_FOLLOW_UP_DONE: done in a month
 */
typedef enum
{
  LOKET_FOLLOW_UP_LATE,
  LOKET_FOLLOW_UP_TODAY,
  LOKET_FOLLOW_UP_COMING,
  LOKET_FOLLOW_UP_WEEK,
  LOKET_FOLLOW_UP_DONE
} LoketFollowUpGroup;

/**
 * LoketFollowUpSlice:
 * @group: what the items have in common
 * @from: of a week its Monday, of a month its first day, else the day of now
 * @items: (element-type LoketWorkItem): the items, in the order of their dates
 *
 * Items that stand under one heading.
 */
typedef struct
{
  LoketFollowUpGroup group;
  LoketDateText from;
  GPtrArray *items;
} LoketFollowUpSlice;

/**
 * LoketFollowUps:
 * @now: the moment that it is made for
 * @slices: (element-type LoketFollowUpSlice): what was found
 * @is_cut: whether more was found than is shown
 * @days: (element-type utf8 int): how many are open on each coming day, whatever the period
 * @n_late: how many are open that were due before today and were not put off; like the next one up
 *   to 1,000
 * @n_today: how many are open that are due today
 */
typedef struct
{
  LoketDateText now;
  GPtrArray *slices;
  gboolean is_cut;
  GHashTable *days;
  guint n_late;
  guint n_today;
} LoketFollowUps;

void            loket_follow_ups_free              (LoketFollowUps             *self);

void            loket_desk_load_follow_ups_async   (LoketDesk                  *desk,
                                                    const LoketFollowUpFilter  *filter,
                                                    GCancellable               *cancellable,
                                                    GAsyncReadyCallback         callback,
                                                    gpointer                    user_data);
LoketFollowUps *loket_desk_load_follow_ups_finish  (LoketDesk                  *desk,
                                                    GAsyncResult               *result,
                                                    GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketFollowUps, loket_follow_ups_free)

G_END_DECLS
