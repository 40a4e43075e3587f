/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Today: what needs doing first. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-today-page.h"

#include "loket-accessible.h"
#include "loket-quarter-page.h"
#include "loket-sentences.h"
#include "loket-work-section.h"
#include "loket-work-sentences.h"
#include "loket-worklist.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

/* Words like "in 20 minutes" grow old. */
#define REFRESH_SECONDS 60
/* With so much late nobody knows where to begin. */
#define TERRIBLE 10
/* How much is read of what waits too long with others, before the person asks for more. */
#define ELSEWHERE_AT_ONCE 100

struct _LoketTodayPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  GtkWidget *whose;
  GtkBox *groups;
  AdwStatusPage *done_page;
  GtkWidget *show_rest_button;
  GtkWidget *everybody_button;
  GtkWidget *go_through_button;
  LoketQuarterPage *quarter;

  LoketDesk *desk;
  LoketOpenForms *forms;                         /* (nullable) */
  LoketWorkColumns *columns;                     /* which all groups share */
  GCancellable *cancellable;                     /* of the reading that is under way */
  LoketWorkSection *shown[LOKET_WORK_N_GROUPS];   /* (nullable), borrowed: once there was any */
  guint n_elsewhere;                             /* how much of others' work is read at most */
  gboolean rest_wanted;                          /* to see what comes though nothing is due */
  guint refresh_id;
};

G_DEFINE_FINAL_TYPE (LoketTodayPage, loket_today_page, ADW_TYPE_BIN)

static gboolean
shows_everybody (LoketTodayPage *self)
{
  return gtk_widget_get_visible (self->whose)
         && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->whose)) == 1;
}

static const char *
get_title (LoketWorkGroup group)
{
  switch (group)
    {
    case LOKET_WORK_GROUP_UNTAKEN:
      return _("Not Taken Yet");
    case LOKET_WORK_GROUP_APPOINTMENTS:
      return _("Appointments");
    case LOKET_WORK_GROUP_DUE:
      return _("Late and Today");
    case LOKET_WORK_GROUP_ELSEWHERE:
      return _("Too Late with Colleagues");
    case LOKET_WORK_GROUP_COMING:
      return _("Coming Week");
    case LOKET_WORK_GROUP_WAITING:
      return _("Waiting");
    case LOKET_WORK_N_GROUPS:
    default:
      g_return_val_if_reached ("");
    }
}

/* How many rows of a group are shown on a terrible day. */
static guint
get_n_first (LoketWorkGroup group)
{
  return group == LOKET_WORK_GROUP_UNTAKEN || group == LOKET_WORK_GROUP_APPOINTMENTS ? 3 : 5;
}

static void
append_part (GString    *summary,
             const char *format,
             guint       n,
             gboolean    is_cut)
{
  g_autofree char *number = g_strdup_printf (is_cut ? "%u+" : "%u", n);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  if (n == 0)
    return;

  if (summary->len > 0)
    g_string_append (summary, ", ");
  g_string_append_printf (summary, "%s%s%s", parts[0], number, parts[1]);
}

