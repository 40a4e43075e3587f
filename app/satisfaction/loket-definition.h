/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Whether a questionnaire still counts the same answers in the same groups. */

#pragma once

#include "loket-questionnaire.h"

G_BEGIN_DECLS

gboolean loket_definition_is_kept (LoketQuestionnaire *before,
                                   LoketQuestionnaire *after);

G_END_DECLS
