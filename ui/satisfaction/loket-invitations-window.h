/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Who can be invited to the survey now, who is not and why, and the file for the agency. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_INVITATIONS_WINDOW (loket_invitations_window_get_type ())

G_DECLARE_FINAL_TYPE (LoketInvitationsWindow, loket_invitations_window, LOKET, INVITATIONS_WINDOW,
                      AdwWindow)

GtkWidget *loket_invitations_window_new (LoketDesk *desk);

G_END_DECLS
