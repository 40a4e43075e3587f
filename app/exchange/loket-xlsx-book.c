/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A spreadsheet file (XLSX): its sheets, its texts, and as what it shows numbers. */

#include "loketten-config.h"

#include "loket-xlsx-book.h"

#include <glib/gi18n-lib.h>

#include "loket-error.h"

/* Formats of a book's own are numbered from here on. */
#define FIRST_OWN_FORMAT 164

typedef struct
{
  char *type;   /* (owned) its last word: worksheet */
  char *target; /* (owned) path of the part */
} Relation;

typedef struct
{
  char *name;     /* (owned) */
  char *relation; /* (owned) */
} Sheet;

struct _LoketXlsxBook
{
  LoketXlsxPackage *package; /* (owned) */
  char *path;                /* (owned) (nullable): of the part that names the sheets */
  char *folder;              /* (owned) (nullable): from which targets are named */
  GHashTable *relations;     /* (owned) Relation by id */
  GPtrArray *sheets;         /* (owned) of Sheet */
  gboolean is_1904;

  GHashTable *own_formats;   /* (owned) LoketXlsxFormat by number */
  GArray *formats;           /* (owned) of LoketXlsxFormat, by style of a cell */
  gboolean in_styles;        /* while the styles of cells are read */

  GString *texts;            /* (owned) one after the other, each with its NUL */
  GArray *text_places;       /* (owned) of gsize */
  gboolean in_text;          /* while texts are read */
  guint n_hints;             /* how deep in a hint about pronunciation */
};

static void
free_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet);
}

/* The path of a part that a relation from @folder names. */
static char *
resolve (const char *folder,
         const char *target)
{
  g_autofree char *base = g_strconcat ("/", folder, NULL);
  g_autofree char *path = g_canonicalize_filename (target, base);

  return g_strdup (path + 1);
}

static void
relation_began (const LoketXlsxElement  *element,
                gpointer                 user_data,
                GError                 **error)
{
  LoketXlsxBook *self = user_data;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  Relation *relation;

  if (!g_str_equal (element->name, "Relationship"))
    return;
  id = loket_xlsx_element_dup (element, "Id");
  type = loket_xlsx_element_dup (element, "Type");
  target = loket_xlsx_element_dup (element, "Target");
  if (id == NULL || type == NULL || target == NULL)
    return;

  relation = g_new0 (Relation, 1);
  relation->type = g_path_get_basename (type);
  relation->target = resolve (self->folder, target);
  g_hash_table_insert (self->relations, g_steal_pointer (&id), relation);
}

static const char *
find_target (LoketXlsxBook *self,
             const char    *type)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, self->relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    {
      if (g_str_equal (((Relation *) relation)->type, type))
        return ((Relation *) relation)->target;
    }

  return NULL;
}

static gboolean
read_relations (LoketXlsxBook  *self,
                const char     *path,
                GError        **error)
{
  const LoketXlsxParser parser = { .begin = relation_began };

  g_hash_table_remove_all (self->relations);

  return loket_xlsx_package_parse (self->package, path, &parser, self, error);
}

static void
workbook_began (const LoketXlsxElement  *element,
                gpointer                 user_data,
                GError                 **error)
{
  LoketXlsxBook *self = user_data;
  Sheet *sheet;

  if (g_str_equal (element->name, "workbookPr"))
    {
      g_autofree char *is_1904 = loket_xlsx_element_dup (element, "date1904");

      self->is_1904 = g_strcmp0 (is_1904, "1") == 0 || g_strcmp0 (is_1904, "true") == 0;
    }
  if (!g_str_equal (element->name, "sheet"))
    return;

  sheet = g_new0 (Sheet, 1);
  sheet->name = loket_xlsx_element_dup (element, "name");
  sheet->relation = loket_xlsx_element_dup (element, "id");
  g_ptr_array_add (self->sheets, sheet);
}

