/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads days, and spans of days, of which the last working day counts. */

#include "loket-note-dates.h"

/* "Over 999 dagen" is a slip of the finger. */
#define MOST_UNITS 99

/* "Deze dagen" and "binnen een paar dagen" are so many working days. */
#define DAYS_SOON 3

/* What is being read, and where. */
typedef struct
{
  const LoketNoteToken *tokens;
  guint n_tokens;
  const LoketNoteToday *today;
} Reader;

static LoketDateRole
get_role (const Reader *self,
          guint         at)
{
  return at < self->n_tokens ? self->tokens[at].word->date : LOKET_DATE_NONE;
}

static int
get_value (const Reader *self,
           guint         at)
{
  return self->tokens[at].word->value;
}

static gboolean
is_word (const Reader *self,
         guint         at,
         const char   *text)
{
  return at < self->n_tokens && loket_note_token_is (&self->tokens[at], text);
}

static gboolean
set_day (LoketSaidDay *said,
         int           day)
{
  *said = (LoketSaidDay) { day, FALSE };

  return TRUE;
}

static gboolean
set_working_days (const Reader *self,
                  LoketSaidDay *said,
                  int           days)
{
  const LoketWorkingDays *working = loket_rules_get_days (self->today->rules,
                                                          self->today->counsellor_id);
  LoketDateText date = loket_working_days_add (working, self->today->date, days);

  return set_day (said, loket_date_get_day (date.text));
}

/* "Volgende week dinsdag", "eind volgende week". */
static gboolean
read_week (const Reader  *self,
           guint          at,
           int            weeks,
           LoketSaidPart  part,
           LoketSaidDay  *said)
{
  if (get_role (self, at + 1) == LOKET_DATE_WEEKDAY)
    return set_day (said, loket_said_day_get_monday (self->today) + 7 * weeks
                            + get_value (self, at + 1) - 1);

  if (at + 1 < self->n_tokens && self->tokens[at + 1].number > 0)
    return loket_said_day_set_week_no (said, self->today, self->tokens[at + 1].number);

  loket_said_day_set_week (said, self->today, weeks, part);

  return TRUE;
}

/* What comes after "begin van", "volgende" and the like, @later than now. */
static gboolean
read_unit (const Reader  *self,
           guint          at,
           int            later,
           LoketSaidPart  part,
           LoketSaidDay  *said)
{
  switch ((int) get_role (self, at))
    {
    case LOKET_DATE_MONTH:
      return loket_said_day_set_month (said, self->today, get_value (self, at), part);
    case LOKET_DATE_MONTHS:
      return get_value (self, at) == 1
             && loket_said_day_set_month (said, self->today,
                                          loket_said_day_get_month (self->today) + later, part);
    case LOKET_DATE_WEEKS:
      return read_week (self, at, later, part, said);
    case LOKET_DATE_DAYS:
      return part == LOKET_SAID_WHOLE && set_working_days (self, said, DAYS_SOON);
    default:
      return FALSE;
    }
}

/* "[begin] [van] [volgende] week", "[eind] deze maand", "half januari". */
static gboolean
read_span (const Reader *self,
           guint         at,
           LoketSaidDay *said)
{
  LoketSaidPart part = LOKET_SAID_WHOLE;
  int later = 0;
  guint begin = at;

  if (get_role (self, at) == LOKET_DATE_PART)
    part = (LoketSaidPart) get_value (self, at++);
  if (is_word (self, at, "van") && (at > begin || is_word (self, at + 1, "de")))
    at++;
  if (at > begin && is_word (self, at, "de"))
    at++;

  if (get_role (self, at) == LOKET_DATE_THIS)
    at++;
  else if (get_role (self, at) == LOKET_DATE_NEXT || get_role (self, at) == LOKET_DATE_COMING)
    {
      later = 1;
      at++;
    }

  return at > begin && read_unit (self, at, later, part, said);
}

