/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Satisfaction on a real store: what a person reads there. */

#include "loket-satisfaction-page.h"

#include "loket-chart.h"
#include "loket-survey-filters.h"
#include "loketten-ui-resources.h"
#include "survey-fixture.h"

typedef struct
{
  SurveyFixture survey;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

/* The first widget of a type below @root, or NULL. */
static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static void
append_words (GtkWidget *root,
              GString   *words)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (GTK_IS_LABEL (root))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

static const char *
get_visible_name (Fixture *fixture)
{
  GtkWidget *stack = find_widget (fixture->page, GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* Waits until the page shows @name, and gives all words on it. */
static char *
read_page (Fixture    *fixture,
           const char *name)
{
  GtkWidget *stack = find_widget (fixture->page, GTK_TYPE_STACK);
  GString *words = g_string_new (NULL);

  while (g_strcmp0 (get_visible_name (fixture), name) != 0)
    g_main_context_iteration (NULL, TRUE);
  append_words (gtk_stack_get_visible_child (GTK_STACK (stack)), words);

  return g_string_free (words, FALSE);
}

/* Waits until the page says @words. */
static void
wait_for (Fixture    *fixture,
          const char *words)
{
  for (;;)
    {
      g_autofree char *text = read_page (fixture, "overview");

      if (strstr (text, words) != NULL)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
open_page (Fixture *fixture)
{
  fixture->page = loket_satisfaction_page_new (fixture->survey.desk);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_widget_show (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  survey_fixture_set_up (&fixture->survey, data);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->page);
  survey_fixture_tear_down (&fixture->survey, data);
}

/* The dropdowns in the order in which they stand. */
static GtkDropDown *
get_filter (Fixture *fixture,
            guint    number)
{
  GtkWidget *cells = find_widget (find_widget (fixture->page, LOKET_TYPE_SURVEY_FILTERS),
                                  GTK_TYPE_FLOW_BOX);
  GtkFlowBoxChild *cell = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (cells), (int) number);

  return GTK_DROP_DOWN (find_widget (GTK_WIDGET (cell), GTK_TYPE_DROP_DOWN));
}

static void
choose (Fixture    *fixture,
        guint       number,
        const char *text)
{
  GtkDropDown *drop_down = get_filter (fixture, number);
  GListModel *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), text))
        {
          gtk_drop_down_set_selected (drop_down, i);
          return;
        }
    }
  g_error ("“%s” cannot be chosen", text);
}

enum
{
  QUESTIONNAIRE,
  PERIOD,
  AGAINST,
  OFFICE,
  COUNSELLOR
};

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("the page does not say “%s”:\n%s", words, text);
}

static void
test_shows_four_figures (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *text = NULL;

  survey_fixture_import_all (&fixture->survey);
  open_page (fixture);
  text = read_page (fixture, "overview");

  assert_says (text, "2159 answers in 2023, compared with 2022\n");
  assert_says (text, "Mean grade\n7.9\n2022: 7.9\nno demonstrable difference\n"
                     "95%: 7.80–7.95 · n\u00a02159\n");
  assert_says (text, "Share good (8–10)\n70%\n2022: 70%\nno demonstrable difference\n"
                     "95%: 68–72% · n\u00a02159\n");
  assert_says (text, "Answers (n)\n2159\n2022: 960\n34 offices, then 26\n");
  assert_says (text, "Response\n19.5%\n2022: unknown\n2159 of 11046 invited\n");
}

