/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What is counted of a campaign. */
typedef struct
{
  char *key;
  char *title; /* the short one where it has one */
  gint64 nominees;
  gint64 verified; /* scores */
  gint64 evidence; /* pieces with a file */
} BvBackupCampaign;

/**
 * BvBackupFacts:
 *
 * What is counted of a library or of a copy of it, of any schema.
 */
typedef struct
{
  gint64 schema;
  gint64 actions;
  gint64 last_action;   /* its number; 0: nothing was done yet */
  char *chain_head;     /* of the journal; NULL: an older schema has none */
  gint64 last_time;     /* when it was done, seconds since 1970; 0: nothing was */
  GPtrArray *campaigns; /* of BvBackupCampaign, in the order they were made */
} BvBackupFacts;

BvBackupFacts *bv_backup_facts_new (void);
BvBackupFacts *bv_backup_facts_read (BvLibrary *library, GError **error);
BvBackupCampaign *bv_backup_facts_add (BvBackupFacts *facts, const char *key, const char *title);
const BvBackupCampaign *bv_backup_facts_find (const BvBackupFacts *facts, const char *key);
void bv_backup_facts_free (BvBackupFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackupFacts, bv_backup_facts_free)

G_END_DECLS
