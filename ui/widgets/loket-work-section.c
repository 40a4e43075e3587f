/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows work in rows; keeps the rows, the focus and what was unfolded when they change. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-work-section.h"

#include "loket-row-keeper.h"
#include "loket-work-row.h"
#include "loket-work-state.h"

#include <glib/gi18n.h>
#include <string.h>

/* On a terrible day only the first rows are shown; every press on the last one shows more. */
#define MORE_ROWS 25
/* What the last row is called among those that bear the id of a record. */
#define MORE      "more"

struct _LoketWorkSection
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *hint;
  GtkListBox *list;

  LoketDesk *desk;
  LoketWorkColumns *columns;
  GPtrArray *items;      /* (nullable) (element-type LoketWorkItem): what there is to show */
  guint n_beyond;        /* how many there are that were not read */
  guint n_first;         /* how many rows are shown in any case */
  LoketDateText now;
  gboolean names_counsellor;
  guint n_unfolded;      /* how many more rows the person asked for */
  LoketWorkSelection *selection;  /* (nullable): where rows cannot be selected */
  gboolean is_elsewhere;          /* what waits with other counsellors */
};

G_DEFINE_FINAL_TYPE (LoketWorkSection, loket_work_section, GTK_TYPE_WIDGET)

/* What the row of the list holds: a check box, and behind it what there is to do. */
static LoketWorkRow *
get_content (GtkListBoxRow *row)
{
  GtkWidget *box = row != NULL ? gtk_list_box_row_get_child (row) : NULL;
  GtkWidget *child = box != NULL ? gtk_widget_get_last_child (box) : NULL;

  return child != NULL && LOKET_IS_WORK_ROW (child) ? LOKET_WORK_ROW (child) : NULL;
}

static GtkCheckButton *
get_check (LoketWorkRow *row)
{
  return GTK_CHECK_BUTTON (gtk_widget_get_prev_sibling (GTK_WIDGET (row)));
}

static guint
count_all (LoketWorkSection *self)
{
  return self->items->len + self->n_beyond;
}

/* How many of the items have a row. One row is never worth hiding. */
static guint
count_shown (LoketWorkSection *self)
{
  guint shown = self->n_first + self->n_unfolded;

  return count_all (self) <= shown + 1 ? self->items->len : MIN (shown, self->items->len);
}

static gboolean
is_selecting (LoketWorkSection *self)
{
  return self->selection != NULL && loket_work_selection_is_active (self->selection);
}

static void
check_toggled_cb (LoketWorkSection *self,
                  GtkCheckButton   *check)
{
  GtkWidget *row = gtk_widget_get_next_sibling (GTK_WIDGET (check));

  if (is_selecting (self))
    loket_work_selection_set (self->selection, loket_work_row_get_item (LOKET_WORK_ROW (row)),
                              gtk_check_button_get_active (check));
}

static GtkWidget *
create_row (LoketWorkSection *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *child = loket_work_row_new (self->desk, self->columns);

  /* Space on the row does it. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_margin_start (check, 12);
  gtk_widget_set_visible (check, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), child);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static gboolean
is_coming_today (LoketWorkSection *self,
                 LoketWorkItem   *item)
{
  LoketWorkState state = loket_work_get_state (loket_work_item_get (item),
                                               loket_desk_get_rules (self->desk), self->now.text);

  return state.standing == LOKET_WORK_SOON;
}

static LoketWorkManner
get_manner (LoketWorkSection *self)
{
  if (is_selecting (self))
    return LOKET_WORK_MANNER_SELECTING;

  return self->is_elsewhere ? LOKET_WORK_MANNER_ELSEWHERE : LOKET_WORK_MANNER_OWN;
}

static void
show_check (LoketWorkSection *self,
            LoketWorkRow     *row,
            LoketWorkItem    *item)
{
  const LoketWork *work = loket_work_item_get (item);
  GtkCheckButton *check = get_check (row);
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (check), is_selecting (self));
  if (!is_selecting (self))
    return;

  /* Translators: a client whose row is selected, for a screen reader. */
  name = g_strdup_printf (_("Select %s"), work->client_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (check), loket_work_is_open (work));
  gtk_check_button_set_active (check, loket_work_selection_contains (self->selection, item));
}

static void
show_row (LoketWorkSection *self,
          LoketWorkRow     *row,
          LoketWorkItem    *item,
          gboolean          is_next)
{
  loket_work_row_set_manner (row, get_manner (self));
  loket_work_row_set_item (row, item, self->now.text, self->names_counsellor);
  show_check (self, row, item);
  loket_work_row_set_is_next (row, is_next);
}

