/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows something that asks for work, and does what its buttons say. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-work-row.h"

#include "loket-focus.h"
#include "loket-hand-over.h"
#include "loket-postpone-popover.h"
#include "loket-work-assign-dialog.h"
#include "loket-work-deeds.h"
#include "loket-work-layout.h"
#include "loket-work-offers.h"
#include "loket-work-sentences.h"

#include <glib/gi18n.h>

struct _LoketWorkRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *time;
  GtkLabel *name;
  GtkLabel *what;
  GtkWidget *state;
  GtkImage *state_icon;
  GtkLabel *state_text;
  GtkButton *first;
  GtkButton *second;
  GtkButton *third;
  GtkMenuButton *postpone;
  GtkMenuButton *postpone_icon;
  GtkMenuButton *menu;

  LoketDesk *desk;
  LoketWorkItem *item;  /* (nullable): until there is something to show */
  LoketWorkManner manner;
};

G_DEFINE_FINAL_TYPE (LoketWorkRow, loket_work_row, GTK_TYPE_WIDGET)

/* The name of a control for a screen reader: what it does, and for whom. */
static void
name_control (LoketWorkRow *self,
              GtkWidget    *control,
              const char   *label)
{
  g_autofree char *name = NULL;

  /* Translators: what a button does and for which client, for a screen reader. */
  name = g_strdup_printf (_("%s, %s"), label, loket_work_item_get (self->item)->client_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* The button inside is what has the focus. */
  if (GTK_IS_MENU_BUTTON (control))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (control)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_offer (LoketWorkRow         *self,
            GtkButton            *button,
            const LoketWorkOffer *offer)
{
  const char *action = offer->action != NULL ? offer->action : "work.do";
  const char *label;

  gtk_widget_set_visible (GTK_WIDGET (button), offer->label != NULL);
  if (offer->label == NULL)
    return;

  label = g_dpgettext2 (NULL, "act", offer->label);
  gtk_button_set_label (button, label);
  name_control (self, GTK_WIDGET (button), label);
  /* No action goes with the target of another. */
  if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) != 0)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  if (offer->action != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), NULL);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) offer->act);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_acts (LoketWorkRow *self,
           const char   *now)
{
  const LoketWork *work = loket_work_item_get (self->item);
  const LoketWorkOffer *offers = loket_work_offers_get (work, self->manner, now);
  gboolean can_wait = (work->type == LOKET_WORK_CONTACT || work->type == LOKET_WORK_PROMISE)
                      && loket_work_is_open (work) && self->manner == LOKET_WORK_MANNER_OWN;

  show_offer (self, self->first, &offers[0]);
  show_offer (self, self->second, &offers[1]);
  show_offer (self, self->third, &offers[2]);
  gtk_widget_set_visible (GTK_WIDGET (self->postpone), can_wait);
  gtk_widget_set_visible (GTK_WIDGET (self->postpone_icon), can_wait);
  gtk_widget_set_visible (GTK_WIDGET (self->menu),
                          self->manner != LOKET_WORK_MANNER_SELECTING);
  name_control (self, GTK_WIDGET (self->postpone), _("Postpone"));
  name_control (self, GTK_WIDGET (self->postpone_icon), _("Postpone"));
  name_control (self, GTK_WIDGET (self->menu), _("More"));
}

static void
show_state (LoketWorkRow *self,
            const char   *now)
{
  LoketWork work = *loket_work_item_get (self->item);
  LoketWorkWords words;
  const char *classes[] = { NULL, NULL };

  /* How late it is counts for who looks along, not since when nothing happens, nor when the other
   * wants to be reminded. */
  if (self->manner == LOKET_WORK_MANNER_ELSEWHERE)
    work.kind = work.snoozed_until = NULL;

  words = loket_work_sentences_format_state (&work, self->desk, now);
  classes[0] = words.style;
  gtk_label_set_label (self->state_text, words.text);
  gtk_image_set_from_icon_name (self->state_icon, words.icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), words.icon_name != NULL);
  gtk_widget_set_css_classes (self->state, classes);
  g_free (words.text);
}

/* What a screen reader says of the row as a whole. It is the row of the list that has the focus. */
static void
name_row (LoketWorkRow *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX_ROW);
  const char *time = gtk_label_get_label (self->time);
  g_autofree char *name = NULL;

  name = g_strjoin (", ", gtk_label_get_label (self->name), gtk_label_get_label (self->what),
                    gtk_label_get_label (self->state_text), *time != '\0' ? time : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
take_over_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LoketWorkRow *self = LOKET_WORK_ROW (widget);
  int act = loket_work_act_find (LOKET_BULK_ASSIGN, loket_work_item_get (self->item)->type);

  g_assert (act >= 0);
  loket_work_deeds_do (widget, self->desk, self->item, (LoketWorkAct) act,
                       loket_desk_get_counsellor_id (self->desk));
}

static void
do_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LoketWorkRow *self = LOKET_WORK_ROW (widget);

  loket_work_deeds_do (widget, self->desk, self->item,
                       (LoketWorkAct) g_variant_get_uint32 (parameter), NULL);
}

