/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws the steps side by side, or as one sentence and a bar where there is no room. */

#include "loketten-config.h"

#include "loket-stage-strip.h"

#include "loket-stage-names.h"

#include <glib/gi18n.h>

#define DOT_SIZE 22

typedef struct
{
  GtkWidget *dot;
  GtkWidget *name;
  GtkWidget *detail;
} Step;

struct _LoketStageStrip
{
  AdwBin parent_instance;

  GtkWidget *sentence;
  GtkWidget *bar;
  Step steps[LOKET_N_STAGES];
  LoketStageState states[LOKET_N_STAGES];
  LoketStage current;
};

G_DEFINE_FINAL_TYPE (LoketStageStrip, loket_stage_strip, ADW_TYPE_BIN)

static int
find_step (LoketStageStrip *self,
           GtkWidget       *dot)
{
  int i = 0;

  while (self->steps[i].dot != dot)
    i++;

  return i;
}

static void
draw_line (cairo_t       *cr,
           const GdkRGBA *color,
           double         from,
           double         to,
           double         y)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
}

static void
draw_check (cairo_t *cr,
            double   x,
            double   y)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x - 4, y);
  cairo_line_to (cr, x - 1, y + 3);
  cairo_line_to (cr, x + 4, y - 3);
  cairo_stroke (cr);
}

static void
draw_dot_cb (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  LoketStageStrip *self = LOKET_STAGE_STRIP (user_data);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  int step = find_step (self, GTK_WIDGET (area));
  LoketStageState state = self->states[step];
  GdkRGBA text, accent, faint;
  double x = width / 2.0, y = height / 2.0;
  const double radius = DOT_SIZE / 2.0 - 1;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = text;
  faint = text;
  faint.alpha *= 0.3f;

  if (step > 0)
    draw_line (cr, state != LOKET_STAGE_TO_COME ? &accent : &faint, 0, x - radius, y);
  if (step < LOKET_N_STAGES - 1)
    draw_line (cr, self->states[step + 1] != LOKET_STAGE_TO_COME ? &accent : &faint, x + radius,
               width, y);

  gdk_cairo_set_source_rgba (cr, state == LOKET_STAGE_TO_COME ? &faint : &accent);
  cairo_arc (cr, x, y, radius - (state == LOKET_STAGE_CURRENT ? 3 : 1), 0, 2 * G_PI);
  if (state == LOKET_STAGE_DONE)
    {
      cairo_fill (cr);
      draw_check (cr, x, y);
    }
  else
    {
      cairo_set_line_width (cr, state == LOKET_STAGE_CURRENT ? 5 : 2);
      cairo_stroke (cr);
    }
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_step (LoketStageStrip *self,
             LoketStage       stage)
{
  Step *step = &self->steps[stage];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  step->dot = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (step->dot), DOT_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (step->dot), draw_dot_cb, self, NULL);
  step->name = create_label (NULL);
  gtk_label_set_label (GTK_LABEL (step->name), loket_stage_names_get (stage));
  step->detail = create_label ("dim-label");

  gtk_box_append (GTK_BOX (box), step->dot);
  gtk_box_append (GTK_BOX (box), step->name);
  gtk_box_append (GTK_BOX (box), step->detail);

  return box;
}

static void
loket_stage_strip_class_init (LoketStageStripClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

/* All steps side by side. */
static GtkWidget *
create_wide (LoketStageStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int i = 0; i < LOKET_N_STAGES; i++)
    gtk_box_append (GTK_BOX (box), create_step (self, (LoketStage) i));

  return box;
}

static GtkWidget *
create_narrow (LoketStageStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_widget_add_css_class (self->sentence, "heading");
  self->bar = gtk_level_bar_new_for_interval (0, LOKET_N_STAGES);
  gtk_level_bar_set_mode (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_MODE_DISCRETE);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), self->bar);

  return box;
}

static void
loket_stage_strip_init (LoketStageStrip *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  adw_squeezer_set_switch_threshold_policy (ADW_SQUEEZER (squeezer),
                                            ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), create_wide (self));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), create_narrow (self));
  adw_bin_set_child (ADW_BIN (self), squeezer);
}

/**
 * loket_stage_strip_set_stages:
 * @facts: the facts of a trajectory
 * @details: (array fixed-size=8): a fact about each step, each (nullable)
 */
void
loket_stage_strip_set_stages (LoketStageStrip       *self,
                              const LoketStageFacts *facts,
                              const char *const     *details)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (LOKET_IS_STAGE_STRIP (self));

  loket_stage_follow (facts, self->states);
  self->current = loket_stage_get_current (facts);

  for (int i = 0; i < LOKET_N_STAGES; i++)
    {
      gboolean is_current = self->states[i] == LOKET_STAGE_CURRENT;

      gtk_label_set_label (GTK_LABEL (self->steps[i].detail), details[i] != NULL ? details[i] : "");
      gtk_widget_set_css_classes (self->steps[i].name,
                                  is_current ? (const char *[]) { "caption-heading", NULL }
                                  : self->states[i] == LOKET_STAGE_TO_COME
                                    ? (const char *[]) { "caption", "dim-label", NULL }
                                    : (const char *[]) { "caption", NULL });
      gtk_widget_queue_draw (self->steps[i].dot);
    }

  name = g_utf8_strdown (loket_stage_names_get (self->current), -1);
  /* Translators: the number of a step, how many there are, and its name. */
  sentence = g_strdup_printf (_("Step %d of %d: %s"), (int) self->current + 1, LOKET_N_STAGES,
                              name);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), self->current + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}
