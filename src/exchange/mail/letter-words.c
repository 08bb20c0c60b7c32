/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/letter-words.h"

#include "core/letterhead.h"
#include "core/text/text.h"

/**
 * bv_letter_words_name_sender:
 * @campaign: a campaign
 *
 * Returns: who writes, within a sentence
 */
const char *
bv_letter_words_name_sender (const BvCampaign *campaign)
{
  const char *organ = bv_letterhead_organ (campaign);

  return *organ != '\0' ? organ : "chúng tôi";
}

/**
 * bv_letter_words_append_occasion:
 * @body: a letter
 * @campaign: a campaign
 *
 * Appends "Thực hiện Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ về …, ".
 */
void
bv_letter_words_append_occasion (GString *body, const BvCampaign *campaign)
{
  g_autofree char *plan = bv_campaign_write_plan (campaign);

  g_string_append_printf (body, "Thực hiện %s, ", plan != NULL ? plan : campaign->title);
}

/**
 * bv_letter_words_append_sender:
 * @body: a letter
 * @campaign: a campaign
 *
 * Appends thanks, and who writes.
 */
void
bv_letter_words_append_sender (GString *body, const BvCampaign *campaign)
{
  g_string_append (body, "Trân trọng cảm ơn.\n\n");
  if (!bv_text_is_blank (campaign->issuer_parent))
    g_string_append_printf (body, "%s\n", campaign->issuer_parent);
  if (!bv_text_is_blank (campaign->issuer_organ))
    g_string_append_printf (body, "%s\n", campaign->issuer_organ);
}
