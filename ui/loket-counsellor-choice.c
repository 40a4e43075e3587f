/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Follows the counsellors of the desk, in a list and in a menu. */

#include "loketten-config.h"

#include "loket-counsellor-choice.h"

#include "loket-counsellors.h"

struct _LoketCounsellorChoice
{
  AdwBin parent_instance;

  GtkListBox *list;

  LoketDesk *desk;          /* (nullable): until it is open */
  GMenu *menu;              /* (nullable): likewise */
  GListModel *counsellors;  /* (nullable): until they are loaded */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LoketCounsellorChoice, loket_counsellor_choice, ADW_TYPE_BIN)

static const char *
get_code (LoketCounsellor *counsellor)
{
  return loket_record_get_text (LOKET_RECORD (counsellor), LOKET_COUNSELLOR_COUNSELLOR);
}

static void
fill_menu (LoketCounsellorChoice *self)
{
  g_menu_remove_all (self->menu);

  for (guint i = 0; i < g_list_model_get_n_items (self->counsellors); i++)
    {
      g_autoptr (LoketCounsellor) counsellor = g_list_model_get_item (self->counsellors, i);
      g_autoptr (GMenuItem) item = NULL;

      item = g_menu_item_new (loket_counsellor_get_display_name (counsellor), NULL);
      g_menu_item_set_action_and_target (item, "win.work-as", "s", get_code (counsellor));
      g_menu_append_item (self->menu, item);
    }
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  LoketCounsellor *counsellor = item;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 loket_counsellor_get_display_name (counsellor));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_code (counsellor));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.work-as");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", get_code (counsellor));

  return row;
}

/* Most never see it: they are known. */
static void
fill_list (LoketCounsellorChoice *self)
{
  if (self->counsellors != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_list_box_bind_model (self->list, self->counsellors, create_row, NULL, NULL);
}

static gboolean
has_same (LoketCounsellorChoice *self,
          GListModel            *counsellors)
{
  guint n = g_list_model_get_n_items (counsellors);
  gboolean is_same = self->counsellors != NULL
                     && g_list_model_get_n_items (self->counsellors) == n;

  for (guint i = 0; i < n && is_same; i++)
    {
      g_autoptr (LoketRecord) before = g_list_model_get_item (self->counsellors, i);
      g_autoptr (LoketRecord) now = g_list_model_get_item (counsellors, i);

      is_same = g_str_equal (loket_record_get_id (before), loket_record_get_id (now))
                && loket_record_get_version (before) == loket_record_get_version (now);
    }

  return is_same;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketCounsellorChoice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) counsellors = NULL;

  counsellors = loket_desk_load_counsellors_finish (LOKET_DESK (object), result, &error);
  /* A menu that is open would lose its place. */
  if (counsellors != NULL && has_same (self, counsellors))
    return;
  if (counsellors != NULL)
    {
      g_set_object (&self->counsellors, counsellors);
      fill_menu (self);
      fill_list (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
    }
}

static void
load (LoketCounsellorChoice *self)
{
  loket_desk_load_counsellors_async (self->desk, self->cancellable, loaded_cb,
                                     g_object_ref (self));
}

static void
loket_counsellor_choice_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (loket_counsellor_choice_parent_class)->map (widget);

  fill_list (LOKET_COUNSELLOR_CHOICE (widget));
}

static void
loket_counsellor_choice_dispose (GObject *object)
{
  LoketCounsellorChoice *self = LOKET_COUNSELLOR_CHOICE (object);

  g_cancellable_cancel (self->cancellable);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_COUNSELLOR_CHOICE);
  g_clear_object (&self->counsellors);
  g_clear_object (&self->menu);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_counsellor_choice_parent_class)->dispose (object);
}

static void
loket_counsellor_choice_finalize (GObject *object)
{
  g_clear_object (&LOKET_COUNSELLOR_CHOICE (object)->cancellable);

  G_OBJECT_CLASS (loket_counsellor_choice_parent_class)->finalize (object);
}

static void
loket_counsellor_choice_class_init (LoketCounsellorChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_counsellor_choice_dispose;
  object_class->finalize = loket_counsellor_choice_finalize;
  widget_class->map = loket_counsellor_choice_map;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-counsellor-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketCounsellorChoice, list);
}

static void
loket_counsellor_choice_init (LoketCounsellorChoice *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_counsellor_choice_set_desk:
 * @desk: the desk, once it is open
 * @menu: is filled with those who can work at it
 */
void
loket_counsellor_choice_set_desk (LoketCounsellorChoice *self,
                                  LoketDesk             *desk,
                                  GMenu                 *menu)
{
  g_return_if_fail (LOKET_IS_COUNSELLOR_CHOICE (self));

  g_set_object (&self->menu, menu);
  if (!g_set_object (&self->desk, desk))
    return;

  g_signal_connect_object (desk, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * loket_counsellor_choice_choose:
 * @code: the code of one of those who were offered, who works at the desk from now on
 */
void
loket_counsellor_choice_choose (LoketCounsellorChoice *self,
                                const char            *code)
{
  g_return_if_fail (LOKET_IS_COUNSELLOR_CHOICE (self));

  for (guint i = 0;
       self->counsellors != NULL && i < g_list_model_get_n_items (self->counsellors);
       i++)
    {
      g_autoptr (LoketCounsellor) counsellor = g_list_model_get_item (self->counsellors, i);

      if (g_str_equal (get_code (counsellor), code))
        loket_desk_set_counsellor (self->desk, counsellor);
    }
}
