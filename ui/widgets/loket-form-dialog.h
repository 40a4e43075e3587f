/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A form over a window: what to do with it, what is wrong with it, and a way out. */

#pragma once

#include "loket-act.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_FORM_DIALOG (loket_form_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (LoketFormDialog, loket_form_dialog, LOKET, FORM_DIALOG, AdwWindow)

/**
 * LoketFormDialogClass:
 * @accept: does what the form is for
 */
struct _LoketFormDialogClass
{
  AdwWindowClass parent_class;

  void (*accept) (LoketFormDialog *self);

  gpointer padding[4];
};

AdwToastOverlay *loket_form_dialog_get_toast_overlay (LoketFormDialog *self);
void             loket_form_dialog_set_heading       (LoketFormDialog *self,
                                                      const char      *title,
                                                      const char      *subtitle);
void             loket_form_dialog_set_can_accept    (LoketFormDialog *self,
                                                      gboolean         can_accept);
void             loket_form_dialog_focus_accept      (LoketFormDialog *self);
void             loket_form_dialog_show_problem      (LoketFormDialog *self,
                                                      GtkWidget       *row,
                                                      const char      *sentence);
void             loket_form_dialog_hide_problem      (LoketFormDialog *self);
void             loket_form_dialog_begin             (LoketFormDialog *self);
void             loket_form_dialog_end               (LoketFormDialog *self,
                                                      const LoketDeed *deed,
                                                      const GError    *error,
                                                      const char      *sentence);
void             loket_form_dialog_present           (LoketFormDialog *self,
                                                      GtkWindow       *parent);

G_END_DECLS