/* First where the book begins, then what it consists of. */
static gboolean
read_workbook (LoketXlsxBook  *self,
               GError        **error)
{
  const LoketXlsxParser parser = { .begin = workbook_began };
  g_autofree char *name = NULL;
  g_autofree char *relations = NULL;
  g_autofree char *place = NULL;

  self->folder = g_strdup ("");
  if (!read_relations (self, "_rels/.rels", error))
    return FALSE;
  self->path = g_strdup (find_target (self, "officeDocument"));
  if (self->path == NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s: this is no spreadsheet (XLSX), or it is damaged"),
                   loket_xlsx_package_get_name (self->package));
      return FALSE;
    }

  g_free (self->folder);
  self->folder = g_path_get_dirname (self->path);
  name = g_path_get_basename (self->path);
  relations = g_strdup_printf ("_rels/%s.rels", name);
  place = resolve (self->folder, relations);

  return read_relations (self, place, error)
         && loket_xlsx_package_parse (self->package, self->path, &parser, self, error);
}

static void
styles_began (const LoketXlsxElement  *element,
              gpointer                 user_data,
              GError                 **error)
{
  LoketXlsxBook *self = user_data;
  guint id = loket_xlsx_element_get_number (element, "numFmtId", 0);
  gpointer own = NULL;
  LoketXlsxFormat format = LOKET_XLSX_NUMBER;

  if (g_str_equal (element->name, "numFmt"))
    {
      g_autofree char *code = loket_xlsx_element_dup (element, "formatCode");

      if (code != NULL)
        g_hash_table_insert (self->own_formats, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (loket_xlsx_value_parse_format (code)));
      return;
    }
  self->in_styles = self->in_styles || g_str_equal (element->name, "cellXfs");
  if (!self->in_styles || !g_str_equal (element->name, "xf"))
    return;

  if (g_hash_table_lookup_extended (self->own_formats, GUINT_TO_POINTER (id), NULL, &own))
    format = (LoketXlsxFormat) GPOINTER_TO_UINT (own);
  else if (id < FIRST_OWN_FORMAT)
    format = loket_xlsx_value_get_builtin (id);
  g_array_append_val (self->formats, format);
}

static void
styles_ended (const char  *name,
              gpointer     user_data,
              GError     **error)
{
  LoketXlsxBook *self = user_data;

  self->in_styles = self->in_styles && !g_str_equal (name, "cellXfs");
}

static void
texts_began (const LoketXlsxElement  *element,
             gpointer                 user_data,
             GError                 **error)
{
  LoketXlsxBook *self = user_data;

  if (g_str_equal (element->name, "si"))
    g_array_append_val (self->text_places, self->texts->len);
  self->n_hints += g_str_equal (element->name, "rPh") ? 1 : 0;
  self->in_text = self->n_hints == 0 && g_str_equal (element->name, "t");
}

static void
texts_ended (const char  *name,
             gpointer     user_data,
             GError     **error)
{
  LoketXlsxBook *self = user_data;

  self->in_text = FALSE;
  self->n_hints -= g_str_equal (name, "rPh") ? 1 : 0;
  if (g_str_equal (name, "si"))
    g_string_append_c (self->texts, '\0');
}

static void
texts_text (const char  *text,
            gsize        length,
            gpointer     user_data,
            GError     **error)
{
  LoketXlsxBook *self = user_data;

  if (self->in_text)
    g_string_append_len (self->texts, text, (gssize) length);
}

/* A book without styles, or without texts of its own, has no such part. */
static gboolean
read_part (LoketXlsxBook          *self,
           const char             *type,
           const LoketXlsxParser  *parser,
           GError                **error)
{
  const char *path = find_target (self, type);

  return path == NULL || !loket_xlsx_package_has (self->package, path)
         || loket_xlsx_package_parse (self->package, path, parser, self, error);
}

