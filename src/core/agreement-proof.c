/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/agreement-finders.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/twins.h"

#define DIGITS_HASHED 16
#define STRIDE 4 /* nominees that are looked at while a step is fetched */

/* One content, which may be several pieces of evidence, and who proves points by it. */
typedef struct
{
  const BvEvidence *piece; /* the first */
  GArray *nominees;        /* of guint, in their order, each once */
} Content;

/* From the assessments of a nominee to the key of a piece of evidence. */
typedef enum
{
  STEP_ASSESSMENTS,
  STEP_ASSESSMENT_PLACES,
  STEP_ASSESSMENT,
  STEP_LINKS,
  STEP_PLACES,
  STEP_LINK,
  STEP_KEY,
  N_STEPS,
} Step;

typedef struct
{
  const BvCampaign *campaign;
  GHashTable *leaves; /* key of a group → (element-type BvCriterion) */
  BvTwins *links;     /* who proves something by which piece, by its key */
  guint *hashes;      /* of the keys of the pieces */
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
  proof->links = bv_twins_new (MAX (campaign->nominees->len, campaign->evidence->len), bv_twins_hash_key);
  proof->hashes = g_new0 (guint, campaign->evidence->len);
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
  g_free (proof->hashes);
  g_hash_table_unref (proof->pieces);
  g_ptr_array_unref (proof->contents);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proof, proof_clear)

static BvEvidence *
get_piece (const Proof *proof, guint index)
{
  return g_ptr_array_index (proof->campaign->evidence, index);
}

static void
fetch_pieces (const Proof *proof, guint index)
{
  if (index + 2 * STRIDE * STRIDE >= proof->campaign->evidence->len)
    return;
  __builtin_prefetch (&get_piece (proof, index + 2 * STRIDE * STRIDE)->key);
  __builtin_prefetch (get_piece (proof, index + STRIDE * STRIDE)->key);
}

/* Pieces of one content serve those of each other: whoever proves by one of them is not alone. */
static void
mark_doubled_pieces (const Proof *proof)
{
  g_autoptr (BvTwins) twins = bv_twins_new (proof->campaign->evidence->len, hash_digest);
  const BvTwin *twin;

  for (guint i = 0; i < proof->campaign->evidence->len; i++)
    {
      const BvEvidence *piece = get_piece (proof, i);

      fetch_pieces (proof, i);
      proof->hashes[i] = bv_twins_hash_key (piece->key);
      if (piece->sha256 != NULL)
        bv_twins_add (twins, i, piece->sha256);
    }
  for (guint cursor = 0; (twin = bv_twins_next (twins, &cursor)) != NULL;)
    bv_twins_mark (proof->links, proof->hashes[twin->place]);
}

/* What is come to from an assessment by some steps, on the way to the key of the first piece that it names;
 * NULL where it names none. */
static gconstpointer
step_from (const BvAssessment *assessment, Step step)
{
  const GPtrArray *links;

  if (step == STEP_ASSESSMENT)
    return &assessment->evidence;
  links = assessment->evidence;
  if (step == STEP_LINKS)
    return links;
  if (links->len == 0 || step == STEP_PLACES)
    return links->pdata;
  return step == STEP_LINK ? links->pdata[0] : ((const BvEvidenceLink *) links->pdata[0])->evidence;
}

static void
fetch_step (const GPtrArray *assessments, Step step)
{
  if (step == STEP_ASSESSMENTS)
    __builtin_prefetch (assessments);
  else if (step == STEP_ASSESSMENT_PLACES)
    __builtin_prefetch (assessments->pdata);
  else
    for (guint i = 0; i < assessments->len; i++)
      __builtin_prefetch (step_from (g_ptr_array_index (assessments, i), step));
}

/* What lies behind a nominee is found step by step, each time where it was read to, and that is waited for.
 * So while one nominee is looked at, the processor is told to fetch one step of each that follows. */
static void
fetch_ahead (const BvRoster *roster, guint index)
{
  if (index + N_STEPS * STRIDE >= roster->rows->len)
    return;
  for (Step step = 0; step < N_STEPS; step++)
    fetch_step (bv_roster_row (roster, index + (N_STEPS - step) * STRIDE)->assessments, step);
}

/* Of all leaves, for few links are looked at again. */
static void
list_links (const Proof *proof, const BvRosterRow *row)
{
  const char *last = "";

  for (guint i = 0; i < row->assessments->len; i++)
    {
      const GPtrArray *links = ((const BvAssessment *) g_ptr_array_index (row->assessments, i))->evidence;

      for (guint k = 0; k < links->len; k++)
        {
          const BvEvidenceLink *link = g_ptr_array_index (links, k);

          if (!g_str_equal (link->evidence, last))
            bv_twins_add (proof->links, row->nominee, link->evidence);
          last = link->evidence;
        }
    }
}

static void
list_all_links (const Proof *proof, const BvRoster *roster)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      fetch_ahead (roster, i);
      list_links (proof, bv_roster_row (roster, i));
    }
}

/* The contents of the pieces that may serve several, in the order of the pieces. */
static void
list_contents (Proof *proof)
{
  g_autoptr (GHashTable) contents = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < proof->campaign->evidence->len; i++)
    {
      const BvEvidence *piece;
      Content *content;

      if (!bv_twins_has (proof->links, proof->hashes[i]) || (piece = get_piece (proof, i))->sha256 == NULL)
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

static gboolean
has_link (const BvAssessment *assessment, const char *piece)
{
  for (guint i = 0; i < assessment->evidence->len; i++)
    if (g_str_equal (((const BvEvidenceLink *) g_ptr_array_index (assessment->evidence, i))->evidence, piece))
      return TRUE;
  return FALSE;
}

static gboolean
proves_points (const Proof *proof, const BvNominee *nominee, const char *piece)
{
  const GPtrArray *leaves = g_hash_table_lookup (proof->leaves, nominee->group);
  guint leaf = leaves->len - 1;

  for (guint i = 0; i < nominee->assessments->len; i++)
    {
      const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, i);

      if (has_link (assessment, piece) && leaf_counts (find_leaf (leaves, assessment->criterion, &leaf)))
        return TRUE;
    }
  return FALSE;
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
          && (nominees->len == 0 || g_array_index (nominees, guint, nominees->len - 1) != twin->place)
          && proves_points (proof, g_ptr_array_index (proof->campaign->nominees, twin->place), twin->text))
        g_array_append_val (nominees, twin->place);
    }
}

/**
 * bv_agreement_find_evidence:
 * @agreement: an agreement to be filled
 * @roster: of its campaign
 * @date: the ranking's date
 *
 * Source: RULES.md, The same twice, `evidence`.
 */
void
bv_agreement_find_evidence (BvAgreement *agreement, const BvRoster *roster, gint64 date)
{
  g_auto (Proof) proof;

  proof_init (&proof, roster->campaign);
  list_all_links (&proof, roster);
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
