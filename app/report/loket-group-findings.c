/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Puts differences between groups of clients in words. Persons who work here are no group. */

#include "loketten-config.h"

#include "loket-findings.h"

#include "loket-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* At most so many groups stand in one sentence. */
#define MOST_GROUPS 3

static const GArray *
get_options (const LoketGrouping *by)
{
  if (loket_grouping_get_options (by) == NULL)
    return NULL;

  return by->derived != NULL ? by->derived->groups : by->item->options;
}

static const char *
get_people (const LoketGroupSummary *group,
            const char              *language)
{
  const GArray *options = get_options (&group->by);

  if (options == NULL || group->group == 0 || group->group > options->len)
    return NULL;

  return loket_texts_get (&g_array_index (options, LoketOption, group->group - 1).people, language);
}

static gboolean
has_people (const GArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      if (g_array_index (options, LoketOption, i).people.en != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_findings_add_groups:
 *
 * Asks for the groups that loket_findings_groups() can tell of: those whose options say who chose
 * them.
 */
void
loket_findings_add_groups (LoketRequest *request)
{
  LoketQuestionnaire *questionnaire = request->questionnaire;

  for (guint i = 0; i < loket_questionnaire_get_n_items (questionnaire); i++)
    {
      const LoketItem *item = loket_questionnaire_get_item (questionnaire, i);

      if (item->kind == LOKET_ITEM_SINGLE && has_people (item->options))
        loket_request_add_by (request, item->id, NULL);
    }
  for (guint i = 0; i < loket_questionnaire_get_n_derived (questionnaire); i++)
    {
      const LoketDerived *derived = loket_questionnaire_get_derived (questionnaire, i);

      if (has_people (derived->groups))
        loket_request_add_by (request, derived->id, NULL);
    }
}

/* What is said of one grouping. */
typedef struct
{
  GPtrArray *groups;  /* (owned): of borrowed LoketGroupSummary that differ, in their own order */
  double p;           /* the smallest */
} Topic;

static void
free_topic (gpointer data)
{
  Topic *topic = data;

  g_ptr_array_unref (topic->groups);
  g_free (topic);
}

static int
compare_p (gconstpointer one,
           gconstpointer other)
{
  const Topic *a = *(Topic *const *) one;
  const Topic *b = *(Topic *const *) other;

  return a->p < b->p ? -1 : a->p > b->p;
}

static gboolean
can_be_told (const LoketGroupSummary    *group,
             const LoketQuestionSummary *question,
             const char                 *language)
{
  return !group->hidden && group->n >= question->item->thin
         && group->others.n >= question->item->thin && get_people (group, language) != NULL;
}

static Topic *
create_topic (const LoketQuestionSummary *question,
              const LoketGrouping        *by,
              const char                 *language)
{
  Topic *topic = g_new0 (Topic, 1);

  topic->groups = g_ptr_array_new ();
  topic->p = 1;
  for (guint i = 0; i < question->groups->len; i++)
    {
      LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (!loket_grouping_is_equal (&group->by, by))
        continue;
      if (group->differs == LOKET_CHANGE_NONE || !can_be_told (group, question, language))
        continue;
      g_ptr_array_add (topic->groups, group);
      topic->p = fmin (topic->p, group->p);
    }

  return topic;
}

/* Keeps those that differ most clearly, in their own order. */
static void
drop_weakest (Topic *topic)
{
  while (topic->groups->len > MOST_GROUPS)
    {
      guint weakest = 0;

      for (guint i = 1; i < topic->groups->len; i++)
        {
          const LoketGroupSummary *group = g_ptr_array_index (topic->groups, i);
          const LoketGroupSummary *so_far = g_ptr_array_index (topic->groups, weakest);

          if (group->p > so_far->p)
            weakest = i;
        }
      g_ptr_array_remove_index (topic->groups, weakest);
    }
}

static char *
join_groups (const Topic *topic,
             const char  *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < topic->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (topic->groups, i);
      g_autofree char *mean = loket_figure_mean (&group->grades);

      if (i == 0)
        /* Translators: a group of people in the plural, and the mean grade that they give */
        g_string_append_printf (text, _("%s give %s"), get_people (group, language), mean);
      else
        g_string_append_printf (text, ", %s %s", get_people (group, language), mean);
    }

  return g_string_free (text, FALSE);
}

static char *
say_topic (const Topic *topic,
           const char  *language)
{
  g_autofree char *groups = join_groups (topic, language);
  g_autofree char *first = g_utf8_substring (groups, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  const LoketGroupSummary *group = g_ptr_array_index (topic->groups, 0);
  g_autofree char *others_mean = loket_figure_mean (&group->others);

  if (topic->groups->len > 1)
    return g_strconcat (upper, groups + strlen (first), ".", NULL);

  /* Translators: what one group gives, in two pieces, and the mean grade of all other clients */
  return g_strdup_printf (_("%s%s, all others %s."), upper, groups + strlen (first), others_mean);
}

static char *
say_ground (const Topic *topic)
{
  GString *text = g_string_new (_("Demonstrable; a link, not a cause"));
  const LoketGroupSummary *first = g_ptr_array_index (topic->groups, 0);
  g_autofree char *others = loket_figure_count (first->others.n);

  for (guint i = 0; i < topic->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (topic->groups, i);
      g_autofree char *n = loket_figure_count (group->n);

      g_string_append (text, i == 0 ? " · n " : ", ");
      g_string_append (text, n);
    }
  if (topic->groups->len == 1)
    g_string_append_printf (text, ", %s", others);

  return g_string_free (text, FALSE);
}

/**
 * loket_findings_groups:
 * @language: in which the questionnaire speaks; the words around it are those of the locale
 * @most: no more findings than this
 *
 * Tells which groups of clients give another grade in general than all others, two-sided 5%, one
 * sentence for each grouping of the request, the clearest first. Groups that rest on few
 * answers, or that leave few others, are not told of.
 *
 * Returns: (transfer full) (element-type LoketFinding): may be empty
 */
GPtrArray *
loket_findings_groups (const LoketSummary *summary,
                       const char         *language,
                       guint               most)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_finding_free);
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (free_topic);
  const LoketQuestionSummary *question = NULL;

  for (guint i = 0; i < summary->questions->len && question == NULL; i++)
    {
      const LoketQuestionSummary *candidate = g_ptr_array_index (summary->questions, i);

      if (candidate->item->kind == LOKET_ITEM_GRADE)
        question = candidate;
    }
  if (question == NULL || question->hidden)
    return findings;

  for (guint i = 0; i < summary->request->by->len; i++)
    {
      const LoketGrouping *by = &g_array_index (summary->request->by, LoketGrouping, i);

      if (!loket_grouping_is_person (by) && by->kind != LOKET_GROUPING_FACT)
        g_ptr_array_add (topics, create_topic (question, by, language));
    }
  g_ptr_array_sort (topics, compare_p);
  for (guint i = 0; i < topics->len && findings->len < most; i++)
    {
      Topic *topic = g_ptr_array_index (topics, i);
      LoketFinding *finding;

      if (topic->groups->len == 0)
        break;
      drop_weakest (topic);
      finding = g_new0 (LoketFinding, 1);
      finding->sentence = say_topic (topic, language);
      finding->note = say_ground (topic);
      g_ptr_array_add (findings, finding);
    }

  return findings;
}

