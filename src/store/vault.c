/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/vault.h"

#include "store/evidence/evidence-inspection.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/file-tree.h"
#include "store/library-parts.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-file.h"
#include "store/vault-loan.h"
#include "store/vault-source.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* vault/ab/ab12….pdf is a file, vault/tmp/ what is still being taken in, open/ab12…/ a copy for another
 * program. */
#define TEMPORARY_FOLDER "tmp"
#define HASH_LENGTH 64
#define OPEN_FOLDER_LENGTH 16

/* So much longer than the library's folder are the paths of what is kept. */
#define ROOM 120

static gboolean
is_hash (const char *text)
{
  return text != NULL && strlen (text) == HASH_LENGTH && strspn (text, "0123456789abcdef") == HASH_LENGTH;
}

/* Makes @name in @parent, which exists, and sees to it that it is still there after a power failure. */
static char *
ensure_folder (const char *parent, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (parent, name, NULL);

  if (g_mkdir (path, 0700) == 0)
    return bv_file_system_sync_folder (parent, error) ? g_steal_pointer (&path) : NULL;
  if (errno == EEXIST && g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  bv_vault_draft_fail (path, error);
  return NULL;
}

static char *
ensure_folder_in (const char *library_folder, const char *parent, const char *name, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (library_folder, ROOM);
  g_autofree char *path = ensure_folder (reached, parent, error);

  return path != NULL ? ensure_folder (path, name, error) : NULL;
}

static char *
name_file (const char *sha256, const char *file)
{
  g_autofree char *extension = bv_file_name_get_extension (file != NULL ? file : "");

  return g_strconcat (sha256, *extension != '\0' ? "." : "", extension, NULL);
}

/* The name under which the content already lies in @folder, perhaps with another extension. */
static char *
find_kept (const char *folder, const char *sha256)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *found = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, sha256) && (found == NULL || strcmp (name, found) < 0))
      {
        g_free (found);
        found = g_strdup (name);
      }
  return g_steal_pointer (&found);
}

static char *
find_path (const char *library_folder, const char *sha256, const char *file)
{
  g_autofree char *reached = NULL, *folder = NULL, *name = NULL, *path = NULL, *kept = NULL;
  char first[3] = "";

  memcpy (first, sha256, 2);
  reached = bv_file_system_reach (library_folder, ROOM);
  folder = g_build_filename (reached, BV_LIBRARY_VAULT, first, NULL);
  name = name_file (sha256, file);
  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  kept = find_kept (folder, sha256);
  return kept != NULL ? g_build_filename (folder, kept, NULL) : g_steal_pointer (&path);
}

/**
 * bv_vault_get_path:
 * @library_folder: the folder of the library
 * @sha256: the hash of a file
 * @file: (nullable): the name it came with
 *
 * The same content is kept once, under the extension of the name it first came with. What a library that is
 * only read does not have may lie in a vault that is lent to it (bv_vault_loan_begin()).
 *
 * Returns: (transfer full) (nullable): where the file lies, or would lie if it is not here, as the system is
 *   asked for it; %NULL if @sha256 is not a hash
 */
char *
bv_vault_get_path (const char *library_folder, const char *sha256, const char *file)
{
  g_autofree char *path = NULL;
  g_autofree char *owner = NULL;

  g_return_val_if_fail (library_folder != NULL, NULL);

  if (!is_hash (sha256))
    return NULL;
  path = find_path (library_folder, sha256, file);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    owner = bv_vault_loan_find_owner (library_folder);
  return owner != NULL ? find_path (owner, sha256, file) : g_steal_pointer (&path);
}

/**
 * bv_vault_has:
 * @library_folder: the folder of the library
 * @sha256: (nullable): the hash of a file
 * @file: (nullable): the name it came with
 *
 * Returns: whether the file is here; bv_vault_check() also says whether it is whole
 */
