/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The form with which the office agrees on something, and that tells beforehand what it changes. */

#pragma once

#include "loket-agreements.h"
#include "loket-form-dialog.h"

G_BEGIN_DECLS

#define LOKET_TYPE_OFFICE_FORM (loket_office_form_get_type ())

G_DECLARE_FINAL_TYPE (LoketOfficeForm, loket_office_form, LOKET, OFFICE_FORM, LoketFormDialog)

GtkWidget *loket_office_form_new         (LoketDesk             *desk,
                                          const LoketAgreements *agreements,
                                          const LoketDraft      *draft);
GtkWidget *loket_office_form_new_removal (LoketDesk             *desk,
                                          LoketRecord           *record,
                                          const char            *subject,
                                          const char            *done);
void       loket_office_form_set_words   (LoketOfficeForm       *self,
                                          const char            *title,
                                          const char            *subject,
                                          const char            *done);
void       loket_office_form_add_field   (LoketOfficeForm       *self,
                                          guint                  field,
                                          const char            *title);

G_END_DECLS
