/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Renders a dossier and follows it when it changes. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-dossier-view.h"

#include "loket-client-line.h"
#include "loket-dossier.h"
#include "loket-error.h"
#include "loket-event.h"
#include "loket-hand-over.h"
#include "loket-sentences.h"
#include "loket-session.h"
#include "loket-stage-strip.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketDossierView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *last;
  GtkLabel *last_detail;
  GtkLabel *next;
  GtkLabel *next_detail;
  GtkLabel *late;
  GtkLabel *late_detail;
  LoketStageStrip *strip;
  GtkToggleButton *all_chip;
  GtkToggleButton *sessions_chip;
  GtkToggleButton *assessments_chip;
  GtkToggleButton *contacts_chip;
  GtkToggleButton *promises_chip;
  GtkBox *timeline;

  LoketDesk *desk;
  LoketDossier *dossier;     /* (nullable): until it is loaded */
  char *client_id;           /* (nullable): whose record is shown */
  GCancellable *cancellable; /* of the newest load */
};

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketDossierView, loket_dossier_view, ADW_TYPE_BIN)

static void
render_header (LoketDossierView *self,
               const char       *today)
{
  LoketRecord *client = LOKET_RECORD (loket_dossier_get_client (self->dossier));
  LoketTrajectory *trajectory = loket_dossier_get_current_trajectory (self->dossier);
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  g_autofree char *name = loket_client_dup_display_name (LOKET_CLIENT (client));
  g_autoptr (GString) line = loket_client_line_new (LOKET_CLIENT (client), codes, today);
  const char *counsellor = NULL;

  loket_client_line_append (line, loket_record_get_value (client, LOKET_CLIENT_CITY));
  if (trajectory != NULL)
    counsellor = loket_dossier_get_counsellor_name (
      self->dossier,
      loket_record_get_value (LOKET_RECORD (trajectory), LOKET_TRAJECTORY_COUNSELLOR));
  if (counsellor != NULL)
    {
      g_autofree char *with = g_strdup_printf (_("counsellor %s"), counsellor);

      loket_client_line_append (line, with);
    }
  loket_client_line_append (line, loket_record_get_value (client, LOKET_CLIENT_PHONE));
  loket_client_line_append (line, loket_record_get_value (client, LOKET_CLIENT_CLIENT_NO));
  if (loket_record_get_flag (client, LOKET_CLIENT_NO_CONTACT))
    loket_client_line_append (line, _("wants no contact"));

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->subtitle, line->str);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.call",
                                 loket_record_get_value (client, LOKET_CLIENT_PHONE) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.mail",
                                 loket_record_get_value (client, LOKET_CLIENT_EMAIL) != NULL);
}

/* A line without words takes no room. */
static void
set_detail (GtkLabel   *detail,
            const char *text)
{
  gtk_label_set_label (detail, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (detail), text != NULL);
}

static void
render_day (GtkLabel   *label,
            GtkLabel   *detail,
            const char *date,
            const char *today,
            const char *without)
{
  g_autofree char *day = date != NULL ? loket_sentences_format_year_day (date, today) : NULL;
  g_autofree char *distance = date != NULL ? loket_sentences_format_distance (date, today) : NULL;
  g_autofree char *moment = NULL;

  if (date != NULL && strlen (date) == LOKET_MOMENT_LENGTH)
    moment = g_strdup_printf ("%s, %s", distance, date + LOKET_DATE_LENGTH + 1);

  gtk_label_set_label (label, day != NULL ? day : without);
  set_detail (detail, moment != NULL ? moment : distance);
}

static void
render_facts (LoketDossierView *self,
              const char       *today)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  const char *first_due = NULL;
  guint n_late = loket_dossier_count_overdue (self->dossier, today, &first_due);
  g_autofree char *count = NULL;
  g_autofree char *how_late = NULL;
  gboolean is_late;

  render_day (self->last, self->last_detail, loket_dossier_get_last_contact (self->dossier), today,
              _("not yet"));
  render_day (self->next, self->next_detail,
              loket_dossier_get_next_session (self->dossier, now.text), today, _("none planned"));

  if (n_late > 0)
    {
      count = g_strdup_printf (ngettext ("⚠ %u thing", "⚠ %u things", n_late), n_late);
      how_late = loket_sentences_format_due (first_due, today, &is_late);
      gtk_widget_add_css_class (GTK_WIDGET (self->late), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->late), "error");
    }
  gtk_label_set_label (self->late, count != NULL ? count : _("nothing"));
  set_detail (self->late_detail, how_late);
}

static char *
format_first_session (LoketDossierView *self,
                      const char       *trajectory_id)
{
  GPtrArray *sessions = loket_dossier_get_sessions (self->dossier);
  const char *first = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];
      const char *starts_at = loket_record_get_text (session, LOKET_SESSION_STARTS_AT);

      if (g_str_equal (loket_record_get_text (session, LOKET_SESSION_TRAJECTORY_NO), trajectory_id)
          && g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE), "held")
          && (first == NULL || strcmp (starts_at, first) < 0))
        first = starts_at;
    }

  return first != NULL ? loket_sentences_format_short_day (first) : NULL;
}

