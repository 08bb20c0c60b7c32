/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* What is said of a ranking and of the place of an entry, always Vietnamese: it is printed. */

char *bv_ranking_write_size (const BvRanking *ranking);
char **bv_ranking_list_remarks (const BvRanking *ranking);
char *bv_ranking_list_unresolved (const BvRanking *ranking);
char *bv_ranking_note (const BvRanking *ranking, guint entry);
char *bv_ranking_describe (const BvRanking *ranking, guint entry);
char *bv_ranking_explain (const BvRanking *ranking, guint entry);

G_END_DECLS
