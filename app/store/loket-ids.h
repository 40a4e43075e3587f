/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Gives out ids of records. */

#pragma once

#include "loket-clock.h"

G_BEGIN_DECLS

#define LOKET_ID_LENGTH    36
#define LOKET_TOKEN_LENGTH 12

typedef struct _LoketIds LoketIds;

LoketIds *loket_ids_new  (LoketClock *clock);
LoketIds *loket_ids_new_seeded
                         (LoketClock *clock,
                          guint32     seed);
void      loket_ids_free (LoketIds   *self);
void      loket_ids_read_clock
                         (LoketIds   *self);
guint64   loket_ids_get_order
                         (const char *id);
void      loket_ids_follow
                         (LoketIds   *self,
                          const char *id);
void      loket_ids_next (LoketIds   *self,
                          char        id[static LOKET_ID_LENGTH + 1]);
void      loket_ids_next_token
                         (LoketIds   *self,
                          char        token[static LOKET_TOKEN_LENGTH + 1]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketIds, loket_ids_free)

G_END_DECLS
