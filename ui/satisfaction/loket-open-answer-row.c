/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Shows an answer as others would see it, and whole in the selected row of who reviews. */

#include "loketten-config.h"

#include "loket-open-answer-row.h"

#include "loket-open-text.h"
#include "loket-preferences.h"
#include "loket-sentences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* None of the words is chosen. */
#define NO_WORD -1

struct _LoketOpenAnswerRow
{
  GtkBox parent_instance;

  GtkLabel *text;
  GtkLabel *about;
  GtkLabel *state;
  GtkWidget *acts;

  LoketOpenAnswer *answer;  /* (nullable) */
  gboolean is_selected;
  gboolean may_review;
  int word;                 /* the word that is chosen, or NO_WORD */
};

G_DEFINE_FINAL_TYPE (LoketOpenAnswerRow, loket_open_answer_row, GTK_TYPE_BOX)

static gboolean
is_opened (LoketOpenAnswerRow *self)
{
  return self->is_selected && self->may_review;
}

static void
insert (PangoAttrList  *list,
        PangoAttribute *attribute,
        const char     *text,
        guint           start,
        guint           end)
{
  attribute->start_index = (guint) (g_utf8_offset_to_pointer (text, (glong) start) - text);
  attribute->end_index = (guint) (g_utf8_offset_to_pointer (text, (glong) end) - text);
  pango_attr_list_insert (list, attribute);
}

/* A bar through which who reviews can read; what may name somebody is underlined. */
static PangoAttrList *
create_attributes (LoketOpenAnswerRow *self)
{
  const char *text = loket_open_answer_get_text (self->answer);
  const GArray *masks = loket_open_answer_get_masks (self->answer);
  const GArray *words = loket_open_answer_get_words (self->answer);
  guint16 paper = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 0x1e1e : 0xffff;
  guint16 ink = paper == 0xffff ? 0x2e2e : 0xf6f5;
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < masks->len; i++)
    {
      const LoketSpan *span = &g_array_index (masks, LoketSpan, i);

      insert (list, pango_attr_background_new (ink, ink, ink), text, span->start, span->end);
      insert (list, pango_attr_foreground_new (paper, paper, paper), text, span->start, span->end);
    }
  for (guint i = 0; i < words->len; i++)
    {
      const LoketOpenWord *word = &g_array_index (words, LoketOpenWord, i);

      if (word->is_hint && !loket_spans_cover (masks, word->start, word->end))
        insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), text, word->start,
                word->end);
      if ((int) i == self->word)
        {
          insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), text, word->start, word->end);
          insert (list, pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE), text, word->start,
                  word->end);
        }
    }

  return list;
}

static void
show_text (LoketOpenAnswerRow *self)
{
  g_autofree char *masked = NULL;
  g_autofree char *quoted = NULL;
  PangoAttrList *attributes;

  if (!is_opened (self))
    {
      masked = loket_open_answer_dup_masked (self->answer);
      /* Translators: the answer that somebody wrote. */
      quoted = g_strdup_printf (_("“%s”"), masked);
      gtk_label_set_attributes (self->text, NULL);
      gtk_label_set_text (self->text, quoted);
      return;
    }

  attributes = create_attributes (self);
  gtk_label_set_text (self->text, loket_open_answer_get_text (self->answer));
  gtk_label_set_attributes (self->text, attributes);
  pango_attr_list_unref (attributes);
}

static const char *
get_theme (LoketOpenAnswer *answer)
{
  int theme = loket_open_answer_get_theme (answer);

  if (theme < 0)
    return NULL;

  return loket_texts_get (
      &loket_item_get_option (loket_open_answer_get_item (answer), (guint) theme)->text,
      loket_preferences_get_language ());
}

static const char *
get_state (LoketOpenAnswerRow *self)
{
  gboolean is_proposed = loket_open_answer_is_proposed (self->answer);

  switch (loket_open_answer_get_state (self->answer))
    {
    case LOKET_REVIEW_SHOWN:
      return is_proposed ? _("changed, not released yet") : _("released");
    case LOKET_REVIEW_WITHHELD:
      return _("not shown");
    case LOKET_REVIEW_NONE:
    default:
      return is_proposed ? _("masks proposed") : _("to be reviewed");
    }
}

/* "Standard advice · A003 · 20 Nov 2026". */
static char *
format_about (LoketOpenAnswerRow *self)
{
  const char *on = loket_open_answer_get_on (self->answer);
  const char *who = loket_open_answer_get_who (self->answer);
  g_autofree char *day = on != NULL && *on != '\0' ? loket_sentences_format_dated (on) : NULL;
  const char *parts[] = { get_theme (self->answer), who, day };
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint i = 0; i < (self->may_review ? G_N_ELEMENTS (parts) : 1); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", parts[i]);
    }

  return g_string_free (g_steal_pointer (&about), FALSE);
}

/* The word that is chosen is not read out by itself. */
static void
say_word (LoketOpenAnswerRow *self)
{
  const GArray *words = loket_open_answer_get_words (self->answer);
  const LoketOpenWord *word;
  g_autofree char *part = NULL;
  g_autofree char *sentence = NULL;

  if (self->word < 0 || (guint) self->word >= words->len)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  word = &g_array_index (words, LoketOpenWord, self->word);
  part = g_utf8_substring (loket_open_answer_get_text (self->answer), (glong) word->start,
                           (glong) word->end);
  sentence = g_strdup_printf (
      loket_spans_cover (loket_open_answer_get_masks (self->answer), word->start, word->end)
        /* Translators: one word of a text. */
        ? _("%s: masked")
        /* Translators: one word of a text. */
        : _("%s: not masked"),
      part);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
}

