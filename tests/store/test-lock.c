/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"
#include "store/lock.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define HOLD_OPTION "--hold"

static const char *program;

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("bangvang-lock-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static gboolean
has_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "bangvang.lock", "bangvang.lock.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  /* Fails if the lock leaves any other file. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

/* The other process: holds the lock until its input ends. */
static int
hold (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = bv_lock_acquire (folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lock);
  g_print ("held\n");
  while (getchar () != EOF)
    continue;
  return 0;
}

static GSubprocess *
start_holder (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                          &error, program, HOLD_OPTION, fixture->folder, NULL);
  char answer[4];
  gsize length;

  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (holder), answer, sizeof answer, &length, NULL,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpmem (answer, length, "held", 4);
  return holder;
}

static void
check_refused (Fixture *fixture, const char *by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = bv_lock_acquire (fixture->folder, &error);

  g_assert_null (lock);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_nonnull (strstr (error->message, by));
}

static void
check_free (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = bv_lock_acquire (fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lock);
  g_assert_true (has_file (fixture, "bangvang.lock.txt"));
}

static void
test_second_in_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = bv_lock_acquire (fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lock);
  check_refused (fixture, g_get_user_name ());
  check_refused (fixture, g_get_host_name ());
}

static void
test_other_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) holder = start_holder (fixture);
  g_autofree char *process = g_strdup_printf ("process %s)", g_subprocess_get_identifier (holder));
  g_autoptr (GError) error = NULL;

  check_refused (fixture, process);
  g_output_stream_close (g_subprocess_get_stdin_pipe (holder), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (holder, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (has_file (fixture, "bangvang.lock.txt"));
  check_free (fixture);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) holder = start_holder (fixture);
  g_autoptr (GError) error = NULL;

  g_subprocess_force_exit (holder);
  g_subprocess_wait (holder, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_file (fixture, "bangvang.lock.txt"));
  check_free (fixture);
}

static void
test_unreadable_owner (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
    = { "", "no key file", "[writer]\nuser=an\n", "[writer]\nuser=a\nhost=b\nsince=c\n" };
  g_autofree char *path = g_build_filename (fixture->folder, "bangvang.lock.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = bv_lock_acquire (fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lock);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_file_set_contents (path, texts[i], -1, &error);
      g_assert_no_error (error);
      check_refused (fixture, "another program");
    }
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *absent = g_build_filename (fixture->folder, "absent", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = bv_lock_acquire (absent, &error);

  g_assert_null (lock);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, absent));
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], HOLD_OPTION))
    return hold (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/lock/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-second-writer-in-one-process-is-told-who-writes", test_second_in_process);
  ADD ("a-second-process-is-kept-out-until-the-first-ends", test_other_process);
  ADD ("a-killed-writer-locks-nobody-out", test_killed);
  ADD ("an-unreadable-owner-is-another-program", test_unreadable_owner);
  ADD ("a-folder-that-is-not-there-is-named", test_no_folder);
  return g_test_run ();
}
