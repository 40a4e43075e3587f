/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks what came of a trajectory and which contact the client wants, and shows what that leads to
 * before anything is done. */

#include "loketten-config.h"

#include "loket-closing-dialog.h"

#include "loket-aftercare-plan.h"
#include "loket-assessment-words.h"
#include "loket-closing-facts.h"
#include "loket-code-choice.h"
#include "loket-promise-row.h"
#include "loket-row-keeper.h"
#include "loket-sentences.h"
#include "loket-toasts.h"
#include "loket-trajectory-acts.h"
#include "loket-wish-list.h"
#include "loket-work-acts.h"

#include <glib/gi18n.h>

struct _LoketClosingDialog
{
  LoketFormDialog parent_instance;

  GtkListBox *facts_list;
  AdwComboRow *outcome;
  AdwComboRow *second_session;
  AdwActionRow *tests;
  AdwActionRow *promises;
  GtkImage *promises_icon;
  GtkLabel *promises_count;
  LoketWishList *wishes;
  LoketAftercarePlan *plan;
  GtkLabel *footnote;

  LoketDesk *desk;
  LoketToasts *toasts;
  LoketCodeChoice *outcomes;
  LoketCodeChoice *second_sessions;
  char *client_id;
  char *trajectory_id;
  LoketClosingFacts *facts;  /* (nullable): until they are loaded */
  char *client_name;         /* (nullable): likewise */
  GCancellable *cancellable; /* of the newest load */
};

G_DEFINE_FINAL_TYPE (LoketClosingDialog, loket_closing_dialog, LOKET_TYPE_FORM_DIALOG)

static gboolean
asks_second_session (LoketClosingDialog *self)
{
  return self->facts != NULL && self->facts->n_held == 1;
}

static gboolean
allows_contact (LoketClosingDialog *self)
{
  return self->facts == NULL || !self->facts->no_contact;
}

/* Who will contact the client after closing. */
static const char *
get_counsellor_id (LoketClosingDialog *self)
{
  return loket_record_get_value (LOKET_RECORD (self->facts->trajectory),
                                 LOKET_TRAJECTORY_COUNSELLOR);
}

/* Who objects to contact gets none, whatever was chosen. */
static void
show_plan (LoketClosingDialog *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  const char *wish = loket_wish_list_get_wish (self->wishes);
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  const char *without = _("Nothing is planned");
  guint n = 0;

  if (!allows_contact (self))
    without = _("The client wants no contact. Nothing is planned, whatever is chosen here.");
  else if (wish == NULL)
    without = _("Choose what the client wants");
  else
    n = loket_follow_up_get_aftercare (loket_desk_get_rules (self->desk), get_counsellor_id (self),
                                       wish, today.text, contacts);
  loket_aftercare_plan_show (self->plan, contacts, n, without);
}

static void
answered_cb (LoketClosingDialog *self)
{
  gboolean is_answered;

  if (self->desk == NULL || self->second_sessions == NULL)
    return;

  is_answered = !asks_second_session (self)
                || loket_code_choice_get_code (self->second_sessions) != NULL;
  show_plan (self);
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self),
                                    self->facts != NULL && is_answered
                                    && loket_wish_list_get_wish (self->wishes) != NULL);
}

static void
choose_wish_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  loket_wish_list_choose (LOKET_CLOSING_DIALOG (widget)->wishes,
                          g_variant_get_int32 (parameter));
}

/* A row says how late it is today. */
static void
fill_promises (LoketClosingDialog *self,
               LoketRowKeeper     *rows)
{
  LoketDateText today = loket_desk_get_today (self->desk);

  for (guint i = 0; i < self->facts->promises->len; i++)
    {
      LoketRecord *promise = self->facts->promises->pdata[i];
      g_autofree char *words = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s",
                                                loket_record_get_id (promise),
                                                loket_record_get_version (promise), today.text);

      if (loket_row_keeper_keep (rows, words) == NULL)
        loket_row_keeper_add (rows, words,
                              loket_promise_row_new (LOKET_PROMISE (promise), self->desk));
    }
}

