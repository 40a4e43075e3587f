/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The blocks of a report, each measured and drawn by itself: what pages are made of. */

#pragma once

#include "loket-paper-table.h"
#include "loket-report.h"

G_BEGIN_DECLS

/* The sizes of letters, in points. */
#define LOKET_PAPER_BODY    10
#define LOKET_PAPER_HEADING 16
#define LOKET_PAPER_TITLE   22

/* A part of a page, in points. A table has rows of its own, and no scene until they are placed. */
typedef struct
{
  double           gap; /* above it, where it does not begin a page */
  double           height;
  gboolean         keeps_next; /* stands on the same page as what follows */
  gboolean         starts_page;
  gboolean         is_text; /* such as a heading */
  gboolean         is_note; /* of the chart above it */
  gboolean         is_caption; /* of the table that follows */
  const char      *tag; /* what a PDF calls it */
  const char      *outline; /* (nullable) borrowed from the report: its name in the contents */
  LoketScene      *scene; /* (owned) (nullable) */
  LoketScene      *large; /* (owned) (nullable) in larger letters, at the same place */
  LoketPaperTable *table; /* (owned) (nullable) */
} LoketPiece;

/* Letters of every size that paper needs. */
typedef struct
{
  LoketLettering *body;
  LoketLettering *heading;
  LoketLettering *title;
} LoketPaperLettering;

LoketPaperLettering *loket_paper_lettering_new  (const char                *family);
void                 loket_paper_lettering_free (LoketPaperLettering       *letterings);
LoketLettering      *loket_paper_lettering_find (const LoketPaperLettering *letterings,
                                                 double                     em);

GArray              *loket_pieces_new           (const LoketReport         *report,
                                                 const LoketPaperLettering *letterings,
                                                 double                     width,
                                                 double                     most_height);

G_END_DECLS
