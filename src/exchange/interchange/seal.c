/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/seal.h"

#include "exchange/interchange/interchange.h"
#include "exchange/interchange/ranking-json.h"
#include "store/digest.h"

static void
take_text (const char *bytes, gsize length, gpointer digest)
{
  bv_digest_update (digest, bytes, length);
}

/**
 * bv_seal_compute:
 * @proposal: a proposal with its whole campaign
 *
 * The seal is the SHA-256 over two texts, one directly behind the other: the bytes of `dump`
 * (bv_interchange_stream()), then those of `rank --json` (bv_ranking_json_stream()). Both are UTF-8 and end
 * in a line feed; there is no separator, and no clock in them but the ranking's date. So whoever has the
 * program can do it again: `(bangvang-cli dump; bangvang-cli --json rank) | sha256sum`.
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
char *
bv_seal_compute (const BvProposal *proposal)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();

  g_return_val_if_fail (proposal->campaign != NULL, NULL);

  bv_interchange_stream (proposal->campaign, take_text, digest);
  bv_ranking_json_stream (proposal, take_text, digest);
  return bv_digest_finish (digest);
}
