/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Compares the after-care that there is with what the client wants. */

#include "loket-planner-private.h"

#include "loket-contact.h"

#include <string.h>

static int
compare_due_days (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (loket_record_get_text (*(LoketRecord *const *) a, LOKET_CONTACT_DUE_ON),
                 loket_record_get_text (*(LoketRecord *const *) b, LOKET_CONTACT_DUE_ON));
}

/* The after-care of this closing, in the order of its days: what was done before belongs to an
 * earlier one, and what was cancelled to none. */
static GPtrArray *
list_aftercare (const LoketCourse *course)
{
  GPtrArray *series = g_ptr_array_new ();

  for (guint i = 0; i < course->contacts->len; i++)
    {
      LoketRecord *contact = course->contacts->pdata[i];
      const char *done_on = loket_record_get_value (contact, LOKET_CONTACT_DONE_ON);

      if (loket_planning_is_of_kind (contact, "aftercare") && !loket_planning_is_cancelled (contact)
          && (done_on == NULL || strcmp (done_on, course->closed_on) >= 0)
          && strcmp (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON), course->closed_on) > 0)
        g_ptr_array_add (series, contact);
    }
  g_ptr_array_sort (series, compare_due_days);

  return series;
}

/* After-care that nobody touched, and that is due before the client stopped coming, was for another
 * day of closing. */
static void
note_earlier (LoketPlanning    *planning,
              LoketPlanChanges *changes)
{
  static const LoketPlannedDue any = { .kind = "aftercare" };
  const LoketCourse *course = planning->course;

  for (guint i = 0; i < course->contacts->len; i++)
    {
      LoketRecord *contact = course->contacts->pdata[i];

      if (loket_planning_is_of_kind (contact, "aftercare")
          && loket_planning_is_untouched (planning, contact, &any)
          && strcmp (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON), course->closed_on) <= 0)
        g_ptr_array_add (changes->needless, contact);
    }
}

/* How many days lie between the day of a contact and one that is wanted. */
static int
get_distance (LoketRecord           *contact,
              const LoketPlannedDue *due)
{
  return ABS (loket_date_get_day (loket_record_get_text (contact, LOKET_CONTACT_DUE_ON))
              - loket_date_get_day (due->due_on.text));
}

/* What is due on a day that is asked for is for that day. Takes those out of the series. */
static void
place_exactly (LoketPlanning *planning,
               GPtrArray     *series,
               LoketRecord  **places)
{
  for (guint place = 0; place < planning->wanted->len; place++)
    {
      for (guint i = 0; i < series->len && places[place] == NULL; i++)
        {
          if (!loket_planning_is_due_on (series->pdata[i],
                                         &g_array_index (planning->wanted, LoketPlannedDue, place)))
            continue;
          places[place] = series->pdata[i];
          g_ptr_array_remove_index (series, i);
        }
    }
}

static guint
count_free (LoketPlanning *planning,
            LoketRecord  **places)
{
  guint n_free = 0;

  for (guint i = 0; i < planning->wanted->len; i++)
    n_free += places[i] == NULL;

  return n_free;
}

/* How far a contact is from the nearest place that is free. */
static int
get_least_distance (LoketPlanning *planning,
                    LoketRecord  **places,
                    LoketRecord   *contact)
{
  int least = G_MAXINT;

  for (guint i = 0; i < planning->wanted->len; i++)
    {
      if (places[i] == NULL)
        least = MIN (least,
                     get_distance (contact, &g_array_index (planning->wanted, LoketPlannedDue, i)));
    }

  return least;
}

/* Of more contacts than the wish asks for, those go that nobody touched, the ones furthest from a
 * day on which one is wanted first. Takes them out of the series. */
static void
drop_surplus (LoketPlanning    *planning,
              GPtrArray        *series,
              LoketRecord     **places,
              LoketPlanChanges *changes)
{
  static const LoketPlannedDue any = { .kind = "aftercare" };
  guint n_free = count_free (planning, places);

  while (series->len > n_free)
    {
      int worst = -1, worst_distance = -1;

      for (guint i = 0; i < series->len; i++)
        {
          int distance = get_least_distance (planning, places, series->pdata[i]);

          if (!loket_planning_is_untouched (planning, series->pdata[i], &any)
              || distance <= worst_distance)
            continue;
          worst = (int) i;
          worst_distance = distance;
        }
      if (worst < 0)
        return;
      g_ptr_array_add (changes->needless, series->pdata[worst]);
      g_ptr_array_remove_index (series, (guint) worst);
    }
}

/* Whether as many places are free behind @place as there are contacts left. */
static gboolean
leaves_enough (LoketPlanning *planning,
               LoketRecord  **places,
               guint          place,
               guint          n_left)
{
  guint n_free = 0;

  for (guint i = place + 1; i < planning->wanted->len; i++)
    n_free += places[i] == NULL;

  return n_free >= n_left;
}

/* The others keep their order: each has the place that it is nearest to, of those behind the last
 * one that leave enough for the contacts to come. */
static void
place_nearly (LoketPlanning *planning,
              GPtrArray     *series,
              LoketRecord  **places)
{
  guint next = 0;

  for (guint i = 0; i < series->len; i++)
    {
      int nearest = -1, nearest_distance = 0;

      for (guint place = next; place < planning->wanted->len; place++)
        {
          int distance = get_distance (series->pdata[i],
                                       &g_array_index (planning->wanted, LoketPlannedDue, place));

          if (places[place] != NULL || !leaves_enough (planning, places, place, series->len - i - 1)
              || (nearest >= 0 && distance >= nearest_distance))
            continue;
          nearest = (int) place;
          nearest_distance = distance;
        }
      g_assert (nearest >= 0);
      places[nearest] = series->pdata[i];
      next = (guint) nearest + 1;
    }
}

/* A contact has its place in the series, whatever became of it and on whichever day it is: it is
 * not planned again because the calendar changed. Of more than the wish asks for those that a
 * person had to do with stay as they are. Without a wish nobody knows what is right. */
void
loket_planning_compare_aftercare (LoketPlanning    *planning,
                                  LoketPlanChanges *changes)
{
  g_autoptr (GPtrArray) series = list_aftercare (planning->course);
  LoketRecord *places[LOKET_MOST_AFTERCARE] = { NULL };

  if (planning->course->aftercare == NULL)
    return;

  note_earlier (planning, changes);
  place_exactly (planning, series, places);
  drop_surplus (planning, series, places, changes);
  if (series->len > count_free (planning, places))
    return;

  place_nearly (planning, series, places);
  for (guint i = 0; i < planning->wanted->len; i++)
    {
      const LoketPlannedDue *due = &g_array_index (planning->wanted, LoketPlannedDue, i);

      if (places[i] != NULL)
        loket_planning_note_moved (planning, places[i], due, changes);
      else
        g_array_append_val (changes->missing, *due);
    }
}
