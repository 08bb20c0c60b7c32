/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/appraisal-result.h"

#include "core/eligibility.h"
#include "core/proposed-list.h"
#include "core/text/wording.h"
#include "print/measures.h"
#include "print/width-shares.h"

#define N_COUNT_COLUMNS 8
#define N_REASON_COLUMNS 4

/* What the appraisal found of a nominee; the first that holds. */
typedef enum
{
  STANDING_WITHDRAWN,
  STANDING_HELD,
  STANDING_NOT_ELIGIBLE,
  STANDING_ELIGIBLE,
  N_STANDINGS,
} Standing;

typedef struct
{
  guint all;
  guint counts[N_STANDINGS];
  guint inside;
} Counts;

/* The least of each, in mm. */
static const BvColumn count_columns[N_COUNT_COLUMNS] = {
  { (char *) "TT", 9, BV_ALIGN_CENTER },
  { (char *) "Khối", 35, BV_ALIGN_LEFT },
  { (char *) "Đề nghị xét", 14, BV_ALIGN_CENTER },
  { (char *) "Đã rút", 14, BV_ALIGN_CENTER },
  { (char *) "Tạm hoãn xét", 14, BV_ALIGN_CENTER },
  { (char *) "Không đủ điều kiện", 14, BV_ALIGN_CENTER },
  { (char *) "Đủ điều kiện", 14, BV_ALIGN_CENTER },
  { (char *) "Trong chỉ tiêu", 14, BV_ALIGN_CENTER },
};

static const BvColumn reason_columns[N_REASON_COLUMNS] = {
  { (char *) "TT", 9, BV_ALIGN_CENTER },
  { (char *) "Tên tập thể/Họ và tên", 40, BV_ALIGN_LEFT },
  { (char *) "Khối", 25, BV_ALIGN_LEFT },
  { (char *) "Lý do không đủ điều kiện", 50, BV_ALIGN_LEFT },
};

static Standing
find_standing (const BvProposal *proposal, guint index)
{
  const BvEntrant *entrant = bv_contest_entrant (proposal->contest, index);

  if (entrant->withdrawn)
    return STANDING_WITHDRAWN;
  if (entrant->holds != NULL)
    return STANDING_HELD;
  return bv_scores_get (proposal->scores, index)->eligible ? STANDING_ELIGIBLE : STANDING_NOT_ELIGIBLE;
}

/* A group's, and behind the last that of all. */
static Counts *
count (const BvProposal *proposal)
{
  g_autoptr (GPtrArray) proposed = bv_proposed_list_everybody (proposal);
  const BvContest *contest = proposal->contest;
  guint n_groups = contest->groups->len;
  Counts *counts = g_new0 (Counts, n_groups + 1);

  for (guint i = 0; i < contest->entrants->len; i++)
    {
      guint group = bv_contest_entrant (contest, i)->group;
      Standing standing = find_standing (proposal, i);

      counts[group].all++;
      counts[group].counts[standing]++;
      counts[n_groups].all++;
      counts[n_groups].counts[standing]++;
    }
  for (guint i = 0; i < proposed->len; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (proposed, i);

      counts[bv_contest_entrant (contest, entry->entrant)->group].inside++;
      counts[n_groups].inside++;
    }
  return counts;
}

static char **
write_counts (char *number, const char *name, const Counts *counts)
{
  char **cells = g_new0 (char *, N_COUNT_COLUMNS + 1);

  cells[0] = number;
  cells[1] = g_strdup (name);
  cells[2] = bv_wording_number (counts->all);
  for (Standing standing = 0; standing < N_STANDINGS; standing++)
    cells[3 + standing] = bv_wording_number (counts->counts[standing]);
  cells[3 + N_STANDINGS] = bv_wording_number (counts->inside);
  return cells;
}

