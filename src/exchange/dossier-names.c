/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier-names.h"

#include "core/vietnamese.h"
#include "store/file-name.h"

#include <string.h>

/* bv_file_name_make_safe() cuts at 150, and would cut off what tells two names apart. */
#define NAME_MOST_BYTES 148

struct _BvDossierNames
{
  GHashTable *taken; /* folded paths */
};

/**
 * bv_dossier_names_new:
 *
 * Returns: (transfer full): the names of a dossier that has none yet
 */
BvDossierNames *
bv_dossier_names_new (void)
{
  BvDossierNames *names = g_new0 (BvDossierNames, 1);

  names->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return names;
}

/**
 * bv_dossier_names_free:
 * @names: (transfer full): names
 */
void
bv_dossier_names_free (BvDossierNames *names)
{
  g_hash_table_unref (names->taken);
  g_free (names);
}

/**
 * bv_dossier_names_fold:
 * @path: a path in a dossier, UTF-8
 *
 * Returns: (transfer full): the same for all paths that some system takes for one
 */
char *
bv_dossier_names_fold (const char *path)
{
  g_autofree char *folded = g_utf8_casefold (path, -1);

  return bv_vietnamese_nfc (folded);
}

/* The end of the longest start of @text that has at most so many units of UTF-16 and bytes. */
static const char *
find_end (const char *text, guint most_units, gsize most_bytes)
{
  const char *end = text;
  guint units = 0;

  while (*end != '\0')
    {
      const char *next = g_utf8_next_char (end);

      units += g_utf8_get_char (end) > 0xffff ? 2 : 1;
      if (units > most_units || (gsize) (next - text) > most_bytes)
        break;
      end = next;
    }
  return end;
}

/* @ending: what is not cut. One unit and byte are left for what a reserved name gets in front. */
static char *
make_name (const char *stem, const char *ending, guint most)
{
  g_autofree char *nfc = bv_vietnamese_nfc (stem);
  g_autofree char *whole = NULL;
  gsize length = strlen (ending);

  g_strdelimit (nfc, "/\\", '-');
  *(char *) find_end (nfc, most - 1 - length, NAME_MOST_BYTES - length) = '\0';
  g_strchomp (nfc);
  whole = g_strconcat (nfc, ending, NULL);
  return bv_file_name_make_safe (whole);
}

/**
 * bv_dossier_names_take:
 * @names: the names of a dossier
 * @folder: a folder in it; "": none
 * @stem: what the file or folder should be called, from anywhere
 * @extension: its extension with the dot, ASCII; "" of a folder
 * @most: how long the name may be, in units of UTF-16, 32 at least
 *
 * Makes a name that is safe on every system, and differs in more than case from all that @folder has.
 *
 * Returns: (transfer full): the path, with "/" between folders
 */
char *
bv_dossier_names_take (BvDossierNames *names,
                       const char *folder,
                       const char *stem,
                       const char *extension,
                       guint most)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf (" (%u)", n) : g_strdup ("");
      g_autofree char *ending = g_strconcat (number, extension, NULL);
      g_autofree char *name = make_name (stem, ending, most);
      g_autofree char *path = g_strconcat (folder, *folder != '\0' ? "/" : "", name, NULL);

      if (g_hash_table_add (names->taken, bv_dossier_names_fold (path)))
        return g_steal_pointer (&path);
    }
}
