/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What holds for charts of every kind: nothing overlaps, everything stands within, at any width. */

#include "chart-samples.h"
#include "satisfaction-fixture.h"

#include <math.h>

#define EM 14.67

typedef struct
{
  LoketFrame *frame;
  GArray *samples;
  LoketLettering *lettering;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LoketQuestionnaire) kto = satisfaction_load_kto ();

  fixture->frame = satisfaction_load_frame (kto);
  fixture->samples = chart_samples_new (fixture->frame);
  fixture->lettering = loket_lettering_new (EM, "Cantarell");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->samples);
  loket_lettering_free (fixture->lettering);
  g_assert_finalize_object (fixture->frame);
}

static const ChartSample *
get_sample (Fixture *fixture,
            guint    index)
{
  return &g_array_index (fixture->samples, ChartSample, index);
}

static LoketScene *
compose (const ChartSample *sample,
         double             ems)
{
  const LoketChartStyle style = { EM, "Cantarell", FALSE };

  return loket_drawing_compose (sample->drawing, &style, ems * EM);
}

/* What a text covers: its digits are 0.7 of the font high. */
static LoketRect
get_box (Fixture         *fixture,
         const LoketMark *mark)
{
  double size = EM * (mark->face == LOKET_FACE_SMALL ? 0.85 : 1);
  double width = loket_lettering_get_width (fixture->lettering, mark->face, mark->text);
  guint n_lines = 1;
  LoketRect box = { mark->x, mark->middle - 0.35 * size, width, 0.7 * size };

  if (mark->room > 0)
    {
      n_lines = MIN (mark->n_lines,
                     loket_lettering_count_lines (fixture->lettering, mark->face, mark->text,
                                                  mark->room));
      box.width = fmin (width, mark->room);
    }
  box.height += (n_lines - 1) * 1.3 * size;
  if (mark->align == LOKET_ALIGN_CENTRE)
    box.x -= box.width / 2;
  if (mark->align == LOKET_ALIGN_RIGHT)
    box.x -= box.width;

  return box;
}

static gboolean
overlaps (const LoketRect *one,
          const LoketRect *other)
{
  return one->x < other->x + other->width - 0.5 && other->x < one->x + one->width - 0.5
         && one->y < other->y + other->height - 0.5 && other->y < one->y + one->height - 0.5;
}

static void
check_texts (Fixture           *fixture,
             const ChartSample *sample,
             double             ems)
{
  g_autoptr (LoketScene) scene = compose (sample, ems);

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const LoketMark *mark = loket_scene_get_mark (scene, i);
      LoketRect box;

      if (mark->kind != LOKET_MARK_TEXT || *mark->text == '\0')
        continue;
      box = get_box (fixture, mark);
      if (box.x < -0.5 || box.y < -0.5 || box.x + box.width > scene->width + 0.5
          || box.y + box.height > scene->height + 0.5)
        g_error ("%s at %.0f em: “%s” stands outside", sample->name, ems, mark->text);
      for (guint k = 0; k < i; k++)
        {
          const LoketMark *other = loket_scene_get_mark (scene, k);
          LoketRect other_box;

          if (other->kind != LOKET_MARK_TEXT || *other->text == '\0')
            continue;
          other_box = get_box (fixture, other);
          if (overlaps (&box, &other_box))
            g_error ("%s at %.0f em: “%s” covers “%s”", sample->name, ems, mark->text, other->text);
        }
    }
}

static void
test_texts_stand_within_and_apart (Fixture       *fixture,
                                   gconstpointer  data)
{
  for (guint i = 0; i < fixture->samples->len; i++)
    {
      for (double ems = 12; ems <= 80; ems += 1)
        check_texts (fixture, get_sample (fixture, i), ems);
    }
}

static void
test_bars_stand_within (Fixture       *fixture,
                        gconstpointer  data)
{
  for (guint i = 0; i < fixture->samples->len; i++)
    {
      for (double ems = 12; ems <= 80; ems += 3)
        {
          g_autoptr (LoketScene) scene = compose (get_sample (fixture, i), ems);

          for (guint k = 0; k < scene->marks->len; k++)
            {
              const LoketMark *mark = loket_scene_get_mark (scene, k);

              if (mark->kind != LOKET_MARK_BOX)
                continue;
              g_assert_cmpfloat (mark->box.width, >=, 0);
              g_assert_cmpfloat (mark->box.x, >=, -0.01);
              g_assert_cmpfloat (mark->box.x + mark->box.width, <=, scene->width + 0.01);
              g_assert_cmpfloat (mark->box.y + mark->box.height, <=, scene->height);
            }
        }
    }
}

