/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/package-read-back.h"

#include "exchange/package/package-reader.h"
#include "store/digest.h"

static void
part_free (gpointer data)
{
  BvPackagePart *part = data;

  g_free (part->name);
  g_free (part->sha256);
  g_free (part);
}

/**
 * bv_package_parts_new:
 *
 * Returns: (transfer full) (element-type BvPackagePart): a list of no parts
 */
GPtrArray *
bv_package_parts_new (void)
{
  return g_ptr_array_new_with_free_func (part_free);
}

/**
 * bv_package_parts_take:
 * @parts: (element-type BvPackagePart): a list of parts
 * @name: of a part that was handed over behind them
 * @sha256: (transfer full): of all that it holds, in lower-case hexadecimal digits
 */
void
bv_package_parts_take (GPtrArray *parts, const char *name, char *sha256)
{
  BvPackagePart *part = g_new (BvPackagePart, 1);

  part->name = g_strdup (name);
  part->sha256 = sha256;
  g_ptr_array_add (parts, part);
}

static gboolean
compare_part (BvPackageReader *reader, const BvPackagePart *part)
{
  g_autoptr (GByteArray) bytes = bv_package_reader_load (reader);
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autofree char *sha256 = NULL;

  if (bytes == NULL)
    return FALSE;
  bv_digest_update (digest, bytes->data, bytes->len);
  sha256 = bv_digest_finish (digest);
  return g_str_equal (sha256, part->sha256);
}

/* NULL: all parts are as they were handed over, and there are no others. */
static char *
find_difference (const char *path, const GPtrArray *parts)
{
  g_autoptr (BvPackageReader) reader = bv_package_reader_open (path);
  const char *name = NULL;
  guint n = 0;

  while (reader != NULL && (name = bv_package_reader_next (reader)) != NULL && n < parts->len)
    {
      const BvPackagePart *part = g_ptr_array_index (parts, n++);

      if (!g_str_equal (name, part->name) || !compare_part (reader, part))
        return g_strdup (part->name);
    }
  if (name == NULL && reader != NULL && bv_package_reader_is_at_end (reader) && n == parts->len)
    return NULL;
  return g_path_get_basename (path);
}

/**
 * bv_package_read_back:
 * @path: a package of small parts that was just written and closed
 * @parts: (element-type BvPackagePart): what was handed over for it, in its order
 * @wanted: the name that it is to have, which errors say
 * @error: return location for a %BV_WHOLE_FILE_ERROR
 *
 * Returns: %FALSE with @error set where something is not as it was handed over
 */
gboolean
bv_package_read_back (const char *path, const GPtrArray *parts, const char *wanted, GError **error)
{
  g_autofree char *difference = find_difference (path, parts);

  return bv_package_refuse (wanted, difference, error);
}