static void
render_strip (LoketDossierView *self)
{
  LoketRecord *trajectory = LOKET_RECORD (loket_dossier_get_current_trajectory (self->dossier));
  g_autofree char *opened = NULL;
  g_autofree char *intake = NULL;
  g_autofree char *held = NULL;
  g_autofree char *tests = NULL;
  g_autofree char *closed = NULL;
  const char *details[LOKET_N_STAGES] = { NULL };
  const char *closed_on;
  LoketStageFacts facts;

  gtk_widget_set_visible (GTK_WIDGET (self->strip), trajectory != NULL);
  if (trajectory == NULL)
    return;

  loket_dossier_get_stage_facts (self->dossier, &facts);
  closed_on = loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON);
  opened = loket_sentences_format_short_day (
    loket_record_get_text (trajectory, LOKET_TRAJECTORY_OPENED_ON));
  intake = format_first_session (self, loket_record_get_id (trajectory));
  if (facts.n_sessions > 0)
    held = g_strdup_printf (ngettext ("%u held", "%u held", facts.n_sessions), facts.n_sessions);
  if (facts.n_assessments > 0)
    tests = facts.n_assessments_open > 0 ? g_strdup (_("under way")) : g_strdup (_("discussed"));
  if (closed_on != NULL)
    closed = loket_sentences_format_short_day (closed_on);

  details[LOKET_STAGE_SIGN_UP] = opened;
  details[LOKET_STAGE_INTAKE] = intake;
  details[LOKET_STAGE_SESSIONS] = held;
  details[LOKET_STAGE_TESTS] = tests;
  details[LOKET_STAGE_CLOSED] = closed;
  if (closed_on != NULL && !facts.wants_aftercare)
    details[LOKET_STAGE_AFTERCARE] = _("not wanted");
  loket_stage_strip_set_stages (self->strip, &facts, details);
}

static GtkWidget *
create_state (LoketEvent *event,
              const char *today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;
  g_autofree char *text = NULL;
  gboolean is_late = FALSE;

  if (loket_event_is_open (event))
    text = loket_sentences_format_due (loket_event_get_date (event), today, &is_late);
  else
    text = loket_sentences_format_short_day (loket_event_get_date (event));

  if (is_late)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  label = gtk_label_new (text);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, is_late ? "error" : "dim-label");

  return box;
}

static GtkWidget *
create_event_row (gpointer item,
                  gpointer user_data)
{
  LoketEvent *event = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (loket_event_get_icon_name (event));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), loket_event_get_title (event));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (loket_event_get_subtitle (event) != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), loket_event_get_subtitle (event));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_state (event, user_data));

  return row;
}

/* A heading and the events under it, which stand together in the sorted list. */
static GtkWidget *
create_group (const char *title,
              GListModel *events,
              guint       from,
              guint       count,
              char       *today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GtkSliceListModel) slice = NULL;

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  slice = gtk_slice_list_model_new (g_object_ref (events), from, count);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (slice), create_event_row,
                           g_strdup (today), g_free);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

static char *
format_group (LoketEvent *event)
{
  return loket_event_is_open (event) ? g_strdup (_("To Do"))
                                     : loket_sentences_format_month (loket_event_get_date (event));
}

static guint
get_shown_kinds (LoketDossierView *self)
{
  if (gtk_toggle_button_get_active (self->sessions_chip))
    return LOKET_EVENT_SESSION;
  if (gtk_toggle_button_get_active (self->assessments_chip))
    return LOKET_EVENT_ASSESSMENT;
  if (gtk_toggle_button_get_active (self->contacts_chip))
    return LOKET_EVENT_CONTACT;
  if (gtk_toggle_button_get_active (self->promises_chip))
    return LOKET_EVENT_PROMISE;

  return ~0u;
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  return (loket_event_get_kind (item) & GPOINTER_TO_UINT (user_data)) != 0;
}

static void
render_timeline (LoketDossierView *self,
                 char             *today)
{
  GtkWidget *child;
  GtkCustomFilter *filter =
      gtk_custom_filter_new (is_shown, GUINT_TO_POINTER (get_shown_kinds (self)), NULL);
  g_autoptr (GtkFilterListModel) shown = NULL;
  GListModel *events;
  guint n, start = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->timeline))) != NULL)
    gtk_box_remove (self->timeline, child);

  shown = gtk_filter_list_model_new (loket_event_list_new (self->dossier,
                                                           loket_desk_get_codes (self->desk)),
                                     GTK_FILTER (filter));
  events = G_LIST_MODEL (shown);
  n = g_list_model_get_n_items (events);
  while (start < n)
    {
      g_autoptr (LoketEvent) first = g_list_model_get_item (events, start);
      g_autofree char *title = format_group (first);
      guint end = start + 1;

      for (; end < n; end++)
        {
          g_autoptr (LoketEvent) event = g_list_model_get_item (events, end);
          g_autofree char *other = format_group (event);

          if (!g_str_equal (other, title))
            break;
        }
      gtk_box_append (self->timeline, create_group (title, events, start, end - start, today));
      start = end;
    }

  if (n == 0)
    {
      GtkWidget *nothing = gtk_label_new (_("Nothing of this kind has happened yet."));

      gtk_widget_add_css_class (nothing, "dim-label");
      gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
      gtk_box_append (self->timeline, nothing);
    }
}

