/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Checks of the order of dates in a draft. */

#include "loketten-config.h"

#include "loket-order.h"

#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * loket_order_check:
 * @draft: a draft
 * @orders: (array length=n_orders): pairs of its dates
 * @n_orders: how many
 * @field: (out): the later date of the first pair that is out of order
 * @error: the reason
 *
 * Returns: whether all pairs of which both are known are in order
 */
gboolean
loket_order_check (const LoketDraft  *draft,
                   const LoketOrder  *orders,
                   guint              n_orders,
                   guint             *field,
                   GError           **error)
{
  for (guint i = 0; i < n_orders; i++)
    {
      const char *earlier = loket_draft_get_value (draft, orders[i].earlier);
      const char *later = loket_draft_get_value (draft, orders[i].later);

      if (earlier == NULL || later == NULL || strcmp (earlier, later) <= 0)
        continue;

      *field = orders[i].later;
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   /* Translators: two dates, then the name of the second: "Opened on" */
                   _("“%s” lies before “%s” (%s)"), later, earlier,
                   loket_kind_get_field_title (loket_draft_get_kind (draft), orders[i].earlier));
      return FALSE;
    }

  return TRUE;
}

/**
 * loket_order_check_past:
 * @draft: a draft
 * @fields: (array length=n_fields): dates of what has happened
 * @n_fields: how many
 * @today: YYYY-MM-DD
 * @field: (out): the first date that lies in the future
 * @error: the reason
 *
 * Returns: whether none of the dates lies in the future
 */
gboolean
loket_order_check_past (const LoketDraft  *draft,
                        const guint       *fields,
                        guint              n_fields,
                        const char        *today,
                        guint             *field,
                        GError           **error)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *date = loket_draft_get_value (draft, fields[i]);

      if (date == NULL || strcmp (date, today) <= 0)
        continue;

      *field = fields[i];
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” lies in the future"), date);
      return FALSE;
    }

  return TRUE;
}