static void
snooze_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketWorkRow *self = LOKET_WORK_ROW (widget);
  gboolean is_promise = loket_work_item_get (self->item)->type == LOKET_WORK_PROMISE;

  loket_work_deeds_do (widget, self->desk, self->item,
                       is_promise ? LOKET_ACT_SNOOZE_PROMISE : LOKET_ACT_SNOOZE,
                       g_variant_get_string (parameter, NULL));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketWorkRow *self = LOKET_WORK_ROW (widget);
  gboolean is_promise = loket_work_item_get (self->item)->type == LOKET_WORK_PROMISE;

  loket_work_deeds_do (widget, self->desk, self->item,
                       is_promise ? LOKET_ACT_MOVE_PROMISE : LOKET_ACT_MOVE,
                       g_variant_get_string (parameter, NULL));
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketWorkRow *self = LOKET_WORK_ROW (widget);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (self->item));
  loket_work_assign_dialog_present (widget, self->desk, items);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketWorkRow *self = LOKET_WORK_ROW (widget);

  gtk_widget_activate_action (widget, "win.show-client", "s",
                              loket_work_item_get (self->item)->client_id);
}

/* It was held, and what was said is written down: saving that gives it its outcome. */
static void
write_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  const LoketWork *work = loket_work_item_get (LOKET_WORK_ROW (widget)->item);

  gtk_widget_activate_action (widget, "win.resume-session", "(ss)", work->client_id,
                              work->record_id);
}

static void
phone_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  loket_hand_over_phone (widget, loket_work_item_get (LOKET_WORK_ROW (widget)->item)->phone);
}

static void
mail_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  loket_hand_over_mail (widget, loket_work_item_get (LOKET_WORK_ROW (widget)->item)->email);
}

/* An underscore in the label of an item marks a letter; in an address it is one. */
static char *
escape_address (const char *address)
{
  g_auto (GStrv) parts = g_strsplit (address, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_addresses (GMenu           *menu,
                  const LoketWork *work)
{
  if (work->phone != NULL)
    {
      g_autofree char *phone = escape_address (work->phone);
      /* Translators: a telephone number. */
      g_autofree char *label = g_strdup_printf (_("Call (%s)"), phone);

      g_menu_append (menu, label, "work.phone");
    }
  if (work->email != NULL)
    {
      g_autofree char *email = escape_address (work->email);
      /* Translators: an e-mail address. */
      g_autofree char *label = g_strdup_printf (_("Mail (%s)"), email);

      g_menu_append (menu, label, "work.mail");
    }
}

/* Acts that are seldom what comes next. */
static void
append_further (GMenu                *menu,
                const LoketWorkOffer *offers)
{
  for (guint i = 0; i < LOKET_MOST_OFFERS && offers[i].label != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (g_dpgettext2 (NULL, "act", offers[i].label),
                                                    NULL);

      g_menu_item_set_action_and_target (item, "work.do", "u", (guint) offers[i].act);
      g_menu_append_item (menu, item);
    }
}

/* What pops up beside a row that was scrolled away, asked for by a key or by a screen reader, would
 * be off the screen: first the row comes back, at once. */
static void
bring_into_view (LoketWorkRow *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkAllocation allocation;

  if (viewport == NULL)
    return;

  loket_focus_show (GTK_WIDGET (self));
  gtk_widget_get_allocation (viewport, &allocation);
  gtk_widget_size_allocate (viewport, &allocation, -1);
}

static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  LoketWorkRow *self = user_data;
  const LoketWork *work = loket_work_item_get (self->item);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, C_("act", "Open"), "work.open");
  append_addresses (menu, work);
  if (loket_work_act_find (LOKET_BULK_ASSIGN, work->type) >= 0 && loket_work_is_open (work))
    g_menu_append (menu, _("Hand Over…"), "work.assign");
  if (g_strcmp0 (work->outcome, "closed_not_reached") == 0)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Write a Message…"), NULL);

      g_menu_item_set_action_and_target (item, "win.write-letter", "s", work->record_id);
      g_menu_append_item (menu, item);
    }
  if (work->type == LOKET_WORK_APPOINTMENT)
    g_menu_append (menu, _("Held, Write It Down"), "work.write");
  if (self->manner == LOKET_WORK_MANNER_OWN)
    append_further (menu, loket_work_offers_get_further (work));

  bring_into_view (self);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
create_postpone_popover (GtkMenuButton *button,
                         gpointer       user_data)
{
  LoketWorkRow *self = user_data;
  const LoketWork *work = loket_work_item_get (self->item);

  bring_into_view (self);
  gtk_menu_button_set_popover (button, loket_postpone_popover_new (work->at, self->desk));
}

static void
loket_work_row_dispose (GObject *object)
{
  LoketWorkRow *self = LOKET_WORK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_WORK_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (loket_work_row_parent_class)->dispose (object);
}

