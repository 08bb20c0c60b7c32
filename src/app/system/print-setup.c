/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/print-setup.h"

#include "store/failure.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Printer settings may hold the name of a user at the print server. */
#define FOLDER_MODE 0700

static char *
find_file (void)
{
  return g_build_filename (g_get_user_config_dir (), "bangvang", "print.ini", NULL);
}

/* What belongs to one printing and not to the next: the pages, the copies, the file. */
static void
forget_job (GtkPrintSettings *settings)
{
  static const char *const keys[] = { GTK_PRINT_SETTINGS_N_COPIES,
                                      GTK_PRINT_SETTINGS_PRINT_PAGES,
                                      GTK_PRINT_SETTINGS_PAGE_RANGES,
                                      GTK_PRINT_SETTINGS_PAGE_SET,
                                      GTK_PRINT_SETTINGS_REVERSE,
                                      GTK_PRINT_SETTINGS_OUTPUT_URI,
                                      GTK_PRINT_SETTINGS_ORIENTATION,
                                      GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                                      "print-at",
                                      "print-at-time" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_print_settings_unset (settings, keys[i]);
}

static GtkPageSetup *
create_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_paper_size_free (a4);
  return setup;
}

/**
 * bv_print_setup_load:
 * @settings: (out) (transfer full): the printer and its settings, as chosen last
 * @page_setup: (out) (transfer full): the paper, as chosen last; A4 at first
 *
 * What cannot be read is as if nothing had been chosen.
 */
void
bv_print_setup_load (GtkPrintSettings **settings, GtkPageSetup **page_setup)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = find_file ();

  *settings = NULL;
  *page_setup = NULL;
  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    {
      *settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
      *page_setup = gtk_page_setup_new_from_key_file (file, NULL, NULL);
    }
  if (*settings == NULL)
    *settings = gtk_print_settings_new ();
  if (*page_setup == NULL)
    *page_setup = create_page_setup ();
}

/**
 * bv_print_setup_save:
 * @settings: the printer and its settings
 * @page_setup: the paper
 * @error: return location for a #GFileError
 *
 * Keeps the choice for the next printing, of this session and of later ones. The file appears whole or stays
 * as it was.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_print_setup_save (GtkPrintSettings *settings, GtkPageSetup *page_setup, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = find_file ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);

  forget_job (kept);
  gtk_print_settings_to_key_file (kept, file, NULL);
  gtk_page_setup_to_key_file (page_setup, file, NULL);
  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   _ ("The folder %s could not be made: %s"), folder, bv_failure_describe_code (code));
      return FALSE;
    }
  return g_key_file_save_to_file (file, path, error);
}
