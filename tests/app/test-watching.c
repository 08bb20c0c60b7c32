/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>

/* A folder beside the library, which is watched from now on. */
static char *
watch (BvWindow *window, const char *name)
{
  g_autofree char *inside = fixture_make_file (window, "x", "x");
  g_autofree char *beside = g_path_get_dirname (inside);
  char *folder = g_build_filename (beside, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_settings_set_int64 (settings, "watched-since", 1);
  g_settings_set_string (settings, "watched-folder", uri);
  return folder;
}

static void
save (const char *folder, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

/* What the inbox says of it. */
typedef struct
{
  BvWindow *window;
  const char *text;
} Line;

static gboolean
says (gpointer data)
{
  const Line *line = data;

  return fixture_find_said (GTK_WIDGET (bv_window_get_page (line->window, "inbox")), line->text) != NULL;
}

static GtkWidget *
expect (BvWindow *window, const char *text)
{
  Line line = { window, text };

  fixture_wait (says, &line, text);
  return fixture_find_said (GTK_WIDGET (bv_window_get_page (window, "inbox")), text);
}

static void
click (BvWindow *window, const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (expect (window, label), GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

static guint
count_waiting (BvWindow *window)
{
  return bv_page_count (bv_window_get_page (window, "inbox"));
}

static gboolean
shows_preview (gpointer window)
{
  return g_str_equal (bv_page_get_info (bv_window_get_visible_page (window))->key, "intake")
         && fixture_is_settled (window);
}

static void
test_new_files_are_offered (BvWindow *window)
{
  g_autofree char *folder = watch (window, "đính kèm");

  fixture_show (window, "inbox");
  expect (window, "“đính kèm” is watched: nothing new");
  save (folder, "Sở Y tế.csv", "a\tb\n");
  expect (window, "1 new file in “đính kèm”");
  save (folder, "Sở Nội vụ.csv.part", "a");
  save (folder, "~$Sở Y tế.xlsx", "a");
  save (folder, ".ẩn.csv", "a");
  save (folder, "Sở Tư pháp.csv", "a\tb\n");
  expect (window, "2 new files in “đính kèm”");
  g_assert_cmpuint (count_waiting (window), ==, 2);
  click (window, "_Look at them");
  fixture_wait (shows_preview, window, "the preview");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (bv_window_get_visible_page (window)), "Sở Tư pháp.csv"));
  g_assert_cmpuint (count_waiting (window), ==, 0);
}

static void
test_others_are_not_asked_about_again (BvWindow *window)
{
  g_autofree char *folder = watch (window, "thư");

  save (folder, "ảnh.png", "png");
  fixture_show (window, "inbox");
  expect (window, "1 new file in “thư”");
  click (window, "_Not these");
  expect (window, "“thư” is watched: nothing new");
  click (window, "_Stop watching");
  expect (window, "The folder in which your mail program saves attachments can be watched.");
  save (folder, "khác.png", "png");
  fixture_settle (window);
  g_assert_cmpuint (count_waiting (window), ==, 0);
}

static void
test_a_folder_that_is_gone_is_said (BvWindow *window)
{
  g_autofree char *folder = watch (window, "mất");
  Line line = { window, "“mất” cannot be watched" };

  fixture_show (window, "inbox");
  expect (window, "“mất” is watched: nothing new");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  fixture_wait (says, &line, "that the folder is gone");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_add ("/watching/new-files-are-offered-and-looked-at", test_new_files_are_offered);
  fixture_add ("/watching/others-are-not-asked-about-again", test_others_are_not_asked_about_again);
  fixture_add ("/watching/a-folder-that-is-gone-is-said", test_a_folder_that_is_gone_is_said);
  return g_test_run ();
}
