/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier/dossier-check.h"
#include "exchange/dossier/dossier-manifest.h"
#include "fuzz-target.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PASSPHRASE "khong ai biet"

static void
add_file (struct archive *archive, const char *name, const void *data, size_t size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, data, size), ==, (la_ssize_t) size);
  archive_entry_free (entry);
}

static void
write_around (const char *path, const uint8_t *data, size_t size)
{
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_zip_set_compression_store (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  add_file (archive, "a.txt", "a", 1);
  add_file (archive, BV_MANIFEST_NAME, data, size);
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
}

static void
check (const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossierCheck) found = bv_dossier_check (path, passphrase, NULL, &error);
  g_autofree char *said = NULL;

  g_assert_true ((found == NULL) == (error != NULL));
  if (found == NULL)
    return;
  said = bv_dossier_check_describe (found, "a.zip");
  g_assert_true (g_utf8_validate (said, -1, NULL));
}

/* The bytes are a dossier or, where they are no archive at all, the list of hashes of one, as an archive
 * keeps a sum of each file that bytes made up hardly ever fit.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("bangvang-fuzz-XXXXXX.zip", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    g_assert_cmpint (write (fd, data, size), ==, (ssize_t) size);
  else
    write_around (path, data, size);
  close (fd);
  check (path, NULL);
  check (path, PASSPHRASE);
  g_unlink (path);
  return 0;
}
