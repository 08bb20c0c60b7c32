/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/file-names.h"

#include "core/text/vietnamese.h"
#include "store/file-name.h"

#include <string.h>

/* Of a longer mark too little of the name itself would be left. */
#define MARK_MOST_BYTES 40

struct _BvFileNames
{
  GHashTable *taken;    /* folded paths */
  GHashTable *numbered; /* folded path and mark → the last number that was put behind it */
};

/**
 * bv_file_names_new:
 *
 * Returns: (transfer full): the names of files of which none has one yet
 */
BvFileNames *
bv_file_names_new (void)
{
  BvFileNames *names = g_new0 (BvFileNames, 1);

  names->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->numbered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return names;
}

/**
 * bv_file_names_free:
 * @names: (transfer full): names
 */
void
bv_file_names_free (BvFileNames *names)
{
  g_hash_table_unref (names->taken);
  g_hash_table_unref (names->numbered);
  g_free (names);
}

/**
 * bv_file_names_fold:
 * @path: a path, UTF-8
 *
 * Returns: (transfer full): the same for all paths that some system takes for one
 */
char *
bv_file_names_fold (const char *path)
{
  g_autofree char *folded = g_utf8_casefold (path, -1);

  return bv_vietnamese_nfc (folded);
}

/* "", " (2)", " (3)" …; with a mark "", " (mark)", " (mark, 2)" … */
static char *
tell_apart (guint n, const char *mark)
{
  if (n == 1)
    return g_strdup ("");
  if (mark == NULL)
    return g_strdup_printf (" (%u)", n);
  return n == 2 ? g_strdup_printf (" (%s)", mark) : g_strdup_printf (" (%s, %u)", mark, n - 1);
}

/**
 * bv_file_names_take_marked:
 * @names: the names
 * @folder: the folder; "": none
 * @stem: what the file or folder should be called, from anywhere
 * @mark: (nullable): what people tell it by from another of the same name; where it is long, or %NULL, a
 *   number does
 * @extension: its extension with the dot, ASCII; "" of a folder
 * @most: how long the name may be, in units of UTF-16, from 80 (without @mark from 32) to %BV_FILE_NAME_MOST
 *
 * Makes a name that is safe on every system, and differs in more than case from all that @folder has.
 *
 * Returns: (transfer full): the path, with "/" between folders
 */
char *
bv_file_names_take_marked (BvFileNames *names,
                           const char *folder,
                           const char *stem,
                           const char *mark,
                           const char *extension,
                           guint most)
{
  const char *shown = mark != NULL && strlen (mark) <= MARK_MOST_BYTES ? mark : NULL;
  g_autofree char *key = NULL;
  guint n = 1;

  for (;;)
    {
      g_autofree char *number = tell_apart (n, shown);
      g_autofree char *ending = g_strconcat (number, extension, NULL);
      g_autofree char *name = bv_file_name_make (stem, ending, most);
      g_autofree char *path = g_strconcat (folder, *folder != '\0' ? "/" : "", name, NULL);
      g_autofree char *folded = bv_file_names_fold (path);

      if (n == 1)
        key = g_strconcat (folded, "/", shown, NULL);
      if (g_hash_table_add (names->taken, g_steal_pointer (&folded)))
        {
          if (n > 1)
            g_hash_table_replace (names->numbered, g_steal_pointer (&key), GUINT_TO_POINTER (n));
          return g_steal_pointer (&path);
        }
      /* Thousands of files may have come with one name: the numbers of the others are not tried again. */
      n = n > 1 ? n + 1 : MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (names->numbered, key))) + 1;
    }
}

/**
 * bv_file_names_take:
 * @names: the names
 * @folder: the folder; "": none
 * @stem: what the file or folder should be called, from anywhere
 * @extension: its extension with the dot, ASCII; "" of a folder
 * @most: how long the name may be, in units of UTF-16, from 32 to %BV_FILE_NAME_MOST
 *
 * As bv_file_names_take_marked(), with numbers.
 *
 * Returns: (transfer full): the path, with "/" between folders
 */
char *
bv_file_names_take (BvFileNames *names,
                    const char *folder,
                    const char *stem,
                    const char *extension,
                    guint most)
{
  return bv_file_names_take_marked (names, folder, stem, NULL, extension, most);
}
