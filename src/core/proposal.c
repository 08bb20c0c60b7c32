/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proposal.h"

#include "core/ranking-groups.h"
#include "core/ranking-order.h"
#include "core/text/text.h"
#include "core/text/tidy.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* A code that is valid at no time of the campaign still has a name. */
static void
index_units (BvProposal *proposal, const BvCampaign *campaign)
{
  for (guint i = 0; i < campaign->units->len; i++)
    {
      BvUnit *unit = g_ptr_array_index (campaign->units, i);

      if (bv_unit_is_valid_on (unit, campaign->starts)
          || !g_hash_table_contains (proposal->units, unit->code))
        g_hash_table_insert (proposal->units, unit->code, unit);
    }
}

static void
index_evidence (BvProposal *proposal, const BvCampaign *campaign)
{
  for (guint i = 0; i < campaign->evidence->len; i++)
    {
      BvEvidence *evidence = g_ptr_array_index (campaign->evidence, i);

      g_hash_table_insert (proposal->evidence, evidence->key, evidence);
    }
}

static BvProposal *
proposal_new (BvContest *contest)
{
  BvProposal *proposal = g_new0 (BvProposal, 1);

  proposal->contest = contest;
  proposal->scores = bv_scores_compute (contest);
  proposal->units = g_hash_table_new (g_str_hash, g_str_equal);
  proposal->evidence = g_hash_table_new (g_str_hash, g_str_equal);
  proposal->pools = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ranking_free);
  proposal->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_ranking_free);
  proposal->inside = g_ptr_array_new ();
  g_ptr_array_set_size (proposal->inside, contest->entrants->len);
  return proposal;
}

static gboolean
is_always_wanted (gpointer data)
{
  return TRUE;
}

static void
note_inside (BvProposal *proposal, const BvRanking *pool)
{
  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);

      if (entry->place == BV_RANK_INSIDE && g_ptr_array_index (proposal->inside, entry->entrant) == NULL)
        g_ptr_array_index (proposal->inside, entry->entrant) = (gpointer) pool->quota;
    }
}

static gboolean
rank_pools (BvProposal *proposal, BvRanking **groups, BvWantedFunc wanted, gpointer data)
{
  GPtrArray *quotas = proposal->contest->campaign->quotas;

  for (guint i = 0; i < quotas->len && wanted (data); i++)
    {
      BvRanking *pool
        = bv_ranking_compute_pool (proposal->scores, g_ptr_array_index (quotas, i), proposal->pools);

      g_ptr_array_add (proposal->pools, pool);
      note_inside (proposal, pool);
      bv_ranking_groups_take (pool, groups);
    }
  return proposal->pools->len == quotas->len;
}

static gboolean
rank (BvProposal *proposal, BvWantedFunc wanted, gpointer data)
{
  guint n_groups = proposal->contest->groups->len;
  g_autofree BvRanking **groups = g_new0 (BvRanking *, n_groups);
  gboolean go_on = rank_pools (proposal, groups, wanted, data);

  for (guint i = 0; i < n_groups; i++)
    {
      go_on = go_on && wanted (data);
      if (go_on && groups[i] == NULL)
        groups[i] = bv_ranking_compute_group (proposal->scores, i);
      if (groups[i] != NULL)
        g_ptr_array_add (proposal->groups, groups[i]);
    }
  return go_on;
}

/**
 * bv_proposal_new:
 * @contest: (transfer full): what is ranked
 * @campaign: (transfer full) (nullable): the whole campaign, whose nominees stand in the order of the
 * contest's entrants
 *
 * Scores the contest and ranks every pool and group.
 *
 * Returns: (transfer full): the proposal, not sealed
 */
BvProposal *
bv_proposal_new (BvContest *contest, BvCampaign *campaign)
{
  BvProposal *proposal;

  g_return_val_if_fail (campaign == NULL || campaign->nominees->len == contest->entrants->len, NULL);

  proposal = proposal_new (contest);
  proposal->campaign = campaign;
  if (campaign != NULL)
    {
      index_units (proposal, campaign);
      index_evidence (proposal, campaign);
    }
  rank (proposal, is_always_wanted, NULL);
  return proposal;
}

/**
 * bv_proposal_compute:
 * @contest: what is ranked; the proposal has it from now on
 * @wanted: asked from time to time
 * @data: for @wanted
 *
 * Scores and ranks as bv_proposal_new() does, without the whole campaign, for as long as that is wanted.
 *
 * Returns: (transfer full) (nullable): the proposal; %NULL where it is wanted no longer, and @contest stays
 * the caller's
 */
BvProposal *
bv_proposal_compute (BvContest *contest, BvWantedFunc wanted, gpointer data)
{
  g_autoptr (BvProposal) proposal = proposal_new (contest);

  if (rank (proposal, wanted, data))
    return g_steal_pointer (&proposal);
  proposal->contest = NULL;
  return NULL;
}

/**
 * bv_proposal_free:
 * @proposal: (transfer full): a proposal
 */
