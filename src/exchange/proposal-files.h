/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export.h"
#include "exchange/mail.h"
#include "print/paper.h"

G_BEGIN_DECLS

#define BV_PAPER_SET(paper) (1u << (paper))

/* What of a proposal leaves the office. */
typedef struct
{
  gint64 date;
  gboolean draft;     /* unsealed and marked DỰ THẢO */
  guint papers;       /* beside the workbook, as PDF: a set of BvPaperId */
  const char *reason; /* why a provisional pool is sealed now; NULL: none */
} BvProposalWish;

/**
 * BvProposalFiles:
 *
 * The workbook and the papers of a proposal, in a folder made for them; the workbook has its name there only
 * when they are published.
 */
typedef struct
{
  BvExport *export;
  char *folder;
  GPtrArray *papers; /* paths */
  gboolean published;
} BvProposalFiles;

BvProposalFiles *bv_proposal_files_new (BvLibrary *library,
                                        gint64 campaign,
                                        const BvProposalWish *wish,
                                        const char *parent,
                                        BvProgressFunc progress,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error);
void bv_proposal_files_attach (const BvProposalFiles *files, BvMail *mail);
gboolean bv_proposal_files_publish (BvProposalFiles *files, BvLibrary *library, GError **error);
void bv_proposal_files_free (BvProposalFiles *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProposalFiles, bv_proposal_files_free)

G_END_DECLS