gboolean
bv_vault_has (const char *library_folder, const char *sha256, const char *file)
{
  g_autofree char *path = bv_vault_get_path (library_folder, sha256, file);

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* Gives the draft its place, unless the same content is there and whole. */
static gboolean
keep (const char *library_folder, BvVaultDraft *draft, BvVaultItem *item, GError **error)
{
  g_autofree char *path = bv_vault_get_path (library_folder, item->sha256, item->file);
  g_autofree char *first = g_strndup (item->sha256, 2);
  g_autofree char *folder = NULL;

  folder = ensure_folder_in (library_folder, BV_LIBRARY_VAULT, first, error);
  if (folder == NULL)
    return FALSE;
  if (bv_vault_check (library_folder, item->sha256, item->file, NULL))
    return bv_file_system_sync_folder (folder, error);
  item->added = !g_file_test (path, G_FILE_TEST_EXISTS);
  bv_register_add (BV_REGISTER_UNNAMED, path);
  return bv_vault_draft_commit (draft, path, error);
}

/* As @file, however long its path is. */
static GFile *
reach_file (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *reached = path != NULL ? bv_file_system_reach (path, 1) : NULL;

  return reached != NULL ? g_file_new_for_path (reached) : g_object_ref (file);
}

/* @judged: whether it has to be of a kind that may be evidence. */
static BvVaultItem *
take (const char *library_folder, GFile *file, gboolean judged, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvVaultItem) item = g_new0 (BvVaultItem, 1);
  g_autoptr (BvEvidenceInspection) inspection = NULL;
  g_auto (BvVaultDraft) draft = { NULL, NULL };
  g_autofree char *basename = g_file_get_basename (file);
  g_autoptr (GFile) source = reach_file (file);
  g_autofree char *folder = NULL;
  BvVaultTakers takers = { &draft, NULL };

  item->file = bv_file_name_make_printable (basename);
  if (!bv_vault_source_check (source, item->file, cancellable, error))
    return NULL;
  if (judged && (inspection = bv_evidence_inspection_new (item->file, error)) == NULL)
    return NULL;
  takers.inspection = inspection;
  folder = ensure_folder_in (library_folder, BV_LIBRARY_VAULT, TEMPORARY_FOLDER, error);
  if (folder == NULL || !bv_vault_draft_begin (&draft, folder, error))
    return NULL;
  item->sha256
    = bv_vault_source_read_unchanged (source, item->file, &takers, &item->bytes, cancellable, error);
  if (item->sha256 == NULL || (judged && !bv_evidence_inspection_finish (inspection, error))
      || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !keep (library_folder, &draft, item, error))
    return NULL;
  return g_steal_pointer (&item);
}

/**
 * bv_vault_add:
 * @library_folder: the folder of the library, of which the caller is the writer
 * @file: a document that the program made or ships
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Takes a copy of @file into the vault; when this returns, the copy is on the disk. What is in the vault
 * already is kept once, and replaced if it was damaged. Folders, devices, empty files, files over 2 GB,
 * programs and scripts are refused, and what changes meanwhile. May run in a thread of its own.
 *
 * Returns: (transfer full): what the vault knows of the file, or %NULL with nothing changed and
 *   %BV_STORE_ERROR_FILE, %BV_STORE_ERROR_NOT_FOUND or %G_IO_ERROR_CANCELLED
 */
BvVaultItem *
bv_vault_add (const char *library_folder, GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (library_folder != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return take (library_folder, file, FALSE, cancellable, error);
}

/**
 * bv_vault_attach:
 * @library_folder: the folder of the library, of which the caller is the writer
 * @file: what somebody handed in as evidence
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * bv_vault_add() of what may be evidence alone, by name and content: see #BvEvidenceInspection.
 *
 * Returns: as bv_vault_add()
 */
BvVaultItem *
bv_vault_attach (const char *library_folder, GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (library_folder != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return take (library_folder, file, TRUE, cancellable, error);
}

/**
 * bv_vault_take_back:
 * @library_folder: the folder of the library, of which the caller is the writer
 * @item: what bv_vault_add() took, and no row names
 *
 * What was here before stays.
 */
void
bv_vault_take_back (const char *library_folder, const BvVaultItem *item)
{
  g_autofree char *path = bv_vault_get_path (library_folder, item->sha256, item->file);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!item->added)
    return;
  g_unlink (path);
  g_rmdir (folder); /* unless there is more in it */
}

static gboolean
set_absent (const char *file, const char *path, GError **error)
{
  g_autofree char *shown = path != NULL ? bv_file_system_show (path) : g_strdup ("");

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
               _ ("The file %s is not here (%s). Attach it again, or take it from a backup."),
               file != NULL ? file : "", shown);
  return FALSE;
}

