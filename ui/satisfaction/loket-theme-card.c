/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A bar for each theme, the most frequent first; of few people it says only that they are few. */

#include "loketten-config.h"

#include "loket-theme-card.h"

#include "loket-figures.h"
#include "loket-preferences.h"
#include "loket-theme-words.h"

#include <glib/gi18n.h>

struct _LoketThemeCard
{
  GtkBox parent_instance;

  GtkLabel *note;
  GtkBox *bars;

  gboolean has_themes;
};

G_DEFINE_FINAL_TYPE (LoketThemeCard, loket_theme_card, GTK_TYPE_BOX)

static void
loket_theme_card_class_init (LoketThemeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-theme-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketThemeCard, note);
  gtk_widget_class_bind_template_child (widget_class, LoketThemeCard, bars);
}

static void
loket_theme_card_init (LoketThemeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* "55 · 36%" beside a bar. */
static GtkWidget *
create_bar (const char *name,
            guint       count,
            guint       all)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *n = loket_figure_count (count);
  g_autofree char *share = loket_figure_percent (count, all);
  g_autofree char *figures = g_strdup_printf ("%s · %s", n, share);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), all > 0 ? (double) count / all : 0);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (GTK_BOX (line), create_label (figures, "numeric"));

  return line;
}

static void
add_theme (LoketThemeCard *self,
           const char     *name,
           guint           count,
           guint           all,
           gboolean        is_hidden)
{
  GtkWidget *theme = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (theme), create_label (name, NULL));
  if (is_hidden)
    gtk_box_append (GTK_BOX (theme), create_label (_("Hidden: few answers"), "dim-label"));
  else
    gtk_box_append (GTK_BOX (theme), create_bar (name, count, all));
  gtk_box_append (self->bars, theme);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      counts)
{
  const guint *n = counts;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return n[one] != n[other] ? (n[one] < n[other] ? 1 : -1) : (int) one - (int) other;
}

/* The order of what is hidden tells nothing: it comes last, as it was asked. */
static void
add_themes (LoketThemeCard    *self,
            const LoketThemes *themes)
{
  guint n_themes = loket_item_get_n_options (themes->item);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint shown[LOKET_ITEM_MAX_OPTIONS] = { 0 };

  for (guint i = 0; i < n_themes; i++)
    {
      shown[i] = themes->hidden[i] ? 0 : themes->n_about[i];
      g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_counts, shown);
  for (guint i = 0; i < n_themes; i++)
    {
      guint theme = g_array_index (order, guint, i);

      if (themes->n_about[theme] > 0)
        add_theme (self, loket_texts_get (&loket_item_get_option (themes->item, theme)->text,
                                          loket_preferences_get_language ()),
                   themes->n_about[theme], themes->n, themes->hidden[theme]);
    }
}

/**
 * loket_theme_card_set_question:
 * @question: (nullable): what was asked
 */
void
loket_theme_card_set_question (LoketThemeCard          *self,
                               const LoketOpenQuestion *question)
{
  g_autofree char *note = NULL;
  GtkWidget *child;

  g_return_if_fail (LOKET_IS_THEME_CARD (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->bars))) != NULL)
    gtk_box_remove (self->bars, child);
  self->has_themes = question != NULL && loket_themes_count_coded (&question->themes) > 0
                     && !question->hides_themes;
  if (!self->has_themes)
    return;

  note = loket_themes_to_words (&question->themes);
  gtk_label_set_text (self->note, note);
  add_themes (self, &question->themes);
}

/**
 * loket_theme_card_has_themes:
 *
 * Returns: whether there is anything to show
 */
gboolean
loket_theme_card_has_themes (LoketThemeCard *self)
{
  g_return_val_if_fail (LOKET_IS_THEME_CARD (self), FALSE);

  return self->has_themes;
}
