/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_RANKING_DETAILS (bv_ranking_details_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingDetails, bv_ranking_details, BV, RANKING_DETAILS, GtkWidget)

void bv_ranking_details_show (BvRankingDetails *details,
                              BvSession *session,
                              const BvRanking *ranking,
                              guint entry);
void
bv_ranking_details_compare (BvRankingDetails *details, const BvRanking *ranking, guint entry, guint other);
void bv_ranking_details_clear (BvRankingDetails *details);
gboolean bv_ranking_details_decide (BvRankingDetails *details, gint64 place, const char *reason);

G_END_DECLS
