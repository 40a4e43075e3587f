/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The two notes of a session, for the client and for the desk, and what was promised in them. */

#pragma once

#include "loket-dossier.h"
#include "loket-form.h"
#include "loket-promise-language.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_NOTES (loket_session_notes_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionNotes, loket_session_notes, LOKET, SESSION_NOTES, AdwBin)

void      loket_session_notes_set_form    (LoketSessionNotes   *self,
                                           LoketForm           *form,
                                           LoketDossier        *dossier,
                                           LoketDesk           *desk);
void      loket_session_notes_go_on       (LoketSessionNotes   *self,
                                           LoketForm           *form,
                                           LoketDossier        *dossier);
gboolean  loket_session_notes_focus_note  (LoketSessionNotes   *self,
                                           const char          *name);
void      loket_session_notes_offer_texts (LoketSessionNotes   *self);
char     *loket_session_notes_dup_promise (LoketSessionNotes   *self,
                                           LoketPromiseFinding *finding);
void      loket_session_notes_follow      (LoketSessionNotes   *self);

G_END_DECLS
