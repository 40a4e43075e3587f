/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The record of a client: who, three facts, the steps, and the timeline. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_DOSSIER_VIEW (loket_dossier_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketDossierView, loket_dossier_view, LOKET, DOSSIER_VIEW, AdwBin)

void          loket_dossier_view_set_desk      (LoketDossierView *self,
                                                LoketDesk        *desk);
void          loket_dossier_view_show_client   (LoketDossierView *self,
                                                const char       *client_id);
void          loket_dossier_view_show_event    (LoketDossierView *self,
                                                const char       *record_id);
LoketClient  *loket_dossier_view_get_client    (LoketDossierView *self);
LoketDossier *loket_dossier_view_get_dossier   (LoketDossierView *self);
void          loket_dossier_view_focus_session (LoketDossierView *self);

G_END_DECLS
