/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The counsellors of a store, for menus and names. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

void         loket_desk_load_counsellors_async  (LoketDesk            *desk,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GListModel  *loket_desk_load_counsellors_finish (LoketDesk            *desk,
                                                 GAsyncResult         *result,
                                                 GError              **error);
LoketRecord *loket_counsellors_load             (LoketDatabase        *database,
                                                 const char           *code,
                                                 GError              **error);
gboolean     loket_counsellors_find             (LoketStore           *store,
                                                 const char           *wanted,
                                                 const char           *chosen,
                                                 LoketCounsellor     **found,
                                                 GError              **error);

G_END_DECLS
