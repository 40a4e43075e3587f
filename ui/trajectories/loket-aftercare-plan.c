/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts the contacts after closing side by side: after how many weeks, and on which day. */

#include "loketten-config.h"

#include "loket-aftercare-plan.h"

#include "loket-sentences.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketAftercarePlan
{
  AdwBin parent_instance;

  GtkWidget *cells;
};

G_DEFINE_FINAL_TYPE (LoketAftercarePlan, loket_aftercare_plan, ADW_TYPE_BIN)

static void
loket_aftercare_plan_class_init (LoketAftercarePlanClass *klass)
{
}

static void
loket_aftercare_plan_init (LoketAftercarePlan *self)
{
  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->cells, g_object_new (LOKET_TYPE_WRAP_LAYOUT,
                                                            "column-spacing", 18,
                                                            "row-spacing", 12, NULL));
  gtk_widget_add_css_class (self->cells, "card");
  gtk_widget_add_css_class (self->cells, "preview");
  adw_bin_set_child (ADW_BIN (self), self->cells);
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_cell (const LoketAftercare *contact)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gulong weeks = (gulong) contact->weeks;
  g_autofree char *after = g_strdup_printf (ngettext ("after %lu week", "after %lu weeks", weeks),
                                            weeks);
  g_autofree char *day = loket_sentences_format_full_day (contact->due_on.text);
  GtkWidget *when = create_label (after, "caption");

  gtk_widget_add_css_class (when, "dim-label");
  gtk_box_append (GTK_BOX (cell), when);
  gtk_box_append (GTK_BOX (cell), create_label (day, "heading"));
  if (!g_str_equal (contact->due_on.text, contact->meant_on.text))
    {
      g_autofree char *meant = loket_sentences_format_short_day (contact->meant_on.text);
      /* Translators: a day on which the desk is closed, "Sun 27 Dec". */
      g_autofree char *moved = g_strdup_printf (_("moved on from %s"), meant);
      GtkWidget *label = create_label (moved, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
      gtk_box_append (GTK_BOX (cell), label);
    }
  gtk_widget_set_hexpand (cell, TRUE);

  return cell;
}

/* "2, 6, 12 and 26" */
static char *
format_weeks (const LoketAftercare *contacts,
              guint                 n_contacts)
{
  g_autoptr (GString) weeks = g_string_new (NULL);

  for (guint i = 0; i + 1 < n_contacts; i++)
    g_string_append_printf (weeks, "%s%d", i > 0 ? ", " : "", contacts[i].weeks);

  /* Translators: numbers of weeks, and the last of them: "2, 6, 12 and 26". */
  return g_strdup_printf (_("%s and %d"), weeks->str, contacts[n_contacts - 1].weeks);
}

/**
 * loket_aftercare_plan_format_wish:
 * @wish: a code of the list "aftercare"
 * @contacts: what it leads to
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): what choosing the wish means
 */
char *
loket_aftercare_plan_format_wish (const char           *wish,
                                  const LoketAftercare *contacts,
                                  guint                 n_contacts,
                                  const char           *today)
{
  g_autofree char *weeks = NULL;

  if (n_contacts == 0)
    return g_strdup (g_str_equal (wish, "yes_self") ? _("Nothing is planned; the record says so")
                                                    : _("Nothing is planned"));
  if (n_contacts == 1)
    {
      g_autofree char *day = loket_sentences_format_year_day (contacts[0].due_on.text, today);

      /* Translators: a number of weeks, and a day: "Friday 2 January 2026". */
      return g_strdup_printf (_("One contact after %d weeks, %s"), contacts[0].weeks, day);
    }

  weeks = format_weeks (contacts, n_contacts);

  /* Translators: a number of contacts, and after how many weeks: "2, 6, 12 and 26". */
  return g_strdup_printf (_("%u contacts, after %s weeks"), n_contacts, weeks);
}

/**
 * loket_aftercare_plan_show:
 * @contacts: what will be planned
 * @without: what to say when that is nothing
 */
void
loket_aftercare_plan_show (LoketAftercarePlan   *self,
                           const LoketAftercare *contacts,
                           guint                 n_contacts,
                           const char           *without)
{
  GtkWidget *child;

  g_return_if_fail (LOKET_IS_AFTERCARE_PLAN (self));

  while ((child = gtk_widget_get_first_child (self->cells)) != NULL)
    gtk_box_remove (GTK_BOX (self->cells), child);
  for (guint i = 0; i < n_contacts; i++)
    gtk_box_append (GTK_BOX (self->cells), create_cell (&contacts[i]));
  if (n_contacts == 0)
    gtk_box_append (GTK_BOX (self->cells), create_label (without, NULL));
}
