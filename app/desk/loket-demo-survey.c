/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Invites clients in monthly batches by the rules of the survey, and lets some of them answer. */

#include "loketten-config.h"

#include "loket-demo-survey.h"

#include "loket-answers.h"
#include "loket-csv-reader.h"
#include "loket-demo-donors.h"
#include "loket-error.h"
#include "loket-invitation.h"
#include "loket-questionnaires.h"
#include "loket-response-row.h"
#include "loket-response.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "/org/loketten/Loketten/kto/"

/* All desks together in 2023, as published; how many answered. */
#define PUBLISHED_YEAR    2023
#define PUBLISHED_INVITED 11046
#define PUBLISHED_ANSWERS 2159

/* The made-up office asks from here on. */
#define FIRST_YEAR 2024

/* Days after the last real contact during which a client is invited, both included. */
#define WINDOW_OPENS  42
#define WINDOW_CLOSES 70

/* Of 1,000 who are invited, so many answer: as in 2023. */
#define ANSWERS_PER_1000 195

struct _LoketDemoSurvey
{
  LoketAct *act;                            /* borrowed */
  LoketDemoWorld *world;                    /* borrowed */
  LoketQuestionnaire *questionnaire;        /* (owned) */
  const LoketQuestionnaireVersion *version; /* borrowed: the questionnaire's, of FIRST_YEAR */
  LoketDemoDonors *donors;                  /* (owned) */
  GArray *draws;                            /* (owned): of int: days on which batches are drawn */
  guint *invited;                           /* (owned): by draw and counsellor */
  guint n_answers[100];                     /* by year of the century */
  guint published[12];                      /* answers of PUBLISHED_YEAR by month */
};

/* The first working day of each month. */
static void
find_draws (LoketDemoSurvey *self)
{
  LoketDemoCalendar *calendar = self->world->calendar;
  int today = loket_demo_calendar_get_today (calendar);
  int month = 0;

  self->draws = g_array_new (FALSE, FALSE, sizeof (int));
  for (int day = loket_demo_calendar_get_first (calendar); day <= today; day++)
    {
      const char *date = loket_demo_calendar_get_date (calendar, day);

      if (atoi (date) < FIRST_YEAR || atoi (date + strlen ("YYYY-")) == month
          || loket_demo_calendar_move_on (calendar, day) != day)
        continue;

      month = atoi (date + strlen ("YYYY-"));
      g_array_append_val (self->draws, day);
    }
  self->invited = g_new0 (guint, self->draws->len * self->world->n_counsellors);
}

/**
 * loket_demo_survey_new:
 * @act: the act that fills the store
 * @world: the stage
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a survey that nobody was invited to yet
 */
LoketDemoSurvey *
loket_demo_survey_new (LoketAct        *act,
                       LoketDemoWorld  *world,
                       GError         **error)
{
  LoketQuestionnaire *questionnaire = loket_questionnaires_load ("kto", error);
  LoketDemoSurvey *self;

  if (questionnaire == NULL)
    return NULL;

  self = g_new0 (LoketDemoSurvey, 1);
  self->act = act;
  self->world = world;
  self->questionnaire = questionnaire;
  self->version = loket_questionnaire_find_version (questionnaire, FIRST_YEAR);
  self->donors = loket_demo_donors_new (questionnaire);
  find_draws (self);

  return self;
}

void
loket_demo_survey_free (LoketDemoSurvey *self)
{
  g_object_unref (self->questionnaire);
  loket_demo_donors_free (self->donors);
  g_array_unref (self->draws);
  g_free (self->invited);
  g_free (self);
}

static LoketCsvReader *
open_file (const char  *name,
           GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL ? loket_csv_reader_new_from_data (name, g_strndup (data, length), length,
                                                        error)
                      : NULL;
}

