/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The audit of the tables by certain columns: every figure of them is a sum of the same atoms.
 *
 * Nobody can tell atoms apart that were always counted together, and what many persons said may be
 * known. So the atoms with more than 4 persons who answered a question are numbered before those
 * with 1 to 4, and what the span has on the latter alone is looked through for sets of 1 to 4
 * persons. Atoms of nobody are left out: that there is nobody counts as known. */

#include "loket-audit-space.h"

#include "loket-derivation.h"
#include "loket-disclosure.h"
#include "loket-withheld.h"

/* The group of a sum that is no group. */
#define IS_TOTAL   -1
#define IS_AGAINST -2

/* A figure that stands, or can stand, in a release. */
typedef struct
{
  guint release;
  int   grouping; /* of the release, or one of the above */
  guint group;
  guint first_atom; /* in the list of all sums */
  guint n_atoms;
} Sum;

struct _LoketAuditSpace
{
  const LoketAuditCase *audit; /* borrowed */
  const GArray         *columns; /* borrowed */
  LoketAtoms           *atoms; /* (owned) */
  GArray               *sums; /* (owned) of Sum, the shortest first */
  GArray               *lists; /* (owned) of guint: the atoms of all sums */
};

/* The atoms of one question as columns of a span. */
typedef struct
{
  LoketAuditSpace *space;
  const char      *question;
  const Sum      **wanted; /* (owned) the sums in question */
  guint            n_wanted;
  guint           *columns; /* (owned) by atom; G_MAXUINT for nobody */
  guint           *persons; /* (owned) of the columns from first_small on */
  guint            first_small;
  guint            end;
} Layout;

static void
clear_layout (Layout *layout)
{
  g_free (layout->wanted);
  g_free (layout->columns);
  g_free (layout->persons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, clear_layout)

static gboolean
has_column (const LoketAuditSpace *space,
            const LoketGrouping   *grouping)
{
  LoketGrouping base = loket_grouping_get_base (grouping);

  for (guint i = 0; i < space->columns->len; i++)
    {
      if (loket_grouping_is_equal (&g_array_index (space->columns, LoketGrouping, i), &base))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_grouping (const LoketAuditSpace *space,
               const char            *id,
               LoketGrouping         *grouping)
{
  LoketQuestionnaire *questionnaire = loket_frame_get_questionnaire (space->audit->frame);
  g_autofree char *own = loket_released_dup_grouping (id);

  return loket_grouping_find (questionnaire, own, grouping, NULL) && has_column (space, grouping);
}

static gboolean
admits_kind (const LoketAuditSpace *space,
             const LoketReleased   *released,
             const char            *by,
             guint                  kind)
{
  LoketFrame *frame = space->audit->frame;
  LoketGrouping grouping = { 0 };

  if (!find_grouping (space, by, &grouping))
    return FALSE;
  for (guint i = 0; i < released->filters->len; i++)
    {
      const LoketReleasedFilter *filter = g_ptr_array_index (released->filters, i);
      int group = -1;

      if (!g_str_equal (filter->by, by))
        continue;
      group = loket_frame_find_group (frame, &grouping, filter->value);
      if (group >= 0 && loket_atoms_is_in_group (space->atoms, kind, &grouping, (guint) group))
        return TRUE;
    }
  return FALSE;
}

/* The kinds of persons that pass all filters of a release; NULL when it filters by a column that
 * is not looked at here. */
static GArray *
find_kinds (const LoketAuditSpace *space,
            const LoketReleased   *released)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < released->filters->len; i++)
    {
      const LoketReleasedFilter *filter = g_ptr_array_index (released->filters, i);
      LoketGrouping grouping = { 0 };

      if (!find_grouping (space, filter->by, &grouping))
        {
          g_array_unref (kinds);
          return NULL;
        }
    }
  for (guint kind = 0; kind < space->atoms->n_kinds; kind++)
    {
      gboolean passes = TRUE;

      for (guint i = 0; i < released->filters->len && passes; i++)
        passes = admits_kind (
            space, released,
            ((LoketReleasedFilter *) g_ptr_array_index (released->filters, i))->by, kind);
      if (passes)
        g_array_append_val (kinds, kind);
    }
  return kinds;
}

static void
add_sum (LoketAuditSpace *space,
         Sum              sum,
         const GArray    *kinds)
{
  guint time = sum.release * 2 + (sum.grouping == IS_AGAINST ? 1 : 0);
  const GArray *classes = g_ptr_array_index (space->audit->times->members, time);

  sum.first_atom = space->lists->len;
  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    loket_atoms_append (space->atoms, g_array_index (kinds, guint, i), classes, space->lists);
  sum.n_atoms = space->lists->len - sum.first_atom;
  g_array_append_val (space->sums, sum);
}

/* Those of @kinds who are in the wave that a grouping is about; NULL when waves are not told apart
 * here. */
static GArray *
pick_wave (const LoketAuditSpace *space,
           const GArray          *kinds,
           const char            *wave)
{
  const LoketGrouping by_wave = { LOKET_GROUPING_WAVE, NULL, NULL };
  GArray *picked = NULL;
  int group = -1;

  if (wave == NULL)
    return g_array_copy ((GArray *) kinds);
  if (!has_column (space, &by_wave))
    return NULL;
  picked = g_array_new (FALSE, FALSE, sizeof (guint));
  group = loket_frame_find_group (space->audit->frame, &by_wave, wave);
  for (guint i = 0; group > 0 && i < kinds->len; i++)
    {
      guint kind = g_array_index (kinds, guint, i);

      if (loket_atoms_is_in_group (space->atoms, kind, &by_wave, (guint) group))
        g_array_append_val (picked, kind);
    }
  return picked;
}

static GPtrArray *
sort_by_group (const LoketAuditSpace *space,
               const GArray          *kinds,
               const LoketGrouping   *grouping)
{
  GPtrArray *by_group = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_groups = loket_frame_get_n_groups (space->audit->frame, grouping);

  for (guint group = 0; group < n_groups; group++)
    {
      GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < kinds->len; i++)
        {
          guint kind = g_array_index (kinds, guint, i);

          if (loket_atoms_is_in_group (space->atoms, kind, grouping, group))
            g_array_append_val (members, kind);
        }
      g_ptr_array_add (by_group, members);
    }
  return by_group;
}

