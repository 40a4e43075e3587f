/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens what a verb writes to. Files hold personal data: only their owner may read them. */

#include "loket-ctl-output.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

/**
 * loket_ctl_output_open:
 * @path: (nullable): a file; NULL is standard output
 * @error: why it cannot be written
 *
 * Returns: (transfer full) (nullable): a stream, to be given to loket_ctl_output_finish () or
 *   loket_ctl_output_abort ()
 */
GOutputStream *
loket_ctl_output_open (const char  *path,
                       GError     **error)
{
  g_autoptr (GFile) file = NULL;
  GFileOutputStream *stream;

  if (path == NULL)
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  file = g_file_new_for_commandline_arg (path);
  stream = g_file_replace (file, NULL, FALSE,
                           G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  return stream != NULL ? G_OUTPUT_STREAM (stream) : NULL;
}

/**
 * loket_ctl_output_finish:
 * @stream: a stream to which everything has been written
 * @error: why it could not be completed
 *
 * Puts a file in its place.
 *
 * Returns: whether everything is there
 */
gboolean
loket_ctl_output_finish (GOutputStream  *stream,
                         GError        **error)
{
  return g_output_stream_close (stream, NULL, error);
}

/**
 * loket_ctl_output_abort:
 *
 * Throws away what was written to a file; what was there before stays.
 */
void
loket_ctl_output_abort (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}
