/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Follow-up: all contacts in a list, through a filter. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-aftercare-page.h"

#include "loket-accessible.h"
#include "loket-calendar-button.h"
#include "loket-counsellors.h"
#include "loket-day-strip.h"
#include "loket-follow-ups.h"
#include "loket-sentences.h"
#include "loket-work-bar.h"
#include "loket-work-section.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

/* How many rows of a group are shown before one asks for more. */
#define N_FIRST 25

struct _LoketAftercarePage
{
  AdwBin parent_instance;

  GtkLabel *summary;
  GtkDropDown *whose;
  GtkDropDown *kind;
  GtkDropDown *period;
  GtkDropDown *scope;
  LoketDayStrip *strip;
  GtkBox *sections;
  GtkLabel *cut;
  AdwStatusPage *nothing;
  GtkWidget *widen_button;
  GtkButton *select_button;
  LoketCalendarButton *calendar_button;
  LoketWorkBar *bar;

  LoketDesk *desk;
  LoketWorkColumns *columns;   /* which all sections share, like the next one */
  LoketWorkSelection *selection;
  GCancellable *cancellable;   /* of the reading that is under way */
  GHashTable *shown;           /* (element-type utf8 LoketWorkSection): by title; borrowed */
  GPtrArray *counsellor_ids;   /* of the lines behind "Everybody" */
  GPtrArray *kinds;            /* codes of the lines behind "All kinds" */
};

G_DEFINE_FINAL_TYPE (LoketAftercarePage, loket_aftercare_page, ADW_TYPE_BIN)

/* The first line of a drop-down lets everything through. */
static const char *
get_chosen (GtkDropDown *drop_down,
            GPtrArray   *values)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected > 0 && selected <= values->len ? values->pdata[selected - 1] : NULL;
}

static LoketFollowUpFilter
get_filter (LoketAftercarePage *self)
{
  static const guint weeks[] = { 4, 12, 0 };
  LoketFollowUpFilter filter = {
    .scope = gtk_drop_down_get_selected (self->scope),
    .counsellor_id = get_chosen (self->whose, self->counsellor_ids),
    .kind = get_chosen (self->kind, self->kinds),
    .weeks = weeks[gtk_drop_down_get_selected (self->period)],
    .day = loket_day_strip_get_day (self->strip),
  };

  return filter;
}

static char *
format_title (const LoketFollowUpSlice *slice)
{
  switch (slice->group)
    {
    case LOKET_FOLLOW_UP_LATE:
      return g_strdup (_("Late"));
    case LOKET_FOLLOW_UP_TODAY:
      return g_strdup (_("Today"));
    case LOKET_FOLLOW_UP_COMING:
      return g_strdup (_("Coming Week"));
    case LOKET_FOLLOW_UP_WEEK:
      return loket_sentences_format_week (slice->from.text);
    case LOKET_FOLLOW_UP_DONE:
    default:
      return loket_sentences_format_month (slice->from.text);
    }
}

static guint
count_items (LoketFollowUps *follow_ups,
             gboolean        is_done)
{
  guint n = 0;

  for (guint i = 0; i < follow_ups->slices->len; i++)
    {
      LoketFollowUpSlice *slice = follow_ups->slices->pdata[i];

      if ((slice->group == LOKET_FOLLOW_UP_DONE) == is_done)
        n += slice->items->len;
    }

  return n;
}

static void
append_part (GString    *summary,
             const char *part)
{
  g_string_append_printf (summary, "%s%s", summary->len > 0 ? ", " : "", part);
}

/* "23 open, 2 late, 3 for today" */
static char *
format_summary (LoketFollowUps *follow_ups)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n_open = count_items (follow_ups, FALSE);
  guint n_done = count_items (follow_ups, TRUE);
  const char *more = follow_ups->is_cut ? "+" : "";
  g_autofree char *open = g_strdup_printf (ngettext ("%u%s open", "%u%s open", n_open), n_open,
                                           n_done == 0 ? more : "");
  g_autofree char *done = g_strdup_printf (ngettext ("%u%s done", "%u%s done", n_done), n_done,
                                           more);
  g_autofree char *late = g_strdup_printf (ngettext ("%u late", "%u late", follow_ups->n_late),
                                           follow_ups->n_late);
  g_autofree char *today = g_strdup_printf (ngettext ("%u for today", "%u for today",
                                                      follow_ups->n_today), follow_ups->n_today);

  if (n_open > 0 || n_done == 0)
    append_part (summary, open);
  if (n_open > 0 && follow_ups->n_late > 0)
    append_part (summary, late);
  if (n_open > 0 && follow_ups->n_today > 0)
    append_part (summary, today);
  if (n_done > 0)
    append_part (summary, done);

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static LoketWorkSection *
get_section (LoketAftercarePage *self,
             const char         *title)
{
  GtkWidget *section = g_hash_table_lookup (self->shown, title);

  if (section == NULL)
    {
      section = loket_work_section_new (self->desk, self->columns, title, N_FIRST);
      loket_work_section_set_selection (LOKET_WORK_SECTION (section), self->selection);
      gtk_box_append (self->sections, section);
      g_hash_table_insert (self->shown, g_strdup (title), section);
    }

  return LOKET_WORK_SECTION (section);
}

