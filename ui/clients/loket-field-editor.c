/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes the row that fits the type of the field; what is typed goes to the draft at once. */

#include "loketten-config.h"

#include "loket-field-editor.h"

#include "loket-code-chips.h"
#include "loket-combo-words.h"
#include "loket-date.h"
#include "loket-item-set.h"

#include <glib/gi18n.h>
#include <string.h>

#define TEXT_HEIGHT 96

struct _LoketFieldEditor
{
  GObject parent_instance;

  LoketDraft *draft;        /* borrowed: the form's */
  guint field;
  LoketCodes *codes;
  LoketDateText today;
  gboolean is_coming;       /* a date without its year is the next one, not the last */
  GtkWidget *row;
  GtkWidget *input;         /* borrowed: within the row, takes the focus */
  GPtrArray *offered;       /* (nullable): the codes of a combo row, borrowed from the list */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketFieldEditor, loket_field_editor, G_TYPE_OBJECT)

static const LoketField *
get_facts (LoketFieldEditor *self)
{
  return &loket_draft_get_kind (self->draft)->fields[self->field];
}

static const char *
get_title (LoketFieldEditor *self)
{
  return loket_kind_get_field_title (loket_draft_get_kind (self->draft), self->field);
}

static void
set_value (LoketFieldEditor *self,
           const char       *value)
{
  loket_draft_set_value (self->draft, self->field, value);
  g_signal_emit (self, signals[CHANGED], 0);
}

static LoketDateText
read_date (LoketFieldEditor *self,
           const char       *text)
{
  return self->is_coming ? loket_date_parse_coming (text, self->today.text)
                         : loket_date_parse_past (text, self->today.text);
}

/* What is not a date stays as it was typed: then the rules of the record name the field. */
static void
set_typed (LoketFieldEditor *self,
           const char       *text)
{
  LoketFieldType type = get_facts (self)->type;
  LoketDateText date = { "" };
  int minutes;

  if (type == LOKET_FIELD_DATE)
    date = read_date (self, text);
  if (type == LOKET_FIELD_MOMENT)
    {
      const char *space = strrchr (text, ' ');
      g_autofree char *day = g_strndup (text, space != NULL ? (gsize) (space - text) : 0);

      date = read_date (self, g_strchomp (day));
      if (date.text[0] != '\0' && loket_time_parse_typed (space + 1, &minutes))
        date = loket_moment_new (date.text, minutes);
      else
        date.text[0] = '\0';
    }

  set_value (self, date.text[0] != '\0' ? date.text : text);
}

static char *
dup_shown_text (LoketFieldEditor *self)
{
  const char *value = loket_draft_get_text (self->draft, self->field);
  LoketDateText date;

  if (get_facts (self)->type == LOKET_FIELD_DATE && loket_date_is_valid (value))
    return g_strdup (loket_date_format_typed (value).text);
  if (get_facts (self)->type != LOKET_FIELD_MOMENT || !loket_moment_is_valid (value))
    return g_strdup (value);

  date = loket_date_add_days (value, 0);

  return g_strdup_printf ("%s %s", loket_date_format_typed (date.text).text,
                          value + LOKET_DATE_LENGTH + 1);
}

static void
entry_changed_cb (LoketFieldEditor *self,
                  GtkEditable      *editable)
{
  set_typed (self, gtk_editable_get_text (editable));
}

static void
create_entry (LoketFieldEditor *self)
{
  g_autofree char *text = dup_shown_text (self);

  self->row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), get_title (self));
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->input = self->row;
}

static void
combo_selected_cb (LoketFieldEditor *self,
                   GParamSpec       *pspec,
                   AdwComboRow      *row)
{
  guint selected = adw_combo_row_get_selected (row);
  const LoketCode *code = NULL;

  if (selected > 0 && selected <= self->offered->len)
    code = self->offered->pdata[selected - 1];
  set_value (self, code != NULL ? code->code : NULL);
}

/* Nothing, then the list without what is retired. */
static void
create_combo (LoketFieldEditor *self)
{
  GPtrArray *list = loket_codes_get_list (self->codes, get_facts (self)->list);
  const char *current = loket_draft_get_text (self->draft, self->field);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  self->offered = g_ptr_array_new ();
  gtk_string_list_append (labels, _("Not known"));
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      LoketCode *code = list->pdata[i];

      if (code->retired && !g_str_equal (code->code, current))
        continue;
      g_ptr_array_add (self->offered, code);
      gtk_string_list_append (labels, code->label);
      if (g_str_equal (code->code, current))
        selected = self->offered->len;
    }

  self->row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), get_title (self));
  loket_combo_words_fill (ADW_COMBO_ROW (self->row), labels);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), selected);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (combo_selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->input = self->row;
}

