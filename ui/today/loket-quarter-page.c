/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Goes through what was left lying: shows one, does what is chosen, and goes on to the next. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-quarter-page.h"

#include "loket-accessible.h"
#include "loket-key-button.h"
#include "loket-loose-choice.h"
#include "loket-loose-view.h"
#include "loket-row-keeper.h"
#include "loket-session-form.h"
#include "loket-split-view.h"
#include "loket-work-assign-dialog.h"
#include "loket-work-deeds.h"
#include "loket-work-sentences.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketQuarterPage
{
  AdwBin parent_instance;

  LoketSplitView *split;
  GtkListBox *list;
  GtkLabel *progress_text;
  GtkProgressBar *progress;
  GtkStack *stack;
  LoketLooseView *view;
  GtkBox *choices;
  GtkBox *ways;
  GtkWidget *finish_button;

  LoketDesk *desk;             /* (nullable): until it begins */
  LoketOpenForms *forms;       /* (nullable) */
  GPtrArray *ends;             /* (nullable) (element-type LoketLooseEnd): until they are read */
  guint current;
  GCancellable *cancellable;   /* of the reading that is under way */
};

G_DEFINE_FINAL_TYPE (LoketQuarterPage, loket_quarter_page, ADW_TYPE_BIN)

static LoketLooseEnd *
get_end (LoketQuarterPage *self)
{
  return self->ends != NULL && self->current < self->ends->len ? self->ends->pdata[self->current]
                                                               : NULL;
}

static guint
count_done (LoketQuarterPage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->ends->len; i++)
    n += loket_loose_end_is_done (self->ends->pdata[i]);

  return n;
}

/* The next one that is open, from @position on and round again; the end when there is none. */
static guint
find_next (LoketQuarterPage *self,
           guint             position)
{
  for (guint i = 0; i < self->ends->len; i++)
    {
      guint at = (position + i) % self->ends->len;

      if (loket_loose_end_is_open (self->ends->pdata[at]))
        return at;
    }

  return self->ends->len;
}

/* What is left to do with it, or what was done, in a few words. */
static char *
format_line (LoketQuarterPage *self,
             LoketLooseEnd    *end)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  LoketWorkItem *item = loket_loose_end_get_item (end);

  if (loket_loose_end_is_done (end))
    return g_strdup (loket_loose_end_get_said (end));
  if (item == NULL)
    return g_strdup (_("session not saved"));

  return loket_work_sentences_format_state (loket_work_item_get (item), self->desk,
                                            now.text).text;
}

static GtkWidget *
create_row (LoketLooseEnd *end,
            const char    *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (
    loket_loose_end_is_done (end) ? "object-select-symbolic" : "content-loading-symbolic");
  GtkWidget *name = gtk_label_new (loket_loose_end_get_name (end));
  GtkWidget *state = gtk_label_new (line);
  g_autofree char *label = g_strdup_printf ("%s, %s", loket_loose_end_get_name (end), line);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_set_opacity (icon, loket_loose_end_is_done (end) ? 1 : 0);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), state);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
fill_list (LoketQuarterPage *self)
{
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->list));

  for (guint i = 0; i < self->ends->len; i++)
    {
      LoketLooseEnd *end = self->ends->pdata[i];
      g_autofree char *line = format_line (self, end);
      g_autofree char *words = NULL;

      words = g_strdup_printf ("%p %d %s\n%s", (void *) end, loket_loose_end_is_done (end),
                               loket_loose_end_get_name (end), line);
      if (loket_row_keeper_keep (rows, words) == NULL)
        loket_row_keeper_add (rows, words, create_row (end, line));
    }
  loket_row_keeper_focus (GTK_WIDGET (self->list), loket_row_keeper_finish (rows));
}

static void
show_list (LoketQuarterPage *self)
{
  guint n_done = count_done (self);
  guint n = self->ends->len;
  g_autofree char *text = NULL;

  fill_list (self);
  if (self->current < n)
    gtk_list_box_select_row (self->list,
                             gtk_list_box_get_row_at_index (self->list, (int) self->current));

  /* Translators: of how many loose ends how many are done. */
  text = g_strdup_printf (_("%u of %u done"), n_done, n);
  gtk_label_set_label (self->progress_text, text);
  gtk_progress_bar_set_fraction (self->progress, n > 0 ? (double) n_done / n : 1);
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_choices (LoketQuarterPage *self,
              LoketLooseEnd    *end)
{
  LoketLooseChoice choices[LOKET_MOST_LOOSE_CHOICES];
  guint n = loket_loose_choice_list (end, self->desk, choices);

  remove_children (self->choices);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i + 1);
      GtkWidget *button = loket_key_button_new (choices[i].label, choices[i].detail, key);

      gtk_widget_set_size_request (button, 180, 50);
      if (i == 0)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "quarter.choose");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
      gtk_box_append (self->choices, button);
      loket_loose_choice_clear (&choices[i]);
    }
}

