/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the records say of a trajectory changes when somebody works on it, long after figures by it
 * left. So a release by facts of the records remembers the bands of each response, behind its
 * tables and as far as no release before it did:
 *
 *     fact  0192f0c5-...  214361   the digits of its bands, in the order of the facts
 *     fact  0192f0c5-...  -        about no trajectory any more
 *
 * Who is in no line was about no trajectory. A line `facts` says that it was looked at, even when
 * nothing changed. */

#include "loketten-config.h"

#include "loket-released-facts.h"

#include "loket-ids.h"
#include "loket-period.h"
#include "loket-response-table.h"

#include <string.h>

/* From when on a response is in its bands, as arrivals count. */
typedef struct
{
  guint64 from;
  gboolean is_nowhere;  /* about no trajectory */
  guint8 bands[LOKET_N_FACTS];
} Turn;

struct _LoketReleasedFacts
{
  GArray *times;      /* (owned) of guint64: when figures by facts left, growing */
  GHashTable *turns;  /* (owned) by id of a response: GArray of Turn */
};

/**
 * loket_released_facts_new:
 *
 * Returns: (transfer full): that no figures by facts left yet
 */
LoketReleasedFacts *
loket_released_facts_new (void)
{
  LoketReleasedFacts *self = g_new0 (LoketReleasedFacts, 1);

  self->times = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);

  return self;
}

void
loket_released_facts_free (LoketReleasedFacts *self)
{
  g_array_unref (self->times);
  g_hash_table_unref (self->turns);
  g_free (self);
}

static guint64
get_last_time (const LoketReleasedFacts *self)
{
  return self->times->len > 0 ? g_array_index (self->times, guint64, self->times->len - 1) : 0;
}

/* Who was there when figures left, and in no line then, was about no trajectory. */
static void
add_turn (LoketReleasedFacts *self,
          const char         *response,
          const Turn         *turn)
{
  GArray *turns = g_hash_table_lookup (self->turns, response);
  Turn next = *turn;

  if (turns == NULL)
    {
      const Turn nowhere = { .is_nowhere = TRUE };

      turns = g_array_new (FALSE, FALSE, sizeof (Turn));
      g_hash_table_insert (self->turns, g_strdup (response), turns);
      if (loket_ids_get_order (response) <= get_last_time (self))
        g_array_append_val (turns, nowhere);
      else
        next.from = 0;
    }
  g_array_append_val (turns, next);
}

static void
read_line (LoketReleasedFacts *self,
           const char         *line,
           guint64             at)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  Turn turn = { .from = at };

  if (g_strv_length (fields) != 2)
    return;
  turn.is_nowhere = strlen (fields[1]) != LOKET_N_FACTS;
  for (guint i = 0; !turn.is_nowhere && i < LOKET_N_FACTS; i++)
    turn.bands[i] = (guint8) (fields[1][i] - '0');
  add_turn (self, fields[0], &turn);
}

/**
 * loket_released_facts_read:
 * @tables: of a release, as they were kept; one after the other, in the order in which they left
 * @at: when it left, as arrivals count
 *
 * Learns in which bands responses were at that time.
 */
void
loket_released_facts_read (LoketReleasedFacts *self,
                           const char         *tables,
                           guint64             at)
{
  const char *place = strstr (tables, "\nfacts\n");
  g_auto (GStrv) lines = NULL;

  if (place == NULL)
    return;

  lines = g_strsplit (place, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "fact\t"))
        read_line (self, lines[i] + strlen ("fact\t"), at);
    }
  g_array_append_val (self->times, at);
}

/* What is so now, against what was so when figures left last. */
typedef struct
{
  LoketReleasedFacts *self;
  LoketResponseFacts *now;
  GString *changes;
} Finishing;

static gboolean
is_as_known (const LoketReleasedFacts *self,
             const char               *response,
             const guint8             *bands)
{
  const GArray *turns = g_hash_table_lookup (self->turns, response);
  const Turn *last;

  if (turns == NULL)
    return bands == NULL;
  last = &g_array_index (turns, Turn, turns->len - 1);

  return bands == NULL ? last->is_nowhere
                       : !last->is_nowhere && memcmp (last->bands, bands, LOKET_N_FACTS) == 0;
}

static gboolean
note_row (const LoketResponseRow  *row,
          gpointer                 user_data,
          GError                 **error)
{
  const Finishing *finishing = user_data;
  Turn turn = { .from = get_last_time (finishing->self) + 1 };
  const guint8 *bands;
  int month = 0;

  if (!loket_month_parse (row->month, &month, error))
    return FALSE;

  bands = loket_response_facts_get (finishing->now, row->id, month);
  if (is_as_known (finishing->self, row->id, bands))
    return TRUE;

  turn.is_nowhere = bands == NULL;
  g_string_append_printf (finishing->changes, "fact\t%s\t", row->id);
  for (guint i = 0; bands != NULL && i < LOKET_N_FACTS; i++)
    g_string_append_c (finishing->changes, (char) ('0' + (turn.bands[i] = bands[i])));
  g_string_append (finishing->changes, bands != NULL ? "\n" : "-\n");
  add_turn (finishing->self, row->id, &turn);

  return TRUE;
}

/**
 * loket_released_facts_finish:
 * @questionnaire: the id of a questionnaire
 * @error: why the store could not be read
 *
 * Learns in which bands responses are now.
 *
 * Returns: (transfer full) (nullable): what is to be kept behind the tables when figures by facts
 *   leave now
 */
char *
loket_released_facts_finish (LoketReleasedFacts  *self,
                             LoketDatabase       *database,
                             const char          *questionnaire,
                             GError             **error)
{
  g_autoptr (LoketResponseFacts) now = loket_response_facts_load (database, questionnaire, error);
  g_autoptr (GString) changes = g_string_new ("facts\n");
  Finishing finishing = { self, now, changes };

  if (now == NULL
      || !loket_response_table_for_each (database, questionnaire, FALSE, note_row, &finishing,
                                         error))
    return NULL;

  return g_strdup (changes->str);
}

/**
 * loket_released_facts_is_any:
 *
 * Returns: whether figures by facts left
 */
gboolean
loket_released_facts_is_any (const LoketReleasedFacts *self)
{
  return self->times->len > 0;
}

/**
 * loket_released_facts_get:
 * @response: the id of a response, also of one that was removed
 * @at: as arrivals count
 *
 * Returns: (transfer none) (nullable): its bands at that time; NULL when it was about no trajectory
 */
const guint8 *
loket_released_facts_get (const LoketReleasedFacts *self,
                          const char               *response,
                          guint64                   at)
{
  const GArray *turns = g_hash_table_lookup (self->turns, response);

  for (guint i = turns != NULL ? turns->len : 0; i > 0; i--)
    {
      const Turn *turn = &g_array_index (turns, Turn, i - 1);

      if (turn->from <= at)
        return turn->is_nowhere ? NULL : turn->bands;
    }

  return NULL;
}

/**
 * loket_released_facts_turn:
 * @number: counted from 0
 * @at: (out): when, as arrivals count
 *
 * Returns: whether @response came into other bands so often
 */
gboolean
loket_released_facts_turn (const LoketReleasedFacts *self,
                           const char               *response,
                           guint                     number,
                           guint64                  *at)
{
  const GArray *turns = g_hash_table_lookup (self->turns, response);

  if (turns == NULL || number + 1 >= turns->len)
    return FALSE;
  *at = g_array_index (turns, Turn, number + 1).from;

  return TRUE;
}
