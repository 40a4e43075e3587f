/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A setting is known by its name and the day from which it holds. */

#include "loketten-config.h"

#include "loket-setting.h"

#include <glib/gi18n-lib.h>

struct _LoketSetting
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketSetting, loket_setting, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_SETTING_NAME] = { "name", N_("Name"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED },
  [LOKET_SETTING_VALID_FROM] =
    { "valid_from", N_("Valid from"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_SETTING_VALUE] = { "value", N_("Value"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED },
};

const LoketKind loket_setting_kind = {
  .name = "setting",
  .title = N_("Setting"),
  .fields = fields,
  .n_fields = LOKET_SETTING_N_FIELDS,
  .get_type = loket_setting_get_type,
};

static void
loket_setting_class_init (LoketSettingClass *klass)
{
}

static void
loket_setting_init (LoketSetting *self)
{
}
