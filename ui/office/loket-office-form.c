/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row for each field of a draft; with each change of one the consequences are worked out anew. */

#include "loketten-config.h"

#include "loket-office-form.h"

#include "loket-absence.h"
#include "loket-combo-words.h"
#include "loket-counsellor.h"
#include "loket-error.h"
#include "loket-office-act.h"
#include "loket-sentences.h"
#include "loket-setting.h"
#include "loket-typed-day.h"

#include <glib/gi18n.h>

/* So long after the last key. */
#define PREVIEW_MILLISECONDS 200

/* So many contacts are named at first. */
#define N_NAMED 8

typedef struct
{
  guint field;
  GtkWidget *row;
} Field;

struct _LoketOfficeForm
{
  LoketFormDialog parent_instance;

  AdwPreferencesGroup *fields;
  GtkLabel *consequence;
  GtkLabel *lines;
  GtkButton *more;

  LoketDesk *desk;
  LoketDraft *draft;
  gboolean removes;      /* what the draft is of, instead of saving the draft */
  GArray *rows;          /* of Field */
  GPtrArray *counsellors;    /* (nullable): where nobody is chosen */
  char *done;                /* what to say when it is done */
  LoketPreview *preview;     /* (nullable): what was worked out last */
  gboolean shows_all;
  GCancellable *previewing;  /* (nullable) */
  guint preview_id;
};

G_DEFINE_FINAL_TYPE (LoketOfficeForm, loket_office_form, LOKET_TYPE_FORM_DIALOG)

static const LoketField *
get_field (LoketOfficeForm *self,
           guint            field)
{
  return &loket_draft_get_kind (self->draft)->fields[field];
}

static gboolean
may_be_nobody (LoketOfficeForm *self,
               guint            field)
{
  return (get_field (self, field)->flags & LOKET_FIELD_REQUIRED) == 0;
}

/* Who is chosen in a row; nobody stands first where it may be nobody. */
static const char *
get_counsellor_id (LoketOfficeForm *self,
                   const Field     *field)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (field->row));

  if (may_be_nobody (self, field->field))
    return position == 0 ? NULL : loket_record_get_id (self->counsellors->pdata[position - 1]);

  return loket_record_get_id (self->counsellors->pdata[position]);
}

/* "2, 6 and 12" is told with commas, and kept with semicolons. */
static char *
read_numbers (const char *typed)
{
  g_auto (GStrv) words = g_strsplit_set (typed, ",; ", -1);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ";" : "", words[i]);
    }

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static char *
read_date (LoketOfficeForm *self,
           const char      *typed)
{
  LoketDateText date = loket_date_parse_typed (typed);

  if (date.text[0] == '\0')
    date = loket_typed_day_parse (typed, loket_desk_get_today (self->desk).text);

  return g_strdup (date.text[0] != '\0' ? date.text : typed);
}

static void
read_row (LoketOfficeForm *self,
          const Field     *field)
{
  const char *typed;
  g_autofree char *value = NULL;

  if (ADW_IS_COMBO_ROW (field->row))
    {
      loket_draft_set_value (self->draft, field->field, get_counsellor_id (self, field));
      return;
    }

  typed = gtk_editable_get_text (GTK_EDITABLE (field->row));
  if (get_field (self, field->field)->type == LOKET_FIELD_DATE)
    value = read_date (self, typed);
  else if (loket_draft_get_kind (self->draft) == &loket_setting_kind)
    value = read_numbers (typed);
  loket_draft_set_value (self->draft, field->field, value != NULL ? value : typed);
}

static gboolean
read_rows (LoketOfficeForm  *self,
           GtkWidget       **wrong,
           char            **sentence)
{
  LoketDateText today = loket_desk_get_today (self->desk);
  const LoketChecks checks = { today.text, loket_desk_get_codes (self->desk) };
  g_autoptr (GError) error = NULL;
  guint at_fault;

  for (guint i = 0; i < self->rows->len; i++)
    read_row (self, &g_array_index (self->rows, Field, i));
  if (loket_draft_validate (self->draft, &checks, &at_fault, &error))
    return TRUE;

  *wrong = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Field *field = &g_array_index (self->rows, Field, i);

      if (field->field == at_fault)
        *wrong = field->row;
    }
  *sentence = g_strdup (error->message);

  return FALSE;
}

