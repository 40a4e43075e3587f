/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A label that follows a form that is open. */

#include "loketten-config.h"

#include "loket-session-kept.h"

#include "loket-session-form.h"

#include <glib/gi18n.h>

struct _LoketSessionKept
{
  AdwBin parent_instance;

  GtkLabel *label;

  LoketOpenForm *open;  /* (nullable) */
  LoketClock *clock;    /* (nullable) */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (LoketSessionKept, loket_session_kept, ADW_TYPE_BIN)

static char *
dup_sentence (LoketSessionKept *self)
{
  LoketForm *form = loket_open_form_get_form (self->open);
  const char *stamp = loket_open_form_get_kept_at (self->open);
  LoketDateText kept_at;

  if (stamp == NULL)
    return g_strdup (loket_form_get_value (form, LOKET_SESSION_FORM_RECORDED) != NULL
                       ? _("✓ Session saved") : "");

  kept_at = loket_clock_read_stamp (self->clock, stamp);
  if (kept_at.text[0] == '\0')
    return g_strdup ("");

  return g_strdup_printf (loket_open_form_is_recovered (self->open)
                            /* Translators: a time; what was typed came back after a crash. */
                            ? _("✓ Draft recovered, %s")
                            /* Translators: a time; what was typed is on disk. */
                            : _("✓ Draft kept, %s"),
                          kept_at.text + LOKET_DATE_LENGTH + 1);
}

static void
render (LoketSessionKept *self)
{
  g_autofree char *sentence = dup_sentence (self);

  gtk_label_set_label (self->label, sentence);
}

static void
loket_session_kept_dispose (GObject *object)
{
  LoketSessionKept *self = LOKET_SESSION_KEPT (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->open);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (loket_session_kept_parent_class)->dispose (object);
}

static void
loket_session_kept_class_init (LoketSessionKeptClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_session_kept_dispose;
}

static void
loket_session_kept_init (LoketSessionKept *self)
{
  GtkWidget *label = gtk_label_new ("");

  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  adw_bin_set_child (ADW_BIN (self), label);
  self->signals = g_signal_group_new (LOKET_TYPE_OPEN_FORM);
  g_signal_group_connect_object (self->signals, "notify::kept-at", G_CALLBACK (render), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * loket_session_kept_follow:
 * @open: the form of which it is said
 * @clock: the clock
 */
void
loket_session_kept_follow (LoketSessionKept *self,
                           LoketOpenForm    *open,
                           LoketClock       *clock)
{
  g_return_if_fail (LOKET_IS_SESSION_KEPT (self));

  g_set_object (&self->open, open);
  g_set_object (&self->clock, clock);
  g_signal_group_set_target (self->signals, open);
  render (self);
}
