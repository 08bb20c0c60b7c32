/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-file.h"
#include "store/unfinished/unfinished-name.h"
#include "store/whole-file.h"

#include <sys/inotify.h>
#include <unistd.h>

/* How many files were made in the folder since it is watched; each has a name that the next start knows. */
static guint
count_made (int watch)
{
  union
  {
    struct inotify_event event;
    char bytes[16384];
  } seen;
  gssize length = read (watch, seen.bytes, sizeof seen.bytes);
  guint n = 0;

  for (gssize at = 0; at < length; n++)
    {
      const struct inotify_event *event = (const struct inotify_event *) (seen.bytes + at);

      g_assert_true (bv_unfinished_name_fits (event->name, TRUE));
      at += sizeof *event + event->len;
    }
  return n;
}

/* A process may die at any moment. */
static void
test_kept (ScratchFile *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  int watch = inotify_init1 (IN_NONBLOCK);

  g_assert_true (g_file_set_contents (fixture->path, "cũ", -1, NULL));
  g_assert_cmpint (inotify_add_watch (watch, fixture->folder, IN_CREATE | IN_MOVED_TO), >=, 0);
  g_assert_true (bv_whole_file_keep (fixture->path, &kept, NULL));
  g_assert_cmpuint (count_made (watch), ==, 1);
  close (watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/made-names/a-copy-of-an-older-file-has-a-name-that-is-known-again", ScratchFile, "Bản in.PDF",
              scratch_file_set_up, test_kept, scratch_file_tear_down);
  return g_test_run ();
}