static gboolean
save_row (LoketDemoSurvey   *self,
          LoketResponseRow  *row,
          GError           **error)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_response_kind);
  LoketImportPlace place;
  const char *month;

  if (!loket_response_row_fill (row, draft, &place, error))
    return FALSE;

  loket_demo_donors_add (self->donors, draft);
  month = loket_draft_get_text (draft, LOKET_RESPONSE_MONTH);
  if (atoi (month) == PUBLISHED_YEAR)
    self->published[atoi (month + strlen ("YYYY-")) - 1]++;

  return loket_act_save (self->act, draft, error);
}

static gboolean
save_file (LoketDemoSurvey  *self,
           const char       *name,
           GError          **error)
{
  g_autoptr (LoketCsvReader) reader = open_file (name, error);
  g_autoptr (LoketResponseRow) row = NULL;
  LoketCsvResult result;

  if (reader != NULL)
    row = loket_response_row_new (self->questionnaire, reader, NULL, error);
  if (row == NULL)
    return FALSE;

  while ((result = loket_csv_reader_read (reader, NULL)) == LOKET_CSV_ROW)
    {
      if (!save_row (self, row, error))
        return FALSE;
    }

  if (result == LOKET_CSV_REFUSED)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s, %u", name,
                 loket_csv_reader_get_line (reader));

  return result == LOKET_CSV_DONE;
}

static gboolean
save_invitation (LoketDemoSurvey  *self,
                 const char       *month,
                 int               counsellor,
                 guint             sent,
                 GError          **error)
{
  LoketDemoWords *office = self->world->office;
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_invitation_kind);

  loket_draft_set_value (draft, LOKET_INVITATION_MONTH, month);
  loket_draft_set_integer (draft, LOKET_INVITATION_SENT, (int) sent);
  if (counsellor != LOKET_DEMO_NOBODY)
    {
      const char *const *codes = loket_demo_words_get (office, "office", "counsellors", NULL);

      loket_draft_set_value (draft, LOKET_INVITATION_LOKET,
                             loket_demo_words_get_first (office, "office", "name"));
      loket_draft_set_value (draft, LOKET_INVITATION_COUNSELLOR, codes[counsellor]);
    }

  return loket_act_save (self->act, draft, error);
}

/* Only their sum was published: they are spread over the months as the answers are. */
static gboolean
save_published_invitations (LoketDemoSurvey  *self,
                            GError          **error)
{
  guint n_answers = 0;
  guint n_before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->published); i++)
    {
      guint n_until;
      char month[16];

      n_answers += self->published[i];
      n_until = n_answers * PUBLISHED_INVITED / PUBLISHED_ANSWERS;
      g_snprintf (month, sizeof month, "%d-%02u", PUBLISHED_YEAR, i + 1);
      if (n_until > n_before
          && !save_invitation (self, month, LOKET_DEMO_NOBODY, n_until - n_before, error))
        return FALSE;
      n_before = n_until;
    }

  return TRUE;
}

/**
 * loket_demo_survey_save_published:
 *
 * Returns: whether the survey of all desks in 2022 and 2023 is in the store
 */
gboolean
loket_demo_survey_save_published (LoketDemoSurvey  *self,
                                  GError          **error)
{
  return save_file (self, "responses_2022.csv", error)
         && save_file (self, "responses_2023.csv", error)
         && save_published_invitations (self, error);
}

/* The last day up to @day on which somebody spoke with the client; 0 when nobody did. */
static int
find_last_contact (const LoketDemoCourse *course,
                   int                    day)
{
  int last = 0;

  for (guint i = 0; i < course->n_sessions; i++)
    {
      const LoketDemoSession *session = &course->sessions[i];

      if (session->day <= day && session->minutes > 0)
        last = MAX (last, session->day);
    }
  for (guint i = 0; i < course->n_contacts; i++)
    {
      const LoketDemoContact *contact = &course->contacts[i];

      if (contact->done <= day && g_strcmp0 (contact->outcome, "reached") == 0)
        last = MAX (last, contact->done);
    }

  return last;
}

