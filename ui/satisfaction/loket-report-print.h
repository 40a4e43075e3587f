/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Prints a report: the same pages as in the PDF. */

#pragma once

#include "loket-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*LoketPrintedFunc) (gboolean      is_sent,
                                  const GError *error,
                                  gpointer      user_data);

GtkPrintOperation *loket_report_print_new (LoketReport      *report,
                                           LoketPrintedFunc  printed,
                                           gpointer          user_data);

G_END_DECLS