static void
loket_work_row_class_init (LoketWorkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_work_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-work-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, time);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, name);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, what);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, state);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, state_text);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, first);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, second);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, third);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, postpone);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, postpone_icon);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkRow, menu);

  gtk_widget_class_install_action (widget_class, "work.do", "u", do_action);
  gtk_widget_class_install_action (widget_class, "work.snooze", "s", snooze_action);
  gtk_widget_class_install_action (widget_class, "work.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "work.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "work.take-over", NULL, take_over_action);
  gtk_widget_class_install_action (widget_class, "work.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "work.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "work.phone", NULL, phone_action);
  gtk_widget_class_install_action (widget_class, "work.mail", NULL, mail_action);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
loket_work_row_init (LoketWorkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->menu, create_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->postpone, create_postpone_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->postpone_icon, create_postpone_popover, self, NULL);
}

/**
 * loket_work_row_new:
 * @columns: the columns that the row shares with the others of its page
 *
 * Returns: a row without an item
 */
GtkWidget *
loket_work_row_new (LoketDesk        *desk,
                    LoketWorkColumns *columns)
{
  LoketWorkRow *self = g_object_new (LOKET_TYPE_WORK_ROW, NULL);

  self->desk = g_object_ref (desk);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), loket_work_layout_new (columns));

  return GTK_WIDGET (self);
}

/**
 * loket_work_row_get_item:
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
LoketWorkItem *
loket_work_row_get_item (LoketWorkRow *self)
{
  g_return_val_if_fail (LOKET_IS_WORK_ROW (self), NULL);

  return self->item;
}

/* Whose work it is says itself, except when one stands in. */
static gboolean
is_for_another (LoketWorkRow    *self,
                const LoketWork *work)
{
  const char *own_id = loket_desk_get_counsellor_id (self->desk);

  return own_id != NULL && work->counsellor_id != NULL
         && !g_str_equal (own_id, work->counsellor_id);
}

/**
 * loket_work_row_set_item:
 * @item: what the row shows; the row must stand in its list already
 * @now: the moment at which it is shown
 * @names_counsellor: whether to say whose work it is
 */
void
loket_work_row_set_item (LoketWorkRow  *self,
                         LoketWorkItem *item,
                         const char    *now,
                         gboolean       names_counsellor)
{
  const LoketWork *work = loket_work_item_get (item);
  gboolean has_time = work->type == LOKET_WORK_APPOINTMENT;
  g_autofree char *what = NULL;

  g_return_if_fail (LOKET_IS_WORK_ROW (self));

  g_set_object (&self->item, item);
  what = loket_work_sentences_format_what (work, loket_desk_get_codes (self->desk), now);
  if ((names_counsellor || is_for_another (self, work)) && work->counsellor_name != NULL)
    {
      g_autofree char *bare = g_steal_pointer (&what);

      what = g_strdup_printf ("%s · %s", bare, work->counsellor_name);
    }

  gtk_label_set_label (self->name, work->client_name);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->time, has_time ? work->at + LOKET_DATE_LENGTH + 1 : "");
  gtk_widget_set_visible (GTK_WIDGET (self->time), has_time);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !has_time);
  gtk_image_set_from_icon_name (self->icon, loket_work_sentences_get_icon (work));
  show_state (self, now);
  show_acts (self, now);
  name_row (self);
}

/**
 * loket_work_row_set_is_next:
 * @is_next: whether this is what comes next, of all that is on the page
 */
void
loket_work_row_set_is_next (LoketWorkRow *self,
                            gboolean      is_next)
{
  g_return_if_fail (LOKET_IS_WORK_ROW (self));

  if (is_next)
    gtk_widget_add_css_class (GTK_WIDGET (self->first), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->first), "suggested-action");
}

/**
 * loket_work_row_set_manner:
 * @manner: what the row is there for, from the next item on
 */
void
loket_work_row_set_manner (LoketWorkRow    *self,
                           LoketWorkManner  manner)
{
  g_return_if_fail (LOKET_IS_WORK_ROW (self));

  self->manner = manner;
}

/**
 * loket_work_row_press:
 * @number: of which act, from 1 on
 *
 * Presses a button of the row, as its key does.
 *
 * Returns: whether the row has that button
 */
gboolean
loket_work_row_press (LoketWorkRow *self,
                      guint         number)
{
  GtkWidget *acts[] = {
    GTK_WIDGET (self->first), GTK_WIDGET (self->second), GTK_WIDGET (self->third),
    GTK_WIDGET (self->postpone),
  };
  guint found = 0;

  g_return_val_if_fail (LOKET_IS_WORK_ROW (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      found += gtk_widget_get_visible (acts[i]);
      if (!gtk_widget_get_visible (acts[i]) || found < number)
        continue;

      if (acts[i] == GTK_WIDGET (self->postpone))
        gtk_menu_button_popup (gtk_widget_get_child_visible (acts[i]) ? self->postpone
                                                                      : self->postpone_icon);
      else
        gtk_widget_activate (acts[i]);
      return TRUE;
    }

  return FALSE;
}
