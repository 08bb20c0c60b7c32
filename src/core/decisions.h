/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/nominee.h"

G_BEGIN_DECLS

/* The written decisions on a nominee (RULES.md, One ranking, several awards). */

const BvDecision *bv_decisions_find (const BvNominee *nominee, const char *quota);
void bv_decisions_settle (BvNominee *nominee, const BvNominee *before);
GPtrArray *bv_decisions_spread (BvNominee *nominee);
BvDecision *bv_decisions_put (BvNominee *nominee, const char *quota);
gboolean bv_decisions_are_by_quota (const BvNominee *nominee, const GPtrArray *quotas);
const char *bv_decisions_name_quota (const BvNominee *nominee, const GPtrArray *quotas, const char *quota);
void bv_decisions_remove (BvNominee *nominee, const char *quota);

G_END_DECLS
