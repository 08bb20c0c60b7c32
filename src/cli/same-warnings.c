/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/same-warnings.h"

#include "cli/output.h"
#include "core/identity.h"
#include "store/campaigns.h"

/**
 * bv_same_warnings_print:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @error: return location for a %BV_STORE_ERROR
 *
 * Says on standard error, in a line a group, what is the same twice and nobody has looked at: before a seal,
 * which it never keeps out (RULES.md, The same twice).
 *
 * Returns: %FALSE with @error set where the campaign cannot be read
 */
gboolean
bv_same_warnings_print (BvLibrary *library, gint64 campaign, gint64 date, GError **error)
{
  g_autoptr (BvCampaign) read = bv_campaigns_read (library, campaign, BV_CAMPAIGN_IDENTITY, error);
  g_autoptr (BvIdentity) identity = read != NULL ? bv_identity_find (read, date) : NULL;
  g_auto (GStrv) lines = identity != NULL ? bv_identity_list_open (identity) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    bv_output_warn (lines[i]);
  return lines != NULL;
}
