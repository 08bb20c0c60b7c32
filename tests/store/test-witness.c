/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-folder.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define SEEN_FIRST "Sở "
#define SEEN "Sở Y tế"
#define WANTED "tờ trình.pdf"

/* What a witness who has seen SEEN says of a file. */
static gboolean
ask (const char *path, GError **error)
{
  g_autoptr (BvWitness) witness = bv_witness_new ();

  bv_witness_see (witness, SEEN_FIRST, strlen (SEEN_FIRST));
  bv_witness_see (witness, &SEEN[strlen (SEEN_FIRST)], strlen (SEEN) - strlen (SEEN_FIRST));
  return bv_whole_file_confirm (path, witness, WANTED, error);
}

static void
test_files (void)
{
  static const struct
  {
    const char *content; /* NULL: no file */
    gboolean confirmed;
  } cases[] = {
    { SEEN, TRUE },      { "", FALSE },        { SEEN_FIRST, FALSE },
    { SEEN " ", FALSE }, { "Sở Y tệ", FALSE }, { NULL, FALSE },
  };
  g_autoptr (GError) failure = NULL;
  g_autofree char *folder = g_dir_make_tmp ("witness-XXXXXX", &failure);
  g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_remove (path);
      g_assert_true (cases[i].content == NULL || g_file_set_contents (path, cases[i].content, -1, NULL));
      g_assert_cmpint (ask (path, &error), ==, cases[i].confirmed);
      if (cases[i].confirmed)
        continue;
      g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, WANTED));
    }
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/witness/a-file-holds-what-was-seen-or-is-refused", test_files);
  return g_test_run ();
}
