/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * All changes and differences of one summary as a family of comparisons. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint loket_summary_holm_apply (GPtrArray *questions,
                                gboolean   corrects);

G_END_DECLS
