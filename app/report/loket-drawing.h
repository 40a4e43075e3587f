/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A chart of any kind: it is measured and drawn at any width, says itself as a table, and knows
 * what is pointed at. Measured in the size of the font, so that the same drawing serves a window,
 * enlarged text and paper. */

#pragma once

#include "loket-scene.h"
#include "loket-sheet.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How a chart is drawn. */
typedef struct
{
  double      em; /* the size of the body font, in units of what is drawn on */
  const char *family; /* of the font */
  gboolean    is_dark;
} LoketChartStyle;

/* What a click means on a row of a chart that shows a question in each row. */
#define LOKET_TARGET_QUESTION "question"

/* What a click on a part of a chart means: the responses with @value of the grouping @by. */
typedef struct
{
  char *by; /* (owned) the id of a grouping or an item */
  char *value; /* (owned) */
} LoketTarget;

typedef struct _LoketDrawing LoketDrawing;

/* What a kind of chart does; everything else is the same for all. */
typedef struct
{
  LoketScene *(*compose)  (const LoketDrawing *drawing,
                           LoketLettering     *lettering,
                           double              width);
  LoketSheet *(*tabulate) (const LoketDrawing *drawing);
  char       *(*describe) (const LoketDrawing *drawing, /* (nullable) else as the sheet does */
                           guint               index);
  void        (*clear)    (LoketDrawing       *drawing);
} LoketDrawingClass;

/* The head of every kind. Immutable once made: made on one thread, drawn on any. */
struct _LoketDrawing
{
  const LoketDrawingClass *klass;
  GArray                  *targets; /* (owned) of LoketTarget, by index; may have none */
};

gpointer           loket_drawing_alloc      (const LoketDrawingClass *klass,
                                             gsize                    size);
void               loket_drawing_add_target (LoketDrawing            *drawing,
                                             const char              *by,
                                             const char              *value);
LoketDrawing      *loket_drawing_ref        (LoketDrawing            *drawing);
void               loket_drawing_unref      (LoketDrawing            *drawing);

LoketScene        *loket_drawing_compose    (const LoketDrawing      *drawing,
                                             const LoketChartStyle   *style,
                                             double                   width);
double             loket_drawing_measure    (const LoketDrawing      *drawing,
                                             const LoketChartStyle   *style,
                                             double                   width);
void               loket_drawing_draw       (const LoketDrawing      *drawing,
                                             const LoketChartStyle   *style,
                                             cairo_t                 *cr,
                                             double                   width);
int                loket_drawing_find       (const LoketDrawing      *drawing,
                                             const LoketChartStyle   *style,
                                             double                   width,
                                             double                   x,
                                             double                   y);
const LoketTarget *loket_drawing_get_target (const LoketDrawing      *drawing,
                                             guint                    index);
LoketSheet        *loket_drawing_tabulate   (const LoketDrawing      *drawing);
char              *loket_drawing_describe   (const LoketDrawing      *drawing,
                                             guint                    index);
char              *loket_drawing_to_text    (const LoketDrawing      *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDrawing, loket_drawing_unref)

G_END_DECLS
