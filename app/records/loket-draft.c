/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Drafts of every kind: set, compare, validate. */

#include "loketten-config.h"

#include "loket-draft.h"

#include "loket-date.h"
#include "loket-error.h"
#include "loket-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE_LENGTH 500
#define TEXT_LENGTH 100000

/* An import sets a million drafts by going round with a few: their values keep their room. */
typedef struct
{
  const char *text;     /* (nullable): the value, in the room; NULL for none */
  char *room;           /* (owned) (nullable) */
  gsize size;           /* of the room */
} Value;

struct _LoketDraft
{
  const LoketKind *kind;
  Value id;             /* empty until the store gives one */
  LoketRecord *record;  /* (nullable): what it was made from; NULL for a new one */
  Value values[];       /* kind->n_fields of them */
};

/* @text may stand in the room already. */
static void
set_text (Value      *value,
          const char *text)
{
  gsize size;

  value->text = NULL;
  if (text == NULL)
    return;

  size = strlen (text) + 1;
  if (size > value->size)
    {
      char *room = g_malloc (size);

      memcpy (room, text, size);
      g_free (value->room);
      value->room = room;
      value->size = size;
    }
  else
    memmove (value->room, text, size);

  value->text = value->room;
}

/**
 * loket_draft_new:
 * @kind: a kind
 *
 * Returns: (transfer full): an empty draft for a new record
 */
LoketDraft *
loket_draft_new (const LoketKind *kind)
{
  LoketDraft *draft = g_malloc0 (sizeof *draft + kind->n_fields * sizeof draft->values[0]);

  draft->kind = kind;

  return draft;
}

/**
 * loket_draft_new_from_record:
 * @record: a record
 *
 * Returns: (transfer full): a draft that changes @record
 */
LoketDraft *
loket_draft_new_from_record (LoketRecord *record)
{
  LoketDraft *draft = loket_draft_new (loket_record_get_kind (record));

  set_text (&draft->id, loket_record_get_id (record));
  draft->record = g_object_ref (record);
  for (guint i = 0; i < draft->kind->n_fields; i++)
    set_text (&draft->values[i], loket_record_get_value (record, i));

  return draft;
}

/**
 * loket_draft_copy:
 *
 * Returns: (transfer full): a draft with the same id, version and values
 */
LoketDraft *
loket_draft_copy (const LoketDraft *draft)
{
  LoketDraft *copy = loket_draft_new (draft->kind);

  set_text (&copy->id, draft->id.text);
  g_set_object (&copy->record, draft->record);
  for (guint i = 0; i < draft->kind->n_fields; i++)
    set_text (&copy->values[i], draft->values[i].text);

  return copy;
}

void
loket_draft_free (LoketDraft *draft)
{
  if (draft == NULL)
    return;

  for (guint i = 0; i < draft->kind->n_fields; i++)
    g_free (draft->values[i].room);
  g_clear_object (&draft->record);
  g_free (draft->id.room);
  g_free (draft);
}

/**
 * loket_draft_get_kind:
 *
 * Returns: (transfer none): what kind of record it becomes
 */
const LoketKind *
loket_draft_get_kind (const LoketDraft *draft)
{
  return draft->kind;
}

/**
 * loket_draft_get_id:
 *
 * Returns: (transfer none) (nullable): the id of the record; NULL while it has none
 */
const char *
loket_draft_get_id (const LoketDraft *draft)
{
  return draft->id.text;
}

/**
 * loket_draft_set_id:
 * @id: the id of the record that a new draft makes
 */
void
loket_draft_set_id (LoketDraft *draft,
                    const char *id)
{
  set_text (&draft->id, id);
}

/**
 * loket_draft_get_version:
 *
 * Returns: the version of the record that the draft was made from; 0 for a new record
 */
gint64
loket_draft_get_version (const LoketDraft *draft)
{
  return draft->record != NULL ? loket_record_get_version (draft->record) : 0;
}

/**
 * loket_draft_get_record:
 *
 * Returns: (transfer none) (nullable): the record that the draft changes, as it was when the draft
 *   was made; NULL for a new record
 */
LoketRecord *
loket_draft_get_record (const LoketDraft *draft)
{
  return draft->record;
}

/**
 * loket_draft_is_new:
 *
 * Returns: whether it makes a record; else it changes one
 */
gboolean
loket_draft_is_new (const LoketDraft *draft)
{
  return draft->record == NULL;
}

/**
 * loket_draft_get_value:
 *
 * Returns: (transfer none) (nullable): the value of @field; NULL when it is empty
 */
const char *
loket_draft_get_value (const LoketDraft *draft,
                       guint             field)
{
  g_return_val_if_fail (field < draft->kind->n_fields, NULL);

  return draft->values[field].text;
}