static void
append_line (GString                *text,
             const LoketPreviewLine *line,
             LoketCodes             *codes)
{
  const char *kind = loket_codes_get_label (codes, "contact_kind", line->kind);
  g_autofree char *from = line->from != NULL ? loket_sentences_format_date (line->from) : NULL;
  g_autofree char *until = line->until != NULL ? loket_sentences_format_date (line->until) : NULL;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (from != NULL && until != NULL)
    /* Translators: a client, a kind of contact, and the day on which it is due and will be due. */
    g_string_append_printf (text, _("%s, %s: from %s to %s"), line->client_name, kind, from, until);
  else if (until != NULL)
    /* Translators: a client, a kind of contact, and the day on which it will be due. */
    g_string_append_printf (text, _("%s, %s: new, %s"), line->client_name, kind, until);
  else
    /* Translators: a client, a kind of contact, and the day on which it is due. */
    g_string_append_printf (text, _("%s, %s: %s falls away"), line->client_name, kind, from);
}

static guint
count_changes (const LoketPreview *preview)
{
  return preview->n_moved + preview->n_made + preview->n_cancelled;
}

/* Returns: (nullable): who stands in */
static const char *
get_substitute_name (LoketOfficeForm *self)
{
  const char *id = loket_draft_get_value (self->draft, LOKET_ABSENCE_SUBSTITUTE);

  for (guint i = 0; id != NULL && i < self->counsellors->len; i++)
    {
      if (g_str_equal (loket_record_get_id (self->counsellors->pdata[i]), id))
        return loket_counsellor_get_display_name (self->counsellors->pdata[i]);
    }

  return NULL;
}

/* Of an absence: what would be done by somebody else, and what stays as it is. */
static char *
add_absence (LoketOfficeForm *self,
             const char      *counts)
{
  const LoketPreview *preview = self->preview;
  const char *name = preview->n_due > 0 ? get_substitute_name (self) : NULL;
  g_autoptr (GString) text = g_string_new (counts);
  g_autofree char *due = NULL, *planned = NULL;

  if (name != NULL)
    {
      due = g_strdup_printf (ngettext ("%u contact or promise goes to %s.",
                                       "%u contacts and promises go to %s.", preview->n_due),
                             preview->n_due, name);
      g_string_append_printf (text, " %s", due);
    }
  if (preview->n_appointments > 0)
    {
      planned = g_strdup_printf (ngettext ("%u appointment stays in those days: move it.",
                                           "%u appointments stay in those days: move them.",
                                           preview->n_appointments), preview->n_appointments);
      g_string_append_printf (text, " %s", planned);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_counts (LoketOfficeForm *self)
{
  const LoketPreview *preview = self->preview;
  g_autofree char *moved = NULL, *made = NULL, *cancelled = NULL;

  if (count_changes (preview) == 0)
    return g_strdup (loket_draft_get_kind (self->draft) == &loket_setting_kind
                       ? _("No contact that is planned now. It holds for what begins from then on.")
                       : _("No contact gets another date."));

  moved = g_strdup_printf (ngettext ("%u contact gets another date",
                                     "%u contacts get another date", preview->n_moved),
                           preview->n_moved);
  made = g_strdup_printf (ngettext ("%u is new", "%u are new", preview->n_made), preview->n_made);
  cancelled = g_strdup_printf (ngettext ("%u falls away", "%u fall away", preview->n_cancelled),
                               preview->n_cancelled);

  /* Translators: how many contacts get another date, are new, and fall away. */
  return g_strdup_printf (_("%s, %s, %s. What somebody moved by hand stays."), moved, made,
                          cancelled);
}

static void
show_more (LoketOfficeForm *self,
           guint            n_more)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_more),
                                            n_more);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

static void
show_preview (LoketOfficeForm *self)
{
  const LoketPreview *preview = self->preview;
  g_autofree char *counts = format_counts (self);
  g_autofree char *consequence = add_absence (self, counts);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_all = count_changes (preview);
  guint n_named = self->shows_all ? preview->lines->len : MIN (preview->lines->len, N_NAMED);

  for (guint i = 0; i < n_named; i++)
    append_line (lines, preview->lines->pdata[i], loket_desk_get_codes (self->desk));
  if (self->shows_all && n_all > n_named)
    g_string_append_printf (lines, ngettext ("\nand %u more", "\nand %u more", n_all - n_named),
                            n_all - n_named);

  gtk_label_set_label (self->consequence, consequence);
  gtk_label_set_label (self->lines, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), lines->len > 0);
  show_more (self, self->shows_all ? 0 : n_all - n_named);
}

