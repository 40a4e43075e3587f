/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The groups of clients that can be looked at alone. */

#pragma once

#include "loket-questionnaire.h"

G_BEGIN_DECLS

/* One of them. */
typedef struct
{
  char *label; /* (owned) "Gender: woman" */
  char *grouping; /* (owned) (nullable): NULL for everybody */
  char *value; /* (owned) (nullable) */
} LoketGroupChoice;

void       loket_group_choice_free (LoketGroupChoice   *choice);
GPtrArray *loket_group_choice_list (LoketQuestionnaire *questionnaire,
                                    const char         *language);

G_END_DECLS
