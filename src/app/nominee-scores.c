/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominee-scores.h"

#include "store/pages.h"

/* More dots than this say less than a number. */
#define DOTS_MAX 10
/* The greatest number in a sort key of six digits. */
#define KEY_MAX 999999u

/* Those that lack most come first; of those that lack as many, the ones that have less. */
static char *
write_share_key (guint n_done, guint n_all)
{
  return g_strdup_printf ("%06u %06u", KEY_MAX - MIN (n_all - n_done, KEY_MAX), n_done);
}

static void
write_evidence (BvTable *table, guint row, guint n_proven, guint n_wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *key = NULL;

  if (n_wanted > DOTS_MAX)
    g_string_append_printf (text, "%u/%u", n_proven, n_wanted);
  for (guint i = 0; i < n_wanted && n_wanted <= DOTS_MAX; i++)
    g_string_append (text, i < n_proven ? "●" : "○");
  key = write_share_key (n_proven, n_wanted);
  bv_table_set_text (table, row, BV_NOMINEES_EVIDENCE, text->str, key);
}

static void
write_assessed (BvTable *table, guint row, guint n_assessed, guint n_assigned)
{
  g_autofree char *text = g_strdup_printf ("%u/%u", n_assessed, n_assigned);
  g_autofree char *key = write_share_key (n_assessed, n_assigned);

  bv_table_set_text (table, row, BV_NOMINEES_ASSESSED, text, key);
}

/**
 * bv_nominee_scores_write:
 * @table: from bv_pages_read_nominees()
 * @row: a row of it
 * @proposal: the last ranking
 * @entrant: the nominee of the row in its contest
 *
 * Fills the columns that the scoring knows: how many of the leaves that ask for evidence have it, how many
 * are scored, the totals.
 */
void
bv_nominee_scores_write (BvTable *table, guint row, const BvProposal *proposal, guint entrant)
{
  const BvEntrant *nominee = bv_contest_entrant (proposal->contest, entrant);
  const BvScore *score = bv_scores_get (proposal->scores, entrant);
  GPtrArray *leaves = bv_contest_group (proposal->contest, nominee->group)->leaves;
  guint n_wanted = 0, n_proven = 0, n_assessed = 0, n_assigned = 0;

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);
      guint flags = bv_scores_leaf (proposal->scores, nominee->first_mark + i)->flags;

      if ((flags & BV_LEAF_NOT_ASSIGNED) != 0)
        continue;
      n_assigned++;
      n_assessed += (flags & (BV_LEAF_UNASSESSED | BV_LEAF_AWAITING)) == 0;
      n_wanted += leaf->evidence > 0;
      n_proven += leaf->evidence > 0 && (flags & BV_LEAF_UNPROVEN) == 0;
    }
  write_evidence (table, row, n_proven, n_wanted);
  write_assessed (table, row, n_assessed, n_assigned);
  bv_table_set_number (table, row, BV_NOMINEES_SELF, score->self_total);
  bv_table_set_number (table, row, BV_NOMINEES_TOTAL, score->total);
  if (!score->eligible)
    bv_table_add_flags (table, row, BV_ROW_DIM);
}
