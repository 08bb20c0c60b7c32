/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/paper.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* What the library has, on paper: the proposal is read, one paper of it is composed, and what belongs to the
 * proposal says DỰ THẢO on every page until the data are sealed. */

/* The paper that is wanted. */
typedef struct
{
  gint64 campaign; /* a campaign's row */
  gint64 date;     /* the ranking's */
  BvPaperId paper;
  BvPaperScope scope;
  guint
    sealing; /* the number of the sealing whose paper it is, whatever the date; 0: as the library stands */
} BvPrintoutRequest;

BvDocument *bv_printout_compose_proposal (BvPaperId paper,
                                          const BvProposal *proposal,
                                          const BvPaperScope *scope,
                                          GError **error);
BvDocument *bv_printout_compose (BvLibrary *library, const BvPrintoutRequest *request, GError **error);
gboolean bv_printout_is_editable (const char *path);
gboolean bv_printout_write (BvLibrary *library,
                            const BvPrintoutRequest *request,
                            const char *path,
                            guint *n_pages,
                            const BvProgress *progress,
                            GError **error);

G_END_DECLS
