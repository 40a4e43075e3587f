/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds what was left lying, and whether it still is. */

#include "loketten-config.h"

#include "loket-loose-end.h"

#include "loket-work-state.h"

#include <glib/gi18n.h>

struct _LoketLooseEnd
{
  GObject parent_instance;

  LoketWorkItem *item;  /* (nullable): of what is kept in the store */
  LoketOpenForm *form;  /* (nullable): of what was typed */
  char *said;           /* (nullable): what was done with it, from here */
  gboolean is_begun;    /* the store is about to hear of it */
  gboolean is_done;
  gboolean was_gone;    /* the store knew that it is done */
  guint n_seen;         /* how often it was still there after it was said to be done */
};

G_DEFINE_FINAL_TYPE (LoketLooseEnd, loket_loose_end, G_TYPE_OBJECT)

static void
loket_loose_end_finalize (GObject *object)
{
  LoketLooseEnd *self = LOKET_LOOSE_END (object);

  g_clear_object (&self->item);
  g_clear_object (&self->form);
  g_free (self->said);

  G_OBJECT_CLASS (loket_loose_end_parent_class)->finalize (object);
}

static void
loket_loose_end_class_init (LoketLooseEndClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_loose_end_finalize;
}

static void
loket_loose_end_init (LoketLooseEnd *self)
{
}

/* Appointments that are still to come, or going on, are no loose ends. */
static gboolean
is_loose (LoketWorkItem *item,
          LoketDesk     *desk,
          const char    *now)
{
  const LoketWork *work = loket_work_item_get (item);

  return work->type != LOKET_WORK_APPOINTMENT
         || loket_work_get_state (work, loket_desk_get_rules (desk), now).standing
              == LOKET_WORK_OVER;
}

/**
 * loket_loose_ends_collect:
 * @worklist: what asks for work from who works at the desk
 * @forms: (nullable): the sessions that were typed and not saved
 *
 * Returns: (transfer full) (element-type LoketLooseEnd): what was left lying, in the order of its
 *   urgency
 */
GPtrArray *
loket_loose_ends_collect (LoketWorklist  *worklist,
                          LoketDesk      *desk,
                          LoketOpenForms *forms)
{
  static const LoketWorkGroup groups[] = {
    LOKET_WORK_GROUP_APPOINTMENTS, LOKET_WORK_GROUP_DUE, LOKET_WORK_GROUP_UNTAKEN,
    LOKET_WORK_GROUP_WAITING,
  };
  GPtrArray *ends = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_forms = forms != NULL ? g_list_model_get_n_items (G_LIST_MODEL (forms)) : 0;

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      GPtrArray *items = worklist->groups[groups[g]];

      for (guint i = 0; i < items->len; i++)
        {
          LoketLooseEnd *end;

          if (!is_loose (items->pdata[i], desk, worklist->now.text))
            continue;
          end = g_object_new (LOKET_TYPE_LOOSE_END, NULL);
          end->item = g_object_ref (items->pdata[i]);
          g_ptr_array_add (ends, end);
        }
    }
  for (guint i = 0; i < n_forms; i++)
    {
      LoketLooseEnd *end = g_object_new (LOKET_TYPE_LOOSE_END, NULL);

      end->form = g_list_model_get_item (G_LIST_MODEL (forms), i);
      g_ptr_array_add (ends, end);
    }

  return ends;
}

/* A sign-up that was taken is another thing than one that is to be taken. */
static gboolean
is_same (LoketLooseEnd *one,
         LoketLooseEnd *other)
{
  const LoketWork *work, *others;

  if (one->item == NULL || other->item == NULL)
    return one->form != NULL && one->form == other->form;

  work = loket_work_item_get (one->item);
  others = loket_work_item_get (other->item);

  return work->type == others->type && g_str_equal (work->record_id, others->record_id);
}

static LoketLooseEnd *
find (GPtrArray     *ends,
      LoketLooseEnd *wanted)
{
  for (guint i = 0; i < ends->len; i++)
    {
      if (is_same (ends->pdata[i], wanted))
        return ends->pdata[i];
    }

  return NULL;
}

