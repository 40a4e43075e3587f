/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The figures of releases as sums of atoms. */

#include "loket-audit-sums.h"

#include "loket-audit-pairs.h"

static gboolean
has_column (const LoketAuditSums *self,
            const LoketGrouping  *grouping)
{
  LoketGrouping base = loket_grouping_get_base (grouping);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (loket_grouping_is_equal (&g_array_index (self->columns, LoketGrouping, i), &base))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_grouping (const LoketAuditSums *self,
               const char           *id,
               LoketGrouping        *grouping)
{
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (self->audit->frame);
  g_autofree char *own = loket_released_dup_grouping (id);

  return loket_grouping_find (questionnaire, own, grouping, NULL) && has_column (self, grouping);
}

static gboolean
admits_kind (const LoketAuditSums *self,
             const LoketReleased  *released,
             const char           *by,
             guint                 kind)
{
  LoketFrame *frame = self->audit->frame;
  LoketGrouping grouping = { 0 };

  if (!find_grouping (self, by, &grouping))
    return FALSE;
  for (guint i = 0; i < released->filters->len; i++)
    {
      const LoketReleasedFilter *filter = g_ptr_array_index (released->filters, i);
      int group = -1;

      if (!g_str_equal (filter->by, by))
        continue;
      group = loket_frame_find_group (frame, &grouping, filter->value);
      if (group >= 0 && loket_atoms_is_in_group (self->atoms, kind, &grouping, (guint) group))
        return TRUE;
    }
  return FALSE;
}

/* The kinds of persons that pass all filters of a release; NULL when it filters by a column that
 * is not looked at here. */
static GArray *
find_kinds (const LoketAuditSums *self,
            const LoketReleased  *released)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < released->filters->len; i++)
    {
      const LoketReleasedFilter *filter = g_ptr_array_index (released->filters, i);
      LoketGrouping grouping = { 0 };

      if (!find_grouping (self, filter->by, &grouping))
        {
          g_array_unref (kinds);
          return NULL;
        }
    }
  for (guint kind = 0; kind < self->atoms->n_kinds; kind++)
    {
      gboolean passes = TRUE;

      for (guint i = 0; i < released->filters->len && passes; i++)
        passes = admits_kind (
            self, released,
            ((LoketReleasedFilter *) g_ptr_array_index (released->filters, i))->by, kind);
      if (passes)
        g_array_append_val (kinds, kind);
    }
  return kinds;
}

static void
add_sum (LoketAuditSums *self,
         LoketAuditSum   sum,
         const GArray   *kinds)
{
  guint time = sum.release * 2 + (sum.grouping == LOKET_SUM_AGAINST ? 1 : 0);
  const GArray *classes = g_ptr_array_index (self->audit->times->members, time);

  sum.first_atom = self->lists->len;
  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    loket_atoms_append (self->atoms, g_array_index (kinds, guint, i), classes, self->lists);
  sum.n_atoms = self->lists->len - sum.first_atom;
  g_array_append_val (self->sums, sum);
}

/* Those of @kinds who are in the wave that a grouping is about; NULL when waves are not told apart
 * here. */
static GArray *
pick_wave (const LoketAuditSums *self,
           const GArray         *kinds,
           const char           *wave)
{
  const LoketGrouping by_wave = { LOKET_GROUPING_WAVE, NULL, NULL };
  GArray *picked = NULL;
  int group = -1;

  if (wave == NULL)
    return g_array_copy ((GArray *) kinds);
  if (!has_column (self, &by_wave))
    return NULL;
  picked = g_array_new (FALSE, FALSE, sizeof (guint));
  group = loket_frame_find_group (self->audit->frame, &by_wave, wave);
  for (guint i = 0; group > 0 && i < kinds->len; i++)
    {
      guint kind = g_array_index (kinds, guint, i);

      if (loket_atoms_is_in_group (self->atoms, kind, &by_wave, (guint) group))
        g_array_append_val (picked, kind);
    }
  return picked;
}

static GPtrArray *
sort_by_group (const LoketAuditSums *self,
               const GArray         *kinds,
               const LoketGrouping  *grouping)
{
  GPtrArray *by_group = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_groups = loket_frame_get_n_groups (self->audit->frame, grouping);

  for (guint group = 0; group < n_groups; group++)
    {
      GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < kinds->len; i++)
        {
          guint kind = g_array_index (kinds, guint, i);

          if (loket_atoms_is_in_group (self->atoms, kind, grouping, group))
            g_array_append_val (members, kind);
        }
      g_ptr_array_add (by_group, members);
    }
  return by_group;
}

