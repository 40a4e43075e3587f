/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a window can do about people who are in the store twice. */

#pragma once

#include "loket-toasts.h"

G_BEGIN_DECLS

#define LOKET_TYPE_DUPLICATE_ACTS (loket_duplicate_acts_get_type ())

G_DECLARE_FINAL_TYPE (LoketDuplicateActs, loket_duplicate_acts, LOKET, DUPLICATE_ACTS, GObject)

LoketDuplicateActs *loket_duplicate_acts_new (GtkWindow   *window,
                                              LoketToasts *toasts,
                                              LoketDesk   *desk);

G_END_DECLS
