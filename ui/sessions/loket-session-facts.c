/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The clock, a choice of outcomes and the channels, in one line that wraps. */

#include "loketten-config.h"

#include "loket-session-facts.h"

#include "loket-accessible.h"
#include "loket-code-chips.h"
#include "loket-session-clock.h"
#include "loket-session-form.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketSessionFacts
{
  AdwBin parent_instance;

  LoketSessionClock *clock;
  GtkDropDown *state;
  LoketCodeChips *channels;

  LoketDesk *desk;          /* (nullable) */
  LoketHabits *habits;      /* (nullable) */
  LoketForm *form;          /* (nullable), borrowed: the session's */
  gboolean is_rendering;    /* whether the widgets follow the form */
};

/* In the order of the drop-down. */
static const char *const states[] = { "held", LOKET_SESSION_NOT_REACHED, "no_show", "cancelled" };

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketSessionFacts, loket_session_facts, ADW_TYPE_BIN)

static void
clock_changed_cb (LoketSessionFacts *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_value (LoketSessionFacts *self,
           const char        *name,
           const char        *value)
{
  if (self->is_rendering)
    return;

  loket_form_set_value (self->form, name, value);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
state_changed_cb (LoketSessionFacts *self)
{
  set_value (self, LOKET_SESSION_FORM_STATE, states[gtk_drop_down_get_selected (self->state)]);
}

static void
channel_toggled_cb (LoketSessionFacts *self,
                    const char        *code)
{
  set_value (self, LOKET_SESSION_FORM_CHANNEL, code);
}

static guint
get_state (const LoketForm *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (loket_form_get_text (form, LOKET_SESSION_FORM_STATE), states[i]))
        return i;
    }

  return 0;
}

static void
loket_session_facts_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LOKET_TYPE_SESSION_FACTS);
  g_clear_object (&LOKET_SESSION_FACTS (object)->habits);
  g_clear_object (&LOKET_SESSION_FACTS (object)->desk);

  G_OBJECT_CLASS (loket_session_facts_parent_class)->dispose (object);
}

static void
loket_session_facts_class_init (LoketSessionFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_session_facts_dispose;

  /**
   * LoketSessionFacts::changed:
   *
   * A person changed something in the form.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_CODE_CHIPS);
  g_type_ensure (LOKET_TYPE_SESSION_CLOCK);
  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-session-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSessionFacts, clock);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionFacts, state);
  gtk_widget_class_bind_template_child (widget_class, LoketSessionFacts, channels);
  gtk_widget_class_bind_template_callback (widget_class, clock_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, channel_toggled_cb);
}

static void
loket_session_facts_init (LoketSessionFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_label_drop_down (self->state, _("What became of it"));
}

/**
 * loket_session_facts_set_desk:
 * @habits: how long a session usually takes
 */
void
loket_session_facts_set_desk (LoketSessionFacts *self,
                              LoketDesk         *desk,
                              LoketHabits       *habits)
{
  g_return_if_fail (LOKET_IS_SESSION_FACTS (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->habits, habits);
  loket_code_chips_set_list (self->channels, loket_desk_get_codes (desk), "channel", TRUE);
}

/**
 * loket_session_facts_set_form:
 * @form: (transfer none): the form to fill in; outlives us, or is replaced
 */
void
loket_session_facts_set_form (LoketSessionFacts *self,
                              LoketForm         *form)
{
  g_return_if_fail (LOKET_IS_SESSION_FACTS (self));

  self->form = form;
  self->is_rendering = TRUE;
  loket_session_clock_set_form (self->clock, form, loket_desk_get_clock (self->desk),
                                self->habits);
  gtk_drop_down_set_selected (self->state, get_state (form));
  loket_code_chips_set_chosen (self->channels,
                               loket_form_get_text (form, LOKET_SESSION_FORM_CHANNEL));
  self->is_rendering = FALSE;
}

/**
 * loket_session_facts_focus:
 * @name: the name of a text of the form
 *
 * Puts the person where the text is changed.
 *
 * Returns: whether that is here
 */
gboolean
loket_session_facts_focus (LoketSessionFacts *self,
                           const char        *name)
{
  static const char *const times[] = {
    LOKET_SESSION_FORM_DATE, LOKET_SESSION_FORM_START, LOKET_SESSION_FORM_END, NULL,
  };

  g_return_val_if_fail (LOKET_IS_SESSION_FACTS (self), FALSE);

  if (g_str_equal (name, LOKET_SESSION_FORM_STATE))
    return gtk_widget_grab_focus (GTK_WIDGET (self->state));

  return g_strv_contains (times, name) && gtk_widget_grab_focus (GTK_WIDGET (self->clock));
}
