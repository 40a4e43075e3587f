/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Lists them in the order of the questionnaire, each with the name of its grouping. */

#include "loketten-config.h"

#include "loket-group-choice.h"

#include "loket-findings.h"

#include <glib/gi18n.h>

void
loket_group_choice_free (LoketGroupChoice *choice)
{
  g_free (choice->label);
  g_free (choice->grouping);
  g_free (choice->value);
  g_free (choice);
}

static void
add_groups (GPtrArray           *choices,
            const LoketGrouping *grouping,
            const char          *language)
{
  const LoketDerived *derived = grouping->derived;
  const GArray *options = derived != NULL ? derived->groups : grouping->item->options;
  const LoketTexts *name = derived != NULL ? &derived->text : &grouping->item->label;

  for (guint i = 0; i < options->len; i++)
    {
      const LoketOption *option = &g_array_index (options, LoketOption, i);
      LoketGroupChoice *choice = g_new0 (LoketGroupChoice, 1);

      /* Translators: a grouping and one of its groups, "Gender: woman". */
      choice->label = g_strdup_printf (_("%s: %s"), loket_texts_get (name, language),
                                       loket_texts_get (&option->text, language));
      choice->grouping = g_strdup (loket_grouping_get_id (grouping));
      choice->value = g_strdup (option->code);
      g_ptr_array_add (choices, choice);
    }
}

/**
 * loket_group_choice_list:
 *
 * Returns: (transfer full) (element-type LoketGroupChoice): everybody, then each group of which
 *   sentences tell
 */
GPtrArray *
loket_group_choice_list (LoketQuestionnaire *questionnaire,
                         const char         *language)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_group_choice_free);
  g_autoptr (LoketRequest) request = loket_request_new (questionnaire);
  LoketGroupChoice *everybody = g_new0 (LoketGroupChoice, 1);

  everybody->label = g_strdup (_("Everybody"));
  g_ptr_array_add (choices, everybody);
  loket_findings_add_groups (request);
  for (guint i = 0; i < request->by->len; i++)
    add_groups (choices, &g_array_index (request->by, LoketGrouping, i), language);

  return choices;
}
