/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows toasts, and takes acts back from them or with the key to undo. */

#include "loketten-config.h"

#include "loket-toasts.h"

#include "loket-toast.h"
#include "loket-toast-room.h"
#include "loket-undo-act.h"

#include <glib/gi18n.h>

/* How long an offer stays that asks for more than a glance. */
#define SECONDS_TO_ANSWER 20

struct _LoketToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  GtkWidget *content;  /* what a toast would cover */
  guint n_toasts;      /* shown or waiting */
  GSimpleAction *undo_action;
  LoketDesk *desk;  /* (nullable): until it is open */
  char *undoable;   /* (nullable): the act that the key takes back */
  char *sentence;   /* (nullable): what it did, when that was said here */
  gboolean is_typing;
  GHashTable *offers;  /* id of an act -> AdwToast that offers to undo it */
};

/* An act that is being taken back. */
typedef struct
{
  LoketToasts *toasts;
  char *act;
} Undoing;

enum
{
  OFFERED,
  UNDONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketToasts, loket_toasts, G_TYPE_OBJECT)

static void
enable_undo (LoketToasts *self)
{
  g_simple_action_set_enabled (self->undo_action, self->undoable != NULL && !self->is_typing);
}

static void
set_undoable (LoketToasts *self,
              const char  *act,
              const char  *sentence)
{
  g_autofree char *before = self->undoable;
  g_autofree char *said = self->sentence;

  self->undoable = g_strdup (act);
  self->sentence = g_strdup (sentence);
  enable_undo (self);
}

/* What is not offered any more is not said once more either: a toast that waits for its turn cannot
 * be taken out, but it can tell the truth when it comes. */
static void
withdraw_offer (LoketToasts *self,
                const char  *act,
                const char  *sentence)
{
  AdwToast *toast = g_hash_table_lookup (self->offers, act);

  if (toast == NULL)
    return;

  adw_toast_set_title (toast, sentence);
  adw_toast_set_button_label (toast, NULL);
}

static void
free_undoing (Undoing *undoing)
{
  g_object_unref (undoing->toasts);
  g_free (undoing->act);
  g_free (undoing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undoing, free_undoing)

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Undoing) undoing = user_data;
  LoketToasts *self = undoing->toasts;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (deed == NULL)
    {
      withdraw_offer (self, undoing->act, _("Not undone"));
      loket_toasts_say_problem (self, error);
      return;
    }

  withdraw_offer (self, undoing->act, _("Undone"));
  loket_toasts_say (self, _("Undone"));
  g_signal_emit (self, signals[UNDONE], 0, undoing->act);
}

static void
undo (LoketToasts *self,
      const char  *act)
{
  Undoing *undoing = g_new0 (Undoing, 1);

  undoing->toasts = g_object_ref (self);
  undoing->act = g_strdup (act);
  loket_desk_undo_async (self->desk, act, NULL, undone_cb, undoing);
  withdraw_offer (self, act, _("Undoing…"));
  if (g_strcmp0 (self->undoable, act) == 0)
    set_undoable (self, NULL, NULL);
}

static void
undo_cb (LoketToasts *self)
{
  g_autofree char *act = g_strdup (self->undoable);

  undo (self, act);
}

static void
offer_dismissed_cb (LoketToasts *self,
                    AdwToast    *toast)
{
  g_hash_table_remove (self->offers, g_object_get_data (G_OBJECT (toast), "act"));
}

/* Toasts wait for each other: the one that is seen need not be of what was done last. */
static void
undo_clicked_cb (LoketToasts *self,
                 AdwToast    *toast)
{
  undo (self, g_object_get_data (G_OBJECT (toast), "act"));
}

static AdwToast *
create_toast (LoketToasts *self,
              const char  *sentence,
              const char  *button_label)
{
  return loket_toast_create (sentence, button_label,
                             gtk_widget_get_width (GTK_WIDGET (self->overlay)));
}

static void
dismissed_cb (LoketToasts *self)
{
  self->n_toasts--;
  if (self->overlay != NULL)
    loket_toast_room_make (self->overlay, self->content, self->n_toasts > 0);
}

/* What makes way for a toast comes back when that is dismissed. If it is still on its way out by
 * then, be it since nobody draws a window that is not seen, libadwaita 1.2 ends the program: hence
 * it goes at once. */
