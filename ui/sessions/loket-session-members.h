/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The other clients in a session with a group, and who of them was there. */

#pragma once

#include "loket-desk.h"
#include "loket-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_SESSION_MEMBERS (loket_session_members_get_type ())

G_DECLARE_FINAL_TYPE (LoketSessionMembers, loket_session_members, LOKET, SESSION_MEMBERS, AdwBin)

void loket_session_members_set_form (LoketSessionMembers *self,
                                     LoketForm           *form);
void loket_session_members_ask      (LoketSessionMembers *self,
                                     LoketDesk           *desk);

G_END_DECLS
