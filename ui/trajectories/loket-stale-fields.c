/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row for each field with its value, where it comes from, and a mark that it still holds. */

#include "loketten-config.h"

#include "loket-stale-fields.h"

#include "loket-code-choice.h"
#include "loket-confirmed.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>

/* One field that is asked after. */
typedef struct
{
  guint field;
  GtkWidget *row;           /* borrowed */
  GtkCheckButton *holds;    /* borrowed */
  LoketCodeChoice *choice;  /* (nullable): of a code */
} Asked;

struct _LoketStaleFields
{
  AdwBin parent_instance;

  GtkListBox *list;
  GArray *asked;      /* Asked */
  LoketDraft *client; /* borrowed: the form's */
  gboolean is_rendering;
};

G_DEFINE_FINAL_TYPE (LoketStaleFields, loket_stale_fields, ADW_TYPE_BIN)

static void
clear_asked (gpointer asked)
{
  g_clear_object (&((Asked *) asked)->choice);
}

static Asked *
get_asked (LoketStaleFields *self,
           guint             i)
{
  return &g_array_index (self->asked, Asked, i);
}

/* What is corrected was asked after as well. */
static void
row_changed_cb (LoketStaleFields *self,
                GParamSpec       *pspec,
                GtkWidget        *row)
{
  for (guint i = 0; !self->is_rendering && i < self->asked->len; i++)
    {
      Asked *asked = get_asked (self, i);

      if (asked->row != row)
        continue;
      loket_draft_set_value (self->client, asked->field,
                             asked->choice != NULL
                               ? loket_code_choice_get_code (asked->choice)
                               : gtk_editable_get_text (GTK_EDITABLE (row)));
      gtk_check_button_set_active (asked->holds, TRUE);
    }
}

static void
entry_changed_cb (LoketStaleFields *self,
                  GtkWidget        *row)
{
  row_changed_cb (self, NULL, row);
}

static void
entry_activated_cb (LoketStaleFields *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.accept", NULL);
}

static GtkWidget *
create_code_row (LoketStaleFields *self,
                 LoketCodes       *codes,
                 Asked            *asked)
{
  GtkWidget *row = adw_combo_row_new ();

  /* Below the title there is room for all of the value. */
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  asked->choice = loket_code_choice_new (ADW_COMBO_ROW (row), codes,
                                         loket_client_kind.fields[asked->field].list,
                                         _("Not known"),
                                         loket_draft_get_value (self->client, asked->field));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (row_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (asked->holds));

  return row;
}

static GtkWidget *
create_text_row (LoketStaleFields *self,
                 Asked            *asked)
{
  GtkWidget *row = adw_entry_row_new ();

  gtk_editable_set_text (GTK_EDITABLE (row), loket_draft_get_text (self->client, asked->field));
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), GTK_WIDGET (asked->holds));

  return row;
}

static void
add_field (LoketStaleFields *self,
           LoketCodes       *codes,
           guint             field)
{
  const char *title = loket_kind_get_field_title (&loket_client_kind, field);
  LoketClient *client = LOKET_CLIENT (loket_draft_get_record (self->client));
  g_autofree char *source = loket_stale_fields_format_source (client, field, codes);
  /* Translators: the name of a field, and where its value comes from. */
  g_autofree char *whole = g_strdup_printf (_("%s, %s"), title, source);
  /* Translators: the name of a field, whose value the client confirms. */
  g_autofree char *holds = g_strdup_printf (_("%s is right"), title);
  Asked asked = { .field = field };

  asked.holds = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_check_button_set_active (asked.holds, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (asked.holds), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (asked.holds), holds);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asked.holds), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  holds, -1);
  if (loket_client_kind.fields[field].type == LOKET_FIELD_CODE)
    asked.row = create_code_row (self, codes, &asked);
  else
    asked.row = create_text_row (self, &asked);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (asked.row), whole);
  gtk_list_box_append (self->list, asked.row);
  g_array_append_val (self->asked, asked);
}

static void
loket_stale_fields_dispose (GObject *object)
{
  LoketStaleFields *self = LOKET_STALE_FIELDS (object);

  self->is_rendering = TRUE;
  g_array_set_size (self->asked, 0);

  G_OBJECT_CLASS (loket_stale_fields_parent_class)->dispose (object);
}

static void
loket_stale_fields_finalize (GObject *object)
{
  g_array_unref (LOKET_STALE_FIELDS (object)->asked);

  G_OBJECT_CLASS (loket_stale_fields_parent_class)->finalize (object);
}

static void
loket_stale_fields_class_init (LoketStaleFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = loket_stale_fields_dispose;
  object_class->finalize = loket_stale_fields_finalize;
}

static void
loket_stale_fields_init (LoketStaleFields *self)
{
  self->asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  g_array_set_clear_func (self->asked, clear_asked);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("To be asked once more"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * loket_stale_fields_show:
 * @client: a draft that changes a client; it must outlive the rows, which change it
 * @fields: (element-type guint): the fields to ask after; called once
 */
void
loket_stale_fields_show (LoketStaleFields *self,
                         LoketDesk        *desk,
                         LoketDraft       *client,
                         GArray           *fields)
{
  g_return_if_fail (LOKET_IS_STALE_FIELDS (self));

  self->client = client;
  self->is_rendering = TRUE;
  for (guint i = 0; i < fields->len; i++)
    add_field (self, loket_desk_get_codes (desk), g_array_index (fields, guint, i));
  self->is_rendering = FALSE;
}

/**
 * loket_stale_fields_dup_confirmed:
 *
 * Returns: (transfer full) (element-type guint): the fields that are marked as right
 */
GArray *
loket_stale_fields_dup_confirmed (LoketStaleFields *self)
{
  GArray *confirmed = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (LOKET_IS_STALE_FIELDS (self), confirmed);

  for (guint i = 0; i < self->asked->len; i++)
    {
      if (gtk_check_button_get_active (get_asked (self, i)->holds))
        g_array_append_val (confirmed, get_asked (self, i)->field);
    }

  return confirmed;
}

/**
 * loket_stale_fields_get_row:
 *
 * Returns: (transfer none) (nullable): the row of a field
 */
GtkWidget *
loket_stale_fields_get_row (LoketStaleFields *self,
                            guint             field)
{
  g_return_val_if_fail (LOKET_IS_STALE_FIELDS (self), NULL);

  for (guint i = 0; i < self->asked->len; i++)
    {
      if (get_asked (self, i)->field == field)
        return get_asked (self, i)->row;
    }

  return NULL;
}

/**
 * loket_stale_fields_format_source:
 *
 * Returns: (transfer full): where the value of a field comes from: "sign-up, Mon 2 Sep 2024"
 */
char *
loket_stale_fields_format_source (LoketClient *client,
                                  guint        field,
                                  LoketCodes  *codes)
{
  LoketConfirmation confirmation = loket_confirmed_get (LOKET_RECORD (client), field);
  const char *label = loket_codes_get_label (codes, "intake_source", confirmation.source);
  g_autofree char *source = g_utf8_strdown (label, -1);
  g_autofree char *day = NULL;

  if (confirmation.on.text[0] == '\0')
    /* Translators: where a fact about a client comes from: "import", "sign-up". */
    return g_strdup_printf (_("from %s, never confirmed"), source);

  day = loket_sentences_format_full_day (confirmation.on.text);

  /* Translators: where a fact about a client comes from, and the day: "from sign-up, Mon 2 Sep". */
  return g_strdup_printf (_("from %s, %s"), source, day);
}
