/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/import-open.h"

#include "exchange/intake/import-plan.h"
#include "store/campaigns.h"
#include "store/learned.h"
#include "store/registry/registry.h"

/**
 * bv_import_open:
 * @library: a library
 * @campaign: the campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a plan of no file, which knows the campaign, all units and what was
 * answered before; %NULL with @error set on failure
 */
BvImportPlan *
bv_import_open (BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (GPtrArray) registry = bv_registry_read (library, error);
  g_autoptr (GPtrArray) learned = registry != NULL ? bv_learned_list (library, error) : NULL;
  BvCampaign *whole
    = learned != NULL ? bv_campaigns_read (library, campaign, BV_CAMPAIGN_WHOLE, error) : NULL;
  BvImportPlan *plan = whole != NULL ? bv_import_plan_new (whole) : NULL;

  if (plan != NULL)
    bv_import_plan_know (plan, g_steal_pointer (&registry), learned);
  return plan;
}