/* Sections of weeks that are not shown any more stay, empty and hidden, until the page goes. */
static void
show_slices (LoketAftercarePage *self,
             LoketFollowUps     *follow_ups)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean names_counsellor = gtk_drop_down_get_selected (self->whose) == 0;
  g_autoptr (GList) sections = g_hash_table_get_values (self->shown);
  GtkWidget *last = NULL;

  for (guint i = 0; i < follow_ups->slices->len; i++)
    {
      LoketFollowUpSlice *slice = follow_ups->slices->pdata[i];
      gboolean is_last = i + 1 == follow_ups->slices->len;
      g_autofree char *title = format_title (slice);
      LoketWorkSection *section = get_section (self, title);

      loket_work_section_show (section, slice->items, is_last && follow_ups->is_cut,
                               follow_ups->now.text, names_counsellor);
      gtk_box_reorder_child_after (self->sections, GTK_WIDGET (section), last);
      last = GTK_WIDGET (section);
      sections = g_list_remove (sections, section);
    }

  for (GList *left = sections; left != NULL; left = left->next)
    loket_work_section_show (left->data, none, FALSE, follow_ups->now.text, FALSE);
}

/* What is not shown any more cannot be selected. */
static void
keep_selection (LoketAftercarePage *self,
                LoketFollowUps     *follow_ups)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < follow_ups->slices->len; i++)
    {
      LoketFollowUpSlice *slice = follow_ups->slices->pdata[i];

      g_ptr_array_extend (items, slice->items, NULL, NULL);
    }
  loket_work_selection_keep (self->selection, items);
}

static void
show_follow_ups (LoketAftercarePage *self,
                 LoketFollowUps     *follow_ups)
{
  gboolean is_empty = follow_ups->slices->len == 0;
  g_autofree char *summary = format_summary (follow_ups);
  g_autofree char *cut = NULL;

  cut = g_strdup_printf (_("Only the first %d are shown here. Choose a shorter period, one kind or "
                           "one counsellor to see the others."), LOKET_FOLLOW_UPS_MOST);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->cut, cut);
  gtk_widget_set_visible (GTK_WIDGET (self->cut), follow_ups->is_cut);
  loket_day_strip_show (self->strip, follow_ups->days, loket_desk_get_rules (self->desk),
                        get_chosen (self->whose, self->counsellor_ids),
                        follow_ups->now.text, LOKET_FOLLOW_UPS_WEEKS);
  keep_selection (self, follow_ups);
  show_slices (self, follow_ups);

  gtk_widget_set_visible (GTK_WIDGET (self->nothing), is_empty);
  gtk_widget_set_visible (self->widen_button, gtk_drop_down_get_selected (self->period) != 2
                                                || loket_day_strip_get_day (self->strip) != NULL);
  adw_status_page_set_description (self->nothing,
                                   gtk_drop_down_get_selected (self->scope) == LOKET_FOLLOW_UPS_OPEN
                                     ? _("Nothing is open with this choice.")
                                     : _("Nothing was found with this choice."));
}

static void
follow_ups_loaded_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (LoketAftercarePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketFollowUps) follow_ups = NULL;

  follow_ups = loket_desk_load_follow_ups_finish (LOKET_DESK (object), result, &error);
  if (follow_ups != NULL)
    show_follow_ups (self, follow_ups);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
}

/* What is being read has grown old: only the newest reading counts. */
static void
load_follow_ups (LoketAftercarePage *self)
{
  LoketFollowUpFilter filter = get_filter (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  loket_desk_load_follow_ups_async (self->desk, &filter, self->cancellable, follow_ups_loaded_cb,
                                    g_object_ref (self));
}

static void
filter_changed_cb (LoketAftercarePage *self)
{
  if (self->counsellor_ids != NULL)
    load_follow_ups (self);
}

/* A day that is picked is one on which something is open. */
static void
day_picked_cb (LoketAftercarePage *self)
{
  if (loket_day_strip_get_day (self->strip) != NULL)
    gtk_drop_down_set_selected (self->scope, LOKET_FOLLOW_UPS_OPEN);
  filter_changed_cb (self);
}

static void
widen_cb (LoketAftercarePage *self)
{
  loket_day_strip_set_day (self->strip, NULL);
  gtk_drop_down_set_selected (self->period, 2);
}

/* Once it is known who works here, own work is shown first. */
static void
fill_counsellors (LoketAftercarePage *self,
                  GListModel         *counsellors)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const char *own = loket_desk_get_counsellor_id (self->desk);
  guint selected = 0;

  gtk_string_list_append (names, _("Everybody"));
  for (guint i = 0; i < g_list_model_get_n_items (counsellors); i++)
    {
      g_autoptr (LoketRecord) counsellor = g_list_model_get_item (counsellors, i);
      const char *id = loket_record_get_id (counsellor);

      gtk_string_list_append (names,
                              loket_counsellor_get_display_name (LOKET_COUNSELLOR (counsellor)));
      g_ptr_array_add (ids, g_strdup (id));
      if (g_strcmp0 (id, own) == 0)
        selected = i + 1;
    }

  g_clear_pointer (&self->counsellor_ids, g_ptr_array_unref);
  gtk_drop_down_set_model (self->whose, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->whose, selected);
  self->counsellor_ids = g_steal_pointer (&ids);
  load_follow_ups (self);
}

