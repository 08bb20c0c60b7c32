/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/appraisal-open.h"

#include "core/missing.h"
#include "core/proposed-list.h"
#include "core/ranking-sentences.h"
#include "core/text/wording.h"

/* What is still missing of those that are proposed. */
typedef struct
{
  GHashTable *inside;      /* entrants */
  GString *without_report; /* names of those who lack the report of achievements */
  guint n_without_report;
  guint n_items;       /* all else */
  GHashTable *lacking; /* entrants that lack it */
} Lacks;

static void
lacks_init (Lacks *lacks, const BvProposal *proposal)
{
  *lacks = (Lacks){ g_hash_table_new (NULL, NULL), g_string_new (NULL), 0, 0, g_hash_table_new (NULL, NULL) };
  for (BvGroupKind kind = BV_GROUP_COLLECTIVE; kind <= BV_GROUP_INDIVIDUAL; kind++)
    {
      g_autoptr (BvProposedList) list = bv_proposed_list_new (proposal, kind, NULL);

      for (guint i = 0; i < list->entries->len; i++)
        g_hash_table_add (
          lacks->inside,
          GUINT_TO_POINTER (((const BvRankingEntry *) g_ptr_array_index (list->entries, i))->entrant));
    }
}

static void
lacks_clear (Lacks *lacks)
{
  g_hash_table_unref (lacks->inside);
  g_hash_table_unref (lacks->lacking);
  g_string_free (lacks->without_report, TRUE);
}

static void
take_item (Lacks *lacks, const BvProposal *proposal, const BvMissingItem *item)
{
  g_autofree char *name = NULL;

  if (!g_hash_table_contains (lacks->inside, GUINT_TO_POINTER (item->entrant)))
    return;
  if (item->kind != BV_MISSING_ACHIEVEMENT)
    {
      lacks->n_items++;
      g_hash_table_add (lacks->lacking, GUINT_TO_POINTER (item->entrant));
      return;
    }
  name = bv_proposal_write_name (proposal, item->entrant);
  g_string_append_printf (lacks->without_report, "%s%s", lacks->n_without_report++ > 0 ? "; " : "", name);
}

static void
find_lacks (Lacks *lacks, const BvProposal *proposal)
{
  g_autoptr (BvMissing) missing = bv_missing_new (proposal, NULL, NULL);

  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *unit = g_ptr_array_index (missing->units, i);

      for (guint k = 0; k < unit->items->len; k++)
        take_item (lacks, proposal, g_ptr_array_index (unit->items, k));
    }
}

static guint
add_lacks (BvSection *section, const Lacks *lacks)
{
  g_autofree char *n_reports = bv_wording_count (lacks->n_without_report);
  g_autofree char *n_items = bv_wording_count (lacks->n_items);
  g_autofree char *n_nominees = bv_wording_count (g_hash_table_size (lacks->lacking));
  g_autofree char *reports = g_strdup_printf (
    "- Chưa nộp báo cáo thành tích: %s trường hợp được đề nghị (%s).", n_reports, lacks->without_report->str);
  g_autofree char *items = g_strdup_printf (
    "- Hồ sơ chấm điểm, minh chứng: còn %s nội dung của %s trường hợp được đề nghị.", n_items, n_nominees);

  if (lacks->n_without_report > 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, reports);
  if (lacks->n_items > 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, items);
  return (lacks->n_without_report > 0) + (lacks->n_items > 0);
}

static guint
add_remarks (BvSection *section, const BvRanking *pool)
{
  g_auto (GStrv) remarks = bv_ranking_list_remarks (pool);

  for (guint i = 0; remarks[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("- %s: %s", pool->quota->name, remarks[i]);

      bv_section_add_paragraph (section, BV_STYLE_BODY, text);
    }
  return g_strv_length (remarks);
}

/**
 * bv_appraisal_open_add:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 *
 * Adds what is not settled yet: ties at a quota line and what else is to be said of the pools, and what is
 * still missing of those that are proposed.
 */
void
bv_appraisal_open_add (BvSection *section, const BvProposal *proposal)
{
  Lacks lacks;
  guint n = 0;

  lacks_init (&lacks, proposal);
  find_lacks (&lacks, proposal);
  for (guint i = 0; i < proposal->pools->len; i++)
    n += add_remarks (section, g_ptr_array_index (proposal->pools, i));
  n += add_lacks (section, &lacks);
  lacks_clear (&lacks);
  if (n == 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, "Không còn nội dung nào phải hoàn thiện.");
}
