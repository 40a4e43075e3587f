/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes a button of each milestone, the first first. */

#include "loket-milestone-bar.h"

#include "loket-milestones.h"
#include "loket-row-keeper.h"
#include "loket-sentences.h"
#include "loket-wrap-layout.h"

struct _LoketMilestoneBar
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (LoketMilestoneBar, loket_milestone_bar, ADW_TYPE_BIN)

static void
loket_milestone_bar_dispose (GObject *object)
{
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_MILESTONE_BAR);

  G_OBJECT_CLASS (loket_milestone_bar_parent_class)->dispose (object);
}

static void
loket_milestone_bar_class_init (LoketMilestoneBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_milestone_bar_dispose;

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-milestone-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketMilestoneBar, box);
}

static void
loket_milestone_bar_init (LoketMilestoneBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
format_milestone (LoketEvent *event)
{
  g_autofree char *day = loket_sentences_format_date (loket_event_get_date (event));

  return g_strdup_printf ("%s · %s %.4s", loket_event_get_milestone (event), day,
                          loket_event_get_date (event));
}

static GtkWidget *
create_button (LoketEvent *event,
               const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", loket_event_get_key (event));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return button;
}

/**
 * loket_milestone_bar_show:
 * @events: (element-type LoketEvent): every event of the client, the latest first
 *
 * Shows those that are milestones; without any there is nothing to see.
 */
void
loket_milestone_bar_show (LoketMilestoneBar *self,
                          GListModel        *events)
{
  g_autoptr (GPtrArray) milestones = loket_milestones_get (events);
  LoketRowKeeper *buttons;

  g_return_if_fail (LOKET_IS_MILESTONE_BAR (self));

  buttons = loket_row_keeper_new (GTK_WIDGET (self->box));
  for (guint i = 0; i < milestones->len; i++)
    {
      LoketEvent *event = milestones->pdata[i];
      g_autofree char *text = format_milestone (event);
      g_autofree char *words = g_strjoin (" ", loket_event_get_key (event), text, NULL);

      if (loket_row_keeper_keep (buttons, words) == NULL)
        loket_row_keeper_add (buttons, words, create_button (event, text));
    }
  loket_row_keeper_focus (GTK_WIDGET (self->box), loket_row_keeper_finish (buttons));
  gtk_widget_set_visible (GTK_WIDGET (self), milestones->len > 0);
}
