/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What a kind of record consists of: its name and its fields, in one table that the store, the
 * drafts, the change log and the files all read. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _LoketKind LoketKind;
typedef struct _LoketDraft LoketDraft;
typedef struct _LoketChecks LoketChecks;

/**
 * LoketFieldType:
 * @LOKET_FIELD_LINE: one line of text
 * @LOKET_FIELD_TEXT: text of many lines
 * @LOKET_FIELD_CODE: a code of the list that the field names
 * @LOKET_FIELD_CODES: codes of that list, joined by ';', kept in a table of their own
 * @LOKET_FIELD_DATE: YYYY-MM-DD
 * @LOKET_FIELD_MOMENT: YYYY-MM-DDTHH:MM, wall-clock time of the office
 * @LOKET_FIELD_INTEGER: a whole number, not negative
 * @LOKET_FIELD_FLAG: "1" or "0"; an empty one is "0"
 * @LOKET_FIELD_REFERENCE: the id of a record of the kind that the field names
 * @LOKET_FIELD_OPEN: open answers by item, in the form of loket_response_append_open (), kept in a
 *   table of their own
 */
typedef enum
{
  LOKET_FIELD_LINE,
  LOKET_FIELD_TEXT,
  LOKET_FIELD_CODE,
  LOKET_FIELD_CODES,
  LOKET_FIELD_DATE,
  LOKET_FIELD_MOMENT,
  LOKET_FIELD_INTEGER,
  LOKET_FIELD_FLAG,
  LOKET_FIELD_REFERENCE,
  LOKET_FIELD_OPEN
} LoketFieldType;

/**
 * LoketFieldFlags:
 * @LOKET_FIELD_REQUIRED: may not be empty
 * @LOKET_FIELD_NUMBER: the record's own number: the office knows the record by it, no other has it
 * @LOKET_FIELD_DERIVED: follows from other fields; set by the kind, in no file and no log
 * @LOKET_FIELD_INTERNAL: in no file
 * @LOKET_FIELD_TACIT: means nothing to a person, who is never shown it
 * @LOKET_FIELD_SET: items joined by ';' that acts add and take out: one undoes only its own
 */
typedef enum
{
  LOKET_FIELD_REQUIRED = 1 << 0,
  LOKET_FIELD_NUMBER = 1 << 1,
  LOKET_FIELD_DERIVED = 1 << 2,
  LOKET_FIELD_INTERNAL = 1 << 3,
  LOKET_FIELD_SET = 1 << 4,
  LOKET_FIELD_TACIT = 1 << 5
} LoketFieldFlags;

/**
 * LoketField:
 * @name: the column of files, and the field's name in the change log
 * @title: what people call it, marked for translation
 * @column: the column of the table; NULL when it is @name
 * @list: the list of a code, or the kind of a reference
 * @table: the table of its own in which a field of codes or of open answers is kept
 */
typedef struct
{
  const char *name;
  const char *title;
  LoketFieldType type;
  LoketFieldFlags flags;
  const char *list;
  const char *column;
  const char *table;
} LoketField;

/**
 * LoketKind:
 * @name: the table, and the record's name in the change log
 * @title: what people call it, marked for translation
 * @plural: its name on the command line
 * @prefix: (nullable): the letter with which numbers begin that we give out ourselves; NULL when
 *   there are none
 * @complete: (nullable): sets the derived fields of a draft
 * @check: (nullable): the rules between fields; sets the field that breaks one
 */
struct _LoketKind
{
  const char *name;
  const char *title;
  const char *plural;
  const char *prefix;
  const LoketField *fields;
  guint n_fields;
  GType (*get_type) (void);
  void (*complete) (LoketDraft *draft);
  gboolean (*check) (const LoketDraft   *draft,
                     const LoketChecks  *checks,
                     guint              *field,
                     GError            **error);
};

const LoketKind *loket_kind_get_by_name   (const char      *name);
const LoketKind *loket_kind_get_by_plural (const char      *plural);
const LoketKind *const *
                 loket_kind_get_all       (void);
int              loket_kind_find_field    (const LoketKind *kind,
                                           const char      *name);
int              loket_kind_get_number_field
                                          (const LoketKind *kind);
const char      *loket_kind_get_title     (const LoketKind *kind);
const char      *loket_kind_get_field_title
                                          (const LoketKind *kind,
                                           guint            field);
const char      *loket_field_get_column   (const LoketField *field);
gboolean         loket_field_is_stored_apart
                                          (const LoketField *field);

G_END_DECLS