static void
name_row (LoketOpenAnswerRow *self,
          const char         *about)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *masked = loket_open_answer_dup_masked (self->answer);
  g_auto (GStrv) parts = g_strsplit (masked, LOKET_REVIEW_MASK, -1);
  /* Translators: what is read out in place of words that are masked. */
  g_autofree char *spoken = g_strjoinv (_("(masked)"), parts);
  g_autofree char *label = g_strjoin (", ", spoken, get_state (self),
                                      *about != '\0' ? about : NULL, NULL);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
refresh (LoketOpenAnswerRow *self)
{
  g_autofree char *about = NULL;

  if (self->answer == NULL)
    return;

  about = format_about (self);
  show_text (self);
  say_word (self);
  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about != '\0');
  gtk_label_set_text (self->state, get_state (self));
  gtk_widget_set_visible (GTK_WIDGET (self->state), self->may_review && !self->is_selected);
  gtk_widget_set_visible (self->acts, is_opened (self));
  name_row (self, about);
}

/* The number of the word at a place in the text, or NO_WORD. */
static int
find_word (LoketOpenAnswerRow *self,
           guint               character)
{
  const GArray *words = loket_open_answer_get_words (self->answer);

  for (guint i = 0; i < words->len; i++)
    {
      const LoketOpenWord *word = &g_array_index (words, LoketOpenWord, i);

      if (word->start <= character && character < word->end)
        return (int) i;
    }

  return NO_WORD;
}

static void
text_pressed_cb (LoketOpenAnswerRow *self,
                 int                 n_press,
                 double              x,
                 double              y,
                 GtkGesture         *gesture)
{
  int left, top, index, trailing;
  const char *text;

  if (self->answer == NULL || !is_opened (self))
    return;

  text = loket_open_answer_get_text (self->answer);
  gtk_label_get_layout_offsets (self->text, &left, &top);
  if (!pango_layout_xy_to_index (gtk_label_get_layout (self->text),
                                 (int) (x - left) * PANGO_SCALE, (int) (y - top) * PANGO_SCALE,
                                 &index, &trailing))
    return;

  self->word = find_word (self, (guint) g_utf8_strlen (text, index));
  if (self->word >= 0)
    loket_open_answer_toggle_word (self->answer, (guint) self->word);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
loket_open_answer_row_dispose (GObject *object)
{
  loket_open_answer_row_set_answer (LOKET_OPEN_ANSWER_ROW (object), NULL);

  G_OBJECT_CLASS (loket_open_answer_row_parent_class)->dispose (object);
}

static void
loket_open_answer_row_class_init (LoketOpenAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = loket_open_answer_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-open-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswerRow, text);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswerRow, about);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswerRow, state);
  gtk_widget_class_bind_template_child (widget_class, LoketOpenAnswerRow, acts);
  gtk_widget_class_bind_template_callback (widget_class, text_pressed_cb);
}

static void
loket_open_answer_row_init (LoketOpenAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->word = NO_WORD;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
loket_open_answer_row_new (void)
{
  return g_object_new (LOKET_TYPE_OPEN_ANSWER_ROW, NULL);
}

/**
 * loket_open_answer_row_set_answer:
 * @answer: (nullable): what the row shows
 */
void
loket_open_answer_row_set_answer (LoketOpenAnswerRow *self,
                                  LoketOpenAnswer    *answer)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWER_ROW (self));

  if (self->answer == answer)
    return;
  if (self->answer != NULL)
    g_signal_handlers_disconnect_by_func (self->answer, refresh, self);
  g_set_object (&self->answer, answer);
  self->word = NO_WORD;
  if (answer != NULL)
    g_signal_connect_object (answer, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

/**
 * loket_open_answer_row_set_selected:
 * @is_selected: whether it is the row that keys are about
 * @may_review: whether there is something to decide
 */
void
loket_open_answer_row_set_selected (LoketOpenAnswerRow *self,
                                    gboolean            is_selected,
                                    gboolean            may_review)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWER_ROW (self));

  self->is_selected = is_selected;
  self->may_review = may_review;
  if (!is_selected)
    self->word = NO_WORD;
  refresh (self);
}

/**
 * loket_open_answer_row_move:
 * @by: 1 for the next word, -1 for the one before
 *
 * Chooses another word.
 *
 * Returns: whether there are words
 */
gboolean
loket_open_answer_row_move (LoketOpenAnswerRow *self,
                            int                 by)
{
  int n_words;

  g_return_val_if_fail (LOKET_IS_OPEN_ANSWER_ROW (self), FALSE);

  n_words = (int) loket_open_answer_get_words (self->answer)->len;
  if (n_words == 0 || !is_opened (self))
    return FALSE;

  if (self->word < 0)
    self->word = by > 0 ? 0 : n_words - 1;
  else
    self->word = (self->word + by + n_words) % n_words;
  refresh (self);

  return TRUE;
}

/* Where masking begins: at what may name somebody, else at the first word. */
static int
find_first (LoketOpenAnswerRow *self)
{
  const GArray *words = loket_open_answer_get_words (self->answer);

  for (guint i = 0; i < words->len; i++)
    {
      if (g_array_index (words, LoketOpenWord, i).is_hint)
        return (int) i;
    }

  return words->len > 0 ? 0 : NO_WORD;
}

/**
 * loket_open_answer_row_mask:
 *
 * Masks the word that is chosen, or shows it again; chooses one first when none is.
 */
void
loket_open_answer_row_mask (LoketOpenAnswerRow *self)
{
  g_return_if_fail (LOKET_IS_OPEN_ANSWER_ROW (self));

  if (!is_opened (self))
    return;

  if (self->word >= 0)
    {
      loket_open_answer_toggle_word (self->answer, (guint) self->word);
      return;
    }

  self->word = find_first (self);
  refresh (self);
}
