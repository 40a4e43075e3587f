/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a reminder sums up: what asks for attention at a moment, in numbers. */

#pragma once

#include "loket-worklist.h"

G_BEGIN_DECLS

/**
 * LoketDigest:
 * @n_today: contacts and promises that are due today, or were put off until now
 * @n_late: contacts and promises that were due before
 * @n_appointments: passed appointments without an outcome
 * @n_sign_ups: sign-ups that nobody has taken and that should have been answered
 * @names: (element-type utf8): the clients, the most urgent first
 * @client_id: (nullable): the only client that it is about
 *
 * What was put off until later is not in it.
 */
typedef struct
{
  guint n_today;
  guint n_late;
  guint n_appointments;
  guint n_sign_ups;
  GPtrArray *names;
  char *client_id;
} LoketDigest;

LoketDigest *loket_digest_new        (const LoketWorklist *worklist,
                                      const LoketRules    *rules);
void         loket_digest_free       (LoketDigest         *self);
gboolean     loket_digest_is_empty   (const LoketDigest   *self);
GStrv        loket_worklist_dup_wakes
                                     (const LoketWorklist *worklist);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDigest, loket_digest_free)

G_END_DECLS
