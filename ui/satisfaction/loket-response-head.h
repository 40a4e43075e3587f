/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The head of a response: when the survey was sent, and whose response it is. */

#pragma once

#include "loket-response-entry.h"
#include "loket-response-reading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LOKET_TYPE_RESPONSE_HEAD (loket_response_head_get_type ())

G_DECLARE_FINAL_TYPE (LoketResponseHead, loket_response_head, LOKET, RESPONSE_HEAD, GtkBox)

void        loket_response_head_offer_surveys    (LoketResponseHead          *self,
                                                  GPtrArray                  *surveys,
                                                  LoketQuestionnaire         *current);
void        loket_response_head_show_survey      (LoketResponseHead          *self,
                                                  LoketQuestionnaire         *current);
LoketQuestionnaire *
            loket_response_head_get_survey       (LoketResponseHead          *self);
void        loket_response_head_set_own_office   (LoketResponseHead          *self,
                                                  const char                 *office);
void        loket_response_head_begin            (LoketResponseHead          *self,
                                                  gboolean                    was_correction);
void        loket_response_head_read             (LoketResponseHead          *self,
                                                  const LoketResponseReading *reading);
void        loket_response_head_fill             (LoketResponseHead          *self,
                                                  LoketResponseEntry         *entry);
void        loket_response_head_set_month        (LoketResponseHead          *self,
                                                  const char                 *month);
const char *loket_response_head_get_month        (LoketResponseHead          *self);
int         loket_response_head_get_wave         (LoketResponseHead          *self);
const char *loket_response_head_get_typed_wave   (LoketResponseHead          *self);
const char *loket_response_head_get_number       (LoketResponseHead          *self);
void        loket_response_head_ask_number       (LoketResponseHead          *self);
void        loket_response_head_show_attribution (LoketResponseHead          *self,
                                                  const LoketDraft           *draft);

G_END_DECLS
