/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-proof.h"

#include "exchange/interchange/interchange.h"
#include "store/backup/row-digest.h"
#include "store/campaigns.h"
#include "store/verify.h"

#include <glib/gi18n-lib.h>

static gboolean
add_dump (BvLibrary *library, gint64 row, BvDigest *digest, GError **error)
{
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (library, row, BV_CAMPAIGN_WHOLE, error);

  if (campaign == NULL)
    return FALSE;
  bv_interchange_hash (campaign, digest);
  return TRUE;
}

static char *
hash_dumps (BvLibrary *library, const BvProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) campaigns = bv_campaigns_list (library, error);
  g_autoptr (BvDigest) digest = bv_digest_new ();

  if (campaigns == NULL)
    return NULL;
  for (guint i = 0; i < campaigns->len; i++)
    {
      const BvCampaign *campaign = g_ptr_array_index (campaigns, i);

      if (bv_progress_is_cancelled (progress, error)
          || !add_dump (library, campaign->record.id, digest, error))
        return NULL;
      bv_progress_tell (progress, (i + 1.0) / campaigns->len);
    }
  return bv_digest_finish (digest);
}

/**
 * bv_backup_proof_new:
 * @library: a library or copy, in one state of reading
 * @with_dumps: whether its campaigns are dumped; of an older schema they cannot be
 * @progress: (nullable): is told
 * @error: return location for a %BV_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what tells its state; %NULL with @error set on failure
 */
BvBackupProof *
bv_backup_proof_new (BvLibrary *library, gboolean with_dumps, const BvProgress *progress, GError **error)
{
  g_autoptr (BvBackupProof) proof = g_new0 (BvBackupProof, 1);

  proof->rows_sha256 = bv_row_digest_compute (library, &proof->rows, error);
  if (proof->rows_sha256 == NULL)
    return NULL;
  if (with_dumps)
    proof->dump_sha256 = hash_dumps (library, progress, error);
  return !with_dumps || proof->dump_sha256 != NULL ? g_steal_pointer (&proof) : NULL;
}

/**
 * bv_backup_proof_free:
 * @proof: (transfer full): a proof
 */
void
bv_backup_proof_free (BvBackupProof *proof)
{
  g_free (proof->rows_sha256);
  g_free (proof->dump_sha256);
  g_free (proof);
}

/**
 * bv_backup_proof_compare:
 * @proof: of a library
 * @other: of its copy
 * @error: return location for %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set where they are not the same; dumps are compared where both have them
 */
gboolean
bv_backup_proof_compare (const BvBackupProof *proof, const BvBackupProof *other, GError **error)
{
  gboolean same = g_str_equal (proof->rows_sha256, other->rows_sha256)
                  && (proof->dump_sha256 == NULL || other->dump_sha256 == NULL
                      || g_str_equal (proof->dump_sha256, other->dump_sha256));

  if (!same)
    g_set_error_literal (
      error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
      _ (
        "The copy is not the same as what was copied: the disk or the stick may be failing. Choose another one."));
  return same;
}

/**
 * bv_backup_proof_check_database:
 * @database: the database of a copy
 * @error: return location for a %BV_STORE_ERROR
 *
 * Checks what `verify` checks of a library, but the files of its vault.
 *
 * Returns: %FALSE with @error set where something is not as it should be
 */
gboolean
bv_backup_proof_check_database (const char *database, GError **error)
{
  g_autoptr (BvLibrary) copy = bv_library_open_copy (database, database, error);
  g_auto (GStrv) findings = copy != NULL ? bv_verify_database (copy, error) : NULL;

  if (findings == NULL)
    return FALSE;
  if (findings[0] == NULL)
    return TRUE;
  /* Translators: a line of “verify” */
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
               _ ("The copy is damaged inside, as was what was copied: %s. Nothing was kept of it; “verify” "
                  "says all that is damaged."),
               findings[0]);
  return FALSE;
}
