/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the questions of a questionnaire stand in a file of responses. */

#pragma once

#include "loket-import-columns.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

/* Where the items of one version stand in the file. */
typedef struct
{
  const LoketQuestionnaireVersion *version; /* borrowed: the questionnaire's */
  int *columns;              /* (owned): the column of each item of the version */
  GArray *closed;            /* (owned): of guint: the items that are answered with codes */
  GArray *open;              /* (owned): of guint: the items that are answered with text, by id */
  int *derived;              /* (owned): the columns of groups with a place among the answers */
  GArray *not_asked;         /* (owned): of int: the columns of items that only others ask */
  const LoketItem *missing;  /* (nullable): an item that has no column */
} LoketVersionColumns;

LoketImportColumns  *loket_version_columns_match (LoketQuestionnaire               *questionnaire,
                                                  LoketCsvReader                   *reader,
                                                  const char *const                *map,
                                                  GError                          **error);
LoketVersionColumns *loket_version_columns_new   (LoketQuestionnaire               *questionnaire,
                                                  const LoketQuestionnaireVersion  *version,
                                                  LoketImportColumns               *columns);
void                 loket_version_columns_free  (LoketVersionColumns              *self);

G_END_DECLS
