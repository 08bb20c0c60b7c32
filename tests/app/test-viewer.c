/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/viewer/paper-view.h"
#include "scratch-folder.h"

#include <signal.h>
#include <string.h>

#define TWO_PAGES "42-BC-SNV.pdf"
#define SIDEWAYS "36-BC-UBND-Tri-Ton.jpg"
/* By themselves; $BANGVANG_MUTATIONS says how many else. */
#define MUTATIONS 24
#define MOST_CHANGES 8 /* as a power of two */

static BvPaperView *
open_view (GtkWindow **window)
{
  GtkWidget *view = bv_paper_view_new ();

  *window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_title (*window, "Documents");
  gtk_window_set_default_size (*window, 390, 280);
  gtk_window_set_child (*window, view);
  gtk_window_present (*window);
  return BV_PAPER_VIEW (view);
}

static char *
find_evidence (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "demo", "evidence", name, NULL);
}

static gboolean
is_shown (gpointer view)
{
  return bv_paper_view_has_picture (view, bv_paper_view_get_page (view));
}

static gboolean
has_words (gpointer view)
{
  return *bv_paper_view_get_words (view) != '\0';
}

static gboolean
is_shown_or_said (gpointer view)
{
  return is_shown (view) || has_words (view);
}

static void
show (BvPaperView *view, const char *name, const char *wanted)
{
  g_autofree char *path = find_evidence (name);

  bv_paper_view_show (view, path, name, wanted);
  fixture_wait (is_shown, view, "the picture of a page");
  g_assert_cmpstr (bv_paper_view_get_words (view), ==, "");
}

static gboolean
is_at_second (gpointer view)
{
  return bv_paper_view_get_page (view) == 1;
}

static void
check_pages (BvWindow *window)
{
  GtkWindow *own;
  BvPaperView *view = open_view (&own);

  show (view, TWO_PAGES, NULL);
  g_assert_cmpuint (bv_paper_view_get_n_pages (view), ==, 2);
  g_assert_cmpuint (bv_paper_view_get_page (view), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (view), "paper.next", NULL);
  fixture_wait (is_at_second, view, "the second page");
  fixture_wait (is_shown, view, "its picture");
  show (view, SIDEWAYS, NULL);
  g_assert_cmpuint (bv_paper_view_get_n_pages (view), ==, 1);
  bv_paper_view_clear (view);
  g_assert_cmpuint (bv_paper_view_get_n_pages (view), ==, 0);
  g_assert_null (bv_paper_view_get_process (view));
  gtk_window_destroy (own);
}

static gboolean
has_scrolled (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 0;
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  /* The menu of sizes scrolls, too. */
  if (GTK_IS_POPOVER (widget))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);
  return found;
}

/* The nominee is in the last row of the list: the view goes there by itself. */
static void
check_wanted (BvWindow *window)
{
  GtkWindow *own;
  BvPaperView *view = open_view (&own);

  show (view, TWO_PAGES, "bao hiem xa hoi tinh");
  fixture_wait (has_scrolled, find_adjustment (GTK_WIDGET (view)), "the row of the nominee");
  gtk_window_destroy (own);
}

static void
check_search (BvWindow *window)
{
  GtkWindow *own;
  BvPaperView *view = open_view (&own);
  GtkWidget *found;

  show (view, TWO_PAGES, NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "paper.search", NULL);
  found = gtk_window_get_focus (own);
  g_assert_true (GTK_IS_TEXT (found));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_parent (found)), "noi nhan");
  fixture_wait (has_scrolled, find_adjustment (GTK_WIDGET (view)), "what is looked for");
  gtk_window_destroy (own);
}

/* As the system does it to a process that takes too much. */
static void
check_killed (BvWindow *window)
{
  GtkWindow *own;
  BvPaperView *view = open_view (&own);
  g_autofree char *path = find_evidence (TWO_PAGES);

  bv_paper_view_show (view, path, TWO_PAGES, NULL);
  kill ((pid_t) g_ascii_strtoll (bv_paper_view_get_process (view), NULL, 10), SIGKILL);
  fixture_wait (has_words, view, "words");
  g_assert_nonnull (strstr (bv_paper_view_get_words (view), "own program"));
  show (view, TWO_PAGES, NULL);
  kill ((pid_t) g_ascii_strtoll (bv_paper_view_get_process (view), NULL, 10), SIGKILL);
  gtk_widget_activate_action (GTK_WIDGET (view), "paper.larger", NULL);
  fixture_run_pending ();
  show (view, SIDEWAYS, NULL);
  gtk_window_destroy (own);
}

