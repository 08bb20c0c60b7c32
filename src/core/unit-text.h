/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text/pasted.h"
#include "core/unit.h"

G_BEGIN_DECLS

/**
 * BvUnitText:
 *
 * A block that was pasted from Excel or Word, read as new units.
 */
typedef struct
{
  GPtrArray *units;  /* of BvUnit; what they stand under is a code */
  GPtrArray *faults; /* of BvPastedNote: while there is one, nothing should be taken */
} BvUnitText;

BvUnitText *bv_unit_text_parse (const char *text, const GPtrArray *known);
void bv_unit_text_free (BvUnitText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnitText, bv_unit_text_free)

G_END_DECLS
