/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An act under way, of which a window says how it ended. */

#pragma once

#include "loket-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LoketWindowDeed LoketWindowDeed;

/**
 * LoketWindowDeedFunc:
 * @is_done: whether the store has it; else the window said why not
 */
typedef void (*LoketWindowDeedFunc) (gpointer user_data,
                                     gboolean is_done);

LoketWindowDeed *loket_window_deed_new          (GtkWidget           *widget,
                                                 const char          *sentence);
void             loket_window_deed_offer_letter (LoketWindowDeed     *self,
                                                 const char          *contact_id);
void             loket_window_deed_offer_report (LoketWindowDeed     *self,
                                                 const char          *client_id,
                                                 const char          *session_id);
void             loket_window_deed_tell         (LoketWindowDeed     *self,
                                                 LoketWindowDeedFunc  func,
                                                 gpointer             user_data,
                                                 GDestroyNotify       free_data);
void             loket_window_deed_done_cb      (GObject             *desk,
                                                 GAsyncResult        *result,
                                                 gpointer             deed);

G_END_DECLS