static void
finish (LoketQuarterPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "finished");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->finish_button);
}

static void
show_end (LoketQuarterPage *self)
{
  LoketLooseEnd *end = get_end (self);

  show_list (self);
  if (end == NULL)
    {
      finish (self);
      return;
    }

  show_choices (self, end);
  gtk_stack_set_visible_child_name (self->stack, "end");
  loket_loose_view_show (self->view, self->desk, end);
}

static void
go_to (LoketQuarterPage *self,
       guint             position)
{
  self->current = position;
  show_end (self);
}

static void
open_record (LoketQuarterPage *self,
             LoketLooseEnd    *end)
{
  LoketWorkItem *item = loket_loose_end_get_item (end);
  const char *client_id = NULL;

  if (item != NULL)
    client_id = loket_work_item_get (item)->client_id;
  else
    client_id = loket_form_get_text (loket_open_form_get_form (loket_loose_end_get_form (end)),
                                     LOKET_SESSION_FORM_CLIENT);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-client", "s", client_id);
}

static void
assign (LoketQuarterPage *self,
        LoketLooseEnd    *end)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (loket_loose_end_get_item (end)));
  loket_work_assign_dialog_present (GTK_WIDGET (self), self->desk, items);
}

/* One that the store is to hear of. */
typedef struct
{
  LoketQuarterPage *page;
  LoketLooseEnd *end;
} Begun;

static void
free_begun (gpointer data)
{
  Begun *begun = data;

  g_object_unref (begun->page);
  g_object_unref (begun->end);
  g_free (begun);
}

/* What the store refused comes back. */
static void
act_ended_cb (gpointer user_data,
              gboolean is_done)
{
  Begun *begun = user_data;
  LoketQuarterPage *self = begun->page;
  guint position = 0;

  loket_loose_end_finish (begun->end, is_done);
  if (self->ends == NULL || !g_ptr_array_find (self->ends, begun->end, &position))
    return;

  if (is_done)
    show_list (self);
  else
    go_to (self, position);
}

static void
begin_act (LoketQuarterPage       *self,
           LoketLooseEnd          *end,
           const LoketLooseChoice *choice)
{
  Begun *begun = g_new0 (Begun, 1);
  const char *value = *choice->value.text != '\0' ? choice->value.text : NULL;
  LoketWindowDeed *deed;

  begun->page = g_object_ref (self);
  begun->end = g_object_ref (end);
  loket_loose_end_begin (end, choice->label);
  deed = loket_work_deeds_do_quietly (GTK_WIDGET (self), self->desk,
                                      loket_loose_end_get_item (end), choice->act, value);
  loket_window_deed_tell (deed, act_ended_cb, begun, free_begun);
}

static void
do_choice (LoketQuarterPage       *self,
           LoketLooseEnd          *end,
           const LoketLooseChoice *choice)
{
  LoketOpenForm *form = loket_loose_end_get_form (end);

  switch (choice->way)
    {
    case LOKET_LOOSE_ASSIGN:
      assign (self, end);
      return;
    case LOKET_LOOSE_OPEN:
      open_record (self, end);
      return;
    case LOKET_LOOSE_RESUME:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.resume-session", "(ss)",
                                  loket_form_get_text (loket_open_form_get_form (form),
                                                       LOKET_SESSION_FORM_CLIENT), "");
      return;
    case LOKET_LOOSE_DISCARD:
      loket_loose_end_begin (end, choice->label);
      loket_open_forms_discard (self->forms, form);
      loket_loose_end_finish (end, TRUE);
      break;
    case LOKET_LOOSE_ACT:
    default:
      begin_act (self, end, choice);
    }

  go_to (self, find_next (self, self->current + 1));
}

