/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An appointment being recorded, with what happened before beside it. */

#pragma once

#include "loket-dossier.h"
#include "loket-habits.h"
#include "loket-open-forms.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_VIEW (loket_session_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionView, loket_session_view, LOKET, SESSION_VIEW, AdwBin)

void loket_session_view_set_desk (LoketSessionView *self,
                                  LoketDesk        *desk,
                                  LoketOpenForms   *forms,
                                  LoketHabits      *habits);
void loket_session_view_open     (LoketSessionView *self,
                                  LoketDossier     *dossier,
                                  const char       *planned_id);

G_END_DECLS
