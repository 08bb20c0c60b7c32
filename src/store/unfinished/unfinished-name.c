/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished/unfinished-name.h"

#include "store/file-name.h"

#include <string.h>

#define PREFIX ".bangvang-"

/* The older file, until the new one stands in its place: it may be the only one there is. */
#define KEPT "before-"

#define N_RANDOM 6
#define LETTERS "abcdefghijklmnopqrstuvwxyz0123456789"

static char *
make (const char *folder, const char *prefix, const char *extension)
{
  gboolean bare = extension == NULL || *extension == '\0';
  char random[N_RANDOM + 1] = "";
  g_autofree char *name = NULL;

  for (guint i = 0; i < N_RANDOM; i++)
    random[i] = LETTERS[g_random_int_range (0, strlen (LETTERS))];
  name = g_strconcat (prefix, random, bare ? "" : ".", bare ? "" : extension, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * bv_unfinished_name_make:
 * @folder: where it is to lie
 * @extension: (nullable): its extension without a dot; %NULL or "": none
 *
 * Returns: (transfer full): a path that hardly anybody has chosen yet
 */
char *
bv_unfinished_name_make (const char *folder, const char *extension)
{
  return make (folder, PREFIX, extension);
}

/**
 * bv_unfinished_name_make_kept:
 * @folder: where it is to lie
 * @extension: (nullable): as for bv_unfinished_name_make()
 *
 * Returns: (transfer full): the path of a copy of a file that is being replaced, which is put back or removed
 * by what is known of it, never for its age
 */
char *
bv_unfinished_name_make_kept (const char *folder, const char *extension)
{
  return make (folder, PREFIX KEPT, extension);
}

static gboolean
ends_well (const char *rest)
{
  g_autofree char *extension = bv_file_name_get_extension (rest);

  return *rest == '\0' || (*rest == '.' && *extension != '\0' && g_str_equal (extension, rest + 1));
}

/**
 * bv_unfinished_name_place:
 * @path: a file or folder
 *
 * Returns: (transfer full): the same, from the root, as a process in another folder goes on with it, and with
 * one sign between folders, of which Windows has two
 */
char *
bv_unfinished_name_place (const char *path)
{
  return G_DIR_SEPARATOR == '/' && g_path_is_absolute (path) ? g_strdup (path)
                                                             : g_canonicalize_filename (path, NULL);
}

/**
 * bv_unfinished_name_fits:
 * @name: the name of a file or folder
 * @or_kept: whether that of a copy that is kept will do, too
 *
 * Returns: whether such a name is given here, so that nothing of anybody else is taken for unfinished
 */
gboolean
bv_unfinished_name_fits (const char *name, gboolean or_kept)
{
  if (!g_str_has_prefix (name, PREFIX))
    return FALSE;
  name += strlen (PREFIX);
  if (or_kept && g_str_has_prefix (name, KEPT))
    name += strlen (KEPT);
  for (guint i = 0; i < N_RANDOM; i++)
    if (!g_ascii_isalnum (name[i]))
      return FALSE;
  return ends_well (name + N_RANDOM);
}
