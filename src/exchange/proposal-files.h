/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export.h"
#include "exchange/mail/mail.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* What of a proposal leaves the office. */
typedef struct
{
  BvProposalRequest what;
  guint papers;       /* beside the workbook, as PDF: a set of BvPaperId */
  const char *parent; /* the folder in which a new one is made for the files; not in the library's folder */
} BvProposalFilesRequest;

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
                                        const BvProposalFilesRequest *request,
                                        const BvProgress *progress,
                                        GError **error);
void bv_proposal_files_attach (const BvProposalFiles *files, BvMail *mail);
gboolean bv_proposal_files_publish (BvProposalFiles *files, BvLibrary *library, GError **error);
void bv_proposal_files_free (BvProposalFiles *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProposalFiles, bv_proposal_files_free)

G_END_DECLS
