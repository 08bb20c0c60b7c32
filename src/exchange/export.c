/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"

#include "exchange/seal.h"
#include "store/campaigns.h"
#include "store/editing.h"
#include "store/fence.h"

#include <glib/gstdio.h>

G_DEFINE_QUARK (bv_export_error, bv_export_error)

/**
 * bv_export_read_proposal:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @whole: (out) (transfer full): the whole campaign, which must outlive the proposal
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the proposal as the library stands; %NULL with @error set on failure
 */
BvProposal *
bv_export_read_proposal (BvLibrary *library, gint64 campaign, gint64 date, BvCampaign **whole, GError **error)
{
  BvContest *contest = NULL;

  if (!bv_campaigns_read_both (library, campaign, date, whole, &contest, error))
    return NULL;
  return bv_proposal_new (contest, *whole);
}

static gboolean
seal (BvProposal *proposal, const char *reason, GError **error)
{
  g_auto (GStrv) obstacles = NULL;
  g_autofree char *lines = NULL;

  bv_proposal_set_reason (proposal, reason);
  obstacles = bv_proposal_list_obstacles (proposal);
  if (obstacles[0] == NULL)
    {
      proposal->seal = bv_seal_compute (proposal);
      return TRUE;
    }
  lines = g_strjoinv ("\n", obstacles);
  g_set_error_literal (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_OBSTACLES, lines);
  return FALSE;
}

/**
 * bv_export_proposal:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @draft: whether an unsealed workbook marked DỰ THẢO is wanted
 * @reason: (nullable): why a provisional pool is sealed now
 * @path: the workbook; an old one there is replaced when the new one is whole
 * @progress: (nullable): called with the fraction done
 * @data: for @progress
 * @cancellable: (nullable): to give up, as if never begun
 * @error: return location for %BV_EXPORT_ERROR_OBSTACLES, or what disk and library say
 *
 * Seals the campaign's proposal and writes it as a workbook. A library open for writing notes the sealing in
 * its journal; with a reader the caller does so.
 *
 * Returns: (transfer full) (nullable): the seal, an empty string for a draft; %NULL with @error set on
 * failure
 */
char *
bv_export_proposal (BvLibrary *library,
                    gint64 campaign,
                    gint64 date,
                    gboolean draft,
                    const char *reason,
                    const char *path,
                    BvProgressFunc progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (BvCampaign) whole = NULL;
  g_autoptr (BvProposal) proposal = bv_export_read_proposal (library, campaign, date, &whole, error);
  g_autofree char *folder = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gboolean ok;

  if (proposal == NULL || !bv_fence_check (bv_library_get_folder (library), path, error)
      || (!draft && !seal (proposal, reason, error)))
    return NULL;
  folder = bv_library_make_temporary_folder (library, error);
  if (folder == NULL)
    return NULL;
  ok = bv_workbook_write (proposal, path, folder, progress, data, cancellable, error);
  g_rmdir (folder);
  if (!ok)
    return NULL;
  if (!draft && bv_library_is_writable (library)
      && !bv_editing_record_proposal (library, campaign, date, proposal->seal, reason, name, error))
    return NULL;
  return g_strdup (draft ? "" : proposal->seal);
}
