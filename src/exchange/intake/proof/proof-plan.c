/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/proof/proof-plan.h"

#include "core/evidence.h"
#include "core/group.h"
#include "exchange/intake/proof/proof-content.h"
#include "exchange/intake/proof/proof-hints.h"

struct _BvProofPlan
{
  BvImportPlan *plan;
  GPtrArray *nominees; /* of BvNominee: those that are there, and those that will be new */
  BvUnitMatcher *units;
  BvProofMatcher *matcher;
  BvProofHints *hints;
};

static void
add_documents (BvProofPlan *self, const BvPlannedFile *file)
{
  for (guint i = 0; i < file->documents->len; i++)
    {
      const BvPlannedDocument *document = g_ptr_array_index (file->documents, i);

      bv_proof_matcher_add (self->matcher, &(BvProofDocument){ document->nominee, document->criterion,
                                                               file->unit, document->name, document });
    }
}

/**
 * bv_proof_plan_new:
 * @plan: a plan of all forms; it has to outlive what is returned
 *
 * Returns: (transfer full): what finds out what files prove
 */
BvProofPlan *
bv_proof_plan_new (BvImportPlan *plan)
{
  BvProofPlan *self = g_new0 (BvProofPlan, 1);
  const BvCampaign *campaign = plan->campaign;

  self->plan = plan;
  self->nominees = g_ptr_array_new ();
  for (guint i = 0; i < campaign->nominees->len; i++)
    g_ptr_array_add (self->nominees, g_ptr_array_index (campaign->nominees, i));
  for (guint i = 0; i < plan->added->len; i++)
    g_ptr_array_add (self->nominees, g_ptr_array_index (plan->added, i));
  self->units = bv_unit_matcher_new (campaign->units, campaign->starts);
  self->matcher = bv_proof_matcher_new (campaign->groups, self->nominees, self->units);
  self->hints = bv_proof_hints_new (plan);
  for (guint i = 0; i < plan->files->len; i++)
    add_documents (self, g_ptr_array_index (plan->files, i));
  return self;
}

/**
 * bv_proof_plan_free:
 * @self: (transfer full): what finds out what files prove
 */
void
bv_proof_plan_free (BvProofPlan *self)
{
  bv_proof_hints_free (self->hints);
  bv_proof_matcher_free (self->matcher);
  bv_unit_matcher_free (self->units);
  g_ptr_array_unref (self->nominees);
  g_free (self);
}

static gboolean
has_content (const BvImportPlan *plan, const BvAssessment *assessment, const char *sha256)
{
  for (guint i = 0; assessment != NULL && i < assessment->evidence->len; i++)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i);
      const BvEvidence *evidence = g_hash_table_lookup (plan->evidence, link->evidence);

      if (evidence != NULL && g_strcmp0 (evidence->sha256, sha256) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_link (BvProofPlan *self, BvPlannedProof *proof, const BvProofTarget *target, const char *criterion)
{
  const BvNominee *nominee = bv_record_find (self->plan->campaign->nominees, target->nominee);
  BvPlannedLink *link = bv_planned_proof_add_link (proof, target->nominee, criterion,
                                                   target->document != NULL ? target->document->data : NULL);

  link->is_here = nominee != NULL && criterion != NULL
                  && has_content (self->plan, bv_nominee_find_assessment (nominee, criterion), proof->sha256);
}

/* What is said of all leaves of a nominee is said of each. */
static void
add_target (BvProofPlan *self, BvPlannedProof *proof, const BvProofTarget *target)
{
  const BvNominee *nominee = bv_record_find (self->nominees, target->nominee);
  const BvGroup *group
    = nominee != NULL ? bv_record_find (self->plan->campaign->groups, nominee->group) : NULL;
  g_autoptr (GPtrArray) leaves = NULL;

  if (target->criterion != NULL || group == NULL || proof->state != BV_PROOF_NEW)
    {
      add_link (self, proof, target, target->criterion);
      return;
    }
  leaves = bv_group_list_leaves (group);
  for (guint i = 0; i < leaves->len; i++)
    add_link (self, proof, target, ((BvCriterion *) g_ptr_array_index (leaves, i))->code);
}

/* Where it is evidence already, though nothing says so any more: forms name what is missing. */
static void
add_kept (BvProofPlan *self, BvPlannedProof *proof)
{
  const GPtrArray *nominees = self->plan->campaign->nominees;

  for (guint i = 0; i < nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (nominees, i);

      for (guint k = 0; k < nominee->assessments->len; k++)
        {
          const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, k);

          if (has_content (self->plan, assessment, proof->sha256))
            bv_planned_proof_add_link (proof, nominee->key, assessment->criterion, NULL)->is_here = TRUE;
        }
    }
}

