/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A digest in the words of a notification. */

#pragma once

#include "loket-digest.h"

G_BEGIN_DECLS

char *loket_digest_dup_title (const LoketDigest *digest);
char *loket_digest_dup_body  (const LoketDigest *digest,
                              gboolean           with_names);

G_END_DECLS
