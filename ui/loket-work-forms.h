/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The actions of a window that open a form about work: a message to who was not reached. */

#pragma once

#include "loket-toasts.h"

G_BEGIN_DECLS

#define LOKET_TYPE_WORK_FORMS (loket_work_forms_get_type ())

G_DECLARE_FINAL_TYPE (LoketWorkForms, loket_work_forms, LOKET, WORK_FORMS, GObject)

LoketWorkForms *loket_work_forms_new (GtkWindow   *window,
                                      LoketToasts *toasts,
                                      LoketDesk   *desk);

G_END_DECLS
