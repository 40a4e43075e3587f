/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk in a folder of its own, into which tests import texts. */

#pragma once

#include "loket-export.h"
#include "loket-import-act.h"

typedef struct
{
  char *folder;
  LoketClock *clock;
  LoketDesk *desk;
  LoketQuestionnaire *kto;
} ExchangeFixture;

/* The clock stands still on 21 November 2026. */
ExchangeFixture *exchange_fixture_new     (void);
void             exchange_fixture_free    (ExchangeFixture   *self);

/* A plan for a text that must be a readable file of @kind. */
LoketImportPlan *exchange_fixture_plan    (ExchangeFixture   *self,
                                           const char        *kind,
                                           const char        *text);
/* Imports a text: "2 new, 0 changed, 1 unchanged, 0 refused". */
char            *exchange_fixture_import  (ExchangeFixture   *self,
                                           const char        *kind,
                                           const char        *text);
/* All refusals of a text, a sentence on each line; writes nothing. */
char            *exchange_fixture_refuse  (ExchangeFixture   *self,
                                           const char        *kind,
                                           const char        *text);
char            *exchange_fixture_export  (ExchangeFixture   *self,
                                           const char        *kind,
                                           LoketTableFormat   format);
gint64           exchange_fixture_count   (ExchangeFixture   *self,
                                           const char        *kind);
/* A few records of every kind but responses. */
void             exchange_fixture_fill    (ExchangeFixture   *self);

/* The kinds of files, those that are referred to first; ends in NULL. */
extern const char *const exchange_kinds[];
/* The file that exchange_fixture_fill () imports for each of them. */
extern const char *const exchange_samples[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeFixture, exchange_fixture_free)
