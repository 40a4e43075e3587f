/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The parts of a spreadsheet file (XLSX): XML in a zip archive, which need not be well meant.
 *
 * A part is never unpacked as a whole, and its reading ends when it turns out larger than any
 * spreadsheet is. No entity is ever expanded: whoever declares a document type is refused. */

#include "loketten-config.h"

#include "loket-xlsx-package.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include "loket-error.h"

#define CHUNK       (64 * 1024)
#define MOST_PARTS  10000
/* Of one part, unpacked: a sheet of a million rows and thirty columns stays below it. */
#define MOST_BYTES  ((zip_uint64_t) 2 << 30)
/* Real sheets shrink to a tenth or so; what shrinks more is small, or a trap. */
#define MOST_SHRINK 400
#define SMALL_BYTES ((zip_uint64_t) 32 << 20)

struct _LoketXlsxPackage
{
  char *name;     /* (owned) */
  zip_t *archive; /* (owned) */
};

/* A part that is being read. */
typedef struct
{
  const LoketXlsxParser *parser;
  gpointer user_data;
  xmlParserCtxt *context; /* (owned) */
  gboolean has_doctype;
  GError *error;          /* (owned) (nullable) */
} Reading;

static void
clear_reading (Reading *reading)
{
  if (reading->context != NULL && reading->context->myDoc != NULL)
    xmlFreeDoc (reading->context->myDoc);
  g_clear_pointer (&reading->context, xmlFreeParserCtxt);
  g_clear_error (&reading->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_file_t, zip_fclose)

static gboolean
refuse (LoketXlsxPackage  *self,
        const char        *reason,
        GError           **error)
{
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, "%s: %s", self->name, reason);

  return FALSE;
}

static gboolean
begins_with (const char *data,
             gsize       length,
             const char *sign,
             gsize       sign_length)
{
  return length >= sign_length && memcmp (data, sign, sign_length) == 0;
}

/* How older programs, and those that encrypt, pack what they write. */
static gboolean
is_compound (const char *data,
             gsize       length)
{
  return begins_with (data, length, "\xD0\xCF\x11\xE0", 4);
}

/**
 * loket_xlsx_package_is_one:
 *
 * Returns: whether @data is, or was meant to be, a spreadsheet and not text
 */
gboolean
loket_xlsx_package_is_one (const char *data,
                           gsize       length)
{
  return begins_with (data, length, "PK\x03\x04", 4) || begins_with (data, length, "PK\x05\x06", 4)
         || is_compound (data, length);
}

/**
 * loket_xlsx_package_new:
 * @name: the name of the file, for messages
 * @data: what is in it; must outlive the package
 * @error: %LOKET_ERROR_INVALID with a sentence when it cannot be opened
 *
 * Returns: (transfer full) (nullable): the package
 */
LoketXlsxPackage *
loket_xlsx_package_new (const char  *name,
                        const char  *data,
                        gsize        length,
                        GError     **error)
{
  g_autoptr (LoketXlsxPackage) self = g_new0 (LoketXlsxPackage, 1);
  zip_source_t *source;

  self->name = g_strdup (name);
  if (is_compound (data, length))
    {
      refuse (self, _("this spreadsheet has a password, or was saved in the old format; save it "
                      "as XLSX without a password"), error);
      return NULL;
    }

  source = zip_source_buffer_create (data, length, 0, NULL);
  self->archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (self->archive == NULL)
    {
      g_clear_pointer (&source, zip_source_free);
      refuse (self, _("this is no spreadsheet (XLSX), or it is damaged"), error);
      return NULL;
    }
  if (zip_get_num_entries (self->archive, 0) <= MOST_PARTS)
    return g_steal_pointer (&self);

  refuse (self, _("there are more parts in it than a spreadsheet has"), error);

  return NULL;
}

void
loket_xlsx_package_free (LoketXlsxPackage *self)
{
  g_clear_pointer (&self->archive, zip_discard);
  g_free (self->name);
  g_free (self);
}

/**
 * loket_xlsx_package_get_name:
 *
 * Returns: (transfer none): the name of the file, as it stands in messages
 */
const char *
loket_xlsx_package_get_name (LoketXlsxPackage *self)
{
  return self->name;
}

/**
 * loket_xlsx_package_has:
 * @path: of a part, without a slash before it
 *
 * Returns: whether there is such a part
 */
gboolean
loket_xlsx_package_has (LoketXlsxPackage *self,
                        const char       *path)
{
  return zip_name_locate (self->archive, path, ZIP_FL_NOCASE) >= 0;
}

static gboolean
check_part (LoketXlsxPackage  *self,
            const zip_stat_t  *stat,
            GError           **error)
{
  const zip_uint64_t known = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;

  if ((stat->valid & known) != known)
    return refuse (self, _("this is no spreadsheet (XLSX), or it is damaged"), error);
  if (stat->encryption_method != ZIP_EM_NONE)
    return refuse (self, _("this spreadsheet has a password, or was saved in the old format; save "
                           "it as XLSX without a password"), error);
  if (stat->size > MOST_BYTES
      || (stat->size > SMALL_BYTES && stat->size / MOST_SHRINK > stat->comp_size))
    return refuse (self, _("unpacked it is larger than any spreadsheet"), error);

  return TRUE;
}

static void
stop_reading (Reading *reading)
{
  if (reading->error != NULL)
    xmlStopParser (reading->context);
}

