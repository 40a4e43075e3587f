/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Today: what needs doing first. */

#include "loket-today-page.h"

struct _LoketTodayPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketTodayPage, loket_today_page, ADW_TYPE_BIN)

static void
loket_today_page_class_init (LoketTodayPageClass *klass)
{
}

static void
loket_today_page_init (LoketTodayPage *self)
{
}

GtkWidget *
loket_today_page_new (LoketDesk *desk)
{
  return g_object_new (LOKET_TYPE_TODAY_PAGE, NULL);
}
