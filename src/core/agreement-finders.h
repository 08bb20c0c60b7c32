/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/roster.h"

G_BEGIN_DECLS

/* Room-private: one function a kind fills an agreement. */

void bv_agreement_find_persons (BvAgreement *agreement, const BvRoster *roster, gint64 date);
void bv_agreement_find_units (BvAgreement *agreement, const BvRoster *roster, gint64 date);
void bv_agreement_find_initiatives (BvAgreement *agreement, const BvRoster *roster, gint64 date);
void bv_agreement_find_evidence (BvAgreement *agreement, const BvRoster *roster, gint64 date);
void bv_agreement_find_commended (BvAgreement *agreement, const BvRoster *roster, gint64 date);

BvAgreement *bv_agreement_find (const BvRoster *roster, BvSameKind kind, gint64 date);

G_END_DECLS
