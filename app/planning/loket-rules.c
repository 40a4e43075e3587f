/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Holds what the office agreed on. Built once and then only read, from any thread. */

#include "loket-rules.h"

#include "loket-work-item.h"

#include <stdlib.h>
#include <string.h>

/* For who is away for more days the work does not wait: others do it meanwhile. */
#define LONGEST_WAIT 28

typedef struct
{
  char *name;
  int rule;              /* whose setting it is; -1 when it is no rule's */
  LoketDateText valid_from;
  char *value;
  int numbers[LOKET_MOST_AFTERCARE];
  guint n_numbers;
} Setting;

typedef struct
{
  char *id;
  gboolean is_active;
  gboolean is_team_lead;
  LoketWorkingDays days;
} Counsellor;

typedef struct
{
  char *counsellor_id;
  char *substitute_id;  /* (nullable) */
  LoketDates dates;
} Absence;

struct _LoketRules
{
  gatomicrefcount references;

  GArray *settings;     /* of Setting, those that hold latest first */
  LoketWorkingDays days;
  GArray *closed;       /* of LoketDates */
  GPtrArray *counsellors;
  GPtrArray *absences;
  GArray *good_fridays; /* of LoketDates: when the office is closed on them */
  GString *source;      /* everything that was added, to compare */
};

static void
clear_setting (gpointer element)
{
  g_free (((Setting *) element)->name);
  g_free (((Setting *) element)->value);
}

static void
free_counsellor (Counsellor *counsellor)
{
  g_array_unref (counsellor->days.away);
  g_free (counsellor->id);
  g_free (counsellor);
}

static void
free_absence (Absence *absence)
{
  g_free (absence->counsellor_id);
  g_free (absence->substitute_id);
  g_free (absence);
}

/**
 * loket_rules_new:
 *
 * Everything is added before the rules are shared; afterwards they never change.
 *
 * Returns: (transfer full): the rules of an office that chose nothing
 */
LoketRules *
loket_rules_new (void)
{
  LoketRules *self = g_new0 (LoketRules, 1);

  g_atomic_ref_count_init (&self->references);
  self->settings = g_array_new (FALSE, FALSE, sizeof (Setting));
  g_array_set_clear_func (self->settings, clear_setting);
  self->closed = g_array_new (FALSE, FALSE, sizeof (LoketDates));
  self->days.closed = self->closed;
  self->good_fridays = g_array_new (FALSE, FALSE, sizeof (LoketDates));
  self->days.good_fridays = self->good_fridays;
  self->counsellors = g_ptr_array_new_with_free_func ((GDestroyNotify) free_counsellor);
  self->absences = g_ptr_array_new_with_free_func ((GDestroyNotify) free_absence);
  self->source = g_string_new (NULL);

  return self;
}

LoketRules *
loket_rules_ref (LoketRules *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
loket_rules_unref (LoketRules *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->settings);
  g_array_unref (self->closed);
  g_array_unref (self->good_fridays);
  g_ptr_array_unref (self->counsellors);
  g_ptr_array_unref (self->absences);
  g_string_free (self->source, TRUE);
  g_free (self);
}

/**
 * loket_rules_equal:
 *
 * Returns: whether the same was added to both, in the same order
 */
gboolean
loket_rules_equal (const LoketRules *self,
                   const LoketRules *other)
{
  return g_string_equal (self->source, other->source);
}

static int
compare_validity (gconstpointer a,
                  gconstpointer b)
{
  const Setting *one = a, *other = b;

  return strcmp (other->valid_from.text, one->valid_from.text);
}

static LoketDates
make_dates (const char *from,
            const char *until)
{
  LoketDates dates;

  g_strlcpy (dates.from.text, from, sizeof dates.from.text);
  g_strlcpy (dates.until.text, until, sizeof dates.until.text);

  return dates;
}

/* Each choice holds until the day before the next one. */
static void
work_out_good_fridays (LoketRules *self)
{
  LoketDateText until = { "9999-12-31" };

  g_array_set_size (self->good_fridays, 0);
  for (guint i = 0; i < self->settings->len; i++)
    {
      const Setting *setting = &g_array_index (self->settings, Setting, i);
      const LoketDates dates = make_dates (setting->valid_from.text, until.text);

      if (!g_str_equal (setting->name, LOKET_SETTING_GOOD_FRIDAY))
        continue;
      if (g_str_equal (setting->value, "1"))
        g_array_append_val (self->good_fridays, dates);
      until = loket_date_add_days (setting->valid_from.text, -1);
    }
}