static void
counsellors_loaded_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (LoketAftercarePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) counsellors = NULL;

  counsellors = loket_desk_load_counsellors_finish (LOKET_DESK (object), result, &error);
  if (counsellors != NULL)
    fill_counsellors (self, counsellors);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
}

static void
load_counsellors (LoketAftercarePage *self)
{
  if (loket_desk_get_counsellor (self->desk) != NULL)
    loket_desk_load_counsellors_async (self->desk, NULL, counsellors_loaded_cb,
                                       g_object_ref (self));
}

static void
fill_kinds (LoketAftercarePage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GPtrArray *codes = loket_codes_get_list (loket_desk_get_codes (self->desk), "contact_kind");

  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (labels, _("All kinds"));
  for (guint i = 0; i < codes->len; i++)
    {
      const LoketCode *code = codes->pdata[i];

      gtk_string_list_append (labels, code->label);
      g_ptr_array_add (self->kinds, g_strdup (code->code));
    }
  gtk_string_list_append (labels, _("Promises"));
  g_ptr_array_add (self->kinds, g_strdup ("promise"));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
}

static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LoketAftercarePage *self = LOKET_AFTERCARE_PAGE (widget);

  loket_work_selection_set_active (self->selection,
                                   !loket_work_selection_is_active (self->selection));
}

static void
select_all_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketAftercarePage *self = LOKET_AFTERCARE_PAGE (widget);
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  loket_work_selection_set_active (self->selection, TRUE);
  for (; section != NULL; section = gtk_widget_get_next_sibling (section))
    loket_work_section_select_all (LOKET_WORK_SECTION (section));
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  loket_work_selection_set_active (LOKET_AFTERCARE_PAGE (widget)->selection, FALSE);
}

static void
selection_changed_cb (LoketAftercarePage *self)
{
  gboolean is_active = loket_work_selection_is_active (self->selection);

  gtk_button_set_label (self->select_button,
                        is_active ? C_("select", "Done") : C_("select", "Select"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.leave", is_active);
}

static void
loket_aftercare_page_dispose (GObject *object)
{
  LoketAftercarePage *self = LOKET_AFTERCARE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_AFTERCARE_PAGE);
  g_clear_object (&self->desk);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (loket_aftercare_page_parent_class)->dispose (object);
}

static void
loket_aftercare_page_finalize (GObject *object)
{
  LoketAftercarePage *self = LOKET_AFTERCARE_PAGE (object);

  g_hash_table_unref (self->shown);
  g_clear_pointer (&self->counsellor_ids, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_aftercare_page_parent_class)->finalize (object);
}

static void
loket_aftercare_page_class_init (LoketAftercarePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_aftercare_page_dispose;
  object_class->finalize = loket_aftercare_page_finalize;

  g_type_ensure (LOKET_TYPE_CALENDAR_BUTTON);
  g_type_ensure (LOKET_TYPE_DAY_STRIP);
  g_type_ensure (LOKET_TYPE_WORK_BAR);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/loketten/Loketten/"
                                                             "loket-aftercare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, summary);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, whose);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, kind);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, period);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, scope);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, strip);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, sections);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, cut);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, widen_button);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, select_button);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, LoketAftercarePage, bar);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, widen_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "follow-up.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "follow-up.leave", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "follow-up.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "follow-up.leave", NULL);
}

static void
loket_aftercare_page_init (LoketAftercarePage *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->columns = loket_work_columns_new ();
  self->selection = loket_work_selection_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  /* Large text would make the page wider than a narrow screen. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->widen_button))), TRUE);

  loket_accessible_label_drop_down (self->whose, _("Counsellor"));
  loket_accessible_label_drop_down (self->kind, _("Kind"));
  loket_accessible_label_drop_down (self->period, _("Period"));
  loket_accessible_label_drop_down (self->scope, _("Open or done"));
}

GtkWidget *
loket_aftercare_page_new (LoketDesk *desk)
{
  LoketAftercarePage *self = g_object_new (LOKET_TYPE_AFTERCARE_PAGE, NULL);

  self->desk = g_object_ref (desk);
  loket_work_bar_set_selection (self->bar, desk, self->selection);
  loket_calendar_button_set_desk (self->calendar_button, desk);
  fill_kinds (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (load_counsellors), self,
                           G_CONNECT_SWAPPED);
  load_counsellors (self);

  return GTK_WIDGET (self);
}
