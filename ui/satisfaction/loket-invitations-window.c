/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists who can be invited, and draws them: first they are marked, then the file is written. */

#include "loketten-config.h"

#include "loket-invitations-window.h"

#include "loket-accessible.h"
#include "loket-dialogs.h"
#include "loket-exclusion-act.h"
#include "loket-exclusion-dialog.h"
#include "loket-invitation-words.h"
#include "loket-invite-act.h"
#include "loket-row-keeper.h"
#include "loket-toasts.h"

#include <glib/gi18n.h>

/* Nobody reads more; of a year of work in one store they would be thousands. */
#define MOST_ROWS 200

struct _LoketInvitationsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *pages;
  GtkButton *draw_button;
  AdwStatusPage *failed;
  GtkLabel *summary;
  GtkListBox *open_list;
  GtkBox *excluded_box;
  GtkLabel *excluded_title;
  GtkLabel *counts;
  GtkListBox *excluded_list;

  LoketDesk *desk;
  LoketToasts *toasts;
  LoketCandidates *candidates;    /* (nullable): until they are read */
  GCancellable *cancellable;      /* (nullable): of the latest load */
  gboolean is_asking;  /* where to save */
  GFile *file;                    /* (nullable): while the sample is drawn */
  char *drawn_act;                /* (nullable): the act of a draw without a file as yet */
};

G_DEFINE_FINAL_TYPE (LoketInvitationsWindow, loket_invitations_window, ADW_TYPE_WINDOW)

static GtkWidget *
create_button (const char           *icon,
               const char           *tip,
               const char           *action,
               const LoketSurveyRow *candidate)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", tip, candidate->client_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", candidate->trajectory_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static GtkWidget *
create_row (const LoketSurveyRow *candidate,
            const char           *subtitle,
            GtkWidget            *button)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = g_strdup_printf ("%s, %s", candidate->client_name, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), candidate->client_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  /* Its title alone would be its name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
create_open_row (const LoketSurveyRow *candidate,
                 const char           *subtitle)
{
  return create_row (candidate, subtitle,
                     create_button ("action-unavailable-symbolic", _("Do not invite…"),
                                    "invitations.exclude", candidate));
}

/* Only what a person decided can be taken back. */
static GtkWidget *
create_excluded_row (const LoketSurveyRow *candidate,
                     const char           *subtitle,
                     const char           *list)
{
  GtkWidget *button = NULL;

  if (g_str_equal (list, "survey_exclusion"))
    button = create_button ("edit-undo-symbolic", _("Invite after all"), "invitations.include",
                            candidate);

  return create_row (candidate, subtitle, button);
}

/* Says how many there are besides those that are shown. */
static void
show_rest (LoketRowKeeper *rows,
           guint           n_all)
{
  guint n_more = n_all - MIN (n_all, MOST_ROWS);
  GtkWidget *row;
  g_autofree char *text = NULL;

  if (n_more == 0)
    return;

  text = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
  if (loket_row_keeper_keep (rows, text) != NULL)
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  loket_row_keeper_add (rows, text, row);
}

/* The row under the fingers is gone: the next one takes its place. */
static void
finish_rows (LoketInvitationsWindow *self,
             LoketRowKeeper         *rows,
             GtkListBox             *list)
{
  if (!loket_row_keeper_focus (GTK_WIDGET (list), loket_row_keeper_finish (rows)))
    gtk_widget_grab_focus (GTK_WIDGET (self->draw_button));
}

static void
show_open (LoketInvitationsWindow *self)
{
  GPtrArray *open = self->candidates->open;
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->open_list));

  for (guint i = 0; i < MIN (open->len, MOST_ROWS); i++)
    {
      const LoketSurveyRow *candidate = open->pdata[i];
      g_autofree char *subtitle = loket_invitation_words_format_open (self->candidates,
                                                                      candidate);
      g_autofree char *words = g_strjoin ("\n", candidate->trajectory_id, candidate->client_name,
                                          subtitle, NULL);

      if (loket_row_keeper_keep (rows, words) == NULL)
        loket_row_keeper_add (rows, words, create_open_row (candidate, subtitle));
    }
  show_rest (rows, open->len);
  gtk_widget_set_visible (GTK_WIDGET (self->open_list), open->len > 0);
  finish_rows (self, rows, self->open_list);
}

