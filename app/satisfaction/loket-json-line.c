/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * On which line of a JSON file something stands, which its parser does not tell. */

#include "loket-json-line.h"

#include <stdlib.h>
#include <string.h>

/* A place in the text. The text may be ill-formed: no step goes beyond its NUL. */
typedef struct
{
  const char *at;
  guint       line;
} Cursor;

static void
step (Cursor *cursor)
{
  if (*cursor->at == '\n')
    cursor->line++;
  if (*cursor->at != '\0')
    cursor->at++;
}

static void
skip_space (Cursor *cursor)
{
  while (*cursor->at != '\0' && strchr (" \t\r\n,:", *cursor->at) != NULL)
    step (cursor);
}

static void
skip_string (Cursor *cursor)
{
  step (cursor);
  while (*cursor->at != '\0' && *cursor->at != '"')
    {
      if (*cursor->at == '\\')
        step (cursor);
      step (cursor);
    }
  step (cursor);
}

static void
skip_value (Cursor *cursor)
{
  int depth = 0;

  do
    {
      char character = *cursor->at;

      if (character == '"')
        {
          skip_string (cursor);
          continue;
        }
      if (depth == 0 && strchr (",]}", character) != NULL)
        return;
      if (character == '{' || character == '[')
        depth++;
      else if (character == '}' || character == ']')
        depth--;
      step (cursor);
    }
  while (*cursor->at != '\0' && (depth > 0 || strchr (",]}", *cursor->at) == NULL));
}

/* From the brace of an object to the name of a member; FALSE when it has none of that name. */
static gboolean
go_to_name (Cursor     *cursor,
            const char *name,
            gsize       length)
{
  if (*cursor->at != '{')
    return FALSE;
  step (cursor);
  for (skip_space (cursor); *cursor->at == '"'; skip_space (cursor))
    {
      Cursor start = *cursor;

      skip_string (cursor);
      if ((gsize) (cursor->at - start.at) == length + 2 &&
          strncmp (start.at + 1, name, length) == 0)
        {
          *cursor = start;
          return TRUE;
        }
      skip_space (cursor);
      skip_value (cursor);
    }
  return FALSE;
}

static gboolean
enter_member (Cursor     *cursor,
              const char *name,
              gsize       length)
{
  if (!go_to_name (cursor, name, length))
    return FALSE;
  skip_string (cursor);
  skip_space (cursor);
  return TRUE;
}

static gboolean
enter_element (Cursor *cursor,
               gulong  index)
{
  if (*cursor->at != '[')
    return FALSE;
  step (cursor);
  skip_space (cursor);
  for (gulong i = 0; i < index && *cursor->at != '\0' && *cursor->at != ']'; i++)
    {
      skip_value (cursor);
      skip_space (cursor);
    }
  return *cursor->at != '\0' && *cursor->at != ']';
}

/**
 * loket_json_line_find:
 * @json: the text of a file that could be parsed
 * @path: where in it an object stands, such as `items[3].base`; empty for the outermost
 * @member: (nullable): a member of that object
 *
 * Returns: the line, from 1, of the name of @member, else of the object; 0 when it is not found
 */
guint
loket_json_line_find (const char *json,
                      const char *path,
                      const char *member)
{
  Cursor cursor = { json, 1 };
  Cursor object = cursor;

  skip_space (&cursor);
  while (*path != '\0')
    {
      gsize length = strcspn (path, ".[");

      if (*path == '[')
        {
          char *end = NULL;

          if (!enter_element (&cursor, strtoul (path + 1, &end, 10)))
            return 0;
          path = *end == ']' ? end + 1 : end;
        }
      else if (length > 0 && !enter_member (&cursor, path, length))
        return 0;
      else
        path += length;
      path += *path == '.' ? 1 : 0;
    }
  object = cursor;
  if (member != NULL && go_to_name (&cursor, member, strlen (member)))
    return cursor.line;
  return object.line;
}