void
bv_proposal_free (BvProposal *proposal)
{
  g_ptr_array_unref (proposal->pools);
  g_ptr_array_unref (proposal->groups);
  g_hash_table_unref (proposal->units);
  g_hash_table_unref (proposal->evidence);
  g_ptr_array_unref (proposal->inside);
  bv_scores_free (proposal->scores);
  g_clear_pointer (&proposal->contest, bv_contest_free);
  g_clear_pointer (&proposal->campaign, bv_record_free);
  g_free (proposal->seal);
  g_free (proposal->chain);
  g_free (proposal->reason);
  g_clear_pointer (&proposal->before, bv_proposal_free);
  g_free (proposal);
}

/**
 * bv_proposal_set_reason:
 * @proposal: a proposal
 * @reason: (nullable): why a provisional pool is sealed now; a blank one is none
 */
void
bv_proposal_set_reason (BvProposal *proposal, const char *reason)
{
  g_free (proposal->reason);
  proposal->reason = bv_text_is_blank (reason) ? NULL : bv_tidy_line (reason);
}

/**
 * bv_proposal_get_nominee:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer none): the entrant's nominee
 */
const BvNominee *
bv_proposal_get_nominee (const BvProposal *proposal, guint entrant)
{
  return g_ptr_array_index (proposal->campaign->nominees, entrant);
}

/**
 * bv_proposal_find_unit:
 * @proposal: a proposal with its whole campaign
 * @code: (nullable): a unit's code
 *
 * Returns: (transfer none) (nullable): the unit of that code that is valid when the campaign starts
 */
const BvUnit *
bv_proposal_find_unit (const BvProposal *proposal, const char *code)
{
  return code != NULL ? g_hash_table_lookup (proposal->units, code) : NULL;
}

/**
 * bv_proposal_find_evidence:
 * @proposal: a proposal with its whole campaign
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the campaign's piece of evidence of that key
 */
const BvEvidence *
bv_proposal_find_evidence (const BvProposal *proposal, const char *key)
{
  return g_hash_table_lookup (proposal->evidence, key);
}

/**
 * bv_proposal_find_addressee:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer none) (nullable): the unit that answers for the nominee, and is written to: a person's
 * own; of a collective that is assessed by the unit above, that one; else the collective itself; %NULL where
 * the campaign does not have it
 */
const BvUnit *
bv_proposal_find_addressee (const BvProposal *proposal, guint entrant)
{
  const BvEntrant *self = bv_contest_entrant (proposal->contest, entrant);
  const BvGroup *group = bv_contest_group (proposal->contest, self->group)->group;
  const BvUnit *unit = bv_proposal_find_unit (proposal, self->unit_code);
  const BvUnit *parent = NULL;

  if (group->kind == BV_GROUP_COLLECTIVE && group->assessed_by == BV_ASSESSED_BY_PARENT && unit != NULL)
    parent = bv_proposal_find_unit (proposal, unit->parent);
  return parent != NULL ? parent : unit;
}

/**
 * bv_proposal_submitting_unit:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer none): the name of the unit that submits the nominee: the one that answers for it
 */
const char *
bv_proposal_submitting_unit (const BvProposal *proposal, guint entrant)
{
  const BvUnit *unit = bv_proposal_find_addressee (proposal, entrant);

  return unit != NULL ? unit->name : bv_contest_entrant (proposal->contest, entrant)->unit_name;
}

/**
 * bv_proposal_write_name:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer full): what documents call the nominee: `Bà Nguyễn Thị Ánh`, the name alone where the
 * gender is not known or it is a collective
 */
char *
bv_proposal_write_name (const BvProposal *proposal, guint entrant)
{
  const BvPerson *person = bv_proposal_get_nominee (proposal, entrant)->person;
  const char *title = "";

  if (person != NULL && person->gender != BV_NONE)
    title = person->gender == BV_GENDER_FEMALE ? "Bà " : "Ông ";
  return g_strconcat (title, bv_contest_entrant (proposal->contest, entrant)->name, NULL);
}

/**
 * bv_proposal_write_names:
 * @proposal: a proposal with its whole campaign
 * @entrants: (element-type guint): indices into the contest's entrants
 *
 * Returns: (transfer full): what documents call them, as they enumerate: `Sở Y tế; Bà Nguyễn Thị Ánh`
 */
