/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Turns each block of a report into a piece of a page. */

#include "loketten-config.h"

#include "loket-report-pieces.h"

#include "loket-key-figures.h"

#include <math.h>

/* In points. */
#define SMALL_GAP    4
#define BODY_GAP     8
#define BLOCK_GAP    10
#define SECTION_GAP  18
#define LINE_PITCH   1.3 /* as letters are set */
#define SMALL        0.85
#define BULLET_ROOM  14
#define BULLET_SIZE  2.4
#define FIGURE_GAP   12
#define SHRINK       0.94
#define LEAST_EM     4

/* What all pieces are made with. */
typedef struct
{
  const LoketReport *report;
  const LoketPaperLettering *letterings;
  double width;
  double most_height;
  GArray *pieces;
} Maker;

/**
 * loket_paper_lettering_new:
 *
 * Returns: (transfer full): letters, for use in one thread
 */
LoketPaperLettering *
loket_paper_lettering_new (const char *family)
{
  LoketPaperLettering *letterings = g_new0 (LoketPaperLettering, 1);

  letterings->body = loket_lettering_new (LOKET_PAPER_BODY, family);
  letterings->heading = loket_lettering_new (LOKET_PAPER_HEADING, family);
  letterings->title = loket_lettering_new (LOKET_PAPER_TITLE, family);

  return letterings;
}

void
loket_paper_lettering_free (LoketPaperLettering *letterings)
{
  g_clear_pointer (&letterings->body, loket_lettering_free);
  g_clear_pointer (&letterings->heading, loket_lettering_free);
  g_clear_pointer (&letterings->title, loket_lettering_free);
  g_free (letterings);
}

/**
 * loket_paper_lettering_find:
 *
 * Returns: (transfer none) (nullable): the letters of a scene of that size; NULL when it is none of
 *   the sizes above: a chart that was made smaller
 */
LoketLettering *
loket_paper_lettering_find (const LoketPaperLettering *letterings,
                            double                     em)
{
  LoketLettering *const all[] = { letterings->body, letterings->heading, letterings->title };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (fabs (loket_lettering_get_em (all[i]) - em) < 0.001)
        return all[i];
    }

  return NULL;
}

static void
clear_piece (gpointer data)
{
  LoketPiece *piece = data;

  g_clear_pointer (&piece->scene, loket_scene_free);
  g_clear_pointer (&piece->large, loket_scene_free);
  g_clear_pointer (&piece->table, loket_paper_table_free);
}

/* Adds a text below what is in the scene already, in as many lines as it takes. */
static void
add_lines (LoketScene     *scene,
           LoketLettering *lettering,
           const char     *text,
           LoketLine       line,
           double          room)
{
  double size = scene->em * (line.face == LOKET_FACE_SMALL ? SMALL : 1);
  LoketMark *mark = NULL;

  line.text = text;
  line.middle = scene->height + LINE_PITCH / 2 * size;
  mark = loket_scene_add_text (scene, &line);
  mark->room = room;
  mark->n_lines = loket_lettering_count_lines (lettering, line.face, text, room);
  scene->height += mark->n_lines * LINE_PITCH * size;
}

/* How a block of text looks. All stand on the same page as what follows them. */
static const struct
{
  double size;
  LoketFace face;
  LoketInk ink;
  double gap;
  const char *tag;
} looks[] = {
  [LOKET_BLOCK_TOPIC] = { LOKET_PAPER_BODY, LOKET_FACE_BODY, LOKET_INK_SECONDARY, SECTION_GAP,
                          "P" },
  [LOKET_BLOCK_TITLE] = { LOKET_PAPER_TITLE, LOKET_FACE_STRONG, LOKET_INK_TEXT, SMALL_GAP, "H1" },
  [LOKET_BLOCK_HEADING] = { LOKET_PAPER_HEADING, LOKET_FACE_STRONG, LOKET_INK_TEXT, SMALL_GAP,
                            "H2" },
  [LOKET_BLOCK_SUBHEADING] = { LOKET_PAPER_BODY, LOKET_FACE_STRONG, LOKET_INK_TEXT, SECTION_GAP,
                               "H3" },
  [LOKET_BLOCK_LEAD] = { LOKET_PAPER_BODY, LOKET_FACE_BODY, LOKET_INK_SECONDARY, SMALL_GAP, "P" },
  [LOKET_BLOCK_BODY] = { LOKET_PAPER_BODY, LOKET_FACE_BODY, LOKET_INK_TEXT, SMALL_GAP, "P" },
  [LOKET_BLOCK_NOTE] = { LOKET_PAPER_BODY, LOKET_FACE_SMALL, LOKET_INK_SECONDARY, SMALL_GAP, "P" },
};