static void
show_promises (LoketClosingDialog *self)
{
  guint n = self->facts->promises->len;
  g_autofree char *count = g_strdup_printf ("%u", n);
  LoketRowKeeper *rows = loket_row_keeper_new (GTK_WIDGET (self->facts_list));
  int lost;

  fill_promises (self, rows);
  lost = loket_row_keeper_finish (rows);
  gtk_label_set_label (self->promises_count, n > 0 ? count : _("none"));
  gtk_image_set_from_icon_name (self->promises_icon, n > 0 ? "dialog-warning-symbolic"
                                                           : "object-select-symbolic");
  adw_action_row_set_subtitle (self->promises, n > 0 ? _("Keep them first") : "");
  /* What had the keyboard is gone. */
  if (n > 0)
    loket_row_keeper_focus (GTK_WIDGET (self->facts_list), lost);
  else if (lost >= 0)
    gtk_widget_child_focus (GTK_WIDGET (self->wishes), GTK_DIR_TAB_FORWARD);
}

/* A test does not hold up closing, but nobody is reminded of it after that. */
static void
show_tests (LoketClosingDialog *self)
{
  GPtrArray *tests = self->facts->tests;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u test was not discussed yet",
                                     "%u tests were not discussed yet", tests->len), tests->len);
  for (guint i = 0; i < tests->len; i++)
    {
      g_autofree char *test = NULL;

      test = loket_assessment_words_format_title (tests->pdata[i],
                                                  loket_desk_get_codes (self->desk));
      g_string_append_printf (text, "%s\n", test);
    }
  g_string_append (text, _("After closing nobody is reminded of it, until the trajectory is "
                           "opened again."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->tests), title);
  adw_action_row_set_subtitle (self->tests, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->tests), tests->len > 0);
}

static void
append_planned (LoketClosingDialog *self,
                GString            *text)
{
  g_autofree char *day = NULL;

  if (self->facts->planned_at == NULL)
    return;

  day = loket_sentences_format_short_day (self->facts->planned_at);
  g_string_append_c (text, ' ');
  /* Translators: the day and the time of an appointment. */
  g_string_append_printf (text, _("The appointment of %s, %s stays planned."), day,
                          self->facts->planned_at + LOKET_DATE_LENGTH + 1);
}

static void
show_footnote (LoketClosingDialog *self,
               LoketDossier       *dossier)
{
  const char *counsellor_id = loket_record_get_value (LOKET_RECORD (self->facts->trajectory),
                                                      LOKET_TRAJECTORY_COUNSELLOR);
  const char *counsellor = loket_dossier_get_counsellor_name (dossier, counsellor_id);
  guint n = self->facts->n_contacts;
  g_autoptr (GString) text = g_string_new (NULL);

  if (counsellor != NULL)
    {
      /* Translators: the name of a counsellor. */
      g_string_append_printf (text, _("In the name of %s."), counsellor);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, _("The trajectory can be opened again later, with a reason."));
  if (n > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u open contact ends with it.",
                                              "%u open contacts end with it.", n), n);
    }
  append_planned (self, text);
  gtk_label_set_label (self->footnote, text->str);
}

static void
show_facts (LoketClosingDialog *self,
            LoketDossier       *dossier)
{
  LoketDateText today = loket_desk_get_today (self->desk);

  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), _("Closing and After-care"),
                                 self->client_name);
  gtk_widget_set_visible (GTK_WIDGET (self->second_session), asks_second_session (self));
  show_tests (self);
  show_promises (self);
  loket_wish_list_explain (self->wishes, loket_desk_get_rules (self->desk), today.text,
                           !allows_contact (self));
  show_footnote (self, dossier);
  answered_cb (self);
}

