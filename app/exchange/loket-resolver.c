/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Resolves references; an office that is not there is not refused but noted, since an import of
 * counsellors makes it. */

#include "loketten-config.h"

#include "loket-resolver.h"

#include <glib/gi18n-lib.h>

#include "loket-client.h"
#include "loket-counsellor.h"
#include "loket-error.h"
#include "loket-merged-table.h"
#include "loket-number-table.h"
#include "loket-office.h"
#include "loket-references.h"
#include "loket-text.h"
#include "loket-trajectory.h"

struct _LoketResolver
{
  const LoketKind *kind;
  LoketReferences **references; /* (owned): for each field, NULL unless it is a reference */
  GPtrArray *offices;           /* (owned): names of offices that are not there yet, ends in NULL */
};

/**
 * loket_resolver_new:
 * @kind: the kind of the drafts that will be resolved
 *
 * Returns: (transfer full): a resolver
 */
LoketResolver *
loket_resolver_new (const LoketKind *kind)
{
  LoketResolver *self = g_new0 (LoketResolver, 1);

  self->kind = kind;
  self->references = g_new0 (LoketReferences *, kind->n_fields);
  self->offices = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == LOKET_FIELD_REFERENCE)
        self->references[i]
          = loket_references_new_for_ids (loket_kind_get_by_name (kind->fields[i].list));
    }

  return self;
}

void
loket_resolver_free (LoketResolver *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    g_clear_pointer (&self->references[i], loket_references_free);
  g_free (self->references);
  g_ptr_array_unref (self->offices);
  g_free (self);
}

static gboolean
refuse (const LoketKind  *kind,
        GError          **error)
{
  const char *reason = _("there is no record with this number");

  if (kind == &loket_client_kind)
    reason = _("there is no client with this number");
  else if (kind == &loket_trajectory_kind)
    reason = _("there is no trajectory with this number");
  else if (kind == &loket_counsellor_kind)
    reason = _("there is no counsellor with this code");

  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID, reason);

  return FALSE;
}

/* Until the office is made its name stands in the place of its id. */
static gboolean
note_office (LoketResolver  *self,
             const char     *name,
             GError        **error)
{
  g_autoptr (LoketDraft) office = loket_draft_new (&loket_office_kind);
  const LoketChecks checks = { NULL };

  if (g_ptr_array_find_with_equal_func (self->offices, name, g_str_equal, NULL))
    return TRUE;

  loket_draft_set_value (office, LOKET_OFFICE_NAME, name);
  if (!loket_draft_validate (office, &checks, NULL, error))
    return FALSE;

  g_ptr_array_add (self->offices, g_strdup (name));

  return TRUE;
}

static gboolean
resolve_field (LoketResolver  *self,
               LoketDatabase  *database,
               LoketDraft     *draft,
               guint           field,
               GError        **error)
{
  const LoketKind *kind = loket_kind_get_by_name (self->kind->fields[field].list);
  g_autofree char *number = NULL;
  const char *id = NULL;

  number = loket_text_clean (loket_draft_get_text (draft, field), FALSE);
  if (!loket_references_find (self->references[field], database, number, &id, error))
    return FALSE;

  if (id != NULL)
    loket_draft_set_value (draft, field, id);
  else if (kind != &loket_office_kind)
    return refuse (kind, error);
  else if (!note_office (self, number, error))
    return FALSE;

  return TRUE;
}

/* The number of a record that was merged leads to another client: it must not come back as a second
 * record of that client. */
static gboolean
check_merged (LoketResolver     *self,
              LoketDatabase     *database,
              const LoketDraft  *draft,
              guint             *field,
              GError           **error)
{
  g_autofree char *client_id = NULL;
  g_autofree char *number = NULL;

  *field = (guint) loket_kind_get_number_field (self->kind);
  if (!loket_merged_table_find_number (database, loket_draft_get_text (draft, *field), &client_id,
                                       error))
    return FALSE;
  if (client_id == NULL)
    return TRUE;
  if (!loket_number_table_find_number (database, self->kind, client_id, &number, error))
    return FALSE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               /* Translators: the number of a client. */
               _("this client was merged with %s, under which number the record goes on"), number);

  return FALSE;
}

/**
 * loket_resolver_resolve:
 * @self: a resolver
 * @database: the store
 * @draft: a draft in which references are numbers; they become ids
 * @field: (out): the reference that is refused
 * @error: return location for an error
 *
 * Returns: whether everything that @draft refers to is there, and it is no client whose record was
 *   merged into another; else LOKET_ERROR_INVALID with the reason, or what the store said
 */
gboolean
loket_resolver_resolve (LoketResolver  *self,
                        LoketDatabase  *database,
                        LoketDraft     *draft,
                        guint          *field,
                        GError        **error)
{
  if (self->kind == &loket_client_kind && !check_merged (self, database, draft, field, error))
    return FALSE;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (self->references[i] == NULL || loket_draft_get_value (draft, i) == NULL)
        continue;

      *field = i;
      if (!resolve_field (self, database, draft, i, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * loket_resolver_get_offices:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the offices that drafts so far
 *   refer to and that are not there yet
 */
const char *const *
loket_resolver_get_offices (LoketResolver *self)
{
  return (const char *const *) self->offices->pdata;
}
