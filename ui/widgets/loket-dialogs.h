/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Asks where a file is to be saved or which one is to be read, and says what needs to be read. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   loket_dialogs_ask_where_async (GtkWidget            *over,
                                      const char           *title,
                                      const char           *name,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
void   loket_dialogs_ask_which_async (GtkWidget            *over,
                                      const char           *title,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GFile *loket_dialogs_ask_finish      (GAsyncResult         *result,
                                      GError              **error);
void   loket_dialogs_say             (GtkWidget            *over,
                                      const char           *heading,
                                      const char           *sentence);

G_END_DECLS
