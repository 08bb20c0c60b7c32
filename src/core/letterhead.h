/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

G_BEGIN_DECLS

/* What the head and the foot of a campaign's documents say (NĐ 30/2020/NĐ-CP, Annex I, II.1 to II.9), always
 * Vietnamese. Workbook and paper set the same texts. */

#define BV_LETTERHEAD_NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define BV_LETTERHEAD_MOTTO "Độc lập - Tự do - Hạnh phúc"
#define BV_LETTERHEAD_RECIPIENTS "Nơi nhận:"

typedef enum
{
  BV_LETTERHEAD_ADDRESSED,   /* "Kính gửi: …" stands above */
  BV_LETTERHEAD_UNADDRESSED, /* nobody is named: there is no "as above" */
} BvLetterheadAddress;

const char *bv_letterhead_organ (const BvCampaign *campaign);
gboolean bv_letterhead_is_issuer (const BvCampaign *campaign, const char *unit);
char *bv_letterhead_number (const BvCampaign *campaign);
char *bv_letterhead_open_number (const BvCampaign *campaign, const char *kind);
char *bv_letterhead_place_and_date (const BvCampaign *campaign);
char *bv_letterhead_place_and_open_date (const BvCampaign *campaign);
char *bv_letterhead_cite (const BvCampaign *campaign);
char *bv_letterhead_attached_to (const BvCampaign *campaign);
char **bv_letterhead_list_addressees (const BvCampaign *campaign);
char *bv_letterhead_recipients (const BvCampaign *campaign, BvLetterheadAddress address);

G_END_DECLS