static void
dossier_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LoketClosingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDossier) dossier = NULL;
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (LOKET_DESK (object)));
  gboolean is_first = self->facts == NULL;

  dossier = loket_desk_load_dossier_finish (LOKET_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (dossier == NULL)
    {
      loket_form_dialog_show_problem (LOKET_FORM_DIALOG (self), NULL, error->message);
      return;
    }

  g_clear_pointer (&self->facts, loket_closing_facts_free);
  g_free (self->client_name);
  self->client_name = loket_client_dup_display_name (loket_dossier_get_client (dossier));
  self->facts = loket_closing_facts_new (dossier, self->trajectory_id, now.text);
  if (self->facts->trajectory == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (is_first && self->facts->n_held == 0)
    loket_code_choice_set_code (self->outcomes, "no_response");
  show_facts (self, dossier);
}

static void
load_facts (LoketClosingDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  loket_desk_load_dossier_async (self->desk, self->client_id, self->cancellable,
                                 dossier_loaded_cb, g_object_ref (self));
}

/* What an act on a promise says when it is done. */
typedef struct
{
  LoketClosingDialog *self;
  GtkWindow *window;     /* over which the dialog is laid */
  const char *sentence;  /* translated, static */
} Deed;

static void
free_deed (Deed *deed)
{
  g_object_unref (deed->self);
  g_clear_object (&deed->window);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, free_deed)

static void
tell_window (GtkWindow       *window,
             const LoketDeed *deed,
             const GError    *error,
             const char      *sentence)
{
  if (window == NULL)
    return;

  if (deed != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.offer-undo", "(ss)", sentence, deed->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problem", "s", error->message);
}

static void
promise_done_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Deed) asked = user_data;
  LoketClosingDialog *self = asked->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  /* Who closed the dialog meanwhile reads it in the window. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    tell_window (asked->window, deed, error, asked->sentence);
  else if (deed != NULL)
    loket_toasts_offer_undo (self->toasts, asked->sentence, deed->id);
  else
    loket_toasts_say_problem (self->toasts, error);
}

static void
do_to_promise (LoketClosingDialog *self,
               LoketWorkAct        act,
               const char         *promise_id,
               const char         *until,
               const char         *sentence)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->self = g_object_ref (self);
  g_set_object (&deed->window, gtk_window_get_transient_for (GTK_WINDOW (self)));
  deed->sentence = sentence;
  loket_form_dialog_hide_problem (LOKET_FORM_DIALOG (self));
  loket_desk_work_async (self->desk, act, promise_id, until, NULL, promise_done_cb, deed);
}

static void
keep_promise_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  do_to_promise (LOKET_CLOSING_DIALOG (widget), LOKET_ACT_KEEP,
                 g_variant_get_string (parameter, NULL), NULL, _("Promise kept"));
}

static void
move_promise_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  const char *promise_id, *date;

  g_variant_get (parameter, "(&s&s)", &promise_id, &date);
  do_to_promise (LOKET_CLOSING_DIALOG (widget), LOKET_ACT_MOVE_PROMISE, promise_id, date,
                 _("Another date for the promise"));
}

/* Says which contacts were planned, so that nobody needs to look them up. */
static char *
format_closed (LoketClosingDialog *self)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  LoketAftercare contacts[LOKET_MOST_AFTERCARE];
  guint n = 0;
  g_autofree char *day = NULL;

  if (allows_contact (self))
    n = loket_follow_up_get_aftercare (loket_desk_get_rules (self->desk), get_counsellor_id (self),
                                       loket_wish_list_get_wish (self->wishes), today.text,
                                       contacts);
  if (n == 0)
    /* Translators: the name of a client. */
    return g_strdup_printf (_("%s: trajectory closed"), self->client_name);

  day = loket_sentences_format_short_day (contacts[0].due_on.text);

  /* Translators: the name of a client, and the day of the first contact after closing. */
  return g_strdup_printf (_("%s: trajectory closed, after-care from %s"), self->client_name, day);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LoketClosingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autofree char *sentence = format_closed (self);

  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, sentence);
  if (deed == NULL && self->facts->promises->len > 0)
    gtk_widget_grab_focus (gtk_widget_get_next_sibling (GTK_WIDGET (self->promises)));
}

