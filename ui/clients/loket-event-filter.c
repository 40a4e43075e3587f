/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Holds events against what was chosen. */

#include "loket-event-filter.h"

#include <string.h>

/**
 * loket_event_filter_matches:
 *
 * Returns: whether the event is shown
 */
gboolean
loket_event_filter_matches (const LoketEventFilter *filter,
                            LoketEvent             *event)
{
  int kinds = loket_event_get_kind (event);

  /* A call that was promised is both. */
  if (loket_event_get_promise (event) != NULL)
    kinds |= LOKET_EVENT_PROMISE;
  if ((kinds & filter->kinds) == 0)
    return FALSE;
  if (filter->counsellor_id != NULL
      && g_strcmp0 (loket_event_get_counsellor_id (event), filter->counsellor_id) != 0)
    return FALSE;
  if (filter->trajectory_id != NULL
      && g_strcmp0 (loket_event_get_trajectory_id (event), filter->trajectory_id) != 0)
    return FALSE;

  return filter->from == NULL || loket_event_is_open (event)
         || strcmp (loket_event_get_date (event), filter->from) >= 0;
}

/**
 * loket_event_filter_apply:
 * @events: a list of #LoketEvent
 *
 * Returns: (transfer full) (element-type LoketEvent): those that are shown, in their order
 */
GPtrArray *
loket_event_filter_apply (const LoketEventFilter *filter,
                          GListModel             *events)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (events);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LoketEvent) event = g_list_model_get_item (events, i);

      if (loket_event_filter_matches (filter, event))
        g_ptr_array_add (shown, g_steal_pointer (&event));
    }

  return shown;
}
