/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A response to a survey, with its attribution as the survey gave it and its coded answers. */

#include "loketten-config.h"

#include "loket-response.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LoketResponse
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketResponse, loket_response, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_RESPONSE_RESPONSE_NO] =
    { "response_no", N_("Number"), LOKET_FIELD_LINE,
      LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER | LOKET_FIELD_INTERNAL },
  [LOKET_RESPONSE_QUESTIONNAIRE] =
    { "questionnaire", N_("Questionnaire"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED },
  [LOKET_RESPONSE_MONTH] = { "month", N_("Month"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED },
  [LOKET_RESPONSE_WAVE] = { "wave", N_("Wave"), LOKET_FIELD_INTEGER, 0 },
  [LOKET_RESPONSE_CLIENT] = { "client", N_("Client"), LOKET_FIELD_LINE, 0 },
  [LOKET_RESPONSE_LOKET] = { "loket", N_("Office"), LOKET_FIELD_LINE, 0, NULL, "office" },
  [LOKET_RESPONSE_COUNSELLOR] = { "counsellor", N_("Counsellor"), LOKET_FIELD_LINE, 0 },
  [LOKET_RESPONSE_TRAJECTORY_NO] =
    { "trajectory_no", N_("Trajectory"), LOKET_FIELD_REFERENCE, 0, "trajectory", "trajectory_id" },
  [LOKET_RESPONSE_TOKEN] =
    { "token", N_("Token"), LOKET_FIELD_LINE, LOKET_FIELD_INTERNAL | LOKET_FIELD_TACIT },
  [LOKET_RESPONSE_ANSWERS] =
    { "answers", N_("Answers"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_TACIT },
  [LOKET_RESPONSE_OPEN_ANSWERS] =
    { "open_answers", N_("Open answers"), LOKET_FIELD_OPEN, LOKET_FIELD_TACIT, NULL, NULL,
      "open_answer" },
  [LOKET_RESPONSE_REVIEW] =
    { "review", N_("Review"), LOKET_FIELD_TEXT,
      LOKET_FIELD_INTERNAL | LOKET_FIELD_TACIT | LOKET_FIELD_SET },
};

const LoketKind loket_response_kind = {
  .name = "response",
  .title = N_("Response"),
  .plural = "responses",
  .prefix = "R",
  .fields = fields,
  .n_fields = LOKET_RESPONSE_N_FIELDS,
  .get_type = loket_response_get_type,
};

static void
loket_response_class_init (LoketResponseClass *klass)
{
}

static void
loket_response_init (LoketResponse *self)
{
}

/**
 * loket_response_append_open:
 * @packed: the value of the field as far as it goes
 * @item: an item that sorts behind those before it, so that the same answers always make the same
 *   value
 * @text: the answer to it
 *
 * Adds a line to @packed: the item, a tab, the text with its line ends and tabs escaped.
 */
void
loket_response_append_open (GString    *packed,
                            const char *item,
                            const char *text)
{
  g_string_append (packed, item);
  g_string_append_c (packed, '\t');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (packed, "\\n");
      else if (*p == '\t')
        g_string_append (packed, "\\t");
      else if (*p == '\\')
        g_string_append (packed, "\\\\");
      else
        g_string_append_c (packed, *p);
    }
  g_string_append_c (packed, '\n');
}

/**
 * loket_response_next_open:
 * @packed: (inout): the value of the field; moved behind the answer that is read
 * @item: (out) (transfer full): its item
 * @text: (out) (transfer full): its text
 *
 * Returns: whether there was another answer
 */
gboolean
loket_response_next_open (const char **packed,
                          char       **item,
                          char       **text)
{
  const char *tab = *packed != NULL ? strchr (*packed, '\t') : NULL;
  const char *end = tab != NULL ? strchr (tab, '\n') : NULL;
  g_autofree char *escaped = NULL;

  if (end == NULL)
    return FALSE;

  *item = g_strndup (*packed, (gsize) (tab - *packed));
  escaped = g_strndup (tab + 1, (gsize) (end - tab - 1));
  *text = g_strcompress (escaped);
  *packed = end + 1;

  return TRUE;
}
