/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The act that fills an empty store with a made-up office, to look around in. */

#pragma once

#include "loket-desk.h"

G_BEGIN_DECLS

/**
 * LoketDemoProgressFunc:
 * @fraction: how much of the office has been made, from 0 to 1
 * @user_data: for the function
 *
 * Is called now and then, on the thread that writes.
 */
typedef void (*LoketDemoProgressFunc) (double   fraction,
                                       gpointer user_data);

/**
 * LoketDemoOptions:
 * @seed: the same seed, day and numbers give the same office
 * @n_clients: how many clients it has had
 * @n_years: how many years it goes back
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 */
typedef struct
{
  guint32 seed;
  guint n_clients;
  int n_years;
  LoketDemoProgressFunc progress;
  gpointer user_data;
} LoketDemoOptions;

LoketDeed *loket_desk_make_demo (LoketDesk               *desk,
                                 const LoketDemoOptions  *options,
                                 GError                 **error);

G_END_DECLS
