/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Reads the rules again whenever something was written, and tells when others hold. */

#include "loket-rules-watch.h"

#include "loket-office-rules.h"

struct _LoketRulesWatch
{
  GObject parent_instance;

  LoketStore *store;
  LoketRules *rules;
  GCancellable *reading;  /* (nullable) */
};

enum
{
  CHANGED,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LoketRulesWatch, loket_rules_watch, G_TYPE_OBJECT)

static gpointer
load_rules (LoketDatabase  *database,
            gpointer        input,
            GError        **error)
{
  return loket_office_rules_load (database, error);
}

/* Without new rules those that were read last hold on. When we are gone it was cancelled. */
static void
rules_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  LoketRulesWatch *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LoketRules) rules = loket_store_read_finish (LOKET_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rules == NULL)
    {
      g_signal_emit (self, signals[PROBLEM], 0, error);
      return;
    }
  if (loket_rules_equal (rules, self->rules))
    return;

  loket_rules_unref (self->rules);
  self->rules = g_steal_pointer (&rules);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
store_changed_cb (LoketRulesWatch *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  loket_store_read_async (self->store, load_rules, NULL, NULL, (GDestroyNotify) loket_rules_unref,
                          self->reading, rules_loaded_cb, self);
}

static void
loket_rules_watch_dispose (GObject *object)
{
  LoketRulesWatch *self = LOKET_RULES_WATCH (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (loket_rules_watch_parent_class)->dispose (object);
}

static void
loket_rules_watch_finalize (GObject *object)
{
  g_clear_pointer (&LOKET_RULES_WATCH (object)->rules, loket_rules_unref);

  G_OBJECT_CLASS (loket_rules_watch_parent_class)->finalize (object);
}

static void
loket_rules_watch_class_init (LoketRulesWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = loket_rules_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = loket_rules_watch_finalize;

  /**
   * LoketRulesWatch::changed:
   *
   * Other rules hold than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LoketRulesWatch::problem:
   * @error: why the rules could not be read again
   *
   * Those that were read last hold on.
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
loket_rules_watch_init (LoketRulesWatch *self)
{
}

/**
 * loket_rules_watch_new:
 * @store: a store
 *
 * Blocks until the rules were read for the first time.
 *
 * Returns: (transfer full) (nullable): what the office agreed on, and what it will
 */
LoketRulesWatch *
loket_rules_watch_new (LoketStore  *store,
                       GError     **error)
{
  g_autoptr (LoketRulesWatch) self = g_object_new (LOKET_TYPE_RULES_WATCH, NULL);

  self->store = g_object_ref (store);
  self->rules = loket_store_read (store, load_rules, NULL, error);
  if (self->rules == NULL)
    return NULL;

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

/**
 * loket_rules_watch_get:
 *
 * Returns: (transfer none): what the office agreed on; another one after each change
 */
LoketRules *
loket_rules_watch_get (LoketRulesWatch *self)
{
  return self->rules;
}