static void
more_clicked_cb (LoketOfficeForm *self)
{
  self->shows_all = TRUE;
  show_preview (self);
  loket_form_dialog_focus_accept (LOKET_FORM_DIALOG (self));
}

static void
show_nothing (LoketOfficeForm *self,
              const char      *sentence)
{
  gtk_label_set_label (self->consequence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
}

static void
previewed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LoketOfficeForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketPreview) preview = NULL;

  preview = loket_desk_preview_office_finish (LOKET_DESK (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;

  /* What could not be read now may be saved all the same; what cannot be, not. */
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self),
                                    !g_error_matches (error, LOKET_ERROR, LOKET_ERROR_INVALID));
  if (preview == NULL)
    {
      show_nothing (self, error->message);
      return;
    }

  g_clear_pointer (&self->preview, loket_preview_free);
  self->preview = g_steal_pointer (&preview);
  show_preview (self);
}

static void
stop_preview (LoketOfficeForm *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
}

/* What nobody has typed yet is not wrong. */
static gboolean
is_to_come (GtkWidget *row)
{
  return ADW_IS_ENTRY_ROW (row) && *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0';
}

static gboolean
preview_cb (gpointer user_data)
{
  LoketOfficeForm *self = user_data;
  GtkWidget *wrong = NULL;
  g_autofree char *sentence = NULL;

  self->preview_id = 0;
  if (!read_rows (self, &wrong, &sentence))
    {
      show_nothing (self, is_to_come (wrong) ? _("You see it here before it happens.") : sentence);
      return G_SOURCE_REMOVE;
    }

  stop_preview (self);
  self->previewing = g_cancellable_new ();
  loket_desk_preview_office_async (self->desk, self->draft, self->removes, self->previewing,
                                   previewed_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
changed_cb (LoketOfficeForm *self)
{
  loket_form_dialog_hide_problem (LOKET_FORM_DIALOG (self));
  stop_preview (self);
  loket_form_dialog_set_can_accept (LOKET_FORM_DIALOG (self), TRUE);
  self->preview_id = g_timeout_add (PREVIEW_MILLISECONDS, preview_cb, self);
}

static void
office_changed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LoketOfficeForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  loket_form_dialog_end (LOKET_FORM_DIALOG (self), deed, error, self->done);
}

static void
loket_office_form_accept (LoketFormDialog *form)
{
  LoketOfficeForm *self = LOKET_OFFICE_FORM (form);
  GtkWidget *wrong = NULL;
  g_autofree char *sentence = NULL;

  if (!read_rows (self, &wrong, &sentence))
    {
      loket_form_dialog_show_problem (form, wrong, sentence);
      return;
    }

  stop_preview (self);
  loket_form_dialog_begin (form);
  loket_desk_change_office_async (self->desk, self->draft, self->removes, NULL,
                                  office_changed_cb, g_object_ref (self));
}

static void
loket_office_form_dispose (GObject *object)
{
  LoketOfficeForm *self = LOKET_OFFICE_FORM (object);

  stop_preview (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_OFFICE_FORM);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_office_form_parent_class)->dispose (object);
}

static void
loket_office_form_finalize (GObject *object)
{
  LoketOfficeForm *self = LOKET_OFFICE_FORM (object);

  g_clear_pointer (&self->draft, loket_draft_free);
  g_clear_pointer (&self->counsellors, g_ptr_array_unref);
  g_clear_pointer (&self->preview, loket_preview_free);
  g_array_unref (self->rows);
  g_free (self->done);

  G_OBJECT_CLASS (loket_office_form_parent_class)->finalize (object);
}

static void
loket_office_form_class_init (LoketOfficeFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_office_form_dispose;
  object_class->finalize = loket_office_form_finalize;
  LOKET_FORM_DIALOG_CLASS (klass)->accept = loket_office_form_accept;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-office-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketOfficeForm, fields);
  gtk_widget_class_bind_template_child (widget_class, LoketOfficeForm, consequence);
  gtk_widget_class_bind_template_child (widget_class, LoketOfficeForm, lines);
  gtk_widget_class_bind_template_child (widget_class, LoketOfficeForm, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
loket_office_form_init (LoketOfficeForm *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Field));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * loket_office_form_new:
 * @agreements: what the office agreed on until now
 * @draft: a setting, closing days or an absence, to begin with
 */
