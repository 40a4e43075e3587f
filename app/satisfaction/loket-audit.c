/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether figures, together with all that left the program before, give anybody away.
 *
 * Figures of the same question add up in many ways: groups to a total, counsellors to an office,
 * months to a year, filters to everybody; what came in late, was corrected or was removed is the
 * difference of two releases.
 * All these are linear, so that an adversary who adds and subtracts knows exactly the span of what
 * was shown. A group of 1 to 4 persons, a month of it, the rest of a table, or any union of these
 * must not be in there.
 *
 * Tables by different columns say nothing of one another's groups beyond the totals that both show.
 * So each set of columns that a table combines, by its filters and its groups, is audited by
 * itself, in the smallest parts that those columns make; offices and counsellors are one column. */

#include "loketten-config.h"

#include "loket-audit.h"

#include <glib/gi18n-lib.h>

#include "loket-audit-pairs.h"
#include "loket-audit-space.h"
#include "loket-error.h"
#include "loket-withheld.h"

#define MAX_COLUMNS 31

/* Sets of columns are bits: the first for offices and counsellors, one for each other column. */
typedef struct
{
  LoketAuditCase   audit;
  LoketGrouping    columns[MAX_COLUMNS]; /* by bit, from 1 on */
  guint            n_columns;
  GArray          *sets; /* (owned) of guint32 */
} Audit;

static void
clear_audit (Audit *self)
{
  g_clear_pointer (&self->audit.released, g_ptr_array_unref);
  g_clear_pointer (&self->audit.times, loket_times_free);
  g_clear_pointer (&self->audit.withheld, g_hash_table_unref);
  g_clear_pointer (&self->sets, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Audit, clear_audit)

static gboolean
periods_meet (const LoketPeriod *one,
              const LoketPeriod *other)
{
  return one->first <= other->last && other->first <= one->last;
}

static gboolean
releases_meet (const LoketReleased *one,
               const LoketReleased *other)
{
  return periods_meet (&one->period, &other->period) ||
         (one->has_against && periods_meet (&one->against, &other->period)) ||
         (other->has_against && periods_meet (&one->period, &other->against)) ||
         (one->has_against && other->has_against && periods_meet (&one->against, &other->against));
}

static gboolean
meets_any (const Audit         *self,
           const LoketReleased *released)
{
  for (guint i = 0; i < self->audit.released->len; i++)
    {
      if (releases_meet (g_ptr_array_index (self->audit.released, i), released))
        return TRUE;
    }
  return FALSE;
}

/* Releases of the same survey that bear on the wanted one, maybe by way of others. */
static void
gather (Audit               *self,
        const GPtrArray     *ledger,
        const LoketReleased *wanted)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  gboolean has_more = TRUE;

  for (guint i = 0; i < ledger->len; i++)
    {
      LoketReleased *released = g_ptr_array_index (ledger, i);

      if (g_str_equal (released->questionnaire, wanted->questionnaire))
        g_ptr_array_add (others, released);
    }
  g_ptr_array_add (self->audit.released, (gpointer) wanted);
  while (has_more)
    {
      has_more = FALSE;
      for (guint i = others->len; i > 0; i--)
        {
          if (!meets_any (self, g_ptr_array_index (others, i - 1)))
            continue;
          g_ptr_array_insert (self->audit.released, 0,
                              g_ptr_array_steal_index_fast (others, i - 1));
          has_more = TRUE;
        }
    }
}

static void
sort_times (Audit *self)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (LoketTime));

  for (guint i = 0; i < self->audit.released->len; i++)
    {
      const LoketReleased *released = g_ptr_array_index (self->audit.released, i);
      LoketTime time = { released->period, released->at };

      g_array_append_val (times, time);
      if (released->has_against)
        time.period = released->against;
      g_array_append_val (times, time);
    }
  self->audit.times = loket_times_new (self->audit.past, times);
}

/* 0 when there are too many. */
static guint32
get_column_bit (Audit               *self,
                const LoketGrouping *grouping)
{
  LoketGrouping base = loket_grouping_get_base (grouping);

  if (base.kind == LOKET_GROUPING_OFFICE || base.kind == LOKET_GROUPING_COUNSELLOR)
    return 1;
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (loket_grouping_is_equal (&self->columns[i], &base))
        return 2u << i;
    }
  if (self->n_columns == MAX_COLUMNS)
    return 0;
  self->columns[self->n_columns] = base;
  return 2u << self->n_columns++;
}

/* The columns by which a grouping tells apart; none when it is not known any more. */
static guint32
get_bits (Audit      *self,
          const char *by)
{
  const LoketGrouping by_wave = { LOKET_GROUPING_WAVE, NULL, NULL };
  g_autofree char *id = loket_released_dup_grouping (by);
  LoketGrouping grouping = { 0 };

  if (loket_released_is_pairs (by))
    return get_column_bit (self, &by_wave);
  if (!loket_grouping_find (loket_frame_get_questionnaire (self->audit.frame), id, &grouping, NULL))
    return 0;
  return get_column_bit (self, &grouping) |
         (loket_released_get_wave (by) != NULL ? get_column_bit (self, &by_wave) : 0);
}

