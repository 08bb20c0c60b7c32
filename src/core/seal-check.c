/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/seal-check.h"

#include "core/council.h"
#include "core/identity.h"
#include "core/missing.h"
#include "core/text/text.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* So many names are said; the rest is a number. */
#define NAMES_MOST 5

static void add (GPtrArray *findings, BvFindingWeight weight, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add (GPtrArray *findings, BvFindingWeight weight, const char *format, ...)
{
  BvFinding *finding = g_new (BvFinding, 1);
  va_list args;

  finding->weight = weight;
  va_start (args, format);
  finding->text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (findings, finding);
}

static void
finding_free (gpointer data)
{
  BvFinding *finding = data;

  g_free (finding->text);
  g_free (finding);
}

static void
add_unreasoned (const BvRanking *pool, GPtrArray *findings)
{
  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);
      const BvEntrant *entrant = bv_contest_entrant (pool->scores->contest, entry->entrant);

      if (entry->decision != NULL && bv_text_is_blank (entry->decision->reason))
        add (findings, BV_FINDING_REFUSED, _ ("%s: the written decision on %s has no reason: write it"),
             pool->quota->name, entrant->name);
    }
}

/* Names have commas in them. */
static char *
join_names (const GPtrArray *names)
{
  GString *text = g_string_new (NULL);
  guint n_named = MIN (names->len, NAMES_MOST);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (names, i));
  bv_wording_append_rest (text, "; ", names->len - n_named);
  return g_string_free (text, FALSE);
}

/* Of a pool that is scored but a little, nearly everybody may be equal. */
static char *
name_tied (const BvRanking *pool)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);

      if (entry->place == BV_RANK_UNRESOLVED)
        g_ptr_array_add (names, (char *) bv_contest_entrant (pool->scores->contest, entry->entrant)->name);
    }
  return join_names (names);
}

/* Ties at a line, more decisions than places, decisions without a reason, results that are not published
 * (RULES.md, The quota line). */
static void
check_pool (const BvRanking *pool, GPtrArray *findings)
{
  if (bv_ranking_is_overdecided (pool))
    add (findings, BV_FINDING_REFUSED,
         _ ("%s: %u nominees were put inside by decision, but the quota is %u: take back a decision"),
         pool->quota->name, pool->n_decided_inside, pool->size);
  add_unreasoned (pool, findings);
  if (pool->waits_for != NULL)
    add (findings, BV_FINDING_REFUSED, _ ("%s: it comes after “%s”, which is not settled yet"),
         pool->quota->name, pool->waits_for->name);
  if (bv_ranking_has_own_tie (pool))
    {
      g_autofree char *names = name_tied (pool);

      add (findings, BV_FINDING_REFUSED,
           _ ("%s: a tie at the quota line (%s): add a tie rule or a written decision"), pool->quota->name,
           names);
    }
  if (pool->provisional)
    add (findings, BV_FINDING_NEEDS_REASON,
         _ ("%s: results still await publication: give the reason for proposing now"), pool->quota->name);
}

static guint
count_inside (const BvProposal *proposal)
{
  guint n = 0;

  for (guint i = 0; i < proposal->pools->len; i++)
    n += ((const BvRanking *) g_ptr_array_index (proposal->pools, i))->n_inside;
  return n;
}

static void
check_threshold (const BvProposal *proposal, const BvRanking *pool, GPtrArray *findings)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);
      const BvVote *votes = bv_proposal_get_nominee (proposal, entry->entrant)->votes;

      if (entry->place == BV_RANK_INSIDE
          && bv_council_agrees (proposal->campaign, pool->quota, votes) == BV_COUNCIL_NO)
        g_ptr_array_add (names, (gpointer) bv_contest_entrant (proposal->contest, entry->entrant)->name);
    }
  if (names->len == 0)
    return;
  list = join_names (names);
  add (findings, BV_FINDING_LISTED, _ ("%s: inside without the votes that are needed: %s"), pool->quota->name,
       list);
}

