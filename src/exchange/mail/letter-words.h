/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

G_BEGIN_DECLS

/* Room-private: what letters of a campaign have in common, always Vietnamese. */

const char *bv_letter_words_name_sender (const BvCampaign *campaign);
void bv_letter_words_append_occasion (GString *body, const BvCampaign *campaign);
void bv_letter_words_append_sender (GString *body, const BvCampaign *campaign);

G_END_DECLS
