/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "exchange/template/outline.h"
#include "store/template-shelf.h"

G_BEGIN_DECLS

/**
 * BvCampaignSources:
 *
 * What a new campaign can be made from: the templates that are built in, those of the library, then its
 * campaigns, newest first.
 */
typedef struct
{
  BvLibrary *library;
  char **templates;     /* names */
  GPtrArray *shelf;     /* of BvShelvedTemplate; NULL: the library could not be read */
  GPtrArray *campaigns; /* of BvCampaign; NULL: the same */
} BvCampaignSources;

BvCampaignSources *bv_campaign_sources_new (BvLibrary *library);
void bv_campaign_sources_free (BvCampaignSources *sources);
char **bv_campaign_sources_list_titles (const BvCampaignSources *sources);
const BvShelvedTemplate *bv_campaign_sources_get_own (const BvCampaignSources *sources, guint index);
guint bv_campaign_sources_find_own (const BvCampaignSources *sources, const char *name);
guint bv_campaign_sources_get_default (const BvCampaignSources *sources);
BvOutline *
bv_campaign_sources_read (const BvCampaignSources *sources, guint index, gint64 starts, GError **error);

G_END_DECLS