static void
add_groups (LoketAuditSpace             *space,
            guint                        release,
            guint                        number,
            const LoketReleasedGrouping *released,
            const GArray                *kinds)
{
  LoketGrouping grouping = { 0 };
  g_autoptr (GArray) picked = NULL;
  g_autoptr (GPtrArray) by_group = NULL;

  if (!find_grouping (space, released->by, &grouping))
    return;
  picked = pick_wave (space, kinds, loket_released_get_wave (released->by));
  if (picked == NULL)
    return;
  by_group = sort_by_group (space, picked, &grouping);
  for (guint i = 0; i < released->values->len; i++)
    {
      int group = loket_frame_find_group (space->audit->frame, &grouping,
                                          g_ptr_array_index (released->values, i));
      Sum sum = { release, (int) number, i, 0, 0 };

      add_sum (space, sum, group >= 0 ? g_ptr_array_index (by_group, (guint) group) : NULL);
    }
}

static void
add_release (LoketAuditSpace *space,
             guint            number)
{
  const LoketReleased *released = g_ptr_array_index (space->audit->released, number);
  g_autoptr (GArray) kinds = find_kinds (space, released);

  if (kinds == NULL)
    return;
  add_sum (space, (Sum) { number, IS_TOTAL, 0, 0, 0 }, kinds);
  if (released->has_against)
    add_sum (space, (Sum) { number, IS_AGAINST, 0, 0, 0 }, kinds);
  for (guint i = 0; i < released->groupings->len; i++)
    add_groups (space, number, i, g_ptr_array_index (released->groupings, i), kinds);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const Sum *one = a;
  const Sum *other = b;

  return one->n_atoms < other->n_atoms ? -1 : one->n_atoms > other->n_atoms ? 1 : 0;
}

/**
 * loket_audit_space_new:
 * @columns: (element-type LoketGrouping): offices and counsellors together, single choices
 *
 * Returns: (transfer full): the figures of all releases that concern no other columns
 */
LoketAuditSpace *
loket_audit_space_new (const LoketAuditCase *audit,
                       const GArray         *columns)
{
  LoketAuditSpace *space = g_new0 (LoketAuditSpace, 1);

  space->audit = audit;
  space->columns = columns;
  space->atoms = loket_atoms_new (audit->frame, audit->times, columns);
  space->sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  space->lists = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < audit->released->len; i++)
    add_release (space, i);
  g_array_sort (space->sums, compare_lengths);
  return space;
}