static void
add_at_once (LoketToasts *self,
             AdwToast    *toast)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->overlay));
  gboolean is_animated;

  g_object_get (settings, "gtk-enable-animations", &is_animated, NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  adw_toast_overlay_add_toast (self->overlay, toast);
  g_object_set (settings, "gtk-enable-animations", is_animated, NULL);
  /* From now on it follows the desktop again. */
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

static void
show (LoketToasts *self,
      AdwToast    *toast)
{
  self->n_toasts++;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->n_toasts > 1)
    add_at_once (self, toast);
  else
    adw_toast_overlay_add_toast (self->overlay, toast);
  loket_toast_room_make (self->overlay, self->content, TRUE);
}

static void
loket_toasts_dispose (GObject *object)
{
  LoketToasts *self = LOKET_TOASTS (object);

  g_clear_object (&self->overlay);
  g_clear_object (&self->content);
  g_clear_object (&self->undo_action);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_toasts_parent_class)->dispose (object);
}

static void
loket_toasts_finalize (GObject *object)
{
  LoketToasts *self = LOKET_TOASTS (object);

  g_hash_table_unref (self->offers);
  g_free (self->undoable);
  g_free (self->sentence);

  G_OBJECT_CLASS (loket_toasts_parent_class)->finalize (object);
}

static void
loket_toasts_class_init (LoketToastsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_toasts_dispose;
  object_class->finalize = loket_toasts_finalize;

  /**
   * LoketToasts::offered:
   * @act: the id of an act
   *
   * It was said that the act was done, and that it can be taken back.
   */
  signals[OFFERED] = g_signal_new ("offered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LoketToasts::undone:
   * @act: the id of an act
   *
   * An act was taken back, from here.
   */
  signals[UNDONE] = g_signal_new ("undone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
loket_toasts_init (LoketToasts *self)
{
  self->offers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->undo_action = g_simple_action_new ("undo", NULL);
  g_simple_action_set_enabled (self->undo_action, FALSE);
  g_signal_connect_object (self->undo_action, "activate", G_CALLBACK (undo_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * loket_toasts_new:
 * @overlay: what shows them
 * @content: what stands below them, which makes room
 */
LoketToasts *
loket_toasts_new (AdwToastOverlay *overlay,
                  GtkWidget       *content)
{
  LoketToasts *self = g_object_new (LOKET_TYPE_TOASTS, NULL);

  self->overlay = g_object_ref (overlay);
  self->content = g_object_ref (content);

  return self;
}

static void
offer_undo_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  const char *sentence, *act;

  g_variant_get (parameter, "(&s&s)", &sentence, &act);
  loket_toasts_offer_undo (user_data, sentence, act);
}

/* Where the page itself says what was done, the key takes it back. */
static void
note_undo_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  set_undoable (user_data, g_variant_get_string (parameter, NULL), NULL);
}

static void
show_problem_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  loket_toasts_say (user_data, g_variant_get_string (parameter, NULL));
}

/**
 * loket_toasts_add_actions:
 * @map: the window, which outlives this object
 *
 * Adds the actions by which all that is in the window says what was done and what went wrong, and
 * the one that takes back what was done last.
 */
void
loket_toasts_add_actions (LoketToasts *self,
                          GActionMap  *map)
{
  static const GActionEntry entries[] = {
    { .name = "offer-undo", .activate = offer_undo_action, .parameter_type = "(ss)" },
    { .name = "note-undo", .activate = note_undo_action, .parameter_type = "s" },
    { .name = "show-problem", .activate = show_problem_action, .parameter_type = "s" },
  };

  g_return_if_fail (LOKET_IS_TOASTS (self));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (map, G_ACTION (self->undo_action));
}

/**
 * loket_toasts_attach:
 * @window: a window above the one in which the work is done
 *
 * Gives @window the actions that loket_toasts_add_actions () adds.
 *
 * Returns: (transfer none): the actions, as long as @window has them
 */
GActionMap *
loket_toasts_attach (LoketToasts *self,
                     GtkWidget   *window)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  loket_toasts_add_actions (self, G_ACTION_MAP (group));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));

  return G_ACTION_MAP (group);
}

/**
 * loket_toasts_pass_on:
 * @window: a window that is about to be closed
 *
 * What was done last can be taken back in the window below as well.
 */
void
loket_toasts_pass_on (LoketToasts *self,
                      GtkWindow   *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  g_return_if_fail (LOKET_IS_TOASTS (self));

  if (self->sentence != NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.offer-undo", "(ss)", self->sentence,
                                self->undoable);
}

