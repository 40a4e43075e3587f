/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A questionnaire that the office made itself is known by the id in its file. */

#include "loketten-config.h"

#include "loket-own-questionnaire.h"

#include <glib/gi18n-lib.h>

struct _LoketOwnQuestionnaire
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketOwnQuestionnaire, loket_own_questionnaire, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_OWN_QUESTIONNAIRE_CODE] =
    { "code", N_("Id"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_OWN_QUESTIONNAIRE_TITLE] =
    { "title", N_("Title"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED },
  [LOKET_OWN_QUESTIONNAIRE_SOURCE] =
    { "source", N_("File"), LOKET_FIELD_TEXT, LOKET_FIELD_REQUIRED | LOKET_FIELD_TACIT },
};

const LoketKind loket_own_questionnaire_kind = {
  .name = "questionnaire",
  .title = N_("Questionnaire"),
  .fields = fields,
  .n_fields = LOKET_OWN_QUESTIONNAIRE_N_FIELDS,
  .get_type = loket_own_questionnaire_get_type,
};

static void
loket_own_questionnaire_class_init (LoketOwnQuestionnaireClass *klass)
{
}

static void
loket_own_questionnaire_init (LoketOwnQuestionnaire *self)
{
}
