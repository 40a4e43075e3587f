/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * How the work of one counsellor or office went, in a few lines. */

#pragma once

#include "loket-process-figures.h"

G_BEGIN_DECLS

GPtrArray *loket_process_words_new (const LoketProcessUnit *unit);

G_END_DECLS
