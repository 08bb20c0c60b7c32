/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"

G_BEGIN_DECLS

/* A line of a pasted block, and what is said of it. */
typedef struct
{
  guint line; /* from 1; 0: all of it */
  char *text; /* translated */
} BvCriterionTextNote;

/**
 * BvCriterionText:
 *
 * A block that was pasted from Excel, Word or a mail, read as criteria.
 */
typedef struct
{
  GPtrArray *criteria; /* of BvCriterion with all below them; a code that is not written is empty */
  GPtrArray *faults;   /* of BvCriterionTextNote: while there is one, nothing should be taken */
  GPtrArray *remarks;  /* of BvCriterionTextNote: what does not hinder */
} BvCriterionText;

BvCriterionText *bv_criterion_text_parse (const char *text);
void bv_criterion_text_free (BvCriterionText *self);
char *bv_criterion_text_write_note (const BvCriterionTextNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCriterionText, bv_criterion_text_free)

G_END_DECLS
