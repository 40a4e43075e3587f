/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A mean as a dot with its interval as a line, the same in every chart. */

#pragma once

#include "loket-scale.h"
#include "loket-scene.h"

G_BEGIN_DECLS

typedef struct
{
  double   mean;
  double   low; /* NaN: no interval */
  double   high;
  double   middle; /* its height in the scene */
  gboolean is_hollow;
  gboolean is_dashed;
  LoketInk ink;
} LoketPoint;

void loket_point_add       (LoketScene       *scene,
                            const LoketPoint *point,
                            const LoketScale *scale,
                            double            x,
                            double            width);
void loket_point_add_names (LoketScene       *scene,
                            const LoketScale *scale,
                            const LoketRect  *plot,
                            double            names_middle);
void loket_point_add_lines (LoketScene       *scene,
                            const LoketScale *scale,
                            const LoketRect  *plot);

G_END_DECLS
