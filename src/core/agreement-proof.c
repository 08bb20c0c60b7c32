/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/agreement-finders.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"

/* One content, which may be several pieces of evidence, and who proves points by it. */
typedef struct
{
  const BvEvidence *piece; /* the first */
  GArray *nominees;        /* of guint, in their order, each once; NULL: none yet */
} Content;

typedef struct
{
  GHashTable *leaves; /* of each group the codes of the leaves that count: group → (set of codes) */
  GHashTable *pieces; /* key of a piece → Content; of one without a known content: none */
  GHashTable *contents;
} Proof;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_pointer (&content->nominees, g_array_unref);
  g_free (content);
}

static GHashTable *
list_counting_leaves (const BvGroup *group)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);

      if ((leaf->kind == BV_CRITERION_POINTS || leaf->kind == BV_CRITERION_BONUS) && !leaf->shared)
        g_hash_table_add (codes, leaf->code);
    }
  return codes;
}

static void
proof_init (Proof *proof, const BvCampaign *campaign)
{
  proof->leaves = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  proof->pieces = g_hash_table_new (g_str_hash, g_str_equal);
  proof->contents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, content_free);
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);

      g_hash_table_insert (proof->leaves, group->key, list_counting_leaves (group));
    }
  for (guint i = 0; i < campaign->evidence->len; i++)
    {
      const BvEvidence *piece = g_ptr_array_index (campaign->evidence, i);
      Content *content = piece->sha256 != NULL ? g_hash_table_lookup (proof->contents, piece->sha256) : NULL;

      if (piece->sha256 == NULL)
        continue;
      if (content == NULL)
        {
          content = g_new0 (Content, 1);
          content->piece = piece;
          g_hash_table_insert (proof->contents, piece->sha256, content);
        }
      g_hash_table_insert (proof->pieces, piece->key, content);
    }
}

static void
proof_clear (Proof *proof)
{
  g_hash_table_unref (proof->leaves);
  g_hash_table_unref (proof->pieces);
  g_hash_table_unref (proof->contents);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proof, proof_clear)

static void
content_add (Content *content, guint nominee)
{
  GArray *nominees = content->nominees;

  if (nominees == NULL)
    nominees = content->nominees = g_array_new (FALSE, FALSE, sizeof (guint));
  if (nominees->len == 0 || g_array_index (nominees, guint, nominees->len - 1) != nominee)
    g_array_append_val (nominees, nominee);
}

static void
proof_add (const Proof *proof, const BvNominee *nominee, guint index)
{
  GHashTable *codes = g_hash_table_lookup (proof->leaves, nominee->group);

  for (guint i = 0; i < nominee->assessments->len; i++)
    {
      const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, i);

      if (assessment->evidence->len == 0 || !g_hash_table_contains (codes, assessment->criterion))
        continue;
      for (guint k = 0; k < assessment->evidence->len; k++)
        {
          const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, k);
          Content *content = g_hash_table_lookup (proof->pieces, link->evidence);

          if (content != NULL)
            content_add (content, index);
        }
    }
}

/**
 * bv_agreement_find_evidence:
 * @agreement: an agreement to be filled
 * @campaign: its campaign
 * @date: the ranking's date
 *
 * Source: RULES.md, The same twice, `evidence`.
 */
void
bv_agreement_find_evidence (BvAgreement *agreement, const BvCampaign *campaign, gint64 date)
{
  g_auto (Proof) proof;

  proof_init (&proof, campaign);
  for (guint i = 0; i < campaign->nominees->len; i++)
    if (!((const BvNominee *) g_ptr_array_index (campaign->nominees, i))->withdrawn)
      proof_add (&proof, g_ptr_array_index (campaign->nominees, i), i);
  for (guint i = 0; i < campaign->evidence->len; i++)
    {
      const BvEvidence *piece = g_ptr_array_index (campaign->evidence, i);
      const Content *content = g_hash_table_lookup (proof.pieces, piece->key);
      guint first = agreement->order->len;

      if (content == NULL || content->piece != piece || content->nominees == NULL)
        continue;
      g_array_append_vals (agreement->order, content->nominees->data, content->nominees->len);
      bv_agreement_add_span (agreement, first, piece);
    }
}
