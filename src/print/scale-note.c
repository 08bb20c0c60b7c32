/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/scale-note.h"

#include "core/text/wording.h"

/**
 * bv_scale_note_add:
 * @section: a section, in which the points of the entrant stand above their total
 * @proposal: a proposal
 * @entrant: index into the contest's entrants
 *
 * Adds why the points do not add up to the total, where not everything was assigned (RULES.md, Total of a
 * nominee); else nothing.
 */
void
bv_scale_note_add (BvSection *section, const BvProposal *proposal, guint entrant)
{
  gint64 points = bv_scores_get (proposal->scores, entrant)->assigned;
  guint group = bv_contest_entrant (proposal->contest, entrant)->group;
  gint64 all = bv_contest_group (proposal->contest, group)->full;
  g_autofree char *assigned = bv_wording_points (points);
  g_autofree char *full = bv_wording_points (all);
  g_autofree char *text = NULL;

  if (points == 0 || points == all)
    return;
  text = g_strdup_printf ("Tổng điểm được quy đổi từ %s điểm tối đa của các tiêu chí được giao về %s điểm.",
                          assigned, full);
  bv_section_add_paragraph (section, BV_STYLE_NOTE, text);
}
