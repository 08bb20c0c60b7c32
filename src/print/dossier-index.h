/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "print/document.h"

G_BEGIN_DECLS

/* One line of the index of a dossier. */
typedef struct
{
  const char *part;   /* what it stands under: a new heading begins where that changes */
  const char *title;  /* what the document is */
  const char *path;   /* in the dossier; NULL: it has no file */
  gint64 bytes;       /* BV_NONE: no file */
  const char *sha256; /* NULL: no file */
} BvIndexLine;

BvDocument *bv_dossier_index_new (const BvProposal *proposal, GArray *lines);

G_END_DECLS