static gboolean
is_expected (const LoketDemoCourse *course,
             int                    day)
{
  return course->n_sessions > 0 && course->sessions[course->n_sessions - 1].day >= day;
}

/* The batch in which the client is drawn; -1 for none. */
static int
find_draw (LoketDemoSurvey       *self,
           const LoketDemoPerson *person,
           const LoketDemoCourse *course)
{
  if (person->no_contact || person->no_survey || person->email == NULL
      || course->counsellor == LOKET_DEMO_NOBODY)
    return -1;

  for (guint i = 0; i < self->draws->len; i++)
    {
      int day = g_array_index (self->draws, int, i);
      int last;

      if (day < course->opened + WINDOW_OPENS)
        continue;

      last = find_last_contact (course, day);
      if (last != 0 && day >= last + WINDOW_OPENS && day <= last + WINDOW_CLOSES
          && !is_expected (course, day))
        return (int) i;
    }

  return -1;
}

static const char *
get_sessions_code (LoketDemoSurvey       *self,
                   const LoketDemoCourse *course)
{
  static const char *const codes[] = { "1", "1", "2", "3", "4", "5plus" };

  if (loket_demo_world_happens (self->world, 7))
    return "dont_know";

  return codes[MIN (course->n_held, G_N_ELEMENTS (codes) - 1)];
}

static const char *
get_age_code (const LoketDemoPerson *person,
              int                    day)
{
  LoketDateText birth_date = loket_date_from_day (person->birth_day);
  LoketDateText date = loket_date_from_day (day);
  int age = loket_date_get_years (birth_date.text, date.text);

  if (age < 18)
    return "lt18";
  if (age < 27)
    return "18_27";

  return age < 50 ? "27_50" : "50plus";
}

/* Whether the client waited long for an answer, or for what was promised last. */
static gboolean
was_let_down (LoketDemoSurvey       *self,
              const LoketDemoCourse *course)
{
  gboolean was_late = FALSE;

  for (guint i = 0; i < course->n_promises; i++)
    {
      if (g_str_equal (course->promises[i].by, "counsellor"))
        was_late = course->promises[i].done > course->promises[i].due;
    }

  return was_late
         || course->responded > loket_demo_calendar_add (self->world->calendar, course->opened, 4);
}

/* Who was let down is a little less satisfied than others, who was not a little more. */
static const LoketDemoDonor *
find_donor (LoketDemoSurvey       *self,
            const LoketDemoPerson *person,
            const LoketDemoCourse *course)
{
  gboolean took_test = course->n_assessments > 0 && course->assessments[0].taken != 0;
  const char *sessions = get_sessions_code (self, course);
  const LoketDemoDonor *donor;
  const LoketDemoDonor *other;

  donor = loket_demo_donors_pick (self->donors, self->world, sessions, took_test ? "yes" : "no",
                                  person->situation);
  other = loket_demo_donors_pick (self->donors, self->world, sessions, took_test ? "yes" : "no",
                                  person->situation);
  if (was_let_down (self, course))
    return other->overall < donor->overall ? other : donor;

  return loket_demo_world_happens (self->world, 28) && other->overall > donor->overall ? other
                                                                                       : donor;
}

static gboolean
set_answer (LoketDemoSurvey  *self,
            const char       *item,
            const char       *text,
            char             *answers,
            GError          **error)
{
  int index = loket_questionnaire_version_find (
    self->version, loket_questionnaire_find_item (self->questionnaire, item));

  return loket_answers_set (self->version, (guint) index, text, strlen (text), answers, error);
}

/* What the office knows of the client is not taken over from a donor. */
static gboolean
set_answers (LoketDemoSurvey        *self,
             const LoketDemoPerson  *person,
             const LoketDemoCourse  *course,
             int                     day,
             char                   *answers,
             GError                **error)
{
  const struct { const char *item; const char *text; } known[] = {
    { "age_group", get_age_code (person, day) }, { "gender", person->gender },
    { "education", person->education }, { "situation", person->situation },
    { "heard_via", person->heard_via }, { "questions_brought", course->questions },
    { "aftercare", course->aftercare },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (known[i].text != NULL
          && !set_answer (self, known[i].item, known[i].text, answers, error))
        return FALSE;
    }

  return TRUE;
}