static void
render (LoketDossierView *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);

  render_header (self, today.text);
  render_facts (self, today.text);
  render_strip (self);
  render_timeline (self, today.text);
}

static void
chip_toggled_cb (LoketDossierView *self,
                 GtkToggleButton  *chip)
{
  LoketDateText today;

  if (self->dossier == NULL || !gtk_toggle_button_get_active (chip))
    return;

  today = loket_desk_get_today (self->desk);
  render_timeline (self, today.text);
}

/* What is still shown may not be changed or telephoned: it is not of who was asked for. */
static void
forget_client (LoketDossierView *self)
{
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->client_id, g_free);
}

static void
dossier_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LoketDossierView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDossier) dossier = NULL;

  dossier = loket_desk_load_dossier_finish (LOKET_DESK (object), result, &error);
  if (dossier != NULL)
    {
      g_set_object (&self->dossier, dossier);
      render (self);
      g_signal_emit (self, signals[LOADED], 0);
    }
  else if (g_error_matches (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND))
    {
      forget_client (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "clients.close-record", NULL);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
    }
}

static void
load_dossier (LoketDossierView *self)
{
  if (self->client_id == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_dossier_async (self->desk, self->client_id, self->cancellable, dossier_loaded_cb,
                                 g_object_ref (self));
}

/* NULL when the client has none, or is not loaded any more. */
static const char *
get_client_value (LoketDossierView *self,
                  guint             field)
{
  LoketClient *client = loket_dossier_view_get_client (self);

  return client != NULL ? loket_record_get_value (LOKET_RECORD (client), field) : NULL;
}

static void
call_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *number = get_client_value (LOKET_DOSSIER_VIEW (widget), LOKET_CLIENT_PHONE);

  if (number != NULL)
    loket_hand_over_phone (widget, number);
}

static void
mail_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *address = get_client_value (LOKET_DOSSIER_VIEW (widget), LOKET_CLIENT_EMAIL);

  if (address != NULL)
    loket_hand_over_mail (widget, address);
}

static void
loket_dossier_view_dispose (GObject *object)
{
  LoketDossierView *self = LOKET_DOSSIER_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->dossier);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_DOSSIER_VIEW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_dossier_view_parent_class)->dispose (object);
}

static void
loket_dossier_view_finalize (GObject *object)
{
  LoketDossierView *self = LOKET_DOSSIER_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->client_id, g_free);

  G_OBJECT_CLASS (loket_dossier_view_parent_class)->finalize (object);
}

static void
loket_dossier_view_class_init (LoketDossierViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_dossier_view_dispose;
  object_class->finalize = loket_dossier_view_finalize;

  /**
   * LoketDossierView::loaded:
   *
   * The record that is shown is the one that was asked for, as it is now.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_STAGE_STRIP);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-dossier-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, scroller);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, avatar);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, name);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, last);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, last_detail);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, next);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, next_detail);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, late);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, late_detail);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, strip);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, all_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, sessions_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, assessments_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, contacts_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, promises_chip);
  gtk_widget_class_bind_template_child (widget_class, LoketDossierView, timeline);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
  gtk_widget_class_install_action (widget_class, "dossier.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "dossier.mail", NULL, mail_action);
}

static void
loket_dossier_view_init (LoketDossierView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
loket_dossier_view_set_desk (LoketDossierView *self,
                             LoketDesk        *desk)
{
  g_return_if_fail (LOKET_IS_DOSSIER_VIEW (self));

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load_dossier), self, G_CONNECT_SWAPPED);
}

/**
 * loket_dossier_view_show_client:
 * @client_id: the id of a client
 */
void
loket_dossier_view_show_client (LoketDossierView *self,
                                const char       *client_id)
{
  g_return_if_fail (LOKET_IS_DOSSIER_VIEW (self));

  if (g_strcmp0 (self->client_id, client_id) != 0)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      forget_client (self);
      self->client_id = g_strdup (client_id);
    }

  load_dossier (self);
}

/**
 * loket_dossier_view_get_client:
 *
 * Returns: (transfer none) (nullable): the client; NULL until the dossier is loaded
 */
LoketClient *
loket_dossier_view_get_client (LoketDossierView *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER_VIEW (self), NULL);

  return self->dossier != NULL ? loket_dossier_get_client (self->dossier) : NULL;
}

/**
 * loket_dossier_view_get_dossier:
 *
 * Returns: (transfer none) (nullable): all that is shown; NULL until it is loaded
 */
LoketDossier *
loket_dossier_view_get_dossier (LoketDossierView *self)
{
  g_return_val_if_fail (LOKET_IS_DOSSIER_VIEW (self), NULL);

  return self->dossier;
}
