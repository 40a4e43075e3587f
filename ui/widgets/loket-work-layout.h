/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lays a row of work out in columns, or on lines of its own where there is little room. */

#pragma once

#include "loket-work-columns.h"

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_LAYOUT (loket_work_layout_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkLayout, loket_work_layout, LOKET, WORK_LAYOUT, GtkLayoutManager)

/**
 * LoketWorkPart:
 * @LOKET_WORK_PART_ICON: the icon of the kind; not shown where there is little room
 * @LOKET_WORK_PART_TIME: the time or day, instead of an icon
 * @LOKET_WORK_PART_NAME: the client
 * @LOKET_WORK_PART_WHAT: what is to be done
 * @LOKET_WORK_PART_STATE: how it stands
 * @LOKET_WORK_PART_FIRST: the first act
 * @LOKET_WORK_PART_SECOND: the second act
 * @LOKET_WORK_PART_THIRD: the third act; not shown where there is little room
 * @LOKET_WORK_PART_POSTPONE: as the third act, with an icon where there is little room
 * @LOKET_WORK_PART_POSTPONE_ICON: that icon
 * @LOKET_WORK_PART_MENU: all other acts
 *
 * The children of the widget that is laid out, in this order.
 */
typedef enum
{
  LOKET_WORK_PART_ICON,
  LOKET_WORK_PART_TIME,
  LOKET_WORK_PART_NAME,
  LOKET_WORK_PART_WHAT,
  LOKET_WORK_PART_STATE,
  LOKET_WORK_PART_FIRST,
  LOKET_WORK_PART_SECOND,
  LOKET_WORK_PART_THIRD,
  LOKET_WORK_PART_POSTPONE,
  LOKET_WORK_PART_POSTPONE_ICON,
  LOKET_WORK_PART_MENU,
  LOKET_WORK_N_PARTS
} LoketWorkPart;

GtkLayoutManager *loket_work_layout_new (LoketWorkColumns *columns);

G_END_DECLS
