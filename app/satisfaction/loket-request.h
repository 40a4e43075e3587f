/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is asked of the survey: a period, what it is compared with, by what groups, of whom. */

#pragma once

#include "loket-selection.h"

G_BEGIN_DECLS

typedef struct
{
  LoketQuestionnaire *questionnaire; /* (owned) */
  LoketSelection     *selection; /* (owned) */
  gboolean            has_period; /* else every month */
  gboolean            has_against;
  LoketPeriod         against;
  GArray             *by; /* (owned) of LoketGrouping */
  GHashTable         *withheld; /* (owned) (nullable) figures that stay hidden: loket-withheld.h */
  gboolean            holm; /* correct for how many changes and differences are tested */
} LoketRequest;

LoketRequest *loket_request_new         (LoketQuestionnaire  *questionnaire);
LoketRequest *loket_request_copy        (const LoketRequest  *request);
void          loket_request_free        (LoketRequest        *request);

void          loket_request_set_withheld
                                        (LoketRequest        *request,
                                         GHashTable          *withheld);
gboolean      loket_request_set_period  (LoketRequest        *request,
                                         const char          *text,
                                         GError             **error);
gboolean      loket_request_set_against (LoketRequest        *request,
                                         const char          *text,
                                         GError             **error);
gboolean      loket_request_add_by      (LoketRequest        *request,
                                         const char          *id,
                                         GError             **error);
gboolean      loket_request_add_where   (LoketRequest        *request,
                                         const char          *text,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketRequest, loket_request_free)

G_END_DECLS
