/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Rules that dates of a draft keep among each other. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

/**
 * LoketOrder:
 * @earlier: the index of a date or moment
 * @later: the index of one that may not come before it
 */
typedef struct
{
  guint earlier;
  guint later;
} LoketOrder;

gboolean loket_order_check      (const LoketDraft  *draft,
                                 const LoketOrder  *orders,
                                 guint              n_orders,
                                 guint             *field,
                                 GError           **error);
gboolean loket_order_check_past (const LoketDraft  *draft,
                                 const guint       *fields,
                                 guint              n_fields,
                                 const char        *today,
                                 guint             *field,
                                 GError           **error);

G_END_DECLS
