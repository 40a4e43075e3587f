/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The box at the top of a record in which a session begins. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_LOG_BOX (loket_log_box_get_type ())

G_DECLARE_FINAL_TYPE (LoketLogBox, loket_log_box, LOKET, LOG_BOX, AdwBin)

G_END_DECLS
