/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The one clock of a program. */

#pragma once

#include "loket-date.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CLOCK (loket_clock_get_type ())

G_DECLARE_FINAL_TYPE (LoketClock, loket_clock, LOKET, CLOCK, GObject)

LoketClock    *loket_clock_new        (const char  *setting,
                                       GError     **error);
GDateTime     *loket_clock_dup_now    (LoketClock  *self);
LoketDateText  loket_clock_get_today  (LoketClock  *self);
LoketDateText  loket_clock_get_moment (LoketClock  *self);
char          *loket_clock_dup_stamp  (LoketClock  *self);
LoketDateText  loket_clock_read_stamp (LoketClock  *self,
                                       const char  *stamp);
const char    *loket_clock_get_file   (LoketClock  *self);
gboolean       loket_clock_get_real   (LoketClock  *self,
                                       const char  *moment,
                                       gint64      *seconds);

G_END_DECLS
