/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a chart consists of once everything has its place: marks that any surface can be drawn with,
 * and areas that can be pointed at. */

#pragma once

#include "loket-lettering.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LoketRect;

typedef enum
{
  LOKET_MARK_BOX, /* its outline stands inside it */
  LOKET_MARK_LINE,
  LOKET_MARK_SHAPE, /* a filled polygon */
  LOKET_MARK_DOT,
  LOKET_MARK_TEXT,
  LOKET_MARK_BEGIN, /* of what a PDF has a name for, such as a row */
  LOKET_MARK_END
} LoketMarkKind;

typedef struct
{
  LoketMarkKind kind;
  LoketInk      fill;
  LoketInk      ink; /* of a line, an outline or a text */
  double        thickness; /* of a line or an outline; 0: as thin as it can be */
  gboolean      is_dashed;
  LoketRect     box;
  double        radius;
  GArray       *points; /* (owned) (nullable) of a line or shape: x and y in turn */
  char         *text; /* (owned) (nullable) or the name of what begins or ends */
  LoketFace     face;
  LoketAlign    align;
  double        x; /* of a text, or the middle of a dot */
  double        middle;
  double        room; /* of a text: how wide its lines may be, 0: it takes one */
  guint         n_lines;
  gboolean      has_halo;
} LoketMark;

/* What is pointed at there: @index of what the chart shows. */
typedef struct
{
  guint     index;
  LoketRect box;
} LoketArea;

typedef struct
{
  double  em;
  double  width;
  double  height;
  GArray *marks; /* (owned) of LoketMark, the lowest first */
  GArray *areas; /* (owned) of LoketArea */
} LoketScene;

LoketScene      *loket_scene_new      (double              em,
                                       double              width);
void             loket_scene_free     (LoketScene         *scene);

void             loket_scene_add_box  (LoketScene         *scene,
                                       const LoketRect    *box,
                                       LoketInk            fill,
                                       LoketInk            outline);
void             loket_scene_add_rule (LoketScene         *scene,
                                       const LoketRect    *from_to,
                                       LoketInk            ink);
LoketMark       *loket_scene_add_line (LoketScene         *scene,
                                       const LoketRect    *from_to,
                                       LoketInk            ink,
                                       double              thickness);
LoketMark       *loket_scene_add_path (LoketScene         *scene,
                                       LoketMarkKind       kind,
                                       GArray             *points);
LoketMark       *loket_scene_add_dot  (LoketScene         *scene,
                                       double              x,
                                       double              y,
                                       double              radius,
                                       LoketInk            fill);
LoketMark       *loket_scene_add_text (LoketScene         *scene,
                                       const LoketLine    *line);
void             loket_scene_add_notice
                                      (LoketScene         *scene,
                                       LoketLettering     *lettering,
                                       const LoketLine    *line,
                                       double              room);
void             loket_scene_begin    (LoketScene         *scene,
                                       const char         *tag);
void             loket_scene_end      (LoketScene         *scene,
                                       const char         *tag);
void             loket_scene_add_area (LoketScene         *scene,
                                       guint               index,
                                       const LoketRect    *box);

const LoketMark *loket_scene_get_mark (const LoketScene   *scene,
                                       guint               number);
int              loket_scene_find     (const LoketScene   *scene,
                                       double              x,
                                       double              y);
gboolean         loket_scene_get_area (const LoketScene   *scene,
                                       guint               index,
                                       LoketRect          *box);
void             loket_scene_draw     (const LoketScene   *scene,
                                       LoketLettering     *lettering,
                                       const LoketPalette *palette,
                                       cairo_t            *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketScene, loket_scene_free)

G_END_DECLS
