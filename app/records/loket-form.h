/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A form that a person is filling in: named texts, as they are kept until they are saved. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LoketForm LoketForm;

LoketForm  *loket_form_new         (const char      *id,
                                    const char      *kind);
LoketForm  *loket_form_copy        (const LoketForm *form);
void        loket_form_free        (LoketForm       *form);
const char *loket_form_get_id      (const LoketForm *form);
const char *loket_form_get_kind    (const LoketForm *form);
const char *loket_form_get_kept_at (const LoketForm *form);
void        loket_form_set_kept_at (LoketForm       *form,
                                    const char      *stamp);
const char *loket_form_get_value   (const LoketForm *form,
                                    const char      *name);
const char *loket_form_get_text    (const LoketForm *form,
                                    const char      *name);
void        loket_form_set_value   (LoketForm       *form,
                                    const char      *name,
                                    const char      *value);
int         loket_form_get_integer (const LoketForm *form,
                                    const char      *name);
void        loket_form_set_integer (LoketForm       *form,
                                    const char      *name,
                                    int              value);
GPtrArray  *loket_form_get_names   (const LoketForm *form);
gboolean    loket_form_equal       (const LoketForm *a,
                                    const LoketForm *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketForm, loket_form_free)

G_END_DECLS