static void
show_excluded (LoketInvitationsWindow *self)
{
  GPtrArray *excluded = self->candidates->excluded;
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  g_autofree char *counts = loket_invitation_words_format_counts (self->candidates, codes);
  g_autofree char *title = NULL;
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->excluded_list));

  title = g_strdup_printf (_("Not Invited (%u)"), excluded->len);
  gtk_label_set_label (self->excluded_title, title);
  gtk_label_set_label (self->counts, counts);
  for (guint i = 0; i < MIN (excluded->len, MOST_ROWS); i++)
    {
      const LoketSurveyRow *candidate = excluded->pdata[i];
      g_autofree char *subtitle = NULL;
      g_autofree char *words = NULL;
      const char *list = NULL;

      subtitle = loket_invitation_words_format_excluded (self->candidates, codes, candidate);
      loket_candidates_get_reason (self->candidates, candidate, &list);
      words = g_strjoin ("\n", candidate->trajectory_id, candidate->client_name, subtitle, list,
                         NULL);
      if (loket_row_keeper_keep (rows, words) == NULL)
        loket_row_keeper_add (rows, words, create_excluded_row (candidate, subtitle, list));
    }
  show_rest (rows, excluded->len);
  gtk_widget_set_visible (GTK_WIDGET (self->excluded_box), excluded->len > 0);
  finish_rows (self, rows, self->excluded_list);
}

static void
show_candidates (LoketInvitationsWindow *self)
{
  const LoketCandidates *candidates = self->candidates;
  gboolean can_draw = candidates->open->len + candidates->n_drawn > 0;
  g_autofree char *summary = loket_invitation_words_format_summary (candidates);

  gtk_label_set_label (self->summary, summary);
  gtk_button_set_label (self->draw_button, candidates->n_drawn > 0 ? _("_Save the File Again…")
                                                                   : _("_Draw the Sample…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invitations.draw",
                                 can_draw && self->file == NULL);
  show_open (self);
  show_excluded (self);
  gtk_stack_set_visible_child_name (self->pages,
                                    can_draw || candidates->excluded->len > 0 ? "list" : "nothing");
}

static void
candidates_loaded_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (LoketInvitationsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LoketCandidates *candidates = loket_desk_load_candidates_finish (LOKET_DESK (object), result,
                                                                   &error);

  if (candidates != NULL && self->desk != NULL)
    {
      g_clear_pointer (&self->candidates, loket_candidates_free);
      self->candidates = candidates;
      show_candidates (self);
      return;
    }

  g_clear_pointer (&candidates, loket_candidates_free);
  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

static void
load (LoketInvitationsWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_candidates_async (self->desk, self->cancellable, candidates_loaded_cb,
                                    g_object_ref (self));
}

static void
end_drawing (LoketInvitationsWindow *self)
{
  g_clear_object (&self->file);
  if (self->desk != NULL)
    load (self);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LoketInvitationsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_written = 0;

  if (loket_desk_write_invitees_finish (LOKET_DESK (object), result, &n_written, &error))
    sentence = g_strdup_printf (ngettext ("%u client is in the file", "%u clients are in the file",
                                          n_written), n_written);
  else
    /* Translators: why the file could not be written. */
    sentence = g_strdup_printf (_("They are invited, but the file could not be written (%s). "
                                  "Save it again in another place"), error->message);

  if (self->desk != NULL && error != NULL && self->drawn_act != NULL)
    {
      loket_toasts_offer_undo (self->toasts, sentence, self->drawn_act);
    }
  else if (self->desk != NULL)
    {
      loket_toasts_forget (self->toasts, self->drawn_act);
      g_clear_pointer (&self->drawn_act, g_free);
      loket_toasts_say (self->toasts, sentence);
    }
  end_drawing (self);
}

static void
invited_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LoketInvitationsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (deed == NULL)
    {
      if (self->desk != NULL)
        loket_toasts_say_problem (self->toasts, error);
      end_drawing (self);
      return;
    }

  /* Of a file that is saved once more there is nothing to take back. */
  if (!loket_deed_is_empty (deed))
    {
      g_free (self->drawn_act);
      self->drawn_act = g_strdup (deed->id);
    }
  loket_desk_write_invitees_async (LOKET_DESK (object), self->file, written_cb,
                                   g_object_ref (self));
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  LoketInvitationsWindow *self = LOKET_INVITATIONS_WINDOW (object);
  g_autoptr (GFile) file = loket_dialogs_ask_finish (result, NULL);

  self->is_asking = FALSE;
  if (file == NULL || self->file != NULL || self->desk == NULL)
    return;

  self->file = g_steal_pointer (&file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invitations.draw", FALSE);
  loket_desk_invite_async (self->desk, NULL, invited_cb, g_object_ref (self));
}

static void
draw_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketInvitationsWindow *self = LOKET_INVITATIONS_WINDOW (widget);
  LoketDateText today = loket_desk_get_today (self->desk);
  g_autofree char *name = g_strdup_printf ("kto-%s.csv", today.text);

  if (self->is_asking)
    return;

  self->is_asking = TRUE;
  loket_dialogs_ask_where_async (widget, _("Save the File for the Agency"), name, chosen_cb, NULL);
}

static void
exclude_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LoketInvitationsWindow *self = LOKET_INVITATIONS_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < self->candidates->open->len; i++)
    {
      const LoketSurveyRow *candidate = self->candidates->open->pdata[i];

      if (g_str_equal (candidate->trajectory_id, id))
        loket_form_dialog_present (
            LOKET_FORM_DIALOG (loket_exclusion_dialog_new (self->desk, candidate)),
            GTK_WINDOW (self));
    }
}

