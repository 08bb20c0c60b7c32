/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/proof/planned-proof.h"

G_BEGIN_DECLS

/**
 * BvProofPlan:
 *
 * Finds out what files prove, after all forms of a plan were read.
 */
typedef struct _BvProofPlan BvProofPlan;

BvProofPlan *bv_proof_plan_new (BvImportPlan *plan);
void bv_proof_plan_free (BvProofPlan *self);
BvPlannedProof *bv_proof_plan_find (BvProofPlan *self,
                                    const char *path,
                                    const BvIntakeOrigin *origin,
                                    GCancellable *cancellable,
                                    GError **error);
void bv_proof_plan_settle (BvImportPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProofPlan, bv_proof_plan_free)

G_END_DECLS
