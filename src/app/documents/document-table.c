/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/documents/document-table.h"

#include "core/cell-state.h"
#include "core/entity.h"
#include "core/evidence.h"
#include "core/missing.h"
#include "core/scores.h"
#include "store/evidence/campaign-documents.h"

#include <glib/gi18n-lib.h>

static BvTable *
make_table (void)
{
  static const BvColumnType types[BV_DOCUMENT_TABLE_N_COLUMNS] = {
    [BV_DOCUMENT_TABLE_NOMINEES] = BV_COLUMN_NUMBER,
    [BV_DOCUMENT_TABLE_SIZE] = BV_COLUMN_SIZE,
  };

  return bv_table_new (types, G_N_ELEMENTS (types));
}

static const char *
find_words (const char *state)
{
  for (const BvChoice *choice = bv_evidence_states; choice->name != NULL; choice++)
    if (g_str_equal (choice->name, state))
      return _ (choice->title);
  return state;
}

static void
copy_text (BvTable *documents, guint from, guint column, BvTable *table, guint row, guint as)
{
  bv_table_set_text (table, row, as, bv_table_get_text (documents, from, column), NULL);
}

static void
add_document (BvTable *documents, guint from, BvTable *table)
{
  guint row = bv_table_append (table, bv_table_get_id (documents, from), 0);
  const char *issued = bv_table_get_text (documents, from, BV_CAMPAIGN_DOCUMENTS_ISSUED);
  g_autofree char *order = g_strdup_printf ("%012" G_GINT64_FORMAT,
                                            bv_table_get_number (documents, from, BV_CAMPAIGN_DOCUMENTS_DAY));

  copy_text (documents, from, BV_CAMPAIGN_DOCUMENTS_NAME, table, row, BV_DOCUMENT_TABLE_NAME);
  copy_text (documents, from, BV_CAMPAIGN_DOCUMENTS_TITLE, table, row, BV_DOCUMENT_TABLE_TITLE);
  copy_text (documents, from, BV_CAMPAIGN_DOCUMENTS_ISSUER, table, row, BV_DOCUMENT_TABLE_ISSUER);
  bv_table_set_text (table, row, BV_DOCUMENT_TABLE_ISSUED, issued, order);
  bv_table_set_text (table, row, BV_DOCUMENT_TABLE_STATE,
                     find_words (bv_table_get_text (documents, from, BV_CAMPAIGN_DOCUMENTS_STATE)), NULL);
  bv_table_set_number (table, row, BV_DOCUMENT_TABLE_NOMINEES,
                       bv_table_get_number (documents, from, BV_CAMPAIGN_DOCUMENTS_NOMINEES));
  bv_table_set_number (table, row, BV_DOCUMENT_TABLE_SIZE,
                       bv_table_get_number (documents, from, BV_CAMPAIGN_DOCUMENTS_SIZE));
}

/**
 * bv_document_table_new:
 * @documents: #BvCampaignDocumentsColumn of a campaign
 * @facet: a #BvCampaignDocumentsFacets; 0: all
 *
 * Returns: (transfer full): #BvDocumentTableColumn of those of which it is true
 */
BvTable *
bv_document_table_new (BvTable *documents, gint64 facet)
{
  BvTable *table = make_table ();

  for (guint i = 0; i < bv_table_get_n_rows (documents); i++)
    if (facet == 0 || (bv_table_get_number (documents, i, BV_CAMPAIGN_DOCUMENTS_FACETS) & facet) != 0)
      add_document (documents, i, table);
  return table;
}

static void
gap_clear (gpointer gap)
{
  g_free (((BvDocumentGap *) gap)->criterion);
}

/**
 * bv_document_table_new_gaps:
 *
 * Returns: (transfer full) (element-type BvDocumentGap): none
 */
GArray *
bv_document_table_new_gaps (void)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (BvDocumentGap));

  g_array_set_clear_func (gaps, gap_clear);
  return gaps;
}

static void
add_gap (const BvEntrant *entrant, const BvCriterion *leaf, const BvMark *mark, GArray *gaps, BvTable *table)
{
  const BvDocumentGap gap = { entrant->id, g_strdup (leaf->code) };
  guint row = bv_table_append (table, BV_DOCUMENT_GAP_ID (gaps->len), 0);
  g_autofree char *title = bv_missing_leaf_title (leaf);
  g_autofree char *numbered = g_strconcat (leaf->code, " ", title, NULL);
  g_autofree char *state = g_strdup_printf (_ ("%u of %d there"), mark->n_evidence, (int) leaf->evidence);

  g_array_append_val (gaps, gap);
  bv_table_set_text (table, row, BV_DOCUMENT_TABLE_NAME, entrant->name, NULL);
  bv_table_set_text (table, row, BV_DOCUMENT_TABLE_TITLE, numbered, NULL);
  bv_table_set_text (table, row, BV_DOCUMENT_TABLE_ISSUED, "", NULL);
  bv_table_set_text (table, row, BV_DOCUMENT_TABLE_ISSUER, "", NULL);
  bv_table_set_text (table, row, BV_DOCUMENT_TABLE_STATE, state, NULL);
  bv_table_set_number (table, row, BV_DOCUMENT_TABLE_NOMINEES, BV_NONE);
  bv_table_set_number (table, row, BV_DOCUMENT_TABLE_SIZE, BV_NONE);
}

static void
add_gaps_of (const BvProposal *proposal, const BvEntrant *entrant, GArray *gaps, BvTable *table)
{
  const GPtrArray *leaves = bv_contest_group (proposal->contest, entrant->group)->leaves;

  for (guint i = 0; i < leaves->len; i++)
    {
      guint place = entrant->first_mark + i;
      const BvMark *mark = bv_contest_mark (proposal->contest, place);

      if (bv_cell_state_is_unproven (mark, bv_scores_leaf (proposal->scores, place)))
        add_gap (entrant, g_ptr_array_index (leaves, i), mark, gaps, table);
    }
}

/**
 * bv_document_table_new_of_gaps:
 * @proposal: (nullable): what is ranked
 * @gaps: (element-type BvDocumentGap): made anew: where documents are missing, in the order of the nominees
 *
 * Returns: (transfer full): #BvDocumentTableColumn of them
 */
BvTable *
bv_document_table_new_of_gaps (const BvProposal *proposal, GArray *gaps)
{
  BvTable *table = make_table ();

  g_array_set_size (gaps, 0);
  for (guint i = 0; proposal != NULL && i < proposal->contest->entrants->len; i++)
    {
      const BvEntrant *entrant = bv_contest_entrant (proposal->contest, i);

      if (!entrant->withdrawn)
        add_gaps_of (proposal, entrant, gaps, table);
    }
  return table;
}
