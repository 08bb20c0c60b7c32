/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "exchange/export.h"

G_BEGIN_DECLS

/* How a proposal leaves the library. */
typedef struct
{
  gint64 date;           /* of the ranking */
  gboolean draft;        /* unsealed and marked DỰ THẢO */
  const char *reason;    /* why it is sealed now; NULL: none is needed */
  guint sealing;         /* the number of the sealing that is written again; 0: as the library stands */
  const char *confirmed; /* the state that the user saw and confirmed; NULL: whatever it is */
} BvSealChoice;

BvSealChoice *bv_seal_choice_new_draft (BvSession *session);
BvSealChoice *bv_seal_choice_new (BvSession *session, const char *confirmed, const char *reason);
BvSealChoice *bv_seal_choice_new_again (guint sealing);
BvSealChoice *bv_seal_choice_copy (const BvSealChoice *choice);
void bv_seal_choice_free (BvSealChoice *choice);
BvProposalRequest bv_seal_choice_request (const BvSealChoice *choice, gint64 campaign);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSealChoice, bv_seal_choice_free)

G_END_DECLS
