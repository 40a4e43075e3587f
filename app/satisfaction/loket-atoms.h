/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The smallest sets of persons that tables by certain columns can tell of.
 *
 * Persons with the same values in all columns are alike; those of them in one class of times are an
 * atom. Every figure of those tables is a sum of atoms. A response that was corrected is an atom by
 * itself as it was before and as it is now. */

#pragma once

#include "loket-times.h"

G_BEGIN_DECLS

typedef struct
{
  const LoketPast  *past; /* borrowed */
  LoketFrame       *frame; /* borrowed: of the past */
  const LoketTimes *times; /* borrowed */
  guint             n_kinds; /* combinations of values that occur */
  GArray           *samples; /* (owned) of guint32: by kind, a row of the frame */
  guint             n_atoms;
  guint32          *atom_of_row; /* (owned) from 1; 0 where nothing tells of the row */
  guint32          *atom_of_cell; /* (owned) by kind and class of time; 0 where there is none */
} LoketAtoms;

LoketAtoms *loket_atoms_new       (const LoketPast     *past,
                                   const LoketTimes    *times,
                                   const GArray        *columns,
                                   const GPtrArray     *marks);
void        loket_atoms_free      (LoketAtoms          *atoms);
gboolean    loket_atoms_is_in_group
                                  (const LoketAtoms    *atoms,
                                   guint                kind,
                                   const LoketGrouping *grouping,
                                   guint                group);
void        loket_atoms_append    (const LoketAtoms    *atoms,
                                   guint                kind,
                                   const GArray        *classes,
                                   GArray              *to);
guint32    *loket_atoms_count     (const LoketAtoms    *atoms,
                                   const LoketItem     *item);
gboolean    loket_atoms_is_alike  (const LoketAtoms    *atoms,
                                   const LoketItem     *item,
                                   gsize                one,
                                   gsize                other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketAtoms, loket_atoms_free)

G_END_DECLS