/* Keeps only the largest: what a set of columns tells, every larger set with it tells too. */
static void
add_set (Audit   *self,
         guint32  set)
{
  for (guint i = self->sets->len; i > 0; i--)
    {
      guint32 other = g_array_index (self->sets, guint32, i - 1);

      if ((set & other) == set)
        return;
      if ((set & other) == other)
        g_array_remove_index_fast (self->sets, i - 1);
    }
  g_array_append_val (self->sets, set);
}

static void
find_sets (Audit *self)
{
  for (guint i = 0; i < self->audit.released->len; i++)
    {
      const LoketReleased *released = g_ptr_array_index (self->audit.released, i);
      guint32 filters = 0;

      for (guint k = 0; k < released->filters->len; k++)
        filters |= get_bits (
            self, ((LoketReleasedFilter *) g_ptr_array_index (released->filters, k))->by);
      add_set (self, filters);
      for (guint k = 0; k < released->groupings->len; k++)
        add_set (self, filters |
                           get_bits (self, ((LoketReleasedGrouping *) g_ptr_array_index (
                                              released->groupings, k))->by));
    }
}

static GArray *
list_columns (const Audit *self,
              guint32      set)
{
  const LoketGrouping units[] = { { LOKET_GROUPING_OFFICE, NULL, NULL },
                                  { LOKET_GROUPING_COUNSELLOR, NULL, NULL } };
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));

  if (set & 1)
    g_array_append_vals (columns, units, G_N_ELEMENTS (units));
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (set & 2u << i)
        g_array_append_val (columns, self->columns[i]);
    }
  return columns;
}

/* Pairs are other persons with each question. */
static void
check_pairs (Audit                 *self,
             const GArray          *columns,
             LoketReleasedQuestion *question)
{
  const LoketItem *item = loket_questionnaire_find_item (
      loket_frame_get_questionnaire (self->audit.frame), question->id);
  static const LoketAuditPart parts[] = { LOKET_AUDIT_PAIRS, LOKET_AUDIT_ANSWERS };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (LoketAuditSpace) space =
          loket_audit_space_new (&self->audit, columns, item, parts[i]);

      loket_audit_space_check (space, question);
    }
}

static void
check_sets (Audit               *self,
            const LoketReleased *wanted)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      g_autoptr (GArray) columns = list_columns (self, g_array_index (self->sets, guint32, i));
      g_autoptr (LoketAuditSpace) space =
          loket_audit_space_new (&self->audit, columns, NULL, LOKET_AUDIT_ANSWERS);

      for (guint k = 0; k < wanted->questions->len; k++)
        {
          LoketReleasedQuestion *question = g_ptr_array_index (wanted->questions, k);

          if (loket_audit_pairs_has_any (&self->audit, question->id))
            check_pairs (self, columns, question);
          else
            loket_audit_space_check (space, question);
        }
    }
}

/* Whether the responses themselves, or all questions that had something to show, are withheld. */
static gboolean
is_nothing_left (const Audit         *self,
                 const LoketReleased *wanted)
{
  guint n_shown = 0;
  guint n_withheld = 0;

  for (guint i = 0; i < wanted->questions->len; i++)
    {
      const LoketReleasedQuestion *question = g_ptr_array_index (wanted->questions, i);
      gboolean is_withheld =
          loket_withheld_has (self->audit.withheld, question->id, LOKET_WITHHELD_TOTAL, "");

      if (*question->id == '\0' && is_withheld)
        return TRUE;
      n_shown += *question->id != '\0' && question->total > 0 ? 1 : 0;
      n_withheld += is_withheld ? 1 : 0;
    }
  return n_shown > 0 && n_withheld == n_shown;
}

/**
 * loket_audit_find_withheld:
 * @past: all responses of now, and those that left figures rest on
 * @ledger: (element-type LoketReleased): what left the program before
 * @wanted: what is to leave now
 *
 * Chooses which figures of @wanted stay hidden so that, with everything in @ledger, nobody can work
 * out what any 1 to 4 persons answered together: of those that would be needed for it the one with
 * the fewest answers, until none can be worked out.
 *
 * Returns: (transfer full) (nullable): as loket_withheld_new () makes it, often empty; NULL with
 *   %LOKET_ERROR_CONSTRAINT and the reason in a sentence when @wanted cannot leave at all
 */
GHashTable *
loket_audit_find_withheld (const LoketPast      *past,
                           const GPtrArray      *ledger,
                           const LoketReleased  *wanted,
                           GError              **error)
{
  g_auto (Audit) self = {
    { past, past->frame, g_ptr_array_new (), NULL, loket_withheld_new () }
  };

  self.sets = g_array_new (FALSE, FALSE, sizeof (guint32));
  gather (&self, ledger, wanted);
  sort_times (&self);
  find_sets (&self);
  check_sets (&self, wanted);
  if (!is_nothing_left (&self, wanted))
    return g_hash_table_ref (self.audit.withheld);
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_CONSTRAINT,
                       _("These figures cannot leave the program: together with what left before, "
                         "the answers of 1 to 4 clients could be worked out. Choose a longer "
                         "period, or wait until more answers have come in."));
  return NULL;
}
