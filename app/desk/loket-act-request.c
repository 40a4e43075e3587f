/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Runs an act in one transaction of the writer's thread. */

#include "loketten-config.h"

#include "loket-act-request.h"

#include "loket-office-rules.h"
#include "loket-response-table.h"

struct _LoketActRequest
{
  LoketIds *ids;              /* borrowed: the store's */
  LoketCodes *codes;
  char *name;
  char *actor;
  char *stamp;
  LoketDateText today;
  LoketActFunc func;
  gpointer input;
  GDestroyNotify free_input;  /* (nullable) */
  LoketDeed *deed;            /* (nullable): of an act that somebody waits for */
};

/* Responses are known to be new by their ids, whatever the clock says. */
static gboolean
follow_responses (LoketDatabase  *database,
                  LoketIds       *ids,
                  GError        **error)
{
  g_autofree char *last = loket_response_table_dup_last_id (database, error);

  if (last == NULL)
    return FALSE;

  loket_ids_follow (ids, last);

  return TRUE;
}

static gpointer
perform_act (LoketDatabase  *database,
             gpointer        input,
             GError        **error)
{
  LoketActRequest *self = input;
  const LoketChecks checks = { self->today.text, self->codes };
  g_autoptr (LoketRules) rules = loket_office_rules_load (database, error);
  g_autoptr (LoketAct) act = NULL;

  if (rules == NULL || !follow_responses (database, self->ids, error))
    return NULL;

  act = loket_act_begin (database, self->ids, self->stamp, self->actor, self->name, &checks,
                         rules);

  return self->func (act, self->input, error) ? loket_act_end (act, error) : NULL;
}

/* The deed stays with the request, which outlives a transaction that fails at its end. */
static gpointer
perform_awaited_act (LoketDatabase  *database,
                     gpointer        input,
                     GError        **error)
{
  LoketActRequest *self = input;

  self->deed = perform_act (database, self, error);

  return self->deed;
}

/**
 * loket_act_request_new:
 * @store: the store, whose clock says when it was asked for
 * @codes: the lists of codes that the act is checked against
 * @name: what is done: "client.save"
 * @actor: who stands in the change log
 *
 * Returns: (transfer full): a request that does nothing yet
 */
LoketActRequest *
loket_act_request_new (LoketStore *store,
                       LoketCodes *codes,
                       const char *name,
                       const char *actor)
{
  LoketActRequest *self = g_new0 (LoketActRequest, 1);
  LoketClock *clock = loket_store_get_clock (store);

  self->ids = loket_store_get_ids (store);
  self->codes = g_object_ref (codes);
  self->name = g_strdup (name);
  self->actor = g_strdup (actor);
  self->stamp = loket_clock_dup_stamp (clock);
  self->today = loket_clock_get_today (clock);

  return self;
}

/**
 * loket_act_request_free:
 */
void
loket_act_request_free (LoketActRequest *self)
{
  if (self->free_input != NULL)
    self->free_input (self->input);
  g_clear_pointer (&self->deed, loket_deed_free);
  g_object_unref (self->codes);
  g_free (self->name);
  g_free (self->actor);
  g_free (self->stamp);
  g_free (self);
}

/**
 * loket_act_request_set_func:
 * @func: does it, on the thread that writes
 * @input: for @func
 * @free_input: (nullable): frees @input with the request
 */
void
loket_act_request_set_func (LoketActRequest *self,
                            LoketActFunc     func,
                            gpointer         input,
                            GDestroyNotify   free_input)
{
  self->func = func;
  self->input = input;
  self->free_input = free_input;
}

/**
 * loket_act_request_run:
 * @error: why it was not done; then nothing was written
 *
 * Does the act and waits for it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_act_request_run (LoketActRequest  *self,
                       LoketStore       *store,
                       GError          **error)
{
  if (loket_store_write (store, perform_awaited_act, self, error) == NULL)
    return NULL;

  return g_steal_pointer (&self->deed);
}

/**
 * loket_act_request_run_async:
 * @self: (transfer full): the request
 * @cancellable: (nullable): ends an act that has not been written yet
 * @callback: called when it is done; loket_store_write_finish() tells with what deed
 * @user_data: for @callback
 */
void
loket_act_request_run_async (LoketActRequest     *self,
                             LoketStore          *store,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  loket_store_write_async (store, perform_act, self, (GDestroyNotify) loket_act_request_free,
                           (GDestroyNotify) loket_deed_free, cancellable, callback, user_data);
}
