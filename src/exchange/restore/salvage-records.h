/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/restore/salvage-report.h"
#include "store/backup/wreck-facts.h"

G_BEGIN_DECLS

/**
 * BvSalvageRecords:
 *
 * What was sealed of the campaigns of a damaged library and which letters were written, taken over with them.
 */
typedef struct
{
  BvLibrary *wreck;
  const BvWreckFacts *facts;
  BvLibrary *library; /* the new one */
  BvSalvage *salvage; /* is told */
  GPtrArray *sealed;  /* of bv_salvage_records_new_list(): gets what was taken over that has a file */
} BvSalvageRecords;

GPtrArray *bv_salvage_records_new_list (void);
gboolean bv_salvage_records_take (const BvSalvageRecords *records,
                                  const BvWreckCampaign *campaign,
                                  gint64 id,
                                  GError **error);
void bv_salvage_records_check_files (GPtrArray *sealed, const char *from, const char *to, BvSalvage *salvage);

G_END_DECLS