/* "4 december [2026]", "4-12", "de 4e". */
static gboolean
read_day_of_month (const Reader *self,
                   guint         at,
                   LoketSaidDay *said)
{
  const LoketNoteToken *token = &self->tokens[at];
  const LoketNoteToken *next = at + 1 < self->n_tokens ? token + 1 : NULL;

  if (token->number < 1)
    return FALSE;

  if (token->month > 0)
    {
      gboolean after_known = at > 0 && token[-1].word->text[0] != '\0';
      gboolean stands = token->year > 0 || (next == NULL && after_known)
                        || (next != NULL && next->word->text[0] != '\0')
                        || is_word (self, at - 1, "op") || is_word (self, at - 1, "uiterlijk")
                        || get_role (self, at - 1) == LOKET_DATE_WEEKDAY;

      return stands && get_role (self, at + 1) == LOKET_DATE_NONE
             && loket_said_day_set_date (said, self->today, token->number, token->month,
                                         token->year);
    }

  if (get_role (self, at + 1) == LOKET_DATE_MONTH)
    {
      int year = at + 2 < self->n_tokens ? token[2].number : 0;

      return loket_said_day_set_date (said, self->today, token->number, get_value (self, at + 1),
                                      year >= 2000 && year <= 2999 ? year : 0);
    }

  return token->ordinal && is_word (self, at - 1, "de")
         && get_role (self, at + 1) == LOKET_DATE_NONE
         && loket_said_day_set_month_day (said, self->today, token->number);
}

/* "[volgende] dinsdag", "dinsdag volgende week", "dinsdag 24 november". */
static gboolean
read_weekday (const Reader *self,
              guint         at,
              LoketSaidDay *said)
{
  gboolean next = get_role (self, at) == LOKET_DATE_NEXT;
  int weekday, day;

  if (next || get_role (self, at) == LOKET_DATE_COMING || get_role (self, at) == LOKET_DATE_THIS)
    at++;
  if (get_role (self, at) != LOKET_DATE_WEEKDAY)
    return FALSE;

  weekday = get_value (self, at);
  day = loket_said_day_get_monday (self->today) + weekday - 1;
  if (day <= loket_date_get_day (self->today->date))
    day += 7;

  if (next || (get_role (self, at + 1) == LOKET_DATE_NEXT
               && get_role (self, at + 2) == LOKET_DATE_WEEKS))
    return set_day (said, loket_said_day_get_monday (self->today) + 7 + weekday - 1);
  if (at + 1 < self->n_tokens
      && (read_day_of_month (self, at + 1, said)
          || (get_role (self, at + 2) != LOKET_DATE_HOURS
              && loket_said_day_set_weekday_no (said, day, self->tokens[at + 1].number))))
    return TRUE;

  return set_day (said, day);
}

static gboolean
set_distance (const Reader *self,
              guint         at,
              int           count,
              LoketSaidDay *said)
{
  int now = loket_date_get_day (self->today->date);

  switch ((int) get_role (self, at))
    {
    case LOKET_DATE_WORKING_DAYS:
      return set_working_days (self, said, count);
    case LOKET_DATE_DAYS:
      return set_day (said, now + count);
    case LOKET_DATE_HOURS:
      return set_day (said, now + count / 24);
    case LOKET_DATE_WEEKS:
      return set_day (said, now + 7 * count);
    case LOKET_DATE_MONTHS:
      loket_said_day_set_months (said, self->today, count * get_value (self, at));
      return TRUE;
    default:
      return FALSE;
    }
}

/* "over twee weken", "binnen 3 werkdagen", "binnen een paar dagen". */
static gboolean
read_distance (const Reader *self,
               guint         at,
               LoketSaidDay *said)
{
  gboolean within = is_word (self, at, "binnen");
  int count = 1;

  if (!within && !is_word (self, at, "over"))
    return FALSE;

  at++;
  if (get_role (self, at) == LOKET_DATE_COUNT)
    count = get_value (self, at++);
  else if (at < self->n_tokens && self->tokens[at].number >= 0 && self->tokens[at].month == 0)
    count = self->tokens[at++].number;
  if (get_role (self, at) == LOKET_DATE_SOME)
    count = get_value (self, at++);

  if (is_word (self, at, "half") && is_word (self, at + 1, "jaar"))
    loket_said_day_set_months (said, self->today, 6);
  else if (count > MOST_UNITS || !set_distance (self, at, count, said))
    return FALSE;
  said->is_limit = within;

  return TRUE;
}

