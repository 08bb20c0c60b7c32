/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* How far a change of the rules of a campaign reaches: who is ranked by them, and which answers there are. */

gint64 bv_rule_reach_count_nominees (BvLibrary *library, gint64 campaign, GError **error);
gint64 bv_rule_reach_find_most (BvLibrary *library, gint64 criterion, GError **error);
GHashTable *bv_rule_reach_list_nominees (BvLibrary *library, gint64 campaign, GError **error);
GHashTable *bv_rule_reach_list_answers (BvLibrary *library, gint64 campaign, GError **error);

G_END_DECLS
