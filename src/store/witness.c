/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/witness.h"

#include "store/digest.h"
#include "store/failure.h"
#include "store/file-digest.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

struct _BvWitness
{
  BvDigest *digest;
};

/**
 * bv_witness_new:
 *
 * Returns: (transfer full): a witness who has seen nothing
 */
BvWitness *
bv_witness_new (void)
{
  BvWitness *witness = g_new0 (BvWitness, 1);

  witness->digest = bv_digest_new ();
  return witness;
}

/**
 * bv_witness_free:
 * @witness: (transfer full): a witness
 */
void
bv_witness_free (BvWitness *witness)
{
  bv_digest_free (witness->digest);
  g_free (witness);
}

/**
 * bv_witness_see:
 * @witness: a witness who was not asked yet
 * @bytes: (array length=length): what is handed over next
 * @length: how many bytes
 */
void
bv_witness_see (BvWitness *witness, gconstpointer bytes, gsize length)
{
  bv_digest_update (witness->digest, bytes, length);
}

/**
 * bv_witness_find_doubt:
 * @witness: a witness; nothing is asked of it afterwards
 * @path: the file, closed
 *
 * Reads the file again.
 *
 * Returns: (transfer none) (nullable): why it does not hold the bytes that were handed over, for a message;
 * %NULL: it does
 */
const char *
bv_witness_find_doubt (BvWitness *witness, const char *path)
{
  g_autofree char *expected = bv_digest_finish (witness->digest);
  g_autofree char *found = bv_file_digest_compute (path);

  if (found == NULL)
    return bv_failure_describe_code (errno);
  if (g_str_equal (found, expected))
    return NULL;
  return _ ("read again, it is not what was written; the disk may be full");
}
