/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Trajectories in which nothing happens are found by nobody's act, but by a new day. */

#include "loketten-config.h"

#include "loket-daily-plan.h"

#include "loket-replan-act.h"

/* The first screen comes first. */
#define SECONDS_TO_START 2
#define SECONDS_TO_LOOK 60

struct _LoketDailyPlan
{
  GObject parent_instance;

  LoketDesk *desk;
  LoketDateText planned_on;  /* empty until the first time */
  GCancellable *cancellable;
  guint look_id;
  gboolean has_told;         /* of what keeps it from planning */
};

enum
{
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketDailyPlan, loket_daily_plan, G_TYPE_OBJECT)

/* What could not be planned is tried again at the next look; why is told once. */
static void
planned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LoketDailyPlan) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (deed != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->has_told = FALSE;
      return;
    }

  self->planned_on.text[0] = '\0';
  if (!self->has_told)
    g_signal_emit (self, signals[PROBLEM], 0, error);
  self->has_told = TRUE;
}

static gboolean
look_cb (gpointer user_data)
{
  LoketDailyPlan *self = user_data;
  LoketDateText today = loket_desk_get_today (self->desk);

  if (!g_str_equal (today.text, self->planned_on.text))
    {
      self->planned_on = today;
      loket_desk_replan_async (self->desk, self->cancellable, planned_cb, g_object_ref (self));
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
start_cb (gpointer user_data)
{
  LoketDailyPlan *self = user_data;

  self->look_id = g_timeout_add_seconds (SECONDS_TO_LOOK, look_cb, self);
  look_cb (self);

  return G_SOURCE_REMOVE;
}

static void
loket_daily_plan_dispose (GObject *object)
{
  LoketDailyPlan *self = LOKET_DAILY_PLAN (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (loket_daily_plan_parent_class)->dispose (object);
}

static void
loket_daily_plan_class_init (LoketDailyPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_daily_plan_dispose;

  /**
   * LoketDailyPlan::problem:
   * @error: why nothing was planned
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
loket_daily_plan_init (LoketDailyPlan *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * loket_daily_plan_new:
 * @desk: the desk
 *
 * Returns: (transfer full): what plans as long as it is held
 */
LoketDailyPlan *
loket_daily_plan_new (LoketDesk *desk)
{
  LoketDailyPlan *self = g_object_new (LOKET_TYPE_DAILY_PLAN, NULL);

  self->desk = g_object_ref (desk);
  self->look_id = g_timeout_add_seconds (SECONDS_TO_START, start_cb, self);

  return self;
}