/**
 * loket_draft_get_text:
 *
 * Returns: (transfer none): the value of @field; "" when it is empty
 */
const char *
loket_draft_get_text (const LoketDraft *draft,
                      guint             field)
{
  const char *value = loket_draft_get_value (draft, field);

  return value != NULL ? value : "";
}

/**
 * loket_draft_clear:
 *
 * Makes @draft one for a new record again that says nothing.
 */
void
loket_draft_clear (LoketDraft *draft)
{
  draft->id.text = NULL;
  g_clear_object (&draft->record);
  for (guint i = 0; i < draft->kind->n_fields; i++)
    draft->values[i].text = NULL;
}

/* A number is written in one way only, so that "07" does not differ from the stored 7. */
static const char *
skip_zeros (const char *value)
{
  while (value[0] == '0' && g_ascii_isdigit (value[1]))
    value++;

  return value;
}

/**
 * loket_draft_set_value:
 * @draft: a draft
 * @field: the index of one of its kind's fields
 * @value: (nullable): the value; what a person typed is cleaned as loket_text_clean () says, and
 *   nothing but white space is empty
 */
void
loket_draft_set_value (LoketDraft *draft,
                       guint       field,
                       const char *value)
{
  g_autofree char *clean = NULL;
  LoketFieldType type;

  g_return_if_fail (field < draft->kind->n_fields);

  type = draft->kind->fields[field].type;
  if (value != NULL && (type == LOKET_FIELD_LINE || type == LOKET_FIELD_TEXT)
      && !loket_text_is_clean (value))
    value = clean = loket_text_clean (value, type == LOKET_FIELD_TEXT);
  else if (value != NULL && type == LOKET_FIELD_INTEGER)
    value = skip_zeros (value);

  set_text (&draft->values[field], value != NULL && *value != '\0' ? value : NULL);
}

/**
 * loket_draft_set_integer:
 * @field: the index of a field of type %LOKET_FIELD_INTEGER
 * @value: a whole number
 */
void
loket_draft_set_integer (LoketDraft *draft,
                         guint       field,
                         int         value)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", value);
  loket_draft_set_value (draft, field, text);
}

/**
 * loket_draft_set_flag:
 * @field: the index of a field of type %LOKET_FIELD_FLAG
 * @value: yes or no
 */
void
loket_draft_set_flag (LoketDraft *draft,
                      guint       field,
                      gboolean    value)
{
  loket_draft_set_value (draft, field, value ? "1" : "0");
}

/**
 * loket_draft_complete:
 *
 * Sets what follows from other fields; called before a draft is stored.
 */
void
loket_draft_complete (LoketDraft *draft)
{
  if (draft->kind->complete != NULL)
    draft->kind->complete (draft);

  for (guint i = 0; i < draft->kind->n_fields; i++)
    {
      if (draft->kind->fields[i].type == LOKET_FIELD_FLAG && draft->values[i].text == NULL)
        set_text (&draft->values[i], "0");
    }
}

static gboolean
refuse (GError     **error,
        const char  *format,
        const char  *value)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, format, value);
#pragma GCC diagnostic pop

  return FALSE;
}

static gboolean
check_length (const char  *value,
              int          most,
              GError     **error)
{
  if (strlen (value) <= (gsize) most || g_utf8_strlen (value, -1) <= most)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("has %ld characters, more than the %d that fit"), g_utf8_strlen (value, -1), most);
  return FALSE;
}

/* Says which codes there are, unless there are none. */
static gboolean
check_code (const char         *code,
            const char         *list,
            const LoketChecks  *checks,
            GError            **error)
{
  GPtrArray *known = loket_codes_get_list (checks->codes, list);
  g_autoptr (GString) names = g_string_new (NULL);

  if (loket_codes_has (checks->codes, list, code))
    return TRUE;

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const LoketCode *other = known->pdata[i];

      if (!other->retired)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", other->code);
    }
  if (names->len == 0)
    return refuse (error, _("“%s” is not in the list of this office"), code);

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("“%s” is not in the list of this office, which has: %s"), code, names->str);
  return FALSE;
}

static gboolean
check_codes (const char         *value,
             const char         *list,
             const LoketChecks  *checks,
             GError            **error)
{
  g_auto (GStrv) codes = g_strsplit (value, ";", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!check_code (codes[i], list, checks, error))
        return FALSE;
      if (g_strv_contains ((const char *const *) codes + i + 1, codes[i]))
        return refuse (error, _("“%s” stands there twice"), codes[i]);
    }

  return TRUE;
}

static gboolean
check_integer (const char  *value,
               GError     **error)
{
  if (strlen (value) > 6 || strspn (value, "0123456789") != strlen (value))
    return refuse (error, _("“%s” is not a whole number from 0 to 999999"), value);

  return TRUE;
}

