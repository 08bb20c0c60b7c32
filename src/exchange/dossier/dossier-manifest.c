/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier/dossier-manifest.h"

#include <string.h>

#define HASH_LENGTH 64

/**
 * bv_manifest_append:
 * @manifest: a manifest
 * @sha256: 64 lower-case hexadecimal digits
 * @path: a path without line feed and backslash, as those of a dossier are
 */
void
bv_manifest_append (GString *manifest, const char *sha256, const char *path)
{
  g_string_append_printf (manifest, "%s  %s\n", sha256, path);
}

/**
 * bv_manifest_parse_line:
 * @line: a line without its line feed; it is cut in two
 * @sha256: (out): the hash, in lower case
 * @path: (out): the path
 *
 * Returns: %FALSE where it is no line of a manifest
 */
gboolean
bv_manifest_parse_line (char *line, const char **sha256, const char **path)
{
  gsize length = strlen (line);

  if (length > 0 && line[length - 1] == '\r')
    line[length - 1] = '\0';
  if (strspn (line, "0123456789abcdefABCDEF") != HASH_LENGTH || line[HASH_LENGTH] != ' '
      || strchr (" *", line[HASH_LENGTH + 1]) == NULL || line[HASH_LENGTH + 1] == '\0'
      || line[HASH_LENGTH + 2] == '\0')
    return FALSE;
  line[HASH_LENGTH] = '\0';
  for (char *p = line; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  *sha256 = line;
  *path = line + HASH_LENGTH + 2;
  return TRUE;
}
