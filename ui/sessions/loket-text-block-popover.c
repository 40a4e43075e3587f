/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A list that is narrowed down by typing; Enter takes the block that is selected. */

#include "loketten-config.h"

#include "loket-text-block-popover.h"

#include "loket-list-keys.h"
#include "loket-sentences.h"
#include "loket-session-form.h"
#include "loket-text-blocks.h"
#include "loket-text-filling.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LoketTextBlockPopover
{
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  GListStore *blocks;       /* of LoketTextBlock */

  LoketDesk *desk;          /* (nullable) */
  LoketDossier *dossier;    /* (nullable) */
  const LoketForm *form;    /* (nullable), borrowed: the session's */
  char *office;             /* (nullable) */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketTextBlockPopover, loket_text_block_popover, GTK_TYPE_POPOVER)

static const char *
get_name (gpointer block)
{
  return loket_record_get_text (block, LOKET_TEXT_BLOCK_NAME);
}

static gboolean
is_wanted (gpointer block,
           gpointer user_data)
{
  LoketTextBlockPopover *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return g_str_match_string (typed, get_name (block), TRUE) || *typed == '\0';
}

static void
render_stack (LoketTextBlockPopover *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "blocks" : "none");
}

static void
search_changed_cb (LoketTextBlockPopover *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  render_stack (self);
}

/* The next appointment of the form, else the one that is planned. */
static char *
dup_next_appointment (LoketTextBlockPopover *self,
                      const char            *now)
{
  const char *planned = loket_dossier_get_next_session (self->dossier, now);
  LoketDateText date = loket_date_parse_coming (
    loket_form_get_text (self->form, LOKET_SESSION_FORM_NEXT_DATE), now);
  LoketDateText moment = { "" };
  g_autofree char *day = NULL;
  int minutes;

  if (date.text[0] != '\0'
      && loket_time_parse_typed (loket_form_get_text (self->form, LOKET_SESSION_FORM_NEXT_TIME),
                                 &minutes))
    moment = loket_moment_new (date.text, minutes);
  if (moment.text[0] != '\0')
    planned = moment.text;
  if (planned == NULL)
    return NULL;

  day = loket_sentences_format_day (planned);

  /* Translators: a day and a time: "Thursday 4 December, 10:00". */
  return g_strdup_printf (_("%s, %s"), day, planned + LOKET_DATE_LENGTH + 1);
}

static char *
fill (LoketTextBlockPopover *self,
      const char            *text)
{
  LoketDateText now = loket_clock_get_moment (loket_desk_get_clock (self->desk));
  g_autofree char *next = dup_next_appointment (self, now.text);

  return loket_text_filling_fill (text, self->desk, loket_dossier_get_client (self->dossier),
                                  self->office, next);
}

static void
choose (LoketTextBlockPopover *self)
{
  LoketRecord *block = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = NULL;

  if (block == NULL)
    return;

  text = fill (self, loket_record_get_text (block, LOKET_TEXT_BLOCK_TEXT));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, text);
}

static void
row_activated_cb (LoketTextBlockPopover *self,
                  guint                  position)
{
  gtk_single_selection_set_selected (self->selection, position);
  choose (self);
}

/* The cursor stays where one types; up and down go through the list. */
static gboolean
key_pressed_cb (LoketTextBlockPopover *self,
                guint                  keyval)
{
  return loket_list_keys_press (self->list_view, keyval);
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  LoketRecord *block = gtk_list_item_get_item (list_item);

  gtk_label_set_label (GTK_LABEL (label), get_name (block));
  gtk_widget_set_tooltip_text (label, loket_record_get_text (block, LOKET_TEXT_BLOCK_TEXT));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, get_name (block), -1);
}

static void
blocks_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LoketTextBlockPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketTextBlocks) all = loket_desk_load_text_blocks_finish (LOKET_DESK (object),
                                                                        result, &error);

  /* The window may be gone by now. */
  if (self->blocks == NULL)
    return;
  if (all == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-problem", "s", error->message);
      return;
    }

  g_free (self->office);
  self->office = g_steal_pointer (&all->office);
  g_list_store_splice (self->blocks, 0, g_list_model_get_n_items (G_LIST_MODEL (self->blocks)),
                       all->blocks->pdata, all->blocks->len);
  render_stack (self);
}

/* The cursor stands where one types to narrow the list down. */
static void
loket_text_block_popover_map (GtkWidget *widget)
{
  LoketTextBlockPopover *self = LOKET_TEXT_BLOCK_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  loket_desk_load_text_blocks_async (self->desk, NULL, blocks_loaded_cb, g_object_ref (self));
  GTK_WIDGET_CLASS (loket_text_block_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
loket_text_block_popover_dispose (GObject *object)
{
  LoketTextBlockPopover *self = LOKET_TEXT_BLOCK_POPOVER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LOKET_TYPE_TEXT_BLOCK_POPOVER);
  g_clear_object (&self->selection);
  g_clear_object (&self->blocks);
  g_clear_object (&self->dossier);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_text_block_popover_parent_class)->dispose (object);
}

static void
loket_text_block_popover_finalize (GObject *object)
{
  LoketTextBlockPopover *self = LOKET_TEXT_BLOCK_POPOVER (object);

  g_free (self->office);

  G_OBJECT_CLASS (loket_text_block_popover_parent_class)->finalize (object);
}

static void
loket_text_block_popover_class_init (LoketTextBlockPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = loket_text_block_popover_dispose;
  object_class->finalize = loket_text_block_popover_finalize;
  widget_class->map = loket_text_block_popover_map;

  /**
   * LoketTextBlockPopover::chosen:
   * @text: the text of a block, filled in
   *
   * A person chose a text block.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/loketten/Loketten/loket-text-block-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlockPopover, search);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlockPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, LoketTextBlockPopover, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
loket_text_block_popover_init (LoketTextBlockPopover *self)
{
  GtkFilterListModel *wanted;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->blocks = g_list_store_new (LOKET_TYPE_TEXT_BLOCK);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  wanted = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->blocks)),
                                      GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (wanted));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * loket_text_block_popover_set_form:
 * @form: (transfer none): the session in which the text will stand; outlives us, or is replaced
 * @dossier: of the client for whom the text is
 */
void
loket_text_block_popover_set_form (LoketTextBlockPopover *self,
                                   const LoketForm       *form,
                                   LoketDossier          *dossier,
                                   LoketDesk             *desk)
{
  g_return_if_fail (LOKET_IS_TEXT_BLOCK_POPOVER (self));

  self->form = form;
  g_set_object (&self->dossier, dossier);
  g_set_object (&self->desk, desk);
}