static gboolean
check_value (const LoketField   *field,
             const char         *value,
             const LoketChecks  *checks,
             GError            **error)
{
  switch (field->type)
    {
    case LOKET_FIELD_LINE:
      return check_length (value, LINE_LENGTH, error);
    case LOKET_FIELD_TEXT:
      return check_length (value, TEXT_LENGTH, error);
    case LOKET_FIELD_CODE:
      return check_code (value, field->list, checks, error);
    case LOKET_FIELD_CODES:
      return check_codes (value, field->list, checks, error);
    case LOKET_FIELD_DATE:
      return loket_date_is_valid (value)
             || refuse (error, _("“%s” is not a date that exists (YYYY-MM-DD)"), value);
    case LOKET_FIELD_MOMENT:
      return loket_moment_is_valid (value)
             || refuse (error, _("“%s” is not a date and time (YYYY-MM-DDTHH:MM)"), value);
    case LOKET_FIELD_INTEGER:
      return check_integer (value, error);
    case LOKET_FIELD_FLAG:
      return g_str_equal (value, "0") || g_str_equal (value, "1")
             || refuse (error, _("“%s” is neither yes nor no"), value);
    case LOKET_FIELD_REFERENCE:
    case LOKET_FIELD_OPEN:
    default:
      return TRUE;
    }
}

/**
 * loket_draft_validate:
 * @draft: a draft
 * @checks: what the rules need to know
 * @field: (out) (optional): the index of the field that breaks a rule
 * @error: the reason, a phrase that follows the name of the field
 *
 * Returns: whether the draft keeps all rules of its kind; else %LOKET_ERROR_INVALID
 */
gboolean
loket_draft_validate (const LoketDraft   *draft,
                      const LoketChecks  *checks,
                      guint              *field,
                      GError            **error)
{
  guint ignored = 0;
  guint *where = field != NULL ? field : &ignored;

  for (guint i = 0; i < draft->kind->n_fields; i++)
    {
      const LoketField *description = &draft->kind->fields[i];

      /* What follows from other fields is no fault of its own: nobody could mend it. */
      if (description->flags & LOKET_FIELD_DERIVED)
        continue;

      *where = i;
      if (draft->values[i].text == NULL)
        {
          if (description->flags & LOKET_FIELD_REQUIRED)
            return refuse (error, "%s", _("is missing"));
        }
      else if (!check_value (description, draft->values[i].text, checks, error))
        return FALSE;
    }

  return draft->kind->check == NULL || draft->kind->check (draft, checks, where, error);
}

/**
 * loket_draft_equal:
 *
 * Returns: whether both drafts say the same of the same record
 */
gboolean
loket_draft_equal (const LoketDraft *a,
                   const LoketDraft *b)
{
  if (a->kind != b->kind || loket_draft_get_version (a) != loket_draft_get_version (b)
      || g_strcmp0 (a->id.text, b->id.text) != 0)
    return FALSE;

  for (guint i = 0; i < a->kind->n_fields; i++)
    {
      if (g_strcmp0 (a->values[i].text, b->values[i].text) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
values_differ (const LoketField *field,
               const char       *a,
               const char       *b)
{
  if (field->type != LOKET_FIELD_FLAG)
    return g_strcmp0 (a, b) != 0;

  return g_strcmp0 (a != NULL ? a : "0", b != NULL ? b : "0") != 0;
}

/**
 * loket_draft_differs_from:
 * @draft: a draft
 * @record: a record of the same kind
 * @field: the index of a field
 *
 * Returns: whether @field of the two differs; an empty flag is the same as no
 */
gboolean
loket_draft_differs_from (const LoketDraft *draft,
                          LoketRecord      *record,
                          guint             field)
{
  return values_differ (&draft->kind->fields[field], draft->values[field].text,
                        loket_record_get_value (record, field));
}

/**
 * loket_draft_find_conflict:
 * @draft: a draft that changes a record
 * @record: the record as somebody else has made it meanwhile
 *
 * Returns: the index of the first field that @draft would set back or set otherwise, though
 *   somebody else changed it; -1 when there is none
 */
int
loket_draft_find_conflict (const LoketDraft *draft,
                           LoketRecord      *record)
{
  for (guint i = 0; i < draft->kind->n_fields; i++)
    {
      const LoketField *field = &draft->kind->fields[i];

      if (!(field->flags & LOKET_FIELD_DERIVED)
          && values_differ (field, loket_record_get_value (draft->record, i),
                            loket_record_get_value (record, i))
          && loket_draft_differs_from (draft, record, i))
        return (int) i;
    }

  return -1;
}
