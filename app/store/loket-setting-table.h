/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office chose. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

gboolean loket_setting_table_load (LoketDatabase  *database,
                                   const char     *name,
                                   const char     *today,
                                   char          **value,
                                   GError        **error);

G_END_DECLS
