/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which an appointment begins, filled in with what is known of the client. */

#pragma once

#include "loket-dossier.h"
#include "loket-form.h"
#include "loket-session.h"

G_BEGIN_DECLS

LoketForm *loket_dossier_begin_session  (LoketDossier *dossier,
                                         const char   *id,
                                         const char   *counsellor_id,
                                         const char   *usual_channel,
                                         const char   *now);
gboolean   loket_dossier_fill_appointment
                                        (LoketDossier *dossier,
                                         LoketForm    *form,
                                         const char   *planned_id,
                                         int           usual_minutes,
                                         const char   *now);
LoketSession *
           loket_dossier_find_session_to_copy
                                        (LoketDossier    *dossier,
                                         const char      *id,
                                         const LoketForm *form);
void       loket_dossier_resume_session (LoketDossier *dossier,
                                         LoketForm    *form);

G_END_DECLS
