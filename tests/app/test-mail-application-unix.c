/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-application-unix.h"

#include <gio/gdesktopappinfo.h>
#include <glib/gstdio.h>

/* Programs by the names of their desktop files, or, where those say nothing, by what they start. */
static const struct
{
  const char *id;
  const char *executable;
  BvMailApplicationKind kind;
} known[] = {
  { "org.mozilla.Thunderbird.desktop", "env", BV_MAIL_APPLICATION_DRAFT },
  { "thunderbird_thunderbird.desktop", "env", BV_MAIL_APPLICATION_DRAFT },
  { "userapp-Mail-ABCDEF.desktop", "thunderbird", BV_MAIL_APPLICATION_DRAFT },
  { "eu.betterbird.Betterbird.desktop", "env", BV_MAIL_APPLICATION_DRAFT },
  { "evolution-mail.desktop", "env", BV_MAIL_APPLICATION_ADDRESS },
  { "my-mail.desktop", "evolution", BV_MAIL_APPLICATION_ADDRESS },
  { "org.gnome.TextEditor.desktop", "editor", BV_MAIL_APPLICATION_UNKNOWN },
  { "my-thunderbirds.desktop", "env", BV_MAIL_APPLICATION_UNKNOWN },
  { "org.kde.kmail2.desktop", "env", BV_MAIL_APPLICATION_UNKNOWN },
};

/* Where the programs and their desktop files are. */
static char *folder;

static void
make_file (const char *name, const char *content, int mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
make_desktop_file (const char *id, const char *executable)
{
  g_autofree char *own = g_build_filename (folder, executable, NULL);
  gboolean is_own = !g_str_equal (executable, "env");
  g_autofree char *desktop
    = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=x\nExec=%s %%u\n", is_own ? own : executable);
  g_autofree char *name = g_build_filename ("applications", id, NULL);

  if (is_own)
    make_file (executable, "#!/bin/sh\n", 0700);
  make_file (name, desktop, 0600);
}

/* GLib reads the variable once, so it is set before anything else. */
static void
set_up_programs (void)
{
  g_autofree char *applications = NULL;

  folder = g_dir_make_tmp ("bangvang-programs-XXXXXX", NULL);
  applications = g_build_filename (folder, "applications", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_assert_cmpint (g_mkdir (applications, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    make_desktop_file (known[i].id, known[i].executable);
}

static void
test_recognized (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GDesktopAppInfo) app = g_desktop_app_info_new (known[i].id);

      g_test_message ("%s", known[i].id);
      g_assert_nonnull (app);
      g_assert_cmpint (bv_mail_application_recognize (G_APP_INFO (app)), ==, known[i].kind);
    }
}

static void
test_address (void)
{
  g_autoptr (BvMail) mail = bv_mail_new ("Ánh <a+b@c.vn>, d@e.vn", "f@g.vn", "Một & hai?", "x=1\n100%");
  g_autofree char *uri = NULL;

  bv_mail_add_file (mail, "/a b/Đ&?.pdf", NULL);
  uri = bv_mail_application_write_address (mail, NULL);
  g_assert_cmpstr (
    uri, ==,
    "mailto:a%2Bb@c.vn,d@e.vn?cc=f%40g.vn&subject=M%E1%BB%99t%20%26%20hai%3F&body=x%3D1%0D%0A100%25"
    "&attach=%2Fa%20b%2F%C4%90%26%3F.pdf");
}

static void
remove_programs (void)
{
  char *arguments[] = { (char *) "rm", (char *) "-r", folder, NULL };

  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int status;

  set_up_programs ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-program/known-ones-are-recognized", test_recognized);
  g_test_add_func ("/mail-program/an-address-names-the-files", test_address);
  status = g_test_run ();
  remove_programs ();
  return status;
}
