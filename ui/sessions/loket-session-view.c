/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Renders the form of an appointment; every key goes into the form, and the form to the disk. */

#define G_LOG_DOMAIN "loketten"

#include "loketten-config.h"

#include "loket-session-view.h"

#include "loket-focus.h"
#include "loket-session-act.h"
#include "loket-session-before.h"
#include "loket-session-begin.h"
#include "loket-session-facts.h"
#include "loket-session-follow-up.h"
#include "loket-session-form.h"
#include "loket-session-header.h"
#include "loket-session-kept.h"
#include "loket-session-members.h"
#include "loket-session-notes.h"
#include "loket-session-plan.h"
#include "loket-session-preview.h"
#include "loket-session-questions.h"
#include "loket-session-start.h"
#include "loket-stale-line.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketSessionView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  LoketSessionHeader *header;
  LoketStaleLine *stale;
  LoketSessionFacts *facts;
  LoketSessionMembers *members;
  LoketSessionQuestions *questions;
  LoketSessionNotes *notes;
  LoketSessionFollowUp *follow_up;
  LoketSessionPreview *preview;
  LoketSessionKept *kept;
  LoketSessionBefore *before;

  LoketDesk *desk;
  LoketOpenForms *forms;
  LoketHabits *habits;
  LoketDossier *dossier;       /* (nullable): until a session is open */
  LoketOpenForm *open;         /* (nullable) */
  gboolean is_rendering;       /* whether the widgets follow the form */
  LoketOpenForm *saving;       /* (nullable): what is on its way to the store */
  gboolean stays;              /* whether the session goes on when it is saved */
  GtkWidget *focus;            /* (nullable): where the person was before it was saved */
};

enum
{
  SAVED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSessionView, loket_session_view, ADW_TYPE_BIN)

static LoketForm *
get_form (LoketSessionView *self)
{
  return loket_open_form_get_form (self->open);
}

static LoketDateText
get_now (LoketSessionView *self)
{
  return loket_clock_get_moment (loket_desk_get_clock (self->desk));
}

static LoketSessionPlan *
make_plan (LoketSessionView  *self,
           const char       **name,
           GError           **error)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  LoketDateText now = get_now (self);
  const LoketChecks checks = { today.text, loket_desk_get_codes (self->desk) };
  const LoketSessionWorld world = { &checks, loket_desk_get_rules (self->desk), now.text };

  return loket_session_plan_new (get_form (self), &world, name, error);
}

/* What cannot be planned yet is said quietly: the form is being filled in. */
static void
render_preview (LoketSessionView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSessionPlan) plan = make_plan (self, NULL, &error);

  if (plan != NULL)
    loket_session_preview_show_plan (self->preview, get_form (self), plan,
                                     loket_desk_get_codes (self->desk),
                                     loket_desk_get_rules (self->desk));
  else
    loket_session_preview_show_problem (self->preview, error->message);
}

static void
form_changed (LoketSessionView *self)
{
  loket_open_forms_keep (self->forms, self->open);
  render_preview (self);
}

static void
form_changed_cb (LoketSessionView *self)
{
  if (!self->is_rendering)
    form_changed (self);
}

/* A cursor that moves makes no draft: only typing does. */
static void
cursor_moved_cb (LoketSessionView *self)
{
  const char *client_id = loket_form_get_text (get_form (self), LOKET_SESSION_FORM_CLIENT);

  if (loket_open_forms_find (self->forms, LOKET_SESSION_FORM, client_id) == self->open)
    loket_open_forms_keep (self->forms, self->open);
}

static void
promise_wanted_cb (LoketSessionView *self,
                   const char       *question)
{
  loket_session_follow_up_promise_about (self->follow_up, question);
}

static void
render_around_notes (LoketSessionView *self)
{
  LoketForm *form = get_form (self);

  self->is_rendering = TRUE;
  loket_session_facts_set_form (self->facts, form);
  loket_session_members_set_form (self->members, form);
  loket_session_questions_set_form (self->questions, form);
  loket_session_follow_up_set_form (self->follow_up, form, self->dossier, self->desk);
  self->is_rendering = FALSE;

  render_preview (self);
  loket_session_kept_follow (self->kept, self->open, loket_desk_get_clock (self->desk));
}

static void
render_form (LoketSessionView *self)
{
  loket_session_notes_set_form (self->notes, get_form (self), self->dossier, self->desk);
  render_around_notes (self);
}

/* While a form is on its way to the store nothing more can be typed in it. */
static void
set_saving (LoketSessionView *self,
            LoketOpenForm    *open)
{
  g_set_object (&self->saving, open);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->saving == NULL || self->saving != self->open);
}

static void
set_open (LoketSessionView *self,
          LoketOpenForm    *open)
{
  g_set_object (&self->open, open);
  set_saving (self, self->saving);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
discard_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LoketSessionView *self = LOKET_SESSION_VIEW (widget);

  loket_open_forms_discard (self->forms, self->open);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
plan_next_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  loket_session_follow_up_focus (LOKET_SESSION_VIEW (widget)->follow_up,
                                 LOKET_SESSION_FORM_NEXT_DATE);
}