static gboolean
all_are_here (const BvPlannedProof *proof)
{
  for (guint i = 0; i < proof->links->len; i++)
    if (!((BvPlannedLink *) g_ptr_array_index (proof->links, i))->is_here)
      return FALSE;
  return TRUE;
}

static void
judge (BvProofPlan *self, BvPlannedProof *proof, const BvProofMatch *match)
{
  static const BvProofState states[] = { [BV_PROOF_MATCH_NONE] = BV_PROOF_UNKNOWN,
                                         [BV_PROOF_MATCH_ASKED] = BV_PROOF_ASKED,
                                         [BV_PROOF_MATCH_CERTAIN] = BV_PROOF_NEW };

  proof->state = states[match->state];
  proof->reason = match->reason;
  if (match->state != BV_PROOF_MATCH_CERTAIN)
    add_kept (self, proof);
  if (proof->links->len == 0)
    for (guint i = 0; i < match->targets->len; i++)
      add_target (self, proof, &g_array_index (match->targets, BvProofTarget, i));
  if (proof->links->len > 0 && all_are_here (proof))
    proof->state = BV_PROOF_SAME;
}

/**
 * bv_proof_plan_find:
 * @self: what finds out what files prove
 * @path: a file
 * @origin: where it comes from
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is to become of it; it is not part of the plan yet
 */
BvPlannedProof *
bv_proof_plan_find (BvProofPlan *self,
                    const char *path,
                    const BvIntakeOrigin *origin,
                    GCancellable *cancellable,
                    GError **error)
{
  BvPlannedProof *proof = bv_planned_proof_new (path, origin);
  const BvProofFile file
    = { proof->name, (const char *const *) origin->folders, bv_proof_hints_find (self->hints, origin) };
  g_autoptr (BvProofMatch) match = NULL;

  if (!bv_proof_content_read (proof, cancellable, error))
    {
      bv_planned_proof_free (proof);
      return NULL;
    }
  if (proof->state == BV_PROOF_REFUSED)
    return proof;
  match = bv_proof_match_find (self->matcher, &file);
  judge (self, proof, match);
  return proof;
}

/* @claimed: by document, the file that is it */
static void
settle_documents (GHashTable *claimed, BvPlannedProof *proof)
{
  for (guint i = 0; i < proof->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (proof->links, i);
      BvPlannedProof *other = link->document != NULL ? g_hash_table_lookup (claimed, link->document) : NULL;

      if (link->document != NULL && other == NULL)
        g_hash_table_insert (claimed, (gpointer) link->document, proof);
      if (other == NULL || g_str_equal (other->sha256, proof->sha256))
        continue;
      other->state = proof->state = BV_PROOF_ASKED;
      other->reason = proof->reason = BV_PROOF_TWICE;
    }
}

/* The same content twice is one piece. */
static void
settle_content (GHashTable *contents, BvPlannedProof *proof)
{
  for (guint i = 0; i < proof->links->len; i++)
    {
      BvPlannedLink *link = g_ptr_array_index (proof->links, i);

      link->is_here
        = !g_hash_table_add (contents, g_strjoin ("/", proof->sha256, link->nominee, link->criterion, NULL))
          || link->is_here;
    }
  if (all_are_here (proof))
    proof->state = BV_PROOF_SAME;
}

static gboolean
is_new (const BvImportPlan *plan, guint i)
{
  return ((BvPlannedProof *) g_ptr_array_index (plan->proofs, i))->state == BV_PROOF_NEW;
}

/**
 * bv_proof_plan_settle:
 * @plan: a plan, all proofs of which were found
 *
 * Two files with other content cannot both be the document that a form names: which is has to be asked.
 */
void
bv_proof_plan_settle (BvImportPlan *plan)
{
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->proofs->len; i++)
    if (is_new (plan, i))
      settle_documents (claimed, g_ptr_array_index (plan->proofs, i));
  for (guint i = 0; i < plan->proofs->len; i++)
    if (is_new (plan, i))
      settle_content (contents, g_ptr_array_index (plan->proofs, i));
}