/* What follows a topic stands close under it. */
static double
get_gap (const Maker      *maker,
         const LoketReportBlock *block)
{
  const LoketReportBlock *before = maker->pieces->len > 0 ? block - 1 : NULL;

  if (before != NULL && before->kind == LOKET_BLOCK_TOPIC)
    return SMALL_GAP;

  return looks[block->kind].gap;
}

static void
add_text (Maker            *maker,
          const LoketReportBlock *block)
{
  LoketScene *scene = loket_scene_new (looks[block->kind].size, maker->width);
  LoketPiece piece = { .gap = get_gap (maker, block),
                       .is_text = TRUE,
                       .tag = looks[block->kind].tag,
                       .scene = scene };

  add_lines (scene, loket_paper_lettering_find (maker->letterings, scene->em), block->text,
             (LoketLine) { .face = looks[block->kind].face,
                           .align = LOKET_ALIGN_LEFT,
                           .ink = looks[block->kind].ink },
             maker->width);
  piece.height = scene->height;
  piece.is_note = block->kind == LOKET_BLOCK_NOTE;
  piece.keeps_next = TRUE;
  piece.outline = block->kind == LOKET_BLOCK_HEADING || block->kind == LOKET_BLOCK_TITLE
                      ? block->text
                      : NULL;
  g_array_append_val (maker->pieces, piece);
}

/* A conclusion is followed by what it rests on; what somebody wrote stands alone. */
static void
add_bullet (Maker            *maker,
            const LoketReportBlock *block)
{
  double room = maker->width - BULLET_ROOM;
  LoketScene *scene = loket_scene_new (LOKET_PAPER_BODY, maker->width);
  gboolean is_quote = block->kind == LOKET_BLOCK_QUOTE;
  LoketPiece piece = { .gap = is_quote ? SMALL_GAP : BODY_GAP,
                       .tag = "LI",
                       .scene = scene };

  loket_scene_add_dot (scene, BULLET_SIZE, LINE_PITCH / 2 * scene->em, BULLET_SIZE,
                       is_quote ? LOKET_INK_PAST : LOKET_INK_ACCENT);
  add_lines (scene, maker->letterings->body, block->text,
             (LoketLine) { .face = is_quote ? LOKET_FACE_BODY : LOKET_FACE_STRONG,
                           .ink = LOKET_INK_TEXT,
                           .x = BULLET_ROOM },
             room);
  if (block->note != NULL && *block->note != '\0')
    add_lines (scene, maker->letterings->body, block->note,
               (LoketLine) { .face = LOKET_FACE_BODY, .ink = LOKET_INK_TEXT, .x = BULLET_ROOM },
               room);
  piece.height = scene->height;
  g_array_append_val (maker->pieces, piece);
}

/* Caption, value, and what stands under it; gives how high it is. */
static double
add_figure (Maker                *maker,
            LoketPiece           *piece,
            const LoketKeyFigure *figure,
            double                x,
            double                room)
{
  const char *const lines[] = { figure->past, figure->verdict, figure->note };
  LoketScene *scene = piece->scene;

  scene->height = 0;
  add_lines (scene, maker->letterings->body, figure->caption,
             (LoketLine) { .face = LOKET_FACE_SMALL, .ink = LOKET_INK_SECONDARY, .x = x }, room);
  piece->large->height = scene->height + SMALL_GAP / 2;
  add_lines (piece->large, maker->letterings->title, figure->value,
             (LoketLine) { .face = LOKET_FACE_STRONG, .ink = LOKET_INK_TEXT, .x = x }, room);
  scene->height = piece->large->height + SMALL_GAP / 2;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (*lines[i] != '\0')
        add_lines (scene, maker->letterings->body, lines[i],
                   (LoketLine) { .face = LOKET_FACE_SMALL,
                                 .ink = i < 2 ? LOKET_INK_TEXT : LOKET_INK_SECONDARY,
                                 .x = x },
                   room);
    }

  return scene->height;
}

static void
add_figures (Maker            *maker,
             const LoketReportBlock *block)
{
  LoketPiece piece = { .gap = SECTION_GAP,
                       .tag = "P",
                       .scene = loket_scene_new (LOKET_PAPER_BODY, maker->width),
                       .large = loket_scene_new (LOKET_PAPER_TITLE, maker->width) };
  double column = maker->width / block->figures->len;

  for (guint i = 0; i < block->figures->len; i++)
    {
      double indent = i > 0 ? FIGURE_GAP / 2 : 0;

      piece.height = fmax (piece.height,
                           add_figure (maker, &piece, g_ptr_array_index (block->figures, i),
                                       i * column + indent, column - FIGURE_GAP - indent));
    }
  for (guint i = 1; i < block->figures->len; i++)
    loket_scene_add_rule (
        piece.scene, &(LoketRect) { i * column - FIGURE_GAP / 2, 0, 0, piece.height },
        LOKET_INK_GRID);
  g_array_append_val (maker->pieces, piece);
}

