/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/mark.h"
#include "store/library.h"

G_BEGIN_DECLS

/* What a sheet of scores does with its cells: each is one action of the journal, however many cells it is
 * about. */

/* A cell: an assessment of a nominee. */
typedef struct
{
  gint64 nominee;        /* its row */
  const char *criterion; /* the code of a leaf of its group */
} BvScorePlace;

/* Which points are typed. */
typedef enum
{
  BV_SCORE_EDIT_SELF,
  BV_SCORE_EDIT_VERIFIED, /* the final score, where there is one */
} BvScoreEditColumn;

gboolean bv_score_edit_type (BvLibrary *library,
                             gint64 campaign,
                             const BvScorePlace *place,
                             BvScoreEditColumn column,
                             gint64 points,
                             GError **error);
gboolean bv_score_edit_answer (BvLibrary *library,
                               gint64 campaign,
                               const BvScorePlace *place,
                               BvScoreEditColumn column,
                               const char *text,
                               GError **error);
gboolean bv_score_edit_replace (BvLibrary *library,
                                gint64 campaign,
                                const BvScorePlace *place,
                                BvScoreEditColumn column,
                                const BvAssessment *assessment,
                                GError **error);
gboolean bv_score_edit_allows (const BvAssessment *assessment, BvScoreEditColumn column, GError **error);
gboolean bv_score_edit_clear (BvLibrary *library,
                              gint64 campaign,
                              const GArray *places,
                              BvScoreEditColumn column,
                              GError **error);
gboolean bv_score_edit_accept (BvLibrary *library, gint64 campaign, const GArray *places, GError **error);
gboolean bv_score_edit_return (BvLibrary *library,
                               gint64 campaign,
                               const GArray *places,
                               const char *reason,
                               GError **error);
GPtrArray *bv_score_edit_list_reasons (BvLibrary *library, gint64 campaign, guint n, GError **error);

gint64 *bv_score_edit_find_points (BvAssessment *assessment, BvScoreEditColumn column);
void bv_score_edit_verify (BvAssessment *assessment, BvScoreEditColumn column);

G_END_DECLS
