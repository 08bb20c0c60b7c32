/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sealed/seal.h"

#include "exchange/interchange/interchange.h"
#include "exchange/interchange/ranking-json.h"
#include "store/digest.h"

/* What is hashed, and who else gets the dump. */
typedef struct
{
  BvDigest *digest;
  BvJsonSink show;
  gpointer data;
} Sealing;

static void
take_dump (const char *bytes, gsize length, gpointer data)
{
  Sealing *sealing = data;

  bv_digest_update (sealing->digest, bytes, length);
  if (sealing->show != NULL)
    sealing->show (bytes, length, sealing->data);
}

static void
take_ranking (const char *bytes, gsize length, gpointer digest)
{
  bv_digest_update (digest, bytes, length);
}

/* The digest of what came so far. */
static char *
finish_copy (const BvDigest *digest)
{
  g_autoptr (BvDigest) copy = bv_digest_copy (digest);

  return bv_digest_finish (copy);
}

/**
 * bv_seal_compute_and_show:
 * @proposal: a proposal with its whole campaign
 * @show: (nullable): is shown the dump of the campaign as it is hashed
 * @data: for @show
 * @dump_sha256: (out) (optional) (transfer full): of the dump alone, in lower-case hexadecimal digits
 *
 * What bv_seal_compute() does, for who also keeps what is sealed.
 *
 * Returns: (transfer full): the seal
 */
char *
bv_seal_compute_and_show (const BvProposal *proposal, BvJsonSink show, gpointer data, char **dump_sha256)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  Sealing sealing = { digest, show, data };

  g_return_val_if_fail (proposal->campaign != NULL, NULL);

  bv_interchange_stream (proposal->campaign, take_dump, &sealing);
  if (dump_sha256 != NULL)
    *dump_sha256 = finish_copy (digest);
  bv_ranking_json_stream (proposal, take_ranking, digest);
  return bv_digest_finish (digest);
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
  return bv_seal_compute_and_show (proposal, NULL, NULL, NULL);
}
