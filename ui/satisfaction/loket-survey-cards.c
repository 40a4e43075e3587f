/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A card for each chart: the words before it belong to it, and the note behind it. */

#include "loketten-config.h"

#include "loket-survey-cards.h"

#include "loket-row-keeper.h"

/* Cards that are being filled; the words and the drawing are borrowed from the report. */
typedef struct
{
  const LoketSurveyCards *cards;
  LoketRowKeeper *keepers[LOKET_SURVEY_CARDS_COLUMNS];
  guint n_columns;
  guint n_shown;
  LoketSurveyCardWords words;
  LoketDrawing *drawing;
} Filling;

/* A card stays in its place, with the focus in its chart, whatever it shows. */
static LoketSurveyCard *
get_card (Filling *filling)
{
  const LoketSurveyCards *cards = filling->cards;
  LoketRowKeeper *keeper = filling->keepers[filling->n_shown % filling->n_columns];
  g_autofree char *place = g_strdup_printf ("%u", filling->n_shown++);
  GtkWidget *widget = loket_row_keeper_keep (keeper, place);

  if (widget == NULL)
    {
      widget = loket_survey_card_new ();
      if (cards->target_activated_cb != NULL)
        g_signal_connect_object (loket_survey_card_get_chart (LOKET_SURVEY_CARD (widget)),
                                 "target-activated", cards->target_activated_cb, cards->object,
                                 G_CONNECT_SWAPPED);
      loket_row_keeper_add (keeper, place, widget);
    }

  return LOKET_SURVEY_CARD (widget);
}

/* What has no chart is no card; the words before it belong to the next one. */
static void
finish_card (Filling *filling)
{
  if (filling->drawing == NULL)
    return;

  loket_survey_card_show (get_card (filling), &filling->words,
                          loket_drawing_ref (filling->drawing),
                          filling->cards->target_activated_cb != NULL);
  filling->words = (LoketSurveyCardWords) { NULL };
  filling->drawing = NULL;
}

static void
add_words (LoketSurveyCardWords   *words,
           const LoketReportBlock *block)
{
  if (block->kind == LOKET_BLOCK_TOPIC)
    words->topic = block->text;
  else if (block->kind == LOKET_BLOCK_SUBHEADING)
    words->finding = block->text;
  else if (block->kind == LOKET_BLOCK_BODY)
    words->lead = block->text;
  else if (block->kind == LOKET_BLOCK_NOTE)
    words->note = block->text;
}

static void
add_blocks (Filling           *filling,
            const LoketReport *report)
{
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const LoketReportBlock *block = loket_report_get_block (report, i);

      /* Only a note comes after its chart. */
      if (block->kind != LOKET_BLOCK_NOTE)
        finish_card (filling);
      if (block->kind == LOKET_BLOCK_CHART)
        filling->drawing = block->drawing;
      else
        add_words (&filling->words, block);
    }
  finish_card (filling);
}

/**
 * loket_survey_cards_show:
 * @report: without a cover
 *
 * Fills the columns anew; cards stay where they are.
 */
void
loket_survey_cards_show (const LoketSurveyCards *self,
                         const LoketReport      *report)
{
  Filling filling = { .cards = self, .n_columns = self->columns[1] != NULL ? 2 : 1 };

  for (guint i = 0; i < filling.n_columns; i++)
    filling.keepers[i] = loket_row_keeper_new (GTK_WIDGET (self->columns[i]));
  add_blocks (&filling, report);
  if (filling.n_shown == 0 && self->nothing != NULL)
    loket_survey_card_show (get_card (&filling), self->nothing, NULL, FALSE);
  for (guint i = 0; i < filling.n_columns; i++)
    loket_row_keeper_focus (GTK_WIDGET (self->columns[i]),
                            loket_row_keeper_finish (filling.keepers[i]));
}
