/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "app/mail/letters-dialog.h"
#include "app/system/environment.h"

#include <glib/gi18n-lib.h>

/* What the program says, what GTK says, and what a .ui file says. */
typedef struct
{
  const char *own;
  const char *of_gtk;
  const char *of_ui;
} Texts;

static const Texts english = { "Load a campaign", "_Open", "Letters to the units" };
static const Texts vietnamese = { "Nạp phong trào", "_Mở", "Thư nhắc các đơn vị" };

static void
check (const Texts *texts)
{
  g_autoptr (BvApplication) application = NULL;
  GtkWindow *dialog;

  bv_environment_init ();
  gtk_init ();
  application = bv_application_new ();
  dialog = g_object_new (BV_TYPE_LETTERS_DIALOG, NULL);
  g_assert_cmpstr (_ (english.own), ==, texts->own);
  g_assert_cmpstr (g_dgettext ("gtk40", english.of_gtk), ==, texts->of_gtk);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, texts->of_ui);
  gtk_window_destroy (dialog);
}

/* A language is set up once in a process. */
static void
test_language (gconstpointer language)
{
  static const char *const locales[] = { "", "C", "C.UTF-8", "xx_XX.UTF-8" };

  if (g_test_subprocess ())
    {
      check (*(const char *) language == '\0' ? &vietnamese : &english);
      return;
    }
  g_setenv ("BANGVANG_LANGUAGE", language, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_setenv ("LC_ALL", locales[i], TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/language/all-is-vietnamese-whatever-the-locale", "", test_language);
  g_test_add_data_func ("/language/english-is-shown-where-it-is-asked-for", "en", test_language);
  return g_test_run ();
}
