/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/campaign.h"
#include "core/criterion.h"

G_BEGIN_DECLS

#define BV_CHECK_ERROR (bv_check_error_quark ())
GQuark bv_check_error_quark (void);

typedef enum
{
  BV_CHECK_ERROR_CONTENT,
} BvCheckError;

gboolean bv_check_campaign (const BvCampaign *campaign, GError **error);
gboolean bv_check_criterion (const BvCriterion *criterion, GError **error);
gboolean bv_check_assessment (const BvAssessment *assessment, const BvCriterion *leaf, GError **error);
char **bv_check_list_warnings (const BvCampaign *campaign);

G_END_DECLS
