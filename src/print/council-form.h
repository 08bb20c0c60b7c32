/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* Who of one pool is on a form of the council. */
typedef struct
{
  const BvRanking *pool;
  GArray *entries; /* of guint, indices of the pool's entries: first those inside, then those in a tie */
  guint n_inside;
} BvCouncilPart;

/**
 * BvCouncilForm:
 *
 * What ballot, counting and minutes of the Emulation and Commendation Council have in common: on whom it
 * votes, pool by pool.
 */
typedef struct
{
  const BvProposal *proposal;
  GArray *parts; /* of BvCouncilPart, none is empty */
} BvCouncilForm;

BvCouncilForm *
bv_council_form_new (const BvProposal *proposal, const BvPaperScope *scope, gboolean with_voted);
void bv_council_form_free (BvCouncilForm *form);

void bv_council_form_add_head (BvSection *section,
                               const BvProposal *proposal,
                               const char *number_line,
                               const char *place_and_date);
char *bv_council_form_write_subject (const BvCouncilForm *form);
char *bv_council_form_write_limit (const BvCouncilForm *form, guint part);
BvVote bv_council_form_find_attendance (const BvCouncilForm *form);
void bv_council_form_add_attendance (BvSection *section, const BvVote *attendance);
gboolean bv_council_form_check_votes (const BvCampaign *campaign, GError **error);

#define bv_council_form_part(form, i) (&g_array_index ((form)->parts, BvCouncilPart, (i)))
#define bv_council_form_part_entry(part, i) \
  bv_ranking_entry ((part)->pool, g_array_index ((part)->entries, guint, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCouncilForm, bv_council_form_free)

G_END_DECLS
