/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/shown-path.h"

#include "store/file-system.h"

#include <gio/gio.h>
#include <string.h>

/* What the portal for documents says of a file that it hands over: where it really lies. */
#define REAL_PATH "xattr::document-portal.host-path"

/* GIO writes the bytes of such an attribute that are not ASCII as \xHH. */
static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (text[0] == '\\' && text[1] == 'x' && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3]))
      {
        g_string_append_c (plain, g_ascii_xdigit_value (text[2]) << 4 | g_ascii_xdigit_value (text[3]));
        text += 3;
      }
    else
      g_string_append_c (plain, *text);
  return g_string_free (plain, FALSE);
}

static char *
read_real_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, REAL_PATH, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *real = info != NULL ? g_file_info_get_attribute_string (info, REAL_PATH) : NULL;

  return real != NULL ? unescape (real) : NULL;
}

/**
 * bv_shown_path_is_handed_over:
 * @path: a file or folder
 *
 * Returns: whether a portal handed it into a sandbox: what is written there under another name than was
 * chosen is lost
 */
gboolean
bv_shown_path_is_handed_over (const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, folder) || g_str_has_prefix (path, "/run/flatpak/doc/");
}

/**
 * bv_shown_path_write:
 * @path: a file or folder
 *
 * A file that was handed into a sandbox lies there in a folder with a number for a name, which says nothing
 * to the user.
 *
 * Returns: (transfer full): how it is told to people, valid UTF-8: where it really lies where that is known,
 * else of what was handed over its name alone
 */
char *
bv_shown_path_write (const char *path)
{
  g_autofree char *plain = bv_file_system_show (path);
  g_autofree char *real = NULL;

  if (bv_shown_path_is_handed_over (plain))
    {
      real = read_real_path (plain);
      if (real == NULL)
        real = g_path_get_basename (plain);
    }
  return g_filename_display_name (real != NULL ? real : plain);
}
