/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is to be done, and how it stands, in words. */

#pragma once

#include "loket-desk.h"
#include "loket-work-item.h"
#include "loket-work-state.h"

G_BEGIN_DECLS

/**
 * LoketWorkWords:
 * @text: (owned): how it stands: "2 working days late"
 * @icon_name: (nullable): the icon that underlines it
 * @style: (nullable): the style class that underlines it
 */
typedef struct
{
  char *text;
  const char *icon_name;
  const char *style;
} LoketWorkWords;

char          *loket_work_sentences_format_what  (const LoketWork *work,
                                                  LoketCodes      *codes,
                                                  const char      *now);
LoketWorkWords loket_work_sentences_format_state (const LoketWork *work,
                                                  LoketDesk       *desk,
                                                  const char      *now);
const char    *loket_work_sentences_get_icon     (const LoketWork *work);

G_END_DECLS
