/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/witness.h"

#include "store/digest.h"
#include "store/failure.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define BLOCK (256 * 1024)

struct _BvWitness
{
  BvDigest *digest;
  gint64 length;
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
  witness->length += length;
}

/* Reads no further than what is expected and one byte more. Returns an errno, 0 for none. */
static int
read_file (FILE *file, gint64 expected, BvDigest *digest, gint64 *length)
{
  g_autofree char *block = g_malloc (BLOCK);
  gsize got;

  *length = 0;
  errno = 0;
  while (*length <= expected && (got = fread (block, 1, BLOCK, file)) > 0)
    {
      bv_digest_update (digest, block, got);
      *length += got;
    }
  return ferror (file) ? (errno != 0 ? errno : EIO) : 0;
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
  FILE *file = g_fopen (path, "rb");
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autofree char *expected = bv_digest_finish (witness->digest);
  g_autofree char *found = NULL;
  gint64 length = 0;
  int failure;

  if (file == NULL)
    return bv_failure_describe_code (errno);
  failure = read_file (file, witness->length, digest, &length);
  fclose (file);
  if (failure != 0)
    return bv_failure_describe_code (failure);
  found = bv_digest_finish (digest);
  if (length == witness->length && g_str_equal (found, expected))
    return NULL;
  return _ ("read again, it is not what was written; the disk may be full");
}
