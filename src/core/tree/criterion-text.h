/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "core/text/pasted.h"

G_BEGIN_DECLS

/**
 * BvCriterionText:
 *
 * A block that was pasted from Excel, Word or a mail, read as criteria.
 */
typedef struct
{
  GPtrArray *criteria; /* of BvCriterion with all below them; a code that is not written is empty */
  GPtrArray *faults;   /* of BvPastedNote: while there is one, nothing should be taken */
  GPtrArray *remarks;  /* of BvPastedNote: what does not hinder */
} BvCriterionText;

BvCriterionText *bv_criterion_text_parse (const char *text);
void bv_criterion_text_free (BvCriterionText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCriterionText, bv_criterion_text_free)

G_END_DECLS
