/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A form that is being filled in: what was typed, about whom, and when it was last on disk. */

#pragma once

#include "loket-form.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LOKET_TYPE_OPEN_FORM (loket_open_form_get_type ())

G_DECLARE_FINAL_TYPE (LoketOpenForm, loket_open_form, LOKET, OPEN_FORM, GObject)

LoketOpenForm *loket_open_form_new             (LoketForm     *form,
                                                const char    *client_name);
LoketForm     *loket_open_form_get_form        (LoketOpenForm *self);
const char    *loket_open_form_get_client_name (LoketOpenForm *self);
const char    *loket_open_form_get_kept_at     (LoketOpenForm *self);
void           loket_open_form_set_kept_at     (LoketOpenForm *self,
                                                const char    *stamp);
gboolean       loket_open_form_is_recovered    (LoketOpenForm *self);

G_END_DECLS