/**
 * loket_xlsx_book_new:
 * @package: (transfer full): a file
 * @error: %LOKET_ERROR_INVALID with a sentence when it cannot be read
 *
 * Returns: (transfer full) (nullable): the book
 */
LoketXlsxBook *
loket_xlsx_book_new (LoketXlsxPackage  *package,
                     GError           **error)
{
  const LoketXlsxParser styles = { .begin = styles_began, .end = styles_ended };
  const LoketXlsxParser texts = { texts_began, texts_ended, texts_text };
  g_autoptr (LoketXlsxBook) self = g_new0 (LoketXlsxBook, 1);

  self->package = package;
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_relation);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->own_formats = g_hash_table_new (NULL, NULL);
  self->formats = g_array_new (FALSE, FALSE, sizeof (LoketXlsxFormat));
  self->texts = g_string_new (NULL);
  self->text_places = g_array_new (FALSE, FALSE, sizeof (gsize));

  if (!read_workbook (self, error) || !read_part (self, "styles", &styles, error)
      || !read_part (self, "sharedStrings", &texts, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
loket_xlsx_book_free (LoketXlsxBook *self)
{
  g_clear_pointer (&self->package, loket_xlsx_package_free);
  g_free (self->path);
  g_free (self->folder);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->own_formats, g_hash_table_unref);
  g_clear_pointer (&self->formats, g_array_unref);
  g_string_free (self->texts, TRUE);
  g_clear_pointer (&self->text_places, g_array_unref);
  g_free (self);
}

/**
 * loket_xlsx_book_get_package:
 *
 * Returns: (transfer none): the file
 */
LoketXlsxPackage *
loket_xlsx_book_get_package (LoketXlsxBook *self)
{
  return self->package;
}

/**
 * loket_xlsx_book_is_1904:
 *
 * Returns: whether days are counted from 1904 on
 */
gboolean
loket_xlsx_book_is_1904 (LoketXlsxBook *self)
{
  return self->is_1904;
}

/**
 * loket_xlsx_book_find_sheet:
 * @name: what the sheet may be called
 * @title: (out) (transfer none) (nullable): what it is called
 * @error: %LOKET_ERROR_INVALID with a sentence when there is none
 *
 * Returns: (transfer none) (nullable): the path of the sheet with that name, else of the first
 */
const char *
loket_xlsx_book_find_sheet (LoketXlsxBook  *self,
                            const char     *name,
                            const char    **title,
                            GError        **error)
{
  const char *first = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const Sheet *sheet = g_ptr_array_index (self->sheets, i);
      const Relation *relation =
          sheet->relation != NULL ? g_hash_table_lookup (self->relations, sheet->relation) : NULL;

      if (relation == NULL || !g_str_equal (relation->type, "worksheet"))
        continue;
      if (sheet->name != NULL && g_ascii_strcasecmp (sheet->name, name) == 0)
        {
          *title = sheet->name;
          return relation->target;
        }
      if (first == NULL)
        *title = sheet->name;
      first = first != NULL ? first : relation->target;
    }
  if (first == NULL)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("%s: there is no sheet in it"),
                 loket_xlsx_package_get_name (self->package));

  return first;
}

/**
 * loket_xlsx_book_get_text:
 * @number: of a text that cells share
 *
 * Returns: (transfer none) (nullable): the text; NULL when there is none
 */
const char *
loket_xlsx_book_get_text (LoketXlsxBook *self,
                          guint          number)
{
  return number < self->text_places->len
             ? self->texts->str + g_array_index (self->text_places, gsize, number)
             : NULL;
}

/**
 * loket_xlsx_book_get_format:
 * @style: of a cell
 *
 * Returns: as what the cell shows a number
 */
LoketXlsxFormat
loket_xlsx_book_get_format (LoketXlsxBook *self,
                            guint          style)
{
  return style < self->formats->len ? g_array_index (self->formats, LoketXlsxFormat, style)
                                    : LOKET_XLSX_NUMBER;
}
