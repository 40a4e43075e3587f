/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the points of a funnel plot stand, and their names beside them. */

#pragma once

#include "loket-fair.h"
#include "loket-drawing.h"
#include "loket-scale.h"

G_BEGIN_DECLS

/* Limits begin at this n: below it no unit is shown. */
#define LOKET_FUNNEL_FROM 5

typedef struct
{
  char         *name; /* (owned) */
  LoketFairUnit unit;
  gboolean      is_own;
  gboolean      is_thin;
  gboolean      is_selected;
} LoketFunnelUnit;

typedef struct
{
  LoketDrawing drawing;
  char        *title; /* (owned) */
  double       overall;
  double       spread; /* of a unit with one grade */
  GArray      *units; /* (owned) of LoketFunnelUnit, in the order of names; the own are rows */
  GArray      *own; /* (owned) of guint: the units that have a name */
} LoketFunnelChart;

typedef struct
{
  gboolean  is_named;
  LoketRect box; /* of the name */
} LoketFunnelName;

typedef struct
{
  double     em;
  LoketRect  plot;
  double     height;
  LoketScale x;
  LoketScale y;
  GArray    *names; /* (owned) of LoketFunnelName, one for each of the own */
} LoketFunnelLayout;

LoketFunnelLayout *loket_funnel_layout_new       (const LoketFunnelChart  *chart,
                                                  LoketLettering          *lettering,
                                                  double                   width);
void               loket_funnel_layout_free      (LoketFunnelLayout       *layout);
double             loket_funnel_layout_get_x     (const LoketFunnelLayout *layout,
                                                  double                   n);
double             loket_funnel_layout_get_y     (const LoketFunnelLayout *layout,
                                                  double                   mean);
double             loket_funnel_chart_get_limit  (const LoketFunnelChart  *chart,
                                                  double                   n,
                                                  double                   z);
const LoketFunnelUnit *
                   loket_funnel_chart_get_own    (const LoketFunnelChart  *chart,
                                                  guint                    index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketFunnelLayout, loket_funnel_layout_free)

G_END_DECLS
