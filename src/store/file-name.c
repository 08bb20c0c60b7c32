/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-name.h"

#include "core/text/vietnamese.h"

#include <string.h>

#define EXTENSION_MOST 8

/* What stands for a name of which nothing is left. */
#define NAMELESS "tai-lieu"

/* What Windows has in no name. */
#define RESERVED ":*?\"<>|"

/* What a double click would run rather than show, on Windows or here, each between blanks. What is not here
 * may still do harm: what may be evidence is listed by what it is (store/evidence/evidence-kind). */
static const char program_extensions[]
  = " ade adp app appimage application appref-ms appx bash bat chm cmd com cpl csh deb desktop diagcab dll dmg "
    "exe gadget hta img inf iso jar jnlp js jse library-ms lnk msc msi msix msp mst pif pl ps1 psm1 py pyw reg rpm "
    "run scf scr sct search-ms searchconnector-ms settingcontent-ms sh theme url vb vbe vbs vhd vhdx website ws wsc "
    "wsf wsh xll ";

/* Windows opens a device by these names, whatever the extension. */
static const char *const device_names[]
  = { "aux",  "com0",   "com1",    "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
      "con",  "conin$", "conout$", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
      "lpt8", "lpt9",   "nul",     "prn",  "com¹", "com²", "com³", "lpt¹", "lpt²", "lpt³", NULL };

typedef struct
{
  const char *bytes;
  gsize length;
} Start;

static const Start program_starts[] = {
  { "MZ", 2 },
  { "\x7f"
    "ELF",
    4 },
  { "#!", 2 },
  { "\xef\xbb\xbf#!", 5 },
  { "\xfe\xed\xfa\xce", 4 },
  { "\xfe\xed\xfa\xcf", 4 },
  { "\xce\xfa\xed\xfe", 4 },
  { "\xcf\xfa\xed\xfe", 4 },
  { "\xca\xfe\xba\xbe", 4 },
  { "\x4c\0\0\0\x01\x14\x02\0", 8 },
};

static const char *
find_extension (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? dot : name + strlen (name);
}

/* What follows the last separator of any system. */
static const char *
skip_folders (const char *name)
{
  const char *last = name;

  for (const char *p = name; *p != '\0'; p++)
    if (*p == '/' || *p == '\\')
      last = p + 1;
  return last;
}

static gboolean
is_shown (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_LINE_SEPARATOR
         && type != G_UNICODE_PARAGRAPH_SEPARATOR && c != 0xfffe && c != 0xffff;
}

/* @reserved: what else is replaced, in ASCII. */
static GString *
replace_characters (const char *text, const char *reserved)
{
  GString *safe = g_string_sized_new (strlen (text) + 1);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Among the format characters are those that show a name back to front. */
      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (!is_shown (c) || (c < 0x80 && strchr (reserved, (char) c) != NULL))
        g_string_append_c (safe, '_');
      else
        g_string_append_unichar (safe, c);
    }
  return safe;
}

/* Windows drops these at the end of a name, so that what it opens has another extension. */
static void
trim_end (GString *name)
{
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
}

static gboolean
is_device (const char *name)
{
  g_autofree char *stem = g_strchomp (g_strndup (name, strcspn (name, ".")));
  g_autofree char *lower = bv_vietnamese_lower (stem);

  return g_strv_contains (device_names, lower);
}

/**
 * bv_file_name_is_portable:
 * @name: a file name, without folders
 *
 * Returns: whether Windows takes it for the name of a file, and keeps it as it is
 */
gboolean
bv_file_name_is_portable (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || strchr (". ", name[length - 1]) != NULL || strpbrk (name, RESERVED) != NULL
      || is_device (name))
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && *p != 0x7f)
      return FALSE;
  return TRUE;
}

/* Cuts the stem, between two characters, and keeps the extension. */
static void
shorten (GString *name)
{
  g_autofree char *extension = NULL;
  const char *dot = find_extension (name->str);
  gsize most = BV_FILE_NAME_MOST;

  if (name->len <= BV_FILE_NAME_MOST)
    return;
  if (strlen (dot) <= 1 + EXTENSION_MOST)
    extension = g_strdup (dot);
  most -= extension != NULL ? strlen (extension) : 0;
  g_string_truncate (name, g_utf8_find_prev_char (name->str, name->str + most + 1) - name->str);
  trim_end (name);
  if (extension != NULL)
    g_string_append (name, extension);
}

/**
 * bv_file_name_make_safe:
 * @name: a file name from anywhere, perhaps with a path or hostile
 *
 * Makes a name that is safe to create in a folder of any system: NFC, without folders and control or
 * bidirectional characters, none that Windows refuses or takes for a device, not hidden, not an option of a
 * command, at most 150 bytes. A name as people give it stays as it is.
 *
 * Returns: (transfer full): the safe name, never empty
 */
