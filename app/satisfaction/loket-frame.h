/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All responses to a questionnaire as columns of small codes, so that they can be counted fast.
 *
 * A frame is filled once, then only read; reading is safe from several threads. Versions of
 * different years share the columns of an item; the codes are those of loket-item.h. */

#pragma once

#include "loket-facts.h"
#include "loket-grouping.h"
#include "loket-names.h"

G_BEGIN_DECLS

#define LOKET_TYPE_FRAME (loket_frame_get_type ())

G_DECLARE_FINAL_TYPE (LoketFrame, loket_frame, LOKET, FRAME, GObject)

typedef struct
{
  int         month; /* as loket_month_new() counts */
  int         wave; /* 0 first */
  const char *office; /* as the survey gave it, may be empty */
  const char *counsellor;
  int         version; /* the year from which the version of the answers holds */
  const char *answers; /* as loket_answers_finish() left them */
  guint64     arrival; /* greater than that of all responses that came in before */
  const char *person; /* (nullable) who answered, the same in every wave */
  const guint8 *facts; /* (nullable) bands of the trajectory that it is about, by fact */
} LoketFrameRow;

typedef struct
{
  int   month;
  guint office; /* number of its name, 0: all together */
  guint counsellor;
  guint sent;
} LoketFrameInvited;

LoketFrame         *loket_frame_new               (LoketQuestionnaire   *questionnaire);
gboolean            loket_frame_append            (LoketFrame           *self,
                                                   const LoketFrameRow  *row,
                                                   GError              **error);
gboolean            loket_frame_has_facts         (LoketFrame           *self);
gboolean            loket_frame_add_invited       (LoketFrame           *self,
                                                   int                   month,
                                                   const char           *office,
                                                   const char           *counsellor,
                                                   guint                 sent,
                                                   GError              **error);
void                loket_frame_link_waves        (LoketFrame           *self);

void                loket_frame_set_stamp         (LoketFrame           *self,
                                                   const char           *stamp);
const char         *loket_frame_get_stamp         (LoketFrame           *self);
LoketQuestionnaire *loket_frame_get_questionnaire (LoketFrame           *self);
gsize               loket_frame_get_n_rows        (LoketFrame           *self);
const guint16      *loket_frame_get_months        (LoketFrame           *self);
const guint64      *loket_frame_get_arrivals      (LoketFrame           *self);
const guint16      *loket_frame_get_offices       (LoketFrame           *self);
const guint16      *loket_frame_get_counsellors   (LoketFrame           *self);
const guint8       *loket_frame_get_column        (LoketFrame           *self,
                                                   const LoketItem      *item,
                                                   guint                 option);
const guint8       *loket_frame_get_derived_column
                                                  (LoketFrame           *self,
                                                   const LoketDerived   *derived);
const guint8       *loket_frame_get_fact_column   (LoketFrame           *self,
                                                   LoketFact             fact);
GHashTable         *loket_frame_get_carried       (LoketFrame           *self);
const guint8       *loket_frame_get_group_column  (LoketFrame           *self,
                                                   const LoketGrouping  *grouping);
const guint8       *loket_frame_get_waves         (LoketFrame           *self);
const guint32      *loket_frame_get_persons       (LoketFrame           *self);
guint               loket_frame_get_n_persons     (LoketFrame           *self);
const LoketNames   *loket_frame_get_office_names  (LoketFrame           *self);
const LoketNames   *loket_frame_get_counsellor_names
                                                  (LoketFrame           *self);
const GArray       *loket_frame_get_invited       (LoketFrame           *self);

guint               loket_frame_get_n_groups      (LoketFrame           *self,
                                                   const LoketGrouping  *grouping);
guint               loket_frame_get_n_values      (LoketFrame           *self,
                                                   const LoketGrouping  *base);
gboolean            loket_frame_is_in_group       (LoketFrame           *self,
                                                   const LoketGrouping  *grouping,
                                                   guint                 value,
                                                   guint                 group);
GArray             *loket_frame_order_groups      (LoketFrame           *self,
                                                   const LoketGrouping  *grouping);
int                 loket_frame_find_group        (LoketFrame           *self,
                                                   const LoketGrouping  *grouping,
                                                   const char           *value);
const char         *loket_frame_get_group_value   (LoketFrame           *self,
                                                   const LoketGrouping  *grouping,
                                                   guint                 group);
const char         *loket_frame_get_group_text    (LoketFrame           *self,
                                                   const LoketGrouping  *grouping,
                                                   guint                 group,
                                                   const char           *language);

G_END_DECLS
