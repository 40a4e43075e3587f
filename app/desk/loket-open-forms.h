/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The forms that are open at this desk: a list that outlives a crash. */

#pragma once

#include "loket-desk.h"
#include "loket-open-form.h"

G_BEGIN_DECLS

#define LOKET_TYPE_OPEN_FORMS (loket_open_forms_get_type ())

G_DECLARE_FINAL_TYPE (LoketOpenForms, loket_open_forms, LOKET, OPEN_FORMS, GObject)

LoketOpenForms *loket_open_forms_new     (LoketDesk       *desk,
                                          GError         **error);
void            loket_open_forms_close   (LoketOpenForms  *self);
LoketOpenForm  *loket_open_forms_find    (LoketOpenForms  *self,
                                          const char      *kind,
                                          const char      *client_id);
char           *loket_open_forms_dup_id  (LoketOpenForms  *self);
void            loket_open_forms_keep    (LoketOpenForms  *self,
                                          LoketOpenForm   *form);
void            loket_open_forms_discard (LoketOpenForms  *self,
                                          LoketOpenForm   *form);
void            loket_open_forms_finish  (LoketOpenForms  *self,
                                          LoketOpenForm   *form,
                                          const char      *act);
void            loket_open_forms_bring_back
                                         (LoketOpenForms  *self,
                                          const char      *act);

G_END_DECLS
