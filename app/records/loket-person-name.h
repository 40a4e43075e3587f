/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Names made ready to be compared, and how far two of them agree. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoketAgreement:
 * @LOKET_AGREEMENT_UNKNOWN: one of the two is not known
 * @LOKET_AGREEMENT_EQUAL: the same, however it is written
 * @LOKET_AGREEMENT_NEAR: a typing error apart
 * @LOKET_AGREEMENT_PART: one is an initial or a part of the other
 * @LOKET_AGREEMENT_UNCLEAR: neither alike nor clearly different
 * @LOKET_AGREEMENT_DIFFERENT: clearly different
 */
typedef enum
{
  LOKET_AGREEMENT_UNKNOWN,
  LOKET_AGREEMENT_EQUAL,
  LOKET_AGREEMENT_NEAR,
  LOKET_AGREEMENT_PART,
  LOKET_AGREEMENT_UNCLEAR,
  LOKET_AGREEMENT_DIFFERENT
} LoketAgreement;

typedef struct _LoketPersonName LoketPersonName;

LoketPersonName *loket_person_name_new              (const char            *typed);
void             loket_person_name_free             (LoketPersonName       *self);
guint64          loket_person_name_get_mask         (const LoketPersonName *self);
gboolean         loket_person_name_is_initial       (const LoketPersonName *self);
LoketAgreement   loket_person_name_compare          (const LoketPersonName *a,
                                                     const LoketPersonName *b);
double           loket_person_name_get_jaro_winkler (const LoketPersonName *a,
                                                     const LoketPersonName *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketPersonName, loket_person_name_free)

G_END_DECLS
