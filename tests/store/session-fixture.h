/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A desk at which an appointment is recorded. It is Saturday 21 November 2026, 10:40. */

#pragma once

#include "desk-fixture.h"
#include "loket-session-form.h"

G_BEGIN_DECLS

#define SESSION_FORM_ID "01234567-89ab-7def-8123-456789abcdef"

typedef struct
{
  LoketDesk *desk;
  LoketForm *form;
} SessionFixture;

void       session_set_up         (SessionFixture  *fixture,
                                   gconstpointer    data);
void       session_tear_down      (SessionFixture  *fixture,
                                   gconstpointer    data);
void       session_set            (SessionFixture  *fixture,
                                   const char      *name,
                                   const char      *value);
LoketDeed *session_log            (SessionFixture  *fixture,
                                   GError         **error);
LoketDeed *session_save           (SessionFixture  *fixture);
void       session_assert_refused (SessionFixture  *fixture,
                                   int              code,
                                   const char      *words);
void       session_assert_text    (SessionFixture  *fixture,
                                   const char      *sql,
                                   const char      *expected);

G_END_DECLS
