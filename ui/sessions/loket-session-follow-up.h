/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What follows from an appointment: promises, the next appointment, what is done with it. */

#pragma once

#include "loket-dossier.h"
#include "loket-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_FOLLOW_UP (loket_session_follow_up_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionFollowUp, loket_session_follow_up, LOKET, SESSION_FOLLOW_UP,
                      AdwBin)

void loket_session_follow_up_set_codes     (LoketSessionFollowUp *self,
                                            LoketCodes           *codes);
void loket_session_follow_up_set_form      (LoketSessionFollowUp *self,
                                            LoketForm            *form,
                                            LoketDossier         *dossier,
                                            LoketDesk            *desk);
void loket_session_follow_up_add_promise   (LoketSessionFollowUp *self,
                                            const char           *kind,
                                            const char           *due_on,
                                            const char           *text);
void loket_session_follow_up_promise_about (LoketSessionFollowUp *self,
                                            const char           *question);
void loket_session_follow_up_focus         (LoketSessionFollowUp *self,
                                            const char           *name);

G_END_DECLS