static void
add_counts (BvSection *section, const BvProposal *proposal, const Counts *counts)
{
  BvBlock *table = bv_section_add_table (section, count_columns, N_COUNT_COLUMNS);
  guint n_groups = proposal->contest->groups->len;

  table->is_dense = TRUE;
  for (guint i = 0; i < n_groups; i++)
    bv_block_add_row (table, BV_BLOCK_ROW_PLAIN,
                      write_counts (g_strdup_printf ("%u", i + 1),
                                    bv_contest_group (proposal->contest, i)->group->name, &counts[i]));
  bv_block_add_row (table, BV_BLOCK_ROW_TOTAL, write_counts (g_strdup (""), "Cộng", &counts[n_groups]));
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
  bv_section_add_gap (section, 6);
}

static char **
write_reasons (const BvProposal *proposal, guint index, guint number)
{
  const BvEntrant *entrant = bv_contest_entrant (proposal->contest, index);
  g_auto (GStrv) reasons = bv_eligibility_list_reasons (proposal->scores, index);
  char **cells = g_new0 (char *, N_REASON_COLUMNS + 1);

  cells[0] = g_strdup_printf ("%u", number);
  cells[1] = bv_proposal_write_name (proposal, index);
  cells[2] = g_strdup (bv_contest_group (proposal->contest, entrant->group)->group->name);
  cells[3] = g_strjoinv ("\n", reasons);
  return cells;
}

/* Of those who are neither withdrawn nor held the reasons are criteria alone. */
static void
add_not_eligible (BvSection *section, const BvProposal *proposal)
{
  BvBlock *table;
  guint number = 0;

  bv_section_add_paragraph (section, BV_STYLE_BODY, "Các trường hợp không đủ điều kiện xét:")->keep_with_next
    = TRUE;
  table = bv_section_add_table (section, reason_columns, N_REASON_COLUMNS);
  table->is_dense = TRUE;
  for (guint i = 0; i < proposal->contest->entrants->len; i++)
    if (find_standing (proposal, i) == STANDING_NOT_ELIGIBLE)
      bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, write_reasons (proposal, i, ++number));
  bv_width_shares_fit (table, BV_WIDTH_PORTRAIT);
  bv_section_add_gap (section, 6);
}

static void
add_withdrawn (BvSection *section, const BvProposal *proposal)
{
  g_autoptr (GArray) withdrawn = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *number = NULL;
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < proposal->contest->entrants->len; i++)
    if (find_standing (proposal, i) == STANDING_WITHDRAWN)
      g_array_append_val (withdrawn, i);
  number = bv_wording_count (withdrawn->len);
  names = bv_proposal_write_names (proposal, withdrawn);
  text = g_strdup_printf ("Đã rút, không xét: %s trường hợp (%s).", number, names);
  if (withdrawn->len > 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

/* How many and no more: who is denounced, and of what, is not for a paper that many read. */
static void
add_held (BvSection *section, guint n)
{
  g_autofree char *number = bv_wording_count (n);
  g_autofree char *text = g_strdup_printf (
    "Tạm hoãn xét theo quy định: %s trường hợp, sẽ xét khi có kết luận của cơ quan có thẩm quyền.", number);

  bv_section_add_paragraph (section, BV_STYLE_BODY, text);
}

/**
 * bv_appraisal_result_add:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 *
 * Adds what the appraisal found: how many of each group may be considered and are inside the quota, who is
 * not eligible and why, and who was withdrawn. Those on hold are only counted. Each nominee is counted once:
 * as withdrawn, else as held, else by its criteria (RULES.md, Eligible or not).
 */
void
bv_appraisal_result_add (BvSection *section, const BvProposal *proposal)
{
  g_autofree Counts *counts = count (proposal);
  const Counts *all = &counts[proposal->contest->groups->len];

  add_counts (section, proposal, counts);
  if (all->counts[STANDING_NOT_ELIGIBLE] > 0)
    add_not_eligible (section, proposal);
  add_withdrawn (section, proposal);
  if (all->counts[STANDING_HELD] > 0)
    add_held (section, all->counts[STANDING_HELD]);
}
