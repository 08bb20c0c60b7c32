/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/shipped/demo.h"

#include "core/evidence.h"
#include "exchange/exchange-resources.h"
#include "exchange/interchange/interchange.h"
#include "exchange/shipped/templates.h"
#include "store/campaigns.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/io/github/bangvang/data/demo"
#define FILE_END "-demo.json"

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

/* What there is a demonstration of, with commas between them. */
static char *
list_templates (void)
{
  g_auto (GStrv) names = bv_templates_list ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf (FOLDER "/%s" FILE_END, names[i]);

      if (g_resource_get_info (bv_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL,
                               NULL))
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", names[i]);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static BvCampaign *
read_campaign (const char *template, GError **error)
{
  g_autofree char *path = g_strdup_printf (FOLDER "/%s" FILE_END, template);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (bv_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *list = NULL;

  if (bytes == NULL)
    {
      list = list_templates ();
      g_set_error (error, BV_TEMPLATES_ERROR, BV_TEMPLATES_ERROR_UNKNOWN,
                   _ ("there is no demonstration of “%s”; there are: %s"), template, list);
      return NULL;
    }
  return bv_interchange_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, error);
}

static gboolean
add_files (BvDemo *demo, const char *library_folder, const BvProgress *progress, GError **error)
{
  const GPtrArray *evidence = demo->campaign->evidence;

  for (guint i = 0; i < evidence->len; i++)
    {
      const BvEvidence *piece = g_ptr_array_index (evidence, i);

      if (piece->sha256 != NULL
          && !add_file (demo, library_folder, piece, bv_progress_get_cancellable (progress), error))
        return FALSE;
      bv_progress_tell (progress, (i + 1.0) / evidence->len);
    }
  return TRUE;
}

/**
 * bv_demo_read:
 * @template: (nullable): the template that is filled; %NULL: the one that is taken where none is named
 * @library_folder: the folder of a library
 * @progress: (nullable): how far it is, and whether it is given up
 * @error: return location for a %BV_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads the demonstration: a template with invented nominees; the vault takes their evidence. The files and
 * so their hashes are the same on every system. Needs no open library, so that it may run beside one.
 *
 * Returns: (transfer full) (nullable): the campaign, to be loaded; %NULL with @error set, and nothing new in
 * the vault, on failure
 */
BvDemo *
bv_demo_read (const char *template, const char *library_folder, const BvProgress *progress, GError **error)
{
  g_autoptr (BvDemo) demo = g_new0 (BvDemo, 1);

  demo->items = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_vault_item_free);
  demo->campaign = read_campaign (template != NULL ? template : bv_templates_get_default (), error);
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
 * @template: (nullable): as in bv_demo_read()
 * @error: return location for a %BV_STORE_ERROR or %BV_TEMPLATES_ERROR
 *
 * Fills the library with the demonstration.
 *
 * Returns: the campaign's row; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_demo_create (BvLibrary *library, const char *template, GError **error)
{
  const char *folder = bv_library_get_folder (library);
  g_autoptr (BvDemo) demo = bv_demo_read (template, folder, NULL, error);
  gint64 id;

  if (demo == NULL)
    return 0;
  id = bv_campaigns_take (library, demo->campaign, FALSE, error);
  if (id == 0)
    bv_demo_take_back (demo, folder);
  return id;
}
