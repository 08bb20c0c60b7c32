/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shipped/demo.h"

#include "core/evidence.h"
#include "exchange/exchange-resources.h"
#include "exchange/interchange/interchange.h"
#include "store/campaigns.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/io/github/bangvang/data/demo"

static gboolean
add_file (const char *library_folder, const BvEvidence *piece, GCancellable *cancellable, GError **error)
{
  g_autofree char *uri = g_strdup_printf ("resource://" FOLDER "/evidence/%s", piece->file);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (BvVaultItem) item = bv_vault_add (library_folder, file, cancellable, error);

  if (item == NULL)
    return FALSE;
  if (g_strcmp0 (item->sha256, piece->sha256) == 0)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s: the file of the demonstration is damaged: install Bảng Vàng again"), piece->file);
  return FALSE;
}

static BvCampaign *
read_campaign (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
    bv_exchange_get_resource (), FOLDER "/papi-2021-demo.json", G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;
  return bv_interchange_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, error);
}

/**
 * bv_demo_read:
 * @library_folder: the folder of a library
 * @progress: (nullable): how far it is, and whether it is given up
 * @error: return location for a %BV_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads the demonstration: invented nominees of the campaign of plan 1078/KH-SNV; the vault takes their
 * evidence. The files and so their hashes are the same on every system. Needs no open library, so that it may
 * run beside one.
 *
 * Returns: (transfer full) (nullable): the campaign, to be loaded; %NULL with @error set on failure
 */
BvCampaign *
bv_demo_read (const char *library_folder, const BvProgress *progress, GError **error)
{
  g_autoptr (BvCampaign) campaign = read_campaign (error);

  if (campaign == NULL)
    return NULL;
  for (guint i = 0; i < campaign->evidence->len; i++)
    {
      if (!add_file (library_folder, g_ptr_array_index (campaign->evidence, i),
                     bv_progress_get_cancellable (progress), error))
        return NULL;
      bv_progress_tell (progress, (i + 1.0) / campaign->evidence->len);
    }
  return g_steal_pointer (&campaign);
}

/**
 * bv_demo_create:
 * @library: a library open for writing
 * @error: return location for a %BV_STORE_ERROR
 *
 * Fills the library with the demonstration.
 *
 * Returns: the campaign's row; 0 with @error set on failure
 */
gint64
bv_demo_create (BvLibrary *library, GError **error)
{
  g_autoptr (BvCampaign) campaign = bv_demo_read (bv_library_get_folder (library), NULL, error);

  return campaign != NULL ? bv_campaigns_take (library, campaign, FALSE, error) : 0;
}
