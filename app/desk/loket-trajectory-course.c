/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the turns of a trajectory, most from the change log; what was undone did not happen. */

#include "loket-trajectory-course.h"

#include "loket-change-table.h"
#include "loket-invitee.h"
#include "loket-record-table.h"
#include "loket-trajectory.h"

#include <string.h>

void
loket_turn_free (LoketTurn *turn)
{
  g_object_unref (turn->trajectory);
  g_free (turn->text);
  g_free (turn);
}

/* The day on the wall of the office; stamps are UTC. */
static LoketDateText
get_day (const char *stamp)
{
  LoketDateText day = { "" };
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (stamp, NULL);
  g_autoptr (GDateTime) here = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autofree char *text = here != NULL ? g_date_time_format (here, "%Y-%m-%d") : NULL;

  if (text != NULL)
    g_strlcpy (day.text, text, sizeof day.text);

  return day;
}

static void
add_turn (GPtrArray     *turns,
          LoketTurnType  type,
          LoketRecord   *trajectory,
          const char    *date,
          const char    *text)
{
  LoketTurn *turn = g_new0 (LoketTurn, 1);

  turn->type = type;
  turn->trajectory = g_object_ref (trajectory);
  turn->text = g_strdup (text);
  g_strlcpy (turn->date.text, date, sizeof turn->date.text);
  g_ptr_array_add (turns, turn);
}

/* What stood in another field before the same act. */
static const char *
get_old_value (GPtrArray  *changes,
               const char *act,
               const char *field)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LoketChange *change = changes->pdata[i];

      if (g_str_equal (change->act, act) && g_str_equal (change->field, field))
        return change->old_value;
    }

  return NULL;
}

static void
read_change (GPtrArray         *changes,
             const LoketChange *change,
             LoketRecord       *trajectory,
             GPtrArray         *turns)
{
  if (g_str_equal (change->field, "counsellor") && change->new_value != NULL)
    add_turn (turns, change->old_value == NULL ? LOKET_TURN_TAKEN : LOKET_TURN_HANDED_OVER,
              trajectory, get_day (change->at).text, change->new_value);
  else if (g_str_equal (change->field, "closed_on") && change->old_value != NULL)
    add_turn (turns, LOKET_TURN_CLOSED, trajectory, change->old_value,
              get_old_value (changes, change->act, "outcome"));
  else if (g_str_equal (change->field, "reopened_on") && change->old_value != NULL)
    add_turn (turns, LOKET_TURN_REOPENED, trajectory, change->old_value,
              get_old_value (changes, change->act, "reopen_reason"));
}

/* Adds an act that takes another back, and that other one, unless it was taken back itself. */
static gboolean
note_undone (LoketDatabase  *database,
             const char     *act,
             GHashTable     *undone,
             GError        **error)
{
  g_autoptr (LoketChange) line = NULL;

  if (g_hash_table_contains (undone, act))
    return TRUE;
  if (!loket_change_table_load_line (database, act, &line, error))
    return FALSE;

  if (line != NULL && g_str_has_prefix (line->new_value, "undo "))
    {
      g_hash_table_add (undone, g_strdup (act));
      g_hash_table_add (undone, g_strdup (line->new_value + strlen ("undo ")));
    }

  return TRUE;
}

static gboolean
read_invitations (LoketDatabase  *database,
                  LoketRecord    *trajectory,
                  GPtrArray      *turns,
                  GError        **error)
{
  LoketRecordTable *table = loket_record_table_get (database, &loket_invitee_kind);
  g_autoptr (GPtrArray) invitees = NULL;

  invitees = loket_record_table_load_where (table, LOKET_INVITEE_TRAJECTORY_NO,
                                            loket_record_get_id (trajectory), error);
  for (guint i = 0; invitees != NULL && i < invitees->len; i++)
    {
      const char *drawn_on = loket_record_get_value (invitees->pdata[i], LOKET_INVITEE_DRAWN_ON);

      if (drawn_on != NULL)
        add_turn (turns, LOKET_TURN_INVITED, trajectory, drawn_on, NULL);
    }

  return invitees != NULL;
}

/**
 * loket_trajectory_course_read:
 * @trajectory: a trajectory
 * @turns: (element-type LoketTurn): where to add its turns
 *
 * Reads who took a trajectory, the closings and reopenings before those that the trajectory itself
 * tells of, and when the client was invited to the survey.
 *
 * Returns: whether they could be read
 */
gboolean
loket_trajectory_course_read (LoketDatabase  *database,
                              LoketRecord    *trajectory,
                              GPtrArray      *turns,
                              GError        **error)
{
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  changes = loket_change_table_load_record (database, loket_record_get_id (trajectory), error);
  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const LoketChange *change = changes->pdata[i];

      if (!note_undone (database, change->act, undone, error))
        return FALSE;
      if (!g_hash_table_contains (undone, change->act))
        read_change (changes, change, trajectory, turns);
    }

  return read_invitations (database, trajectory, turns, error);
}
