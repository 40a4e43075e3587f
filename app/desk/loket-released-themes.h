/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Which themes of what clients wrote may leave beside what left before. */

#pragma once

#include "loket-database.h"
#include "loket-released.h"

G_BEGIN_DECLS

typedef struct _LoketReleasedThemes LoketReleasedThemes;

LoketReleasedThemes *loket_released_themes_new    (void);
void                 loket_released_themes_free   (LoketReleasedThemes       *self);
void                 loket_released_themes_read   (LoketReleasedThemes       *self,
                                                   const LoketReleased       *released,
                                                   const char                *tables);
GPtrArray           *loket_released_themes_finish (const LoketReleasedThemes *self,
                                                   LoketDatabase             *database,
                                                   const LoketRequest        *request,
                                                   GError                   **error);
char                *loket_released_themes_write  (const GPtrArray           *themes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketReleasedThemes, loket_released_themes_free)

G_END_DECLS
