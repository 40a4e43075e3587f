/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Gives the placeholders of a text block their values. */

#include "loketten-config.h"

#include "loket-text-filling.h"

#include "loket-placeholders.h"
#include "loket-sentences.h"

#include <glib/gi18n.h>

static const char *
get_counsellor_name (LoketDesk *desk)
{
  LoketCounsellor *counsellor = loket_desk_get_counsellor (desk);

  return counsellor != NULL ? loket_record_get_value (LOKET_RECORD (counsellor),
                                                      LOKET_COUNSELLOR_NAME)
                            : NULL;
}

/**
 * loket_text_filling_fill:
 * @text: the text of a text block
 * @desk: at which it is written
 * @client: for whom it is written
 * @office: (nullable): the name of the office
 * @next_appointment: (nullable): the next appointment in words
 *
 * The names of the placeholders are those of the person's language, and the English ones.
 *
 * Returns: (transfer full): the text, filled in with what is known
 */
char *
loket_text_filling_fill (const char  *text,
                         LoketDesk   *desk,
                         LoketClient *client,
                         const char  *office,
                         const char  *next_appointment)
{
  LoketRecord *record = LOKET_RECORD (client);
  LoketDateText today = loket_desk_get_today (desk);
  g_autofree char *name = loket_client_dup_display_name (client);
  g_autofree char *date = loket_sentences_format_day (today.text);
  const struct
  {
    const char *name;
    const char *value;
  } values[] = {
    { N_("given name"), loket_record_get_value (record, LOKET_CLIENT_GIVEN_NAME) },
    { N_("name"), name },
    { N_("date"), date },
    { N_("next appointment"), next_appointment },
    { N_("office"), office },
    { N_("counsellor"), get_counsellor_name (desk) },
  };
  LoketPlaceholder all[2 * G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      all[2 * i] = (LoketPlaceholder) { values[i].name, values[i].value };
      all[2 * i + 1] = (LoketPlaceholder) { _(values[i].name), values[i].value };
    }

  return loket_placeholders_fill (text, all, G_N_ELEMENTS (all));
}