static void
test_title_of_chart_is_the_finding (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *text = NULL;

  survey_fixture_import_all (&fixture->survey);
  open_page (fixture);
  text = read_page (fixture, "overview");

  assert_says (text, "Clients rate the knowledge of the adviser best, the website and the clarity "
                     "of the trajectory least\n");
  assert_says (text, "Clients with a test give 8.1, clients without a test 7.7.\n");
  g_assert_cmpint (gtk_accessible_get_accessible_role (
                       GTK_ACCESSIBLE (find_widget (fixture->page, LOKET_TYPE_CHART))),
                   ==, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
test_filters_change_what_is_shown (Fixture       *fixture,
                                   gconstpointer  data)
{
  survey_fixture_import_all (&fixture->survey);
  open_page (fixture);
  g_free (read_page (fixture, "overview"));

  choose (fixture, OFFICE, "Regio 09");
  wait_for (fixture, "Clients rate the response time best, the website least\n");
  choose (fixture, PERIOD, "2022");
  wait_for (fixture, "31 answers in 2022\n");
  choose (fixture, OFFICE, "All offices");
  wait_for (fixture, "960 answers in 2022\n");
}

/* An office without answers in the year that is looked at does not change the year. */
static void
test_office_does_not_change_the_year (Fixture       *fixture,
                                      gconstpointer  data)
{
  survey_fixture_import_all (&fixture->survey);
  open_page (fixture);
  g_free (read_page (fixture, "overview"));

  choose (fixture, PERIOD, "2022");
  wait_for (fixture, "960 answers in 2022\n");
  choose (fixture, OFFICE, "Regio 17");
  wait_for (fixture, "2022: no answers\n");
}

static void
test_few_answers_are_hidden (Fixture       *fixture,
                             gconstpointer  data)
{
  survey_fixture_import_all (&fixture->survey);
  open_page (fixture);
  g_free (read_page (fixture, "overview"));

  choose (fixture, OFFICE, "Regio 24");
  wait_for (fixture, "This filter leaves 1 to 4 answers.");
}

/* Persons are only told apart within the own office, and nobody said whose desk this is. */
static void
test_counsellors_of_others_cannot_be_chosen (Fixture       *fixture,
                                             gconstpointer  data)
{
  survey_fixture_import_all (&fixture->survey);
  open_page (fixture);
  g_free (read_page (fixture, "overview"));

  choose (fixture, OFFICE, "Regio 09");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_filter (fixture, COUNSELLOR))));
  g_assert_cmpuint (
      g_list_model_get_n_items (gtk_drop_down_get_model (get_filter (fixture, COUNSELLOR))), ==, 1);
  wait_for (fixture, "66 answers in 2023");
}

static void
test_without_answers_says_what_to_do (Fixture       *fixture,
                                      gconstpointer  data)
{
  open_page (fixture);
  wait_for (fixture, "loketctl import responses");
}

static void
test_follows_the_store (Fixture       *fixture,
                        gconstpointer  data)
{
  open_page (fixture);
  wait_for (fixture, "No Answers Yet");

  survey_fixture_import_all (&fixture->survey);
  wait_for (fixture, "2159 answers in 2023, compared with 2022\n");
}

/* A choice that the survey does not know must not show figures of everybody under its name. */
static void
test_choice_that_is_unknown_is_said (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *text = NULL;

  survey_fixture_import_all (&fixture->survey);
  open_page (fixture);
  g_free (read_page (fixture, "overview"));

  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (get_filter (fixture, OFFICE))),
                          "");
  choose (fixture, OFFICE, "");
  text = read_page (fixture, "overview");
  assert_says (text, "“” is not a value of “office”");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  /* Not isolated: icons are told from other files by the system's list of types. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Else the linker would leave the templates out. */
  g_assert_nonnull (loketten_ui_get_resource ());

  ADD ("/satisfaction-page/shows-four-figures", test_shows_four_figures);
  ADD ("/satisfaction-page/title-of-chart-is-the-finding", test_title_of_chart_is_the_finding);
  ADD ("/satisfaction-page/filters-change-what-is-shown", test_filters_change_what_is_shown);
  ADD ("/satisfaction-page/office-does-not-change-the-year",
       test_office_does_not_change_the_year);
  ADD ("/satisfaction-page/few-answers-are-hidden", test_few_answers_are_hidden);
  ADD ("/satisfaction-page/counsellors-of-others-cannot-be-chosen",
       test_counsellors_of_others_cannot_be_chosen);
  ADD ("/satisfaction-page/choice-that-is-unknown-is-said", test_choice_that_is_unknown_is_said);
  ADD ("/satisfaction-page/without-answers-says-what-to-do",
       test_without_answers_says_what_to_do);
  ADD ("/satisfaction-page/follows-the-store", test_follows_the_store);

  return g_test_run ();
}
