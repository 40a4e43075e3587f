/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The line under the name of a client: facts, side by side. */

#pragma once

#include "loket-client.h"
#include "loket-codes.h"

G_BEGIN_DECLS

GString *loket_client_line_new    (LoketClient *client,
                                   LoketCodes  *codes,
                                   const char  *today);
void     loket_client_line_append (GString     *line,
                                   const char  *fact);

G_END_DECLS