static void
add_member_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketSessionView *self = LOKET_SESSION_VIEW (widget);

  loket_session_members_ask (self->members, self->desk);
}

/* The latest session that was held, or the one that is chosen. */
static void
begin_like_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketSessionView *self = LOKET_SESSION_VIEW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  LoketSession *session = loket_dossier_find_session_to_copy (self->dossier, id, get_form (self));

  if (session == NULL)
    {
      gtk_widget_activate_action (widget, "win.show-problem", "s",
                                  _("There is no earlier session to begin with"));
      return;
    }

  loket_session_form_begin_like (get_form (self), session);
  render_form (self);
  form_changed (self);
}

static void
insert_text_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  loket_session_notes_offer_texts (LOKET_SESSION_VIEW (widget)->notes);
}

static void
toggle_question_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  loket_session_questions_toggle (LOKET_SESSION_VIEW (widget)->questions,
                                  (guint) g_variant_get_int32 (parameter) - 1);
}

static void
record_promise_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  LoketSessionView *self = LOKET_SESSION_VIEW (widget);
  LoketPromiseFinding finding;
  g_autofree char *text = loket_session_notes_dup_promise (self->notes, &finding);

  if (text == NULL)
    return;

  loket_session_follow_up_add_promise (self->follow_up, finding.kind, finding.due_on.text, text);
  loket_session_notes_follow (self->notes);
}

/* The record as it is after saving, with what is open now. */
static void
record_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketSessionView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDossier) dossier = loket_desk_load_dossier_finish (LOKET_DESK (object), result,
                                                                     &error);
  LoketForm *form = get_form (self);

  if (dossier == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      return;
    }
  /* Another session may have been opened meanwhile. */
  if (!g_str_equal (loket_form_get_text (form, LOKET_SESSION_FORM_CLIENT),
                    loket_record_get_id (LOKET_RECORD (loket_dossier_get_client (dossier)))))
    return;

  g_set_object (&self->dossier, dossier);
  loket_dossier_resume_session (dossier, form);
  loket_session_follow_up_set_form (self->follow_up, form, dossier, self->desk);
}

/* The session goes on: what is typed from now on changes what was recorded. */
static void
go_on (LoketSessionView *self,
       const char       *session_id)
{
  g_autofree char *id = loket_open_forms_dup_id (self->forms);
  LoketForm *form = loket_session_form_go_on (get_form (self), id, session_id);
  g_autoptr (LoketOpenForm) open = NULL;

  open = loket_open_form_new (form, loket_open_form_get_client_name (self->open));
  set_open (self, open);
  loket_session_notes_go_on (self->notes, form, self->dossier);
  render_around_notes (self);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  loket_desk_load_dossier_async (self->desk, loket_form_get_text (form, LOKET_SESSION_FORM_CLIENT),
                                 NULL, record_loaded_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LoketSessionView) self = user_data;
  g_autoptr (LoketOpenForm) saved = g_object_ref (self->saving);
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);
  g_autofree char *sentence = NULL;

  set_saving (self, NULL);
  if (deed == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      return;
    }

  loket_open_forms_finish (self->forms, saved, deed->id);
  /* Translators: the name of a client. */
  sentence = g_strdup_printf (_("Session with %s saved"), loket_open_form_get_client_name (saved));
  /* Another session may have been opened meanwhile. */
  if (saved == self->open && !self->stays)
    {
      g_signal_emit (self, signals[SAVED], 0, sentence, deed->id);
      return;
    }

  if (saved == self->open)
    go_on (self, deed->subject_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "(ss)", sentence, deed->id);
}

static void
focus_text (LoketSessionView *self,
            const char       *name)
{
  if (!loket_session_notes_focus_note (self->notes, name)
      && !loket_session_facts_focus (self->facts, name))
    loket_session_follow_up_focus (self->follow_up, name);
}

static void
save (LoketSessionView *self,
      gboolean          stays)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketSessionPlan) plan = NULL;
  const char *name = NULL;

  if (self->saving != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s",
                                  _("Another session is still being saved. Try again in a moment"));
      return;
    }

  plan = make_plan (self, &name, &error);
  if (plan == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      focus_text (self, name);
      return;
    }

  /* With a client who was not reached nothing goes on. */
  self->stays = stays && !plan->is_attempt;
  g_set_object (&self->focus, loket_focus_find (GTK_WIDGET (self)));
  set_saving (self, self->open);
  loket_desk_log_session_async (self->desk, get_form (self), NULL, saved_cb, g_object_ref (self));
}

static void
save_and_close_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  save (LOKET_SESSION_VIEW (widget), FALSE);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  save (LOKET_SESSION_VIEW (widget), TRUE);
}

