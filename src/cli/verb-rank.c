/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/grid.h"
#include "cli/output.h"
#include "cli/sealed-call.h"
#include "cli/verbs.h"
#include "core/ranking-sentences.h"
#include "core/seal-check.h"
#include "core/text/date.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "exchange/export.h"
#include "exchange/interchange/ranking-json.h"
#include "store/campaigns.h"

#include <glib/gi18n-lib.h>

static const BvEntrant *
get_entrant (const BvRanking *ranking, guint entry)
{
  return bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, entry)->entrant);
}

static void
add_entry (BvGrid *grid, const BvRanking *ranking, guint index, gboolean has_classes)
{
  const BvRankingEntry *entry = bv_ranking_entry (ranking, index);
  const BvEntrant *entrant = get_entrant (ranking, index);
  const BvScore *score = bv_scores_get (ranking->scores, entry->entrant);

  bv_grid_take (grid, bv_wording_number (entry->rank));
  if (has_classes)
    bv_grid_add (grid, bv_ranking_find_class (ranking, entry));
  bv_grid_add (grid, entrant->name);
  bv_grid_add (grid, entrant->unit_code);
  bv_grid_add (grid, bv_contest_group (ranking->scores->contest, entrant->group)->group->key);
  bv_grid_take (grid, bv_wording_points (score->total));
  bv_grid_take (grid, bv_wording_percent (score->percent));
  bv_grid_add (grid, bv_decided_by_words (entry->decided_by));
  if (ranking->quota == NULL)
    return;
  bv_grid_take (grid, bv_wording_points (entry->margin));
  bv_grid_take (grid, bv_ranking_entry_write_place (entry));
}

static BvGrid *
new_grid (const BvRanking *ranking, gboolean has_classes)
{
  const char *aligns = ranking->quota != NULL ? "rlllrrlrl" : "rlllrrl";
  g_autofree char *classed = g_strconcat ("rl", aligns + 1, NULL);
  BvGrid *grid = bv_grid_new (has_classes ? classed : aligns, _ ("Rank"), NULL);

  if (has_classes)
    bv_grid_add (grid, _ ("Class"));
  bv_grid_add (grid, _ ("Name"));
  bv_grid_add (grid, _ ("Unit"));
  bv_grid_add (grid, _ ("Group"));
  bv_grid_add (grid, _ ("Total"));
  bv_grid_add (grid, "%");
  bv_grid_add (grid, _ ("Decided by"));
  if (ranking->quota != NULL)
    {
      bv_grid_add (grid, _ ("Margin"));
      bv_grid_add (grid, _ ("Place"));
    }
  return grid;
}

static void
print_table (const BvRanking *ranking)
{
  gboolean has_classes = bv_ranking_has_classes (ranking);
  g_autoptr (BvGrid) grid = new_grid (ranking, has_classes);
  guint line = ranking->quota != NULL ? bv_ranking_find_line (ranking) : G_MAXUINT;

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      if (i == line)
        bv_grid_add_line (grid, _ ("quota line"));
      add_entry (grid, ranking, i, has_classes);
    }
  bv_grid_print (grid);
}

static void
print_explanations (const BvRanking *ranking)
{
  bv_output_line ("%s", "");
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      g_autofree char *words = bv_ranking_explain (ranking, i);

      bv_output_line ("  %s: %s", get_entrant (ranking, i)->name, words);
    }
}

static void
print_pool (const BvRanking *pool)
{
  bv_output_line ("%s", "");
  bv_output_line (_ ("Pool %s (%s): %u to be proposed, %u inside"), pool->quota->name, pool->quota->key,
                  pool->size, pool->n_inside);
  if (pool->provisional)
    bv_output_line (_ ("Provisional: results still await publication."));
  if (pool->waits_for != NULL)
    bv_output_line (_ ("It comes after “%s”, which is not settled yet."), pool->waits_for->name);
  if (bv_ranking_has_own_tie (pool))
    bv_output_line (_ ("A tie at the quota line is not resolved."));
  print_table (pool);
  print_explanations (pool);
}