/* A box of the card's colour lies between the grid and what stands in place of a point. */
static void
test_no_grid_runs_through_a_notice (Fixture       *fixture,
                                    gconstpointer  data)
{
  const LoketLine line = { "Hidden: it could be traced to persons.", LOKET_FACE_SMALL,
                           LOKET_ALIGN_LEFT, LOKET_INK_SECONDARY, 80, 20 };
  double width = loket_lettering_get_width (fixture->lettering, line.face, line.text);

  for (guint room = 100; room <= 1000; room += 900)
    {
      g_autoptr (LoketScene) scene = loket_scene_new (EM, 1200);
      const LoketMark *box, *text;

      loket_scene_add_notice (scene, fixture->lettering, &line, room);
      g_assert_cmpuint (scene->marks->len, ==, 2);
      box = loket_scene_get_mark (scene, 0);
      text = loket_scene_get_mark (scene, 1);
      g_assert_cmpint (box->kind, ==, LOKET_MARK_BOX);
      g_assert_cmpint (box->fill, ==, LOKET_INK_CARD);
      g_assert_cmpfloat (box->box.x, <, line.x);
      g_assert_cmpfloat (box->box.x + box->box.width, >=, line.x + MIN (width, room) - 0.01);
      g_assert_cmpfloat (box->box.x + box->box.width, <=, line.x + room + 0.01);
      g_assert_cmpfloat (text->room, ==, room);
    }
}

static void
test_twice_the_font_is_twice_the_drawing (Fixture       *fixture,
                                          gconstpointer  data)
{
  const LoketChartStyle one = { EM, "Cantarell", FALSE };
  const LoketChartStyle two = { 2 * EM, "Cantarell", FALSE };

  for (guint i = 0; i < fixture->samples->len; i++)
    {
      const LoketDrawing *drawing = get_sample (fixture, i)->drawing;

      for (double ems = 21.5; ems < 80; ems += 10)
        g_assert_cmpfloat_with_epsilon (loket_drawing_measure (drawing, &two, 2 * ems * EM),
                                        2 * loket_drawing_measure (drawing, &one, ems * EM), 3);
    }
}

/* Every row of the table can be pointed at, and says itself. */
static void
test_rows_are_found_where_they_stand (Fixture       *fixture,
                                      gconstpointer  data)
{
  for (guint i = 0; i < fixture->samples->len; i++)
    {
      const LoketDrawing *drawing = get_sample (fixture, i)->drawing;
      g_autoptr (LoketSheet) sheet = loket_drawing_tabulate (drawing);
      g_autoptr (LoketScene) scene = compose (get_sample (fixture, i), 60);

      g_assert_cmpuint (loket_sheet_get_n_rows (sheet), >, 1);
      g_assert_cmpuint (scene->areas->len, ==, loket_sheet_get_n_rows (sheet));
      g_assert_cmpuint (sheet->cells->len % sheet->columns->len, ==, 0);
      for (guint row = 0; row < loket_sheet_get_n_rows (sheet); row++)
        {
          g_autofree char *words = loket_drawing_describe (drawing, row);
          LoketRect box;

          g_assert_true (loket_scene_get_area (scene, row, &box));
          g_assert_cmpint (loket_scene_find (scene, box.x + box.width / 2, box.y + box.height / 2),
                           ==, (int) row);
          g_assert_true (g_str_has_prefix (words, loket_sheet_get_cell (sheet, row, 0)->text));
        }
      g_assert_cmpint (loket_scene_find (scene, -5, 5), ==, -1);
    }
}

/* The same marks for a light and a dark card: only inks get another colour. */
static void
test_inks_have_colours_in_both_palettes (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_assert_cmphex (loket_palette_get_ink (loket_palette_get (FALSE), LOKET_INK_ACCENT), ==,
                   0x1a5fb4);
  g_assert_cmphex (loket_palette_get_ink (loket_palette_get (TRUE), LOKET_INK_ACCENT), ==,
                   0xa9cdf6);
  g_assert_cmphex (loket_palette_get_ink (loket_palette_get (FALSE),
                                          LOKET_INK_OUTLINE + LOKET_BAND_INSUFFICIENT),
                   ==, 0xb85a0c);
  g_assert_cmphex (loket_palette_get_ink (loket_palette_get (TRUE),
                                          LOKET_INK_LABEL + LOKET_BAND_NA),
                   ==, 0xd0cfcc);
}

static const LoketDrawing *
find_drawing (Fixture    *fixture,
              const char *name)
{
  for (guint i = 0; i < fixture->samples->len; i++)
    {
      if (g_str_equal (get_sample (fixture, i)->name, name))
        return get_sample (fixture, i)->drawing;
    }
  g_assert_not_reached ();
}

