/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens a desk, knows who works at it, and runs acts. */

#include "loketten-config.h"

#include "loket-desk.h"

#include "loket-act-request.h"
#include "loket-code-table.h"
#include "loket-counsellors.h"
#include "loket-error.h"
#include "loket-preferences.h"
#include "loket-rules-watch.h"

struct _LoketDesk
{
  GObject parent_instance;

  LoketStore *store;
  LoketCodes *codes;
  LoketRulesWatch *rules;
  LoketCounsellor *counsellor;  /* (nullable): a program acts */
  char *program;                /* who stands in the change log for what nobody does */
  char *actor;                  /* who stands in the change log */
};

enum
{
  PROP_0,
  PROP_COUNSELLOR,
  N_PROPERTIES
};

enum
{
  CHANGED,
  PROBLEM,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketDesk, loket_desk, G_TYPE_OBJECT)

/* What is shown is read again at once, and once more should other rules hold then. */
static void
emit_changed (LoketDesk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rules_problem_cb (LoketDesk    *self,
                  const GError *error)
{
  g_signal_emit (self, signals[PROBLEM], 0, error);
}

static void
loket_desk_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  LoketDesk *self = LOKET_DESK (object);

  switch (prop_id)
    {
    case PROP_COUNSELLOR:
      g_value_set_object (value, self->counsellor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
loket_desk_dispose (GObject *object)
{
  LoketDesk *self = LOKET_DESK (object);

  g_clear_object (&self->store);
  g_clear_object (&self->codes);
  g_clear_object (&self->rules);
  g_clear_object (&self->counsellor);

  G_OBJECT_CLASS (loket_desk_parent_class)->dispose (object);
}

static void
loket_desk_finalize (GObject *object)
{
  g_free (LOKET_DESK (object)->program);
  g_free (LOKET_DESK (object)->actor);

  G_OBJECT_CLASS (loket_desk_parent_class)->finalize (object);
}

static void
loket_desk_class_init (LoketDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = loket_desk_get_property;
  object_class->dispose = loket_desk_dispose;
  object_class->finalize = loket_desk_finalize;

  /**
   * LoketDesk:counsellor:
   *
   * Who works at the desk; NULL when a program does.
   */
  properties[PROP_COUNSELLOR] = g_param_spec_object ("counsellor", NULL, NULL,
                                                     LOKET_TYPE_COUNSELLOR,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LoketDesk::changed:
   *
   * Records were written, by us or by another program.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LoketDesk::problem:
   * @error: what went wrong
   *
   * Something that nobody asked for failed.
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
loket_desk_init (LoketDesk *self)
{
}

static gpointer
load_codes (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_code_table_load (database,
                                g_str_equal (loket_preferences_get_language (), "nl"), error);
}

/**
 * loket_desk_open:
 * @path: the path of the store
 * @access: %LOKET_ACCESS_CREATE or %LOKET_ACCESS_FILL to make it when it is not there, else
 *   %LOKET_ACCESS_WRITE
 * @clock: the clock
 * @error: what is wrong, and what to do
 *
 * Opens a desk. Blocks.
 *
 * Returns: (transfer full) (nullable): the desk; nobody works at it yet
 */
LoketDesk *
loket_desk_open (const char   *path,
                 LoketAccess   access,
                 LoketClock   *clock,
                 GError      **error)
{
  g_autoptr (LoketDesk) self = g_object_new (LOKET_TYPE_DESK, NULL);

  self->store = loket_store_open (path, access, clock, error);
  if (self->store == NULL)
    return NULL;

  self->codes = loket_store_read (self->store, load_codes, NULL, error);
  self->rules = self->codes != NULL ? loket_rules_watch_new (self->store, error) : NULL;
  if (self->rules == NULL)
    return NULL;

  self->program = g_strdup (g_get_prgname ());
  self->actor = g_strdup (self->program);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rules, "changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rules, "problem", G_CALLBACK (rules_problem_cb), self,
                           G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

/**
 * loket_desk_close:
 *
 * Finishes all acts that were begun and closes the store. Blocks: for programs without a window,
 * and for tests.
 */
void
loket_desk_close (LoketDesk *self)
{
  g_return_if_fail (LOKET_IS_DESK (self));

  loket_store_close (self->store);
}

static void
store_closed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (loket_store_close_finish (LOKET_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * loket_desk_close_async:
 * @callback: called when all acts that were begun are done and the store is closed
 * @user_data: for @callback
 *
 * Closes the desk without waiting. What is asked of it from now on is refused.
 */
void
loket_desk_close_async (LoketDesk           *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LOKET_IS_DESK (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, loket_desk_close_async);
  loket_store_close_async (self->store, store_closed_cb, task);
}

/**
 * loket_desk_close_finish:
 *
 * Returns: whether the store is closed
 */
gboolean
loket_desk_close_finish (LoketDesk     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * loket_desk_get_store:
 *
 * Returns: (transfer none): the store
 */
LoketStore *
loket_desk_get_store (LoketDesk *self)
{
  g_return_val_if_fail (LOKET_IS_DESK (self), NULL);

  return self->store;
}

/**
 * loket_desk_get_clock:
 *
 * Returns: (transfer none): the clock
 */
LoketClock *
loket_desk_get_clock (LoketDesk *self)
{
  g_return_val_if_fail (LOKET_IS_DESK (self), NULL);

  return loket_store_get_clock (self->store);
}

/**
 * loket_desk_get_codes:
 *
 * Returns: (transfer none): the lists of codes, with labels in the language of this person
 */
LoketCodes *
loket_desk_get_codes (LoketDesk *self)
{
  g_return_val_if_fail (LOKET_IS_DESK (self), NULL);

  return self->codes;
}

/**
 * loket_desk_get_rules:
 *
 * Returns: (transfer none): what the office agreed on; another one after each change
 */
LoketRules *
loket_desk_get_rules (LoketDesk *self)
{
  g_return_val_if_fail (LOKET_IS_DESK (self), NULL);

  return loket_rules_watch_get (self->rules);
}

/**
 * loket_desk_get_today:
 *
 * Returns: the date of today at the office
 */
LoketDateText
loket_desk_get_today (LoketDesk *self)
{
  return loket_clock_get_today (loket_desk_get_clock (self));
}

/**
 * loket_desk_get_counsellor:
 *
 * Returns: (transfer none) (nullable): who works at the desk
 */
LoketCounsellor *
loket_desk_get_counsellor (LoketDesk *self)
{
  g_return_val_if_fail (LOKET_IS_DESK (self), NULL);

  return self->counsellor;
}

/**
 * loket_desk_get_counsellor_id:
 *
 * Returns: (transfer none) (nullable): the id of who works at the desk
 */
const char *
loket_desk_get_counsellor_id (LoketDesk *self)
{
  g_return_val_if_fail (LOKET_IS_DESK (self), NULL);

  return self->counsellor != NULL ? loket_record_get_id (LOKET_RECORD (self->counsellor)) : NULL;
}

/**
 * loket_desk_set_counsellor:
 * @counsellor: (nullable): who works at the desk from now on, in whose name acts are logged; NULL
 *   leaves the log with who was there last
 */
void
loket_desk_set_counsellor (LoketDesk       *self,
                           LoketCounsellor *counsellor)
{
  g_return_if_fail (LOKET_IS_DESK (self));

  if (!g_set_object (&self->counsellor, counsellor))
    return;

  if (counsellor != NULL)
    {
      g_free (self->actor);
      self->actor = g_strdup (loket_record_get_text (LOKET_RECORD (counsellor),
                                                     LOKET_COUNSELLOR_COUNSELLOR));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNSELLOR]);
}

/**
 * loket_desk_identify:
 * @wanted: (nullable): the code that --as or LOKETTEN_COUNSELLOR gives; "" is none
 * @chosen: (nullable): the code that was chosen in the window
 * @program: who stands in the change log when nobody is found
 * @error: %LOKET_ERROR_NOT_FOUND when there is no counsellor @wanted
 *
 * Finds out who works at the desk: who is wanted, else who was chosen, else the only active
 * counsellor. Blocks.
 *
 * Returns: whether that could be found out, also when it is nobody
 */
gboolean
loket_desk_identify (LoketDesk   *self,
                     const char  *wanted,
                     const char  *chosen,
                     const char  *program,
                     GError     **error)
{
  g_autoptr (LoketCounsellor) found = NULL;

  g_return_val_if_fail (LOKET_IS_DESK (self), FALSE);

  if (!loket_counsellors_find (self->store, wanted, chosen, &found, error))
    return FALSE;

  g_free (self->program);
  self->program = g_strdup (program);
  g_free (self->actor);
  self->actor = g_strdup (program);
  loket_desk_set_counsellor (self, found);

  return TRUE;
}

static LoketActRequest *
create_request (LoketDesk      *self,
                const char     *name,
                LoketActFunc    func,
                gpointer        input,
                GDestroyNotify  free_input)
{
  /* Planning is nobody's doing: the rules say so, and a program follows them. */
  const char *actor = g_str_equal (name, LOKET_ACT_PLAN) ? self->program : self->actor;
  LoketActRequest *request = loket_act_request_new (self->store, self->codes, name, actor);

  loket_act_request_set_func (request, func, input, free_input);

  return request;
}

/**
 * loket_desk_act:
 * @name: what is done: "client.save"
 * @func: does it
 * @input: for @func
 * @error: why it was not done; then nothing was written
 *
 * Does an act and waits for it: for programs without a window, and for tests.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_act (LoketDesk     *self,
                const char    *name,
                LoketActFunc   func,
                gpointer       input,
                GError       **error)
{
  g_autoptr (LoketActRequest) request = NULL;

  g_return_val_if_fail (LOKET_IS_DESK (self), NULL);

  request = create_request (self, name, func, input, NULL);

  return loket_act_request_run (request, self->store, error);
}

static void
job_read_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gpointer read = loket_store_read_finish (LOKET_STORE (object), result, &error);

  if (read != NULL)
    g_task_return_pointer (task, read, g_task_get_task_data (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * loket_desk_read_async:
 * @job: reads in one snapshot of the store, on the thread that reads
 * @input: (transfer full): what the job is given
 * @free_input: (nullable): frees @input
 * @free_result: frees a result that nobody takes
 * @cancellable: (nullable): interrupts the job
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * What every loader of the desk is made of.
 */
void
loket_desk_read_async (LoketDesk           *self,
                       LoketJob             job,
                       gpointer             input,
                       GDestroyNotify       free_input,
                       GDestroyNotify       free_result,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LOKET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, loket_desk_read_async);
  g_task_set_task_data (task, free_result, NULL);
  loket_store_read_async (self->store, job, input, free_input, free_result, cancellable,
                          job_read_cb, task);
}

/**
 * loket_desk_read_finish:
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
loket_desk_read_finish (LoketDesk     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
act_written_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = loket_store_write_finish (LOKET_STORE (object), result, &error);

  if (deed != NULL)
    g_task_return_pointer (task, deed, (GDestroyNotify) loket_deed_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * loket_desk_act_async:
 * @name: what is done: "client.save"
 * @func: does it, on the thread that writes
 * @input: (transfer full): for @func
 * @free_input: (nullable): frees @input
 * @cancellable: (nullable): ends an act that has not been written yet
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
loket_desk_act_async (LoketDesk           *self,
                      const char          *name,
                      LoketActFunc         func,
                      gpointer             input,
                      GDestroyNotify       free_input,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LOKET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, loket_desk_act_async);
  /* The store says whether it came in time. */
  g_task_set_check_cancellable (task, FALSE);
  loket_act_request_run_async (create_request (self, name, func, input, free_input), self->store,
                               cancellable, act_written_cb, task);
}

/**
 * loket_desk_act_finish:
 * @error: why it was not done; then nothing was written
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_act_finish (LoketDesk     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