void
loket_audit_space_free (LoketAuditSpace *space)
{
  g_clear_pointer (&space->atoms, loket_atoms_free);
  g_clear_pointer (&space->sums, g_array_unref);
  g_clear_pointer (&space->lists, g_array_unref);
  g_free (space);
}

static gboolean
is_wanted (const LoketAuditSpace *space,
           const Sum             *sum)
{
  return sum->release == space->audit->released->len - 1;
}

/* How many persons the figure was shown of; 0 when it was not. */
static guint
get_shown (const LoketAuditSpace *space,
           const Sum             *sum,
           const char            *id)
{
  const LoketReleasedQuestion *question =
      loket_released_find_question (g_ptr_array_index (space->audit->released, sum->release), id);

  if (question == NULL)
    return 0;
  if (sum->grouping == IS_TOTAL)
    return question->total;
  if (sum->grouping == IS_AGAINST)
    return question->against;
  if ((guint) sum->grouping >= question->groups->len)
    return 0;
  return g_array_index ((GArray *) g_ptr_array_index (question->groups, (guint) sum->grouping),
                        guint, sum->group);
}

/* Numbers the atoms, large ones first. FALSE when there are no small ones: then nothing can be
 * said of few persons. */
static gboolean
number_columns (Layout        *layout,
                const guint32 *counts)
{
  guint n_atoms = layout->space->atoms->n_atoms;
  guint n_large = 0;
  guint n_small = 0;

  for (guint i = 0; i < n_atoms; i++)
    {
      n_large += counts[i] >= LOKET_DISCLOSURE_MIN ? 1 : 0;
      n_small += loket_disclosure_is_hidden (counts[i]) ? 1 : 0;
    }
  layout->first_small = n_large;
  layout->end = n_large;
  layout->columns = g_new (guint, n_atoms + 1);
  layout->persons = g_new0 (guint, n_small + 1);
  n_large = 0;
  for (guint i = 0; i < n_atoms; i++)
    {
      layout->columns[i] = G_MAXUINT;
      if (counts[i] >= LOKET_DISCLOSURE_MIN)
        layout->columns[i] = n_large++;
      else if (counts[i] > 0)
        {
          layout->persons[layout->end - layout->first_small] = counts[i];
          layout->columns[i] = layout->end++;
        }
    }
  return n_small > 0;
}

/* Adds a sum to what is known, under a column of its own when it is one of those in question. */
static void
add_to_span (const Layout *layout,
             LoketSpan    *span,
             const Sum    *sum,
             int           own_column)
{
  g_autofree guint *columns = g_new (guint, sum->n_atoms + 1);
  guint n = 0;

  for (guint i = 0; i < sum->n_atoms; i++)
    {
      guint atom = g_array_index (layout->space->lists, guint, sum->first_atom + i);

      if (layout->columns[atom] != G_MAXUINT)
        columns[n++] = layout->columns[atom];
    }
  if (n == 0)
    return;
  if (own_column >= 0)
    columns[n++] = (guint) own_column;
  loket_span_add (span, columns, n);
}

static const char *
get_withheld_by (const LoketAuditSpace *space,
                 const Sum             *sum)
{
  const LoketReleased *wanted =
      g_ptr_array_index (space->audit->released, space->audit->released->len - 1);

  if (sum->grouping == IS_TOTAL)
    return LOKET_WITHHELD_TOTAL;
  if (sum->grouping == IS_AGAINST)
    return LOKET_WITHHELD_AGAINST;
  return ((LoketReleasedGrouping *) g_ptr_array_index (wanted->groupings,
                                                       (guint) sum->grouping))->by;
}

static const char *
get_withheld_value (const LoketAuditSpace *space,
                    const Sum             *sum)
{
  const LoketReleased *wanted =
      g_ptr_array_index (space->audit->released, space->audit->released->len - 1);

  if (sum->grouping < 0)
    return "";
  return g_ptr_array_index (((LoketReleasedGrouping *) g_ptr_array_index (
                                wanted->groupings, (guint) sum->grouping))->values,
                            sum->group);
}

