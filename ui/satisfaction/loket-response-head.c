/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * It stays from one response to the next, but for what is one person's own. */

#include "loketten-config.h"

#include "loket-response-head.h"

#include "loket-response.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketResponseHead
{
  GtkBox parent_instance;

  GtkEditable *month;
  GtkEditable *number;
  GtkEditable *token;
  GtkEditable *trajectory;
  GtkEditable *office;
  GtkEditable *counsellor;
  GtkEditable *wave;
  GtkSwitch *keep_apart;
  GtkLabel *attribution;

  gboolean is_filling;
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketResponseHead, loket_response_head, GTK_TYPE_BOX)

static GtkEditable *
get_field (LoketResponseHead *self,
           LoketEntryField    field)
{
  GtkEditable *const fields[LOKET_ENTRY_N_FIELDS] = {
    [LOKET_ENTRY_NUMBER] = self->number,         [LOKET_ENTRY_MONTH] = self->month,
    [LOKET_ENTRY_WAVE] = self->wave,             [LOKET_ENTRY_TOKEN] = self->token,
    [LOKET_ENTRY_TRAJECTORY] = self->trajectory, [LOKET_ENTRY_OFFICE] = self->office,
    [LOKET_ENTRY_COUNSELLOR] = self->counsellor,
  };

  return fields[field];
}

static void
set_field (LoketResponseHead *self,
           LoketEntryField    field,
           const char        *text)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (get_field (self, field), text != NULL ? text : "");
  self->is_filling = FALSE;
}

static void
changed_cb (LoketResponseHead *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
activated_cb (LoketResponseHead *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
loket_response_head_class_init (LoketResponseHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * LoketResponseHead::changed:
   *
   * Somebody typed in it.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * LoketResponseHead::activated:
   *
   * Somebody is ready with it.
   */
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-response-head.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, month);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, number);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, token);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, trajectory);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, office);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, counsellor);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, wave);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, keep_apart);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, attribution);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
loket_response_head_init (LoketResponseHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_response_head_begin:
 * @was_correction: whether the response before this one was only corrected
 *
 * Takes a new sheet: what is one person's own goes.
 */
void
loket_response_head_begin (LoketResponseHead *self,
                           gboolean           was_correction)
{
  const LoketEntryField own[] = { LOKET_ENTRY_NUMBER, LOKET_ENTRY_TOKEN, LOKET_ENTRY_TRAJECTORY };

  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    set_field (self, own[i], NULL);
  if (was_correction)
    {
      set_field (self, LOKET_ENTRY_OFFICE, NULL);
      set_field (self, LOKET_ENTRY_COUNSELLOR, NULL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->number), TRUE);
  loket_response_head_show_attribution (self, NULL);
}

/**
 * loket_response_head_read:
 * @reading: a response that is kept, which is to be corrected
 */
void
loket_response_head_read (LoketResponseHead          *self,
                          const LoketResponseReading *reading)
{
  LoketRecord *record = reading->record;

  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  set_field (self, LOKET_ENTRY_NUMBER, reading->respondent);
  set_field (self, LOKET_ENTRY_MONTH, loket_record_get_value (record, LOKET_RESPONSE_MONTH));
  set_field (self, LOKET_ENTRY_WAVE, loket_record_get_value (record, LOKET_RESPONSE_WAVE));
  set_field (self, LOKET_ENTRY_TOKEN, loket_record_get_value (record, LOKET_RESPONSE_TOKEN));
  set_field (self, LOKET_ENTRY_TRAJECTORY, reading->trajectory_no);
  set_field (self, LOKET_ENTRY_OFFICE, loket_record_get_value (record, LOKET_RESPONSE_LOKET));
  set_field (self, LOKET_ENTRY_COUNSELLOR,
             loket_record_get_value (record, LOKET_RESPONSE_COUNSELLOR));
  gtk_widget_set_sensitive (GTK_WIDGET (self->number), FALSE);
}

/**
 * loket_response_head_fill:
 * @entry: gets what stands in the head
 */
void
loket_response_head_fill (LoketResponseHead  *self,
                          LoketResponseEntry *entry)
{
  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  for (guint i = 0; i < LOKET_ENTRY_N_FIELDS; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (get_field (self, i))));

      if (*text != '\0')
        entry->values[i] = g_steal_pointer (&text);
    }
  entry->keep_apart = gtk_switch_get_active (self->keep_apart);
}

void
loket_response_head_set_month (LoketResponseHead *self,
                               const char        *month)
{
  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  set_field (self, LOKET_ENTRY_MONTH, month);
}

/**
 * loket_response_head_get_month:
 *
 * Returns: (transfer none): what was typed: "2026-11"
 */
const char *
loket_response_head_get_month (LoketResponseHead *self)
{
  g_return_val_if_fail (LOKET_IS_RESPONSE_HEAD (self), NULL);

  return gtk_editable_get_text (self->month);
}

/**
 * loket_response_head_get_number:
 *
 * Returns: (transfer none): what was typed
 */
const char *
loket_response_head_get_number (LoketResponseHead *self)
{
  g_return_val_if_fail (LOKET_IS_RESPONSE_HEAD (self), NULL);

  return gtk_editable_get_text (self->number);
}

void
loket_response_head_ask_number (LoketResponseHead *self)
{
  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->number));
}

/**
 * loket_response_head_show_attribution:
 * @draft: (nullable): the response as it would be kept
 *
 * Says to whom it will be counted.
 */
void
loket_response_head_show_attribution (LoketResponseHead *self,
                                      const LoketDraft  *draft)
{
  const char *office = draft != NULL ? loket_draft_get_value (draft, LOKET_RESPONSE_LOKET) : NULL;
  const char *counsellor
    = draft != NULL ? loket_draft_get_value (draft, LOKET_RESPONSE_COUNSELLOR) : NULL;
  g_autofree char *who = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  if (office != NULL && counsellor != NULL)
    who = g_strdup_printf ("%s, %s", office, counsellor);
  else
    who = g_strdup (office != NULL ? office : counsellor);
  if (who != NULL)
    /* Translators: an office, and a counsellor. */
    sentence = g_strdup_printf (_("Counts for %s"), who);
  gtk_label_set_text (self->attribution, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->attribution), sentence != NULL);
}
