/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The lists of words of which a demonstration is made, and chance to choose from them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LoketDemoWords LoketDemoWords;

LoketDemoWords     *loket_demo_words_load       (const char      *name,
                                                 GError         **error);
void                loket_demo_words_free       (LoketDemoWords  *self);
char              **loket_demo_words_dup_groups (LoketDemoWords  *self);
char               *loket_demo_words_dup_line   (LoketDemoWords  *self,
                                                 const char      *group,
                                                 const char      *key);
const char *const  *loket_demo_words_get        (LoketDemoWords  *self,
                                                 const char      *group,
                                                 const char      *key,
                                                 guint           *n_words);
const char         *loket_demo_words_get_first  (LoketDemoWords  *self,
                                                 const char      *group,
                                                 const char      *key);
const char         *loket_demo_words_pick       (LoketDemoWords  *self,
                                                 GRand           *random,
                                                 const char      *group,
                                                 const char      *key);
const char         *loket_demo_words_pick_front (LoketDemoWords  *self,
                                                 GRand           *random,
                                                 const char      *group,
                                                 const char      *key);
guint               loket_demo_words_draw       (LoketDemoWords  *self,
                                                 GRand           *random,
                                                 const char      *group,
                                                 const char      *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketDemoWords, loket_demo_words_free)

G_END_DECLS
