/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/campaign.h"
#include "core/criterion.h"

G_BEGIN_DECLS

/* What a single field cannot say of itself: references, ranges that depend on another record, rules between
 * fields (RULES.md, CONTRACT.md). Types, choices and the presence of fields are the matter of entity.h. */

#define BV_CHECK_ERROR (bv_check_error_quark ())
GQuark bv_check_error_quark (void);

typedef enum
{
  BV_CHECK_ERROR_CONTENT,
} BvCheckError;

/* Sections in sections. */
#define BV_CHECK_DEPTH_MAX 16

gboolean bv_check_campaign (const BvCampaign *campaign, GError **error);
gboolean bv_check_criterion (const BvCriterion *criterion, GError **error);
gboolean bv_check_assessment (const BvAssessment *assessment, const BvCriterion *leaf, GError **error);
char **bv_check_list_warnings (const BvCampaign *campaign);

gboolean bv_check_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
