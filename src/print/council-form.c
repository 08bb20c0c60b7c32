/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/council-form.h"

#include "core/letterhead.h"
#include "core/text/wording.h"
#include "print/document-head.h"
#include "print/open-lines.h"

#include <glib/gi18n-lib.h>

#define GAP_HEIGHT 10.0

static void
part_clear (gpointer data)
{
  g_array_unref (((BvCouncilPart *) data)->entries);
}

/* Who goes on a form, over all of its pools. */
typedef struct
{
  gboolean with_voted;
  GHashTable *put;    /* entrants that a pool puts before the council */
  GHashTable *listed; /* entrants that stand on it */
} Choice;

static gboolean
takes_pool (const BvPaperScope *scope, const BvRanking *pool)
{
  return scope->group == NULL || bv_quota_has_group (pool->quota, scope->group);
}

static void
note_put (GHashTable *put, const BvRanking *pool)
{
  for (guint i = 0; i < pool->entries->len; i++)
    if (bv_council_votes_on (bv_ranking_entry (pool, i)))
      g_hash_table_add (put, GUINT_TO_POINTER (bv_ranking_entry (pool, i)->entrant));
}

/* Whom no pool puts before the council, though there are votes, stands in the first of its pools. */
static gboolean
is_on_form (const BvProposal *proposal, const BvRankingEntry *entry, const Choice *choice)
{
  return bv_council_votes_on (entry)
         || (choice->with_voted && bv_proposal_get_nominee (proposal, entry->entrant)->votes != NULL
             && !g_hash_table_contains (choice->put, GUINT_TO_POINTER (entry->entrant)));
}

/* Nobody is voted on twice: whoever is in two pools stands in the first. */
static void
add_part (BvCouncilForm *form, const BvRanking *pool, const Choice *choice)
{
  BvCouncilPart part = { pool, g_array_new (FALSE, FALSE, sizeof (guint)), 0 };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < pool->entries->len; i++)
      {
        const BvRankingEntry *entry = bv_ranking_entry (pool, i);
        gboolean inside = entry->place == BV_RANK_INSIDE;

        if (inside != (pass == 0) || !is_on_form (form->proposal, entry, choice)
            || !g_hash_table_add (choice->listed, GUINT_TO_POINTER (entry->entrant)))
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
 * bv_council_form_answer:
 * @proposal: a proposal with its whole campaign
 * @pool: the pool that a nominee is voted on in
 * @entrant: the nominee's index into the contest's entrants
 *
 * Returns: whether its votes are as many as are needed; not known where the council does not vote
 */
BvCouncilAnswer
bv_council_form_answer (const BvProposal *proposal, const BvRanking *pool, guint entrant)
{
  const BvCampaign *campaign = proposal->campaign;

  if (!campaign->council_voting)
    return BV_COUNCIL_UNKNOWN;
  return bv_council_agrees (campaign, pool->quota, bv_proposal_get_nominee (proposal, entrant)->votes);
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

/* Without a vote there is nothing to tick or to count. */
static gboolean
check_votes (const BvCampaign *campaign, GError **error)
{
  if (campaign->council_voting)
    return TRUE;
  g_set_error_literal (
    error, BV_PAPER_ERROR, BV_PAPER_ERROR_SCOPE,
    _ (
      "the council of this campaign does not vote: there are no ballots, and none to count (council.voting)"));
  return FALSE;
}

static void
form_init (BvCouncilForm *form, const BvProposal *proposal, const BvPaperScope *scope, gboolean with_voted)
{
  g_autoptr (GHashTable) put = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  const Choice choice = { with_voted, put, listed };

  *form = (BvCouncilForm){ proposal, scope, g_array_new (FALSE, FALSE, sizeof (BvCouncilPart)) };
  g_array_set_clear_func (form->parts, part_clear);
  for (guint i = 0; i < proposal->pools->len; i++)
    if (takes_pool (scope, g_ptr_array_index (proposal->pools, i)))
      note_put (put, g_ptr_array_index (proposal->pools, i));
  for (guint i = 0; i < proposal->pools->len; i++)
    if (takes_pool (scope, g_ptr_array_index (proposal->pools, i)))
      add_part (form, g_ptr_array_index (proposal->pools, i), &choice);
}

/* Of the council, not of the office. */
static void
add_head (BvSection *section, const BvCouncilPaper *paper, const BvCampaign *campaign)
{
  g_autofree char *organ = bv_council_organ (campaign);
  g_autofree char *date = paper->number_line == NULL ? bv_letterhead_place_and_open_date (campaign) : NULL;

  bv_document_head_add_of (section, bv_council_parent (campaign), organ, paper->number_line, date);
}

static void
add_title (BvSection *section, const BvCouncilPaper *paper, const BvCouncilForm *form)
{
  g_autofree char *decision = bv_council_form_write_subject (form);
  g_autofree char *subject = g_strconcat (paper->occasion, " ", decision, NULL);
  g_autofree char *campaign = g_strdup_printf ("(%s)", form->proposal->campaign->title);

  bv_section_add_paragraph (section, BV_STYLE_TITLE, paper->title);
  bv_section_add_ruled (section, BV_STYLE_SUBJECT, subject, BV_RULE_ORGAN);
  bv_section_add_paragraph (section, BV_STYLE_ATTACHED, campaign);
  bv_section_add_gap (section, GAP_HEIGHT);
}

/**
 * bv_council_form_compose:
 * @paper: how the paper is made
 * @proposal: a proposal with its whole campaign
 * @scope: a group, for the pools that it competes in, or all
 * @error: return location for a %BV_PAPER_ERROR
 *
 * Composes a paper of the council: its head and title, and what @paper fills in.
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set where @scope names what is not in
 * the campaign, or the paper is of votes that the council does not hold
 */
BvDocument *
bv_council_form_compose (const BvCouncilPaper *paper,
                         const BvProposal *proposal,
                         const BvPaperScope *scope,
                         GError **error)
{
  BvCouncilForm form;
  BvDocument *document;
  BvSection *section;

  if (!bv_paper_scope_check (proposal, scope, error)
      || (paper->of_votes && !check_votes (proposal->campaign, error)))
    return NULL;
  form_init (&form, proposal, scope, paper->with_voted);
  document = bv_document_new (paper->name, bv_letterhead_organ (proposal->campaign));
  section = bv_document_begin_section (document, BV_TURN_PORTRAIT);
  add_head (section, paper, proposal->campaign);
  add_title (section, paper, &form);
  paper->fill (section, &form);
  g_array_unref (form.parts);
  return document;
}