/* "na het weekend", "voor het weekend", "week 49", "in januari". */
static gboolean
read_other (const Reader *self,
            guint         at,
            LoketSaidDay *said)
{
  if (is_word (self, at, "het") && get_role (self, at + 1) == LOKET_DATE_WEEKEND && at > 0)
    {
      if (is_word (self, at - 1, "na"))
        return set_day (said, loket_said_day_get_monday (self->today) + 6);
      if (is_word (self, at - 1, "voor"))
        return set_day (said, loket_said_day_get_monday (self->today) + 5);
    }

  if (get_role (self, at) == LOKET_DATE_WEEKS && at + 1 < self->n_tokens
      && self->tokens[at + 1].number >= 0 && self->tokens[at + 1].month == 0)
    return loket_said_day_set_week_no (said, self->today, self->tokens[at + 1].number);

  if (is_word (self, at, "in") && get_role (self, at + 1) == LOKET_DATE_MONTH)
    return read_unit (self, at + 1, 0, LOKET_SAID_WHOLE, said);

  if (get_role (self, at) == LOKET_DATE_OFFSET)
    return set_day (said, loket_date_get_day (self->today->date) + get_value (self, at));

  return FALSE;
}

/* What belongs to a noun, "de test van vrijdag", lies behind, "vorige week vrijdag", or has been
 * read already. */
static gboolean
is_aside (const Reader *self,
          guint         at)
{
  if (get_role (self, at) == LOKET_DATE_PAST)
    return TRUE;
  if (at == 0)
    return get_role (self, 1) == LOKET_DATE_PAST;
  if (is_word (self, at, "van") || (at > 1 && get_role (self, at - 2) == LOKET_DATE_WEEKS))
    return FALSE;

  return is_word (self, at - 1, "van") || self->tokens[at - 1].mark == '/'
         || is_word (self, at - 1, "hbo") || is_word (self, at - 1, "mbo")
         || get_role (self, at - 1) == LOKET_DATE_PAST
         || get_role (self, at - 1) == LOKET_DATE_PART
         || (at > 1 && get_role (self, at - 2) == LOKET_DATE_PAST)
         || get_role (self, at + 1) == LOKET_DATE_PAST;
}

static gboolean
read_at (const Reader *self,
         guint         at,
         LoketSaidDay *said)
{
  return !is_aside (self, at)
         && (read_distance (self, at, said) || read_span (self, at, said)
             || read_weekday (self, at, said) || read_day_of_month (self, at, said)
             || read_other (self, at, said));
}

/* "Voor vrijdag" is until the day before, "na vrijdag" from the day after; one plans "voor
 * vrijdag" on the day itself. */
static void
apply_preposition (const Reader *self,
                   guint         at,
                   gboolean      plans,
                   LoketSaidDay *said)
{
  guint before = at - (is_word (self, at - 1, "de") ? 2 : 1);

  if (said->is_limit || is_word (self, at, "over"))
    return;

  if (is_word (self, before, "na"))
    said->day++;
  else if (is_word (self, before, "voor") && !plans)
    *said = (LoketSaidDay) { said->day - 1, TRUE };
  else if (is_word (self, before, "uiterlijk"))
    said->is_limit = TRUE;
}

/**
 * loket_note_dates_find:
 * @tokens: the words of a clause
 * @n_tokens: how many there are
 * @today: when they were written
 * @plans: whether something is planned, so that "voor vrijdag" means on Friday
 * @date: (out): the first day that they say, not before today and a working day
 *
 * Of a span, such as "volgende week", it is the last working day; of its begin, Tuesday or the
 * fifth, of its middle, Wednesday or the fifteenth. What lies in the past says nothing.
 *
 * Returns: whether a day is said
 */
gboolean
loket_note_dates_find (const LoketNoteToken *tokens,
                       guint                 n_tokens,
                       const LoketNoteToday *today,
                       gboolean              plans,
                       LoketDateText        *date)
{
  Reader reader = { .tokens = tokens, .n_tokens = n_tokens, .today = today };

  for (guint at = 0; at < n_tokens; at++)
    {
      LoketSaidDay said;

      if (read_at (&reader, at, &said))
        {
          apply_preposition (&reader, at, plans, &said);
          if (loket_said_day_settle (&said, today, date))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * loket_note_dates_is_date_only:
 * @tokens: the words of a clause
 * @n_tokens: how many there are
 *
 * Returns: whether they say a day and nothing else
 */
gboolean
loket_note_dates_is_date_only (const LoketNoteToken *tokens,
                               guint                 n_tokens)
{
  gboolean has_date = FALSE;

  for (guint i = 0; i < n_tokens; i++)
    {
      if (tokens[i].word->date != LOKET_DATE_NONE || tokens[i].number >= 0)
        has_date = TRUE;
      else if (!loket_note_token_has_role (&tokens[i], LOKET_WORD_LIGHT | LOKET_WORD_PREPOSITION
                                                         | LOKET_WORD_DETERMINER))
        return FALSE;
    }

  return has_date;
}