/* What is read may be older than what was just done: it is believed the second time. */
static gboolean
see_again (LoketLooseEnd *self,
           LoketLooseEnd *now)
{
  g_set_object (&self->item, now->item);
  if (!self->is_done)
    return FALSE;
  if (!self->was_gone && ++self->n_seen < 2)
    return FALSE;

  self->is_done = FALSE;
  self->was_gone = FALSE;
  g_clear_pointer (&self->said, g_free);

  return TRUE;
}

/**
 * loket_loose_ends_update:
 * @ends: (element-type LoketLooseEnd): what was left lying at first
 * @worklist: what asks for work now
 * @forms: (nullable): the sessions that were typed and not saved
 *
 * Notes what is done by now, here or elsewhere, and what was undone.
 *
 * Returns: the position of the first one that was undone; -1 when none was
 */
int
loket_loose_ends_update (GPtrArray      *ends,
                         LoketWorklist  *worklist,
                         LoketDesk      *desk,
                         LoketOpenForms *forms)
{
  g_autoptr (GPtrArray) now = loket_loose_ends_collect (worklist, desk, forms);
  int undone = -1;

  for (guint i = 0; i < ends->len; i++)
    {
      LoketLooseEnd *self = ends->pdata[i];
      LoketLooseEnd *same = find (now, self);

      if (same == NULL)
        self->is_done = self->was_gone = TRUE;
      else if (see_again (self, same) && undone < 0)
        undone = (int) i;
    }

  return undone;
}

/**
 * loket_loose_end_get_item:
 *
 * Returns: (transfer none) (nullable): the work; NULL for a form
 */
LoketWorkItem *
loket_loose_end_get_item (LoketLooseEnd *self)
{
  g_return_val_if_fail (LOKET_IS_LOOSE_END (self), NULL);

  return self->item;
}

/**
 * loket_loose_end_get_form:
 *
 * Returns: (transfer none) (nullable): what was typed; NULL for work
 */
LoketOpenForm *
loket_loose_end_get_form (LoketLooseEnd *self)
{
  g_return_val_if_fail (LOKET_IS_LOOSE_END (self), NULL);

  return self->form;
}

const char *
loket_loose_end_get_name (LoketLooseEnd *self)
{
  g_return_val_if_fail (LOKET_IS_LOOSE_END (self), NULL);

  return self->item != NULL ? loket_work_item_get (self->item)->client_name
                            : loket_open_form_get_client_name (self->form);
}

/**
 * loket_loose_end_get_said:
 *
 * Returns: (transfer none): what was done with it
 */
const char *
loket_loose_end_get_said (LoketLooseEnd *self)
{
  g_return_val_if_fail (LOKET_IS_LOOSE_END (self), NULL);

  return self->said != NULL ? self->said : _("done");
}

gboolean
loket_loose_end_is_done (LoketLooseEnd *self)
{
  g_return_val_if_fail (LOKET_IS_LOOSE_END (self), FALSE);

  return self->is_done;
}

/**
 * loket_loose_end_is_open:
 *
 * Returns: whether something is to be done with it that was not begun
 */
gboolean
loket_loose_end_is_open (LoketLooseEnd *self)
{
  g_return_val_if_fail (LOKET_IS_LOOSE_END (self), FALSE);

  return !self->is_done && !self->is_begun;
}

/**
 * loket_loose_end_begin:
 * @said: what is being done with it
 *
 * It is done when loket_loose_end_finish () says so.
 */
void
loket_loose_end_begin (LoketLooseEnd *self,
                       const char    *said)
{
  g_return_if_fail (LOKET_IS_LOOSE_END (self));

  g_free (self->said);
  self->said = g_strdup (said);
  self->is_begun = TRUE;
}

/**
 * loket_loose_end_finish:
 * @is_done: whether it is done now; else it is as it was
 */
void
loket_loose_end_finish (LoketLooseEnd *self,
                        gboolean       is_done)
{
  g_return_if_fail (LOKET_IS_LOOSE_END (self));

  self->is_begun = FALSE;
  self->n_seen = 0;
  if (is_done)
    self->is_done = TRUE;
}
