/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Figures as people read them: rounded half up, with the decimal sign of the locale. */

#pragma once

#include <glib.h>

#include "loket-statistics.h"

G_BEGIN_DECLS

char *loket_figure_count    (guint64              count);
char *loket_figure_mean     (const LoketMoments  *grades);
char *loket_figure_interval (const LoketInterval *interval);
char *loket_figure_percent  (guint64              count,
                             guint64              base);
char *loket_figure_permille (guint64              count,
                             guint64              base);

G_END_DECLS