/* "3 appointments, 2 late, 2 for today" */
static char *
format_summary (LoketWorklist *worklist)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n_appointments = worklist->groups[LOKET_WORK_GROUP_APPOINTMENTS]->len;
  guint n_due = worklist->groups[LOKET_WORK_GROUP_DUE]->len;
  guint n_untaken = worklist->groups[LOKET_WORK_GROUP_UNTAKEN]->len;
  guint n_elsewhere = worklist->n_elsewhere;
  gboolean all_late = worklist->n_late == n_due;
  gboolean is_cut = worklist->is_cut[LOKET_WORK_GROUP_DUE];

  append_part (summary, ngettext ("%s appointment", "%s appointments", n_appointments),
               n_appointments, worklist->is_cut[LOKET_WORK_GROUP_APPOINTMENTS]);
  append_part (summary, ngettext ("%s late", "%s late", worklist->n_late), worklist->n_late,
               is_cut && all_late);
  append_part (summary, ngettext ("%s for today", "%s for today", n_due - worklist->n_late),
               n_due - worklist->n_late, is_cut);
  append_part (summary, ngettext ("%s not taken yet", "%s not taken yet", n_untaken), n_untaken,
               worklist->is_cut[LOKET_WORK_GROUP_UNTAKEN]);
  append_part (summary, ngettext ("%s too late with colleagues", "%s too late with colleagues",
                                  n_elsewhere), n_elsewhere, FALSE);
  if (summary->len == 0)
    g_string_append (summary, _("nothing that must be done today"));

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static gboolean
is_all_done (LoketWorklist *worklist)
{
  return worklist->groups[LOKET_WORK_GROUP_UNTAKEN]->len == 0
         && worklist->groups[LOKET_WORK_GROUP_APPOINTMENTS]->len == 0
         && worklist->groups[LOKET_WORK_GROUP_DUE]->len == 0
         && worklist->groups[LOKET_WORK_GROUP_ELSEWHERE]->len == 0;
}

/* What a counsellor does not see by itself: that others look along. */
static char *
format_hint (LoketTodayPage *self,
             LoketWorklist  *worklist,
             LoketWorkGroup  group)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  int days = loket_rules_get (loket_desk_get_rules (self->desk), LOKET_RULE_ESCALATE, today.text);

  if (group == LOKET_WORK_GROUP_ELSEWHERE)
    return g_strdup_printf (ngettext ("More than %d working day late, or signed up without a "
                                      "response in time.",
                                      "More than %d working days late, or signed up without a "
                                      "response in time.", (gulong) days), days);
  if (worklist->n_escalated[group] == 0)
    return NULL;
  if (group == LOKET_WORK_GROUP_UNTAKEN)
    return g_strdup (_("Who waits longest comes first. A response that is late is a matter for the "
                       "team lead as well."));
  if (group == LOKET_WORK_GROUP_DUE)
    return g_strdup_printf (ngettext ("Who waits longest comes first. The team lead sees what is "
                                      "more than %d working day late.",
                                      "Who waits longest comes first. The team lead sees what is "
                                      "more than %d working days late.", (gulong) days), days);

  return NULL;
}

static void
show_group (LoketTodayPage *self,
            LoketWorklist  *worklist,
            LoketWorkGroup  group)
{
  gboolean is_elsewhere = group == LOKET_WORK_GROUP_ELSEWHERE;
  g_autofree char *hint = format_hint (self, worklist, group);

  if (self->shown[group] == NULL)
    {
      GtkWidget *section = loket_work_section_new (self->desk, self->columns, get_title (group),
                                                   get_n_first (group));

      self->shown[group] = LOKET_WORK_SECTION (section);
      loket_work_section_set_is_elsewhere (self->shown[group], is_elsewhere);
      gtk_box_append (self->groups, section);
    }
  loket_work_section_set_hint (self->shown[group], hint);
  loket_work_section_set_n_beyond (self->shown[group],
                                   is_elsewhere ? worklist->n_elsewhere
                                                    - worklist->groups[group]->len : 0);
  loket_work_section_show (self->shown[group], worklist->groups[group], worklist->is_cut[group],
                           worklist->now.text, is_elsewhere || shows_everybody (self));
}