/**
 * loket_rules_add_setting:
 * @name: the name of a setting
 * @valid_from: the day from which it holds, YYYY-MM-DD
 * @value: what the office chose; what no rule can be is passed over
 */
void
loket_rules_add_setting (LoketRules *self,
                         const char *name,
                         const char *valid_from,
                         const char *value)
{
  Setting setting = { .rule = loket_rule_find (name) };

  g_string_append_printf (self->source, "%s %s %s\n", name, valid_from, value);
  if (setting.rule >= 0)
    setting.n_numbers = loket_rule_parse ((LoketRule) setting.rule, value, setting.numbers);
  if (setting.rule >= 0 && setting.n_numbers == 0)
    return;

  setting.name = g_strdup (name);
  g_strlcpy (setting.valid_from.text, valid_from, sizeof setting.valid_from.text);
  setting.value = g_strdup (value);
  g_array_append_val (self->settings, setting);
  g_array_sort (self->settings, compare_validity);
  if (g_str_equal (name, LOKET_SETTING_GOOD_FRIDAY))
    work_out_good_fridays (self);
}

/**
 * loket_rules_add_closure:
 * @from: the first day on which the office is closed, YYYY-MM-DD
 * @until: the last day
 */
void
loket_rules_add_closure (LoketRules *self,
                         const char *from,
                         const char *until)
{
  const LoketDates dates = make_dates (from, until);

  g_string_append_printf (self->source, "%s-%s\n", from, until);
  g_array_append_val (self->closed, dates);
}

/* All days of the week that are not named are off; when none is named that is a day of work,
 * nothing was said. */
static guint
read_days_off (const char *week_days)
{
  static const guint office_days = 0x3e;
  guint on = 0;

  for (const char *day = week_days; day != NULL && *day != '\0'; day++)
    {
      if (*day >= '1' && *day <= '7')
        on |= 1u << (*day - '0');
    }

  return (on & office_days) != 0 ? ~on & 0xfe : 0;
}

/**
 * loket_rules_add_counsellor:
 * @id: the id of a counsellor
 * @week_days: (nullable): the days of the week on which the counsellor works: "1;2;4", Monday is 1;
 *   NULL for all
 * @is_active: whether the counsellor still works here
 * @is_team_lead: whether the counsellor leads the team
 */
void
loket_rules_add_counsellor (LoketRules *self,
                            const char *id,
                            const char *week_days,
                            gboolean    is_active,
                            gboolean    is_team_lead)
{
  Counsellor *counsellor = g_new0 (Counsellor, 1);

  g_string_append_printf (self->source, "%s %s %d %d\n", id, week_days != NULL ? week_days : "",
                          is_active, is_team_lead);
  counsellor->id = g_strdup (id);
  counsellor->is_active = is_active;
  counsellor->is_team_lead = is_team_lead;
  counsellor->days.good_fridays = self->good_fridays;
  counsellor->days.week_days_off = read_days_off (week_days);
  counsellor->days.closed = self->closed;
  counsellor->days.away = g_array_new (FALSE, FALSE, sizeof (LoketDates));
  g_ptr_array_add (self->counsellors, counsellor);
}

static Counsellor *
find_counsellor (const LoketRules *self,
                 const char       *id)
{
  for (guint i = 0; id != NULL && i < self->counsellors->len; i++)
    {
      Counsellor *counsellor = self->counsellors->pdata[i];

      if (g_str_equal (counsellor->id, id))
        return counsellor;
    }

  return NULL;
}

/**
 * loket_rules_add_absence:
 * @counsellor_id: the id of a counsellor who was added before
 * @from: the first day of the absence, YYYY-MM-DD
 * @until: the last day
 * @substitute_id: (nullable): who does the work meanwhile; NULL when it waits, or falls to the team
 *   leads when it would have to wait for more than four weeks
 */
void
loket_rules_add_absence (LoketRules *self,
                         const char *counsellor_id,
                         const char *from,
                         const char *until,
                         const char *substitute_id)
{
  Counsellor *counsellor = find_counsellor (self, counsellor_id);
  Absence *absence = g_new0 (Absence, 1);

  g_string_append_printf (self->source, "%s %s-%s %s\n", counsellor_id, from, until,
                          substitute_id != NULL ? substitute_id : "");
  absence->counsellor_id = g_strdup (counsellor_id);
  absence->substitute_id = g_strdup (substitute_id);
  absence->dates = make_dates (from, until);
  g_ptr_array_add (self->absences, absence);
  if (counsellor != NULL && substitute_id == NULL
      && loket_date_get_day (until) - loket_date_get_day (from) < LONGEST_WAIT)
    g_array_append_val (counsellor->days.away, absence->dates);
}

