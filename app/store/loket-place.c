/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Checks of the place of a store before SQLite touches it. */

#include "loketten-config.h"

#include "loket-place.h"

#include "loket-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define HEADER "SQLite format 3"

typedef struct
{
  guint64 magic;
  const char *name;
} NetworkSystem;

/* From statfs (2). */
static const NetworkSystem network_systems[] = {
  { 0x6969, "NFS" },         { 0x517B, "SMB" },      { 0xFF534D42, "CIFS" }, { 0xFE534D42, "SMB" },
  { 0x5346414F, "AFS" },     { 0x00C36400, "Ceph" }, { 0x73757245, "Coda" }, { 0x01021997, "9P" },
  { 0x47504653, "GPFS" },    { 0x0BD00BD0, "Lustre" },
};

/* File systems in user space all have one magic number; the mount table tells them apart. */
static const char *const network_mounts[] = {
  "fuse.sshfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.gvfsd-fuse", "fuse.s3fs",
  "fuse.glusterfs", "fuse.onedriver", "fuse.google-drive-ocamlfuse", NULL
};

/**
 * loket_place_get_network_system:
 * @magic: the type of file system that statfs (2) gives
 * @mount_type: (nullable): the type in the table of mounts
 *
 * Returns: (transfer none) (nullable): the name of the network file system; NULL when it is none
 */
const char *
loket_place_get_network_system (guint64     magic,
                                const char *mount_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_systems); i++)
    {
      if (network_systems[i].magic == (magic & 0xFFFFFFFF))
        return network_systems[i].name;
    }

  if (mount_type != NULL && g_strv_contains (network_mounts, mount_type))
    return g_str_has_prefix (mount_type, "fuse.") ? mount_type + strlen ("fuse.") : mount_type;

  return NULL;
}

static gboolean
check_file_system (const char  *path,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *mount_type = NULL;
  GUnixMountEntry *mount;
  struct statfs system;
  const char *name;

  if (statfs (folder, &system) != 0)
    return TRUE;

  mount = g_unix_mount_for (folder, NULL);
  if (mount != NULL)
    {
      mount_type = g_strdup (g_unix_mount_get_fs_type (mount));
      g_unix_mount_free (mount);
    }

  name = loket_place_get_network_system ((guint64) system.f_type, mount_type);
  if (name == NULL)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE,
               _("%s: this folder lies on a network drive (%s). Two machines writing to one store "
                 "there would damage it. Choose a folder on this machine, and put backups on the "
                 "drive"),
               path, name);
  return FALSE;
}

/**
 * loket_place_create:
 * @path: the path of a store, a backup or an export
 * @error: why it cannot be made
 *
 * Makes an empty file that nobody but its owner can read, before anything is written to it. One
 * that is there already, and empty, is made so.
 *
 * Returns: whether it is there
 */
gboolean
loket_place_create (const char  *path,
                    GError     **error)
{
  int file = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  gboolean created = file >= 0 && fchmod (file, 0600) == 0;
  int reason = errno;

  if (file >= 0)
    g_close (file, NULL);
  if (!created)
    g_set_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE, _("%s: the file cannot be made: %s"),
                 path, g_strerror (reason));

  return created;
}

/**
 * loket_place_prepare:
 * @path: the path of a store that is to be made
 * @error: why it cannot be there
 *
 * Makes the folder of the store and an empty file, for this person alone; refuses network drives.
 *
 * Returns: whether a store can be made at @path
 */
gboolean
loket_place_prepare (const char  *path,
                     GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE, _("%s: the folder cannot be made: %s"),
                   folder, g_strerror (errno));
      return FALSE;
    }

  return check_file_system (path, error) && loket_place_create (path, error);
}

/* Whether the file begins as a database of SQLite does. */
static gboolean
check_header (const char  *path,
              GError     **error)
{
  char start[sizeof HEADER] = "";
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n = 0;

  if (file < 0)
    {
      g_set_error (error, LOKET_ERROR,
                   errno == ENOENT ? LOKET_ERROR_NOT_FOUND : LOKET_ERROR_READ_ONLY,
                   _("%s: the file cannot be opened: %s"), path, g_strerror (errno));
      return FALSE;
    }

  n = read (file, start, sizeof start);
  g_close (file, NULL);

  if (n == sizeof start && memcmp (start, HEADER, sizeof HEADER) == 0)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_CORRUPT,
               _("%s: this is not a store of Loketten: it is something else, damaged at the start, "
                 "or encrypted by another program. It was left as it is"),
               path);
  return FALSE;
}

/**
 * loket_place_check:
 * @path: the path of a store that should be there
 * @error: why it cannot be used
 *
 * Returns: whether there is a database at @path, on this machine, that may be written to
 */
gboolean
loket_place_check (const char  *path,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_NOT_FOUND,
                   _("%s: there is no store here. “loketctl init” makes one"), path);
      return FALSE;
    }

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                   _("%s: this is a folder; a store is a file"), path);
      return FALSE;
    }

  if (!check_header (path, error))
    return FALSE;

  if (g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_READ_ONLY,
                   _("%s: the store may only be read. Ask for the right to write to the file and "
                     "its folder, or copy it to a folder of your own"),
                   path);
      return FALSE;
    }

  return check_file_system (path, error);
}
