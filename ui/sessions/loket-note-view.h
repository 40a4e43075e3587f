/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A note being typed: who reads it, the text, and what in it is underlined. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LOKET_TYPE_NOTE_VIEW (loket_note_view_get_type ())

G_DECLARE_FINAL_TYPE (LoketNoteView, loket_note_view, LOKET, NOTE_VIEW, AdwBin)

char *loket_note_view_dup_text     (LoketNoteView *self);
void  loket_note_view_set_text     (LoketNoteView *self,
                                    const char    *text);
void  loket_note_view_insert       (LoketNoteView *self,
                                    const char    *text);
int   loket_note_view_get_cursor   (LoketNoteView *self);
void  loket_note_view_set_cursor   (LoketNoteView *self,
                                    int            offset);
void  loket_note_view_clear_marks  (LoketNoteView *self);
void  loket_note_view_mark         (LoketNoteView *self,
                                    int            start,
                                    int            end);

G_END_DECLS
