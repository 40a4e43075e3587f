/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A response to a survey, with its attribution as the survey gave it and its coded answers. */

#pragma once

#include "loket-draft.h"

G_BEGIN_DECLS

#define LOKET_TYPE_RESPONSE (loket_response_get_type ())

G_DECLARE_FINAL_TYPE (LoketResponse, loket_response, LOKET, RESPONSE, LoketRecord)

enum
{
  LOKET_RESPONSE_RESPONSE_NO,
  LOKET_RESPONSE_QUESTIONNAIRE,
  LOKET_RESPONSE_MONTH,
  LOKET_RESPONSE_WAVE,
  LOKET_RESPONSE_CLIENT,
  LOKET_RESPONSE_LOKET,
  LOKET_RESPONSE_COUNSELLOR,
  LOKET_RESPONSE_TRAJECTORY_NO,
  LOKET_RESPONSE_TOKEN,
  LOKET_RESPONSE_ANSWERS,
  LOKET_RESPONSE_OPEN_ANSWERS,
  LOKET_RESPONSE_REVIEW,
  LOKET_RESPONSE_N_FIELDS
};

extern const LoketKind loket_response_kind;

void     loket_response_append_open (GString     *packed,
                                     const char  *item,
                                     const char  *text);
gboolean loket_response_next_open   (const char **packed,
                                     char       **item,
                                     char       **text);

G_END_DECLS
