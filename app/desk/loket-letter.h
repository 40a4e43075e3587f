/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The text for a client who could not be reached, before it is filled in. */

#pragma once

#include "loket-client.h"
#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketLetter:
 * @client: for whom it is
 * @text: the text block of the office, with its placeholders
 * @office: (nullable): the name of the office of who works at the desk
 *
 * What is needed to write to somebody who was not reached.
 */
typedef struct
{
  LoketClient *client;
  char *text;
  char *office;
} LoketLetter;

void         loket_letter_free             (LoketLetter         *self);
void         loket_desk_load_letter_async  (LoketDesk           *desk,
                                            const char          *contact_id,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
LoketLetter *loket_desk_load_letter_finish (LoketDesk           *desk,
                                            GAsyncResult        *result,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketLetter, loket_letter_free)

G_END_DECLS
