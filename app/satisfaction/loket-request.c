/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What is asked of the survey: a period, what it is compared with, by what groups, of whom. */

#include "loketten-config.h"

#include "loket-request.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "loket-error.h"

/**
 * loket_request_new:
 *
 * Returns: (transfer full): a request for all responses, compared with nothing, without groups
 */
LoketRequest *
loket_request_new (LoketQuestionnaire *questionnaire)
{
  LoketRequest *request = g_new0 (LoketRequest, 1);

  request->questionnaire = g_object_ref (questionnaire);
  request->selection = loket_selection_new (NULL);
  request->by = g_array_new (FALSE, FALSE, sizeof (LoketGrouping));
  return request;
}

/**
 * loket_request_copy:
 *
 * Returns: (transfer full): a request for the same
 */
LoketRequest *
loket_request_copy (const LoketRequest *request)
{
  LoketRequest *copy = g_new0 (LoketRequest, 1);

  *copy = *request;
  copy->questionnaire = g_object_ref (request->questionnaire);
  copy->selection = loket_selection_copy (request->selection);
  copy->by = g_array_copy (request->by);
  if (request->withheld != NULL)
    copy->withheld = g_hash_table_ref (request->withheld);
  return copy;
}

void
loket_request_free (LoketRequest *request)
{
  g_clear_object (&request->questionnaire);
  g_clear_pointer (&request->selection, loket_selection_free);
  g_clear_pointer (&request->by, g_array_unref);
  g_clear_pointer (&request->withheld, g_hash_table_unref);
  g_free (request);
}

/**
 * loket_request_set_withheld:
 * @withheld: (transfer none): figures that stay hidden though they rest on enough answers; not to
 *   be changed any more
 */
void
loket_request_set_withheld (LoketRequest *request,
                            GHashTable   *withheld)
{
  g_clear_pointer (&request->withheld, g_hash_table_unref);
  request->withheld = g_hash_table_ref (withheld);
}

/**
 * loket_request_set_period:
 * @text: as for loket_period_parse()
 */
gboolean
loket_request_set_period (LoketRequest  *request,
                          const char    *text,
                          GError       **error)
{
  LoketPeriod period = { 0, 0 };

  if (!loket_period_parse (text, &period, error))
    return FALSE;
  loket_selection_set_period (request->selection, &period);
  request->has_period = TRUE;
  return TRUE;
}

/**
 * loket_request_set_against:
 * @text: as for loket_period_parse()
 */
gboolean
loket_request_set_against (LoketRequest  *request,
                           const char    *text,
                           GError       **error)
{
  if (!loket_period_parse (text, &request->against, error))
    return FALSE;
  request->has_against = TRUE;
  return TRUE;
}

/**
 * loket_request_add_by:
 * @id: as for loket_grouping_find(); naming one twice changes nothing
 */
gboolean
loket_request_add_by (LoketRequest  *request,
                      const char    *id,
                      GError       **error)
{
  LoketGrouping grouping = { 0 };

  if (!loket_grouping_find (request->questionnaire, id, &grouping, error))
    return FALSE;
  for (guint i = 0; i < request->by->len; i++)
    {
      if (loket_grouping_is_equal (&g_array_index (request->by, LoketGrouping, i), &grouping))
        return TRUE;
    }
  g_array_append_val (request->by, grouping);
  return TRUE;
}

/* Offices and counsellors are not known beforehand, options are. */
static gboolean
can_have_value (const LoketGrouping *grouping,
                const char          *value)
{
  const GArray *options = loket_grouping_get_options (grouping);

  if (options == NULL)
    return *value != '\0';
  for (guint i = 0; i < options->len; i++)
    {
      if (g_str_equal (g_array_index (options, LoketOption, i).code, value))
        return TRUE;
    }
  return FALSE;
}

/* The values that can be named, where the questionnaire knows them. */
static gboolean
refuse_value (const LoketGrouping  *grouping,
              const char           *value,
              GError              **error)
{
  const GArray *options = loket_grouping_get_options (grouping);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; options != NULL && i < options->len; i++)
    g_string_append_printf (known, i > 0 ? ", %s" : "%s",
                            g_array_index (options, LoketOption, i).code);
  if (known->len > 0)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                 _("“%s” is not a value of “%s”, which has %s"), value,
                 loket_grouping_get_id (grouping), known->str);
  else
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” is not a value of “%s”"), value,
                 loket_grouping_get_id (grouping));
  return FALSE;
}

/**
 * loket_request_add_where:
 * @text: `GROUP=VALUE`, such as `office=Regio 16`
 *
 * Values of one group are alternatives, different groups must hold together.
 *
 * Returns: FALSE with %LOKET_ERROR_INVALID for an unknown group or a value that it cannot have
 */
gboolean
loket_request_add_where (LoketRequest  *request,
                         const char    *text,
                         GError       **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *id = g_strndup (text, equals != NULL ? (gsize) (equals - text) : strlen (text));
  LoketGrouping grouping = { 0 };

  if (equals == NULL)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("“%s” is not of the form GROUP=VALUE"), text);
      return FALSE;
    }
  if (!loket_grouping_find (request->questionnaire, id, &grouping, error))
    return FALSE;
  if (!can_have_value (&grouping, equals + 1))
    return refuse_value (&grouping, equals + 1, error);
  loket_selection_add (request->selection, &grouping, equals + 1);
  return TRUE;
}