static void
element_began (void           *data,
               const xmlChar  *name,
               const xmlChar  *prefix,
               const xmlChar  *uri,
               int             n_namespaces,
               const xmlChar **namespaces,
               int             n_attributes,
               int             n_defaulted,
               const xmlChar **attributes)
{
  Reading *reading = data;
  const LoketXlsxElement element = { (const char *) name, attributes, n_attributes };

  if (reading->parser->begin != NULL && reading->error == NULL)
    reading->parser->begin (&element, reading->user_data, &reading->error);
  stop_reading (reading);
}

static void
element_ended (void          *data,
               const xmlChar *name,
               const xmlChar *prefix,
               const xmlChar *uri)
{
  Reading *reading = data;

  if (reading->parser->end != NULL && reading->error == NULL)
    reading->parser->end ((const char *) name, reading->user_data, &reading->error);
  stop_reading (reading);
}

static void
text_came (void          *data,
           const xmlChar *text,
           int            length)
{
  Reading *reading = data;

  if (reading->parser->text != NULL && reading->error == NULL)
    reading->parser->text ((const char *) text, (gsize) length, reading->user_data,
                           &reading->error);
  stop_reading (reading);
}

static void
doctype_came (void          *data,
              const xmlChar *name,
              const xmlChar *public_id,
              const xmlChar *system_id)
{
  Reading *reading = data;

  reading->has_doctype = TRUE;
  xmlStopParser (reading->context);
}

static void
init_reading (Reading               *reading,
              const LoketXlsxParser *parser,
              gpointer               user_data)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = element_began,
    .endElementNs = element_ended,
    .characters = text_came,
    .cdataBlock = text_came,
    .internalSubset = doctype_came,
  };

  reading->parser = parser;
  reading->user_data = user_data;
  reading->context = xmlCreatePushParserCtxt (&handler, reading, NULL, 0, NULL);
  xmlCtxtUseOptions (reading->context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

static gboolean
read_file (LoketXlsxPackage  *self,
           zip_file_t        *file,
           Reading           *reading,
           GError           **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  zip_uint64_t n_read = 0;
  zip_int64_t n = 0;

  while ((n = zip_fread (file, chunk, CHUNK)) > 0)
    {
      n_read += (zip_uint64_t) n;
      if (n_read > MOST_BYTES)
        return refuse (self, _("unpacked it is larger than any spreadsheet"), error);
      if (xmlParseChunk (reading->context, chunk, (int) n, 0) != 0 || reading->error != NULL)
        break;
    }
  if (n == 0)
    xmlParseChunk (reading->context, chunk, 0, 1);

  if (reading->has_doctype)
    return refuse (self, _("it declares a document type, which no spreadsheet does"), error);
  if (reading->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  if (n < 0 || !reading->context->wellFormed)
    return refuse (self, _("this is no spreadsheet (XLSX), or it is damaged"), error);

  return TRUE;
}

/**
 * loket_xlsx_package_parse:
 * @path: of a part, without a slash before it
 * @parser: is told what is in it
 * @error: %LOKET_ERROR_INVALID with a sentence when it cannot be read, or what @parser set
 *
 * Returns: whether the part was read to its end
 */
gboolean
loket_xlsx_package_parse (LoketXlsxPackage       *self,
                          const char             *path,
                          const LoketXlsxParser  *parser,
                          gpointer                user_data,
                          GError                **error)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (zip_file_t) file = NULL;
  zip_int64_t index = zip_name_locate (self->archive, path, ZIP_FL_NOCASE);
  zip_stat_t stat;

  if (index < 0 || zip_stat_index (self->archive, (zip_uint64_t) index, 0, &stat) != 0)
    return refuse (self, _("this is no spreadsheet (XLSX), or it is damaged"), error);
  if (!check_part (self, &stat, error))
    return FALSE;
  file = zip_fopen_index (self->archive, (zip_uint64_t) index, 0);
  if (file == NULL)
    return refuse (self, _("this is no spreadsheet (XLSX), or it is damaged"), error);

  init_reading (&reading, parser, user_data);

  return read_file (self, file, &reading, error);
}

/* Five pointers to each: name, prefix, namespace, where the value begins and ends. */
static gboolean
find_attribute (const LoketXlsxElement  *element,
                const char              *name,
                const char             **value,
                gsize                   *length)
{
  const xmlChar *const *attributes = element->attributes;

  for (int i = 0; i < element->n_attributes; i++)
    {
      const xmlChar *const *attribute = attributes + 5 * i;

      if (strcmp ((const char *) attribute[0], name) != 0)
        continue;
      *value = (const char *) attribute[3];
      *length = (gsize) (attribute[4] - attribute[3]);
      return TRUE;
    }

  return FALSE;
}

/**
 * loket_xlsx_element_dup:
 * @attribute: its name, without a prefix
 *
 * Returns: (transfer full) (nullable): the value of the attribute
 */
char *
loket_xlsx_element_dup (const LoketXlsxElement *element,
                        const char             *attribute)
{
  const char *value = NULL;
  gsize length = 0;

  return find_attribute (element, attribute, &value, &length) ? g_strndup (value, length) : NULL;
}

/**
 * loket_xlsx_element_get_number:
 * @attribute: its name, without a prefix
 * @otherwise: what counts where there is no such number
 *
 * Returns: the value of the attribute
 */
guint
loket_xlsx_element_get_number (const LoketXlsxElement *element,
                               const char             *attribute,
                               guint                   otherwise)
{
  const char *value = NULL;
  gsize length = 0;
  guint number = 0;

  if (!find_attribute (element, attribute, &value, &length) || length == 0 || length > 9)
    return otherwise;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return otherwise;
      number = number * 10 + (guint) g_ascii_digit_value (value[i]);
    }

  return number;
}
