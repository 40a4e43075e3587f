/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The lists of a new office, and drafts of every kind, for the tests of records. */

#include "records-fixture.h"

#include "loket-error.h"

#include <string.h>

/**
 * records_load_codes:
 *
 * Returns: (transfer full): the lists with which an office begins, in Dutch
 */
LoketCodes *
records_load_codes (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "lists", "codes.ini",
                                                 NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lists = NULL;
  LoketCodes *codes = loket_codes_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_TRANSLATIONS, &error);
  g_assert_no_error (error);

  lists = g_key_file_get_groups (file, NULL);
  for (guint l = 0; lists[l] != NULL; l++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, lists[l], NULL, NULL);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autofree char *label = NULL;

          label = g_key_file_get_locale_string (file, lists[l], keys[k], "nl", NULL);
          if (!g_str_has_suffix (keys[k], "]"))
            loket_codes_add (codes, lists[l], keys[k], label, FALSE);
        }
    }

  return codes;
}

static const char *
get_example (const LoketField *field)
{
  g_autoptr (LoketCodes) codes = records_load_codes ();

  switch (field->type)
    {
    case LOKET_FIELD_CODE:
    case LOKET_FIELD_CODES:
      {
        LoketCode *code = g_ptr_array_index (loket_codes_get_list (codes, field->list), 0);

        return g_intern_string (code->code);
      }
    case LOKET_FIELD_DATE:
      return "2026-11-02";
    case LOKET_FIELD_MOMENT:
      return "2026-11-02T10:00";
    case LOKET_FIELD_INTEGER:
      return "3";
    case LOKET_FIELD_FLAG:
      return "1";
    case LOKET_FIELD_REFERENCE:
      return "01939b00-0000-7000-8000-000000000000";
    case LOKET_FIELD_LINE:
    case LOKET_FIELD_TEXT:
    case LOKET_FIELD_OPEN:
    default:
      return g_str_equal (field->name, "month") ? "2026-11" : "x";
    }
}

/**
 * records_create_draft:
 *
 * Returns: (transfer full): a draft of @kind with every required field, which keeps all rules
 */
LoketDraft *
records_create_draft (const LoketKind *kind)
{
  LoketDraft *draft = loket_draft_new (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].flags & (LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER))
        loket_draft_set_value (draft, i, get_example (&kind->fields[i]));
    }

  return draft;
}

/**
 * records_random_text:
 *
 * Returns: (transfer full): up to @most characters of every sort that people and programs make:
 *   letters with and without accents, control characters, signs of other scripts, emoji
 */
char *
records_random_text (guint most)
{
  static const gunichar sorts[][2] = {
    { 0x20, 0x7E }, { 0x61, 0x7A }, { 0x01, 0x1F }, { 0x7F, 0x9F }, { 0xA0, 0x17F },
    { 0x300, 0x36F }, { 0x590, 0x6FF }, { 0x2000, 0x206F }, { 0x1F300, 0x1F6FF }, { 0x30, 0x3B },
  };
  guint n = (guint) g_test_rand_int_range (0, (gint32) most + 1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const gunichar *sort = sorts[g_test_rand_int_range (0, G_N_ELEMENTS (sorts))];

      g_string_append_unichar (text, (gunichar) g_test_rand_int_range ((gint32) sort[0],
                                                                       (gint32) sort[1] + 1));
    }

  return g_string_free (text, FALSE);
}

void
records_assert_valid (const LoketDraft *draft,
                      LoketCodes       *codes)
{
  const LoketChecks checks = { RECORDS_TODAY, codes };
  g_autoptr (GError) error = NULL;

  g_assert_true (loket_draft_validate (draft, &checks, NULL, &error));
  g_assert_no_error (error);
}

/**
 * records_assert_refused:
 * @field: the index of the field that must be named
 * @reason: a part of the reason that must be given
 */
void
records_assert_refused (const LoketDraft *draft,
                        LoketCodes       *codes,
                        guint             field,
                        const char       *reason)
{
  const LoketChecks checks = { RECORDS_TODAY, codes };
  g_autoptr (GError) error = NULL;
  guint named = G_MAXUINT;

  g_assert_false (loket_draft_validate (draft, &checks, &named, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_INVALID);
  g_assert_cmpstr (loket_draft_get_kind (draft)->fields[named].name, ==,
                   loket_draft_get_kind (draft)->fields[field].name);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
}
