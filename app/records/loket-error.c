/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The error domain. */

#include "loket-error.h"

G_DEFINE_QUARK (loket-error-quark, loket_error)
