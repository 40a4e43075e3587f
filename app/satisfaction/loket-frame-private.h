/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a frame is made of; for the files that fill and read its columns. */

#pragma once

#include "loket-frame.h"

G_BEGIN_DECLS

struct _LoketFrame
{
  GObject             parent_instance;

  LoketQuestionnaire *questionnaire; /* (owned) */
  GArray             *first_columns; /* (owned) of guint, by number of the item */
  GHashTable         *item_numbers; /* (owned) number by LoketItem */
  guint8            (*codes)[256]; /* (owned) code by character, by number of the item */
  GPtrArray          *slots; /* (owned) of GArray of Slot, by number of the version */
  GHashTable         *derived_columns; /* (owned) number of a column by LoketDerived */
  GHashTable         *carried; /* (owned) column by LoketItem or LoketDerived, see link_waves */
  guint               n_columns;
  guint               first_fact; /* number of the column of the first fact */
  gboolean            has_facts; /* of any row */
  guint8            **columns; /* (owned) n_columns of capacity bytes */
  char               *stamp; /* (owned) (nullable) of what is stored, when the frame was filled */
  guint16            *months; /* (owned) */
  guint64            *arrivals; /* (owned) */
  guint8             *waves; /* (owned) the index of the wave, from 1; 0 for none */
  GHashTable         *person_numbers; /* (owned) (nullable) number by person, with several waves */
  guint32            *persons; /* (owned) (nullable) 0 for nobody known */
  guint16            *offices; /* (owned) */
  guint16            *counsellors; /* (owned) */
  gsize               n_rows;
  gsize               capacity;
  LoketNames         *office_names; /* (owned) */
  LoketNames         *counsellor_names; /* (owned) */
  GArray             *invited; /* (owned) of LoketFrameInvited */
};

void loket_frame_append_facts (LoketFrame   *self,
                               const guint8 *facts);

G_END_DECLS
