/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The place Satisfaction: how it was, in honest figures. */

#include "loket-satisfaction-page.h"

struct _LoketSatisfactionPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketSatisfactionPage, loket_satisfaction_page, ADW_TYPE_BIN)

static void
loket_satisfaction_page_class_init (LoketSatisfactionPageClass *klass)
{
}

static void
loket_satisfaction_page_init (LoketSatisfactionPage *self)
{
}

GtkWidget *
loket_satisfaction_page_new (LoketDesk *desk)
{
  return g_object_new (LOKET_TYPE_SATISFACTION_PAGE, NULL);
}
