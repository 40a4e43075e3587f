/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * When responses were asked for and came in, as far as what left the program tells it apart. */

#pragma once

#include "loket-past.h"
#include "loket-period.h"

G_BEGIN_DECLS

/* The class of rows that nothing tells of. */
#define LOKET_TIMES_NONE G_MAXUINT16

/* The responses of a period that had come in at the time, and had not gone again. */
typedef struct
{
  LoketPeriod period;
  guint64     at; /* when they were counted, as arrivals count */
} LoketTime;

/* Rows of one class were always counted together. */
typedef struct
{
  guint16   *class_of; /* (owned) by row of the frame */
  guint      n_classes;
  GPtrArray *members; /* (owned) of GArray of guint: by time, the classes of its rows */
} LoketTimes;

LoketTimes *loket_times_new  (const LoketPast *past,
                              const GArray    *times);
void        loket_times_free (LoketTimes      *times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketTimes, loket_times_free)

G_END_DECLS
