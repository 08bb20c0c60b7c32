/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-comparison.h"

#include "core/text/wording.h"
#include "store/backup/backup-place.h"
#include "store/library-parts.h"

#include <glib/gi18n-lib.h>

static gboolean
count (BvBackupComparison *comparison, BvLibrary *present, BvLibrary *copy, GError **error)
{
  if (!bv_library_begin_reading (present, error))
    return FALSE;
  comparison->present = bv_backup_facts_read (present, error);
  if (comparison->present != NULL && !bv_backup_loss_count (present, copy, &comparison->loss, error))
    g_clear_pointer (&comparison->present, bv_backup_facts_free);
  bv_library_end_reading (present);
  return comparison->present != NULL;
}

/* One that is damaged or was copied while it was open may still tell what is in it. */
static BvLibrary *
open_present (const char *library)
{
  g_autofree char *database = g_build_filename (library, BV_LIBRARY_DATABASE, NULL);
  BvLibrary *present = bv_library_open (library, BV_LIBRARY_READ, NULL);

  return present != NULL || !g_file_test (database, G_FILE_TEST_EXISTS)
           ? present
           : bv_library_open_copy (database, library, NULL);
}

/**
 * bv_backup_comparison_new:
 * @library: the folder of the library, which may be damaged or absent
 * @database: a backup, of any schema
 * @error: return location for a %BV_STORE_ERROR
 *
 * May run in a thread of its own.
 *
 * Returns: (transfer full) (nullable): both beside each other; %NULL with @error set where the copy cannot be
 * read
 */
BvBackupComparison *
bv_backup_comparison_new (const char *library, const char *database, GError **error)
{
  g_autoptr (BvBackupComparison) comparison = g_new0 (BvBackupComparison, 1);
  g_autofree char *vault_owner = bv_backup_place_find_vault_owner (database);
  g_autoptr (BvLibrary) copy = bv_library_open_copy (database, vault_owner, error);
  g_autoptr (BvLibrary) present = NULL;

  if (copy != NULL)
    comparison->copy = bv_backup_facts_read (copy, error);
  if (comparison->copy == NULL)
    return NULL;
  present = open_present (library);
  if (present != NULL)
    count (comparison, present, copy, NULL);
  return g_steal_pointer (&comparison);
}

/**
 * bv_backup_comparison_describe_copy:
 * @comparison: a comparison
 *
 * Returns: (transfer full): a line for each campaign of the copy
 */
char *
bv_backup_comparison_describe_copy (const BvBackupComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->copy->campaigns->len; i++)
    {
      const BvBackupCampaign *campaign = g_ptr_array_index (comparison->copy->campaigns, i);
      g_autofree char *nominees = bv_wording_number (campaign->nominees);
      g_autofree char *verified = bv_wording_number (campaign->verified);

      /* Translators: a campaign, numbers of nominees and of scores */
      g_string_append_printf (text, _ ("%s: %s nominees, %s verified scores.\n"), campaign->title, nominees,
                              verified);
    }
  return g_string_free (text, FALSE);
}

/**
 * bv_backup_comparison_describe:
 * @comparison: a comparison
 *
 * Returns: (transfer full) (nullable): a sentence that says what would be lost; %NULL: nothing is known to be
 */
char *
bv_backup_comparison_describe (const BvBackupComparison *comparison)
{
  const BvBackupLoss *loss = &comparison->loss;
  g_autofree char *actions = bv_wording_number (loss->actions);
  g_autofree char *scores = bv_wording_number (loss->verified);
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_local (loss->since);
  g_autofree char *when = since != NULL ? g_date_time_format (since, "%H:%M %d/%m/%Y") : g_strdup ("");

  if (comparison->present == NULL || loss->actions == 0)
    return NULL;
  /* Translators: numbers of actions and of scores, and a time between them */
  return g_strdup_printf (_ ("%s actions since %s are not in this copy, among them %s verified scores"),
                          actions, when, scores);
}

/**
 * bv_backup_comparison_free:
 * @comparison: (transfer full): a comparison
 */
void
bv_backup_comparison_free (BvBackupComparison *comparison)
{
  g_clear_pointer (&comparison->copy, bv_backup_facts_free);
  g_clear_pointer (&comparison->present, bv_backup_facts_free);
  g_free (comparison);
}
