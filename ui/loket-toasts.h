/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a window says in passing: what was done, with a way back, and what went wrong. */

#pragma once

#include "loket-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_TOASTS (loket_toasts_get_type ())

G_DECLARE_FINAL_TYPE (LoketToasts, loket_toasts, LOKET, TOASTS, GObject)

LoketToasts *loket_toasts_new             (AdwToastOverlay *overlay,
                                          GtkWidget       *content);
void         loket_toasts_add_actions     (LoketToasts     *self,
                                           GActionMap      *map);
GActionMap  *loket_toasts_attach          (LoketToasts     *self,
                                           GtkWidget       *window);
void         loket_toasts_pass_on         (LoketToasts     *self,
                                           GtkWindow       *window);
void         loket_toasts_forget          (LoketToasts     *self,
                                           const char      *act);
void         loket_toasts_set_desk        (LoketToasts     *self,
                                           LoketDesk       *desk);
void         loket_toasts_set_typing      (LoketToasts     *self,
                                           gboolean         is_typing);
void         loket_toasts_say             (LoketToasts     *self,
                                           const char      *sentence);
void         loket_toasts_say_problem     (LoketToasts     *self,
                                           const GError    *error);
AdwToast    *loket_toasts_offer           (LoketToasts     *self,
                                           const char      *sentence,
                                           const char      *label);
void         loket_toasts_offer_undo      (LoketToasts     *self,
                                           const char      *sentence,
                                           const char      *act);
void         loket_toasts_offer_undo_and  (LoketToasts     *self,
                                           const char      *sentence,
                                           const char      *act,
                                           const char      *label,
                                           const char      *action_name,
                                           GVariant        *target);

G_END_DECLS