/**
 * loket_toasts_forget:
 * @act: (nullable): the id of an act that cannot be taken back any more
 */
void
loket_toasts_forget (LoketToasts *self,
                     const char  *act)
{
  g_return_if_fail (LOKET_IS_TOASTS (self));

  if (act == NULL)
    return;

  /* Translators: of something that was done, and of which others know by now. */
  withdraw_offer (self, act, _("This stays as it is"));
  if (g_strcmp0 (self->undoable, act) == 0)
    set_undoable (self, NULL, NULL);
}

void
loket_toasts_set_desk (LoketToasts *self,
                       LoketDesk   *desk)
{
  g_return_if_fail (LOKET_IS_TOASTS (self));

  g_set_object (&self->desk, desk);
}

/**
 * loket_toasts_set_typing:
 * @is_typing: whether a text is being typed: then the key for undoing belongs to that text
 */
void
loket_toasts_set_typing (LoketToasts *self,
                         gboolean     is_typing)
{
  g_return_if_fail (LOKET_IS_TOASTS (self));

  self->is_typing = is_typing;
  enable_undo (self);
}

/**
 * loket_toasts_say:
 * @sentence: plain text
 */
void
loket_toasts_say (LoketToasts *self,
                  const char  *sentence)
{
  g_return_if_fail (LOKET_IS_TOASTS (self));

  show (self, create_toast (self, sentence, NULL));
}

/**
 * loket_toasts_say_problem:
 * @error: what went wrong; cancelling is not a problem
 */
void
loket_toasts_say_problem (LoketToasts  *self,
                          const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    loket_toasts_say (self, error->message);
}

/**
 * loket_toasts_offer:
 * @sentence: what happened: plain text
 * @label: what the button does, with a mnemonic
 *
 * Returns: (transfer none): the toast, whose #AdwToast::button-clicked says that it is wanted
 */
AdwToast *
loket_toasts_offer (LoketToasts *self,
                    const char  *sentence,
                    const char  *label)
{
  AdwToast *toast;

  g_return_val_if_fail (LOKET_IS_TOASTS (self), NULL);

  toast = create_toast (self, sentence, label);
  show (self, toast);

  return toast;
}

static AdwToast *
offer_undo (LoketToasts *self,
            const char  *sentence,
            const char  *act)
{
  AdwToast *toast = create_toast (self, sentence, _("_Undo"));

  g_object_set_data_full (G_OBJECT (toast), "act", g_strdup (act), g_free);
  g_hash_table_insert (self->offers, g_strdup (act), g_object_ref (toast));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (offer_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  set_undoable (self, act, sentence);
  g_signal_emit (self, signals[OFFERED], 0, act);

  return toast;
}

/**
 * loket_toasts_offer_undo:
 * @sentence: what was done, and to whom: plain text
 * @act: the id of the act
 */
void
loket_toasts_offer_undo (LoketToasts *self,
                         const char  *sentence,
                         const char  *act)
{
  g_return_if_fail (LOKET_IS_TOASTS (self));

  show (self, offer_undo (self, sentence, act));
}

/* First the act: a toast that is dismissed takes its button out of the window. */
static void
more_clicked_cb (AdwToast  *toast,
                 GtkWidget *button)
{
  gtk_widget_activate_action_variant (button, g_object_get_data (G_OBJECT (toast), "action"),
                                      g_object_get_data (G_OBJECT (toast), "target"));
  adw_toast_dismiss (toast);
}

/**
 * loket_toasts_offer_undo_and:
 * @sentence: what was done, and to whom: plain text
 * @act: the id of the act
 * @label: what else can be done now
 * @action_name: the action that does it
 * @target: (transfer floating): what it is given
 *
 * The offer stays long enough to be read and answered.
 */
void
loket_toasts_offer_undo_and (LoketToasts *self,
                             const char  *sentence,
                             const char  *act,
                             const char  *label,
                             const char  *action_name,
                             GVariant    *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  AdwToast *toast;

  g_return_if_fail (LOKET_IS_TOASTS (self));

  toast = offer_undo (self, sentence, act);
  loket_toast_add_below (toast, button);
  adw_toast_set_timeout (toast, SECONDS_TO_ANSWER);
  g_object_set_data_full (G_OBJECT (toast), "action", g_strdup (action_name), g_free);
  g_object_set_data_full (G_OBJECT (toast), "target", g_variant_ref_sink (target),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), toast,
                           G_CONNECT_SWAPPED);
  show (self, toast);
}
