/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The table of all kinds of record. */

#include "loketten-config.h"

#include "loket-kind.h"

#include "loket-absence.h"
#include "loket-assessment.h"
#include "loket-attempt.h"
#include "loket-client.h"
#include "loket-closure.h"
#include "loket-contact.h"
#include "loket-counsellor.h"
#include "loket-invitation.h"
#include "loket-invitee.h"
#include "loket-office.h"
#include "loket-own-questionnaire.h"
#include "loket-promise.h"
#include "loket-response.h"
#include "loket-session.h"
#include "loket-setting.h"
#include "loket-text-block.h"
#include "loket-trajectory.h"

#include <glib/gi18n-lib.h>

/* In an order in which references point backwards, so that records can be made in this order. */
static const LoketKind *const all_kinds[] = {
  &loket_office_kind,
  &loket_counsellor_kind,
  &loket_client_kind,
  &loket_trajectory_kind,
  &loket_session_kind,
  &loket_assessment_kind,
  &loket_promise_kind,
  &loket_contact_kind,
  &loket_attempt_kind,
  &loket_invitee_kind,
  &loket_response_kind,
  &loket_invitation_kind,
  &loket_text_block_kind,
  &loket_setting_kind,
  &loket_closure_kind,
  &loket_absence_kind,
  &loket_own_questionnaire_kind,
  NULL
};

/**
 * loket_kind_get_all:
 *
 * Returns: (transfer none) (array zero-terminated=1): all kinds, those that are referred to first
 */
const LoketKind *const *
loket_kind_get_all (void)
{
  return all_kinds;
}

/**
 * loket_kind_get_by_name:
 * @name: the name of a kind, "client"
 *
 * Returns: (transfer none) (nullable): the kind
 */
const LoketKind *
loket_kind_get_by_name (const char *name)
{
  for (guint i = 0; all_kinds[i] != NULL; i++)
    {
      if (g_str_equal (all_kinds[i]->name, name))
        return all_kinds[i];
    }

  return NULL;
}

/**
 * loket_kind_get_by_plural:
 * @plural: the name of a kind on the command line, "clients"
 *
 * Returns: (transfer none) (nullable): the kind; NULL also for kinds that no file holds
 */
const LoketKind *
loket_kind_get_by_plural (const char *plural)
{
  for (guint i = 0; all_kinds[i] != NULL; i++)
    {
      if (g_strcmp0 (all_kinds[i]->plural, plural) == 0)
        return all_kinds[i];
    }

  return NULL;
}

/**
 * loket_kind_find_field:
 * @kind: a kind
 * @name: the name of a field
 *
 * Returns: the index of the field, or -1
 */
int
loket_kind_find_field (const LoketKind *kind,
                       const char      *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].name, name))
        return (int) i;
    }

  return -1;
}

/**
 * loket_kind_get_number_field:
 * @kind: a kind
 *
 * Returns: the index of the field that holds the record's own number, or -1
 */
int
loket_kind_get_number_field (const LoketKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].flags & LOKET_FIELD_NUMBER)
        return (int) i;
    }

  return -1;
}

/**
 * loket_kind_get_title:
 * @kind: a kind
 *
 * Returns: (transfer none): what people call a record of this kind, translated
 */
const char *
loket_kind_get_title (const LoketKind *kind)
{
  return _(kind->title);
}

/**
 * loket_kind_get_field_title:
 * @kind: a kind
 * @field: the index of one of its fields
 *
 * Returns: (transfer none): what people call the field, translated
 */
const char *
loket_kind_get_field_title (const LoketKind *kind,
                            guint            field)
{
  g_return_val_if_fail (field < kind->n_fields, NULL);

  return _(kind->fields[field].title);
}

/**
 * loket_field_get_column:
 * @field: a field
 *
 * Returns: (transfer none): the column of the kind's table that holds it
 */
const char *
loket_field_get_column (const LoketField *field)
{
  return field->column != NULL ? field->column : field->name;
}

/**
 * loket_field_is_stored_apart:
 * @field: a field
 *
 * Returns: whether the field has a table of its own instead of a column
 */
gboolean
loket_field_is_stored_apart (const LoketField *field)
{
  return field->table != NULL;
}