static void
included_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LoketInvitationsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (self->desk == NULL)
    return;
  if (deed == NULL)
    loket_toasts_say_problem (self->toasts, error);
  else if (!loket_deed_is_empty (deed))
    loket_toasts_offer_undo (self->toasts, _("Can be invited again"), deed->id);
}

static void
include_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LoketInvitationsWindow *self = LOKET_INVITATIONS_WINDOW (widget);

  loket_desk_include_async (self->desk, g_variant_get_string (parameter, NULL), NULL, included_cb,
                            g_object_ref (self));
}

static void
undone_cb (LoketInvitationsWindow *self,
           const char             *act)
{
  if (g_strcmp0 (self->drawn_act, act) == 0)
    g_clear_pointer (&self->drawn_act, g_free);
}

static gboolean
loket_invitations_window_close_request (GtkWindow *window)
{
  loket_toasts_pass_on (LOKET_INVITATIONS_WINDOW (window)->toasts, window);

  return GTK_WINDOW_CLASS (loket_invitations_window_parent_class)->close_request (window);
}

static void
loket_invitations_window_dispose (GObject *object)
{
  LoketInvitationsWindow *self = LOKET_INVITATIONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_INVITATIONS_WINDOW);
  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_invitations_window_parent_class)->dispose (object);
}

static void
loket_invitations_window_finalize (GObject *object)
{
  LoketInvitationsWindow *self = LOKET_INVITATIONS_WINDOW (object);

  g_clear_pointer (&self->candidates, loket_candidates_free);
  g_clear_object (&self->file);
  g_free (self->drawn_act);

  G_OBJECT_CLASS (loket_invitations_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "invitations.draw", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "invitations.exclude", "s", exclude_action);
  gtk_widget_class_install_action (widget_class, "invitations.include", "s", include_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
loket_invitations_window_class_init (LoketInvitationsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_invitations_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_invitations_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = loket_invitations_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/"
                                               "loket-invitations-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, draw_button);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, open_list);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, excluded_box);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, excluded_title);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, LoketInvitationsWindow, excluded_list);
  install_actions (widget_class);
}

/* Large text would make the button wider than a narrow screen. */
static void
let_wrap (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

static void
loket_invitations_window_init (LoketInvitationsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_wrap (self->draw_button);
  loket_accessible_follow_stack (self->pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invitations.draw", FALSE);
}

/**
 * loket_invitations_window_new:
 * @desk: the desk
 *
 * Returns: (transfer none): a window that shows who can be invited today
 */
GtkWidget *
loket_invitations_window_new (LoketDesk *desk)
{
  LoketInvitationsWindow *self = g_object_new (LOKET_TYPE_INVITATIONS_WINDOW, NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->desk = g_object_ref (desk);
  self->toasts = loket_toasts_new (self->toast_overlay,
                                   adw_toast_overlay_get_child (self->toast_overlay));
  loket_toasts_set_desk (self->toasts, desk);
  loket_toasts_attach (self->toasts, GTK_WIDGET (self));
  g_signal_connect_object (self->toasts, "undone", G_CALLBACK (undone_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
