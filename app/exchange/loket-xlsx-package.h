/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a spreadsheet file (XLSX): XML in a zip archive, which need not be well meant. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LoketXlsxPackage LoketXlsxPackage;

/* An element as it begins; texts are only good until the function returns. */
typedef struct
{
  const char *name; /* without its prefix */
  const void *attributes;
  int n_attributes;
} LoketXlsxElement;

/**
 * LoketXlsxParser:
 * @begin: (nullable): an element begins
 * @end: (nullable): an element ends
 * @text: (nullable): text between; may come in pieces
 *
 * What is called while a part is read. What sets @error ends the reading.
 */
typedef struct
{
  void (*begin) (const LoketXlsxElement  *element,
                 gpointer                 user_data,
                 GError                 **error);
  void (*end)   (const char  *name,
                 gpointer     user_data,
                 GError     **error);
  void (*text)  (const char  *text,
                 gsize        length,
                 gpointer     user_data,
                 GError     **error);
} LoketXlsxParser;

gboolean          loket_xlsx_package_is_one     (const char              *data,
                                                 gsize                    length);
LoketXlsxPackage *loket_xlsx_package_new        (const char              *name,
                                                 const char              *data,
                                                 gsize                    length,
                                                 GError                 **error);
void              loket_xlsx_package_free       (LoketXlsxPackage        *self);
const char       *loket_xlsx_package_get_name   (LoketXlsxPackage        *self);
gboolean          loket_xlsx_package_has        (LoketXlsxPackage        *self,
                                                 const char              *path);
gboolean          loket_xlsx_package_parse      (LoketXlsxPackage        *self,
                                                 const char              *path,
                                                 const LoketXlsxParser   *parser,
                                                 gpointer                 user_data,
                                                 GError                 **error);
char             *loket_xlsx_element_dup        (const LoketXlsxElement  *element,
                                                 const char              *attribute);
guint             loket_xlsx_element_get_number (const LoketXlsxElement  *element,
                                                 const char              *attribute,
                                                 guint                    otherwise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketXlsxPackage, loket_xlsx_package_free)

G_END_DECLS
