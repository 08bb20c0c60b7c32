/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sealed/seal-inquiry.h"

#include "core/submission.h"
#include "exchange/sealed/seal.h"
#include "store/digest.h"
#include "store/proposals.h"
#include "store/vault.h"
#include "store/verify.h"

#include <string.h>

/**
 * bv_seal_inquiry_find:
 * @library: a library, outside an action
 * @campaign: a campaign's row
 * @proposal: its proposal, with the whole campaign
 * @error: return location for a %BV_STORE_ERROR
 *
 * Verifies the library and reads each file of the campaign's evidence: not for the main thread.
 *
 * Returns: (transfer full) (nullable) (element-type BvFinding): what bv_seal_check_new() finds; %NULL with
 * @error set on failure
 */
GPtrArray *
bv_seal_inquiry_find (BvLibrary *library, gint64 campaign, const BvProposal *proposal, GError **error)
{
  BvSealingFacts facts = { 0, FALSE };
  gboolean sound = TRUE;

  if (!bv_verify_count_absent (library, campaign, &facts.n_absent, error)
      || !bv_verify_campaign (library, campaign, &sound, error))
    return NULL;
  facts.unsound = !sound;
  return bv_seal_check_new (proposal, &facts);
}

/**
 * bv_seal_inquiry_tell_state:
 * @seal: the seal that a proposal has, or would have
 * @findings: (element-type BvFinding): what was found before it is sealed
 *
 * Whoever confirms a sealing confirms a proposal and what was said of it. The seal stands for all that the
 * campaign says, but the files of the evidence and the soundness of the library are only in the findings.
 *
 * Returns: (transfer full): a text that is another one where any of it differs
 */
char *
bv_seal_inquiry_tell_state (const char *seal, const GPtrArray *findings)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();

  bv_digest_update (digest, seal, strlen (seal));
  for (guint i = 0; i < findings->len; i++)
    {
      const BvFinding *finding = g_ptr_array_index (findings, i);
      const char weight = '0' + finding->weight;

      bv_digest_update (digest, &weight, 1);
      bv_digest_update (digest, finding->text, strlen (finding->text) + 1);
    }
  return bv_digest_finish (digest);
}

/* What cannot be written again is as good as never sealed. */
static gboolean
find_same (BvLibrary *library,
           gint64 campaign,
           gint64 date,
           const char *seal,
           BvSealing **same,
           GError **error)
{
  if (!bv_sealings_find (library, campaign, date, seal, same, error))
    return FALSE;
  if (*same != NULL && !bv_vault_has (bv_library_get_folder (library), (*same)->dump, NULL))
    g_clear_pointer (same, bv_sealing_free);
  return TRUE;
}

/**
 * bv_seal_inquiry_new:
 * @library: a library, outside an action
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @error: return location for a %BV_STORE_ERROR
 *
 * Looks at the campaign's proposal as bv_export_begin() will. May run in a thread of its own, with a reader
 * of its own.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with @error set on failure
 */
BvSealInquiry *
bv_seal_inquiry_new (BvLibrary *library, gint64 campaign, gint64 date, GError **error)
{
  g_autoptr (BvProposal) proposal = bv_proposals_read (library, campaign, date, error);
  g_autoptr (BvSealInquiry) inquiry = g_new0 (BvSealInquiry, 1);
  g_autofree char *seal = NULL;

  if (proposal == NULL)
    return NULL;
  inquiry->findings = bv_seal_inquiry_find (library, campaign, proposal, error);
  if (inquiry->findings == NULL)
    return NULL;
  seal = bv_seal_compute (proposal);
  if (!find_same (library, campaign, date, seal, &inquiry->same, error))
    return NULL;
  inquiry->state = bv_seal_inquiry_tell_state (seal, inquiry->findings);
  inquiry->proposed = bv_submission_fill (proposal, "{đề nghị}");
  return g_steal_pointer (&inquiry);
}

/**
 * bv_seal_inquiry_free:
 * @inquiry: (transfer full): what was found
 */
void
bv_seal_inquiry_free (BvSealInquiry *inquiry)
{
  g_clear_pointer (&inquiry->findings, g_ptr_array_unref);
  g_clear_pointer (&inquiry->same, bv_sealing_free);
  g_free (inquiry->proposed);
  g_free (inquiry->state);
  g_free (inquiry);
}
