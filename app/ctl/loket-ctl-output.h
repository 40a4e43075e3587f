/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where a verb writes: standard output, or a file that is there whole or not at all. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GOutputStream *loket_ctl_output_open   (const char     *path,
                                        GError        **error);
gboolean       loket_ctl_output_finish (GOutputStream  *stream,
                                        GError        **error);
void           loket_ctl_output_abort  (GOutputStream  *stream);

G_END_DECLS
