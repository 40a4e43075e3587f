/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Adds a questionnaire that the office made itself, from a file. */

#pragma once

#include "loket-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void loket_questionnaire_deeds_add (GtkWidget *page,
                                    LoketDesk *desk);

G_END_DECLS