static void
try (BvPaperView *view, const char *folder, const void *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  /* Another file of that name is another document. */
  bv_paper_view_clear (view);
  bv_paper_view_show (view, path, "x.pdf", "a");
  fixture_wait (is_shown_or_said, view, "a page or words");
}

#define PDF(pages, page)                                                                             \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<<" pages ">>endobj\n3 0 obj<<" page \
  ">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"

static const char *const hostile[] = {
  "",
  "x",
  "%PDF-",
  "%PDF-1.7\n%%EOF",
  PDF ("/Type/Pages/Kids[]/Count 0", ""),
  PDF ("/Type/Pages/Kids[]/Count 2000000000", ""),
  PDF ("/Type/Pages/Kids[2 0 R]/Count 1", ""),
  PDF ("/Type/Pages/Kids[3 0 R]/Count -1", "/Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]"),
  PDF ("/Type/Pages/Kids[3 0 R]/Count 1", "/Type/Page/Parent 3 0 R"),
  PDF ("/Type/Pages/Kids[3 0 R]/Count 1", "/Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]"),
  PDF ("/Type/Pages/Kids[3 0 R]/Count 1", "/Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]"),
  PDF ("/Type/Pages/Kids[3 0 R]/Count 1", "/Type/Page/Parent 2 0 R/MediaBox[0 0 1 14400]"),
  PDF ("/Type/Pages/Kids[3 0 R]/Count 1", "/Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R"),
  "\x89PNG\r\n\x1a\n",
  "\xff\xd8\xff\xe0",
  "GIF89a\xff\xff\xff\xff",
};

static void
check_hostile (BvWindow *window)
{
  GtkWindow *own;
  BvPaperView *view = open_view (&own);
  g_autofree char *folder = g_dir_make_tmp ("viewer-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    try (view, folder, hostile[i], strlen (hostile[i]));
  show (view, TWO_PAGES, NULL);
  gtk_window_destroy (own);
  scratch_folder_remove (folder);
}

/* Bytes are others, or the end is missing. */
static void
mutate (BvPaperView *view, const char *folder, const char *name, guint number, GRand *random)
{
  g_autofree char *path = find_evidence (name);
  g_autofree char *pdf = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &pdf, &length, NULL));
  for (guint i = 0; i < 1u << (number % MOST_CHANGES); i++)
    pdf[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 0, 256);
  if (number % MOST_CHANGES == 1)
    length = (gsize) g_rand_int_range (random, 0, (gint32) length);
  try (view, folder, pdf, length);
}

static void
check_mutated (BvWindow *window)
{
  static const char *const names[] = { TWO_PAGES, "3120-QD-UBND.pdf", "19-BC-UBND-Tan-Chau.pdf", SIDEWAYS,
                                       "Bao-cao-thanh-tich-Pham-Thi-Kim-Tho.pdf" };
  const char *asked = g_getenv ("BANGVANG_MUTATIONS");
  guint n = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : MUTATIONS;
  GtkWindow *own;
  BvPaperView *view = open_view (&own);
  g_autofree char *folder = g_dir_make_tmp ("viewer-XXXXXX", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (14);
  gint64 longest = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 began = g_get_monotonic_time ();

      mutate (view, folder, names[i % G_N_ELEMENTS (names)], i, random);
      longest = MAX (longest, g_get_monotonic_time () - began);
    }
  g_test_message ("%u mutated files; the slowest was shown, or said why not, in %" G_GINT64_FORMAT " ms", n,
                  longest / 1000);
  show (view, TWO_PAGES, NULL);
  gtk_window_destroy (own);
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add_empty ("/app/viewer/pages", check_pages);
  fixture_add_empty ("/app/viewer/wanted", check_wanted);
  fixture_add_empty ("/app/viewer/search", check_search);
  fixture_add_empty ("/app/viewer/killed", check_killed);
  fixture_add_empty ("/app/viewer/hostile", check_hostile);
  fixture_add_empty ("/app/viewer/mutated", check_mutated);
  return g_test_run ();
}
