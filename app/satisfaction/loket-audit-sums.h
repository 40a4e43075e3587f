/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The figures of releases as sums of atoms. */

#pragma once

#include "loket-atoms.h"
#include "loket-released.h"

G_BEGIN_DECLS

/* The grouping of a sum that is no group. */
#define LOKET_SUM_TOTAL   -1
#define LOKET_SUM_AGAINST -2

/* What is audited: all tables that can bear on one another, the wanted one last. */
typedef struct
{
  const LoketPast *past; /* borrowed */
  LoketFrame      *frame; /* borrowed: of the past */
  GPtrArray       *released; /* (owned) of LoketReleased, borrowed */
  LoketTimes      *times; /* (owned) by release: its period, then the one it is compared with */
  GHashTable      *withheld; /* (owned) what the wanted figures must not show */
} LoketAuditCase;

/* How often somebody changed in which direction is another thing than what he or she answered. */
typedef enum
{
  LOKET_AUDIT_ANSWERS,
  LOKET_AUDIT_PAIRS
} LoketAuditPart;

/* A figure that stands, or can stand, in a release. */
typedef struct
{
  guint release;
  int   grouping; /* of the release, or one of the above */
  guint group;
  guint first_atom; /* in the list of all sums */
  guint n_atoms;
} LoketAuditSum;

typedef struct
{
  const LoketAuditCase *audit; /* borrowed */
  const GArray         *columns; /* borrowed */
  LoketAuditPart        part;
  GPtrArray            *pairs; /* (owned) of LoketAuditPairs */
  LoketAtoms           *atoms; /* (owned) */
  GArray               *sums; /* (owned) of LoketAuditSum, the shortest first */
  GArray               *lists; /* (owned) of guint: the atoms of all sums */
} LoketAuditSums;

LoketAuditSums *loket_audit_sums_new       (const LoketAuditCase *audit,
                                            const GArray         *columns,
                                            const LoketItem      *item,
                                            LoketAuditPart        part);
void            loket_audit_sums_free      (LoketAuditSums       *self);
gboolean        loket_audit_sums_is_wanted (const LoketAuditSums *self,
                                            const LoketAuditSum  *sum);
guint           loket_audit_sums_get_shown (const LoketAuditSums *self,
                                            const LoketAuditSum  *sum,
                                            const char           *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketAuditSums, loket_audit_sums_free)

G_END_DECLS
