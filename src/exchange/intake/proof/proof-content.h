/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/proof/planned-proof.h"

G_BEGIN_DECLS

/* What a file is that may be evidence. */

gboolean bv_proof_content_has_no_tables (const char *path);
gboolean bv_proof_content_read (BvPlannedProof *proof, GCancellable *cancellable, GError **error);

G_END_DECLS
