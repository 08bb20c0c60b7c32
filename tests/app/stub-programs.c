/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stub-programs.h"

#include "app-fixture.h"

#include <gio/gdesktopappinfo.h>
#include <glib/gstdio.h>

/* Where the stub programs are, and what they were called with. */
static char *home;
static char *record;

static void
make_file (const char *folder, const char *name, const char *content, int mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
make_program (const char *id, const char *name)
{
  g_autofree char *applications = g_build_filename (home, "data", "applications", NULL);
  g_autofree char *executable = g_build_filename (home, name, NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\n"
                                             "for argument; do echo \"%s $argument\"; done >>'%s.new'\n"
                                             "mv '%s.new' '%s'\n",
                                             name, record, record, record);
  g_autofree char *desktop
    = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Stub %s\nExec=%s %%u\n"
                       "MimeType=message/rfc822;x-scheme-handler/mailto;inode/directory;\n",
                       name, executable);

  make_file (home, name, script, 0700);
  make_file (applications, id, desktop, 0600);
}

/* GLib reads these variables once, so they are set before anything else. */
void
stub_programs_set_up (void)
{
  g_autofree char *data = NULL;
  g_autofree char *config = NULL;
  g_autofree char *temporary = NULL;

  home = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "programs-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (home));
  record = g_build_filename (home, "record", NULL);
  data = g_build_filename (home, "data", NULL);
  config = g_build_filename (home, "config", NULL);
  temporary = g_build_filename (home, "tmp", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("TMPDIR", temporary, TRUE);
  g_assert_cmpint (g_mkdir (temporary, 0700), ==, 0);
  make_program (STUB_THUNDERBIRD, "thunderbird");
  make_program (STUB_EVOLUTION, "evolution");
  make_program (STUB_EDITOR, "editor");
}

static void
set_default (const char *id, const char *type)
{
  g_autoptr (GDesktopAppInfo) app = g_desktop_app_info_new (id);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (app);
  g_app_info_set_as_default_for_type (G_APP_INFO (app), type, &error);
  g_assert_no_error (error);
}

void
stub_programs_choose (const char *for_drafts, const char *for_addresses)
{
  set_default (for_drafts, "message/rfc822");
  set_default (for_addresses, "x-scheme-handler/mailto");
  set_default (STUB_EDITOR, "inode/directory");
  g_unlink (record);
}

static gboolean
has_record (gpointer text)
{
  return g_file_get_contents (record, text, NULL, NULL);
}

char *
stub_programs_wait_for_call (void)
{
  char *text = NULL;

  fixture_wait (has_record, &text, "the call of a mail program");
  return g_strchomp (text);
}

void
stub_programs_forget_call (void)
{
  g_unlink (record);
}

void
stub_programs_remove (void)
{
  char *arguments[] = { (char *) "rm", (char *) "-r", home, NULL };

  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_clear_pointer (&home, g_free);
  g_clear_pointer (&record, g_free);
}
