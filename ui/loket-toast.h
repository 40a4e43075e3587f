/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A toast that shows all of its sentence, however narrow the window and large the text. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *loket_toast_create    (const char *sentence,
                                 const char *button_label,
                                 int         width);
void      loket_toast_add_below (AdwToast   *toast,
                                 GtkWidget  *button);

G_END_DECLS