static void
show_list (LoketTodayPage *self,
           LoketWorklist  *worklist)
{
  g_autofree char *day = loket_sentences_format_day (worklist->now.text);
  g_autofree char *sentence = format_summary (worklist);
  g_autofree char *summary = g_strdup_printf ("%s  ·  %s", day, sentence);

  gtk_label_set_label (self->summary, summary);
  for (guint i = 0; i < LOKET_WORK_N_GROUPS; i++)
    show_group (self, worklist, i);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

/* "Monday 24 November at 09:00: Fatma Yıldız, second session, online." */
static char *
format_first (LoketTodayPage *self,
              LoketWorklist  *worklist)
{
  GPtrArray *coming = worklist->groups[LOKET_WORK_GROUP_COMING];
  const LoketWork *work = coming->len > 0 ? loket_work_item_get (coming->pdata[0]) : NULL;
  g_autofree char *what = NULL;
  g_autofree char *day = NULL;

  if (work == NULL)
    return g_strdup (_("Nothing is open today, and nothing is planned for the coming week."));

  day = loket_sentences_format_day (work->at);
  what = loket_work_sentences_format_what (work, loket_desk_get_codes (self->desk), work->at);
  if (work->type == LOKET_WORK_APPOINTMENT)
    /* Translators: a day, a time, a client, and what is planned. */
    return g_strdup_printf (_("Nothing is open today. First comes %s at %s: %s, %s."), day,
                            work->at + LOKET_DATE_LENGTH + 1, work->client_name, what);

  /* Translators: a day, a client, and what is to be done. */
  return g_strdup_printf (_("Nothing is open today. First comes %s: %s, %s."), day,
                          work->client_name, what);
}

static void
show_all_done (LoketTodayPage *self,
               LoketWorklist  *worklist)
{
  g_autofree char *first = format_first (self, worklist);
  g_autofree char *escaped = g_markup_escape_text (first, -1);
  gboolean has_rest = worklist->groups[LOKET_WORK_GROUP_COMING]->len > 0
                      || worklist->groups[LOKET_WORK_GROUP_WAITING]->len > 0;

  adw_status_page_set_description (self->done_page, escaped);
  gtk_widget_set_visible (self->show_rest_button, has_rest);
  gtk_widget_set_visible (self->everybody_button, gtk_widget_get_visible (self->whose)
                                                    && !shows_everybody (self));
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static gboolean
is_going_through (LoketTodayPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "quarter") == 0;
}

/* On a terrible day going through it one by one is what comes next. */
static void
show_way_through (LoketTodayPage *self,
                  LoketWorklist  *worklist)
{
  if (worklist->n_late >= TERRIBLE)
    gtk_widget_add_css_class (self->go_through_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->go_through_button, "suggested-action");
}

static void
worklist_loaded_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LoketTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketWorklist) worklist = loket_desk_load_worklist_finish (LOKET_DESK (object),
                                                                        result, &error);

  if (worklist == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      return;
    }

  show_way_through (self, worklist);
  if (is_going_through (self))
    return;
  if (!worklist->has_clients)
    gtk_stack_set_visible_child_name (self->stack, "first");
  else if (is_all_done (worklist) && !self->rest_wanted && !shows_everybody (self))
    show_all_done (self, worklist);
  else
    show_list (self, worklist);
}

/* What is being read has grown old: only the newest reading counts. */
static void
load_worklist (LoketTodayPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  loket_desk_load_worklist_async (self->desk, shows_everybody (self), self->n_elsewhere,
                                  self->cancellable, worklist_loaded_cb, g_object_ref (self));
}

static void
counsellor_changed_cb (LoketTodayPage *self)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (self->desk);

  if (counsellor == NULL)
    return;

  self->rest_wanted = FALSE;
  gtk_widget_set_visible (self->whose, loket_counsellor_is_team_lead (counsellor));
  load_worklist (self);
}

static void
whose_changed_cb (LoketTodayPage *self)
{
  if (self->desk != NULL)
    load_worklist (self);
}

static void
rest_wanted_cb (LoketTodayPage *self)
{
  self->rest_wanted = TRUE;
  load_worklist (self);
}

static void
everybody_wanted_cb (LoketTodayPage *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->whose), 1);
}

static void
go_through_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  loket_today_page_go_through (LOKET_TODAY_PAGE (widget));
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  loket_today_page_go_back (LOKET_TODAY_PAGE (widget));
}

