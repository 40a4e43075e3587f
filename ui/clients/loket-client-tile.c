/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Renders the line about a client, as soon as it is there. */

#include "loketten-config.h"

#include "loket-client-tile.h"

#include "loket-client-line.h"
#include "loket-date.h"
#include "loket-sentences.h"
#include "loket-stage-names.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketClientTile
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *who;
  GtkLabel *found;
  GtkBox *progress;
  GtkLabel *stage;
  GtkImage *late_icon;
  GtkLabel *next;

  LoketClientItem *item; /* (nullable) */
  gulong changed_id;
  LoketRules *rules;  /* (nullable) */
  char today[LOKET_DATE_LENGTH + 1];
};

G_DEFINE_FINAL_TYPE (LoketClientTile, loket_client_tile, ADW_TYPE_BIN)

static const char *
get_stage_name (const LoketClientRow *row)
{
  const LoketStageFacts facts = {
    .answered = row->first_response_on != NULL,
    .n_sessions = (guint) row->n_sessions,
    .n_assessments = (guint) row->n_assessments,
    .n_assessments_open = (guint) row->n_assessments,
    .closed = row->closed_on != NULL,
    .wants_aftercare = row->closed_on != NULL && row->next_due != NULL,
    .n_aftercare_open = row->next_due != NULL ? 1 : 0,
  };

  if (row->opened_on == NULL)
    return _("No trajectory");

  return loket_stage_names_get (loket_stage_get_current (&facts));
}

/* What comes first: a contact or promise that is due, or the next appointment. */
static const char *
get_next_date (const LoketClientRow *row)
{
  if (row->next_session == NULL)
    return row->next_due;
  if (row->next_due == NULL)
    return row->next_session;

  return strcmp (row->next_due, row->next_session) < 0 ? row->next_due : row->next_session;
}

static void
render_next (LoketClientTile *self,
             const char      *date)
{
  g_autofree char *text = NULL;
  gboolean is_late = FALSE;

  if (date != NULL)
    text = loket_sentences_format_due (date, self->rules, self->today, &is_late);

  gtk_label_set_label (self->next, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->late_icon), is_late);
  if (is_late)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->next), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->next), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->next), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->next), "dim-label");
    }
}

/* What tells namesakes apart, and a telephone number of which a part was typed. */
static void
render_who (LoketClientTile      *self,
            const LoketClientRow *row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (row != NULL && row->is_hit)
    {
      if (row->birth_date != NULL)
        loket_client_line_append (line, loket_date_format_typed (row->birth_date).text);
      loket_client_line_append (line, row->city);
      loket_client_line_append (line, row->client_no);
      if (row->is_phone_hit)
        loket_client_line_append (line, row->phone);
    }

  gtk_label_set_label (self->who, line->str);
  gtk_widget_set_visible (GTK_WIDGET (self->who), line->len > 0);
}

static void
make_bold (PangoAttrList *attributes,
           gsize          start,
           gsize          end)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint) start;
  bold->end_index = (guint) end;
  pango_attr_list_insert (attributes, bold);
}

/* Where the words stand: the kind of record and its day, and the text around them. */
static void
render_found (LoketClientTile      *self,
              const LoketClientRow *row)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *day = NULL;
  g_autofree char *start = NULL;
  g_autofree char *text = NULL;

  if (row != NULL && row->note != NULL)
    {
      day = loket_sentences_format_dated (row->note->moment);
      /* Translators: where a search found a client: "Session, 11 Nov 2025: ". */
      start = g_strdup_printf (_("%s, %s: "), loket_kind_get_title (row->note->kind), day);
      text = g_strconcat (start, row->excerpt->text, NULL);
      for (guint i = 0; i < row->excerpt->hits->len; i++)
        {
          const LoketExcerptHit *hit = &g_array_index (row->excerpt->hits, LoketExcerptHit, i);

          make_bold (attributes, strlen (start) + hit->start, strlen (start) + hit->end);
        }
    }

  gtk_label_set_label (self->found, text != NULL ? text : "");
  gtk_label_set_attributes (self->found, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->found), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), text == NULL);
}

static void
add_part (GString  *parts,
          GtkLabel *label)
{
  const char *text = gtk_label_get_label (label);

  if (gtk_widget_get_visible (gtk_widget_get_parent (GTK_WIDGET (label))) && *text != '\0')
    g_string_append_printf (parts, ", %s", text);
}

static void
render (LoketClientTile *self)
{
  const LoketClientRow *row = self->item != NULL ? loket_client_item_get_row (self->item) : NULL;
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *name = row != NULL && row->name != NULL ? row->name : "";
  g_autoptr (GString) label = g_string_new (name);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->stage, row != NULL && row->id != NULL ? get_stage_name (row) : "");
  render_next (self, row != NULL ? get_next_date (row) : NULL);
  render_who (self, row);
  render_found (self, row);

  /* Rows of a list have no name of their own. */
  add_part (label, self->who);
  add_part (label, self->found);
  add_part (label, self->stage);
  add_part (label, self->next);
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label->str, -1);
}

static void
loket_client_tile_dispose (GObject *object)
{
  LoketClientTile *self = LOKET_CLIENT_TILE (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->rules, loket_rules_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_CLIENT_TILE);

  G_OBJECT_CLASS (loket_client_tile_parent_class)->dispose (object);
}

static void
loket_client_tile_class_init (LoketClientTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_client_tile_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/loketten/Loketten/loket-client-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, avatar);
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, name);
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, who);
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, found);
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, progress);
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, stage);
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, late_icon);
  gtk_widget_class_bind_template_child (widget_class, LoketClientTile, next);
}

static void
loket_client_tile_init (LoketClientTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
loket_client_tile_new (void)
{
  return g_object_new (LOKET_TYPE_CLIENT_TILE, NULL);
}

/**
 * loket_client_tile_set_item:
 * @item: (nullable): the client to show and to follow
 * @rules: (nullable): what the office agreed on
 * @today: YYYY-MM-DD
 */
void
loket_client_tile_set_item (LoketClientTile *self,
                            LoketClientItem *item,
                            LoketRules      *rules,
                            const char      *today)
{
  g_return_if_fail (LOKET_IS_CLIENT_TILE (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);

  g_set_object (&self->item, item);
  g_clear_pointer (&self->rules, loket_rules_unref);
  self->rules = rules != NULL ? loket_rules_ref (rules) : NULL;
  g_strlcpy (self->today, today, sizeof self->today);
  if (item != NULL)
    {
      self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (render), self);
      render (self);
    }
}
