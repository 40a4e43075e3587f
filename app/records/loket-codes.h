/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The lists of codes of an office: situations, channels, kinds of test ... */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LOKET_TYPE_CODES (loket_codes_get_type ())

G_DECLARE_FINAL_TYPE (LoketCodes, loket_codes, LOKET, CODES, GObject)

/**
 * LoketCode:
 * @code: what is stored
 * @label: what a person reads, in the language of the list
 * @retired: kept for old records, not offered any more
 */
typedef struct
{
  char *code;
  char *label;
  gboolean retired;
} LoketCode;

LoketCodes      *loket_codes_new       (void);
void             loket_codes_add       (LoketCodes *self,
                                        const char *list,
                                        const char *code,
                                        const char *label,
                                        gboolean    retired);
gboolean         loket_codes_has       (LoketCodes *self,
                                        const char *list,
                                        const char *code);
const char      *loket_codes_get_label (LoketCodes *self,
                                        const char *list,
                                        const char *code);
GPtrArray       *loket_codes_get_list  (LoketCodes *self,
                                        const char *list);

G_END_DECLS
