/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Links a response to the trajectory of the token that it came in under. */

#pragma once

#include "loket-database.h"
#include "loket-draft.h"
#include "loket-import-place.h"

G_BEGIN_DECLS

typedef struct _LoketResponseLink LoketResponseLink;

LoketResponseLink *loket_response_link_new   (void);
void               loket_response_link_free  (LoketResponseLink  *self);
gboolean           loket_response_link_apply (LoketResponseLink  *self,
                                              LoketDatabase      *database,
                                              LoketDraft         *response,
                                              LoketRecord        *before,
                                              LoketImportPlace   *place,
                                              GError            **error);
void               loket_response_link_take  (LoketResponseLink  *self,
                                              const LoketDraft   *response);
gboolean           loket_response_link_sets  (const LoketDraft   *response,
                                              guint               field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketResponseLink, loket_response_link_free)

G_END_DECLS
