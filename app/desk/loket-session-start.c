/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds the trajectory that runs, and the appointment that was planned for today. */

#include "loket-session-start.h"

#include "loket-session-form.h"

#include <string.h>

/* How long before its time an appointment may begin. */
#define MINUTES_EARLY 60

static const char *
find_trajectory (LoketDossier *dossier)
{
  LoketRecord *trajectory = LOKET_RECORD (loket_dossier_get_current_trajectory (dossier));

  if (trajectory == NULL
      || loket_record_get_value (trajectory, LOKET_TRAJECTORY_CLOSED_ON) != NULL)
    return NULL;

  return loket_record_get_id (trajectory);
}

/* An appointment of today that is being held is one that starts within the hour, or has started:
 * its record is filled. */
static LoketRecord *
find_planned (LoketDossier *dossier,
              const char   *trajectory_id,
              const char   *now)
{
  GPtrArray *sessions = loket_dossier_get_sessions (dossier);
  LoketDateText soon = loket_moment_add_minutes (now, MINUTES_EARLY);

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];

      if (g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE), "planned")
          && strncmp (loket_record_get_text (session, LOKET_SESSION_STARTS_AT), now,
                      LOKET_DATE_LENGTH) == 0
          && strcmp (loket_record_get_text (session, LOKET_SESSION_STARTS_AT), soon.text) <= 0
          && g_str_equal (loket_record_get_text (session, LOKET_SESSION_TRAJECTORY_NO),
                          trajectory_id))
        return session;
    }

  return NULL;
}

static void
set_planned (LoketForm   *form,
             LoketRecord *planned)
{
  const char *channel = loket_record_get_value (planned, LOKET_SESSION_CHANNEL);

  loket_form_set_value (form, LOKET_SESSION_FORM_PLANNED, loket_record_get_id (planned));
  loket_form_set_value (form, LOKET_SESSION_FORM_PLANNED_AT,
                        loket_record_get_text (planned, LOKET_SESSION_STARTS_AT)
                          + LOKET_DATE_LENGTH + 1);
  if (channel != NULL)
    loket_form_set_value (form, LOKET_SESSION_FORM_CHANNEL, channel);
}

/**
 * loket_dossier_begin_session:
 * @dossier: of the client across the desk
 * @id: an id for the form
 * @counsellor_id: (nullable): who holds the session
 * @usual_channel: the channel that the counsellor usually takes
 * @now: when it starts, YYYY-MM-DDTHH:MM
 *
 * Returns: (transfer full): a form on which nothing was typed yet: for the trajectory that runs,
 *   and for the appointment that was planned for today, in the way it was to take place
 */
LoketForm *
loket_dossier_begin_session (LoketDossier *dossier,
                             const char   *id,
                             const char   *counsellor_id,
                             const char   *usual_channel,
                             const char   *now)
{
  LoketRecord *client = LOKET_RECORD (loket_dossier_get_client (dossier));
  const char *trajectory_id = find_trajectory (dossier);
  LoketRecord *planned = trajectory_id != NULL ? find_planned (dossier, trajectory_id, now) : NULL;
  LoketForm *form = loket_session_form_new (id, loket_record_get_id (client), trajectory_id,
                                            counsellor_id, usual_channel, now);

  if (planned != NULL)
    set_planned (form, planned);
  if (loket_record_get_flag (client, LOKET_CLIENT_NO_CONTACT))
    loket_form_set_value (form, LOKET_SESSION_FORM_NO_CONTACT, "1");

  return form;
}

/**
 * loket_dossier_fill_appointment:
 * @dossier: of the client whom the form is about
 * @form: a form on which nothing was typed yet
 * @planned_id: the id of an appointment of the client
 * @usual_minutes: how long a session usually takes; 0 when that is not known
 * @now: YYYY-MM-DDTHH:MM
 *
 * Makes the form that of an appointment that is over: with its day, its time, its counsellor and
 * its trajectory, and with an end after the usual time unless that is still to come. One that has
 * another outcome or a report meanwhile, or is not there, leaves the form as it is.
 *
 * Returns: whether the form is that of the appointment
 */
