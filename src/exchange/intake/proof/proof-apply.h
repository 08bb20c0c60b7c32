/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/proof/planned-proof.h"
#include "store/library.h"

G_BEGIN_DECLS

/* The files of a plan that become evidence, on their way into the vault and the campaign. */
typedef struct _BvProofApply BvProofApply;

BvProofApply *bv_proof_apply_take (BvLibrary *library, const BvImportPlan *plan, GError **error);
void bv_proof_apply_take_back (BvProofApply *self);
gboolean bv_proof_apply_attach (BvProofApply *self, gint64 campaign, GError **error);
void bv_proof_apply_free (BvProofApply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProofApply, bv_proof_apply_free)

G_END_DECLS
