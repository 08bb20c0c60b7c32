/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/council-form.h"

G_BEGIN_DECLS

/* The votes of the council on paper: its minutes and the counting of the ballots show the same. */

void bv_council_votes_add_rules (BvSection *section, const BvCouncilForm *form);
void bv_council_votes_add_table (BvSection *section, const BvCouncilForm *form, gboolean with_place);

G_END_DECLS
