/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Somebody who collects every figure that ever left, and solves the equations. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Adversary Adversary;

Adversary *adversary_new          (guint           n_unknowns);
void       adversary_free         (Adversary      *self);
void       adversary_learn        (Adversary      *self,
                                   const gboolean *members,
                                   guint           n,
                                   guint64         sum);
void       adversary_learn_nobody (Adversary      *self,
                                   const gboolean *members);
void       adversary_solve        (Adversary      *self);
gboolean   adversary_derive       (Adversary      *self,
                                   const gboolean *members,
                                   guint          *n,
                                   guint64        *sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adversary, adversary_free)

G_END_DECLS