static LoketDraft *
create_response (LoketDemoSurvey       *self,
                 const LoketDemoCourse *course,
                 int                    day,
                 const char            *trajectory_id)
{
  LoketDemoWords *office = self->world->office;
  const char *date = loket_demo_calendar_get_date (self->world->calendar, day);
  int year = atoi (date);
  LoketDraft *draft = loket_draft_new (&loket_response_kind);
  char text[32];

  g_snprintf (text, sizeof text, "kto/R%02d-%04u", year % 100, ++self->n_answers[year % 100]);
  loket_draft_set_value (draft, LOKET_RESPONSE_RESPONSE_NO, text);
  g_strlcpy (text, date, strlen ("YYYY-MM") + 1);
  loket_draft_set_value (draft, LOKET_RESPONSE_MONTH, text);
  loket_draft_set_value (draft, LOKET_RESPONSE_QUESTIONNAIRE, "kto");
  loket_draft_set_value (draft, LOKET_RESPONSE_LOKET,
                         loket_demo_words_get_first (office, "office", "name"));
  loket_draft_set_value (draft, LOKET_RESPONSE_COUNSELLOR,
                         loket_demo_words_get (office, "office", "counsellors",
                                               NULL)[course->counsellor]);
  loket_draft_set_value (draft, LOKET_RESPONSE_TRAJECTORY_NO, trajectory_id);

  return draft;
}

/**
 * loket_demo_survey_ask:
 * @person: a client
 * @course: one of the client's trajectories
 * @trajectory_id: its id
 * @error: return location for an error
 *
 * Invites the client when the rules say so, and saves a response when the client answers.
 *
 * Returns: whether that went well
 */
gboolean
loket_demo_survey_ask (LoketDemoSurvey        *self,
                       const LoketDemoPerson  *person,
                       const LoketDemoCourse  *course,
                       const char             *trajectory_id,
                       GError                **error)
{
  int draw = find_draw (self, person, course);
  g_autoptr (LoketDraft) draft = NULL;
  g_autofree char *answers = NULL;
  const LoketDemoDonor *donor;
  int day;

  if (draw < 0)
    return TRUE;

  self->invited[(guint) draw * self->world->n_counsellors + (guint) course->counsellor]++;
  if (loket_demo_world_between (self->world, 1, 1000) > ANSWERS_PER_1000)
    return TRUE;

  day = g_array_index (self->draws, int, draw);
  donor = find_donor (self, person, course);
  answers = g_strdup (donor->answers);
  if (!set_answers (self, person, course, day, answers, error))
    return FALSE;

  draft = create_response (self, course, day, trajectory_id);
  loket_draft_set_value (draft, LOKET_RESPONSE_ANSWERS, answers);
  loket_draft_set_value (draft, LOKET_RESPONSE_OPEN_ANSWERS, donor->open_answers);

  return loket_act_save (self->act, draft, error);
}

/**
 * loket_demo_survey_save_invitations:
 *
 * Returns: whether it is in the store how many clients the made-up office has invited
 */
gboolean
loket_demo_survey_save_invitations (LoketDemoSurvey  *self,
                                    GError          **error)
{
  guint n_counsellors = self->world->n_counsellors;

  for (guint i = 0; i < self->draws->len * n_counsellors; i++)
    {
      int day = g_array_index (self->draws, int, i / n_counsellors);
      char month[16];

      g_strlcpy (month, loket_demo_calendar_get_date (self->world->calendar, day),
                 strlen ("YYYY-MM") + 1);
      if (self->invited[i] > 0
          && !save_invitation (self, month, (int) (i % n_counsellors), self->invited[i], error))
        return FALSE;
    }

  return TRUE;
}