static void
choose (LoketQuarterPage *self,
        guint             number)
{
  LoketLooseChoice choices[LOKET_MOST_LOOSE_CHOICES];
  LoketLooseEnd *end = get_end (self);
  guint n;

  if (end == NULL || !loket_loose_end_is_open (end))
    return;

  n = loket_loose_choice_list (end, self->desk, choices);
  if (number < n)
    do_choice (self, end, &choices[number]);
  for (guint i = 0; i < n; i++)
    loket_loose_choice_clear (&choices[i]);
}

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  choose (LOKET_QUARTER_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
skip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketQuarterPage *self = LOKET_QUARTER_PAGE (widget);

  if (get_end (self) != NULL)
    go_to (self, find_next (self, self->current + 1));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketQuarterPage *self = LOKET_QUARTER_PAGE (widget);

  if (self->ends == NULL)
    return;

  for (guint i = MIN (self->current, self->ends->len); i > 0; i--)
    {
      if (loket_loose_end_is_open (self->ends->pdata[i - 1]))
        {
          go_to (self, i - 1);
          return;
        }
    }
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketQuarterPage *self = LOKET_QUARTER_PAGE (widget);

  if (get_end (self) != NULL)
    open_record (self, get_end (self));
}

static void
row_activated_cb (LoketQuarterPage *self,
                  GtkListBoxRow    *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  if (loket_loose_end_is_open (self->ends->pdata[position]))
    go_to (self, position);
}

static void
worklist_loaded_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LoketQuarterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketWorklist) worklist = loket_desk_load_worklist_finish (LOKET_DESK (object),
                                                                        result, &error);
  int undone;

  if (worklist == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      return;
    }
  if (self->ends == NULL)
    {
      self->ends = loket_loose_ends_collect (worklist, self->desk, self->forms);
      go_to (self, 0);
      return;
    }

  undone = loket_loose_ends_update (self->ends, worklist, self->desk, self->forms);
  if (undone >= 0)
    go_to (self, (guint) undone);
  else if (get_end (self) != NULL && !loket_loose_end_is_open (get_end (self)))
    go_to (self, find_next (self, self->current));
  else
    show_list (self);
}

static void
load_worklist (LoketQuarterPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_worklist_async (self->desk, FALSE, 0, self->cancellable, worklist_loaded_cb,
                                  g_object_ref (self));
}

static void
desk_changed_cb (LoketQuarterPage *self)
{
  /* Who went back to the list is not followed there. */
  if (self->ends != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_worklist (self);
}

static void
add_way (LoketQuarterPage *self,
         const char       *label,
         const char       *key,
         const char       *action_name)
{
  GtkWidget *button = loket_key_button_new (label, NULL, key);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plain");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_box_append (self->ways, button);
}

static void
loket_quarter_page_dispose (GObject *object)
{
  LoketQuarterPage *self = LOKET_QUARTER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_QUARTER_PAGE);
  g_clear_pointer (&self->ends, g_ptr_array_unref);
  g_clear_object (&self->forms);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_quarter_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, split);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, list);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, progress_text);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, view);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, choices);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, ways);
  gtk_widget_class_bind_template_child (widget_class, LoketQuarterPage, finish_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < LOKET_MOST_LOOSE_CHOICES; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, 0, "quarter.choose", "u",
                                           i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i, 0, "quarter.choose",
                                           "u", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "quarter.skip", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "quarter.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "quarter.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "today.stop", NULL);
}

static void
loket_quarter_page_class_init (LoketQuarterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_quarter_page_dispose;

  g_type_ensure (LOKET_TYPE_LOOSE_VIEW);
  g_type_ensure (LOKET_TYPE_SPLIT_VIEW);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-quarter-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "quarter.choose", "u", choose_action);
  gtk_widget_class_install_action (widget_class, "quarter.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "quarter.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "quarter.open", NULL, open_action);
  add_keys (widget_class);
}

static void
loket_quarter_page_init (LoketQuarterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_follow_stack (self->stack);
  loket_split_view_set_show_content (self->split, TRUE);
  add_way (self, _("Skip"), _("Space"), "quarter.skip");
  add_way (self, _("Back"), "⌫", "quarter.back");
  add_way (self, _("Undo"), _("Ctrl+Z"), "win.undo");
  add_way (self, _("Open the Record"), "↵", "quarter.open");
  add_way (self, _("Stop, the Rest Stays"), "Esc", "today.stop");
}

/**
 * loket_quarter_page_begin:
 * @forms: (nullable): the sessions that are being typed
 *
 * Begins anew with what was left lying by now.
 */
void
loket_quarter_page_begin (LoketQuarterPage *self,
                          LoketDesk        *desk,
                          LoketOpenForms   *forms)
{
  g_return_if_fail (LOKET_IS_QUARTER_PAGE (self));

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  if (g_set_object (&self->forms, forms) && forms != NULL)
    g_signal_connect_object (forms, "items-changed", G_CALLBACK (desk_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_clear_pointer (&self->ends, g_ptr_array_unref);
  self->current = 0;
  load_worklist (self);
}
