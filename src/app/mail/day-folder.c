/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/day-folder.h"

#include "core/text/date.h"
#include "store/file-name.h"

/* Leaves room for the number of a further folder of the day. */
#define FOLDER_MOST (BV_FILE_NAME_MOST - 8)

/**
 * bv_day_folder_find:
 * @session: a session with a campaign
 * @parent: a folder
 * @kind: what is to lie in the new one
 *
 * What is written on one day does not take the place of each other.
 *
 * Returns: (transfer full): the path of a folder in @parent that is not there yet
 */
char *
bv_day_folder_find (BvSession *session, GFile *parent, const char *kind)
{
  const BvCampaign *head = bv_session_get_head (session);
  g_autofree char *day = bv_date_to_iso (bv_date_today ());
  g_autofree char *name
    = g_strdup_printf ("%s %s %s", kind, *head->short_name != '\0' ? head->short_name : head->key, day);
  g_autofree char *safe = bv_file_name_make (name, "", FOLDER_MOST);
  char *path = g_build_filename (g_file_peek_path (parent), safe, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", safe, i);

      g_free (path);
      path = g_build_filename (g_file_peek_path (parent), numbered, NULL);
    }
  return path;
}
