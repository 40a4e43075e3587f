/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A response that is being typed over: its answers as text, item by item, and what is asked. */

#pragma once

#include "loket-questionnaire.h"

G_BEGIN_DECLS

typedef struct _LoketResponseSheet LoketResponseSheet;

LoketResponseSheet *loket_response_sheet_new           (LoketQuestionnaire        *questionnaire);
void                loket_response_sheet_free          (LoketResponseSheet        *self);
void                loket_response_sheet_clear         (LoketResponseSheet        *self);
gboolean            loket_response_sheet_set_year      (LoketResponseSheet        *self,
                                                        int                        year);
void                loket_response_sheet_set_wave      (LoketResponseSheet        *self,
                                                        int                        wave);
int                 loket_response_sheet_get_year      (const LoketResponseSheet  *self);
guint               loket_response_sheet_get_n_items   (const LoketResponseSheet  *self);
const LoketItem    *loket_response_sheet_get_item      (const LoketResponseSheet  *self,
                                                        guint                      index);
const char         *loket_response_sheet_get_value     (const LoketResponseSheet  *self,
                                                        guint                      index);
void                loket_response_sheet_set_value     (LoketResponseSheet        *self,
                                                        guint                      index,
                                                        const char                *value);
gboolean            loket_response_sheet_press         (LoketResponseSheet        *self,
                                                        guint                      index,
                                                        gunichar                   key,
                                                        GError                   **error);
gboolean            loket_response_sheet_is_asked      (const LoketResponseSheet  *self,
                                                        guint                      index);
int                 loket_response_sheet_find_next     (const LoketResponseSheet  *self,
                                                        int                        index);
int                 loket_response_sheet_find_previous (const LoketResponseSheet  *self,
                                                        int                        index);
gboolean            loket_response_sheet_has_answers   (const LoketResponseSheet  *self);
int                 loket_response_sheet_find_left     (const LoketResponseSheet  *self);
void                loket_response_sheet_drop_left     (LoketResponseSheet        *self);
char               *loket_response_sheet_dup_answers   (const LoketResponseSheet  *self,
                                                        GError                   **error);
GHashTable         *loket_response_sheet_dup_open      (const LoketResponseSheet  *self);
void                loket_response_sheet_read          (LoketResponseSheet        *self,
                                                        const char                *answers,
                                                        GHashTable                *open);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketResponseSheet, loket_response_sheet_free)

G_END_DECLS
