/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The one notification that is shown, with its buttons. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LOKET_TYPE_REMINDER (loket_reminder_get_type ())

G_DECLARE_FINAL_TYPE (LoketReminder, loket_reminder, LOKET, REMINDER, GObject)

LoketReminder *loket_reminder_new  (void);
gboolean       loket_reminder_show (LoketReminder  *self,
                                    const char     *title,
                                    const char     *body,
                                    GError        **error);
void           loket_reminder_hide (LoketReminder  *self);

G_END_DECLS
