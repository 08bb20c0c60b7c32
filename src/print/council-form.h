/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/council.h"
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
  const BvPaperScope *scope;
  GArray *parts; /* of BvCouncilPart, none is empty */
} BvCouncilForm;

/* What the council meets for, before the subject. */
#define BV_COUNCIL_MEETING "Họp Hội đồng Thi đua - Khen thưởng xét,"

/* How one of them is made. */
typedef struct
{
  const char *name; /* of the document */
  const char
    *number_line; /* "Số: …/BB-HĐTĐKT" or the like, and no place and date: the text says when; NULL: none */
  const char *title;
  const char *occasion; /* before what the council decides on */
  gboolean of_votes;    /* there is none where the council does not vote */
  gboolean with_voted;  /* nominees that were voted on are on it wherever they stand now */
  void (*fill) (BvSection *section, const BvCouncilForm *form);
} BvCouncilPaper;

BvDocument *bv_council_form_compose (const BvCouncilPaper *paper,
                                     const BvProposal *proposal,
                                     const BvPaperScope *scope,
                                     GError **error);

char *bv_council_form_write_subject (const BvCouncilForm *form);
char *bv_council_form_write_limit (const BvCouncilForm *form, guint part);
BvCouncilAnswer bv_council_form_answer (const BvProposal *proposal, const BvRanking *pool, guint entrant);
BvVote bv_council_form_find_attendance (const BvCouncilForm *form);
void bv_council_form_add_attendance (BvSection *section, const BvVote *attendance);

#define bv_council_form_part(form, i) (&g_array_index ((form)->parts, BvCouncilPart, (i)))
#define bv_council_form_part_entry(part, i) \
  bv_ranking_entry ((part)->pool, g_array_index ((part)->entries, guint, (i)))

G_END_DECLS
