/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/place-remarks.h"

#include "store/cloud-folder.h"
#include "store/file-system.h"
#include "store/privacy.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>

/**
 * bv_place_remarks_list:
 * @folder: the folder of a library that is open
 *
 * Returns: (transfer full): what its user should know of where it lies, in the user's language, a sentence or
 * two each, with what to do; empty where there is nothing to say
 */
char **
bv_place_remarks_list (const char *folder)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  g_autofree char *shown = bv_shown_path_write (folder);
  const char *service = bv_cloud_folder_find (folder);
  g_autofree char *cloud = NULL, *shared = NULL, *remote = NULL;

  if (service != NULL)
    {
      /* Translators: the first is a service such as OneDrive, the second a folder */
      cloud = g_strdup_printf (_ ("%s synchronises the folder of the library, %s: a copy that it takes while "
                                  "something is written is damaged, and others may read it. Move the library "
                                  "to a folder outside of it while Bảng Vàng is closed"),
                               service, shown);
      g_strv_builder_add (remarks, cloud);
    }
  if (bv_file_system_is_remote (folder))
    {
      remote = g_strdup_printf (_ ("The library %s lies on a network drive: it is slower there, and can be "
                                   "read nowhere else while something is written"),
                                shown);
      g_strv_builder_add (remarks, remote);
    }
  else if (!bv_privacy_is_kept (folder))
    {
      shared
        = g_strdup_printf (_ ("Others may enter the folder of the library, %s, in which there are personal "
                              "data. Move the library to a folder of your own, or take their rights away"),
                           shown);
      g_strv_builder_add (remarks, shared);
    }
  return g_strv_builder_end (remarks);
}