/* The figures in question that are still to be shown. */
static void
find_wanted (Layout *layout)
{
  const LoketAuditSpace *space = layout->space;
  GHashTable *withheld = space->audit->withheld;

  layout->wanted = g_new0 (const Sum *, space->sums->len + 1);
  if (loket_withheld_has (withheld, layout->question, LOKET_WITHHELD_TOTAL, ""))
    return;
  for (guint i = 0; i < space->sums->len; i++)
    {
      const Sum *sum = &g_array_index (space->sums, Sum, i);

      if (is_wanted (space, sum) && get_shown (space, sum, layout->question) > 0 &&
          !loket_withheld_has (withheld, layout->question, get_withheld_by (space, sum),
                               get_withheld_value (space, sum)))
        layout->wanted[layout->n_wanted++] = sum;
    }
}

static LoketSpan *
span_ledger (const Layout *layout)
{
  const LoketAuditSpace *space = layout->space;
  LoketSpan *span = loket_span_new (layout->end + layout->n_wanted);

  for (guint i = 0; i < space->sums->len; i++)
    {
      const Sum *sum = &g_array_index (space->sums, Sum, i);

      if (!is_wanted (space, sum) && get_shown (space, sum, layout->question) > 0)
        add_to_span (layout, span, sum, -1);
    }
  return span;
}

/* Of the figures with which few persons are given away the smallest group, or, when no group is
 * among them, the question in all. */
static guint
choose (const Layout *layout,
        const GArray *used)
{
  guint chosen = g_array_index (used, guint, 0) - layout->end;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < used->len; i++)
    {
      guint number = g_array_index (used, guint, i) - layout->end;
      const Sum *sum = layout->wanted[number];
      guint n = get_shown (layout->space, sum, layout->question);

      if (sum->grouping != IS_TOTAL && n < fewest)
        {
          fewest = n;
          chosen = number;
        }
    }
  return chosen;
}

static GPtrArray *
find_derivations (const Layout    *layout,
                  const LoketSpan *ledger)
{
  g_autoptr (LoketSpan) span = loket_span_copy (ledger);
  const LoketDerivation derivation = { span, layout->first_small, layout->end,
                                       layout->end + layout->n_wanted, layout->persons };

  for (guint i = 0; i < layout->n_wanted; i++)
    {
      if (layout->wanted[i] != NULL)
        add_to_span (layout, span, layout->wanted[i], (int) (layout->end + i));
    }
  return loket_derivation_find (&derivation);
}

/* Whether a figure that is needed is taken out already. */
static gboolean
is_prevented (const Layout *layout,
              const GArray *used)
{
  for (guint i = 0; i < used->len; i++)
    {
      if (layout->wanted[g_array_index (used, guint, i) - layout->end] == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
prevent (Layout       *layout,
         const GArray *used)
{
  const LoketAuditSpace *space = layout->space;
  guint chosen = choose (layout, used);
  const Sum *sum = layout->wanted[chosen];

  layout->wanted[chosen] = NULL;
  loket_withheld_add (space->audit->withheld, layout->question, get_withheld_by (space, sum),
                      get_withheld_value (space, sum));
}

/* Takes out figures until nothing about few persons follows from the rest. */
static void
withhold (Layout          *layout,
          const LoketSpan *ledger)
{
  gboolean has_more = TRUE;

  while (has_more && !loket_withheld_has (layout->space->audit->withheld, layout->question,
                                          LOKET_WITHHELD_TOTAL, ""))
    {
      g_autoptr (GPtrArray) found = find_derivations (layout, ledger);

      has_more = found->len > 0;
      for (guint i = 0; i < found->len; i++)
        {
          if (!is_prevented (layout, g_ptr_array_index (found, i)))
            prevent (layout, g_ptr_array_index (found, i));
        }
    }
}

/**
 * loket_audit_space_check:
 * @question: of the figures that are to leave
 *
 * Adds to what is withheld until no set of 1 to 4 persons who answered @question can be told from
 * the others by what left, or is to leave, in tables by these columns.
 */
void
loket_audit_space_check (LoketAuditSpace       *space,
                         LoketReleasedQuestion *question)
{
  const LoketItem *item = loket_questionnaire_find_item (
      loket_frame_get_questionnaire (space->audit->frame), question->id);
  g_auto (Layout) layout = { space, question->id };
  g_autoptr (LoketSpan) ledger = NULL;
  g_autofree guint32 *counts = NULL;

  if (question->total == 0 || (*question->id != '\0' && item == NULL))
    return;
  counts = loket_atoms_count (space->atoms, item);
  if (!number_columns (&layout, counts))
    return;
  find_wanted (&layout);
  if (layout.n_wanted == 0)
    return;
  ledger = span_ledger (&layout);
  withhold (&layout, ledger);
}