static void
test_differences_say_higher_or_lower (Fixture       *fixture,
                                      gconstpointer  data)
{
  const LoketDrawing *drawing = find_drawing (fixture, "differences-situation");
  g_autofree char *text = loket_drawing_to_text (drawing);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const LoketTarget *target = loket_drawing_get_target (drawing, 2);

  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_true (g_str_has_suffix (lines[0], "n 882, than all others higher"));
  g_assert_true (g_str_has_suffix (lines[1], "than all others no demonstrable difference"));
  g_assert_true (g_str_has_suffix (lines[2], "n 193, than all others lower"));
  g_assert_cmpstr (target->by, ==, "situation");
  g_assert_cmpstr (target->value, ==, "jobseeker");
}

/* A filled dot only where the difference is demonstrable. */
static void
test_dots_are_filled_where_significant (Fixture       *fixture,
                                        gconstpointer  data)
{
  const LoketChartStyle style = { EM, "Cantarell", FALSE };
  g_autoptr (LoketScene) scene = loket_drawing_compose (
      find_drawing (fixture, "differences-situation"), &style, 32 * EM);
  guint n_filled = 0, n_hollow = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const LoketMark *mark = loket_scene_get_mark (scene, i);

      if (mark->kind != LOKET_MARK_DOT)
        continue;
      n_filled += mark->fill == LOKET_INK_ACCENT;
      n_hollow += mark->fill == LOKET_INK_CARD;
    }
  g_assert_cmpuint (n_filled, ==, 2);
  g_assert_cmpuint (n_hollow, ==, 6);
}

static void
test_options_are_sorted_and_other_is_last (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LoketSheet) sheet =
      loket_drawing_tabulate (find_drawing (fixture, "options"));
  guint last = loket_sheet_get_n_rows (sheet) - 1;

  for (guint i = 0; i + 1 < last; i++)
    g_assert_cmpfloat (loket_sheet_get_cell (sheet, i, 1)->number, >=,
                       loket_sheet_get_cell (sheet, i + 1, 1)->number);
  g_assert_true (g_str_has_prefix (loket_sheet_get_cell (sheet, last, 0)->text, "Anders"));
  g_assert_cmpfloat (loket_sheet_get_cell (sheet, last, 1)->number, >,
                     loket_sheet_get_cell (sheet, last - 1, 1)->number);
  g_assert_cmpstr (loket_sheet_get_cell (sheet, 0, 4)->text, ==, "▲ rise");
}

/* Only the own have a name, in the order of their codes. */
static void
test_funnel_names_only_the_own (Fixture       *fixture,
                                gconstpointer  data)
{
  const LoketChartStyle style = { EM, "Cantarell", FALSE };
  const LoketDrawing *drawing = find_drawing (fixture, "funnel");
  g_autoptr (LoketSheet) sheet = loket_drawing_tabulate (drawing);
  g_autoptr (LoketScene) scene = loket_drawing_compose (drawing, &style, 38 * EM);
  guint n_names = 0;

  g_assert_cmpuint (loket_sheet_get_n_rows (sheet), ==, 6);
  for (guint i = 0; i + 1 < 6; i++)
    g_assert_cmpstr (loket_sheet_get_cell (sheet, i, 0)->text, <,
                     loket_sheet_get_cell (sheet, i + 1, 0)->text);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const LoketMark *mark = loket_scene_get_mark (scene, i);

      if (mark->kind == LOKET_MARK_TEXT && mark->has_halo)
        n_names++;
      if (mark->kind == LOKET_MARK_TEXT && g_str_has_prefix (mark->text, "A0"))
        g_assert_true (mark->has_halo);
    }
  g_assert_cmpuint (n_names, ==, 6);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/charts/texts-stand-within-and-apart", test_texts_stand_within_and_apart);
  ADD ("/charts/bars-stand-within", test_bars_stand_within);
  ADD ("/charts/no-grid-runs-through-a-notice", test_no_grid_runs_through_a_notice);
  ADD ("/charts/twice-the-font-is-twice-the-drawing", test_twice_the_font_is_twice_the_drawing);
  ADD ("/charts/rows-are-found-where-they-stand", test_rows_are_found_where_they_stand);
  ADD ("/charts/inks-have-colours-in-both-palettes", test_inks_have_colours_in_both_palettes);
  ADD ("/charts/differences-say-higher-or-lower", test_differences_say_higher_or_lower);
  ADD ("/charts/dots-are-filled-where-significant", test_dots_are_filled_where_significant);
  ADD ("/charts/options-are-sorted-and-other-is-last", test_options_are_sorted_and_other_is_last);
  ADD ("/charts/funnel-names-only-the-own", test_funnel_names_only_the_own);

  return g_test_run ();
}
