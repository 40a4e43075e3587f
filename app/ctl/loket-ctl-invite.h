/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verbs around invitations to the survey. */

#pragma once

#include "loket-ctl.h"

G_BEGIN_DECLS

extern const LoketVerb loket_ctl_invitees;
extern const LoketVerb loket_ctl_invite;

G_END_DECLS
