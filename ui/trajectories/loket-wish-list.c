/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets one wish be chosen; under each stands its consequence, so that choosing needs no reading
 * elsewhere. */

#include "loketten-config.h"

#include "loket-wish-list.h"

#include "loket-aftercare-plan.h"

#include <glib/gi18n.h>

struct _LoketWishList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *codes;   /* char *, one for each row */
  GPtrArray *checks;  /* borrowed, one for each row */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketWishList, loket_wish_list, ADW_TYPE_BIN)

static void
check_toggled_cb (LoketWishList  *self,
                  GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkWidget *
create_check (LoketWishList *self,
              const char    *label)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  return check;
}

static void
add_wish (LoketWishList   *self,
          const LoketCode *code)
{
  g_autofree char *key = g_strdup_printf ("Alt+%u", self->codes->len + 1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = create_check (self, code->label);
  GtkWidget *hint = gtk_label_new (key);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), code->label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hint);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->codes, g_strdup (code->code));
  g_ptr_array_add (self->checks, check);
}

static void
loket_wish_list_finalize (GObject *object)
{
  LoketWishList *self = LOKET_WISH_LIST (object);

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (loket_wish_list_parent_class)->finalize (object);
}

static void
loket_wish_list_class_init (LoketWishListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_wish_list_finalize;

  /**
   * LoketWishList::chosen:
   *
   * A wish was chosen, for the first time or another one.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_wish_list_init (LoketWishList *self)
{
  const char *question = _("Would contact with the counsellor after the trajectory help you?");

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * loket_wish_list_set_codes:
 * @codes: the office's lists
 *
 * Offers what the list "aftercare" holds; called once.
 */
void
loket_wish_list_set_codes (LoketWishList *self,
                           LoketCodes    *codes)
{
  GPtrArray *list = loket_codes_get_list (codes, "aftercare");

  g_return_if_fail (LOKET_IS_WISH_LIST (self));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const LoketCode *code = list->pdata[i];

      if (!code->retired)
        add_wish (self, code);
    }
}

/**
 * loket_wish_list_explain:
 * @today: the day of closing, YYYY-MM-DD
 * @no_contact: whether the client objects to contact, and gets none
 *
 * Says under each wish what it leads to.
 */
void
loket_wish_list_explain (LoketWishList    *self,
                         const LoketRules *rules,
                         const char       *today,
                         gboolean          no_contact)
{
  g_return_if_fail (LOKET_IS_WISH_LIST (self));

  for (guint i = 0; i < self->codes->len; i++)
    {
      const char *wish = self->codes->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      LoketAftercare contacts[LOKET_MOST_AFTERCARE];
      guint n = 0;
      g_autofree char *means = NULL;

      if (!no_contact)
        n = loket_follow_up_get_aftercare (rules, NULL, wish, today, contacts);
      means = loket_aftercare_plan_format_wish (wish, contacts, n, today);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), means);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks->pdata[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, means, -1);
    }
}

/**
 * loket_wish_list_get_wish:
 *
 * Returns: (transfer none) (nullable): the code that is chosen; NULL before the first choice
 */
const char *
loket_wish_list_get_wish (LoketWishList *self)
{
  g_return_val_if_fail (LOKET_IS_WISH_LIST (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_check_button_get_active (self->checks->pdata[i]))
        return self->codes->pdata[i];
    }

  return NULL;
}

/**
 * loket_wish_list_choose:
 * @number: the place of the wish, from 1 on; nothing happens when there are not so many
 */
void
loket_wish_list_choose (LoketWishList *self,
                        int            number)
{
  GtkWidget *check;

  g_return_if_fail (LOKET_IS_WISH_LIST (self));

  if (number < 1 || number > (int) self->checks->len)
    return;

  check = self->checks->pdata[number - 1];
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_grab_focus (check);
}
