/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The same words and charts as in the report, which are put on cards. */

#include "loketten-config.h"

#include "loket-survey-questions.h"

#include "loket-preferences.h"
#include "loket-report.h"
#include "loket-row-keeper.h"
#include "loket-survey-card.h"

#include <glib/gi18n.h>

struct _LoketSurveyQuestions
{
  AdwBin parent_instance;

  GtkBox *cards;
};

static void loket_survey_questions_iface_init (LoketSurveyViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LoketSurveyQuestions, loket_survey_questions, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LOKET_TYPE_SURVEY_VIEW,
                                                      loket_survey_questions_iface_init))

/* A card that is being filled; everything is borrowed from the report. */
typedef struct
{
  LoketRowKeeper *cards;
  guint n_shown;
  LoketSurveyCardWords words;
  LoketDrawing *drawing;
} Card;

static void
target_activated_cb (LoketSurveyQuestions *self,
                     const char           *by,
                     const char           *value)
{
  loket_survey_view_choose (LOKET_SURVEY_VIEW (self), by, value);
}

/* A card stays in its place, with the focus in its chart, whatever it shows. */
static LoketSurveyCard *
get_card (LoketSurveyQuestions *self,
          Card                 *card)
{
  g_autofree char *place = g_strdup_printf ("%u", card->n_shown++);
  GtkWidget *widget = loket_row_keeper_keep (card->cards, place);

  if (widget == NULL)
    {
      widget = loket_survey_card_new ();
      g_signal_connect_object (loket_survey_card_get_chart (LOKET_SURVEY_CARD (widget)),
                               "target-activated", G_CALLBACK (target_activated_cb), self,
                               G_CONNECT_SWAPPED);
      loket_row_keeper_add (card->cards, place, widget);
    }

  return LOKET_SURVEY_CARD (widget);
}

/* What has no chart is no card; the words before it belong to the next one. */
static void
finish_card (LoketSurveyQuestions *self,
             Card                 *card)
{
  if (card->drawing == NULL)
    return;

  loket_survey_card_show (get_card (self, card), &card->words, loket_drawing_ref (card->drawing),
                          TRUE);
  card->words = (LoketSurveyCardWords) { NULL };
  card->drawing = NULL;
}

static void
add_words (Card                   *card,
           const LoketReportBlock *block)
{
  if (block->kind == LOKET_BLOCK_TOPIC)
    card->words.topic = block->text;
  else if (block->kind == LOKET_BLOCK_SUBHEADING)
    card->words.finding = block->text;
  else if (block->kind == LOKET_BLOCK_BODY)
    card->words.lead = block->text;
  else if (block->kind == LOKET_BLOCK_NOTE)
    card->words.note = block->text;
}

static void
show_nothing (LoketSurveyQuestions *self,
              Card                 *card)
{
  const LoketSurveyCardWords words = {
    .finding = _("Too few answers to show"),
    .lead = _("A question is shown when at least five persons answered it."),
  };

  loket_survey_card_show (get_card (self, card), &words, NULL, FALSE);
}

static void
show_report (LoketSurveyQuestions *self,
             const LoketReport    *report)
{
  Card card = { .cards = loket_row_keeper_new (GTK_WIDGET (self->cards)) };

  for (guint i = 0; i < report->blocks->len; i++)
    {
      const LoketReportBlock *block = loket_report_get_block (report, i);

      /* Only a note comes after its chart. */
      if (block->kind != LOKET_BLOCK_NOTE)
        finish_card (self, &card);
      if (block->kind == LOKET_BLOCK_CHART)
        card.drawing = block->drawing;
      else
        add_words (&card, block);
    }
  finish_card (self, &card);
  if (card.n_shown == 0)
    show_nothing (self, &card);
  loket_row_keeper_focus (GTK_WIDGET (self->cards), loket_row_keeper_finish (card.cards));
}

static void
loket_survey_questions_show (LoketSurveyView    *view,
                             const LoketSummary *summary)
{
  LoketSurveyQuestions *self = LOKET_SURVEY_QUESTIONS (view);
  const LoketReportFacts facts = { .language = loket_preferences_get_language () };
  g_autoptr (LoketReport) report = loket_report_new_questions (summary, &facts);

  show_report (self, report);
}

static void
loket_survey_questions_iface_init (LoketSurveyViewInterface *iface)
{
  iface->show = loket_survey_questions_show;
}

static void
loket_survey_questions_class_init (LoketSurveyQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/loketten/Loketten/loket-survey-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, LoketSurveyQuestions, cards);
}

static void
loket_survey_questions_init (LoketSurveyQuestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
