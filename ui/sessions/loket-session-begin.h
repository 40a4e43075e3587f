/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which the view of a session opens. */

#pragma once

#include "loket-dossier.h"
#include "loket-habits.h"
#include "loket-open-forms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

LoketOpenForm *loket_session_begin (GtkWidget      *widget,
                                    LoketDesk      *desk,
                                    LoketOpenForms *forms,
                                    LoketHabits    *habits,
                                    LoketDossier   *dossier,
                                    const char     *planned_id);

G_END_DECLS