/* Hashes what the vault has, and hands it to the takers. */
static gboolean
read_kept (const char *library_folder,
           const char *sha256,
           const char *file,
           const BvVaultTakers *takers,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *path = bv_vault_get_path (library_folder, sha256, file);
  g_autofree char *found = NULL, *shown = NULL;
  g_autoptr (GFile) source = NULL;
  gint64 bytes;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return set_absent (file, path, error);
  source = g_file_new_for_path (path);
  shown = bv_file_system_show (path);
  found = bv_vault_source_read (source, file != NULL ? file : shown, takers, &bytes, cancellable, error);
  if (found == NULL)
    return FALSE;
  if (g_str_equal (found, sha256))
    return TRUE;
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("The file %s is damaged: %s is not what was attached. Attach it again, or take it from a backup."),
    file != NULL ? file : "", shown);
  return FALSE;
}

/**
 * bv_vault_check:
 * @library_folder: the folder of the library
 * @sha256: the hash of a file
 * @file: (nullable): the name it came with
 * @error: return location for a #GError
 *
 * Reads the file again and compares its hash.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_NOT_FOUND if the file is not here, with %BV_STORE_ERROR_FILE if it is
 *   damaged or cannot be read
 */
gboolean
bv_vault_check (const char *library_folder, const char *sha256, const char *file, GError **error)
{
  const BvVaultTakers nobody = { NULL, NULL };

  return read_kept (library_folder, sha256, file, &nobody, NULL, error);
}

/**
 * bv_vault_make_work_folder:
 * @library_folder: the folder of a library, or of its backups
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * Of many files that are copied one after the other only this folder is registered as unfinished: each of
 * them is on the disk with half the waiting.
 *
 * Returns: (transfer full) (nullable): an empty folder in the vault, for bv_unfinished_file_discard(); %NULL
 *   with @error set
 */
char *
bv_vault_make_work_folder (const char *library_folder, GError **error)
{
  g_autofree char *place = ensure_folder_in (library_folder, BV_LIBRARY_VAULT, TEMPORARY_FOLDER, error);

  return place != NULL ? bv_unfinished_file_make_work_folder (place, error) : NULL;
}

/**
 * bv_vault_copy:
 * @from: the folder of a library, or of its backups
 * @to: another such folder
 * @work: a folder of bv_vault_make_work_folder() in @to
 * @item: a file that @from has: its hash, and the name it came with
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Copies a file from one vault to the other while it is hashed: what is not what was attached is not copied.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_NOT_FOUND if the file is not in @from, %BV_STORE_ERROR_FILE if it is
 *   damaged or cannot be written, or %G_IO_ERROR_CANCELLED; @to is then as it was
 */
gboolean
bv_vault_copy (const char *from,
               const char *to,
               const char *work,
               const BvVaultItem *item,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (BvVaultDraft) draft = { NULL, NULL };
  const BvVaultTakers takers = { &draft, NULL };
  g_autofree char *source = bv_vault_get_path (from, item->sha256, item->file);
  g_autofree char *name = NULL, *first = NULL, *folder = NULL, *path = NULL;

  if (source == NULL)
    return set_absent (item->file, NULL, error);
  name = g_path_get_basename (source);
  first = g_strndup (name, 2);
  folder = ensure_folder_in (to, BV_LIBRARY_VAULT, first, error);
  if (folder == NULL || !bv_vault_draft_begin (&draft, work, error)
      || !read_kept (from, item->sha256, item->file, &takers, cancellable, error))
    return FALSE;
  path = g_build_filename (folder, name, NULL);
  return bv_vault_draft_commit (&draft, path, error);
}

/* What an older version took, or what came in by another way. */
static void
set_unopened (const char *file, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s is kept as it was attached, but is not opened: a program, a script, macros, or a kind "
                  "that is no evidence may do harm. Ask who sent it for a PDF."),
               file);
}

static gboolean
is_identical (const char *path, const char *sha256)
{
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autofree char *found = NULL;
  const BvVaultTakers nobody = { NULL, NULL };
  gint64 bytes;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return FALSE;
  found = bv_vault_source_read (copy, path, &nobody, &bytes, NULL, NULL);
  return g_strcmp0 (found, sha256) == 0;
}

