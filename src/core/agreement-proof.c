/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/agreement-finders.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/twins.h"

#define DIGITS_HASHED 16

/* One content, which may be several pieces of evidence, and who proves points by it. */
typedef struct
{
  const BvEvidence *piece; /* the first */
  GArray *nominees;        /* of guint, in their order, each once */
} Content;

typedef struct
{
  const BvCampaign *campaign;
  GHashTable *leaves; /* key of a group → (element-type BvCriterion) */
  BvTwins *links;     /* who proves points by which piece, by its key */
  GHashTable *pieces; /* key of a piece that may serve several → its Content */
  GPtrArray *contents;
} Proof;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_array_unref (content->nominees);
  g_free (content);
}

/* Assessments mostly follow each other as the leaves do, so it is looked for behind the last one. */
static const BvCriterion *
find_leaf (const GPtrArray *leaves, const char *code, guint *last)
{
  for (guint i = 1; i <= leaves->len; i++)
    {
      guint place = (*last + i) % leaves->len;
      const BvCriterion *leaf = g_ptr_array_index (leaves, place);

      if (!g_str_equal (leaf->code, code))
        continue;
      *last = place;
      return leaf;
    }
  return NULL;
}

static gboolean
leaf_counts (const BvCriterion *leaf)
{
  return leaf != NULL && !leaf->shared
         && (leaf->kind == BV_CRITERION_POINTS || leaf->kind == BV_CRITERION_BONUS);
}

/* Its first digits are as good as all of them. */
static guint
hash_digest (const char *sha256)
{
  guint hash = 0;

  for (guint i = 0; i < DIGITS_HASHED && sha256[i] != '\0'; i++)
    hash = hash * 31 + (guchar) sha256[i];
  return hash;
}

static void
proof_init (Proof *proof, const BvCampaign *campaign)
{
  proof->campaign = campaign;
  proof->leaves = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  proof->links = bv_twins_new (MAX (campaign->nominees->len, campaign->evidence->len));
  proof->pieces = g_hash_table_new (g_str_hash, g_str_equal);
  proof->contents = g_ptr_array_new_with_free_func (content_free);
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (campaign->groups, i);

      g_hash_table_insert (proof->leaves, group->key, bv_group_list_leaves (group));
    }
}

static void
proof_clear (Proof *proof)
{
  g_hash_table_unref (proof->leaves);
  bv_twins_free (proof->links);
  g_hash_table_unref (proof->pieces);
  g_ptr_array_unref (proof->contents);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proof, proof_clear)

static BvEvidence *
get_piece (const Proof *proof, guint index)
{
  return g_ptr_array_index (proof->campaign->evidence, index);
}

/* Pieces of one content serve those of each other: whoever proves by one of them is not alone. */
static void
mark_doubled_pieces (const Proof *proof)
{
  g_autoptr (BvTwins) twins = bv_twins_new (proof->campaign->evidence->len);
  const BvTwin *twin;

  for (guint i = 0; i < proof->campaign->evidence->len; i++)
    if (get_piece (proof, i)->sha256 != NULL)
      bv_twins_add (twins, hash_digest (get_piece (proof, i)->sha256), 0, get_piece (proof, i)->key);
  for (guint cursor = 0; (twin = bv_twins_next (twins, &cursor)) != NULL;)
    bv_twins_mark (proof->links, g_str_hash (twin->text));
}

/* A piece that proves several leaves of one nominee is counted once where they follow each other. */
static void
list_links (const Proof *proof, const BvNominee *nominee, guint index)
{
  const GPtrArray *leaves = g_hash_table_lookup (proof->leaves, nominee->group);
  guint leaf = leaves->len - 1;
  const char *last = "";

  for (guint i = 0; i < nominee->assessments->len; i++)
    {
      const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, i);

      if (assessment->evidence->len == 0 || !leaf_counts (find_leaf (leaves, assessment->criterion, &leaf)))
        continue;
      for (guint k = 0; k < assessment->evidence->len; k++)
        {
          const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, k);

          if (!g_str_equal (link->evidence, last))
            bv_twins_add (proof->links, g_str_hash (link->evidence), index, link->evidence);
          last = link->evidence;
        }
    }
}

/* The contents of the pieces that may serve several, in the order of the pieces. */
static void
list_contents (Proof *proof)
{
  g_autoptr (GHashTable) contents = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < proof->campaign->evidence->len; i++)
    {
      const BvEvidence *piece = get_piece (proof, i);
      Content *content;

      if (piece->sha256 == NULL || !bv_twins_has (proof->links, g_str_hash (piece->key)))
        continue;
      content = g_hash_table_lookup (contents, piece->sha256);
      if (content == NULL)
        {
          content = g_new0 (Content, 1);
          content->piece = piece;
          content->nominees = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (proof->contents, content);
          g_hash_table_insert (contents, piece->sha256, content);
        }
      g_hash_table_insert (proof->pieces, piece->key, content);
    }
}

/* Links come nominee by nominee. */
static void
fill_contents (Proof *proof)
{
  const BvTwin *twin;

  for (guint cursor = 0; (twin = bv_twins_next (proof->links, &cursor)) != NULL;)
    {
      Content *content = g_hash_table_lookup (proof->pieces, twin->text);
      GArray *nominees = content != NULL ? content->nominees : NULL;

      if (nominees != NULL
          && (nominees->len == 0 || g_array_index (nominees, guint, nominees->len - 1) != twin->nominee))
        g_array_append_val (nominees, twin->nominee);
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
    {
      const BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      if (!nominee->withdrawn)
        list_links (&proof, nominee, i);
    }
  mark_doubled_pieces (&proof);
  list_contents (&proof);
  fill_contents (&proof);
  for (guint i = 0; i < proof.contents->len; i++)
    {
      const Content *content = g_ptr_array_index (proof.contents, i);
      guint first = agreement->order->len;

      g_array_append_vals (agreement->order, content->nominees->data, content->nominees->len);
      bv_agreement_add_span (agreement, first, content->piece);
    }
}