/* What a row says may change while it stays, so that the eye and the focus do not lose it. */
static void
show_rows (LoketWorkSection *self,
           LoketRowKeeper   *rows)
{
  guint shown = count_shown (self);
  gboolean found_next = FALSE;

  for (guint i = 0; i < shown; i++)
    {
      LoketWorkItem *item = self->items->pdata[i];
      const char *id = loket_work_item_get (item)->record_id;
      gboolean is_next = !found_next && is_coming_today (self, item);
      GtkWidget *row = loket_row_keeper_keep (rows, id);

      if (row == NULL)
        {
          row = create_row (self);
          loket_row_keeper_add (rows, id, row);
        }
      show_row (self, get_content (GTK_LIST_BOX_ROW (row)), item, is_next);
      found_next = found_next || is_next;
    }
}

/* How many of the items that are not shown are late, or due. */
static guint
count_hidden (LoketWorkSection *self,
              gboolean          is_late)
{
  const LoketRules *rules = loket_desk_get_rules (self->desk);
  guint n = 0;

  for (guint i = count_shown (self); i < self->items->len; i++)
    {
      const LoketWork *work = loket_work_item_get (self->items->pdata[i]);
      LoketDateText due = loket_work_get_due (work, rules);
      gboolean late = loket_work_get_state (work, rules, self->now.text).standing
                      == LOKET_WORK_LATE;

      n += late ? is_late : !is_late && strcmp (due.text, self->now.text) <= 0;
    }

  return n;
}

static char *
format_more (LoketWorkSection *self)
{
  guint shown = count_shown (self);
  guint n = count_all (self) - shown;
  guint n_late = self->is_elsewhere ? n : count_hidden (self, TRUE);
  guint n_due = self->is_elsewhere ? 0 : count_hidden (self, FALSE);
  LoketWorkType type = LOKET_WORK_CONTACT;

  if (shown < self->items->len)
    type = loket_work_item_get (self->items->pdata[shown])->type;

  if (type == LOKET_WORK_UNTAKEN)
    return g_strdup_printf (ngettext ("%u more sign-up", "%u more sign-ups", n), n);
  if (type == LOKET_WORK_APPOINTMENT && n_due == n)
    return g_strdup_printf (ngettext ("%u more appointment", "%u more appointments", n), n);
  if (n_late == n)
    return g_strdup_printf (ngettext ("%u more late", "%u more late", n), n);
  if (n_due == n)
    return g_strdup_printf (ngettext ("%u more for today", "%u more for today", n), n);
  if (n_late + n_due == n)
    /* Translators: of the rows that are not shown, how many are late and how many are not. */
    return g_strdup_printf (_("%u more late and %u for today"), n_late, n_due);

  return g_strdup_printf (ngettext ("%u more", "%u more", n), n);
}

static GtkWidget *
create_more_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_widget_add_css_class (row, "more");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
show_more_row (LoketWorkSection *self,
               LoketRowKeeper   *rows)
{
  GtkWidget *row, *label;
  g_autofree char *text = NULL;

  if (count_shown (self) == count_all (self))
    return;

  row = loket_row_keeper_keep (rows, MORE);
  if (row == NULL)
    {
      row = create_more_row ();
      loket_row_keeper_add (rows, MORE, row);
    }
  label = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  text = format_more (self);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The row under the fingers is done: the next one takes its place. */
static void
refresh (LoketWorkSection *self)
{
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->list));

  show_rows (self, rows);
  show_more_row (self, rows);
  gtk_widget_set_visible (GTK_WIDGET (self), self->items->len > 0);
  loket_row_keeper_focus (GTK_WIDGET (self->list), loket_row_keeper_finish (rows));
}

static gboolean
focus_end (LoketWorkSection *self,
           gboolean          is_first)
{
  GtkWidget *row = is_first ? gtk_widget_get_first_child (GTK_WIDGET (self->list))
                            : gtk_widget_get_last_child (GTK_WIDGET (self->list));

  return row != NULL && gtk_widget_grab_focus (row);
}

/* The arrow keys go on from the last row of a section to the first one of the next. */
static gboolean
keynav_failed_cb (LoketWorkSection *self,
                  GtkDirectionType  direction)
{
  gboolean is_down = direction == GTK_DIR_DOWN;
  GtkWidget *next = GTK_WIDGET (self);

  if (!is_down && direction != GTK_DIR_UP)
    return FALSE;

  do
    next = is_down ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
  while (next != NULL && !(LOKET_IS_WORK_SECTION (next) && gtk_widget_get_visible (next)));

  return next != NULL && focus_end (LOKET_WORK_SECTION (next), is_down);
}