static const Setting *
find_setting (const LoketRules *self,
              LoketRule         rule,
              const char       *on)
{
  for (guint i = 0; self != NULL && i < self->settings->len; i++)
    {
      const Setting *setting = &g_array_index (self->settings, Setting, i);

      if (setting->rule == (int) rule
          && strncmp (setting->valid_from.text, on, LOKET_DATE_LENGTH) <= 0)
        return setting;
    }

  return NULL;
}

/**
 * loket_rules_get:
 * @self: (nullable): the rules; NULL for an office that chose nothing
 * @rule: a rule that is one number
 * @on: the day of what the rule is about: of the sign-up, of the request ..., a date or a moment
 *
 * Returns: the amount that held on that day
 */
int
loket_rules_get (const LoketRules *self,
                 LoketRule         rule,
                 const char       *on)
{
  const Setting *setting = find_setting (self, rule, on);

  return setting != NULL ? setting->numbers[0] : atoi (loket_rule_get_facts (rule)->usual);
}

/**
 * loket_rules_get_value:
 * @self: (nullable): the rules
 *
 * Returns: (transfer none): as loket_rules_get_numbers (), the numbers joined by ';'
 */
const char *
loket_rules_get_value (const LoketRules *self,
                       LoketRule         rule,
                       const char       *on)
{
  const Setting *setting = find_setting (self, rule, on);

  return setting != NULL ? setting->value : loket_rule_get_facts (rule)->usual;
}

/**
 * loket_rules_get_text:
 * @self: (nullable): the rules
 * @name: the name of a setting that is no rule
 * @on: as for loket_rules_get ()
 *
 * Returns: (transfer none) (nullable): what the office chose; NULL when it chose nothing
 */
const char *
loket_rules_get_text (const LoketRules *self,
                      const char       *name,
                      const char       *on)
{
  for (guint i = 0; self != NULL && i < self->settings->len; i++)
    {
      const Setting *setting = &g_array_index (self->settings, Setting, i);

      if (g_str_equal (setting->name, name)
          && strncmp (setting->valid_from.text, on, LOKET_DATE_LENGTH) <= 0)
        return setting->value;
    }

  return NULL;
}

/**
 * loket_rules_get_numbers:
 * @self: (nullable): the rules
 * @rule: a rule
 * @on: as for loket_rules_get ()
 * @numbers: (out): the amounts that held on that day, the smallest first
 *
 * Returns: how many there are
 */
guint
loket_rules_get_numbers (const LoketRules *self,
                         LoketRule         rule,
                         const char       *on,
                         int               numbers[static LOKET_MOST_AFTERCARE])
{
  return loket_rule_parse (rule, loket_rules_get_value (self, rule, on), numbers);
}

/**
 * loket_rules_get_days:
 * @self: (nullable): the rules
 * @counsellor_id: (nullable): the id of a counsellor; NULL for the office
 *
 * Returns: (transfer none) (nullable): when the office is open, or the counsellor works there: not
 *   on days of the week that are free, nor during an absence of up to four weeks in which nobody
 *   stands in
 */
const LoketWorkingDays *
loket_rules_get_days (const LoketRules *self,
                      const char       *counsellor_id)
{
  const Counsellor *counsellor = self != NULL ? find_counsellor (self, counsellor_id) : NULL;

  if (counsellor != NULL)
    return &counsellor->days;

  return self != NULL ? &self->days : NULL;
}

/**
 * loket_rules_get_due:
 * @self: (nullable): the rules
 * @counsellor_id: (nullable): the id of who will do it
 * @rule: a rule that counts working days
 * @date: the day of what the rule is about, a date or a moment
 *
 * The days of the office are counted: who works two days a week is not given more time. Only the
 * day that is reached moves on to one on which the counsellor works.
 *
 * Returns: the day on which it is due
 */
LoketDateText
loket_rules_get_due (const LoketRules *self,
                     const char       *counsellor_id,
                     LoketRule         rule,
                     const char       *date)
{
  LoketDateText due = loket_working_days_add (loket_rules_get_days (self, NULL), date,
                                              loket_rules_get (self, rule, date));

  return loket_working_days_move_on (loket_rules_get_days (self, counsellor_id), due.text);
}

