/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * It stays from one response to the next, but for what is one person's own. */

#include "loketten-config.h"

#include "loket-response-head.h"

#include "loket-accessible.h"
#include "loket-preferences.h"
#include "loket-response.h"
#include "loket-wrap-layout.h"

#include <glib/gi18n.h>

struct _LoketResponseHead
{
  GtkBox parent_instance;

  GtkWidget *survey_box;
  GtkDropDown *survey;
  GtkEditable *month;
  GtkEditable *number;
  GtkEditable *token;
  GtkEditable *trajectory;
  GtkEditable *office;
  GtkEditable *counsellor;
  GtkEditable *wave;
  GtkWidget *wave_box;
  GtkSwitch *keep_apart;
  GtkLabel *attribution;

  GPtrArray *surveys;  /* (nullable) of LoketQuestionnaire: those that can be chosen */
  char *own_office;    /* (nullable): stands there until another one is typed */
  gboolean is_filling;
};

enum
{
  CHANGED,
  ACTIVATED,
  SURVEY_CHOSEN,
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
survey_chosen_cb (LoketResponseHead *self)
{
  if (!self->is_filling && self->surveys != NULL)
    g_signal_emit (self, signals[SURVEY_CHOSEN], 0);
}

static void
loket_response_head_finalize (GObject *object)
{
  g_clear_pointer (&LOKET_RESPONSE_HEAD (object)->surveys, g_ptr_array_unref);
  g_free (LOKET_RESPONSE_HEAD (object)->own_office);

  G_OBJECT_CLASS (loket_response_head_parent_class)->finalize (object);
}

static void
loket_response_head_class_init (LoketResponseHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = loket_response_head_finalize;

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

  /**
   * LoketResponseHead::survey-chosen:
   *
   * Another questionnaire is to be typed over.
   */
  signals[SURVEY_CHOSEN] = g_signal_new ("survey-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);

  g_type_ensure (LOKET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-response-head.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, survey_box);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, survey);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, month);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, number);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, token);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, trajectory);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, office);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, counsellor);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, wave);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, wave_box);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, keep_apart);
  gtk_widget_class_bind_template_child (widget_class, LoketResponseHead, attribution);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, survey_chosen_cb);
}

static void
loket_response_head_init (LoketResponseHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  loket_accessible_label_drop_down (self->survey, _("Questionnaire"));
}

/**
 * loket_response_head_offer_surveys:
 * @surveys: (transfer full) (element-type LoketQuestionnaire): what can be typed over
 * @current: the one that is
 */
void
loket_response_head_offer_surveys (LoketResponseHead  *self,
                                   GPtrArray          *surveys,
                                   LoketQuestionnaire *current)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  for (guint i = 0; i < surveys->len; i++)
    gtk_string_list_append (list, loket_questionnaire_get_label (
                                    surveys->pdata[i], loket_preferences_get_language ()));
  g_clear_pointer (&self->surveys, g_ptr_array_unref);
  self->surveys = surveys;
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->survey, G_LIST_MODEL (list));
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->survey_box, surveys->len > 1);
  loket_response_head_show_survey (self, current);
}

/**
 * loket_response_head_show_survey:
 * @current: what is typed over
 */
void
loket_response_head_show_survey (LoketResponseHead  *self,
                                 LoketQuestionnaire *current)
{
  const char *id = loket_questionnaire_get_id (current);

  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  gtk_widget_set_visible (self->wave_box, loket_questionnaire_get_n_waves (current) > 1);
  self->is_filling = TRUE;
  for (guint i = 0; self->surveys != NULL && i < self->surveys->len; i++)
    {
      if (g_str_equal (loket_questionnaire_get_id (self->surveys->pdata[i]), id))
        gtk_drop_down_set_selected (self->survey, i);
    }
  self->is_filling = FALSE;
}

/**
 * loket_response_head_get_survey:
 *
 * Returns: (transfer none): the questionnaire that was chosen
 */
LoketQuestionnaire *
loket_response_head_get_survey (LoketResponseHead *self)
{
  g_return_val_if_fail (LOKET_IS_RESPONSE_HEAD (self), NULL);

  return self->surveys->pdata[gtk_drop_down_get_selected (self->survey)];
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
      set_field (self, LOKET_ENTRY_OFFICE, self->own_office);
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
 * loket_response_head_set_own_office:
 * @office: (nullable): of who types
 *
 * A response counts for this office unless another one is typed, or its token or trajectory says
 * which.
 */
void
loket_response_head_set_own_office (LoketResponseHead *self,
                                    const char        *office)
{
  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  g_free (self->own_office);
  self->own_office = g_strdup (office);
  set_field (self, LOKET_ENTRY_OFFICE, office);
  loket_response_head_show_attribution (self, NULL);
}

/* Nobody has typed the own office: where a token or trajectory is given, that says which it is. */
static gboolean
is_only_offered (LoketResponseHead        *self,
                 const LoketResponseEntry *entry)
{
  return entry->before == NULL
         && g_strcmp0 (entry->values[LOKET_ENTRY_OFFICE], self->own_office) == 0
         && (entry->values[LOKET_ENTRY_TOKEN] != NULL
             || entry->values[LOKET_ENTRY_TRAJECTORY] != NULL);
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
  if (is_only_offered (self, entry))
    g_clear_pointer (&entry->values[LOKET_ENTRY_OFFICE], g_free);
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
 * loket_response_head_get_wave:
 *
 * Returns: which measurement it is, 0 first
 */
int
loket_response_head_get_wave (LoketResponseHead *self)
{
  g_return_val_if_fail (LOKET_IS_RESPONSE_HEAD (self), 0);

  return (int) g_ascii_strtoll (gtk_editable_get_text (self->wave), NULL, 10);
}

/**
 * loket_response_head_get_typed_wave:
 *
 * Returns: (transfer none) (nullable): what was typed; NULL for nothing
 */
const char *
loket_response_head_get_typed_wave (LoketResponseHead *self)
{
  const char *wave;

  g_return_val_if_fail (LOKET_IS_RESPONSE_HEAD (self), NULL);

  wave = gtk_editable_get_text (self->wave);

  return *wave != '\0' ? wave : NULL;
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
 * Says to whom it will be counted, or what is missing for that.
 */
void
loket_response_head_show_attribution (LoketResponseHead *self,
                                      const LoketDraft  *draft)
{
  const char *office = draft != NULL ? loket_draft_get_value (draft, LOKET_RESPONSE_LOKET)
                                     : gtk_editable_get_text (self->office);
  const char *counsellor
    = draft != NULL ? loket_draft_get_value (draft, LOKET_RESPONSE_COUNSELLOR) : NULL;
  g_autofree char *who = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (LOKET_IS_RESPONSE_HEAD (self));

  if (office == NULL || *office == '\0')
    sentence = g_strdup (_("No office yet: it will count in the figures of all offices only"));
  else if (counsellor != NULL)
    who = g_strdup_printf ("%s, %s", office, counsellor);
  else
    who = g_strdup (office);
  if (who != NULL)
    /* Translators: an office, and a counsellor. */
    sentence = g_strdup_printf (_("Counts for %s"), who);
  gtk_label_set_text (self->attribution, sentence);
}
