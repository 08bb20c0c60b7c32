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
add_file (BvDemo *demo,
          const char *library_folder,
          const BvEvidence *piece,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *uri = g_strdup_printf ("resource://" FOLDER "/evidence/%s", piece->file);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  BvVaultItem *item = bv_vault_add (library_folder, file, cancellable, error);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (demo->items, item);
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

static gboolean
add_files (BvDemo *demo, const char *library_folder, const BvProgress *progress, GError **error)
{
  const GPtrArray *evidence = demo->campaign->evidence;

  for (guint i = 0; i < evidence->len; i++)
    {
      if (!add_file (demo, library_folder, g_ptr_array_index (evidence, i),
                     bv_progress_get_cancellable (progress), error))
        return FALSE;
      bv_progress_tell (progress, (i + 1.0) / evidence->len);
    }
  return TRUE;
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
 * Returns: (transfer full) (nullable): the campaign, to be loaded; %NULL with @error set, and nothing new in
 * the vault, on failure
 */
BvDemo *
bv_demo_read (const char *library_folder, const BvProgress *progress, GError **error)
{
  g_autoptr (BvDemo) demo = g_new0 (BvDemo, 1);

  demo->items = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_vault_item_free);
  demo->campaign = read_campaign (error);
  if (demo->campaign == NULL)
    return NULL;
  if (add_files (demo, library_folder, progress, error))
    return g_steal_pointer (&demo);
  bv_demo_take_back (demo, library_folder);
  return NULL;
}

/**
 * bv_demo_take_back:
 * @demo: the demonstration, which could not be loaded
 * @library_folder: the folder of the library
 *
 * Takes out of the vault what it took of the demonstration, so that no file lies there that nobody names.
 */
void
bv_demo_take_back (const BvDemo *demo, const char *library_folder)
{
  for (guint i = 0; i < demo->items->len; i++)
    bv_vault_take_back (library_folder, g_ptr_array_index (demo->items, i));
}

/**
 * bv_demo_free:
 * @demo: (nullable) (transfer full): the demonstration
 */
void
bv_demo_free (BvDemo *demo)
{
  if (demo == NULL)
    return;
  g_clear_pointer (&demo->campaign, bv_record_free);
  g_ptr_array_unref (demo->items);
  g_free (demo);
}

/**
 * bv_demo_create:
 * @library: a library open for writing
 * @error: return location for a %BV_STORE_ERROR
 *
 * Fills the library with the demonstration.
 *
 * Returns: the campaign's row; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_demo_create (BvLibrary *library, GError **error)
{
  const char *folder = bv_library_get_folder (library);
  g_autoptr (BvDemo) demo = bv_demo_read (folder, NULL, error);
  gint64 id;

  if (demo == NULL)
    return 0;
  id = bv_campaigns_take (library, demo->campaign, FALSE, error);
  if (id == 0)
    bv_demo_take_back (demo, folder);
  return id;
}