static const Absence *
find_absence (const LoketRules *self,
              const char       *counsellor_id,
              const char       *date)
{
  for (guint i = 0; i < self->absences->len; i++)
    {
      const Absence *absence = self->absences->pdata[i];

      if (g_str_equal (absence->counsellor_id, counsellor_id)
          && strncmp (absence->dates.from.text, date, LOKET_DATE_LENGTH) <= 0
          && strncmp (absence->dates.until.text, date, LOKET_DATE_LENGTH) >= 0)
        return absence;
    }

  return NULL;
}

/**
 * loket_rules_find_owner:
 * @self: (nullable): the rules
 * @counsellor_id: (nullable): the id of the counsellor to whom some work is assigned
 * @date: a date or a moment
 *
 * Who is away is stood in for by the substitute, who may be away as well and then by theirs.
 *
 * Returns: (transfer none) (nullable): the id of who does the work on that day; NULL when nobody
 *   does: nobody stands in, or the counsellor works here no more
 */
const char *
loket_rules_find_owner (const LoketRules *self,
                        const char       *counsellor_id,
                        const char       *date)
{
  const char *owner_id = counsellor_id;
  const Counsellor *owner;

  if (self == NULL || owner_id == NULL)
    return owner_id;

  /* A chain that is longer than there are absences turns in a circle. */
  for (guint i = 0; i <= self->absences->len; i++)
    {
      const Absence *absence = find_absence (self, owner_id, date);

      if (absence == NULL)
        {
          owner = find_counsellor (self, owner_id);
          return owner == NULL || owner->is_active ? owner_id : NULL;
        }
      owner_id = absence->substitute_id;
      if (owner_id == NULL)
        return NULL;
    }

  return NULL;
}

static gboolean
is_there (const LoketRules *self,
          const Counsellor *counsellor,
          const char       *date)
{
  return counsellor->is_active && find_absence (self, counsellor->id, date) == NULL;
}

/* Work that nobody has falls to the team leads who are there, and without one to everybody. */
static gboolean
takes_the_rest (const LoketRules *self,
                const char       *owner_id,
                const char       *date)
{
  const Counsellor *owner = find_counsellor (self, owner_id);

  if (owner == NULL || !is_there (self, owner, date))
    return FALSE;

  for (guint i = 0; !owner->is_team_lead && i < self->counsellors->len; i++)
    {
      const Counsellor *other = self->counsellors->pdata[i];

      if (other->is_team_lead && is_there (self, other, date))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_rules_does_work:
 * @self: (nullable): the rules
 * @owner_id: the id of a counsellor
 * @counsellor_id: (nullable): the id of the counsellor to whom some work is assigned
 * @date: a date or a moment
 *
 * Returns: whether the work is the owner's on that day: the own one unless away, that of who is
 *   stood in for, and for a team lead that of which nobody does it
 */
gboolean
loket_rules_does_work (const LoketRules *self,
                       const char       *owner_id,
                       const char       *counsellor_id,
                       const char       *date)
{
  const char *its_owner = loket_rules_find_owner (self, counsellor_id, date);

  return its_owner != NULL ? g_str_equal (its_owner, owner_id)
                           : takes_the_rest (self, owner_id, date);
}

/**
 * loket_rules_dup_owned:
 * @self: (nullable): the rules
 * @owner_id: the id of a counsellor
 * @date: a date or a moment
 *
 * Returns: (transfer full): the ids of those whose work the counsellor does on that day: the own
 *   one unless away, of those for whom the counsellor stands in, and for a team lead also of those
 *   for whom nobody does, and %LOKET_WORK_NOBODY. All work is somebody's, as long as anybody is
 *   there.
 */
GStrv
loket_rules_dup_owned (const LoketRules *self,
                       const char       *owner_id,
                       const char       *date)
{
  g_autoptr (GStrvBuilder) owned = g_strv_builder_new ();

  if (self == NULL || find_counsellor (self, owner_id) == NULL)
    {
      g_strv_builder_add (owned, owner_id);
      return g_strv_builder_end (owned);
    }

  for (guint i = 0; i < self->counsellors->len; i++)
    {
      const Counsellor *counsellor = self->counsellors->pdata[i];

      if (loket_rules_does_work (self, owner_id, counsellor->id, date))
        g_strv_builder_add (owned, counsellor->id);
    }
  if (takes_the_rest (self, owner_id, date))
    g_strv_builder_add (owned, LOKET_WORK_NOBODY);

  return g_strv_builder_end (owned);
}
