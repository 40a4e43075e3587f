/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The letters of a chart: they measure the same on a screen, on paper and in a file. */

#pragma once

#include "loket-palette.h"

G_BEGIN_DECLS

typedef struct _LoketLettering LoketLettering;

typedef enum
{
  LOKET_FACE_BODY,
  LOKET_FACE_STRONG,
  LOKET_FACE_SMALL,
  LOKET_N_FACES
} LoketFace;

typedef enum
{
  LOKET_ALIGN_LEFT,
  LOKET_ALIGN_CENTRE,
  LOKET_ALIGN_RIGHT
} LoketAlign;

/* A line of text: @x is where it starts, its middle or its end, as @align says. */
typedef struct
{
  const char  *text;
  LoketFace    face;
  LoketAlign   align;
  LoketInk     ink;
  double       x;
  double       middle; /* half way the height of its digits */
} LoketLine;

LoketLettering *loket_lettering_new         (double                em,
                                             const char           *family);
void            loket_lettering_free        (LoketLettering       *self);
double          loket_lettering_get_em      (const LoketLettering *self);
const char     *loket_lettering_get_family  (const LoketLettering *self);
double          loket_lettering_get_width   (LoketLettering       *self,
                                             LoketFace             face,
                                             const char           *text);
guint           loket_lettering_count_lines (LoketLettering       *self,
                                             LoketFace             face,
                                             const char           *text,
                                             double                width);
void            loket_lettering_trace       (LoketLettering       *self,
                                             cairo_t              *cr,
                                             const LoketLine      *line);
void            loket_lettering_draw        (LoketLettering       *self,
                                             cairo_t              *cr,
                                             const LoketLine      *line);
void            loket_lettering_draw_within (LoketLettering       *self,
                                             cairo_t              *cr,
                                             const LoketLine      *line,
                                             double                width,
                                             guint                 n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketLettering, loket_lettering_free)

G_END_DECLS
