/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows work in rows; keeps the rows, the focus and what was unfolded when they change. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-work-section.h"

#include "loket-work-row.h"
#include "loket-work-state.h"

#include <glib/gi18n.h>
#include <string.h>

/* On a terrible day only the first rows are shown; every press on the last one shows more. */
#define MORE_ROWS 25

struct _LoketWorkSection
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *hint;
  GtkListBox *list;
  GtkWidget *more_row;   /* (nullable): the last row, when there are more than are shown */
  GtkLabel *more_label;  /* (nullable) */

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

static LoketWorkRow *
get_row (LoketWorkSection *self,
         guint            position)
{
  return get_content (gtk_list_box_get_row_at_index (self->list, (int) position));
}

static guint
count_rows (LoketWorkSection *self)
{
  guint n = 0;

  while (get_row (self, n) != NULL)
    n++;

  return n;
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

static const char *
get_record_id (LoketWorkItem *item)
{
  return loket_work_item_get (item)->record_id;
}

static gboolean
will_be_shown (LoketWorkSection *self,
               LoketWorkItem   *item)
{
  guint shown = count_shown (self);

  for (guint i = 0; i < shown; i++)
    {
      if (g_str_equal (get_record_id (self->items->pdata[i]), get_record_id (item)))
        return TRUE;
    }

  return FALSE;
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

static void
insert_row (LoketWorkSection *self,
            guint            position)
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
  gtk_list_box_insert (self->list, row, (int) position);
}

static void
remove_row (LoketWorkSection *self,
            guint            position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The position of the row in which the focus is, or -1. */
static int
find_focus (LoketWorkSection *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return child != NULL && GTK_IS_LIST_BOX_ROW (child)
           ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
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

/* The rows that stay are kept, so that the eye and the focus do not lose them. */
static void
update_rows (LoketWorkSection *self)
{
  guint shown = count_shown (self);
  gboolean found_next = FALSE;

  for (guint i = count_rows (self); i > 0; i--)
    {
      if (!will_be_shown (self, loket_work_row_get_item (get_row (self, i - 1))))
        remove_row (self, i - 1);
    }

  for (guint i = 0; i < shown; i++)
    {
      LoketWorkItem *item = self->items->pdata[i];
      LoketWorkRow *row = get_row (self, i);

      if (row == NULL
          || !g_str_equal (get_record_id (loket_work_row_get_item (row)), get_record_id (item)))
        insert_row (self, i);
      loket_work_row_set_manner (get_row (self, i), get_manner (self));
      loket_work_row_set_item (get_row (self, i), item, self->now.text, self->names_counsellor);
      show_check (self, get_row (self, i), item);
      loket_work_row_set_is_next (get_row (self, i),
                                  !found_next && is_coming_today (self, item));
      found_next = found_next || is_coming_today (self, item);
    }

  /* Rows that changed places stand twice: once where they are now, and once behind. */
  for (guint i = count_rows (self); i > shown; i--)
    remove_row (self, i - 1);
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

static void
create_more_row (LoketWorkSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->more_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->more_label, 0);
  gtk_label_set_wrap (self->more_label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->more_label), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more_label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->more_row = gtk_list_box_row_new ();
  gtk_widget_add_css_class (self->more_row, "more");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->more_row), box);
  gtk_list_box_append (self->list, self->more_row);
}

static void
update_more_row (LoketWorkSection *self)
{
  guint shown = count_shown (self);
  g_autofree char *text = NULL;

  if (shown == count_all (self))
    {
      if (self->more_row != NULL)
        gtk_list_box_remove (self->list, self->more_row);
      self->more_row = NULL;
      self->more_label = NULL;
      return;
    }

  if (self->more_row == NULL)
    create_more_row (self);
  text = format_more (self);
  gtk_label_set_label (self->more_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
refresh (LoketWorkSection *self)
{
  int focus = find_focus (self);

  update_rows (self);
  update_more_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->items->len > 0);

  /* The row under the fingers is done: the next one takes its place. */
  if (focus >= 0 && find_focus (self) < 0)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, focus);

      if (row == NULL && focus > 0)
        row = gtk_list_box_get_row_at_index (self->list, focus - 1);
      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
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
    gtk_widget_activate_action (GTK_WIDGET (self), "today.read-more", NULL);
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
 * "today.read-more".
 */
void
loket_work_section_set_n_beyond (LoketWorkSection *self,
                                 guint             n_beyond)
{
  g_return_if_fail (LOKET_IS_WORK_SECTION (self));

  self->n_beyond = n_beyond;
}
