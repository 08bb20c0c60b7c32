/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/ranking-json.h"

#include "core/eligibility.h"
#include "exchange/interchange/json-writer.h"

/* Totals, percents and margins are in 1/100. */
#define PLACES 2

static void
write_decimal (BvJsonWriter *writer, const char *name, gint64 value)
{
  bv_json_writer_name (writer, name);
  bv_json_writer_decimal (writer, value, PLACES);
}

static void
write_reasons (BvJsonWriter *writer, const BvScores *scores, guint entrant)
{
  g_auto (GStrv) reasons = NULL;

  bv_json_writer_name (writer, "reasons");
  bv_json_writer_begin (writer, '[');
  if (!bv_scores_get (scores, entrant)->eligible)
    reasons = bv_eligibility_list_reasons (scores, entrant);
  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    bv_json_writer_string (writer, reasons[i]);
  bv_json_writer_end_array (writer);
}

/* Only where the group has classes: the seal of others stays. */
static void
write_class (BvJsonWriter *writer, const BvGroup *group, gint64 percent)
{
  if (group->classes->len > 0)
    bv_json_writer_add_string (writer, "class", bv_group_find_class (group, percent));
}

static void
write_entry (BvJsonWriter *writer, const BvRanking *ranking, const BvRankingEntry *entry)
{
  const BvContest *contest = ranking->scores->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, entry->entrant);
  const BvGroup *group = bv_contest_group (contest, entrant->group)->group;
  const BvScore *score = bv_scores_get (ranking->scores, entry->entrant);

  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "nominee", entrant->key);
  bv_json_writer_add_string (writer, "name", entrant->name);
  bv_json_writer_add_string (writer, "unit", entrant->unit_code);
  bv_json_writer_add_string (writer, "group", group->key);
  write_decimal (writer, "total", score->total);
  write_decimal (writer, "percent", score->percent);
  write_class (writer, group, score->percent);
  bv_json_writer_add_integer (writer, "rank", entry->rank);
  bv_json_writer_add_boolean (writer, "eligible", score->eligible);
  if (ranking->quota != NULL)
    bv_json_writer_add_string (writer, "place", bv_rank_place_name (entry->place));
  if (entry->taken_by != NULL)
    bv_json_writer_add_string (writer, "taken_by", entry->taken_by->key);
  bv_json_writer_add_string (writer, "decided_by", bv_decided_by_name (entry->decided_by));
  if (ranking->quota != NULL)
    write_decimal (writer, "margin", entry->margin);
  write_reasons (writer, ranking->scores, entry->entrant);
  bv_json_writer_end_object (writer);
}

static void
write_entries (BvJsonWriter *writer, const BvRanking *ranking)
{
  bv_json_writer_name (writer, "entries");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < ranking->entries->len; i++)
    write_entry (writer, ranking, bv_ranking_entry (ranking, i));
  bv_json_writer_end_array (writer);
}

static void
write_pool (BvJsonWriter *writer, const BvRanking *pool)
{
  const BvField *kind = bv_entity_find_field (&bv_quota_entity, "kind");

  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "key", pool->quota->key);
  bv_json_writer_name (writer, kind->name);
  bv_json_writer_field (writer, pool->quota, kind);
  bv_json_writer_add_integer (writer, "quota", pool->size);
  bv_json_writer_add_boolean (writer, "provisional", pool->provisional);
  bv_json_writer_add_boolean (writer, "unresolved_tie", pool->unresolved_tie);
  write_entries (writer, pool);
  bv_json_writer_end_object (writer);
}

static void
write_group (BvJsonWriter *writer, const BvRanking *group)
{
  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "key", group->group->key);
  write_entries (writer, group);
  bv_json_writer_end_object (writer);
}

static void
write_rankings (BvJsonWriter *writer,
                const char *name,
                const GPtrArray *rankings,
                void (*write) (BvJsonWriter *writer, const BvRanking *ranking))
{
  bv_json_writer_name (writer, name);
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < rankings->len; i++)
    write (writer, g_ptr_array_index (rankings, i));
  bv_json_writer_end_array (writer);
}

/**
 * bv_ranking_json_stream:
 * @proposal: a proposal; only its contest and rankings are read
 * @sink: what takes the text, piece by piece
 * @data: passed to @sink
 *
 * Writes the ranking of every pool and group in the form of `rank --json` (CONTRACT.md). `quota` is the size
 * of the pool: the count, or what the percent comes to. The same data give the same bytes on every system;
 * they end in a line feed.
 */
void
bv_ranking_json_stream (const BvProposal *proposal, BvJsonSink sink, gpointer data)
{
  const BvContest *contest = proposal->contest;
  BvJsonWriter writer;

  bv_json_writer_init_stream (&writer, sink, data);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_string (&writer, "campaign", contest->campaign->key);
  bv_json_writer_name (&writer, "date");
  bv_json_writer_date (&writer, contest->date);
  write_rankings (&writer, "pools", proposal->pools, write_pool);
  write_rankings (&writer, "groups", proposal->groups, write_group);
  bv_json_writer_end_object (&writer);
  bv_json_writer_end (&writer);
}
