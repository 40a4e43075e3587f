/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a key answers, for whoever types responses over from paper. */

#pragma once

#include "loket-item.h"

G_BEGIN_DECLS

gboolean loket_answer_key_press (const LoketItem  *item,
                                 int               from,
                                 const char       *value,
                                 gunichar          key,
                                 char            **answer,
                                 GError          **error);

G_END_DECLS
