/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Knows which events cannot be corrected, and says why. */

#include "loketten-config.h"

#include "loket-event-lock.h"

#include "loket-attempt.h"
#include "loket-contact.h"

#include <glib/gi18n.h>

static gboolean
is_aftercare (LoketRecord *contact)
{
  return g_str_equal (loket_record_get_text (contact, LOKET_CONTACT_KIND), "aftercare");
}

/* After-care begins when the trajectory is closed: it and the attempts at it stay open. */
static gboolean
is_after_closing (LoketRecord  *record,
                  LoketDossier *dossier)
{
  GPtrArray *contacts = loket_dossier_get_contacts (dossier);

  if (loket_record_get_kind (record) == &loket_contact_kind)
    return is_aftercare (record);
  if (loket_record_get_kind (record) != &loket_attempt_kind)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      if (g_str_equal (loket_record_get_id (contacts->pdata[i]),
                       loket_record_get_text (record, LOKET_ATTEMPT_CONTACT_NO)))
        return is_aftercare (contacts->pdata[i]);
    }

  return FALSE;
}

/**
 * loket_event_lock_is_set:
 * @dossier: of the client
 *
 * Returns: whether the event can only be read, as its trajectory is closed
 */
gboolean
loket_event_lock_is_set (LoketEvent   *event,
                         LoketDossier *dossier)
{
  GPtrArray *trajectories = loket_dossier_get_trajectories (dossier);

  if (is_after_closing (loket_event_get_record (event), dossier))
    return FALSE;

  for (guint i = 0; i < trajectories->len; i++)
    {
      if (g_str_equal (loket_record_get_id (trajectories->pdata[i]),
                       loket_event_get_trajectory_id (event)))
        return loket_record_get_value (trajectories->pdata[i], LOKET_TRAJECTORY_CLOSED_ON) != NULL;
    }

  return FALSE;
}

/**
 * loket_event_lock_get_sentence:
 *
 * Returns: (transfer none): why an event can only be read, and what helps
 */
const char *
loket_event_lock_get_sentence (void)
{
  return _("The trajectory is closed. Reopen it to change what was recorded");
}
