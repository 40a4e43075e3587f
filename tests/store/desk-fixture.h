/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk at a real store, and what its acts left there. */

#pragma once

#include "loket-desk.h"
#include "store-fixture.h"

G_BEGIN_DECLS

LoketDesk    *desk_open           (const char       *name);
void          desk_execute        (LoketDesk        *desk,
                                   const char       *sql);
char         *desk_read_text      (LoketDesk        *desk,
                                   const char       *sql);
LoketDraft   *desk_create_example (LoketDesk        *desk,
                                   const LoketKind  *kind);
LoketRecord  *desk_load           (LoketDesk        *desk,
                                   const LoketKind  *kind,
                                   const char       *id);
LoketDeed    *desk_save           (LoketDesk        *desk,
                                   LoketDraft       *draft);
char         *desk_save_client    (LoketDesk        *desk,
                                   const char       *family_name);
LoketDeed    *desk_change         (LoketDesk        *desk,
                                   const LoketKind  *kind,
                                   const char       *id,
                                   guint             field,
                                   const char       *value);
char         *desk_read_log       (LoketDesk        *desk,
                                   const char       *act);
GAsyncResult *desk_await          (GAsyncResult    **result);
void          desk_result_cb      (GObject          *object,
                                   GAsyncResult     *result,
                                   gpointer          user_data);

G_END_DECLS
