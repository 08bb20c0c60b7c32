/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/**
 * BvProofHints:
 *
 * With whose answer a file came: in one folder, archive or mail with the form of one unit.
 */
typedef struct _BvProofHints BvProofHints;

BvProofHints *bv_proof_hints_new (const BvImportPlan *plan);
void bv_proof_hints_free (BvProofHints *hints);
const char *bv_proof_hints_find (const BvProofHints *hints, const BvIntakeOrigin *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProofHints, bv_proof_hints_free)

G_END_DECLS
