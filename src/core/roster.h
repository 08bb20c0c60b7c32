/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/nominee.h"

G_BEGIN_DECLS

/* What is compared of one nominee, as far as its record itself says it. */
typedef struct
{
  const BvPerson *person; /* NULL: a collective */
  const char *unit;
  const BvInitiative *initiative; /* NULL: none */
  const char *award;              /* NULL: the campaign's */
  const GPtrArray *awards;
  const GPtrArray *assessments;
  guint nominee; /* its place in the campaign */
} BvRosterRow;

/**
 * BvRoster:
 *
 * The nominees of a campaign that are not withdrawn, side by side, in its order. Their records lie wherever
 * they were read to; who looks at all of them several times looks at this.
 */
typedef struct
{
  const BvCampaign *campaign;
  GArray *rows; /* of BvRosterRow */
} BvRoster;

BvRoster *bv_roster_new (const BvCampaign *campaign);
void bv_roster_free (BvRoster *roster);
const BvRosterRow *bv_roster_row (const BvRoster *roster, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRoster, bv_roster_free)

G_END_DECLS
