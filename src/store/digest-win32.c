/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/digest.h"

/* Nettle is not among the libraries for Windows. */
struct _BvDigest
{
  GChecksum *checksum;
};

BvDigest *
bv_digest_new (void)
{
  BvDigest *digest = g_new (BvDigest, 1);

  digest->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return digest;
}

BvDigest *
bv_digest_copy (const BvDigest *digest)
{
  BvDigest *copy = g_new (BvDigest, 1);

  copy->checksum = g_checksum_copy (digest->checksum);
  return copy;
}

void
bv_digest_free (BvDigest *digest)
{
  g_checksum_free (digest->checksum);
  g_free (digest);
}

void
bv_digest_update (BvDigest *digest, gconstpointer bytes, gsize length)
{
  g_checksum_update (digest->checksum, bytes, length);
}

char *
bv_digest_finish (BvDigest *digest)
{
  return g_strdup (g_checksum_get_string (digest->checksum));
}

void
bv_digest_finish_bytes (BvDigest *digest, guint8 *bytes)
{
  gsize length = BV_DIGEST_BYTES;

  g_checksum_get_digest (digest->checksum, bytes, &length);
}

void
bv_digest_compute (gconstpointer bytes, gsize length, guint8 *result)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();

  bv_digest_update (digest, bytes, length);
  bv_digest_finish_bytes (digest, result);
}

char *
bv_digest_describe_version (void)
{
  return NULL;
}
