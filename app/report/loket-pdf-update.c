/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * As PDF has it since its beginning: newer forms of a few objects are appended, with a table that
 * says where they are and points back at the older one. What was there stays as it was. */

#include "loket-pdf-update.h"

#include <stdlib.h>
#include <string.h>

/* A line of a table: ten digits, five digits, a letter, and spaces between. */
#define ENTRY_LENGTH 20

/* The trailer stands in the last bytes, which are text. */
#define TAIL_LENGTH 256

typedef struct
{
  GByteArray *pdf;
  const char *entries;  /* of the older table, from number 0 on */
  gsize start;          /* where the older table begins */
  guint size;           /* how many objects there are */
  guint root;           /* number of the catalogue */
  char *trailer;        /* (owned) without its end */
  GString *added;       /* (owned) the newer forms */
  GString *table;       /* (owned) where they are */
} Update;

static void
clear_update (Update *update)
{
  g_free (update->trailer);
  g_string_free (update->added, TRUE);
  g_string_free (update->table, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Update, clear_update)

/* Finds the older table and what stands in the trailer; the PDF ends in a NUL meanwhile. */
static gboolean
find_table (Update *update)
{
  const char *text = (const char *) update->pdf->data;
  const char *tail = text + update->pdf->len - MIN (update->pdf->len, TAIL_LENGTH);
  const char *start = strstr (tail, "startxref\n");
  const char *trailer = strstr (tail, "trailer\n<<");
  const char *end = trailer != NULL ? strstr (trailer, ">>") : NULL;
  const char *root = trailer != NULL ? strstr (trailer, "/Root ") : NULL;
  const char *table;

  if (start == NULL || end == NULL || root == NULL)
    return FALSE;

  update->start = strtoul (start + strlen ("startxref\n"), NULL, 10);
  update->root = (guint) strtoul (root + strlen ("/Root "), NULL, 10);
  update->trailer = g_strndup (trailer, (gsize) (end - trailer));
  table = text + update->start;
  if (update->start >= update->pdf->len || !g_str_has_prefix (table, "xref\n0 "))
    return FALSE;

  update->size = (guint) strtoul (table + strlen ("xref\n0 "), NULL, 10);
  update->entries = strchr (table + strlen ("xref\n"), '\n') + 1;

  return update->root < update->size
         && update->start + (gsize) update->size * ENTRY_LENGTH < update->pdf->len;
}

/* Its dictionary without the end, or NULL where it is none of text. */
static char *
dup_object (const Update *update,
            guint         number)
{
  gsize offset = strtoul (update->entries + (gsize) number * ENTRY_LENGTH, NULL, 10);
  const char *text = (const char *) update->pdf->data + offset;
  const char *end = offset < update->start ? strstr (text, "endobj") : NULL;
  const char *last = end != NULL ? g_strrstr_len (text, end - text, ">>") : NULL;

  return last != NULL ? g_strndup (text, (gsize) (last - text)) : NULL;
}

static void
add_object (Update     *update,
            guint       number,
            const char *object,
            const char *more)
{
  g_string_append_printf (update->table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          update->pdf->len + update->added->len);
  g_string_append_printf (update->added, "%s%s>>\nendobj\n", object, more);
}

/* As PDF writes any text: UTF-16 with its mark, in hexadecimal digits. */
static char *
dup_alternative (const char *text)
{
  GString *words = g_string_new ("   /Alt <FEFF");
  glong n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);

  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (words, "%04X", units[i]);
  g_string_append (words, ">\n");

  return g_string_free (words, FALSE);
}

/* Figures have the numbers of their objects in the order in which they were drawn. */
static void
tell_figures (Update          *update,
              const GPtrArray *alternatives)
{
  guint n_figures = 0;

  for (guint number = 1; number < update->size && n_figures < alternatives->len; number++)
    {
      g_autofree char *object = dup_object (update, number);
      g_autofree char *more = NULL;

      if (object == NULL || strstr (object, "/Type /StructElem") == NULL
          || strstr (object, "/S /Figure") == NULL)
        continue;
      more = dup_alternative (g_ptr_array_index (alternatives, n_figures++));
      add_object (update, number, object, more);
    }
}

/**
 * loket_pdf_update:
 * @pdf: as cairo 1.16 writes it, with tags; grows
 * @language: of its text, such as "nl"
 * @alternatives: (element-type utf8): what is told of each figure, in their order
 *
 * Returns: whether it was understood; when not, it is as it was
 */
gboolean
loket_pdf_update (GByteArray      *pdf,
                  const char      *language,
                  const GPtrArray *alternatives)
{
  g_auto (Update) update = { .pdf = pdf,
                             .added = g_string_new (NULL),
                             .table = g_string_new ("xref\n") };
  g_autofree char *catalogue = NULL;
  g_autofree char *more = g_strdup_printf (
      "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n", language);
  const guint8 end = '\0';
  gsize table = 0;

  g_byte_array_append (pdf, &end, 1);
  pdf->len--;
  if (!find_table (&update) || (catalogue = dup_object (&update, update.root)) == NULL)
    return FALSE;

  tell_figures (&update, alternatives);
  add_object (&update, update.root, catalogue, more);
  table = pdf->len + update.added->len;
  g_string_append_printf (update.added, "%s%s   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%"
                          G_GSIZE_FORMAT "\n%%%%EOF\n",
                          update.table->str, update.trailer, update.start, table);
  g_byte_array_append (pdf, (const guint8 *) update.added->str, (guint) update.added->len);

  return TRUE;
}
