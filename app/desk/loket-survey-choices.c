/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Collects what occurs in the responses of a survey. */

#include "loket-survey-choices.h"

#include "loket-disclosure.h"
#include "loket-period.h"

/* Years are counted from here; months fit into 16 bits. */
#define N_YEARS (G_MAXUINT16 / 12 + 1)

static GArray *
list_years (LoketFrame     *frame,
            const gboolean *in_scope)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (LoketSurveyYear));
  g_autofree guint *n = g_new0 (guint, N_YEARS);
  const guint16 *months = loket_frame_get_months (frame);
  const guint16 *offices = loket_frame_get_offices (frame);

  for (gsize i = 0; i < loket_frame_get_n_rows (frame); i++)
    n[months[i] / 12] += in_scope[offices[i]] ? 1 : 0;
  for (int year = N_YEARS - 1; year > 0; year--)
    {
      const LoketSurveyYear found = { year, n[year] };

      if (found.n > 0)
        g_array_append_val (years, found);
    }

  return years;
}

/* Names of which @occurs, sorted. */
static GPtrArray *
list_names (const LoketNames *names,
            const gboolean   *occurs)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) order = loket_names_sort (names);

  for (guint i = 0; i < order->len; i++)
    {
      guint number = g_array_index (order, guint, i);

      if (number > 0 && occurs[number])
        g_ptr_array_add (list, g_strdup (loket_names_get (names, number)));
    }

  return list;
}

/**
 * loket_survey_choices_new:
 * @frame: the responses
 * @office: (nullable): the office whose years and counsellors are wanted; NULL: the years of all
 *   offices, and no counsellors
 *
 * Counsellors stand in the order of their codes: persons are never ranked.
 *
 * Returns: (transfer full): what occurs in the responses
 */
LoketSurveyChoices *
loket_survey_choices_new (LoketFrame *frame,
                          const char *office)
{
  LoketSurveyChoices *choices = g_new0 (LoketSurveyChoices, 1);
  const LoketNames *office_names = loket_frame_get_office_names (frame);
  const LoketNames *counsellor_names = loket_frame_get_counsellor_names (frame);
  guint n_offices = loket_names_get_size (office_names);
  g_autofree gboolean *has_office = g_new0 (gboolean, n_offices);
  g_autofree gboolean *in_scope = g_new0 (gboolean, n_offices);
  g_autofree gboolean *has_counsellor =
      g_new0 (gboolean, loket_names_get_size (counsellor_names));
  const guint16 *offices = loket_frame_get_offices (frame);
  const guint16 *counsellors = loket_frame_get_counsellors (frame);

  for (guint i = 0; i < n_offices; i++)
    in_scope[i] = office == NULL || g_str_equal (loket_names_get (office_names, i), office);
  for (gsize i = 0; i < loket_frame_get_n_rows (frame); i++)
    {
      has_office[offices[i]] = TRUE;
      has_counsellor[counsellors[i]] |= office != NULL && in_scope[offices[i]];
    }

  choices->years = list_years (frame, in_scope);
  choices->offices = list_names (office_names, has_office);
  choices->counsellors = list_names (counsellor_names, has_counsellor);

  return choices;
}

void
loket_survey_choices_free (LoketSurveyChoices *choices)
{
  g_array_unref (choices->years);
  g_ptr_array_unref (choices->offices);
  g_ptr_array_unref (choices->counsellors);
  g_free (choices);
}

/**
 * loket_survey_choices_get_default_year:
 * @this_year: the year that is not over yet
 *
 * Returns: the latest whole year that has enough responses to show any, else the latest year that
 *   has responses; 0: none has
 */
int
loket_survey_choices_get_default_year (const LoketSurveyChoices *choices,
                                       int                       this_year)
{
  for (guint i = 0; i < choices->years->len; i++)
    {
      const LoketSurveyYear *candidate = &g_array_index (choices->years, LoketSurveyYear, i);

      if (candidate->year < this_year && !loket_disclosure_is_hidden (candidate->n))
        return candidate->year;
    }

  return choices->years->len > 0 ? g_array_index (choices->years, LoketSurveyYear, 0).year : 0;
}

/**
 * loket_survey_choices_dup_own:
 * @desk: where somebody is at work, or nobody
 * @frame: the responses
 * @own_office: (nullable): the office of the desk
 *
 * Who leads a team may see all counsellors of the own office by name, everybody else oneself.
 *
 * Returns: (transfer full): their codes, sorted; may be empty
 */
char **
loket_survey_choices_dup_own (LoketDesk  *desk,
                              LoketFrame *frame,
                              const char *own_office)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (desk);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (counsellor != NULL && !loket_counsellor_is_team_lead (counsellor))
    g_ptr_array_add (codes, g_strdup (loket_record_get_text (LOKET_RECORD (counsellor),
                                                             LOKET_COUNSELLOR_COUNSELLOR)));
  else if (counsellor != NULL && own_office != NULL)
    {
      g_autoptr (LoketSurveyChoices) choices = loket_survey_choices_new (frame, own_office);

      for (guint i = 0; i < choices->counsellors->len; i++)
        g_ptr_array_add (codes, g_strdup (choices->counsellors->pdata[i]));
    }
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_steal (codes, NULL);
}
