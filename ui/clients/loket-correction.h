/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form over the record in which something that was recorded is corrected. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CORRECTION (loket_correction_get_type ())

G_DECLARE_FINAL_TYPE (LoketCorrection, loket_correction, LOKET, CORRECTION, AdwWindow)

GtkWidget *loket_correction_new          (LoketDesk       *desk,
                                          const char      *title,
                                          const char      *act,
                                          LoketDraft      *draft);
void       loket_correction_add_field    (LoketCorrection *self,
                                          guint            field);
void       loket_correction_ask_for_talk (LoketCorrection *self);

G_END_DECLS
