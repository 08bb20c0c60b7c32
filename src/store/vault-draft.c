/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/vault-draft.h"

#include "store/error.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * bv_vault_draft_fail:
 * @path: a file or folder that could not be made or written; errno says why
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set
 */
gboolean
bv_vault_draft_fail (const char *path, GError **error)
{
  int failure = errno;
  g_autofree char *shown = bv_file_system_show (path);
  const char *why = bv_failure_describe_code (failure);
  g_autofree char *room = bv_failure_describe_room (why, path);

  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("%s cannot be written: %s%s. Check the free space of the disk and that you may write there."), shown,
    why, room);
  return FALSE;
}

/**
 * bv_vault_draft_begin:
 * @draft: an empty one
 * @folder: where it is written
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_vault_draft_begin (BvVaultDraft *draft, const char *folder, GError **error)
{
  draft->path = bv_unfinished_file_make (folder, NULL, FALSE);
  if (draft->path != NULL)
    draft->stream = g_fopen (draft->path, "wb");
  return draft->stream != NULL || bv_vault_draft_fail (folder, error);
}

/**
 * bv_vault_draft_write:
 * @draft: a draft that was begun
 * @bytes: (array length=length): what follows in it
 * @length: how many they are
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_vault_draft_write (BvVaultDraft *draft, gconstpointer bytes, gsize length, GError **error)
{
  return fwrite (bytes, 1, length, draft->stream) == length || bv_vault_draft_fail (draft->path, error);
}

/**
 * bv_vault_draft_commit:
 * @draft: a draft that is whole
 * @path: the name it is to have, on the same disk
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * Puts what was written under its name: first the content has to be on the disk, then the name.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_vault_draft_commit (BvVaultDraft *draft, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean written = fflush (draft->stream) == 0 && g_fsync (fileno (draft->stream)) == 0;
  int failure = errno;

  if (fclose (g_steal_pointer (&draft->stream)) != 0 && written)
    {
      written = FALSE;
      failure = errno;
    }
  errno = failure;
  if (!written || !bv_file_system_replace (draft->path, path))
    return bv_vault_draft_fail (path, error);
  bv_register_remove (draft->path);
  g_clear_pointer (&draft->path, g_free);
  return bv_file_system_sync_folder (folder, error);
}

/**
 * bv_vault_draft_discard:
 * @draft: a draft, which is empty again
 *
 * Removes what was written and not committed.
 */
void
bv_vault_draft_discard (BvVaultDraft *draft)
{
  if (draft->stream != NULL)
    fclose (g_steal_pointer (&draft->stream));
  if (draft->path != NULL)
    bv_unfinished_file_discard (draft->path);
  g_clear_pointer (&draft->path, g_free);
}
