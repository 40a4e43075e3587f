/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The acts around the survey: inviting clients, and saying that somebody is not to be invited. */

#pragma once

#include "loket-candidates.h"

G_BEGIN_DECLS

LoketDeed *loket_desk_invite         (LoketDesk            *desk,
                                      const char           *day,
                                      GError              **error);
void       loket_desk_invite_async   (LoketDesk            *desk,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean   loket_desk_write_invitees (LoketDesk            *desk,
                                      const char           *day,
                                      GOutputStream        *stream,
                                      guint                *n_written,
                                      GError              **error);
void       loket_desk_write_invitees_async
                                     (LoketDesk            *desk,
                                      GFile                *file,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean   loket_desk_write_invitees_finish
                                     (LoketDesk            *desk,
                                      GAsyncResult         *result,
                                      guint                *n_written,
                                      GError              **error);

G_END_DECLS
