/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps what there is to know of something that asks for work. */

#include "loket-work-item.h"

struct _LoketWorkItem
{
  GObject parent_instance;

  LoketWork work;
};

G_DEFINE_FINAL_TYPE (LoketWorkItem, loket_work_item, G_TYPE_OBJECT)

/* Where the texts of a work stand in it. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (LoketWork, record_id),
  G_STRUCT_OFFSET (LoketWork, trajectory_id),
  G_STRUCT_OFFSET (LoketWork, client_id),
  G_STRUCT_OFFSET (LoketWork, client_name),
  G_STRUCT_OFFSET (LoketWork, phone),
  G_STRUCT_OFFSET (LoketWork, email),
  G_STRUCT_OFFSET (LoketWork, counsellor_id),
  G_STRUCT_OFFSET (LoketWork, counsellor_name),
  G_STRUCT_OFFSET (LoketWork, kind),
  G_STRUCT_OFFSET (LoketWork, due_on),
  G_STRUCT_OFFSET (LoketWork, at),
  G_STRUCT_OFFSET (LoketWork, snoozed_until),
  G_STRUCT_OFFSET (LoketWork, done_on),
  G_STRUCT_OFFSET (LoketWork, outcome),
  G_STRUCT_OFFSET (LoketWork, closed_on),
  G_STRUCT_OFFSET (LoketWork, channel),
  G_STRUCT_OFFSET (LoketWork, assessment),
  G_STRUCT_OFFSET (LoketWork, assessment_id),
  G_STRUCT_OFFSET (LoketWork, text),
  G_STRUCT_OFFSET (LoketWork, part),
};

static char **
get_text (LoketWork *work,
          guint      i)
{
  return &G_STRUCT_MEMBER (char *, work, texts[i]);
}

static void
loket_work_item_finalize (GObject *object)
{
  LoketWorkItem *self = LOKET_WORK_ITEM (object);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*get_text (&self->work, i));

  G_OBJECT_CLASS (loket_work_item_parent_class)->finalize (object);
}

static void
loket_work_item_class_init (LoketWorkItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = loket_work_item_finalize;
}

static void
loket_work_item_init (LoketWorkItem *self)
{
}

/**
 * loket_work_item_new:
 * @work: what there is to know, which is copied
 *
 * Returns: (transfer full): an item
 */
LoketWorkItem *
loket_work_item_new (const LoketWork *work)
{
  LoketWorkItem *self = g_object_new (LOKET_TYPE_WORK_ITEM, NULL);

  self->work = *work;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *get_text (&self->work, i) = g_strdup (*get_text (&self->work, i));

  return self;
}

/**
 * loket_work_item_get:
 *
 * Returns: (transfer none): what there is to know, for as long as @self lives
 */
const LoketWork *
loket_work_item_get (LoketWorkItem *self)
{
  g_return_val_if_fail (LOKET_IS_WORK_ITEM (self), NULL);

  return &self->work;
}
