/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Goes through the pairs, the likeliest first: one key says what each is. */

#include "loketten-config.h"

#include "loket-duplicates-window.h"

#include "loket-accessible.h"
#include "loket-likeness-words.h"
#include "loket-merge-act.h"
#include "loket-merge-dialog.h"
#include "loket-pair-card.h"
#include "loket-toasts.h"

#include <glib/gi18n.h>

struct _LoketDuplicatesWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *heading;
  GtkStack *pages;
  GtkProgressBar *progress;
  GtkButton *stop_button;
  AdwStatusPage *nothing;
  GtkButton *close_button;
  AdwStatusPage *failed;
  GtkButton *try_again_button;
  GtkLabel *reasons;
  LoketPairCard *first;
  LoketPairCard *second;
  GtkButton *merge_button;
  GtkButton *apart_button;
  GtkButton *skip_button;

  LoketDesk *desk;
  LoketToasts *toasts;
  LoketDuplicates *duplicates;
  GCancellable *cancellable;  /* (nullable): of the latest load */
  GPtrArray *clients;         /* (nullable): the two of the pair that is shown */
  guint position;             /* of the pair that is shown, or that is being loaded */
  guint judging;              /* of the pair of which an act is under way */
  GHashTable *judged;         /* id of an act -> position of the pair that it judged */
};

G_DEFINE_FINAL_TYPE (LoketDuplicatesWindow, loket_duplicates_window, ADW_TYPE_WINDOW)

static void load_pair (LoketDuplicatesWindow *self,
                       guint                  position);

static void
enable_acts (LoketDuplicatesWindow *self,
             gboolean               enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.merge", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.tell-apart", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.skip", enabled);
}

static void
show_nothing (LoketDuplicatesWindow *self)
{
  gboolean was_any = loket_duplicates_get_pairs (self->duplicates)->len > 0;

  adw_window_title_set_subtitle (self->heading, "");
  adw_status_page_set_title (self->nothing, was_any ? _("Those Were All Pairs")
                                                    : _("Nobody Is Here Twice"));
  adw_status_page_set_description (self->nothing,
                                   was_any
                                     ? _("What was skipped comes back the next time.")
                                     : _("No two clients look like one person."));
  gtk_stack_set_visible_child_name (self->pages, "nothing");
  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
}

static void
show_pair (LoketDuplicatesWindow *self)
{
  GPtrArray *pairs = loket_duplicates_get_pairs (self->duplicates);
  const LoketPair *pair = pairs->pdata[self->position];
  LoketCodes *codes = loket_desk_get_codes (self->desk);
  g_autofree char *words = loket_likeness_words_format_reasons (pair->likeness.reasons);
  g_autofree char *reasons = NULL;
  g_autofree char *subtitle = NULL;

  /* Translators: how likely it is, and why: "Likely: same date of birth". */
  reasons = g_strdup_printf (_("%s: %s"), loket_likeness_words_get_level (pair->likeness.level),
                             words);
  /* Translators: which pair of how many. */
  subtitle = g_strdup_printf (_("%'u of %'u"), self->position + 1, pairs->len);
  gtk_label_set_label (self->reasons, reasons);
  adw_window_title_set_subtitle (self->heading, subtitle);
  loket_pair_card_set_client (self->first, codes, self->clients->pdata[0],
                              self->clients->pdata[1]);
  loket_pair_card_set_client (self->second, codes, self->clients->pdata[1],
                              self->clients->pdata[0]);
  enable_acts (self, TRUE);
  gtk_stack_set_visible_child_name (self->pages, "pair");
  gtk_widget_grab_focus (GTK_WIDGET (self->merge_button));
}

/* This pair cannot be judged, but the others can. */
static void
show_failure (LoketDuplicatesWindow *self,
              const GError          *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.skip", TRUE);
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->pages, "failed");
  gtk_widget_grab_focus (GTK_WIDGET (self->try_again_button));
}