/* The acts of the row that has the focus, from left to right. */
static gboolean
key_pressed_cb (LoketWorkSection *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gunichar letter = gdk_keyval_to_unicode (keyval);
  LoketWorkRow *content;

  if (row == NULL || letter < '1' || letter > '9'
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  content = get_content (GTK_LIST_BOX_ROW (row));

  return content != NULL && loket_work_row_press (content, letter - '0');
}

static void
row_activated_cb (LoketWorkSection *self,
                  GtkListBoxRow   *row)
{
  LoketWorkRow *content = get_content (row);

  if (content != NULL && is_selecting (self))
    {
      gtk_widget_activate (GTK_WIDGET (get_check (content)));
      return;
    }
  if (content != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (content), "work.open", NULL);
      return;
    }

  self->n_unfolded += MORE_ROWS;
  refresh (self);
  if (self->n_first + self->n_unfolded > self->items->len && self->n_beyond > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "work.read-more", NULL);
}

static void
loket_work_section_dispose (GObject *object)
{
  LoketWorkSection *self = LOKET_WORK_SECTION (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_WORK_SECTION);
  /* The template lets go of what it names; the rest is ours. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_work_section_parent_class)->dispose (object);
}

static void
loket_work_section_class_init (LoketWorkSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_work_section_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-work-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketWorkSection, title);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkSection, count);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkSection, hint);
  gtk_widget_class_bind_template_child (widget_class, LoketWorkSection, list);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
loket_work_section_init (LoketWorkSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_work_section_new:
 * @columns: the columns of the page
 * @title: the heading
 * @n_first: how many rows to show before the person asks for more
 *
 * Returns: an empty section
 */
GtkWidget *
loket_work_section_new (LoketDesk        *desk,
                        LoketWorkColumns *columns,
                        const char       *title,
                        guint             n_first)
{
  LoketWorkSection *self = g_object_new (LOKET_TYPE_WORK_SECTION, NULL);

  self->desk = g_object_ref (desk);
  self->columns = g_object_ref (columns);
  self->n_first = n_first;
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return GTK_WIDGET (self);
}

/**
 * loket_work_section_show:
 * @items: (element-type LoketWorkItem): what there is to show; without any the section hides
 * @is_cut: whether there is more than @items
 * @now: the moment at which it is shown
 * @names_counsellor: whether to say whose work it is
 */
void
loket_work_section_show (LoketWorkSection *self,
                         GPtrArray        *items,
                         gboolean          is_cut,
                         const char       *now,
                         gboolean          names_counsellor)
{
  g_autofree char *count = NULL;

  g_return_if_fail (LOKET_IS_WORK_SECTION (self));

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  g_strlcpy (self->now.text, now, sizeof self->now.text);
  self->names_counsellor = names_counsellor;
  count = g_strdup_printf (is_cut ? "%u+" : "%u", count_all (self));
  gtk_label_set_label (self->count, count);
  refresh (self);
}

static void
selection_changed_cb (LoketWorkSection *self)
{
  if (self->items != NULL)
    refresh (self);
}

/**
 * loket_work_section_set_selection:
 * @selection: the selection of the page; while it is active, rows are selected instead of worked on
 */
void
loket_work_section_set_selection (LoketWorkSection   *self,
                                  LoketWorkSelection *selection)
{
  g_return_if_fail (LOKET_IS_WORK_SECTION (self));

  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * loket_work_section_select_all:
 *
 * Selects every row that one can see and that is open.
 */
void
loket_work_section_select_all (LoketWorkSection *self)
{
  g_return_if_fail (LOKET_IS_WORK_SECTION (self));

  for (guint i = 0; self->items != NULL && i < count_shown (self); i++)
    {
      if (loket_work_is_open (loket_work_item_get (self->items->pdata[i])))
        loket_work_selection_set (self->selection, self->items->pdata[i], TRUE);
    }
}

/**
 * loket_work_section_set_is_elsewhere:
 * @is_elsewhere: whether the rows are of what waits with other counsellors
 */
void
loket_work_section_set_is_elsewhere (LoketWorkSection *self,
                                     gboolean          is_elsewhere)
{
  g_return_if_fail (LOKET_IS_WORK_SECTION (self));

  self->is_elsewhere = is_elsewhere;
}

/**
 * loket_work_section_set_hint:
 * @hint: (nullable): what there is to know of all rows
 */
void
loket_work_section_set_hint (LoketWorkSection *self,
                             const char       *hint)
{
  g_return_if_fail (LOKET_IS_WORK_SECTION (self));

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/**
 * loket_work_section_set_n_beyond:
 * @n_beyond: how many there are that were not read, when that is known
 *
 * What is shown next has so many behind it. The last row tells of them, and gets them by the action
 * "work.read-more".
 */
void
loket_work_section_set_n_beyond (LoketWorkSection *self,
                                 guint             n_beyond)
{
  g_return_if_fail (LOKET_IS_WORK_SECTION (self));

  self->n_beyond = n_beyond;
}
