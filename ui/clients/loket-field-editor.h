/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A row in which one field of a draft is filled in, whatever its type. */

#pragma once

#include "loket-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_FIELD_EDITOR (loket_field_editor_get_type ())

G_DECLARE_FINAL_TYPE (LoketFieldEditor, loket_field_editor, LOKET, FIELD_EDITOR, GObject)

LoketFieldEditor *loket_field_editor_new       (LoketDraft       *draft,
                                                guint             field,
                                                LoketCodes       *codes,
                                                const char       *today);
GtkWidget        *loket_field_editor_get_row   (LoketFieldEditor *self);
LoketDraft       *loket_field_editor_get_draft (LoketFieldEditor *self);
guint             loket_field_editor_get_field (LoketFieldEditor *self);
void              loket_field_editor_set_wrong (LoketFieldEditor *self,
                                                gboolean          is_wrong);
void              loket_field_editor_focus     (LoketFieldEditor *self);

G_END_DECLS