static void
pair_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LoketDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = loket_desk_load_pair_finish (LOKET_DESK (object), result,
                                                               &error);

  /* Cancelled: another one is wanted by now. */
  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (clients == NULL)
    {
      show_failure (self, error);
      return;
    }
  /* Merged or told apart meanwhile. */
  if (clients->len == 0)
    {
      load_pair (self, self->position + 1);
      return;
    }

  self->clients = g_steal_pointer (&clients);
  show_pair (self);
}

static void
load_pair (LoketDuplicatesWindow *self,
           guint                  position)
{
  GPtrArray *pairs = loket_duplicates_get_pairs (self->duplicates);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  enable_acts (self, FALSE);
  self->position = position;
  if (position >= pairs->len)
    {
      show_nothing (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  loket_desk_load_pair_async (self->desk, pairs->pdata[position], self->cancellable,
                              pair_loaded_cb, g_object_ref (self));
}

static void
searched_cb (LoketDuplicatesWindow *self)
{
  load_pair (self, 0);
}

static void
problem_cb (LoketDuplicatesWindow *self,
            const char            *sentence)
{
  loket_toasts_say (self->toasts, sentence);
  load_pair (self, 0);
}

static void
progressed_cb (LoketDuplicatesWindow *self)
{
  guint n = loket_duplicates_get_pairs (self->duplicates)->len;
  g_autofree char *found = NULL;

  found = g_strdup_printf (ngettext ("%'u pair found", "%'u pairs found", n), n);
  gtk_progress_bar_set_fraction (self->progress, loket_duplicates_get_progress (self->duplicates));
  adw_window_title_set_subtitle (self->heading, found);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketDuplicatesWindow *self = LOKET_DUPLICATES_WINDOW (widget);

  if (!loket_duplicates_is_searching (self->duplicates))
    return;

  loket_duplicates_cancel (self->duplicates);
  load_pair (self, 0);
}

static void
skip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LoketDuplicatesWindow *self = LOKET_DUPLICATES_WINDOW (widget);

  load_pair (self, self->position + 1);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LoketDuplicatesWindow *self = LOKET_DUPLICATES_WINDOW (widget);

  load_pair (self, self->position);
}

static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LoketDuplicatesWindow *self = LOKET_DUPLICATES_WINDOW (widget);
  GtkWidget *dialog = loket_merge_dialog_new (self->desk, self->clients->pdata[0],
                                              self->clients->pdata[1]);

  self->judging = self->position;
  loket_form_dialog_present (LOKET_FORM_DIALOG (dialog), GTK_WINDOW (self));
}

/* A pair was judged, here or in the form of a merge. Something may have been taken back meanwhile:
 * then that is shown, and stays. */
static void
judged_cb (LoketDuplicatesWindow *self,
           const char            *act)
{
  g_hash_table_insert (self->judged, g_strdup (act), GUINT_TO_POINTER (self->judging));
  if (self->position == self->judging)
    load_pair (self, self->position + 1);
}

static void
told_apart_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LoketDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (self->desk == NULL)
    return;
  if (deed != NULL)
    {
      loket_toasts_offer_undo (self->toasts, _("Will not be shown again as one person"),
                               deed->id);
      return;
    }

  loket_toasts_say_problem (self->toasts, error);
  if (self->clients != NULL)
    enable_acts (self, TRUE);
}

static void
tell_apart_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LoketDuplicatesWindow *self = LOKET_DUPLICATES_WINDOW (widget);

  self->judging = self->position;
  enable_acts (self, FALSE);
  loket_desk_tell_apart_async (self->desk, loket_record_get_id (self->clients->pdata[0]),
                               loket_record_get_id (self->clients->pdata[1]), NULL, told_apart_cb,
                               g_object_ref (self));
}

