/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/header-sense.h"

G_BEGIN_DECLS

/**
 * BvHeaderRules:
 *
 * What titles of columns mean: the synonyms that everybody uses, the criteria of a campaign, and what was
 * learned.
 */
typedef struct _BvHeaderRules BvHeaderRules;

BvHeaderRules *bv_header_rules_new (const GPtrArray *criteria);
void bv_header_rules_free (BvHeaderRules *rules);
void bv_header_rules_learn (BvHeaderRules *rules, const char *title, BvIntakeField field, const char *code);
BvHeaderMeaning bv_header_rules_read (BvHeaderRules *rules, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHeaderRules, bv_header_rules_free)

G_END_DECLS
