/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"

G_BEGIN_DECLS

/* Room-private: one function a kind fills an agreement. */

void bv_agreement_find_persons (BvAgreement *agreement, const BvCampaign *campaign, gint64 date);
void bv_agreement_find_units (BvAgreement *agreement, const BvCampaign *campaign, gint64 date);
void bv_agreement_find_initiatives (BvAgreement *agreement, const BvCampaign *campaign, gint64 date);
void bv_agreement_find_evidence (BvAgreement *agreement, const BvCampaign *campaign, gint64 date);
void bv_agreement_find_commended (BvAgreement *agreement, const BvCampaign *campaign, gint64 date);

BvAgreementSpan bv_agreement_close_span (BvAgreement *agreement, guint first);
void bv_agreement_add_set (BvAgreement *agreement, const BvAgreementSet *set);
void bv_agreement_add_span (BvAgreement *agreement, guint first, gconstpointer source);

G_END_DECLS
