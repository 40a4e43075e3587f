/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What acts about a test have in common: it goes on to another stage, and its contacts with it. */

#pragma once

#include "loket-act.h"

G_BEGIN_DECLS

/**
 * LoketTalk:
 * @channel: (nullable): a code of the list "channel"
 * @note: (nullable): what was said
 *
 * How the result of a test was discussed.
 */
typedef struct
{
  const char *channel;
  const char *note;
} LoketTalk;

gboolean loket_step_save_test (LoketAct         *act,
                               LoketDraft       *test,
                               const char       *counsellor_id,
                               const LoketTalk  *talk,
                               GError          **error);

G_END_DECLS
