/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-list.h"
#include "exchange/backup/backup-proof.h"
#include "exchange/restore/restore-source.h"
#include "fuzz-target.h"
#include "scratch-folder.h"
#include "store/digest.h"

#include <glib/gstdio.h>
#include <string.h>

#define CHECK "\"check\": \""
#define N_DIGITS 64

/* The same bytes are a copy that an upgrade kept, whose name says the schema. */
#define BACKUP "bangvang-2026-11-30-174000"
#define UPGRADE_COPY "bangvang-1.db"

static void
write_file (const char *folder, const char *name, const void *data, size_t size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

/* A manifest proves itself, which bytes made up hardly ever do: so what is behind that door is read, too. */
static void
mend_check (char *text, size_t size)
{
  char *digits = g_strrstr_len (text, size, CHECK);
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autofree char *check = NULL;

  if (digits == NULL || (size_t) (digits - text) + strlen (CHECK) + N_DIGITS > size)
    return;
  digits += strlen (CHECK);
  memset (digits, '0', N_DIGITS);
  bv_digest_update (digest, text, size);
  check = bv_digest_finish (digest);
  memcpy (digits, check, N_DIGITS);
}

static void
read_list (const char *library)
{
  g_autoptr (BvBackupList) list = bv_backup_list_read (library, NULL, TRUE);
  const BvBackupEntry *newest = bv_backup_list_find_newest (list);

  g_assert_cmpuint (list->entries->len, ==, 2);
  for (guint i = 0; i < list->entries->len; i++)
    {
      const BvBackupEntry *entry = g_ptr_array_index (list->entries, i);

      g_assert_true (entry->kind == BV_BACKUP_KIND_UPGRADE
                     || (entry->manifest == NULL) == (entry->fault != NULL));
    }
  g_assert_true (newest == NULL || newest->fault == NULL);
}

static void
prove (const char *folder, const char *library)
{
  g_autofree char *database = g_build_filename (folder, BACKUP ".db", NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) refusal = NULL;
  g_autoptr (GError) fault = NULL;
  g_autoptr (BvRestoreSource) source = bv_restore_source_find (folder, library, notes, &refusal);
  gboolean sound = bv_backup_proof_check_database (database, &fault);

  g_assert_true ((source == NULL) == (refusal != NULL));
  g_assert_true (sound == (fault == NULL));
}

/* The bytes up to the first 0 are a manifest, those behind it the database that it is of. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *library = g_dir_make_tmp ("bangvang-fuzz-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (library, "backups", NULL);
  const uint8_t *end = size > 0 ? memchr (data, 0, size) : NULL;
  size_t n_manifest = end != NULL ? (size_t) (end - data) : size;
  const uint8_t *database = end != NULL ? end + 1 : data + size;
  g_autofree char *manifest = g_strndup ((const char *) data, n_manifest);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  mend_check (manifest, n_manifest);
  write_file (folder, BACKUP ".json", manifest, n_manifest);
  write_file (folder, BACKUP ".db", database, data + size - database);
  write_file (library, UPGRADE_COPY, database, data + size - database);
  read_list (library);
  prove (folder, library);
  scratch_folder_remove (library);
  return 0;
}
