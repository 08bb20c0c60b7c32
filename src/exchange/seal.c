/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/seal.h"

#include "exchange/interchange.h"
#include "exchange/ranking-json.h"

/**
 * bv_seal_compute:
 * @proposal: a proposal with its whole campaign
 *
 * The seal is the SHA-256 over two texts, one directly behind the other: the bytes of `dump`
 * (bv_interchange_write()), then those of `rank --json` (bv_ranking_json_write()). Both are UTF-8 and end in
 * a line feed; there is no separator, and no clock in them but the ranking's date. So whoever has the program
 * can do it again: `(bangvang-cli dump; bangvang-cli --json rank) | sha256sum`.
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
char *
bv_seal_compute (const BvProposal *proposal)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *dump = NULL;
  g_autofree char *ranks = NULL;
  gsize length;

  g_return_val_if_fail (proposal->campaign != NULL, NULL);

  dump = bv_interchange_write (proposal->campaign, &length);
  g_checksum_update (checksum, (const guchar *) dump, length);
  ranks = bv_ranking_json_write (proposal, &length);
  g_checksum_update (checksum, (const guchar *) ranks, length);
  return g_strdup (g_checksum_get_string (checksum));
}
