/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"
#include "store/proof/ledger.h"

G_BEGIN_DECLS

/**
 * BvWreckCampaign:
 *
 * A campaign that a damaged library speaks of.
 */
typedef struct
{
  gint64 id;
  char *key;         /* NULL: it cannot be read */
  char *title;       /* the short one where it has one */
  gboolean is_whole; /* all its rows are there, as they were written, but for those of losses */
} BvWreckCampaign;

typedef enum
{
  BV_WRECK_SEALING,
  BV_WRECK_LETTER,
  BV_WRECK_TEMPLATE,
  BV_WRECK_HANDOUT,
  BV_WRECK_RECEIPT,
} BvWreckKind;

/* A row of what was sealed, written, handed out, received or kept as a template that is damaged or missing.
 */
typedef struct
{
  BvWreckKind kind;
  gint64 campaign; /* of a template 0 */
  char *label;     /* what the journal calls the action that noted it; NULL: it cannot be read */
  gint64 time;     /* when that was, seconds since 1970 */
} BvWreckLoss;

/**
 * BvWreckFacts:
 *
 * What is left of a damaged library.
 */
typedef struct
{
  GPtrArray *campaigns;         /* of BvWreckCampaign */
  GPtrArray *losses;            /* of BvWreckLoss */
  gboolean units_are_whole;     /* the registry that all campaigns share */
  gboolean templates_are_whole; /* but for those of losses */
} BvWreckFacts;

BvWreckFacts *bv_wreck_facts_read (BvLibrary *wreck, gboolean is_proven, GArray *strays, GError **error);
void bv_wreck_facts_free (BvWreckFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWreckFacts, bv_wreck_facts_free)

G_END_DECLS
