/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The immutable record that every kind shares. */

#include "loket-record.h"

typedef struct
{
  const LoketKind *kind;
  char *id;
  gint64 version;
  char **values; /* (owned): kind->n_fields of them, each (nullable) */
} LoketRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LoketRecord, loket_record, G_TYPE_OBJECT)

static LoketRecordPrivate *
get_private (LoketRecord *self)
{
  return loket_record_get_instance_private (self);
}

static void
loket_record_finalize (GObject *object)
{
  LoketRecordPrivate *priv = get_private (LOKET_RECORD (object));

  for (guint i = 0; i < priv->kind->n_fields; i++)
    g_free (priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);

  G_OBJECT_CLASS (loket_record_parent_class)->finalize (object);
}

static void
loket_record_class_init (LoketRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_record_finalize;
}

static void
loket_record_init (LoketRecord *self)
{
}

/**
 * loket_record_new:
 * @kind: the kind
 * @id: the id in the store
 * @version: how often the record has been written
 * @values: (array): a value for each field of the kind, as the store has it, NULL for empty
 *
 * Returns: (transfer full): a record of the kind's own type
 */
LoketRecord *
loket_record_new (const LoketKind   *kind,
                  const char        *id,
                  gint64             version,
                  const char *const *values)
{
  LoketRecord *self = g_object_new (kind->get_type (), NULL);
  LoketRecordPrivate *priv = get_private (self);

  priv->kind = kind;
  priv->id = g_strdup (id);
  priv->version = version;
  priv->values = g_new0 (char *, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    priv->values[i] = g_strdup (values[i]);

  return self;
}

/**
 * loket_record_get_kind:
 *
 * Returns: (transfer none): what kind of record it is
 */
const LoketKind *
loket_record_get_kind (LoketRecord *self)
{
  g_return_val_if_fail (LOKET_IS_RECORD (self), NULL);

  return get_private (self)->kind;
}

/**
 * loket_record_get_id:
 *
 * Returns: (transfer none): the id, which never changes: a UUID
 */
const char *
loket_record_get_id (LoketRecord *self)
{
  g_return_val_if_fail (LOKET_IS_RECORD (self), NULL);

  return get_private (self)->id;
}

/**
 * loket_record_get_version:
 *
 * Returns: how often it was written, from 1: an update names the version that it read
 */
gint64
loket_record_get_version (LoketRecord *self)
{
  g_return_val_if_fail (LOKET_IS_RECORD (self), 0);

  return get_private (self)->version;
}

/**
 * loket_record_get_value:
 * @self: a record
 * @field: the index of one of its kind's fields
 *
 * Returns: (transfer none) (nullable): the value as the store has it; NULL when it is empty
 */
const char *
loket_record_get_value (LoketRecord *self,
                        guint        field)
{
  LoketRecordPrivate *priv;

  g_return_val_if_fail (LOKET_IS_RECORD (self), NULL);

  priv = get_private (self);
  g_return_val_if_fail (field < priv->kind->n_fields, NULL);

  return priv->values[field];
}

/**
 * loket_record_get_text:
 * @self: a record
 * @field: the index of one of its kind's fields
 *
 * Returns: (transfer none): the value, "" when it is empty
 */
const char *
loket_record_get_text (LoketRecord *self,
                       guint        field)
{
  const char *value = loket_record_get_value (self, field);

  return value != NULL ? value : "";
}

/**
 * loket_record_get_integer:
 * @self: a record
 * @field: the index of an integer field
 *
 * Returns: the number, 0 when it is empty
 */
int
loket_record_get_integer (LoketRecord *self,
                          guint        field)
{
  return (int) g_ascii_strtoll (loket_record_get_text (self, field), NULL, 10);
}

/**
 * loket_record_get_flag:
 * @self: a record
 * @field: the index of a flag
 *
 * Returns: whether the flag is set
 */
gboolean
loket_record_get_flag (LoketRecord *self,
                       guint        field)
{
  return g_str_equal (loket_record_get_text (self, field), "1");
}
