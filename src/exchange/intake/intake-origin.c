/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/intake-origin.h"

#include "core/text/vietnamese.h"

#include <string.h>

#define WITHIN " › "

/**
 * bv_intake_origin_new:
 * @handed: which of what was handed over together it is
 *
 * Returns: (transfer full): that of a file that lies in nothing
 */
BvIntakeOrigin *
bv_intake_origin_new (guint handed)
{
  BvIntakeOrigin *origin = g_new0 (BvIntakeOrigin, 1);

  origin->folders = g_new0 (char *, 1);
  origin->handed = handed;
  return origin;
}

/**
 * bv_intake_origin_copy:
 * @origin: where a file comes from
 *
 * Returns: (transfer full): the same
 */
BvIntakeOrigin *
bv_intake_origin_copy (const BvIntakeOrigin *origin)
{
  BvIntakeOrigin *copy = g_new (BvIntakeOrigin, 1);

  *copy = (BvIntakeOrigin){ g_strdup (origin->place), g_strdupv (origin->folders), g_strdup (origin->sender),
                            g_strdup (origin->sent), origin->handed };
  return copy;
}

/**
 * bv_intake_origin_free:
 * @origin: (transfer full): where a file comes from
 */
void
bv_intake_origin_free (BvIntakeOrigin *origin)
{
  g_free (origin->place);
  g_strfreev (origin->folders);
  g_free (origin->sender);
  g_free (origin->sent);
  g_free (origin);
}

/**
 * bv_intake_origin_enter:
 * @origin: where a file comes from
 * @folder: the name of a folder in which it lies, too, within the others
 */
void
bv_intake_origin_enter (BvIntakeOrigin *origin, const char *folder)
{
  guint length = g_strv_length (origin->folders);

  origin->folders = g_renew (char *, origin->folders, length + 2);
  origin->folders[length] = bv_vietnamese_nfc (folder);
  origin->folders[length + 1] = NULL;
}

static char *
strip_extension (const char *name)
{
  const char *dot = strrchr (name, '.');

  return g_strndup (name, dot != NULL && dot > name ? (gsize) (dot - name) : strlen (name));
}

/**
 * bv_intake_origin_make_inner:
 * @origin: where an archive or mail comes from
 * @container: its name: with its folders, as people read it, where @origin says no place
 * @path: a file in it, with “/” between folders
 *
 * Returns: (transfer full): where that file comes from
 */
BvIntakeOrigin *
bv_intake_origin_make_inner (const BvIntakeOrigin *origin, const char *container, const char *path)
{
  BvIntakeOrigin *inner = bv_intake_origin_copy (origin);
  g_autofree char *name = g_path_get_basename (container);
  g_autofree char *stem = strip_extension (name);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  g_free (inner->place);
  inner->place = g_strconcat (origin->place != NULL ? origin->place : container, WITHIN, path, NULL);
  bv_intake_origin_enter (inner, stem);
  for (char **step = steps; step[0] != NULL && step[1] != NULL; step++)
    bv_intake_origin_enter (inner, *step);
  return inner;
}
