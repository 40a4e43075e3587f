/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the office agreed on, record by record, for those who change it. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketAgreements:
 * @settings: (element-type LoketSetting): by name, then by the day from which they hold
 * @closures: (element-type LoketClosure): those that are not over, the first one first
 * @counsellors: (element-type LoketCounsellor): those who work here, by code
 * @absences: (element-type LoketAbsence): those that are not over, the first one first
 */
typedef struct
{
  GPtrArray *settings;
  GPtrArray *closures;
  GPtrArray *counsellors;
  GPtrArray *absences;
} LoketAgreements;

void             loket_agreements_free             (LoketAgreements      *self);
void             loket_desk_load_agreements_async  (LoketDesk            *desk,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
LoketAgreements *loket_desk_load_agreements_finish (LoketDesk            *desk,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketAgreements, loket_agreements_free)

G_END_DECLS
