/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/proof/planned-proof.h"

#include "store/file-name.h"
#include "store/shown-path.h"

static void
link_free (gpointer data)
{
  BvPlannedLink *link = data;

  g_free (link->nominee);
  g_free (link->criterion);
  g_free (link);
}

/**
 * bv_planned_proof_new:
 * @path: a file
 * @origin: where it comes from
 *
 * Returns: (transfer full): a file of which nothing is known yet
 */
BvPlannedProof *
bv_planned_proof_new (const char *path, const BvIntakeOrigin *origin)
{
  BvPlannedProof *proof = g_new0 (BvPlannedProof, 1);
  g_autofree char *name = g_path_get_basename (path);

  proof->path = g_strdup (path);
  proof->origin = bv_intake_origin_copy (origin);
  proof->name = bv_file_name_make_printable (name);
  proof->state = BV_PROOF_UNKNOWN;
  proof->links = g_ptr_array_new_with_free_func (link_free);
  return proof;
}

/**
 * bv_planned_proof_free:
 * @data: (transfer full): a #BvPlannedProof
 */
void
bv_planned_proof_free (gpointer data)
{
  BvPlannedProof *proof = data;

  g_ptr_array_unref (proof->links);
  g_clear_error (&proof->refusal);
  bv_intake_origin_free (proof->origin);
  g_free (proof->path);
  g_free (proof->name);
  g_free (proof->sha256);
  g_free (proof);
}

/**
 * bv_planned_proof_clear_links:
 * @proof: a file
 */
void
bv_planned_proof_clear_links (BvPlannedProof *proof)
{
  g_ptr_array_set_size (proof->links, 0);
}

/**
 * bv_planned_proof_add_link:
 * @proof: a file
 * @nominee: a key
 * @criterion: (nullable): a code; %NULL: which is not known
 * @document: (nullable): as which a form names it; it has to outlive @proof
 *
 * Returns: (transfer none): what it proves, or may
 */
BvPlannedLink *
bv_planned_proof_add_link (BvPlannedProof *proof,
                           const char *nominee,
                           const char *criterion,
                           const BvPlannedDocument *document)
{
  BvPlannedLink *link = g_new (BvPlannedLink, 1);

  *link = (BvPlannedLink){ g_strdup (nominee), g_strdup (criterion), document, FALSE };
  g_ptr_array_add (proof->links, link);
  return link;
}

/**
 * bv_planned_proof_write_place:
 * @proof: a file
 *
 * Returns: (transfer full): where it is, or was before it was unpacked, as people read it
 */
char *
bv_planned_proof_write_place (const BvPlannedProof *proof)
{
  return proof->origin->place != NULL ? g_strdup (proof->origin->place) : bv_shown_path_write (proof->path);
}

/**
 * bv_planned_proof_get_reason:
 * @proof: a file
 *
 * Returns: (transfer none): why it is in its state, in the user's language
 */
const char *
bv_planned_proof_get_reason (const BvPlannedProof *proof)
{
  return proof->refusal != NULL ? proof->refusal->message : bv_proof_match_reason_title (proof->reason);
}

static gboolean
is_of (const BvPlannedProof *proof, const BvPlannedDocument *document)
{
  for (guint i = 0; i < proof->links->len; i++)
    if (((BvPlannedLink *) g_ptr_array_index (proof->links, i))->document == document)
      return proof->state == BV_PROOF_NEW || proof->state == BV_PROOF_SAME;
  return FALSE;
}

/**
 * bv_planned_proof_find:
 * @plan: a plan
 * @document: a document that one of its files names
 *
 * Returns: (transfer none) (nullable): the file that is the document for certain; %NULL: it is missing
 */
const BvPlannedProof *
bv_planned_proof_find (const BvImportPlan *plan, const BvPlannedDocument *document)
{
  for (guint i = 0; i < plan->proofs->len; i++)
    if (is_of (g_ptr_array_index (plan->proofs, i), document))
      return g_ptr_array_index (plan->proofs, i);
  return NULL;
}

/**
 * bv_planned_proof_count:
 * @plan: a plan
 * @state: a state
 *
 * Returns: how many files that may be evidence are in that state
 */
guint
bv_planned_proof_count (const BvImportPlan *plan, BvProofState state)
{
  guint n = 0;

  for (guint i = 0; i < plan->proofs->len; i++)
    n += ((BvPlannedProof *) g_ptr_array_index (plan->proofs, i))->state == state;
  return n;
}

/**
 * bv_proof_state_get_name:
 * @state: a state
 *
 * Returns: its name in what is written for programs
 */
const char *
bv_proof_state_get_name (BvProofState state)
{
  static const char *const names[BV_N_PROOF_STATES] = {
    [BV_PROOF_NEW] = "new",         [BV_PROOF_SAME] = "same",       [BV_PROOF_ASKED] = "asked",
    [BV_PROOF_UNKNOWN] = "unknown", [BV_PROOF_REFUSED] = "refused",
  };

  return names[state];
}
