/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A spreadsheet file (XLSX): its sheets, its texts, and as what it shows numbers. */

#pragma once

#include "loket-xlsx-package.h"
#include "loket-xlsx-value.h"

G_BEGIN_DECLS

typedef struct _LoketXlsxBook LoketXlsxBook;

LoketXlsxBook    *loket_xlsx_book_new         (LoketXlsxPackage  *package,
                                               GError           **error);
void              loket_xlsx_book_free        (LoketXlsxBook     *self);
LoketXlsxPackage *loket_xlsx_book_get_package (LoketXlsxBook     *self);
gboolean          loket_xlsx_book_is_1904     (LoketXlsxBook     *self);
const char       *loket_xlsx_book_find_sheet  (LoketXlsxBook     *self,
                                               const char        *name,
                                               const char       **title,
                                               GError           **error);
const char       *loket_xlsx_book_get_text    (LoketXlsxBook     *self,
                                               guint              number);
LoketXlsxFormat   loket_xlsx_book_get_format  (LoketXlsxBook     *self,
                                               guint              style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketXlsxBook, loket_xlsx_book_free)

G_END_DECLS
