/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A small desk on a real file, for the tests of what asks for work. */

#pragma once

#include "loket-desk.h"
#include "loket-work-acts.h"

G_BEGIN_DECLS

/* A Friday; the next working day is Monday 24 November. */
#define WORK_TODAY "2025-11-21"
#define WORK_NOW   WORK_TODAY "T10:40"

LoketDesk   *work_open_desk      (void);
void         work_close_desk     (LoketDesk       *desk);
const char  *work_add            (LoketDesk       *desk,
                                  const LoketKind *kind,
                                  ...);
const char  *work_add_counsellor (LoketDesk       *desk,
                                  const char      *code,
                                  const char      *role);
const char  *work_add_client     (LoketDesk       *desk,
                                  const char      *given_name,
                                  const char      *family_name);
const char  *work_add_trajectory (LoketDesk       *desk,
                                  const char      *client_id,
                                  const char      *counsellor_id);
LoketRecord *work_load           (LoketDesk       *desk,
                                  const LoketKind *kind,
                                  const char      *id);
LoketDeed   *work_do             (LoketDesk       *desk,
                                  LoketWorkAct     act,
                                  const char      *record_id,
                                  const char      *until,
                                  GError         **error);
void         work_undo           (LoketDesk       *desk,
                                  LoketDeed       *deed);

G_END_DECLS
