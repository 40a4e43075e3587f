/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the place of a store: its folder, its rights, its file system. */

/* For setresuid (). */
#define _GNU_SOURCE

#include "loket-error.h"
#include "loket-place.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Somebody without rights, on every Linux. */
#define NOBODY 65534

static guint
get_rights (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

static void
assert_refused (const char *path,
                int         code,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (loket_place_check (path, &error));
  g_assert_error (error, LOKET_ERROR, code);
  store_assert_says (error, path);
  store_assert_says (error, words);
}

static void
test_network_drives_are_known (void)
{
  static const struct
  {
    guint64 magic;
    const char *mount_type;
    const char *expected;
  } systems[] = {
    { 0x6969, "nfs4", "NFS" }, { 0xFF534D42, "cifs", "CIFS" }, { 0xFE534D42, "smb3", "SMB" },
    /* As a machine gives it whose long is signed. */
    { 0xFFFFFFFFFF534D42, "cifs", "CIFS" }, { 0x01021997, "9p", "9P" },
    { 0x65735546, "fuse.sshfs", "sshfs" }, { 0x65735546, "fuse.rclone", "rclone" },
    { 0xEF53, "ext4", NULL }, { 0x9123683E, "btrfs", NULL }, { 0x58465342, "xfs", NULL },
    { 0x01021994, "tmpfs", NULL }, { 0x794C7630, "overlay", NULL },
    { 0x65735546, "fuse.gocryptfs", NULL }, { 0x65735546, "fuseblk", NULL }, { 0xEF53, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    g_assert_cmpstr (loket_place_get_network_system (systems[i].magic, systems[i].mount_type), ==,
                     systems[i].expected);
}

static void
test_prepares_a_private_place (void)
{
  g_autofree char *path = store_build_path ("deep/deeper/store.db");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (loket_place_prepare (path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (get_rights (folder), ==, 0700);
  g_assert_cmpuint (get_rights (path), ==, 0600);
}

/* An empty file that somebody else could read is made private before anything is in it. */
static void
test_prepares_an_empty_file (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_true (loket_place_prepare (path, &error));
  g_assert_cmpuint (get_rights (path), ==, 0600);
}

static void
test_folder_that_cannot_be_made_is_named (void)
{
  g_autofree char *file = store_build_path ("file");
  g_autofree char *path = g_build_filename (file, "sub", "store.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_false (loket_place_prepare (path, &error));
  g_assert_error (error, LOKET_ERROR, LOKET_ERROR_STORAGE);
  store_assert_says (error, "the folder cannot be made");
  store_assert_says (error, file);
}

static void
test_good_store_passes (void)
{
  g_autofree char *path = store_build_path ("store.db");
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (loket_place_check (path, &error));
  g_assert_no_error (error);
}

static void
test_missing_store_is_refused (void)
{
  g_autofree char *path = store_build_path ("missing.db");

  assert_refused (path, LOKET_ERROR_NOT_FOUND, "there is no store here. “loketctl init” makes one");
}

static void
test_folder_is_refused (void)
{
  g_autofree char *path = store_build_path ("folder");

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (path, LOKET_ERROR_INVALID, "this is a folder; a store is a file");
}

static void
test_what_does_not_begin_as_a_database_is_refused (void)
{
  static const struct
  {
    const char *contents;
    gssize length;
  } files[] = {
    { "", 0 },
    { "SQLite", 6 },
    { "PK\003\004 a spreadsheet, say, of some length", 39 },
    /* One byte differs: the NUL at the end of the mark. */
    { "SQLite format 3 and then some", 29 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = store_build_path ("file.db");

      g_assert_true (g_file_set_contents (path, files[i].contents, files[i].length, NULL));
      assert_refused (path, LOKET_ERROR_CORRUPT, "this is not a store of Loketten");
    }
}

/* Runs a check as somebody who may read but not write; root may do everything. */
static void
assert_refused_without_rights (guint       folder_rights,
                               guint       file_rights,
                               int         code,
                               const char *words)
{
  g_autofree char *folder = g_dir_make_tmp ("loketten-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  gboolean is_root = geteuid () == 0;
  g_autoptr (LoketDatabase) database = store_create_database ("store.db");
  g_autofree char *source = store_build_path ("store.db");
  g_autoptr (GBytes) contents = store_read_file (source);

  store_write_file (path, contents);
  g_assert_cmpint (g_chmod (path, (int) file_rights), ==, 0);
  g_assert_cmpint (g_chmod (folder, (int) folder_rights), ==, 0);

  if (is_root)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
  assert_refused (path, code, words);
  if (is_root)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_read_only_store_is_refused (void)
{
  assert_refused_without_rights (0777, 0444, LOKET_ERROR_READ_ONLY, "may only be read");
}

/* SQLite writes its log beside the file. */
static void
test_read_only_folder_is_refused (void)
{
  assert_refused_without_rights (0555, 0666, LOKET_ERROR_READ_ONLY, "may only be read");
}

static void
test_unreadable_store_is_refused (void)
{
  assert_refused_without_rights (0777, 0000, LOKET_ERROR_READ_ONLY, "the file cannot be opened");
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/place/network-drives-are-known", test_network_drives_are_known);
  g_test_add_func ("/place/prepares-a-private-place", test_prepares_a_private_place);
  g_test_add_func ("/place/prepares-an-empty-file", test_prepares_an_empty_file);
  g_test_add_func ("/place/folder-that-cannot-be-made-is-named",
                   test_folder_that_cannot_be_made_is_named);
  g_test_add_func ("/place/good-store-passes", test_good_store_passes);
  g_test_add_func ("/place/missing-store-is-refused", test_missing_store_is_refused);
  g_test_add_func ("/place/folder-is-refused", test_folder_is_refused);
  g_test_add_func ("/place/what-does-not-begin-as-a-database-is-refused",
                   test_what_does_not_begin_as_a_database_is_refused);
  g_test_add_func ("/place/read-only-store-is-refused", test_read_only_store_is_refused);
  g_test_add_func ("/place/read-only-folder-is-refused", test_read_only_folder_is_refused);
  g_test_add_func ("/place/unreadable-store-is-refused", test_unreadable_store_is_refused);

  return g_test_run ();
}