/* A chart that is higher than a page is made smaller until it fits. */
static void
add_chart (Maker            *maker,
           const LoketReportBlock *block)
{
  LoketPiece piece = { .gap = BLOCK_GAP, .tag = "Figure" };

  for (double em = LOKET_PAPER_BODY; em > LEAST_EM; em *= SHRINK)
    {
      g_autoptr (LoketLettering) lettering =
          loket_lettering_new (em, loket_lettering_get_family (maker->letterings->body));

      g_clear_pointer (&piece.scene, loket_scene_free);
      piece.scene = block->drawing->klass->compose (block->drawing, lettering, maker->width);
      piece.height = piece.scene->height;
      if (piece.height <= maker->most_height)
        break;
    }
  piece.keeps_next = TRUE;
  g_array_append_val (maker->pieces, piece);
}

static void
add_table (Maker            *maker,
           const LoketReportBlock *block)
{
  LoketPiece caption = { .gap = BLOCK_GAP, .tag = "P", .keeps_next = TRUE, .is_caption = TRUE };
  LoketPiece piece = { .gap = SMALL_GAP, .tag = "Table" };

  if (block->text != NULL)
    {
      caption.scene = loket_scene_new (LOKET_PAPER_BODY, maker->width);
      add_lines (caption.scene, maker->letterings->body, block->text,
                 (LoketLine) { .face = LOKET_FACE_BODY, .ink = LOKET_INK_SECONDARY },
                 maker->width);
      caption.height = caption.scene->height;
      g_array_append_val (maker->pieces, caption);
    }
  piece.table = loket_paper_table_new (block->sheet, maker->letterings->body, maker->width);
  g_array_append_val (maker->pieces, piece);
}

/* A chart and its note stand with the table behind it. */
static gboolean
has_more (const LoketReport *report,
          guint              number)
{
  const LoketReportBlock *block = loket_report_get_block (report, number);
  LoketReportBlockKind next;

  if (block->kind != LOKET_BLOCK_CHART && block->kind != LOKET_BLOCK_NOTE)
    return TRUE;
  if (number + 1 == report->blocks->len)
    return FALSE;

  next = loket_report_get_block (report, number + 1)->kind;

  return next == LOKET_BLOCK_NOTE || next == LOKET_BLOCK_TABLE;
}

static void
add_block (Maker            *maker,
           const LoketReportBlock *block)
{
  if (block->kind == LOKET_BLOCK_BULLET || block->kind == LOKET_BLOCK_QUOTE)
    add_bullet (maker, block);
  else if (block->kind == LOKET_BLOCK_FIGURES)
    add_figures (maker, block);
  else if (block->kind == LOKET_BLOCK_CHART)
    add_chart (maker, block);
  else if (block->kind == LOKET_BLOCK_TABLE)
    add_table (maker, block);
  else
    add_text (maker, block);
}

/* A heading begins a page, or the topic above it does. */
static gboolean
starts_page (const LoketReport *report,
             guint              number)
{
  const LoketReportBlock *block = loket_report_get_block (report, number);
  gboolean has_topic =
      number > 0 && loket_report_get_block (report, number - 1)->kind == LOKET_BLOCK_TOPIC;

  if (block->kind == LOKET_BLOCK_HEADING)
    return !has_topic;

  return block->kind == LOKET_BLOCK_TOPIC && number + 1 < report->blocks->len
         && loket_report_get_block (report, number + 1)->kind == LOKET_BLOCK_HEADING;
}

/**
 * loket_pieces_new:
 * @report: outlives the pieces, as do @letterings
 * @width: of a page, without its margins
 * @most_height: likewise
 *
 * Returns: (transfer full) (element-type LoketPiece): everything in the order in which it is read
 */
GArray *
loket_pieces_new (const LoketReport         *report,
                  const LoketPaperLettering *letterings,
                  double                     width,
                  double                     most_height)
{
  Maker maker = { report, letterings, width, most_height,
                  g_array_new (FALSE, TRUE, sizeof (LoketPiece)) };

  g_array_set_clear_func (maker.pieces, clear_piece);
  for (guint i = 0; i < report->blocks->len; i++)
    {
      guint first = maker.pieces->len;

      add_block (&maker, loket_report_get_block (report, i));
      g_array_index (maker.pieces, LoketPiece, first).starts_page = starts_page (report, i);
      if (!has_more (report, i))
        g_array_index (maker.pieces, LoketPiece, first).keeps_next = FALSE;
    }

  return maker.pieces;
}
