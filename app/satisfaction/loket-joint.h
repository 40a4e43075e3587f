/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Groupings that are counted together, with one counter for each combination of their groups. */

#pragma once

#include "loket-frame.h"

G_BEGIN_DECLS

/* One column by whose values rows are told apart. A derived group without a column of its own has
 * the dimension of its item. */
typedef struct
{
  LoketGrouping  grouping; /* never a derived one without a column */
  guint          n_values; /* value 0: without a value */
  guint          stride; /* what one step of the value adds to the number of the cell */
  const guint8  *narrow; /* (nullable) borrowed from the frame */
  const guint16 *wide; /* (nullable) borrowed from the frame */
  guint32        steps[256]; /* value times stride by code, for a narrow column */
} LoketDimension;

/* A combination of values is a cell: a number in mixed radix over the dimensions. */
typedef struct
{
  GArray *dimensions; /* (owned) of LoketDimension */
  guint   n_cells;
} LoketJoint;

LoketJoint           *loket_joint_new             (void);
void                  loket_joint_free            (LoketJoint           *joint);
void                  loket_joint_add             (LoketJoint           *joint,
                                                   LoketFrame           *frame,
                                                   const LoketGrouping  *grouping);
GPtrArray            *loket_joint_plan            (LoketFrame           *frame,
                                                   const GArray         *groupings,
                                                   guint                 max_cells);
const LoketDimension *loket_joint_find            (const LoketJoint     *joint,
                                                   const LoketGrouping  *grouping);
void                  loket_joint_number_rows     (const LoketJoint     *joint,
                                                   gsize                 first_row,
                                                   const guint16        *picked,
                                                   guint                 n_picked,
                                                   guint32              *cells);
guint                 loket_dimension_get_group   (const LoketDimension *dimension,
                                                   const LoketGrouping  *grouping,
                                                   guint                 cell);
gboolean              loket_dimension_has_group   (const LoketDimension *dimension,
                                                   const LoketGrouping  *grouping,
                                                   guint                 cell,
                                                   guint                 group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketJoint, loket_joint_free)

G_END_DECLS
