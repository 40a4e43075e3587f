/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a Dutch family name: "van der Berg" is the prefix "van der" and the name "Berg". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean loket_family_name_is_particle (const char  *word);
gboolean loket_family_name_split       (const char  *typed,
                                        char       **prefix,
                                        char       **family_name);

G_END_DECLS