/* When saving is undone, the form that was saved is open again, in place of the one with which the
 * session went on. */
static void
forms_changed_cb (LoketSessionView *self)
{
  LoketOpenForm *other;

  if (self->open == NULL || self->saving != NULL
      || loket_form_get_value (get_form (self), LOKET_SESSION_FORM_RECORDED) == NULL)
    return;

  other = loket_open_forms_find (self->forms, LOKET_SESSION_FORM,
                                 loket_form_get_text (get_form (self), LOKET_SESSION_FORM_CLIENT));
  if (other == NULL || other == self->open)
    return;

  set_open (self, other);
  render_form (self);
}

static void
loket_session_view_dispose (GObject *object)
{
  LoketSessionView *self = LOKET_SESSION_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_SESSION_VIEW);
  g_clear_object (&self->focus);
  g_clear_object (&self->saving);
  g_clear_object (&self->open);
  g_clear_object (&self->dossier);
  g_clear_object (&self->habits);
  g_clear_object (&self->forms);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_session_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-session-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, scroller);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, header);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, stale);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, facts);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, members);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, questions);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, notes);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, follow_up);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, preview);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, kept);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionView, before);
  gtk_widget_class_bind_template_callback (widget_class, promise_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
}

static void
loket_session_view_class_init (LoketSessionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_view_dispose;

  /**
   * LoketSessionView::saved:
   * @sentence: what was saved
   * @act: the id of the act, for undoing it
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /**
   * LoketSessionView::left:
   *
   * The person goes back to the record; what was typed stays.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  g_type_ensure (LOKET_TYPE_SESSION_BEFORE);
  g_type_ensure (LOKET_TYPE_SESSION_FACTS);
  g_type_ensure (LOKET_TYPE_SESSION_FOLLOW_UP);
  g_type_ensure (LOKET_TYPE_SESSION_HEADER);
  g_type_ensure (LOKET_TYPE_SESSION_KEPT);
  g_type_ensure (LOKET_TYPE_SESSION_MEMBERS);
  g_type_ensure (LOKET_TYPE_SESSION_NOTES);
  g_type_ensure (LOKET_TYPE_SESSION_PREVIEW);
  g_type_ensure (LOKET_TYPE_SESSION_QUESTIONS);
  g_type_ensure (LOKET_TYPE_STALE_LINE);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "session.save-and-close", NULL,
                                   save_and_close_action);
  gtk_widget_class_install_action (widget_class, "session.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "session.add-member", NULL, add_member_action);
  gtk_widget_class_install_action (widget_class, "session.begin-like", "s", begin_like_action);
  gtk_widget_class_install_action (widget_class, "session.insert-text", NULL, insert_text_action);
  gtk_widget_class_install_action (widget_class, "session.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "session.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "session.plan-next", NULL, plan_next_action);
  gtk_widget_class_install_action (widget_class, "session.record-promise", NULL,
                                   record_promise_action);
  gtk_widget_class_install_action (widget_class, "session.toggle-question", "i",
                                   toggle_question_action);
  for (int i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) i, GDK_ALT_MASK,
                                         "session.toggle-question", "i", i);
}

static void
loket_session_view_init (LoketSessionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_session_view_set_desk:
 * @forms: where what is typed is kept
 * @habits: what the counsellor usually does
 */
void
loket_session_view_set_desk (LoketSessionView *self,
                             LoketDesk        *desk,
                             LoketOpenForms   *forms,
                             LoketHabits      *habits)
{
  LoketCodes *codes = loket_desk_get_codes (desk);

  g_return_if_fail (LOKET_IS_SESSION_VIEW (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->forms, forms);
  g_set_object (&self->habits, habits);
  g_signal_connect_object (forms, "items-changed", G_CALLBACK (forms_changed_cb), self,
                           G_CONNECT_SWAPPED);
  loket_session_facts_set_desk (self->facts, desk, habits);
  loket_session_questions_set_codes (self->questions, codes);
  loket_session_follow_up_set_codes (self->follow_up, codes);
}

/**
 * loket_session_view_open:
 * @dossier: of the client across the desk
 * @planned_id: the id of the appointment that was held; "" for none
 *
 * Goes on with the form that is open about the client, or begins one; the cursor stands in the
 * note.
 */
void
loket_session_view_open (LoketSessionView *self,
                         LoketDossier     *dossier,
                         const char       *planned_id)
{
  g_autoptr (LoketOpenForm) open = NULL;

  g_return_if_fail (LOKET_IS_SESSION_VIEW (self));

  g_set_object (&self->dossier, dossier);
  open = loket_session_begin (GTK_WIDGET (self), self->desk, self->forms, self->habits, dossier,
                              planned_id);
  set_open (self, open);

  loket_session_header_show (self->header, dossier, self->desk);
  loket_stale_line_show (self->stale, self->desk, dossier);
  loket_session_before_show (self->before, dossier, loket_desk_get_codes (self->desk));
  render_form (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->notes));
}
