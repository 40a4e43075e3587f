/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A card of lines, each with what will happen and when. */

#include "loketten-config.h"

#include "loket-session-preview.h"

#include "loket-assessment.h"
#include "loket-contact.h"
#include "loket-date.h"
#include "loket-promise.h"
#include "loket-sentences.h"
#include "loket-session.h"
#include "loket-session-form.h"

#include <glib/gi18n.h>

struct _LoketSessionPreview
{
  AdwBin parent_instance;

  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (LoketSessionPreview, loket_session_preview, ADW_TYPE_BIN)

static void
loket_session_preview_class_init (LoketSessionPreviewClass *klass)
{
}

static void
loket_session_preview_init (LoketSessionPreview *self)
{
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "preview");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
}

static void
clear_lines (LoketSessionPreview *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
}

static void
add_line (LoketSessionPreview *self,
          const char          *icon_name,
          const char          *what,
          const char          *when)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (what);
  GtkWidget *day = gtk_label_new (when);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (day, "dim-label");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), day);
  gtk_box_append (self->lines, line);
}

static void
add_trajectory (LoketSessionPreview *self,
                LoketDraft          *session)
{
  g_autofree char *day = NULL;

  day = loket_sentences_format_short_day (loket_draft_get_text (session, LOKET_SESSION_STARTS_AT));
  add_line (self, "list-add-symbolic", _("New trajectory"), day);
}

/* A day that somebody typed stays as it was typed; only that nobody works on it is said. */
static void
add_day_off (LoketSessionPreview *self,
             const char          *date,
             const LoketForm     *form,
             const LoketRules    *rules)
{
  g_autofree char *sentence = NULL;

  sentence = loket_sentences_format_day_off (
    date, rules, loket_form_get_value (form, LOKET_SESSION_FORM_COUNSELLOR));
  if (sentence != NULL)
    add_line (self, "dialog-warning-symbolic", sentence, "");
}

static void
add_next (LoketSessionPreview *self,
          LoketDraft          *next)
{
  const char *starts_at = loket_draft_get_text (next, LOKET_SESSION_STARTS_AT);
  g_autofree char *day = loket_sentences_format_short_day (starts_at);
  g_autofree char *when = g_strdup_printf ("%s, %s", day, starts_at + LOKET_DATE_LENGTH + 1);

  add_line (self, "x-office-calendar-symbolic", _("Appointment"), when);
}

static void
add_assessment (LoketSessionPreview *self,
                LoketDraft          *assessment,
                LoketCodes          *codes)
{
  const char *kind = loket_codes_get_label (codes, "assessment_kind",
                                            loket_draft_get_text (assessment,
                                                                  LOKET_ASSESSMENT_KIND));

  /* Translators: the kind of a test: "Competence test requested". */
  g_autofree char *what = g_strdup_printf (_("%s requested"), kind);

  add_line (self, "x-office-document-symbolic", what, _("today"));
}

static void
add_promise (LoketSessionPreview *self,
             LoketDraft          *promise,
             LoketCodes          *codes)
{
  const char *text = loket_draft_get_value (promise, LOKET_PROMISE_TEXT);
  const char *kind = loket_draft_get_text (promise, LOKET_PROMISE_KIND);
  g_autofree char *day = NULL;

  /* The contact says so as well. */
  if (g_str_equal (kind, "callback"))
    return;

  day = loket_sentences_format_short_day (loket_draft_get_text (promise, LOKET_PROMISE_DUE_ON));
  add_line (self, "mail-send-symbolic",
            text != NULL ? text : loket_codes_get_label (codes, "promise_kind", kind), day);
}

static void
add_contact (LoketSessionPreview *self,
             LoketDraft          *contact,
             LoketCodes          *codes)
{
  g_autofree char *day = NULL;

  day = loket_sentences_format_short_day (loket_draft_get_text (contact, LOKET_CONTACT_DUE_ON));
  add_line (self, "call-start-symbolic",
            loket_codes_get_label (codes, "contact_kind",
                                   loket_draft_get_text (contact, LOKET_CONTACT_KIND)),
            day);
}

/* One that was saved before has its trajectory, whether the form knows it yet or not. */
static gboolean
begins_trajectory (const LoketForm *form)
{
  return loket_form_get_value (form, LOKET_SESSION_FORM_TRAJECTORY) == NULL
         && loket_form_get_value (form, LOKET_SESSION_FORM_RECORDED) == NULL;
}

/**
 * loket_session_preview_show_plan:
 * @form: what was filled in
 * @plan: what will be recorded
 * @codes: the office's lists
 * @rules: (nullable): what the office agreed on
 */
void
loket_session_preview_show_plan (LoketSessionPreview    *self,
                                 const LoketForm        *form,
                                 const LoketSessionPlan *plan,
                                 LoketCodes             *codes,
                                 const LoketRules       *rules)
{
  g_return_if_fail (LOKET_IS_SESSION_PREVIEW (self));

  clear_lines (self);
  if (begins_trajectory (form))
    add_trajectory (self, plan->session);
  if (plan->next != NULL)
    {
      add_next (self, plan->next);
      add_day_off (self, loket_draft_get_text (plan->next, LOKET_SESSION_STARTS_AT), form, rules);
    }
  for (guint i = 0; i < plan->assessments->len; i++)
    add_assessment (self, plan->assessments->pdata[i], codes);
  for (guint i = 0; i < plan->promises->len; i++)
    {
      add_promise (self, plan->promises->pdata[i], codes);
      add_day_off (self, loket_draft_get_text (plan->promises->pdata[i], LOKET_PROMISE_DUE_ON),
                   form, rules);
    }
  for (guint i = 0; i < plan->contacts->len; i++)
    add_contact (self, ((LoketPlannedContact *) plan->contacts->pdata[i])->contact, codes);

  if (gtk_widget_get_first_child (GTK_WIDGET (self->lines)) == NULL)
    add_line (self, "dialog-information-symbolic", _("Nothing is planned yet"), "");
}

/**
 * loket_session_preview_show_problem:
 * @sentence: why the form cannot be saved as it is
 */
void
loket_session_preview_show_problem (LoketSessionPreview *self,
                                    const char          *sentence)
{
  g_return_if_fail (LOKET_IS_SESSION_PREVIEW (self));

  clear_lines (self);
  add_line (self, "dialog-warning-symbolic", sentence, "");
}
