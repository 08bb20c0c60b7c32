/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* A library that is damaged, as far as it can still be read. It is read from a copy whose header and indexes
 * are made anew, and the damaged file stays as it is. */

/**
 * BvWreckCampaign:
 *
 * A campaign that a damaged library speaks of.
 */
typedef struct
{
  gint64 id;
  char *key; /* NULL: it cannot be read */
  char *title;
  gboolean is_whole; /* all its rows are there, as they were written */
} BvWreckCampaign;

/**
 * BvWreckFacts:
 *
 * What is left of a damaged library.
 */
typedef struct
{
  GPtrArray *campaigns;     /* of BvWreckCampaign */
  gboolean units_are_whole; /* the registry that all campaigns share */
} BvWreckFacts;

BvLibrary *bv_wreck_open (const char *database, const char *vault_owner, const char *work, GError **error);
BvWreckFacts *bv_wreck_read (BvLibrary *wreck, GError **error);
void bv_wreck_facts_free (BvWreckFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWreckFacts, bv_wreck_facts_free)

G_END_DECLS
