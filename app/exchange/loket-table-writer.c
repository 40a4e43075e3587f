/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The table writer: a buffer that is filled row by row and handed on when it is large. */

#include "loket-table-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define BUFFER_LENGTH 65536

struct _LoketTableWriter
{
  GOutputStream *stream; /* (owned) */
  LoketTableFormat format;
  LoketTableColumn *columns; /* (owned), with their names */
  guint n_columns;
  guint64 n_rows;
  GString *buffer;          /* (owned) */
  JsonGenerator *generator; /* (owned) */
};

/* Without its quotes a header with another separator in a name could not be read again. */
static gboolean
needs_quotes (const char *text,
              gboolean    in_header)
{
  return text[strcspn (text, in_header ? ",;\t\"\r\n" : ",\"\r\n")] != '\0';
}

static void
append_csv_field (GString    *buffer,
                  const char *text,
                  gboolean    in_header)
{
  if (!needs_quotes (text, in_header))
    {
      g_string_append (buffer, text);
      return;
    }

  g_string_append_c (buffer, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (buffer, '"');
      g_string_append_c (buffer, *p);
    }
  g_string_append_c (buffer, '"');
}

static void
append_csv_header (LoketTableWriter *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->buffer, ',');
      append_csv_field (self->buffer, self->columns[i].name, TRUE);
    }
  g_string_append_c (self->buffer, '\n');
}

static void
append_csv_row (LoketTableWriter  *self,
                const char *const *values)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *value = values[i] != NULL ? values[i] : "";

      if (i > 0)
        g_string_append_c (self->buffer, ',');

      if (self->columns[i].type == LOKET_TABLE_FLAG && value[0] != '\0')
        g_string_append (self->buffer, value[0] == '1' ? "yes" : "no");
      else
        append_csv_field (self->buffer, value, FALSE);
    }
  g_string_append_c (self->buffer, '\n');
}

static JsonNode *
create_json_list (const char *codes)
{
  g_autoptr (JsonArray) list = json_array_new ();
  g_auto (GStrv) parts = g_strsplit (codes, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    json_array_add_string_element (list, parts[i]);

  return json_node_init_array (json_node_alloc (), list);
}

static JsonNode *
create_json_value (LoketTableType  type,
                   const char     *value)
{
  JsonNode *node = json_node_alloc ();

  if (value == NULL || value[0] == '\0')
    return json_node_init_null (node);

  switch (type)
    {
    case LOKET_TABLE_INTEGER:
      return json_node_init_int (node, g_ascii_strtoll (value, NULL, 10));
    case LOKET_TABLE_FLAG:
      return json_node_init_boolean (node, value[0] == '1');
    case LOKET_TABLE_CODES:
      json_node_unref (node);
      return create_json_list (value);
    case LOKET_TABLE_TEXT:
    case LOKET_TABLE_DAY:
    case LOKET_TABLE_MOMENT:
    default:
      return json_node_init_string (node, value);
    }
}

static void
append_json_row (LoketTableWriter  *self,
                 const char *const *values)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);

  for (guint i = 0; i < self->n_columns; i++)
    json_object_set_member (object, self->columns[i].name,
                            create_json_value (self->columns[i].type, values[i]));

  if (self->n_rows > 0)
    g_string_append (self->buffer, ",\n");
  json_generator_set_root (self->generator, root);
  json_generator_to_gstring (self->generator, self->buffer);
}

static gboolean
flush_buffer (LoketTableWriter  *self,
              GCancellable      *cancellable,
              GError           **error)
{
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                  cancellable, error))
    return FALSE;

  g_string_truncate (self->buffer, 0);

  return TRUE;
}

/**
 * loket_table_writer_new:
 * @stream: where to write; is not closed
 * @format: how
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many
 *
 * Returns: (transfer full): a writer; nothing is complete before loket_table_writer_finish ()
 */
LoketTableWriter *
loket_table_writer_new (GOutputStream          *stream,
                        LoketTableFormat        format,
                        const LoketTableColumn *columns,
                        guint                   n_columns)
{
  LoketTableWriter *self = g_new0 (LoketTableWriter, 1);

  self->stream = g_object_ref (stream);
  self->format = format;
  self->columns = g_new0 (LoketTableColumn, n_columns);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].name = g_strdup (columns[i].name);
      self->columns[i].type = columns[i].type;
    }

  self->buffer = g_string_sized_new (BUFFER_LENGTH);
  self->generator = json_generator_new ();

  if (format == LOKET_TABLE_CSV)
    append_csv_header (self);
  else
    g_string_append (self->buffer, "[\n");

  return self;
}

void
loket_table_writer_free (LoketTableWriter *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].name);
  g_free (self->columns);
  g_string_free (self->buffer, TRUE);
  g_object_unref (self->generator);
  g_object_unref (self->stream);
  g_free (self);
}

/**
 * loket_table_writer_write_row:
 * @self: a writer
 * @values: (array): a value for each column, NULL for empty
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error
 *
 * Returns: whether the row was written, or kept to be written with later ones
 */
gboolean
loket_table_writer_write_row (LoketTableWriter   *self,
                              const char *const  *values,
                              GCancellable       *cancellable,
                              GError            **error)
{
  if (self->format == LOKET_TABLE_CSV)
    append_csv_row (self, values);
  else
    append_json_row (self, values);

  self->n_rows++;

  return self->buffer->len < BUFFER_LENGTH || flush_buffer (self, cancellable, error);
}

/**
 * loket_table_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error
 *
 * Writes what is left.
 *
 * Returns: whether everything was written
 */
gboolean
loket_table_writer_finish (LoketTableWriter  *self,
                           GCancellable      *cancellable,
                           GError           **error)
{
  if (self->format == LOKET_TABLE_JSON)
    g_string_append (self->buffer, self->n_rows > 0 ? "\n]\n" : "]\n");

  return flush_buffer (self, cancellable, error);
}
