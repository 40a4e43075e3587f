/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Not every page of the stack shows figures. */

#include "loketten-config.h"

#include "loket-survey-views.h"

/* (transfer none) (nullable): the view of a page, when it shows figures. */
static LoketSurveyView *
get_view (GListModel *pages,
          guint       number)
{
  g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, number);
  GtkWidget *child = adw_view_stack_page_get_child (page);

  return LOKET_IS_SURVEY_VIEW (child) ? LOKET_SURVEY_VIEW (child) : NULL;
}

/**
 * loket_survey_views_get_shown:
 *
 * Returns: (transfer none) (nullable): the view that one sees; %NULL when it shows no figures
 */
LoketSurveyView *
loket_survey_views_get_shown (AdwViewStack *stack)
{
  GtkWidget *child = adw_view_stack_get_visible_child (stack);

  return LOKET_IS_SURVEY_VIEW (child) ? LOKET_SURVEY_VIEW (child) : NULL;
}

/**
 * loket_survey_views_get_number:
 *
 * Returns: the number of the page that one sees, the first is 0
 */
guint
loket_survey_views_get_number (AdwViewStack *stack)
{
  GtkSelectionModel *pages = adw_view_stack_get_pages (stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    {
      if (gtk_selection_model_is_selected (pages, i))
        return i;
    }

  return 0;
}

/**
 * loket_survey_views_set_desk:
 * @desk: an open desk
 */
void
loket_survey_views_set_desk (AdwViewStack *stack,
                             LoketDesk    *desk)
{
  GListModel *pages = G_LIST_MODEL (adw_view_stack_get_pages (stack));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      if (get_view (pages, i) != NULL)
        loket_survey_view_set_desk (get_view (pages, i), desk);
    }
}

/**
 * loket_survey_views_set_narrow:
 * @is_narrow: whether there is room for one thing beside another
 */
void
loket_survey_views_set_narrow (AdwViewStack *stack,
                               gboolean      is_narrow)
{
  GListModel *pages = G_LIST_MODEL (adw_view_stack_get_pages (stack));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      if (get_view (pages, i) != NULL)
        loket_survey_view_set_narrow (get_view (pages, i), is_narrow);
    }
}
