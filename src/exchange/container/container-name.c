/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-name.h"

#include "core/text/vietnamese.h"
#include "exchange/container/container-limits.h"
#include "exchange/plain/plain-text.h"
#include "store/file-name.h"

#include <string.h>

/* What DOS had from 0x80 on: so names in zip archives are read where they do not say that they are UTF-8. */
static const gunichar2 dos[] = {
  0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, 0x00ea, 0x00eb, 0x00e8, 0x00ef, 0x00ee,
  0x00ec, 0x00c4, 0x00c5, 0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9, 0x00ff, 0x00d6,
  0x00dc, 0x00a2, 0x00a3, 0x00a5, 0x20a7, 0x0192, 0x00e1, 0x00ed, 0x00f3, 0x00fa, 0x00f1, 0x00d1, 0x00aa,
  0x00ba, 0x00bf, 0x2310, 0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb, 0x2591, 0x2592, 0x2593, 0x2502,
  0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255d, 0x255c, 0x255b, 0x2510, 0x2514,
  0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x255e, 0x255f, 0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
  0x256c, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256b, 0x256a, 0x2518, 0x250c,
  0x2588, 0x2584, 0x258c, 0x2590, 0x2580, 0x03b1, 0x00df, 0x0393, 0x03c0, 0x03a3, 0x03c3, 0x00b5, 0x03c4,
  0x03a6, 0x0398, 0x03a9, 0x03b4, 0x221e, 0x03c6, 0x03b5, 0x2229, 0x2261, 0x00b1, 0x2265, 0x2264, 0x2320,
  0x2321, 0x00f7, 0x2248, 0x00b0, 0x2219, 0x00b7, 0x221a, 0x207f, 0x00b2, 0x25a0, 0x00a0,
};

/* What systems and office programs leave in folders; in small letters. */
static const char *const rubbish_folders[] = { "__macosx", ".git", ".svn", "$recycle.bin", NULL };
static const char *const rubbish_names[] = { ".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", NULL };
static const char *const rubbish_starts[] = { "._", "~$", ".~lock.", "~wrl" };

static int
find_dos (gunichar c)
{
  if (c < 0x80)
    return (int) c;
  for (guint i = 0; i < G_N_ELEMENTS (dos); i++)
    if (dos[i] == c)
      return (int) i + 0x80;
  return -1;
}

/* The bytes of which @name was made as if they were of DOS; NULL: it was not. */
static char *
undo_dos (const char *name)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      int byte = find_dos (g_utf8_get_char (p));

      if (byte < 0)
        return NULL;
      g_string_append_c (bytes, (char) byte);
    }
  return g_strdup (bytes->str);
}

/**
 * bv_container_name_decode:
 * @name: a name as an archive has it, read as that of DOS where it does not say what it is
 *
 * Programs of today write UTF-8 without saying so, those of Windows in Vietnam its own set, 1258.
 *
 * Returns: (transfer full): what is most likely meant
 */
char *
bv_container_name_decode (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *bytes = g_str_is_ascii (valid) ? NULL : undo_dos (valid);
  char *vietnamese;

  if (bytes == NULL)
    return g_steal_pointer (&valid);
  if (g_utf8_validate (bytes, -1, NULL))
    return g_steal_pointer (&bytes);
  vietnamese = bv_plain_text_decode_vietnamese ((const guint8 *) bytes, strlen (bytes));
  return vietnamese != NULL ? vietnamese : g_steal_pointer (&valid);
}

/* A drive is no folder: C: */
static gboolean
is_drive (const char *step)
{
  return g_ascii_isalpha (step[0]) && step[1] == ':' && step[2] == '\0';
}

static gboolean
leads_elsewhere (const char *step)
{
  return *step == '\0' || g_str_equal (step, ".") || g_str_equal (step, "..") || is_drive (step);
}

/**
 * bv_container_name_make_path:
 * @name: the name of a file with its folders, from anywhere
 *
 * Makes a path of folders and a name with “/” between them: NFC, printable, and relative whatever @name says.
 * It is shown and compared; no file is made by it.
 *
 * Returns: (transfer full) (nullable): the path; %NULL where nothing of @name is left, or it is longer or
 *   deeper than people make any
 */
char *
bv_container_name_make_path (const char *name)
{
  g_autofree char *nfc = bv_vietnamese_nfc (name);
  g_auto (GStrv) steps = NULL;
  g_autoptr (GString) path = g_string_new (NULL);
  guint n_steps = 0;

  if (strlen (nfc) > BV_CONTAINER_MOST_NAME)
    return NULL;
  steps = g_strsplit (g_strdelimit (nfc, "\\", '/'), "/", -1);
  for (char **step = steps; *step != NULL; step++)
    {
      g_autofree char *printable = NULL;

      if (leads_elsewhere (*step))
        continue;
      printable = bv_file_name_make_printable (*step);
      g_string_append_printf (path, "%s%s", path->len > 0 ? "/" : "", printable);
      n_steps++;
    }
  return n_steps > 0 && n_steps <= BV_CONTAINER_DEEPEST_FOLDER ? g_strdup (path->str) : NULL;
}

static gboolean
is_rubbish_name (const char *name)
{
  if (g_strv_contains (rubbish_names, name))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rubbish_starts); i++)
    if (g_str_has_prefix (name, rubbish_starts[i]))
      return TRUE;
  return FALSE;
}

/**
 * bv_container_name_is_rubbish:
 * @path: a path of bv_container_name_make_path()
 *
 * Returns: whether a system or program left the file there, and nobody sent it
 */
gboolean
bv_container_name_is_rubbish (const char *path)
{
  g_autofree char *lower = bv_vietnamese_lower (path);
  g_auto (GStrv) steps = g_strsplit (lower, "/", -1);

  for (char **step = steps; *step != NULL; step++)
    if (step[1] == NULL ? is_rubbish_name (*step) : g_strv_contains (rubbish_folders, *step))
      return TRUE;
  return FALSE;
}
