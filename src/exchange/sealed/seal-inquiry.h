/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/seal-check.h"
#include "store/library.h"
#include "store/sealings.h"

G_BEGIN_DECLS

/**
 * BvSealInquiry:
 *
 * What somebody should know before a proposal is sealed.
 */
typedef struct
{
  char *proposed;      /* "05 tập thể và 10 cá nhân" */
  GPtrArray *findings; /* of BvFinding, in the order of the list */
  BvSealing *same;     /* the last sealing of the same data that can be written again; NULL: none */
  char *state;         /* bv_seal_inquiry_tell_state() of all that: what is confirmed */
} BvSealInquiry;

BvSealInquiry *bv_seal_inquiry_new (BvLibrary *library, gint64 campaign, gint64 date, GError **error);
GPtrArray *
bv_seal_inquiry_find (BvLibrary *library, gint64 campaign, const BvProposal *proposal, GError **error);
char *bv_seal_inquiry_tell_state (const char *seal, const GPtrArray *findings);
void bv_seal_inquiry_free (BvSealInquiry *inquiry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSealInquiry, bv_seal_inquiry_free)

G_END_DECLS
