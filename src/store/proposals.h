/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "store/library.h"

G_BEGIN_DECLS

/* A proposal that was sealed. */
typedef struct
{
  gint64 date; /* of the ranking */
  const char *seal;
  const char *reason; /* why a provisional pool was sealed; NULL: none was needed */
  const char *file;   /* the name of the file it went into */
} BvSealing;

BvProposal *bv_proposals_read_draft (BvLibrary *library, gint64 campaign, gint64 date, GError **error);
BvProposal *bv_proposals_read (BvLibrary *library, gint64 campaign, gint64 date, GError **error);
gboolean bv_proposals_record (BvLibrary *library, gint64 campaign, const BvSealing *sealing, GError **error);
guint bv_proposals_number_to_undo (BvLibrary *library);
gboolean bv_proposals_find_sealing (BvLibrary *library,
                                    gint64 campaign,
                                    gint64 date,
                                    const char *seal,
                                    char **reason,
                                    GError **error);

G_END_DECLS