char *
bv_proposal_write_names (const BvProposal *proposal, const GArray *entrants)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entrants->len; i++)
    {
      g_autofree char *name = bv_proposal_write_name (proposal, g_array_index (entrants, guint, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  return g_string_free (text, FALSE);
}

/**
 * bv_proposal_write_post:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer full) (nullable): where a person works and as what, `Chuyên viên, Sở Y tế`, the unit
 * alone where the position is not known; %NULL of a collective. What the position ends with and the unit
 * begins with is said once: `Phó Chủ tịch UBND huyện Thoại Sơn`
 */
char *
bv_proposal_write_post (const BvProposal *proposal, guint entrant)
{
  const BvEntrant *self = bv_contest_entrant (proposal->contest, entrant);
  const BvPerson *person = bv_proposal_get_nominee (proposal, entrant)->person;
  const char *position = person != NULL ? person->position : NULL;

  if (bv_contest_group (proposal->contest, self->group)->group->kind == BV_GROUP_COLLECTIVE)
    return NULL;
  if (bv_text_is_blank (position))
    return g_strdup (self->unit_name);
  return bv_wording_join_post (position, self->unit_name);
}

/**
 * bv_proposal_write_decided_name:
 * @proposal: a proposal with its whole campaign
 * @entry: an entry of a pool's ranking
 *
 * Returns: (transfer full): what bv_proposal_write_name() says, and in a second line that a written decision
 * put the nominee where it stands
 */
char *
bv_proposal_write_decided_name (const BvProposal *proposal, const BvRankingEntry *entry)
{
  g_autofree char *name = bv_proposal_write_name (proposal, entry->entrant);

  return g_strconcat (name, entry->decision != NULL ? "\n(theo quyết định bằng văn bản)" : NULL, NULL);
}

/**
 * bv_proposal_write_belonging:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer full): what stands beside the nominee's name: of a person what bv_proposal_write_post()
 * says, of a collective the unit that submits it; empty where that is itself
 */
char *
bv_proposal_write_belonging (const BvProposal *proposal, guint entrant)
{
  const char *name = bv_contest_entrant (proposal->contest, entrant)->name;
  const char *unit = bv_proposal_submitting_unit (proposal, entrant);
  char *post = bv_proposal_write_post (proposal, entrant);

  return post != NULL ? post : g_strdup (g_str_equal (unit, name) ? "" : unit);
}

/**
 * bv_proposal_find_award:
 * @proposal: a proposal with its whole campaign
 * @entrant: index into the contest's entrants
 *
 * Returns: (transfer none) (nullable): the form of commendation that is asked for: the nominee's own, else
 * that of the first quota in the file that it is inside, else the campaign's (RULES.md, One ranking, several
 * awards); %NULL where none is known
 */
const char *
bv_proposal_find_award (const BvProposal *proposal, guint entrant)
{
  const BvQuota *quota = g_ptr_array_index (proposal->inside, entrant);
  const char *const awards[] = {
    bv_proposal_get_nominee (proposal, entrant)->award,
    quota != NULL ? quota->award : NULL,
    proposal->campaign->award,
  };

  for (guint i = 0; i < G_N_ELEMENTS (awards); i++)
    if (!bv_text_is_blank (awards[i]))
      return awards[i];
  return NULL;
}

typedef struct
{
  const char *award;
  guint count;
} AwardCount;

static AwardCount *
find_count (GArray *counts, const char *award)
{
  AwardCount count = { award, 0 };

  for (guint i = 0; i < counts->len; i++)
    if (g_strcmp0 (g_array_index (counts, AwardCount, i).award, award) == 0)
      return &g_array_index (counts, AwardCount, i);
  g_array_append_val (counts, count);
  return &g_array_index (counts, AwardCount, counts->len - 1);
}

/**
 * bv_proposal_write_awards:
 * @proposal: a proposal with its whole campaign
 * @entries: (element-type BvRankingEntry): whom it is about
 * @n_awards: (out) (optional): how many awards these are
 *
 * Returns: (transfer full): in Vietnamese, how many are to get which award, in the order of @entries: `01 Cờ
 * thi đua, 02 Bằng khen`
 */
char *
bv_proposal_write_awards (const BvProposal *proposal, const GPtrArray *entries, guint *n_awards)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (AwardCount));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (entries, i);

      find_count (counts, bv_proposal_find_award (proposal, entry->entrant))->count++;
    }
  for (guint i = 0; i < counts->len; i++)
    {
      const AwardCount *count = &g_array_index (counts, AwardCount, i);
      g_autofree char *number = bv_wording_count (count->count);
      g_autofree char *award = bv_text_phrase (count->award);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", number, *award != '\0' ? award : "…");
    }
  if (n_awards != NULL)
    *n_awards = counts->len;
  return g_string_free (text, FALSE);
}

/**
 * bv_proposal_write_commending:
 * @proposal: a proposal with its whole campaign
 * @entries: (element-type BvRankingEntry): whom it is about
 *
 * Returns: (transfer full): in Vietnamese, what is asked for all of them: `tặng Bằng khen` where that is the
 * same form, or there is nobody yet and it is the campaign's; else `khen thưởng`
 */
char *
bv_proposal_write_commending (const BvProposal *proposal, const GPtrArray *entries)
{
  const char *award = proposal->campaign->award;
  g_autofree char *phrase = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const BvRankingEntry *entry = g_ptr_array_index (entries, i);
      const char *other = bv_proposal_find_award (proposal, entry->entrant);

      if (i > 0 && g_strcmp0 (award, other) != 0)
        return g_strdup ("khen thưởng");
      award = other;
    }
  phrase = bv_text_phrase (award);
  return *phrase != '\0' ? g_strconcat ("tặng ", phrase, NULL) : g_strdup ("khen thưởng");
}