/* What was taken back is judged anew: not always what was done last. */
static void
undone_cb (LoketDuplicatesWindow *self,
           const char            *act)
{
  gpointer position;

  if (g_hash_table_lookup_extended (self->judged, act, NULL, &position))
    load_pair (self, GPOINTER_TO_UINT (position));
}

static gboolean
loket_duplicates_window_close_request (GtkWindow *window)
{
  loket_toasts_pass_on (LOKET_DUPLICATES_WINDOW (window)->toasts, window);

  return GTK_WINDOW_CLASS (loket_duplicates_window_parent_class)->close_request (window);
}

static void
loket_duplicates_window_finalize (GObject *object)
{
  LoketDuplicatesWindow *self = LOKET_DUPLICATES_WINDOW (object);

  g_hash_table_unref (self->judged);

  G_OBJECT_CLASS (loket_duplicates_window_parent_class)->finalize (object);
}

static void
loket_duplicates_window_dispose (GObject *object)
{
  LoketDuplicatesWindow *self = LOKET_DUPLICATES_WINDOW (object);

  if (self->duplicates != NULL)
    loket_duplicates_cancel (self->duplicates);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_DUPLICATES_WINDOW);
  g_clear_object (&self->duplicates);
  g_clear_object (&self->toasts);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->clients, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_duplicates_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_1, "pair.merge" },      { GDK_KEY_KP_1, "pair.merge" },
    { GDK_KEY_2, "pair.tell-apart" }, { GDK_KEY_KP_2, "pair.tell-apart" },
    { GDK_KEY_3, "pair.skip" },       { GDK_KEY_KP_3, "pair.skip" },
    { GDK_KEY_Escape, "window.close" },
  };

  gtk_widget_class_install_action (widget_class, "pair.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "pair.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "pair.tell-apart", NULL, tell_apart_action);
  gtk_widget_class_install_action (widget_class, "pair.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "pair.try-again", NULL, try_again_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

static void
loket_duplicates_window_class_init (LoketDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_duplicates_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_duplicates_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = loket_duplicates_window_close_request;

  g_type_ensure (LOKET_TYPE_PAIR_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/"
                                               "loket-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, close_button);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, try_again_button);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, reasons);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, first);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, second);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, merge_button);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, apart_button);
  gtk_widget_class_bind_template_child (widget_class, LoketDuplicatesWindow, skip_button);
  install_actions (widget_class);
}

/* Large text would make the buttons wider than a narrow screen. */
static void
let_wrap (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
loket_duplicates_window_init (LoketDuplicatesWindow *self)
{
  self->judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_follow_stack (self->pages);
  let_wrap (self->merge_button);
  let_wrap (self->apart_button);
  let_wrap (self->skip_button);
  enable_acts (self, FALSE);
}

/**
 * loket_duplicates_window_new:
 * @desk: the desk
 *
 * Begins at once to compare all clients.
 */
GtkWidget *
loket_duplicates_window_new (LoketDesk *desk)
{
  LoketDuplicatesWindow *self = g_object_new (LOKET_TYPE_DUPLICATES_WINDOW, NULL);

  self->desk = g_object_ref (desk);
  self->toasts = loket_toasts_new (self->toast_overlay,
                                    adw_toast_overlay_get_child (self->toast_overlay));
  loket_toasts_set_desk (self->toasts, desk);
  loket_toasts_attach (self->toasts, GTK_WIDGET (self));
  g_signal_connect_object (self->toasts, "offered", G_CALLBACK (judged_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toasts, "undone", G_CALLBACK (undone_cb), self,
                           G_CONNECT_SWAPPED);

  self->duplicates = loket_duplicates_new (desk);
  g_signal_connect_object (self->duplicates, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->duplicates, "done", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->duplicates, "problem", G_CALLBACK (problem_cb), self,
                           G_CONNECT_SWAPPED);
  loket_duplicates_search (self->duplicates);
  gtk_widget_grab_focus (GTK_WIDGET (self->stop_button));

  return GTK_WIDGET (self);
}
