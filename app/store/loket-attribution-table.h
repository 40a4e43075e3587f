/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * To whom a response in a trajectory is counted. */

#pragma once

#include "loket-database.h"

G_BEGIN_DECLS

gboolean loket_attribution_table_find (LoketDatabase  *database,
                                       const char     *trajectory_id,
                                       char          **office,
                                       char          **counsellor,
                                       GError        **error);

G_END_DECLS
