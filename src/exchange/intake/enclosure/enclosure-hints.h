/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/**
 * BvEnclosureHints:
 *
 * With whose answer a file came: in one folder, archive or mail with the form of one unit.
 */
typedef struct _BvEnclosureHints BvEnclosureHints;

BvEnclosureHints *bv_enclosure_hints_new (const BvImportPlan *plan);
void bv_enclosure_hints_free (BvEnclosureHints *hints);
const char *bv_enclosure_hints_find (const BvEnclosureHints *hints, const BvIntakeOrigin *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEnclosureHints, bv_enclosure_hints_free)

G_END_DECLS