static void
loket_closing_dialog_accept (LoketFormDialog *form)
{
  LoketClosingDialog *self = LOKET_CLOSING_DIALOG (form);
  const LoketClosing closing = {
    .outcome = loket_code_choice_get_code (self->outcomes),
    .wish = loket_wish_list_get_wish (self->wishes),
    .second_session = asks_second_session (self)
                        ? loket_code_choice_get_code (self->second_sessions) : NULL,
  };

  loket_form_dialog_begin (form);
  loket_desk_close_trajectory_async (self->desk, self->trajectory_id, &closing, NULL, closed_cb,
                                     g_object_ref (self));
}

static void
loket_closing_dialog_dispose (GObject *object)
{
  LoketClosingDialog *self = LOKET_CLOSING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->outcomes);
  g_clear_object (&self->second_sessions);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_CLOSING_DIALOG);
  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_closing_dialog_parent_class)->dispose (object);
}

static void
loket_closing_dialog_finalize (GObject *object)
{
  LoketClosingDialog *self = LOKET_CLOSING_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, loket_closing_facts_free);
  g_free (self->client_name);
  g_free (self->client_id);
  g_free (self->trajectory_id);

  G_OBJECT_CLASS (loket_closing_dialog_parent_class)->finalize (object);
}

static void
loket_closing_dialog_class_init (LoketClosingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_closing_dialog_dispose;
  object_class->finalize = loket_closing_dialog_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_closing_dialog_accept;

  g_type_ensure (LOKET_TYPE_AFTERCARE_PLAN);
  g_type_ensure (LOKET_TYPE_WISH_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-closing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, facts_list);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, second_session);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, tests);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, promises);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, promises_icon);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, promises_count);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, wishes);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, plan);
  gtk_widget_class_bind_template_child (widget_class, LoketClosingDialog, footnote);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_install_action (widget_class, "closing.choose-wish", "i", choose_wish_action);
  gtk_widget_class_install_action (widget_class, "closing.keep-promise", "s",
                                   keep_promise_action);
  gtk_widget_class_install_action (widget_class, "closing.move-promise", "(ss)",
                                   move_promise_action);
  for (int i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_0 + i), GDK_ALT_MASK,
                                         "closing.choose-wish", "i", i);
}

static void
loket_closing_dialog_init (LoketClosingDialog *self)
{
  AdwToastOverlay *overlay;

  gtk_widget_init_template (GTK_WIDGET (self));
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self), FALSE);
  overlay = loket_form_dialog_get_toast_overlay (LOKET_FORM_DIALOG (self));
  self->toasts = loket_toasts_new (overlay, adw_toast_overlay_get_child (overlay));
  /* The key that takes back what was done last does so here as well. */
  loket_toasts_attach (self->toasts, GTK_WIDGET (self));
}

/**
 * loket_closing_dialog_new:
 * @client_id: the id of a client
 * @trajectory_id: the id of an open trajectory of the client
 */
GtkWidget *
loket_closing_dialog_new (LoketDesk  *desk,
                          const char *client_id,
                          const char *trajectory_id)
{
  LoketClosingDialog *self = g_object_new (LOKET_TYPE_CLOSING_DIALOG, NULL);
  LoketCodes *codes = loket_desk_get_codes (desk);

  self->client_id = g_strdup (client_id);
  self->trajectory_id = g_strdup (trajectory_id);
  self->desk = g_object_ref (desk);
  loket_toasts_set_desk (self->toasts, desk);
  self->outcomes = loket_code_choice_new (self->outcome, codes, "trajectory_outcome", NULL,
                                          "advice_given");
  self->second_sessions = loket_code_choice_new (self->second_session, codes, "second_session",
                                                 _("Choose…"), NULL);
  loket_wish_list_set_codes (self->wishes, codes);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load_facts), self, G_CONNECT_SWAPPED);
  load_facts (self);

  return GTK_WIDGET (self);
}
