/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The actions of a record that open a form about its trajectory. */

#pragma once

#include "loket-dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TRAJECTORY_FORMS (loket_trajectory_forms_get_type ())

G_DECLARE_FINAL_TYPE (LoketTrajectoryForms, loket_trajectory_forms, LOKET, TRAJECTORY_FORMS,
                      GObject)

LoketTrajectoryForms *loket_trajectory_forms_new        (GtkWidget            *record,
                                                         LoketDesk            *desk);
void                  loket_trajectory_forms_set_record (LoketTrajectoryForms *self,
                                                         LoketDossier         *dossier,
                                                         LoketTrajectory      *trajectory);

G_END_DECLS