static void
print_proposal (const BvProposal *proposal)
{
  g_autofree char *date = bv_date_to_vietnamese (proposal->contest->date);

  bv_output_line (_ ("%s, ranking of %s"), proposal->contest->campaign->title, date);
  for (guint i = 0; i < proposal->pools->len; i++)
    print_pool (g_ptr_array_index (proposal->pools, i));
  for (guint i = 0; i < proposal->groups->len; i++)
    {
      const BvRanking *ranking = g_ptr_array_index (proposal->groups, i);

      bv_output_line ("%s", "");
      bv_output_line (_ ("Group %s (%s)"), ranking->group->name, ranking->group->key);
      print_table (ranking);
    }
}

/**
 * bv_verb_rank:
 * @call: a call
 * @error: return location for an error
 *
 * Ranks every pool and every group.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_rank (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  gint64 date = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_READ, &campaign, error);
  g_autoptr (BvProposal) proposal = NULL;
  g_auto (GStrv) idle = NULL;
  BvContest *contest;

  if (library == NULL || !bv_call_read_date (call, library, campaign, &date, error))
    return FALSE;
  contest = bv_campaigns_read_contest (library, campaign, date, error);
  if (contest == NULL)
    return FALSE;
  proposal = bv_proposal_new (contest, NULL);
  idle = bv_seal_check_list_idle_decisions (proposal);
  bv_output_warn_of_each (idle);
  if (bv_call_has (call, BV_OPTION_JSON))
    bv_ranking_json_stream (proposal, bv_output_take, NULL);
  else
    print_proposal (proposal);
  return TRUE;
}

static void
print_file (const BvCall *call, const BvProposal *proposal)
{
  g_autofree char *name = g_filename_display_name (call->options[BV_OPTION_OUTPUT]);
  g_autofree char *day = bv_date_to_vietnamese (proposal->contest->date);
  BvJsonWriter writer;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      bv_output_line (_ ("%s: written, ranking of %s"), name, day);
      if (proposal->seal != NULL)
        bv_output_line (_ ("Seal: %s"), proposal->seal);
      else
        bv_output_line (_ ("A draft without a seal"));
      return;
    }
  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin_flat (&writer, '{');
  bv_json_writer_add_string (&writer, "file", name);
  bv_json_writer_add_string (&writer, "seal", proposal->seal);
  bv_json_writer_name (&writer, "date");
  bv_json_writer_date (&writer, proposal->contest->date);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/* Programs go by the name: a workbook that is called otherwise opens nowhere. */
static gboolean
check_ending (const char *path, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xlsx")
         || bv_call_fail_usage (error, _ ("-o: the name must end in .xlsx"));
}

/**
 * bv_verb_export:
 * @call: a call
 * @error: return location for an error
 *
 * Seals the proposal and writes its workbook, or writes a draft.
 *
 * Returns: %FALSE with @error set on failure: what stands in the way has a line each
 */
gboolean
bv_verb_export (const BvCall *call, GError **error)
{
  const char *path = call->options[BV_OPTION_OUTPUT];
  BvProgress progress = { 0 };
  BvProposalRequest request = { .draft = bv_call_has (call, BV_OPTION_DRAFT), .alone = TRUE };
  g_autofree char *reason = NULL;
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (BvExport) export = NULL;

  if (!bv_call_has (call, BV_OPTION_OUTPUT))
    return bv_call_fail_usage (error, _ ("-o FILE.xlsx is missing: where should the workbook be written?"));
  if (!bv_call_check_sealed (call, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_REASON))
    reason = bv_vietnamese_nfc (call->options[BV_OPTION_REASON]);
  request.reason = reason;
  library = bv_call_open_to_seal (call, &request.campaign, error);
  if (!bv_call_read_request (call, library, request.campaign, &request.date, &request.sealing, error)
      || !check_ending (path, error))
    return FALSE;
  progress.cancellable = bv_console_get_cancellable ();
  export = bv_export_new (library, &request, path, &progress, error);
  if (export == NULL || !bv_export_publish (export, library, error))
    return FALSE;
  bv_output_warn_of_each (export->listed);
  bv_output_warn_of_cut (export->n_cut);
  print_file (call, export->proposal);
  return TRUE;
}
