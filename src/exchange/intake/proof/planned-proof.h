/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/match/proof-match.h"
#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/* What is to become of a file that has no tables of a form. */
typedef enum
{
  BV_PROOF_NEW,     /* it becomes evidence */
  BV_PROOF_SAME,    /* it is evidence already */
  BV_PROOF_ASKED,   /* what it proves is not certain */
  BV_PROOF_UNKNOWN, /* nothing says what it proves */
  BV_PROOF_REFUSED, /* it may not be evidence */
  BV_N_PROOF_STATES,
} BvProofState;

/* An assessment that a file proves, or may. */
typedef struct
{
  char *nominee;                     /* a key */
  char *criterion;                   /* a code; NULL: which is not known */
  const BvPlannedDocument *document; /* as which a form names it; NULL: none does */
  gboolean is_here;                  /* it does so already */
} BvPlannedLink;

/* A file that may be evidence. */
typedef struct
{
  char *path;
  BvIntakeOrigin *origin;
  char *name; /* the file's own */
  char *sha256;
  gint64 bytes;
  BvProofState state;
  BvProofReason reason;
  GPtrArray *links; /* of BvPlannedLink: all of them where it is new or the same, else candidates */
  GError *refusal;  /* NULL: it is not refused */
} BvPlannedProof;

BvPlannedProof *bv_planned_proof_new (const char *path, const BvIntakeOrigin *origin);
void bv_planned_proof_free (gpointer data);
void bv_planned_proof_clear_links (BvPlannedProof *proof);
BvPlannedLink *bv_planned_proof_add_link (BvPlannedProof *proof,
                                          const char *nominee,
                                          const char *criterion,
                                          const BvPlannedDocument *document);
char *bv_planned_proof_write_place (const BvPlannedProof *proof);
const char *bv_planned_proof_get_reason (const BvPlannedProof *proof);
const BvPlannedProof *bv_planned_proof_find (const BvImportPlan *plan, const BvPlannedDocument *document);
guint bv_planned_proof_count (const BvImportPlan *plan, BvProofState state);
const char *bv_proof_state_get_name (BvProofState state);

G_END_DECLS
