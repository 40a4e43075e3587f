/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a text block says of the client, the office and the day. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"

G_BEGIN_DECLS

char *loket_text_filling_fill (const char  *text,
                               LoketDesk   *desk,
                               LoketClient *client,
                               const char  *office,
                               const char  *next_appointment);

G_END_DECLS
