/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/council-votes.h"

#include "core/share.h"
#include "core/text/wording.h"
#include "print/measures.h"
#include "print/width-shares.h"

#define N_COLUMNS 8
#define N_COLUMNS_WITHOUT_VOTES 3

/* The least of each, in mm; the last is left out where only votes are counted. */
static const BvColumn columns[N_COLUMNS] = {
  { (char *) "TT", 10, BV_ALIGN_CENTER },
  { (char *) "Tên tập thể/Họ và tên", 45, BV_ALIGN_LEFT },
  { (char *) "Số phiếu đồng ý", 15, BV_ALIGN_CENTER },
  { (char *) "Không đồng ý", 15, BV_ALIGN_CENTER },
  { (char *) "Trong đó bằng văn bản", 15, BV_ALIGN_CENTER },
  { (char *) "Tỷ lệ %", 15, BV_ALIGN_CENTER },
  { (char *) "Kết quả", 15, BV_ALIGN_CENTER },
  { (char *) "Đề nghị", 17, BV_ALIGN_CENTER },
};

/* Of a campaign without a vote. */
static const BvColumn columns_without_votes[N_COLUMNS_WITHOUT_VOTES] = {
  { (char *) "TT", 10, BV_ALIGN_CENTER },
  { (char *) "Tên tập thể/Họ và tên", 100, BV_ALIGN_LEFT },
  { (char *) "Đề nghị", 45, BV_ALIGN_CENTER },
};

typedef struct
{
  BvBlock *block;
  const BvCouncilForm *form;
  gboolean with_place;
} Table;

/* Without a threshold of the campaign what the votes come to is for the council to say. */
static void
fill_votes (char **cells, const BvCampaign *campaign, const BvQuota *quota, const BvVote *votes)
{
  static const char *const answers[] = {
    [BV_COUNCIL_UNKNOWN] = "",
    [BV_COUNCIL_NO] = "Không đạt",
    [BV_COUNCIL_YES] = "Đạt",
  };

  cells[2] = bv_wording_number (votes->in_favour);
  cells[3] = bv_wording_number (votes->against);
  cells[4] = bv_wording_number (votes->in_writing);
  cells[5] = bv_wording_percent (bv_council_percent (campaign, votes));
  cells[6] = g_strdup (answers[bv_council_agrees (campaign, quota, votes)]);
}

/* Whether the minutes propose it: who is inside the quota, unless the votes are too few. */
static const char *
write_proposed (const BvRankingEntry *entry, BvCouncilAnswer answer)
{
  if (entry->place == BV_RANK_UNRESOLVED)
    return "Chưa rõ";
  if (entry->place != BV_RANK_INSIDE)
    return "Không";
  return answer == BV_COUNCIL_NO ? "Chưa đủ phiếu" : "Đề nghị";
}

static char **
write_row (const Table *self, const BvRanking *pool, const BvRankingEntry *entry, guint number)
{
  const BvProposal *proposal = self->form->proposal;
  const BvVote *votes = bv_proposal_get_nominee (proposal, entry->entrant)->votes;
  guint n = self->block->columns->len;
  char **cells = g_new0 (char *, n + 1);

  cells[0] = g_strdup_printf ("%u", number);
  cells[1] = bv_proposal_write_name (proposal, entry->entrant);
  if (self->with_place)
    cells[n - 1] = g_strdup (write_proposed (entry, bv_council_form_answer (proposal, pool, entry->entrant)));
  if (votes != NULL && proposal->campaign->council_voting)
    fill_votes (cells, proposal->campaign, pool->quota, votes);
  for (guint i = 2; i < n; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
  return cells;
}

static void
add_part (const Table *self, guint index)
{
  const BvCouncilPart *part = bv_council_form_part (self->form, index);
  g_autofree char *heading = bv_council_form_write_limit (self->form, index);

  bv_block_add_across (self->block, BV_BLOCK_ROW_PART, heading);
  for (guint i = 0; i < part->entries->len; i++)
    bv_block_add_row (self->block, BV_BLOCK_ROW_PLAIN,
                      write_row (self, part->pool, bv_council_form_part_entry (part, i), i + 1));
}

static char *
write_rule (const BvCampaign *campaign)
{
  const char *of = campaign->council_of == BV_COUNCIL_OF_PRESENT
                     ? "số thành viên có mặt và cho ý kiến bằng văn bản"
                     : "tổng số thành viên Hội đồng";
  g_autofree char *share = NULL;

  if (campaign->council_threshold == BV_NONE)
    return g_strdup_printf ("Tỷ lệ %% tính trên %s.", of);
  share = bv_share_write (campaign->council_threshold);
  return g_strdup_printf ("Tỷ lệ %% tính trên %s; đạt khi có %s đồng ý.", of, share);
}

/* A quota whose votes need another share than the council's. */
static void
add_own_rules (BvSection *section, const BvCouncilForm *form)
{
  for (guint i = 0; i < form->parts->len; i++)
    {
      const BvQuota *quota = bv_council_form_part (form, i)->pool->quota;
      g_autofree char *share = quota->threshold != BV_NONE ? bv_share_write (quota->threshold) : NULL;
      g_autofree char *text = g_strdup_printf ("%s: đạt khi có %s đồng ý.", quota->name, share);

      if (share != NULL)
        bv_section_add_paragraph (section, BV_STYLE_PLAIN, text);
    }
}

/**
 * bv_council_votes_add_rules:
 * @section: a section
 * @form: a form of a council that votes
 *
 * Adds what the percentages are of, and which share of the votes is enough, for all quotas and for those that
 * need another one.
 */
void
bv_council_votes_add_rules (BvSection *section, const BvCouncilForm *form)
{
  g_autofree char *rule = write_rule (form->proposal->campaign);

  bv_section_add_paragraph (section, BV_STYLE_PLAIN, rule);
  add_own_rules (section, form);
}

/**
 * bv_council_votes_add_table:
 * @section: a section
 * @form: a form
 * @with_place: whether the last column says who is proposed; a form without votes has no other
 *
 * Adds the votes for and against everybody on the form, or that there is nobody.
 */
void
bv_council_votes_add_table (BvSection *section, const BvCouncilForm *form, gboolean with_place)
{
  gboolean voting = form->proposal->campaign->council_voting;
  Table self = { NULL, form, with_place || !voting };

  if (form->parts->len == 0)
    {
      bv_section_add_paragraph (section, BV_STYLE_BODY, "Chưa có tập thể, cá nhân nào được đưa ra xét.");
      return;
    }
  if (voting)
    self.block = bv_section_add_table (section, columns, with_place ? N_COLUMNS : N_COLUMNS - 1);
  else
    self.block = bv_section_add_table (section, columns_without_votes, N_COLUMNS_WITHOUT_VOTES);
  for (guint i = 0; i < form->parts->len; i++)
    add_part (&self, i);
  bv_width_shares_fit (self.block, BV_WIDTH_PORTRAIT);
  bv_section_add_gap (section, 6);
}