/* Other programs open no path that is longer than the system's own limit. */
static char *
name_copy (const char *library_folder, const char *own, const char *file)
{
  g_autofree char *folder = g_build_filename (library_folder, BV_LIBRARY_COPIES, own, NULL);
  g_autofree char *safe = bv_file_name_make_safe (file != NULL ? file : "");

  return bv_file_name_cut (safe, bv_file_system_get_room (folder));
}

/**
 * bv_vault_open_copy:
 * @library_folder: the folder of the library
 * @sha256: the hash of a file
 * @file: (nullable): the name it came with, which may be hostile
 * @error: return location for a #GError
 *
 * Makes a read-only copy for another program to open, so that the vault stays what was hashed. Its name is
 * @file made safe, and cut where its path would be too long for others. A copy that is still the same is used
 * again; bv_vault_clean() removes it.
 *
 * Returns: (transfer full): the path of the copy, or %NULL with %BV_STORE_ERROR_NOT_FOUND if the file is not
 *   here, or %BV_STORE_ERROR_FILE if it is damaged, of no kind that may be evidence, or cannot be copied
 */
char *
bv_vault_open_copy (const char *library_folder, const char *sha256, const char *file, GError **error)
{
  g_auto (BvVaultDraft) draft = { NULL, NULL };
  g_autoptr (BvEvidenceInspection) inspection = NULL;
  g_autofree char *own = NULL, *name = NULL, *folder = NULL, *path = NULL, *reached = NULL, *copies = NULL;
  BvVaultTakers takers = { &draft, NULL };

  g_return_val_if_fail (library_folder != NULL, NULL);

  if (!bv_vault_has (library_folder, sha256, file))
    {
      set_absent (file, NULL, error);
      return NULL;
    }
  own = g_strndup (sha256, OPEN_FOLDER_LENGTH);
  name = name_copy (library_folder, own, file);
  inspection = takers.inspection = bv_evidence_inspection_new (name, NULL);
  if (inspection == NULL)
    {
      set_unopened (name, error);
      return NULL;
    }
  reached = bv_file_system_reach (library_folder, ROOM);
  copies = g_build_filename (reached, BV_LIBRARY_COPIES, NULL);
  bv_register_add (BV_REGISTER_COPIES, copies);
  folder = ensure_folder_in (library_folder, BV_LIBRARY_COPIES, own, error);
  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  if (is_identical (path, sha256))
    return bv_file_system_show (path);
  g_chmod (path, 0600); /* Windows replaces no read-only file */
  if (!bv_vault_draft_begin (&draft, folder, error)
      || !read_kept (library_folder, sha256, file, &takers, NULL, error))
    return NULL;
  if (!bv_evidence_inspection_finish (inspection, NULL))
    {
      set_unopened (name, error);
      return NULL;
    }
  if (!bv_vault_draft_commit (&draft, path, error))
    return NULL;
  g_chmod (path, 0400);
  return bv_file_system_show (path);
}

/**
 * bv_vault_clean:
 * @library_folder: the folder of the library, of which the caller is the writer
 * @error: return location for a #GError
 *
 * Removes what a copy that was cut off has left, and all copies that were opened. The vault itself is not
 * touched. A copy that another program holds on to is left for the next time, and named.
 *
 * Returns: %FALSE with %BV_STORE_ERROR_FILE if something could not be removed; no harm is done
 */
gboolean
bv_vault_clean (const char *library_folder, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (library_folder, ROOM);
  g_autofree char *temporary = g_build_filename (reached, BV_LIBRARY_VAULT, TEMPORARY_FOLDER, NULL);
  g_autofree char *opened = g_build_filename (reached, BV_LIBRARY_COPIES, NULL);
  gboolean clean = bv_file_tree_remove (temporary, error);

  if (!bv_file_tree_remove (opened, clean ? error : NULL))
    return FALSE;
  bv_register_remove (opened);
  return clean;
}

/**
 * bv_vault_item_free:
 * @item: (transfer full) (nullable): an item
 */
void
bv_vault_item_free (BvVaultItem *item)
{
  if (item == NULL)
    return;
  g_free (item->file);
  g_free (item->sha256);
  g_free (item);
}
