/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

G_BEGIN_DECLS

/* Dates of the calendar that cannot be: slips of the hand. They are warned of, never refused, for what was
 * written down before must still be read. */

typedef struct
{
  char *field; /* as in files: `awards[0].date` */
  char *text;  /* translated, without the field */
} BvDateFinding;

GPtrArray *bv_check_dates_of (gconstpointer record, gint64 date);
void bv_check_dates (const BvCampaign *campaign, gconstpointer record, const char *path, GPtrArray *warnings);

G_END_DECLS
