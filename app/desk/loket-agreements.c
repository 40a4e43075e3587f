/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Loads settings, closing days, counsellors and absences that matter from today on. */

#include "loket-agreements.h"

#include "loket-absence.h"
#include "loket-closure.h"
#include "loket-record-table.h"
#include "loket-setting.h"

#include <string.h>

typedef struct
{
  LoketAgreements *agreements;
  LoketDateText today;
} Reading;

void
loket_agreements_free (LoketAgreements *self)
{
  g_clear_pointer (&self->settings, g_ptr_array_unref);
  g_clear_pointer (&self->closures, g_ptr_array_unref);
  g_clear_pointer (&self->counsellors, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_setting (LoketRecord  *setting,
             gpointer      user_data,
             GError      **error)
{
  g_ptr_array_add (((Reading *) user_data)->agreements->settings, g_object_ref (setting));

  return TRUE;
}

static gboolean
add_closure (LoketRecord  *closure,
             gpointer      user_data,
             GError      **error)
{
  Reading *reading = user_data;

  if (strcmp (loket_record_get_text (closure, LOKET_CLOSURE_UNTIL), reading->today.text) >= 0)
    g_ptr_array_add (reading->agreements->closures, g_object_ref (closure));

  return TRUE;
}

static gboolean
add_counsellor (LoketRecord  *counsellor,
                gpointer      user_data,
                GError      **error)
{
  if (loket_record_get_flag (counsellor, LOKET_COUNSELLOR_ACTIVE))
    g_ptr_array_add (((Reading *) user_data)->agreements->counsellors, g_object_ref (counsellor));

  return TRUE;
}

static gboolean
add_absence (LoketRecord  *absence,
             gpointer      user_data,
             GError      **error)
{
  Reading *reading = user_data;

  if (strcmp (loket_record_get_text (absence, LOKET_ABSENCE_UNTIL), reading->today.text) >= 0)
    g_ptr_array_add (reading->agreements->absences, g_object_ref (absence));

  return TRUE;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b,
               gpointer      field)
{
  return strcmp (loket_record_get_text (*(LoketRecord *const *) a, GPOINTER_TO_UINT (field)),
                 loket_record_get_text (*(LoketRecord *const *) b, GPOINTER_TO_UINT (field)));
}

static int
compare_settings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  int order = compare_texts (a, b, GUINT_TO_POINTER (LOKET_SETTING_NAME));

  return order != 0 ? order : compare_texts (a, b, GUINT_TO_POINTER (LOKET_SETTING_VALID_FROM));
}

static gpointer
load_agreements (LoketDatabase  *database,
                 gpointer        input,
                 GError        **error)
{
  static const struct
  {
    const LoketKind *kind;
    LoketRecordFunc add;
  } parts[] = {
    { &loket_setting_kind, add_setting },
    { &loket_closure_kind, add_closure },
    { &loket_counsellor_kind, add_counsellor },
    { &loket_absence_kind, add_absence },
  };
  Reading *reading = input;
  g_autoptr (LoketAgreements) agreements = g_new0 (LoketAgreements, 1);

  agreements->settings = g_ptr_array_new_with_free_func (g_object_unref);
  agreements->closures = g_ptr_array_new_with_free_func (g_object_unref);
  agreements->counsellors = g_ptr_array_new_with_free_func (g_object_unref);
  agreements->absences = g_ptr_array_new_with_free_func (g_object_unref);
  reading->agreements = agreements;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      LoketRecordTable *table = loket_record_table_get (database, parts[i].kind);

      if (!loket_record_table_for_each (table, parts[i].add, reading, error))
        return NULL;
    }

  g_ptr_array_sort_with_data (agreements->settings, compare_settings, NULL);
  g_ptr_array_sort_with_data (agreements->closures, compare_texts,
                              GUINT_TO_POINTER (LOKET_CLOSURE_FROM));
  g_ptr_array_sort_with_data (agreements->absences, compare_texts,
                              GUINT_TO_POINTER (LOKET_ABSENCE_FROM));

  return g_steal_pointer (&agreements);
}

/**
 * loket_desk_load_agreements_async:
 *
 * Loads what the office agreed on.
 */
void
loket_desk_load_agreements_async (LoketDesk           *desk,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->today = loket_desk_get_today (desk);
  loket_desk_read_async (desk, load_agreements, reading, g_free,
                         (GDestroyNotify) loket_agreements_free, cancellable, callback, user_data);
}

/**
 * loket_desk_load_agreements_finish:
 *
 * Returns: (transfer full) (nullable): what the office agreed on
 */
LoketAgreements *
loket_desk_load_agreements_finish (LoketDesk     *desk,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return loket_desk_read_finish (desk, result, error);
}
