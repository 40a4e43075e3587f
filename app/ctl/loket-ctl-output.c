/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Opens what a verb writes to. Files hold personal data: only their owner may read them. */

#include "loketten-config.h"

#include "loket-ctl-output.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A file that is being written, under a name beside the one that it is to have. */
typedef struct
{
  char *path;
  char *wanted;
} Output;

static void
free_output (Output *output)
{
  g_free (output->path);
  g_free (output->wanted);
  g_free (output);
}

static GQuark
get_output_quark (void)
{
  return g_quark_from_static_string ("loket-ctl-output");
}

static gboolean
fail (const char  *path,
      GError     **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s: %s", path,
               g_strerror (code));

  return FALSE;
}

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
  g_autofree char *template = NULL;
  GOutputStream *stream;
  Output *output;
  int descriptor;

  if (path == NULL)
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("%s is not a file"), path);
      return NULL;
    }

  template = g_strconcat (path, ".XXXXXX", NULL);
  descriptor = g_mkstemp (template);
  if (descriptor < 0)
    {
      fail (path, error);
      return NULL;
    }

  output = g_new0 (Output, 1);
  output->path = g_steal_pointer (&template);
  output->wanted = g_strdup (path);
  stream = g_unix_output_stream_new (descriptor, TRUE);
  g_object_set_qdata_full (G_OBJECT (stream), get_output_quark (), output,
                           (GDestroyNotify) free_output);

  return stream;
}

static gboolean
put_in_place (GOutputStream  *stream,
              const Output   *output,
              GError        **error)
{
  if (fsync (g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (stream))) != 0)
    return fail (output->wanted, error);
  if (!g_output_stream_close (stream, NULL, error))
    return FALSE;

  return g_rename (output->path, output->wanted) == 0 || fail (output->wanted, error);
}

/**
 * loket_ctl_output_finish:
 * @stream: a stream to which everything has been written
 * @error: why it could not be completed; then nothing is left of it
 *
 * Puts a file in its place.
 *
 * Returns: whether everything is there
 */
gboolean
loket_ctl_output_finish (GOutputStream  *stream,
                         GError        **error)
{
  const Output *output = g_object_get_qdata (G_OBJECT (stream), get_output_quark ());

  if (output == NULL)
    return g_output_stream_close (stream, NULL, error);
  if (put_in_place (stream, output, error))
    return TRUE;

  g_unlink (output->path);

  return FALSE;
}

/**
 * loket_ctl_output_abort:
 *
 * Throws away what was written to a file; what was there before stays.
 */
void
loket_ctl_output_abort (GOutputStream *stream)
{
  const Output *output = g_object_get_qdata (G_OBJECT (stream), get_output_quark ());

  g_output_stream_close (stream, NULL, NULL);
  if (output != NULL)
    g_unlink (output->path);
}
