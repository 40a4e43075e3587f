/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Matches the header of a file with the columns that its kind can have. */

#include "loketten-config.h"

#include "loket-import-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

#define NOT_THERE -1

struct _LoketImportColumns
{
  int *columns;       /* (owned): the column of each name, or NOT_THERE */
  char **read_as;     /* (owned): what each column of the file is read as, by --map or by itself */
  guint n_columns;
  GPtrArray *unknown; /* (owned): of borrowed names, ends in NULL */
};

static int
find_name (const LoketImportName *names,
           guint                  n_names,
           const char            *text)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i].name, text) || g_strcmp0 (names[i].other_name, text) == 0)
        return (int) i;
    }

  return NOT_THERE;
}

/* Takes "COLUMN=FIELD" apart and follows it. */
static gboolean
follow_map (LoketImportColumns     *self,
            LoketCsvReader         *reader,
            const char             *entry,
            const LoketImportName  *names,
            guint                   n_names,
            GError                **error)
{
  const char *equals = strrchr (entry, '=');
  g_autofree char *name = equals != NULL ? g_strndup (entry, (gsize) (equals - entry)) : NULL;
  int column;

  if (equals == NULL || equals == entry || equals[1] == '\0')
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND,
                   _("“%s” is not of the form COLUMN=FIELD"), entry);
      return FALSE;
    }

  if (find_name (names, n_names, equals + 1) == NOT_THERE)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND,
                   _("%s: there is no field “%s” to read it as"), entry, equals + 1);
      return FALSE;
    }

  column = loket_csv_reader_find_column (reader, name);
  if (column < 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND, _("%s has no column “%s”"),
                   loket_csv_reader_get_name (reader), name);
      return FALSE;
    }

  g_free (self->read_as[column]);
  self->read_as[column] = g_strdup (equals + 1);

  return TRUE;
}

static gboolean
place_column (LoketImportColumns     *self,
              LoketCsvReader         *reader,
              guint                   column,
              const LoketImportName  *names,
              guint                   n_names,
              GError                **error)
{
  int name = find_name (names, n_names, self->read_as[column]);

  if (name == NOT_THERE)
    {
      g_ptr_array_add (self->unknown, (gpointer) loket_csv_reader_get_column (reader, column));
      return TRUE;
    }

  if (self->columns[name] != NOT_THERE)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s: the columns %s and %s are both read as %s"),
                   loket_csv_reader_get_header_place (reader),
                   loket_csv_reader_get_column (reader, (guint) self->columns[name]),
                   loket_csv_reader_get_column (reader, column), names[name].name);
      return FALSE;
    }

  self->columns[name] = (int) column;

  return TRUE;
}

static gboolean
check_required (LoketImportColumns     *self,
                LoketCsvReader         *reader,
                const LoketImportName  *names,
                guint                   n_names,
                GError                **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n_missing = 0;

  for (guint i = 0; i < n_names; i++)
    {
      if (!names[i].is_required || self->columns[i] != NOT_THERE)
        continue;

      g_string_append_printf (missing, "%s%s", n_missing++ > 0 ? ", " : "", names[i].name);
    }

  if (n_missing == 0)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE,
                            "%s: the column %s is missing",
                            "%s: the columns %s are missing", n_missing),
               loket_csv_reader_get_header_place (reader), missing->str);

  return FALSE;
}

/**
 * loket_import_columns_new:
 * @reader: a file; must outlive what is returned
 * @names: (array length=n_names): the columns that such a file can have
 * @n_names: how many
 * @map: (nullable) (array zero-terminated=1): "COLUMN=FIELD": read the column as the field
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): where each of @names stands; NULL with LOKET_ERROR_INVALID
 *   when the file lacks a required column or has one twice, LOKET_ERROR_NOT_FOUND when @map names
 *   something that is not there
 */
LoketImportColumns *
loket_import_columns_new (LoketCsvReader         *reader,
                          const LoketImportName  *names,
                          guint                   n_names,
                          const char *const      *map,
                          GError                **error)
{
  g_autoptr (LoketImportColumns) self = g_new0 (LoketImportColumns, 1);

  self->n_columns = loket_csv_reader_get_n_columns (reader);
  self->columns = g_new (int, n_names);
  self->read_as = g_new0 (char *, self->n_columns + 1);
  self->unknown = g_ptr_array_new ();

  for (guint i = 0; i < n_names; i++)
    self->columns[i] = NOT_THERE;

  for (guint i = 0; i < self->n_columns; i++)
    self->read_as[i] = g_strdup (loket_csv_reader_get_column (reader, i));

  for (guint i = 0; map != NULL && map[i] != NULL; i++)
    {
      if (!follow_map (self, reader, map[i], names, n_names, error))
        return NULL;
    }

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (!place_column (self, reader, i, names, n_names, error))
        return NULL;
    }
  g_ptr_array_add (self->unknown, NULL);

  return check_required (self, reader, names, n_names, error) ? g_steal_pointer (&self) : NULL;
}

void
loket_import_columns_free (LoketImportColumns *self)
{
  g_free (self->columns);
  g_strfreev (self->read_as);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/**
 * loket_import_columns_get:
 * @self: the columns of a file
 * @name: the index of a name
 *
 * Returns: the column of the file that holds it, or -1 when the file has none
 */
int
loket_import_columns_get (LoketImportColumns *self,
                          guint               name)
{
  return self->columns[name];
}

/**
 * loket_import_columns_get_unknown:
 *
 * Returns: (transfer none) (array zero-terminated=1): the columns of the file that are not read
 */
const char *const *
loket_import_columns_get_unknown (LoketImportColumns *self)
{
  return (const char *const *) self->unknown->pdata;
}