static void
check_idle_decisions (const BvProposal *proposal, GPtrArray *findings)
{
  g_auto (GStrv) idle = bv_seal_check_list_idle_decisions (proposal);

  for (guint i = 0; idle[i] != NULL; i++)
    add (findings, BV_FINDING_LISTED, "%s", idle[i]);
}

static void
check_places (const BvProposal *proposal, GPtrArray *findings)
{
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);

      if (pool->n_inside < pool->size && !pool->unresolved_tie)
        add (findings, BV_FINDING_LISTED, _ ("%s: %u of %u places are filled"), pool->quota->name,
             pool->n_inside, pool->size);
      if (proposal->campaign->council_voting)
        check_threshold (proposal, pool, findings);
    }
}

static void
check_missing (const BvProposal *proposal, GPtrArray *findings)
{
  g_autoptr (BvMissing) missing = bv_missing_new (proposal, NULL, NULL);
  guint n_items = 0;

  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *unit = g_ptr_array_index (missing->units, i);

      n_items += unit->items->len;
    }
  if (n_items > 0)
    add (findings, BV_FINDING_LISTED,
         _ ("%u scores, reports or pieces of evidence are missing or were sent back, of %u units"), n_items,
         missing->units->len);
}

/* Whether each unit that answers for a nominee gave any answer: BvUnit → boolean. */
static GHashTable *
find_answers (const BvProposal *proposal)
{
  GHashTable *answers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < proposal->contest->entrants->len; i++)
    {
      const BvNominee *nominee = bv_proposal_get_nominee (proposal, i);
      const BvUnit *unit = bv_proposal_find_addressee (proposal, i);

      if (unit == NULL || nominee->withdrawn)
        continue;
      if (bv_nominee_has_answer (nominee))
        g_hash_table_insert (answers, (gpointer) unit, GINT_TO_POINTER (TRUE));
      else if (!g_hash_table_contains (answers, unit))
        g_hash_table_insert (answers, (gpointer) unit, GINT_TO_POINTER (FALSE));
    }
  return answers;
}

/* Units that answer for somebody, and of which nothing came at all. */
static void
check_silent (const BvProposal *proposal, GPtrArray *findings)
{
  g_autoptr (GHashTable) answers = find_answers (proposal);
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < proposal->campaign->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (proposal->campaign->units, i);
      gpointer answered;

      if (g_hash_table_lookup_extended (answers, unit, NULL, &answered) && !GPOINTER_TO_INT (answered))
        g_ptr_array_add (silent, unit->name);
    }
  if (silent->len == 0)
    return;
  list = join_names (silent);
  add (findings, BV_FINDING_LISTED, _ ("Units that sent nothing: %s"), list);
}

/* Never refused (RULES.md, The same twice). */
static void
check_same (const BvProposal *proposal, GPtrArray *findings)
{
  g_autoptr (BvIdentity) identity = bv_identity_find (proposal->campaign, proposal->contest->date);
  g_auto (GStrv) lines = bv_identity_list_open (identity);

  for (guint i = 0; lines[i] != NULL; i++)
    add (findings, BV_FINDING_LISTED, "%s", lines[i]);
}

/* The clerk gives them after signing. */
static void
check_submission (const BvCampaign *campaign, GPtrArray *findings)
{
  if (bv_text_is_blank (campaign->submission_number) || campaign->submission_date == BV_NONE)
    add (findings, BV_FINDING_LISTED, _ ("The submission has no number or no date yet"));
}

static void
check_facts (const BvSealingFacts *facts, GPtrArray *findings)
{
  if (facts->n_absent > 0)
    add (findings, BV_FINDING_NEEDS_REASON,
         _ ("%u pieces of evidence are named, and their files are not in the library: give the reason for "
            "proposing now"),
         facts->n_absent);
  if (facts->unsound)
    add (findings, BV_FINDING_NEEDS_REASON, "%s",
         _ ("The library is not sound (bangvang-cli verify says what is wrong): give the reason for "
            "proposing now"));
}