static void
read_more_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LoketTodayPage *self = LOKET_TODAY_PAGE (widget);

  self->n_elsewhere += ELSEWHERE_AT_ONCE;
  load_worklist (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  LoketTodayPage *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_worklist (self);

  return G_SOURCE_CONTINUE;
}

static void
loket_today_page_dispose (GObject *object)
{
  LoketTodayPage *self = LOKET_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TODAY_PAGE);
  g_clear_object (&self->desk);
  g_clear_object (&self->forms);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (loket_today_page_parent_class)->dispose (object);
}

static void
loket_today_page_class_init (LoketTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_today_page_dispose;

  g_type_ensure (LOKET_TYPE_QUARTER_PAGE);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, whose);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, groups);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, done_page);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, show_rest_button);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, everybody_button);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, go_through_button);
  gtk_widget_class_bind_template_child (widget_class, LoketTodayPage, quarter);
  gtk_widget_class_bind_template_callback (widget_class, whose_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, everybody_wanted_cb);
  gtk_widget_class_install_action (widget_class, "today.go-through", NULL, go_through_action);
  gtk_widget_class_install_action (widget_class, "today.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "work.read-more", NULL, read_more_action);
}

static void
loket_today_page_init (LoketTodayPage *self)
{
  GtkLabel *label;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_elsewhere = ELSEWHERE_AT_ONCE;
  loket_accessible_follow_stack (self->stack);
  /* Large text would make the page wider than a narrow screen. */
  label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->go_through_button)));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  loket_accessible_label_drop_down (GTK_DROP_DOWN (self->whose), _("Whose work"));

  self->columns = loket_work_columns_new ();
  self->refresh_id = g_timeout_add_seconds (REFRESH_SECONDS, refresh_cb, self);
}

GtkWidget *
loket_today_page_new (LoketDesk *desk)
{
  LoketTodayPage *self = g_object_new (LOKET_TYPE_TODAY_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load_worklist), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counsellor", G_CALLBACK (counsellor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  counsellor_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * loket_today_page_set_forms:
 * @forms: the sessions that are being typed: those that were left lying are loose ends
 */
void
loket_today_page_set_forms (LoketTodayPage *self,
                            LoketOpenForms *forms)
{
  g_return_if_fail (LOKET_IS_TODAY_PAGE (self));

  g_set_object (&self->forms, forms);
}

/**
 * loket_today_page_focus_list:
 *
 * Gives the focus to the first row, which is what a key for the place is pressed for.
 *
 * Returns: whether there is one
 */
gboolean
loket_today_page_focus_list (LoketTodayPage *self)
{
  g_return_val_if_fail (LOKET_IS_TODAY_PAGE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0
         && gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

/**
 * loket_today_page_go_through:
 *
 * Goes through the loose ends of who works at the desk, one by one.
 */
void
loket_today_page_go_through (LoketTodayPage *self)
{
  g_return_if_fail (LOKET_IS_TODAY_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, "quarter");
  loket_quarter_page_begin (self->quarter, self->desk, self->forms);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-back", NULL);
}

/**
 * loket_today_page_can_go_back:
 *
 * Returns: whether loose ends are shown instead of the list
 */
gboolean
loket_today_page_can_go_back (LoketTodayPage *self)
{
  g_return_val_if_fail (LOKET_IS_TODAY_PAGE (self), FALSE);

  return is_going_through (self);
}

/**
 * loket_today_page_go_back:
 *
 * Stops going through loose ends; the rest stays.
 *
 * Returns: whether there was a way back
 */
gboolean
loket_today_page_go_back (LoketTodayPage *self)
{
  g_return_val_if_fail (LOKET_IS_TODAY_PAGE (self), FALSE);

  if (!is_going_through (self))
    return FALSE;

  gtk_stack_set_visible_child_name (self->stack, "loading");
  load_worklist (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-back", NULL);

  return TRUE;
}