char *
bv_file_name_make_safe (const char *name)
{
  g_autofree char *nfc = bv_vietnamese_nfc (name);
  GString *safe;

  g_return_val_if_fail (nfc != NULL, NULL);

  safe = replace_characters (skip_folders (g_strchug (nfc)), RESERVED);
  trim_end (safe);
  if (safe->len == 0)
    g_string_assign (safe, NAMELESS);
  if (strchr (".- ", safe->str[0]) != NULL || is_device (safe->str))
    g_string_prepend_c (safe, '_');
  shorten (safe);
  return g_string_free (safe, FALSE);
}

/* The end of the longest start of @text that has at most so many units of UTF-16 and bytes. */
static const char *
find_end (const char *text, gsize most_units, gsize most_bytes)
{
  const char *end = text;
  gsize units = 0;

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

/**
 * bv_file_name_make:
 * @title: what the file or folder should be called, from anywhere; slashes in it part no folders
 * @ending: what follows it and is never cut, an extension with its dot, or what tells it from another; its
 *   bytes are fewer than @most by two at least
 * @most: how long the name may be in units of UTF-16, at most %BV_FILE_NAME_MOST
 *
 * Makes a name of a title, as safe as bv_file_name_make_safe() makes one of a name.
 *
 * Returns: (transfer full): the safe name, never empty
 */
char *
bv_file_name_make (const char *title, const char *ending, guint most)
{
  g_autofree char *nfc = bv_vietnamese_nfc (title);
  g_autofree char *whole = NULL;
  gsize length = strlen (ending);

  g_return_val_if_fail (nfc != NULL && length + 1 < most && most <= BV_FILE_NAME_MOST, NULL);

  /* One is left for what a reserved name gets in front. */
  *(char *) find_end (nfc, most - 1 - length, BV_FILE_NAME_MOST - 1 - length) = '\0';
  g_strchomp (nfc);
  whole = g_strdelimit (g_strconcat (nfc, ending, NULL), "/\\", '-');
  return bv_file_name_make_safe (whole);
}

/**
 * bv_file_name_cut:
 * @name: a name of bv_file_name_make_safe()
 * @most: how long it may be in units of UTF-16, from 12 to %BV_FILE_NAME_MOST
 *
 * Returns: (transfer full): @name, or where it is too long its start with its extension
 */
char *
bv_file_name_cut (const char *name, guint most)
{
  const char *extension = find_extension (name);
  g_autofree char *stem = NULL;

  if (*find_end (name, most, strlen (name)) == '\0')
    return g_strdup (name);
  if (strlen (extension) > 1 + EXTENSION_MOST)
    extension = "";
  stem = g_strndup (name, strlen (name) - strlen (extension));
  return bv_file_name_make (stem, extension, most);
}

/**
 * bv_file_name_make_printable:
 * @name: a file name from anywhere, without folders
 *
 * Makes a name that can be shown, printed and written to an interchange file: NFC, without control or
 * bidirectional characters. It names the file to people; bv_file_name_make_safe() makes one to create.
 *
 * Returns: (transfer full): the name, never empty
 */
char *
bv_file_name_make_printable (const char *name)
{
  g_autofree char *nfc = bv_vietnamese_nfc (name);
  GString *printable;

  g_return_val_if_fail (nfc != NULL, NULL);

  printable = replace_characters (nfc, "");
  if (printable->len == 0)
    g_string_assign (printable, NAMELESS);
  return g_string_free (printable, FALSE);
}

/**
 * bv_file_name_get_extension:
 * @name: a file name
 *
 * Returns: (transfer full): what follows the last dot in small letters, if that is 1 to 8 letters and digits
 *   of ASCII; else ""
 */
char *
bv_file_name_get_extension (const char *name)
{
  g_autofree char *safe = bv_file_name_make_safe (name);
  const char *extension;
  gsize length;

  g_return_val_if_fail (safe != NULL, NULL);

  extension = find_extension (safe);
  extension += *extension == '.';
  length = strlen (extension);
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (extension[i]))
      return g_strdup ("");
  return length <= EXTENSION_MOST ? g_ascii_strdown (extension, -1) : g_strdup ("");
}

/**
 * bv_file_name_is_program:
 * @name: a file name
 *
 * Returns: whether a system would run, rather than show, a file of this name
 */
gboolean
bv_file_name_is_program (const char *name)
{
  g_autofree char *safe = bv_file_name_make_safe (name);
  const char *dot = find_extension (safe);
  g_autofree char *extension = g_ascii_strdown (*dot == '.' ? dot + 1 : "", -1);
  g_autofree char *word = g_strconcat (" ", extension, " ", NULL);

  return *extension != '\0' && strchr (extension, ' ') == NULL && strstr (program_extensions, word) != NULL;
}

/**
 * bv_file_start_is_program:
 * @start: (array length=length): the first bytes of a file
 * @length: how many they are; 8 are enough
 *
 * Returns: whether the file is a program or script, whatever its name
 */
gboolean
bv_file_start_is_program (const guint8 *start, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (program_starts); i++)
    if (length >= program_starts[i].length
        && memcmp (start, program_starts[i].bytes, program_starts[i].length) == 0)
      return TRUE;
  return FALSE;
}
