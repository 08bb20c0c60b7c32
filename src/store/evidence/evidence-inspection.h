/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvEvidenceInspection:
 *
 * Looks at a file while it is read, from its first byte to its last, whether it may be evidence.
 */
typedef struct _BvEvidenceInspection BvEvidenceInspection;

BvEvidenceInspection *bv_evidence_inspection_new (const char *name, GError **error);
void bv_evidence_inspection_take (BvEvidenceInspection *inspection, const guint8 *bytes, gsize length);
gboolean bv_evidence_inspection_finish (BvEvidenceInspection *inspection, GError **error);
void bv_evidence_inspection_free (BvEvidenceInspection *inspection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEvidenceInspection, bv_evidence_inspection_free)

G_END_DECLS
