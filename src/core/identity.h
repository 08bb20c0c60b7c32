/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/distinct.h"
#include "core/nominee.h"

G_BEGIN_DECLS

/* Nominees that look like the same twice, or one that was commended already. */
typedef struct
{
  BvSameKind kind;
  gboolean strong;    /* of persons: all of one unit; else always */
  GArray *nominees;   /* of guint: their places in the campaign, in its order */
  char *what;         /* what is the same, as the first of them writes it */
  gboolean silenced;  /* somebody looked at each pair that agrees */
  const char *reason; /* of the silenced: why it stands; empty: they are not the same */
} BvSameGroup;

/**
 * BvIdentity:
 *
 * What stands twice in a campaign that should stand there once, on the ranking's date. It is never refused,
 * and counts nowhere in a ranking.
 */
typedef struct
{
  const BvCampaign *campaign;
  GPtrArray *groups; /* of BvSameGroup, in the file's order of their first nominees */
} BvIdentity;

BvIdentity *bv_identity_find (const BvCampaign *campaign, gint64 date);
void bv_identity_free (BvIdentity *identity);
guint bv_identity_count_open (const BvIdentity *identity);
char **bv_identity_list_open (const BvIdentity *identity);
char *bv_same_group_describe (const BvIdentity *identity, const BvSameGroup *group);
char *bv_same_group_describe_side (const BvIdentity *identity, const BvSameGroup *group, guint index);
const BvNominee *bv_same_group_nominee (const BvIdentity *identity, const BvSameGroup *group, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIdentity, bv_identity_free)

G_END_DECLS
