/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How many were invited, as far as it is known for what is looked at. */

#pragma once

#include "loket-selection.h"

G_BEGIN_DECLS

gboolean loket_invited_count (LoketFrame           *frame,
                              const LoketSelection *selection,
                              guint64              *invited);

G_END_DECLS
