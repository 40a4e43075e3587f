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

struct _LoketAuditSpace
{
  const LoketAuditCase *audit; /* borrowed */
  LoketAuditSums       *sums; /* (owned) */
};

/* The atoms of one question as columns of a span. */
typedef struct
{
  LoketAuditSpace *space;
  const char      *question;
  const LoketItem *item; /* (nullable) of the question; NULL for all responses */
  guint32         *counts; /* (owned) by atom: persons who answered */
  guint32         *stands_for; /* (owned) by atom: itself, else one that says the same */
  const LoketAuditSum **wanted; /* (owned) the sums in question */
  guint            n_wanted;
  guint           *columns; /* (owned) by atom; G_MAXUINT for nobody */
  guint           *persons; /* (owned) of the columns from first_small on */
  guint            first_small;
  guint            end;
} Layout;

static void
clear_layout (Layout *layout)
{
  g_free (layout->counts);
  g_free (layout->stands_for);
  g_free (layout->wanted);
  g_free (layout->columns);
  g_free (layout->persons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, clear_layout)

/**
 * loket_audit_space_new:
 * @columns: (element-type LoketGrouping): offices and counsellors together, single choices
 * @item: (nullable): the only question that is looked at; NULL for all without pairs
 * @part: which figures of it
 *
 * Returns: (transfer full): the figures of all releases that concern no other columns
 */
LoketAuditSpace *
loket_audit_space_new (const LoketAuditCase *audit,
                       const GArray         *columns,
                       const LoketItem      *item,
                       LoketAuditPart        part)
{
  LoketAuditSpace *space = g_new0 (LoketAuditSpace, 1);

  space->audit = audit;
  space->sums = loket_audit_sums_new (audit, columns, item, part);
  return space;
}

void
loket_audit_space_free (LoketAuditSpace *space)
{
  g_clear_pointer (&space->sums, loket_audit_sums_free);
  g_free (space);
}

/* The oldest row that says the same as @row does, of those whose place it took in the end and that
 * something tells of. */
static gsize
find_oldest (const Layout *layout,
             gsize         row)
{
  const LoketAtoms *atoms = layout->space->sums->atoms;
  gsize oldest = row;

  for (guint32 before = loket_past_get_before (atoms->past, row); before != LOKET_PAST_NONE;
       before = loket_past_get_before (atoms->past, before))
    {
      if (atoms->atom_of_row[before] > 0 &&
          loket_atoms_is_alike (atoms, layout->item, row, before))
        oldest = before;
    }
  return oldest;
}

/* Whether anything tells of what the response said before. */
static gboolean
was_told (const LoketAtoms *atoms,
          gsize             row)
{
  guint32 before = loket_past_get_before (atoms->past, row);

  while (before != LOKET_PAST_NONE && atoms->atom_of_row[before] == 0)
    before = loket_past_get_before (atoms->past, before);
  return before != LOKET_PAST_NONE;
}

/* A response that came into another group, or was corrected elsewhere, says the same here: it is
 * one. Else it is two, and beside what it says now it must not be known what it said: @knows_now
 * leaves the former out of what is asked for, as if everybody knew it. */
static void
settle_corrected (Layout   *layout,
                  gboolean  knows_now)
{
  const LoketAtoms *atoms = layout->space->sums->atoms;

  for (guint i = 0; i < atoms->n_atoms; i++)
    layout->stands_for[i] = i;
  for (gsize row = atoms->past->first; row < loket_frame_get_n_rows (atoms->frame); row++)
    {
      gsize oldest = row;

      if (atoms->atom_of_row[row] == 0 || !was_told (atoms, row))
        continue;
      oldest = find_oldest (layout, row);
      if (oldest != row)
        layout->stands_for[atoms->atom_of_row[row] - 1] = atoms->atom_of_row[oldest] - 1;
      if (oldest != row || knows_now)
        layout->counts[atoms->atom_of_row[row] - 1] = 0;
    }
}

static void
count_sizes (const Layout *layout,
             guint        *n_large,
             guint        *n_small)
{
  for (guint i = 0; i < layout->space->sums->atoms->n_atoms; i++)
    {
      *n_large += layout->counts[i] >= LOKET_DISCLOSURE_MIN ? 1 : 0;
      *n_small += loket_disclosure_is_hidden (layout->counts[i]) ? 1 : 0;
    }
}

/* Numbers the atoms, large ones first. FALSE when there are no small ones: then nothing can be
 * said of few persons. */
static gboolean
number_columns (Layout *layout)
{
  guint n_atoms = layout->space->sums->atoms->n_atoms;
  guint n_large = 0;
  guint n_small = 0;

  count_sizes (layout, &n_large, &n_small);
  layout->first_small = n_large;
  layout->end = n_large;
  layout->columns = g_new (guint, n_atoms + 1);
  layout->persons = g_new0 (guint, n_small + 1);
  n_large = 0;
  for (guint i = 0; i < n_atoms; i++)
    {
      layout->columns[i] = G_MAXUINT;
      if (layout->counts[i] >= LOKET_DISCLOSURE_MIN)
        layout->columns[i] = n_large++;
      else if (layout->counts[i] > 0)
        {
          layout->persons[layout->end - layout->first_small] = layout->counts[i];
          layout->columns[i] = layout->end++;
        }
    }
  for (guint i = 0; i < n_atoms; i++)
    layout->columns[i] = layout->columns[layout->stands_for[i]];
  return n_small > 0;
}

/* Adds a sum to what is known, under a column of its own when it is one of those in question. */
static void
add_to_span (const Layout        *layout,
             LoketSpan           *span,
             const LoketAuditSum *sum,
             int                  own_column)
{
  g_autofree guint *columns = g_new (guint, sum->n_atoms + 1);
  guint n = 0;

  for (guint i = 0; i < sum->n_atoms; i++)
    {
      guint atom = g_array_index (layout->space->sums->lists, guint, sum->first_atom + i);

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
                 const LoketAuditSum   *sum)
{
  const LoketReleased *wanted =
      g_ptr_array_index (space->audit->released, space->audit->released->len - 1);

  if (sum->grouping == LOKET_SUM_TOTAL)
    return LOKET_WITHHELD_TOTAL;
  if (sum->grouping == LOKET_SUM_AGAINST)
    return LOKET_WITHHELD_AGAINST;
  return ((LoketReleasedGrouping *) g_ptr_array_index (wanted->groupings,
                                                       (guint) sum->grouping))->by;
}

static const char *
get_withheld_value (const LoketAuditSpace *space,
                    const LoketAuditSum   *sum)
{
  const LoketReleased *wanted =
      g_ptr_array_index (space->audit->released, space->audit->released->len - 1);

  if (sum->grouping < 0)
    return "";
  return g_ptr_array_index (((LoketReleasedGrouping *) g_ptr_array_index (
                                wanted->groupings, (guint) sum->grouping))->values,
                            sum->group);
}

static gboolean
is_shown (const Layout        *layout,
          const LoketAuditSum *sum)
{
  return loket_audit_sums_get_shown (layout->space->sums, sum, layout->question) > 0;
}

/* The figures in question that are still to be shown. */
static void
find_wanted (Layout *layout)
{
  const LoketAuditSpace *space = layout->space;
  GHashTable *withheld = space->audit->withheld;

  layout->wanted = g_new0 (const LoketAuditSum *, space->sums->sums->len + 1);
  if (loket_withheld_has (withheld, layout->question, LOKET_WITHHELD_TOTAL, ""))
    return;
  for (guint i = 0; i < space->sums->sums->len; i++)
    {
      const LoketAuditSum *sum = &g_array_index (space->sums->sums, LoketAuditSum, i);

      if (loket_audit_sums_is_wanted (space->sums, sum) && is_shown (layout, sum) &&
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

  for (guint i = 0; i < space->sums->sums->len; i++)
    {
      const LoketAuditSum *sum = &g_array_index (space->sums->sums, LoketAuditSum, i);

      if (!loket_audit_sums_is_wanted (space->sums, sum) && is_shown (layout, sum))
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
      const LoketAuditSum *sum = layout->wanted[number];
      guint n = loket_audit_sums_get_shown (layout->space->sums, sum, layout->question);

      if (sum->grouping != LOKET_SUM_TOTAL && n < fewest)
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
  const LoketAuditSum *sum = layout->wanted[chosen];

  /* Of pairs there are two sums to one figure: before, and after. */
  for (guint i = 0; i < layout->n_wanted; i++)
    {
      const LoketAuditSum *other = layout->wanted[i];

      if (other != NULL && other->grouping == sum->grouping && other->group == sum->group)
        layout->wanted[i] = NULL;
    }
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

static void
check (LoketAuditSpace *space,
       const char      *question,
       const LoketItem *item,
       gboolean         knows_now)
{
  g_auto (Layout) layout = { space, question, item };
  g_autoptr (LoketSpan) ledger = NULL;

  layout.counts = loket_atoms_count (space->sums->atoms, item);
  layout.stands_for = g_new (guint32, space->sums->atoms->n_atoms + 1);
  settle_corrected (&layout, knows_now);
  if (!number_columns (&layout))
    return;
  find_wanted (&layout);
  if (layout.n_wanted == 0)
    return;
  ledger = span_ledger (&layout);
  withhold (&layout, ledger);
}

/**
 * loket_audit_space_check:
 * @question: of the figures that are to leave
 *
 * Adds to what is withheld until no set of 1 to 4 persons who answered @question can be told from
 * the others by what left, or is to leave, in tables by these columns; nor what any of them said
 * before it was corrected.
 */
void
loket_audit_space_check (LoketAuditSpace       *space,
                         LoketReleasedQuestion *question)
{
  const LoketPast *past = space->audit->past;
  const LoketItem *item = loket_questionnaire_find_item (
      loket_frame_get_questionnaire (past->frame), question->id);

  if (question->total == 0 || (*question->id != '\0' && item == NULL))
    return;
  check (space, question->id, item, FALSE);
  if (past->first < loket_frame_get_n_rows (past->frame))
    check (space, question->id, item, TRUE);
}
