/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets figures leave as the act does, without a store. */

#include "ledger-fixture.h"

/**
 * ledger_fixture_let_leave:
 * @ledger: (element-type LoketReleased): what left before; gets what leaves
 * @past: what is known at that time, and what was
 * @at: when, as answers arrive
 *
 * Returns: (transfer full) (nullable): the figures of @summary as they may leave
 */
LoketSummary *
ledger_fixture_let_leave (GPtrArray           *ledger,
                          LoketPast           *past,
                          const LoketSummary  *summary,
                          guint64              at,
                          GError             **error)
{
  g_autofree char *request_text = loket_released_write_request (summary);
  g_autofree char *tables = loket_released_write_tables (summary);
  g_autofree char *left = NULL;
  g_autoptr (LoketReleased) wanted = loket_released_parse (request_text, tables, at, NULL);
  g_autoptr (GHashTable) withheld = NULL;
  g_autoptr (LoketRequest) request = loket_request_copy (summary->request);
  LoketReleased *released = NULL;
  LoketSummary *coarse = NULL;

  g_assert_nonnull (wanted);
  withheld = loket_audit_find_withheld (past, ledger, wanted, error);
  if (withheld == NULL)
    return NULL;
  loket_request_set_withheld (request, withheld);
  coarse = loket_summary_new (summary->frame, request);
  left = loket_released_write_tables (coarse);
  released = loket_released_parse (request_text, left, at, NULL);
  g_assert_nonnull (released);
  g_ptr_array_add (ledger, released);
  return coarse;
}
