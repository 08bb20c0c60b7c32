/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-digest.h"

#include "store/digest.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define BLOCK_SIZE (256 * 1024)

/**
 * bv_file_digest_compute:
 * @path: a file, as the system is asked for it
 *
 * Returns: (transfer full) (nullable): its SHA-256, 64 lower-case hexadecimal digits; %NULL with errno set
 * where it cannot be read
 */
char *
bv_file_digest_compute (const char *path)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  FILE *file = g_fopen (path, "rb");
  int failure = 0;
  gsize length;

  if (file == NULL)
    return NULL;
  errno = 0;
  while ((length = fread (block, 1, BLOCK_SIZE, file)) > 0)
    bv_digest_update (digest, block, length);
  if (ferror (file))
    failure = errno != 0 ? errno : EIO;
  fclose (file);
  errno = failure;
  return failure == 0 ? bv_digest_finish (digest) : NULL;
}