GtkWidget *
loket_office_form_new (LoketDesk             *desk,
                       const LoketAgreements *agreements,
                       const LoketDraft      *draft)
{
  LoketOfficeForm *self = g_object_new (LOKET_TYPE_OFFICE_FORM, NULL);

  self->desk = g_object_ref (desk);
  self->draft = loket_draft_copy (draft);
  self->counsellors = g_ptr_array_ref (agreements->counsellors);

  return GTK_WIDGET (self);
}

/**
 * loket_office_form_new_removal:
 * @record: closing days or an absence
 * @subject: which
 * @done: what to say when it was removed
 *
 * Returns: a form without fields, that shows what changes when it is there no more
 */
GtkWidget *
loket_office_form_new_removal (LoketDesk   *desk,
                               LoketRecord *record,
                               const char  *subject,
                               const char  *done)
{
  LoketOfficeForm *self = g_object_new (LOKET_TYPE_OFFICE_FORM, "accept-label", _("_Remove"),
                                        "default-height", -1, NULL);

  self->desk = g_object_ref (desk);
  self->draft = loket_draft_new_from_record (record);
  self->removes = TRUE;
  loket_office_form_set_words (self, _("Remove"), subject, done);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), FALSE);
  loket_form_dialog_focus_accept (LOKET_FORM_DIALOG (self));
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * loket_office_form_set_words:
 * @title: what the form is for
 * @subject: what it is about
 * @done: what to say when it is done
 */
void
loket_office_form_set_words (LoketOfficeForm *self,
                             const char      *title,
                             const char      *subject,
                             const char      *done)
{
  g_return_if_fail (LOKET_IS_OFFICE_FORM (self));

  loket_form_dialog_set_heading (LOKET_FORM_DIALOG (self), title, subject);
  g_free (self->done);
  self->done = g_strdup (done);
}

static GtkWidget *
create_counsellor_row (LoketOfficeForm *self,
                       guint            field)
{
  const char *chosen_id = loket_draft_get_value (self->draft, field);
  guint n_nobody = may_be_nobody (self, field) ? 1 : 0;
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  if (n_nobody > 0)
    gtk_string_list_append (names, _("Nobody: it waits"));
  for (guint i = 0; i < self->counsellors->len; i++)
    {
      LoketCounsellor *counsellor = self->counsellors->pdata[i];

      gtk_string_list_append (names, loket_counsellor_get_display_name (counsellor));
      if (g_strcmp0 (loket_record_get_id (LOKET_RECORD (counsellor)), chosen_id) == 0)
        selected = i + n_nobody;
    }
  loket_combo_words_fill (ADW_COMBO_ROW (row), names);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
create_entry_row (LoketOfficeForm *self,
                  guint            field)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *value = loket_draft_get_text (self->draft, field);
  LoketDateText typed = { "" };

  if (get_field (self, field)->type == LOKET_FIELD_DATE && *value != '\0')
    typed = loket_date_format_typed (value);
  gtk_editable_set_text (GTK_EDITABLE (row), typed.text[0] != '\0' ? typed.text : value);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_activate_action (row, "text.select-all", NULL);

  return row;
}

/**
 * loket_office_form_add_field:
 * @field: a field of the draft
 * @title: what it is called here
 *
 * Adds a row in which the field can be changed. The first one has the focus.
 */
void
loket_office_form_add_field (LoketOfficeForm *self,
                             guint            field,
                             const char      *title)
{
  gboolean is_counsellor;
  Field added = { .field = field };

  g_return_if_fail (LOKET_IS_OFFICE_FORM (self));

  is_counsellor = get_field (self, field)->type == LOKET_FIELD_REFERENCE;
  added.row = is_counsellor ? create_counsellor_row (self, field) : create_entry_row (self, field);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (added.row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (added.row), title);
  adw_preferences_group_add (self->fields, added.row);
  if (self->rows->len == 0)
    gtk_widget_grab_focus (added.row);
  g_array_append_val (self->rows, added);
  changed_cb (self);
}
