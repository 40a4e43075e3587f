/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The file for the agency that sends the survey: a token instead of a name. */

#pragma once

#include <gio/gio.h>

#include "loket-database.h"

G_BEGIN_DECLS

/**
 * LoketInviteeFile:
 * @questionnaire: the id of the questionnaire
 * @drawn_on: the day on which they were drawn, YYYY-MM-DD
 * @stream: where to write; is not closed
 * @n_written: (out): how many there are
 *
 * Whom to write, and where.
 */
typedef struct
{
  const char *questionnaire;
  const char *drawn_on;
  GOutputStream *stream;
  guint n_written;
} LoketInviteeFile;

gboolean loket_invitee_file_write (LoketInviteeFile  *request,
                                   LoketDatabase     *database,
                                   GError           **error);

G_END_DECLS
