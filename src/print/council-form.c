/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/council-form.h"

#include "core/council.h"
#include "core/text/wording.h"
#include "print/document-head.h"
#include "print/open-lines.h"

#include <glib/gi18n-lib.h>

static void
part_clear (gpointer data)
{
  g_array_unref (((BvCouncilPart *) data)->entries);
}

static gboolean
is_on_form (const BvProposal *proposal, const BvRankingEntry *entry, gboolean with_voted)
{
  return bv_council_votes_on (entry)
         || (with_voted && bv_proposal_get_nominee (proposal, entry->entrant)->votes != NULL);
}

/* Nobody is voted on twice: whoever is in two pools stands in the first. */
static void
add_part (BvCouncilForm *form, const BvRanking *pool, gboolean with_voted, GHashTable *listed)
{
  BvCouncilPart part = { pool, g_array_new (FALSE, FALSE, sizeof (guint)), 0 };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < pool->entries->len; i++)
      {
        const BvRankingEntry *entry = bv_ranking_entry (pool, i);
        gboolean inside = entry->place == BV_RANK_INSIDE;

        if (inside != (pass == 0) || !is_on_form (form->proposal, entry, with_voted)
            || !g_hash_table_add (listed, GUINT_TO_POINTER (entry->entrant)))
          continue;
        g_array_append_val (part.entries, i);
        part.n_inside += inside;
      }
  if (part.entries->len > 0)
    g_array_append_val (form->parts, part);
  else
    part_clear (&part);
}

/**
 * bv_council_form_check_votes:
 * @campaign: a campaign
 * @error: return location for %BV_PAPER_ERROR_SCOPE
 *
 * Returns: %FALSE with @error set where its council does not vote: there is nothing to tick or to count
 */
gboolean
bv_council_form_check_votes (const BvCampaign *campaign, GError **error)
{
  if (campaign->council_voting)
    return TRUE;
  g_set_error_literal (
    error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE,
    _ (
      "the council of this campaign does not vote: there are no ballots, and none to count (council.voting)"));
  return FALSE;
}

/**
 * bv_council_form_new:
 * @proposal: a proposal with its whole campaign; it must outlive the form
 * @scope: a group, for the pools that it competes in, or all
 * @with_voted: whether nominees that were voted on are on it wherever they stand now
 *
 * Returns: (transfer full): on whom the council votes
 */
BvCouncilForm *
bv_council_form_new (const BvProposal *proposal, const BvPaperScope *scope, gboolean with_voted)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  BvCouncilForm *form = g_new (BvCouncilForm, 1);

  form->proposal = proposal;
  form->parts = g_array_new (FALSE, FALSE, sizeof (BvCouncilPart));
  g_array_set_clear_func (form->parts, part_clear);
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);

      if (scope->group == NULL || bv_quota_has_group (pool->quota, scope->group))
        add_part (form, pool, with_voted, listed);
    }
  return form;
}

/**
 * bv_council_form_free:
 * @form: (transfer full): a form
 */
void
bv_council_form_free (BvCouncilForm *form)
{
  g_array_unref (form->parts);
  g_free (form);
}

/**
 * bv_council_form_add_head:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 * @number_line: (nullable): "Số: …/BB-HĐTĐKT" or the like
 * @place_and_date: (nullable): "An Giang, ngày … tháng … năm …"
 *
 * Adds the head of a document that the council issues, not the office.
 */
void
bv_council_form_add_head (BvSection *section,
                          const BvProposal *proposal,
                          const char *number_line,
                          const char *place_and_date)
{
  g_autofree char *organ = bv_council_organ (proposal->campaign);

  bv_document_head_add_of (section, bv_council_parent (proposal->campaign), organ, number_line,
                           place_and_date);
}

/**
 * bv_council_form_write_subject:
 * @form: a form
 *
 * Returns: (transfer full): what the council decides on: `đề nghị tặng Bằng khen …`, or `đề nghị khen thưởng`
 * where the forms of commendation differ
 */
char *
bv_council_form_write_subject (const BvCouncilForm *form)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *commending = NULL;

  for (guint i = 0; i < form->parts->len; i++)
    for (guint k = 0; k < bv_council_form_part (form, i)->entries->len; k++)
      g_ptr_array_add (entries, bv_council_form_part_entry (bv_council_form_part (form, i), k));
  commending = bv_proposal_write_commending (form->proposal, entries);
  return g_strconcat ("đề nghị ", commending, NULL);
}

/**
 * bv_council_form_write_limit:
 * @form: a form
 * @part: index of a part
 *
 * Returns: (transfer full): what stands over the part: `I. Tập thể (chọn không quá 05)`
 */
char *
bv_council_form_write_limit (const BvCouncilForm *form, guint part)
{
  const BvRanking *pool = bv_council_form_part (form, part)->pool;
  g_autofree char *number = bv_wording_roman (part + 1);
  g_autofree char *size = bv_wording_count (pool->size);

  return g_strdup_printf ("%s. %s (chọn không quá %s)", number, pool->quota->name, size);
}

/**
 * bv_council_form_find_attendance:
 * @form: a form
 *
 * Returns: who was there, as all votes say it: members, present and in writing; %BV_NONE of what they
 * disagree on, or nobody counted
 */
BvVote
bv_council_form_find_attendance (const BvCouncilForm *form)
{
  BvVote all = { .members = BV_NONE, .present = BV_NONE, .in_writing = BV_NONE };
  gboolean found = FALSE;

  for (guint i = 0; i < form->parts->len; i++)
    for (guint k = 0; k < bv_council_form_part (form, i)->entries->len; k++)
      {
        guint entrant = bv_council_form_part_entry (bv_council_form_part (form, i), k)->entrant;
        const BvVote *votes = bv_proposal_get_nominee (form->proposal, entrant)->votes;

        if (votes == NULL)
          continue;
        if (!found)
          all = *votes;
        found = TRUE;
        all.members = all.members == votes->members && votes->members > 0 ? all.members : BV_NONE;
        all.present = all.present == votes->present && votes->present > 0 ? all.present : BV_NONE;
        all.in_writing = all.in_writing == votes->in_writing ? all.in_writing : BV_NONE;
      }
  return all;
}

/**
 * bv_council_form_add_attendance:
 * @section: a section
 * @attendance: who was there
 *
 * Adds how many members there are, were present and absent, and sent their opinion in writing; what is not
 * known is dots.
 */
void
bv_council_form_add_attendance (BvSection *section, const BvVote *attendance)
{
  gboolean counted = attendance->members != BV_NONE && attendance->present != BV_NONE;
  g_autofree char *members = bv_open_count_write (attendance->members);
  g_autofree char *present = bv_open_count_write (attendance->present);
  g_autofree char *absent
    = bv_open_count_write (counted ? attendance->members - attendance->present : BV_NONE);
  g_autofree char *in_writing = bv_open_count_write (attendance->in_writing);
  g_autofree char *text = g_strdup_printf (
    "- Tổng số thành viên Hội đồng: %s; có mặt: %s; vắng mặt: %s; ý kiến bằng văn bản: %s.", members, present,
    absent, in_writing);

  bv_section_add_paragraph (section, BV_STYLE_PLAIN, text);
}
