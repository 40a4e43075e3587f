/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Counts what is there. */

#include "loketten-config.h"

#include "loket-open-answer-words.h"

#include "loket-figures.h"

#include <glib/gi18n.h>

/**
 * loket_open_answer_words_format_head:
 * @may_review: whether who reads it decides what is shown
 *
 * Returns: (transfer full): how many answers there are, and what came of them
 */
char *
loket_open_answer_words_format_head (const LoketOpenQuestion *question,
                                     gboolean                 may_review)
{
  g_autofree char *n = loket_figure_count (question->n_answered);
  g_autofree char *reviewed = loket_figure_count (question->n_reviewed);
  g_autofree char *shown = loket_figure_count (question->n_shown);
  g_autofree char *left = loket_figure_count (question->n_answered - question->n_reviewed);

  if (!may_review && question->is_hidden)
    return g_strdup ("");
  if (!may_review)
    /* Translators: how many answers may be read, and how many there are. */
    return g_strdup_printf (ngettext ("%s of %s answer released", "%s of %s answers released",
                                      question->n_answered), shown, n);
  if (question->n_reviewed == question->n_answered)
    /* Translators: how many answers there are, and how many of them may be read. */
    return g_strdup_printf (_("All %s reviewed, %s released"), n, shown);

  /* Translators: how many were reviewed, how many there are, how many are left. */
  return g_strdup_printf (_("%s of %s reviewed, %s to go"), reviewed, n, left);
}

/* How much there is to do, or to read. */
static guint
weigh (const LoketOpenQuestion *question,
       gboolean                 may_review)
{
  guint n = may_review ? question->n_answered - question->n_reviewed : question->n_shown;

  return n > 0 ? n + 1 : question->n_answered > 0;
}

/**
 * loket_open_answer_words_find_first:
 *
 * Returns: the number of the question that has most to be reviewed, or to be read
 */
guint
loket_open_answer_words_find_first (const LoketOpenAnswers *answers)
{
  guint best = 0;

  for (guint i = 1; i < answers->questions->len; i++)
    {
      if (weigh (answers->questions->pdata[i], answers->may_review)
          > weigh (answers->questions->pdata[best], answers->may_review))
        best = i;
    }

  return best;
}