static gboolean
has_difference (const LoketQuestionSummary *question,
                const LoketGrouping        *by)
{
  for (guint i = 0; i < question->groups->len; i++)
    {
      const LoketGroupSummary *group = g_ptr_array_index (question->groups, i);

      if (group->differs != LOKET_CHANGE_NONE && loket_grouping_is_equal (&group->by, by))
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_findings_grouping:
 * @question: a grade, which is not hidden
 * @by: a grouping of clients
 *
 * Returns: (transfer full): which groups differ demonstrably from all others, that some do of whom
 *   nothing is told, or that none does
 */
char *
loket_findings_grouping (const LoketQuestionSummary *question,
                         const LoketGrouping        *by,
                         const char                 *language)
{
  Topic *topic = create_topic (question, by, language);
  char *sentence = NULL;

  if (topic->groups->len > 0)
    {
      drop_weakest (topic);
      sentence = say_topic (topic, language);
    }
  else
    /* Translators: what clients are grouped by, such as Age */
    sentence = g_strdup_printf (
        has_difference (question, by) ? _("%s: some differ demonstrably from all others.")
                                      : _("%s: no demonstrable difference."),
        loket_texts_get (by->derived != NULL ? &by->derived->text : &by->item->label, language));
  free_topic (topic);

  return sentence;
}

/**
 * loket_findings_how_to_read:
 * @summary: by groups of clients
 *
 * Returns: (transfer full): how a chart of differences is read, and by which test
 */
char *
loket_findings_how_to_read (const LoketSummary *summary)
{
  g_autofree char *strict = NULL;

  if (summary->request->holm)
    /* Translators: how many comparisons are made on the page */
    strict = g_strdup_printf (_("Welch and Holm over %u comparisons, 5%%"), summary->comparisons);

  /* Translators: by which test a difference is called one */
  return g_strdup_printf (
      _("Filled dot with a word: demonstrably higher or lower than all others (%s). Hollow dot: no "
        "demonstrable difference. Line: 95%% interval, dashed below n 30 (thin). Dashed line: "
        "everybody. A link, not a cause."),
      /* xgettext:no-c-format */
      strict != NULL ? strict : _("Welch, 5%"));
}
