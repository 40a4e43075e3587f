/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A made-up office in a store of its own, at a moment of one's choice. */

#pragma once

#include "loket-demo.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  LoketDesk *desk;
} DemoFixture;

DemoFixture *demo_fixture_new            (const char      *moment,
                                          guint32          seed,
                                          guint            n_clients);
void         demo_fixture_free           (DemoFixture     *fixture);
GPtrArray   *demo_fixture_load           (DemoFixture     *fixture,
                                          const LoketKind *kind);
GHashTable  *demo_fixture_index          (GPtrArray       *records);
char        *demo_fixture_export         (DemoFixture     *fixture,
                                          const LoketKind *kind);
char        *demo_fixture_dup_counsellor (DemoFixture     *fixture,
                                          const char      *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoFixture, demo_fixture_free)

G_END_DECLS
