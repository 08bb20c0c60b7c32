/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/appraisal-open.h"

#include "core/missing.h"
#include "core/proposed-list.h"
#include "core/ranking-sentences.h"
#include "core/text/wording.h"

/* What is still missing of those that are proposed. */
typedef struct
{
  GHashTable *inside;     /* entrants */
  GArray *without_report; /* entrants that lack the report of achievements */
  guint n_items;          /* all else */
  GHashTable *lacking;    /* entrants that lack it */
} Lacks;

static void
lacks_init (Lacks *lacks, const BvProposal *proposal)
{
  *lacks = (Lacks){ .inside = bv_proposed_list_find_entrants (proposal),
                    .without_report = g_array_new (FALSE, FALSE, sizeof (guint)),
                    .lacking = g_hash_table_new (NULL, NULL) };
}

static void
lacks_clear (Lacks *lacks)
{
  g_hash_table_unref (lacks->inside);
  g_hash_table_unref (lacks->lacking);
  g_array_unref (lacks->without_report);
}

static void
take_item (Lacks *lacks, const BvMissingItem *item)
{
  if (!g_hash_table_contains (lacks->inside, GUINT_TO_POINTER (item->entrant)))
    return;
  if (item->kind == BV_MISSING_ACHIEVEMENT)
    {
      g_array_append_val (lacks->without_report, item->entrant);
      return;
    }
  lacks->n_items++;
  g_hash_table_add (lacks->lacking, GUINT_TO_POINTER (item->entrant));
}

static void
find_lacks (Lacks *lacks, const BvProposal *proposal)
{
  g_autoptr (BvMissing) missing = bv_missing_new (proposal, NULL, NULL);

  for (guint i = 0; i < missing->units->len; i++)
    {
      const BvMissingUnit *unit = g_ptr_array_index (missing->units, i);

      for (guint k = 0; k < unit->items->len; k++)
        take_item (lacks, g_ptr_array_index (unit->items, k));
    }
}

static guint
add_lacks (BvSection *section, const BvProposal *proposal, const Lacks *lacks)
{
  g_autofree char *n_reports = bv_wording_count (lacks->without_report->len);
  g_autofree char *names = bv_proposal_write_names (proposal, lacks->without_report);
  g_autofree char *n_items = bv_wording_count (lacks->n_items);
  g_autofree char *n_nominees = bv_wording_count (g_hash_table_size (lacks->lacking));
  g_autofree char *reports
    = g_strdup_printf ("- Chưa nộp báo cáo thành tích: %s trường hợp được đề nghị (%s).", n_reports, names);
  g_autofree char *items = g_strdup_printf (
    "- Hồ sơ chấm điểm, minh chứng: còn %s nội dung của %s trường hợp được đề nghị.", n_items, n_nominees);

  if (lacks->without_report->len > 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, reports);
  if (lacks->n_items > 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, items);
  return (lacks->without_report->len > 0) + (lacks->n_items > 0);
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
  n += add_lacks (section, proposal, &lacks);
  lacks_clear (&lacks);
  if (n == 0)
    bv_section_add_paragraph (section, BV_STYLE_BODY, "Không còn nội dung nào phải hoàn thiện.");
}