/* A row with a heading and something larger under it. */
static void
create_large (LoketFieldEditor *self,
              GtkWidget        *content,
              GtkWidget        *input)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (get_title (self));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (box, "large-field");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), content);

  self->row = gtk_list_box_row_new ();
  gtk_widget_set_focusable (self->row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (self), -1);
  self->input = input;
}

static void
chip_toggled_cb (LoketFieldEditor *self,
                 const char       *code,
                 gboolean          is_chosen)
{
  const char *chosen = loket_draft_get_text (self->draft, self->field);
  g_autofree char *text = loket_item_set_put (chosen, code, is_chosen);

  set_value (self, text != NULL ? text : "");
}

static void
create_chips (LoketFieldEditor *self)
{
  GtkWidget *chips = g_object_new (LOKET_TYPE_CODE_CHIPS, NULL);

  loket_code_chips_set_list (LOKET_CODE_CHIPS (chips), self->codes, get_facts (self)->list, FALSE);
  loket_code_chips_set_chosen (LOKET_CODE_CHIPS (chips),
                               loket_draft_get_text (self->draft, self->field));
  g_signal_connect_object (chips, "toggled", G_CALLBACK (chip_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  create_large (self, chips, chips);
}

static void
buffer_changed_cb (LoketFieldEditor *self,
                   GtkTextBuffer    *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  set_value (self, text);
}

static void
create_text (LoketFieldEditor *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_text (buffer, loket_draft_get_text (self->draft, self->field), -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 3 * TEXT_HEIGHT);
  gtk_widget_add_css_class (scroller, "note");
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  create_large (self, scroller, view);
}

static void
loket_field_editor_dispose (GObject *object)
{
  LoketFieldEditor *self = LOKET_FIELD_EDITOR (object);

  g_clear_object (&self->row);
  g_clear_object (&self->codes);
  g_clear_pointer (&self->offered, g_ptr_array_unref);

  G_OBJECT_CLASS (loket_field_editor_parent_class)->dispose (object);
}

static void
loket_field_editor_class_init (LoketFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_field_editor_dispose;

  /**
   * LoketFieldEditor::changed:
   *
   * A person changed what stands in the field.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
loket_field_editor_init (LoketFieldEditor *self)
{
}

/**
 * loket_field_editor_new:
 * @draft: (transfer none): a draft, which must outlive the editor
 * @field: one of its fields
 * @codes: the office's lists
 * @today: YYYY-MM-DD; a date that lies after it may be typed without its year, and so may one that
 *   lies before it
 *
 * Returns: (transfer full): an editor
 */
LoketFieldEditor *
loket_field_editor_new (LoketDraft *draft,
                        guint       field,
                        LoketCodes *codes,
                        const char *today)
{
  LoketFieldEditor *self = g_object_new (LOKET_TYPE_FIELD_EDITOR, NULL);
  LoketFieldType type;

  self->draft = draft;
  self->field = field;
  self->codes = g_object_ref (codes);
  g_strlcpy (self->today.text, today, sizeof self->today.text);

  /* Of a moment only the day counts: what is later today is not of another year. */
  self->is_coming = strncmp (loket_draft_get_text (draft, field), today, LOKET_DATE_LENGTH) > 0;

  type = get_facts (self)->type;
  if (type == LOKET_FIELD_CODE)
    create_combo (self);
  else if (type == LOKET_FIELD_CODES)
    create_chips (self);
  else if (type == LOKET_FIELD_TEXT)
    create_text (self);
  else
    create_entry (self);
  g_object_ref_sink (self->row);

  return self;
}

/**
 * loket_field_editor_get_row:
 *
 * Returns: (transfer none): the row, for a list box
 */
GtkWidget *
loket_field_editor_get_row (LoketFieldEditor *self)
{
  g_return_val_if_fail (LOKET_IS_FIELD_EDITOR (self), NULL);

  return self->row;
}

LoketDraft *
loket_field_editor_get_draft (LoketFieldEditor *self)
{
  g_return_val_if_fail (LOKET_IS_FIELD_EDITOR (self), NULL);

  return self->draft;
}

guint
loket_field_editor_get_field (LoketFieldEditor *self)
{
  g_return_val_if_fail (LOKET_IS_FIELD_EDITOR (self), 0);

  return self->field;
}

/**
 * loket_field_editor_set_wrong:
 * @is_wrong: whether what stands there breaks a rule
 */
void
loket_field_editor_set_wrong (LoketFieldEditor *self,
                              gboolean          is_wrong)
{
  g_return_if_fail (LOKET_IS_FIELD_EDITOR (self));

  if (is_wrong)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
}

/**
 * loket_field_editor_focus:
 *
 * Puts the cursor in the field.
 */
void
loket_field_editor_focus (LoketFieldEditor *self)
{
  g_return_if_fail (LOKET_IS_FIELD_EDITOR (self));

  gtk_widget_grab_focus (self->input);
}