static void
add_groups (LoketAuditSums              *self,
            guint                        release,
            guint                        number,
            const LoketReleasedGrouping *released,
            const GArray                *kinds)
{
  LoketGrouping grouping = { 0 };
  g_autoptr (GArray) picked = NULL;
  g_autoptr (GPtrArray) by_group = NULL;

  if (!find_grouping (self, released->by, &grouping))
    return;
  picked = pick_wave (self, kinds, loket_released_get_wave (released->by));
  if (picked == NULL)
    return;
  by_group = sort_by_group (self, picked, &grouping);
  for (guint i = 0; i < released->values->len; i++)
    {
      int group = loket_frame_find_group (self->audit->frame, &grouping,
                                          g_ptr_array_index (released->values, i));
      LoketAuditSum sum = { release, (int) number, i, 0, 0 };

      add_sum (self, sum, group >= 0 ? g_ptr_array_index (by_group, (guint) group) : NULL);
    }
}

/* The answers before, and after, of those of @kinds who make pairs. */
static void
add_pairs (LoketAuditSums *self,
           guint           release,
           guint           number,
           const GArray   *kinds)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const LoketAuditPairs *pairs = g_ptr_array_index (self->pairs, i);
      g_autoptr (GArray) picked = NULL;

      if (pairs->release != release || pairs->grouping != number)
        continue;
      picked = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint k = 0; k < kinds->len; k++)
        {
          guint kind = g_array_index (kinds, guint, k);

          if (pairs->marks[g_array_index (self->atoms->samples, guint32, kind)])
            g_array_append_val (picked, kind);
        }
      add_sum (self, (LoketAuditSum) { release, (int) number, pairs->value, 0, 0 }, picked);
    }
}

static void
add_release (LoketAuditSums *self,
             guint           number)
{
  const LoketReleased *released = g_ptr_array_index (self->audit->released, number);
  g_autoptr (GArray) kinds = find_kinds (self, released);

  if (kinds == NULL)
    return;
  for (guint i = 0; i < released->groupings->len; i++)
    add_pairs (self, number, i, kinds);
  if (self->part == LOKET_AUDIT_PAIRS)
    return;
  add_sum (self, (LoketAuditSum) { number, LOKET_SUM_TOTAL, 0, 0, 0 }, kinds);
  if (released->has_against)
    add_sum (self, (LoketAuditSum) { number, LOKET_SUM_AGAINST, 0, 0, 0 }, kinds);
  for (guint i = 0; i < released->groupings->len; i++)
    add_groups (self, number, i, g_ptr_array_index (released->groupings, i), kinds);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const LoketAuditSum *one = a;
  const LoketAuditSum *other = b;

  return one->n_atoms < other->n_atoms ? -1 : one->n_atoms > other->n_atoms ? 1 : 0;
}

/**
 * loket_audit_sums_new:
 * @columns: (element-type LoketGrouping): offices and counsellors together, single choices
 * @item: (nullable): the only question that is looked at; NULL for all without pairs
 * @part: which figures of it
 *
 * Returns: (transfer full): the figures of all releases that concern no other columns
 */
LoketAuditSums *
loket_audit_sums_new (const LoketAuditCase *audit,
                      const GArray         *columns,
                      const LoketItem      *item,
                      LoketAuditPart        part)
{
  LoketAuditSums *self = g_new0 (LoketAuditSums, 1);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();

  self->audit = audit;
  self->columns = columns;
  self->part = part;
  self->pairs = loket_audit_pairs_find (audit, item, part);
  for (guint i = 0; i < self->pairs->len; i++)
    g_ptr_array_add (marks, ((LoketAuditPairs *) g_ptr_array_index (self->pairs, i))->marks);
  self->atoms = loket_atoms_new (audit->past, audit->times, columns, marks);
  self->sums = g_array_new (FALSE, FALSE, sizeof (LoketAuditSum));
  self->lists = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < audit->released->len; i++)
    add_release (self, i);
  g_array_sort (self->sums, compare_lengths);
  return self;
}

void
loket_audit_sums_free (LoketAuditSums *self)
{
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->atoms, loket_atoms_free);
  g_clear_pointer (&self->sums, g_array_unref);
  g_clear_pointer (&self->lists, g_array_unref);
  g_free (self);
}

/**
 * loket_audit_sums_is_wanted:
 *
 * Returns: whether the figure is one that is to leave now
 */
gboolean
loket_audit_sums_is_wanted (const LoketAuditSums *self,
                            const LoketAuditSum  *sum)
{
  return sum->release == self->audit->released->len - 1;
}

/**
 * loket_audit_sums_get_shown:
 * @id: of a question
 *
 * Returns: how many persons the figure was shown of; 0 when it was not
 */
guint
loket_audit_sums_get_shown (const LoketAuditSums *self,
                            const LoketAuditSum  *sum,
                            const char           *id)
{
  const LoketReleasedQuestion *question =
      loket_released_find_question (g_ptr_array_index (self->audit->released, sum->release), id);

  if (question == NULL)
    return 0;
  if (sum->grouping == LOKET_SUM_TOTAL)
    return question->total;
  if (sum->grouping == LOKET_SUM_AGAINST)
    return question->against;
  if ((guint) sum->grouping >= question->groups->len)
    return 0;
  return g_array_index ((GArray *) g_ptr_array_index (question->groups, (guint) sum->grouping),
                        guint, sum->group);
}
