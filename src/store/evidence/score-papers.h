/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evidence.h"
#include "store/library.h"

G_BEGIN_DECLS

/* A document that proves a score. */
typedef struct
{
  BvEvidence *evidence;
  guint n_uses;     /* scores that it proves, and reports that it is, this one among them */
  guint n_nominees; /* of whom it proves a score */
} BvScorePaper;

/**
 * BvScorePapers:
 *
 * What people wrote of one score, and the documents that prove it, in their order.
 */
typedef struct
{
  char *explanation;
  char *note;
  GPtrArray *papers; /* of BvScorePaper */
} BvScorePapers;

BvScorePapers *bv_score_papers_read (BvLibrary *library, gint64 nominee, gint64 criterion, GError **error);
void bv_score_papers_free (BvScorePapers *papers);
GPtrArray *bv_score_papers_list_nominees (BvLibrary *library, gint64 evidence, GError **error);
GPtrArray *bv_score_papers_list_stored (BvLibrary *library, gint64 campaign, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScorePapers, bv_score_papers_free)

G_END_DECLS
