/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * An event: the words for a row, and the record behind them. */

#include "loket-event.h"

struct _LoketEvent
{
  GObject parent_instance;

  LoketEventKind kind;
  const char *icon_name;  /* static */
  char *date;             /* a date or a moment */
  char *title;
  char *subtitle;         /* (nullable) */
  gboolean is_open;
  LoketRecord *record;
  LoketRecord *promise;   /* (nullable) */
  char *key;
  char *trajectory_id;
  char *counsellor_id;    /* (nullable) */
  char *milestone;        /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LoketEvent, loket_event, G_TYPE_OBJECT)

static void
loket_event_finalize (GObject *object)
{
  LoketEvent *self = LOKET_EVENT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->promise);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->trajectory_id, g_free);
  g_clear_pointer (&self->counsellor_id, g_free);
  g_clear_pointer (&self->milestone, g_free);

  G_OBJECT_CLASS (loket_event_parent_class)->finalize (object);
}

static void
loket_event_class_init (LoketEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_event_finalize;
}

static void
loket_event_init (LoketEvent *self)
{
}

/**
 * loket_event_new:
 * @facts: what it is made of, which is copied
 * @title: (transfer full): the first line
 * @subtitle: (transfer full) (nullable): the second line
 *
 * Returns: (transfer full): an event
 */
LoketEvent *
loket_event_new (const LoketEventFacts *facts,
                 char                  *title,
                 char                  *subtitle)
{
  LoketEvent *self = g_object_new (LOKET_TYPE_EVENT, NULL);

  self->kind = facts->kind;
  self->icon_name = facts->icon_name;
  self->date = g_strdup (facts->date);
  self->title = title;
  self->subtitle = subtitle;
  self->is_open = facts->is_open;
  self->record = g_object_ref (facts->record);
  g_set_object (&self->promise, facts->promise);
  self->key = g_strconcat (loket_record_get_id (facts->record), ":",
                           facts->part != NULL ? facts->part : "", NULL);
  self->trajectory_id = g_strdup (facts->trajectory_id);
  self->counsellor_id = g_strdup (facts->counsellor_id);
  self->milestone = g_strdup (facts->milestone);

  return self;
}

LoketEventKind
loket_event_get_kind (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), 0);

  return self->kind;
}

const char *
loket_event_get_title (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->title;
}

/**
 * loket_event_get_subtitle:
 *
 * Returns: (transfer none) (nullable): the second line
 */
const char *
loket_event_get_subtitle (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->subtitle;
}

const char *
loket_event_get_date (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->date;
}

const char *
loket_event_get_icon_name (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->icon_name;
}

/**
 * loket_event_is_open:
 *
 * Returns: whether it is still to be done
 */
gboolean
loket_event_is_open (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), FALSE);

  return self->is_open;
}

/**
 * loket_event_get_record:
 *
 * Returns: (transfer none): the record that tells of it
 */
LoketRecord *
loket_event_get_record (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->record;
}

/**
 * loket_event_get_promise:
 *
 * Returns: (transfer none) (nullable): of a call that was promised, the promise
 */
LoketRecord *
loket_event_get_promise (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->promise;
}

/**
 * loket_event_get_key:
 *
 * Returns: (transfer none): by what the event is known when the dossier is read again
 */
const char *
loket_event_get_key (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->key;
}

const char *
loket_event_get_trajectory_id (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->trajectory_id;
}

/**
 * loket_event_get_counsellor_id:
 *
 * Returns: (transfer none) (nullable): who was there, or who is to do it
 */
const char *
loket_event_get_counsellor_id (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->counsellor_id;
}

/**
 * loket_event_get_milestone:
 *
 * Returns: (transfer none) (nullable): what it is called among the milestones; NULL when it is none
 */
const char *
loket_event_get_milestone (LoketEvent *self)
{
  g_return_val_if_fail (LOKET_IS_EVENT (self), NULL);

  return self->milestone;
}

/**
 * loket_event_set_milestone:
 * @milestone: what it is called among the milestones
 *
 * For who puts a list of events together, before anybody else sees the event.
 */
void
loket_event_set_milestone (LoketEvent *self,
                           const char *milestone)
{
  g_return_if_fail (LOKET_IS_EVENT (self));

  g_free (self->milestone);
  self->milestone = g_strdup (milestone);
}