static void
list_idle_decisions (const BvRanking *pool, GStrvBuilder *lines)
{
  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);
      g_autofree char *line = NULL;

      if (!bv_ranking_decision_is_idle (pool, entry))
        continue;
      line = g_strdup_printf (
        _ ("%s: the written decision on %s has no effect: it is inside “%s” already"), pool->quota->name,
        bv_contest_entrant (pool->scores->contest, entry->entrant)->name, entry->taken_by->name);
      g_strv_builder_add (lines, line);
    }
}

/**
 * bv_seal_check_list_idle_decisions:
 * @proposal: a proposal, with its whole campaign or without
 *
 * Returns: (transfer full): the written decisions that have no effect, for they are on nominees that an
 * earlier quota has taken (RULES.md, One ranking, several awards), one line each; empty where there are none
 */
char **
bv_seal_check_list_idle_decisions (const BvProposal *proposal)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < proposal->pools->len; i++)
    list_idle_decisions (g_ptr_array_index (proposal->pools, i), lines);
  return g_strv_builder_end (lines);
}

/**
 * bv_seal_check_find_obstacles:
 * @proposal: a proposal, with its whole campaign or without
 * @facts: (nullable): what the library knows
 *
 * Returns: (transfer full) (element-type BvFinding): what is refused, and what needs a reason
 */
GPtrArray *
bv_seal_check_find_obstacles (const BvProposal *proposal, const BvSealingFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (finding_free);

  for (guint i = 0; i < proposal->pools->len; i++)
    check_pool (g_ptr_array_index (proposal->pools, i), findings);
  if (count_inside (proposal) == 0 && !bv_seal_check_has (findings, BV_FINDING_REFUSED))
    add (findings, BV_FINDING_REFUSED, _ ("Nobody is proposed: there is nothing to seal"));
  if (facts != NULL)
    check_facts (facts, findings);
  return findings;
}

/**
 * bv_seal_check_new:
 * @proposal: a proposal with its whole campaign
 * @facts: (nullable): what the library knows
 *
 * The one list of what is looked at before a proposal is sealed, for the window, the command line and the
 * page of the proposal.
 *
 * Returns: (transfer full) (element-type BvFinding): what was found, in the order of the list
 */
GPtrArray *
bv_seal_check_new (const BvProposal *proposal, const BvSealingFacts *facts)
{
  GPtrArray *findings = bv_seal_check_find_obstacles (proposal, facts);

  check_places (proposal, findings);
  check_idle_decisions (proposal, findings);
  check_missing (proposal, findings);
  check_silent (proposal, findings);
  check_same (proposal, findings);
  check_submission (proposal->campaign, findings);
  return findings;
}

/**
 * bv_seal_check_has:
 * @findings: what was found
 * @weight: a weight
 *
 * Returns: whether anything of this weight was found
 */
gboolean
bv_seal_check_has (const GPtrArray *findings, BvFindingWeight weight)
{
  for (guint i = 0; i < findings->len; i++)
    if (((const BvFinding *) g_ptr_array_index (findings, i))->weight == weight)
      return TRUE;
  return FALSE;
}

static void
append_texts (GStrvBuilder *builder, const GPtrArray *findings, BvFindingWeight weight)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);

      if (finding->weight == weight)
        g_strv_builder_add (builder, finding->text);
    }
}

/**
 * bv_seal_check_list:
 * @findings: what was found
 * @weight: a weight
 *
 * Returns: (transfer full): the texts of this weight, one line each; empty where there are none
 */
char **
bv_seal_check_list (const GPtrArray *findings, BvFindingWeight weight)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  append_texts (builder, findings, weight);
  return g_strv_builder_end (builder);
}

/**
 * bv_seal_check_list_obstacles:
 * @findings: what was found
 * @reason: (nullable): why it is proposed now; a blank one is none
 *
 * Returns: (transfer full): what keeps the proposal from being sealed, one line each; empty where nothing
 * does
 */
char **
bv_seal_check_list_obstacles (const GPtrArray *findings, const char *reason)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  append_texts (builder, findings, BV_FINDING_REFUSED);
  if (bv_text_is_blank (reason))
    append_texts (builder, findings, BV_FINDING_NEEDS_REASON);
  return g_strv_builder_end (builder);
}
