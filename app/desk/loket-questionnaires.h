/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The questionnaires that a desk can use. */

#pragma once

#include "loket-questionnaire.h"

G_BEGIN_DECLS

LoketQuestionnaire *loket_questionnaires_load (const char  *id,
                                               GError     **error);

G_END_DECLS
