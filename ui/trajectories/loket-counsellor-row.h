/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The counsellors who can be given work, in a combo row. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

GPtrArray  *loket_counsellor_row_fill (AdwComboRow  *row,
                                       LoketDossier *dossier,
                                       const char   *chosen_id);

G_END_DECLS
