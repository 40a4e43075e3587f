/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk on a store of its own, into which surveys are imported as a person would. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  LoketDesk *desk;
  char *act;  /* (nullable): of the last import */
} SurveyFixture;

void  survey_fixture_set_up         (SurveyFixture *fixture,
                                     gconstpointer  data);
void  survey_fixture_tear_down      (SurveyFixture *fixture,
                                     gconstpointer  data);
char *survey_fixture_read_file      (const char    *name);
void  survey_fixture_import         (SurveyFixture *fixture,
                                     const char    *kind,
                                     const char    *csv);
void  survey_fixture_import_file    (SurveyFixture *fixture,
                                     const char    *name);
void  survey_fixture_import_lines   (SurveyFixture *fixture,
                                     guint          first,
                                     guint          n);
void  survey_fixture_import_invited (SurveyFixture *fixture);
void  survey_fixture_import_all     (SurveyFixture *fixture);

G_END_DECLS
