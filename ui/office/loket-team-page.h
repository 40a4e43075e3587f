/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who works here on which days, and who is away. */

#pragma once

#include "loket-agreements.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TEAM_PAGE (loket_team_page_get_type ())

G_DECLARE_FINAL_TYPE (LoketTeamPage, loket_team_page, LOKET, TEAM_PAGE, AdwPreferencesPage)

void loket_team_page_show      (LoketTeamPage         *self,
                                LoketDesk             *desk,
                                const LoketAgreements *agreements);
void loket_team_page_take_back (LoketTeamPage         *self);

G_END_DECLS
