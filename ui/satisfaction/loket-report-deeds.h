/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lets a report leave the program: as a file or on paper. */

#pragma once

#include "loket-survey.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a report is made from. */
typedef struct
{
  GtkWidget          *page; /* from where it is asked for */
  LoketDesk          *desk;
  LoketSurvey        *survey;
  LoketFrame         *frame;
  const LoketRequest *request; /* what is looked at, with the groups of the report */
  const char *const  *own; /* (nullable) counsellors that have a name in it */
} LoketReportSource;

void loket_report_deeds_save  (const LoketReportSource *source,
                               const char              *format);
void loket_report_deeds_print (const LoketReportSource *source);
void loket_report_deeds_print_to (const LoketReportSource *source,
                                  const char              *path);

G_END_DECLS
