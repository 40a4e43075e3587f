/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that brings the rows of a file into the store. */

#pragma once

#include "loket-desk.h"
#include "loket-import-plan.h"

G_BEGIN_DECLS

gboolean   loket_desk_check_import (LoketDesk        *desk,
                                    LoketImportPlan  *plan,
                                    GError          **error);
LoketDeed *loket_desk_import       (LoketDesk        *desk,
                                    LoketImportPlan  *plan,
                                    GError          **error);

G_END_DECLS
