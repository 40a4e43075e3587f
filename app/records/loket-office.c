/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An office: one regional desk. */

#include "loketten-config.h"

#include "loket-office.h"

#include <glib/gi18n-lib.h>

struct _LoketOffice
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketOffice, loket_office, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_OFFICE_NAME] =
    { "name", N_("Name"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
};

const LoketKind loket_office_kind = {
  .name = "office",
  .title = N_("Office"),
  .fields = fields,
  .n_fields = LOKET_OFFICE_N_FIELDS,
  .get_type = loket_office_get_type,
};

static void
loket_office_class_init (LoketOfficeClass *klass)
{
}

static void
loket_office_init (LoketOffice *self)
{
}
