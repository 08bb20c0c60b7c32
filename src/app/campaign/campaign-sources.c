/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/campaign-sources.h"

#include "core/group.h"
#include "exchange/shipped/templates.h"
#include "store/campaigns.h"

#include <glib/gi18n-lib.h>

/**
 * bv_campaign_sources_new:
 * @library: the library of the window, which outlives the sources
 *
 * Returns: (transfer full): what a new campaign can be made from
 */
BvCampaignSources *
bv_campaign_sources_new (BvLibrary *library)
{
  BvCampaignSources *sources = g_new0 (BvCampaignSources, 1);

  sources->library = library;
  sources->templates = bv_templates_list ();
  sources->shelf = bv_template_shelf_list (library, NULL);
  sources->campaigns = bv_campaigns_list (library, NULL);
  return sources;
}

/**
 * bv_campaign_sources_free:
 * @sources: (transfer full): the sources
 */
void
bv_campaign_sources_free (BvCampaignSources *sources)
{
  g_strfreev (sources->templates);
  g_clear_pointer (&sources->shelf, g_ptr_array_unref);
  g_clear_pointer (&sources->campaigns, g_ptr_array_unref);
  g_free (sources);
}

static gboolean
has_criteria (const BvCampaign *campaign)
{
  for (guint i = 0; i < campaign->groups->len; i++)
    if (((const BvGroup *) g_ptr_array_index (campaign->groups, i))->criteria->len > 0)
      return TRUE;
  return FALSE;
}

/* A template is called by its short title, and by its plan where it is one that was issued; one that has
 * nothing to be scored by what it is. */
static char *
name_template (const char *name)
{
  g_autoptr (BvOutline) outline = bv_outline_read_template (name, BV_NONE, NULL);

  if (outline == NULL)
    return g_strdup (name);
  if (!has_criteria (outline->campaign))
    return g_strdup (_ ("Empty: criteria are still to be written"));
  if (*outline->campaign->plan_number == '\0')
    return g_strdup_printf (_ ("Template: %s"), outline->campaign->short_name);
  return g_strdup_printf (_ ("Template: %s, plan %s"), outline->campaign->short_name,
                          outline->campaign->plan_number);
}

static const BvShelvedTemplate *
get_shelved (const BvCampaignSources *sources, guint index)
{
  return g_ptr_array_index (sources->shelf, index);
}

/**
 * bv_campaign_sources_list_titles:
 * @sources: the sources
 *
 * Returns: (transfer full): what each is called
 */
char **
bv_campaign_sources_list_titles (const BvCampaignSources *sources)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; sources->templates[i] != NULL; i++)
    g_ptr_array_add (titles, name_template (sources->templates[i]));
  for (guint i = 0; sources->shelf != NULL && i < sources->shelf->len; i++)
    g_ptr_array_add (titles, g_strdup_printf (_ ("Own template: %s"), get_shelved (sources, i)->title));
  for (guint i = 0; sources->campaigns != NULL && i < sources->campaigns->len; i++)
    g_ptr_array_add (titles,
                     g_strdup_printf (_ ("Campaign: %s"),
                                      bv_campaign_short_title (g_ptr_array_index (sources->campaigns, i))));
  g_ptr_array_add (titles, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&titles), FALSE);
}

/**
 * bv_campaign_sources_get_default:
 * @sources: the sources
 *
 * Returns: the index of the one that is chosen at first
 */
guint
bv_campaign_sources_get_default (const BvCampaignSources *sources)
{
  guint index = 0;

  while (sources->templates[index] != NULL
         && !g_str_equal (sources->templates[index], bv_templates_get_default ()))
    index++;
  return sources->templates[index] != NULL ? index : 0;
}

static guint
count_shelved (const BvCampaignSources *sources)
{
  return sources->shelf != NULL ? sources->shelf->len : 0;
}

/**
 * bv_campaign_sources_get_own:
 * @sources: the sources
 * @index: one of them
 *
 * Returns: (transfer none) (nullable): the template of the library that it is; %NULL: it is none
 */
const BvShelvedTemplate *
bv_campaign_sources_get_own (const BvCampaignSources *sources, guint index)
{
  guint n_templates = g_strv_length (sources->templates);

  return index >= n_templates && index - n_templates < count_shelved (sources)
           ? get_shelved (sources, index - n_templates)
           : NULL;
}

/**
 * bv_campaign_sources_find_own:
 * @sources: the sources
 * @name: (nullable): the name of a template of the library
 *
 * Returns: its index; where there is none, that of the one that is chosen at first
 */
guint
bv_campaign_sources_find_own (const BvCampaignSources *sources, const char *name)
{
  for (guint i = 0; name != NULL && i < count_shelved (sources); i++)
    if (g_str_equal (get_shelved (sources, i)->name, name))
      return g_strv_length (sources->templates) + i;
  return bv_campaign_sources_get_default (sources);
}

static BvOutline *
copy_campaign (const BvCampaignSources *sources, guint index, gint64 starts, GError **error)
{
  const BvRecord *head = g_ptr_array_index (sources->campaigns, index);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (sources->library, head->id, BV_CAMPAIGN_FRAME, error);

  return campaign != NULL ? bv_outline_copy (campaign, starts, error) : NULL;
}

/**
 * bv_campaign_sources_read:
 * @sources: the sources
 * @index: one of them
 * @starts: the first day of the new campaign; #BV_NONE: that of the source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the campaign that it makes; %NULL with @error set on failure
 */
BvOutline *
bv_campaign_sources_read (const BvCampaignSources *sources, guint index, gint64 starts, GError **error)
{
  const BvShelvedTemplate *own = bv_campaign_sources_get_own (sources, index);
  guint n_templates = g_strv_length (sources->templates);

  if (own != NULL)
    return bv_outline_read_shelved (sources->library, own->name, starts, error);
  if (index < n_templates)
    return bv_outline_read_template (sources->templates[index], starts, error);
  return copy_campaign (sources, index - n_templates - count_shelved (sources), starts, error);
}
