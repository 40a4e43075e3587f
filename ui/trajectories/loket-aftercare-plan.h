/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The contacts that closing a trajectory leads to, with their dates. */

#pragma once

#include "loket-follow-up.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_AFTERCARE_PLAN (loket_aftercare_plan_get_type ())

G_DECLARE_FINAL_TYPE (LoketAftercarePlan, loket_aftercare_plan, LOKET, AFTERCARE_PLAN, AdwBin)

char *loket_aftercare_plan_format_wish (const char           *wish,
                                        const LoketAftercare *contacts,
                                        guint                 n_contacts,
                                        const char           *today);
void  loket_aftercare_plan_show        (LoketAftercarePlan   *self,
                                        const LoketAftercare *contacts,
                                        guint                 n_contacts,
                                        const char           *without);

G_END_DECLS