gboolean
loket_dossier_fill_appointment (LoketDossier *dossier,
                                LoketForm    *form,
                                const char   *planned_id,
                                int           usual_minutes,
                                const char   *now)
{
  LoketRecord *planned = LOKET_RECORD (loket_dossier_find_session_to_copy (dossier, planned_id,
                                                                           form));
  const char *starts_at, *counsellor_id;
  LoketDateText date, end;

  if (planned == NULL || !loket_session_is_untold (planned))
    return FALSE;

  starts_at = loket_record_get_text (planned, LOKET_SESSION_STARTS_AT);
  counsellor_id = loket_record_get_value (planned, LOKET_SESSION_COUNSELLOR);
  date = loket_date_format_typed (starts_at);
  end = loket_moment_add_minutes (starts_at, usual_minutes);
  set_planned (form, planned);
  loket_form_set_value (form, LOKET_SESSION_FORM_TRAJECTORY,
                        loket_record_get_text (planned, LOKET_SESSION_TRAJECTORY_NO));
  if (counsellor_id != NULL)
    loket_form_set_value (form, LOKET_SESSION_FORM_COUNSELLOR, counsellor_id);
  loket_form_set_value (form, LOKET_SESSION_FORM_DATE, date.text);
  loket_form_set_value (form, LOKET_SESSION_FORM_START, starts_at + LOKET_DATE_LENGTH + 1);
  if (usual_minutes > 0 && strcmp (end.text, now) <= 0)
    loket_form_set_value (form, LOKET_SESSION_FORM_END, end.text + LOKET_DATE_LENGTH + 1);

  return TRUE;
}

/**
 * loket_dossier_find_session_to_copy:
 * @dossier: of the client across the desk
 * @id: the id of a session; "" for the latest that was held
 * @form: the form of the session that is being held
 *
 * Returns: (transfer none) (nullable): the session with which a new one can begin; not the one
 *   that is being held, which may be recorded already
 */
LoketSession *
loket_dossier_find_session_to_copy (LoketDossier    *dossier,
                                    const char      *id,
                                    const LoketForm *form)
{
  const char *recorded = loket_form_get_text (form, LOKET_SESSION_FORM_RECORDED);
  GPtrArray *sessions = loket_dossier_get_sessions (dossier);
  LoketRecord *found = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      LoketRecord *session = sessions->pdata[i];

      if (g_str_equal (loket_record_get_id (session), recorded))
        continue;
      if (*id != '\0')
        {
          if (g_str_equal (loket_record_get_id (session), id))
            return LOKET_SESSION (session);
        }
      else if (g_str_equal (loket_record_get_text (session, LOKET_SESSION_STATE), "held")
               && (found == NULL
                   || strcmp (loket_record_get_text (session, LOKET_SESSION_STARTS_AT),
                              loket_record_get_text (found, LOKET_SESSION_STARTS_AT)) > 0))
        found = session;
    }

  return found != NULL ? LOKET_SESSION (found) : NULL;
}

/* So that a later change on the record is not overwritten. */
static void
note_recorded (LoketForm   *form,
               LoketRecord *session)
{
  for (guint i = 0; i < LOKET_SESSION_N_FIELDS; i++)
    {
      g_autofree char *name = g_strconcat (LOKET_SESSION_FORM_WAS,
                                           loket_session_kind.fields[i].name, NULL);

      loket_form_set_value (form, name, loket_record_get_value (session, i));
    }
}

/**
 * loket_dossier_resume_session:
 * @dossier: of the client across the desk, loaded after the form was saved
 * @form: a form that goes on
 *
 * Lets the form know how its session was recorded.
 */
void
loket_dossier_resume_session (LoketDossier *dossier,
                              LoketForm    *form)
{
  GPtrArray *sessions = loket_dossier_get_sessions (dossier);
  const char *recorded = loket_form_get_text (form, LOKET_SESSION_FORM_RECORDED);

  for (guint i = 0; i < sessions->len; i++)
    {
      if (!g_str_equal (loket_record_get_id (sessions->pdata[i]), recorded))
        continue;
      loket_form_set_value (form, LOKET_SESSION_FORM_TRAJECTORY,
                            loket_record_get_value (sessions->pdata[i],
                                                    LOKET_SESSION_TRAJECTORY_NO));
      note_recorded (form, sessions->pdata[i]);
    }
}
