/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row of work: who, what, how it stands, and the acts that are one click away. */

#pragma once

#include "loket-desk.h"
#include "loket-work-columns.h"
#include "loket-work-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_ROW (loket_work_row_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkRow, loket_work_row, LOKET, WORK_ROW, GtkWidget)

/**
 * LoketWorkManner:
 * @LOKET_WORK_MANNER_OWN: it is worked on
 * @LOKET_WORK_MANNER_SELECTING: it is selected, and offers no acts
 * @LOKET_WORK_MANNER_ELSEWHERE: it waits with another counsellor, and can be taken over
 *
 * What a row is there for.
 */
typedef enum
{
  LOKET_WORK_MANNER_OWN,
  LOKET_WORK_MANNER_SELECTING,
  LOKET_WORK_MANNER_ELSEWHERE
} LoketWorkManner;

GtkWidget     *loket_work_row_new         (LoketDesk        *desk,
                                           LoketWorkColumns *columns);
LoketWorkItem *loket_work_row_get_item    (LoketWorkRow     *self);
void           loket_work_row_set_item    (LoketWorkRow     *self,
                                           LoketWorkItem    *item,
                                           const char       *now,
                                           gboolean          names_counsellor);
void           loket_work_row_set_is_next (LoketWorkRow     *self,
                                           gboolean          is_next);
void           loket_work_row_set_manner  (LoketWorkRow     *self,
                                           LoketWorkManner   manner);
gboolean       loket_work_row_press       (LoketWorkRow     *self,
                                           guint             number);

G_END_DECLS
