/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The top of a record: who it is, three facts, and where the trajectory stands. */

#pragma once

#include "loket-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_DOSSIER_HEADER (loket_dossier_header_get_type ())

G_DECLARE_FINAL_TYPE (LoketDossierHeader, loket_dossier_header, LOKET, DOSSIER_HEADER, AdwBin)

void loket_dossier_header_show   (LoketDossierHeader *self,
                                  LoketDesk          *desk,
                                  LoketDossier       *dossier,
                                  LoketTrajectory    *trajectory);
void loket_dossier_header_forget (LoketDossierHeader *self);

G_END_DECLS
