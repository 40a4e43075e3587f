/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Follow-up: all contacts in a list. */

#include "loket-aftercare-page.h"

struct _LoketAftercarePage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketAftercarePage, loket_aftercare_page, ADW_TYPE_BIN)

static void
loket_aftercare_page_class_init (LoketAftercarePageClass *klass)
{
}

static void
loket_aftercare_page_init (LoketAftercarePage *self)
{
}

GtkWidget *
loket_aftercare_page_new (LoketDesk *desk)
{
  return g_object_new (LOKET_TYPE_AFTERCARE_PAGE, NULL);
}
