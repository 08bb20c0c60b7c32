/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/page-list.h"
#include "app/page/banner.h"
#include "app/proposal/export-job.h"
#include "store/nominee-list.h"

#define WRONG "the disk is full: make room, then try again"
#define SAID "The disk is full: make room, then try again"

static void
fail (BvWindow *window)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, WRONG);

  bv_session_report (bv_window_get_session (window), error);
  fixture_settle (window);
}

/* Returns: the first banner that is seen; %NULL: there is none */
static GtkWidget *
find_banner (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || BV_IS_BANNER (widget))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_banner (child);
  return found;
}

static GtkWidget *
find_close (GtkWidget *banner)
{
  GtkWidget *close = gtk_widget_get_last_child (gtk_widget_get_first_child (banner));

  return gtk_widget_get_mapped (close) ? close : NULL;
}

static const char *
get_said (BvWindow *window)
{
  return bv_status_bar_get_message (bv_window_get_status_bar (window));
}

static void
test_error (BvWindow *window)
{
  static const char *const pages[] = { "units", "nominees", "ranking" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = GTK_WIDGET (fixture_show (window, pages[i]));

      fail (window);
      g_assert_cmpstr (bv_window_get_error (window), ==, SAID);
      g_assert_true (gtk_widget_has_css_class (find_banner (page), "alert"));
      g_signal_emit_by_name (find_close (find_banner (page)), "clicked");
      fixture_settle (window);
      g_assert_null (bv_window_get_error (window));
    }
}

static void
test_left (BvWindow *window)
{
  fixture_show (window, "nominees");
  fixture_select (window, "Sở Y tế");
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_VERIFIED), "12,5");
  fixture_settle (window);
  g_assert_nonnull (strstr (get_said (window), "Sở Y tế"));
  fail (window);
  g_assert_nonnull (strstr (get_said (window), "Sở Y tế"));
  fixture_show (window, "units");
  g_assert_null (bv_window_get_error (window));
  g_assert_cmpstr (get_said (window), ==, "");
  fixture_show (window, "nominees");
  g_assert_null (bv_window_get_error (window));
  g_assert_null (find_banner (GTK_WIDGET (window)));
}

/* The gravest of what there is to say is said. */
static void
test_gravest (BvWindow *window)
{
  GtkWidget *page = GTK_WIDGET (fixture_show (window, "ranking"));
  GtkWidget *banner = find_banner (page);
  g_autofree char *note = g_strdup (bv_banner_get (BV_BANNER (banner), BV_BANNER_NOTE));

  g_assert_nonnull (note);
  g_assert_false (gtk_widget_has_css_class (banner, "alert"));
  g_assert_null (find_close (banner));
  fail (window);
  g_assert_true (gtk_widget_has_css_class (banner, "alert"));
  g_signal_emit_by_name (find_close (banner), "clicked");
  fixture_settle (window);
  g_assert_true (find_banner (page) == banner);
  g_assert_false (gtk_widget_has_css_class (banner, "alert"));
  g_assert_cmpstr (bv_banner_get (BV_BANNER (banner), BV_BANNER_NOTE), ==, note);
}

static void export(BvWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = fixture_export (window, file, TRUE, NULL);

  fixture_wait_for_work (work);
  fixture_settle (window);
}

static void
test_cause (BvWindow *window)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", "Dự thảo.xlsx", NULL);

  fixture_show (window, "nominees");
  export(window, "/dev/null/nowhere/Dự thảo.xlsx");
  g_assert_nonnull (bv_window_get_error (window));
  g_assert_cmpstr (get_said (window), ==, "");
  export(window, path);
  g_assert_null (bv_window_get_error (window));
  g_assert_nonnull (strstr (get_said (window), "Dự thảo.xlsx"));
}

static void
test_welcome (BvWindow *window)
{
  fail (window);
  g_assert_cmpstr (bv_window_get_error (window), ==, SAID);
  g_assert_nonnull (find_banner (GTK_WIDGET (window)));
}

/* Another window of the same program, whose library is only read. */
static BvWindow *
open_to_read (BvWindow *window, BvSession **session)
{
  BvLibrary *library
    = bv_library_open (bv_session_get_folder (bv_window_get_session (window)), BV_LIBRARY_READ, NULL);
  BvWindow *reading;

  g_assert_nonnull (library);
  *session = bv_session_new (library);
  reading = BV_WINDOW (bv_window_new (gtk_window_get_application (GTK_WINDOW (window)), *session));
  bv_page_list_add_to (reading);
  bv_session_show_newest (*session);
  gtk_window_present (GTK_WINDOW (reading));
  fixture_settle (reading);
  return reading;
}

/* Returns: the first button of the action below @widget */
static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

static void
test_read_only (BvWindow *window)
{
  static const char *const pages[] = { "units", "nominees" };
  g_autoptr (BvSession) session = NULL;
  BvWindow *reading = open_to_read (window, &session);
  GtkWidget *add, *entry;

  g_assert_false (bv_session_is_writable (session));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = GTK_WIDGET (fixture_show (reading, pages[i]));
      GtkWidget *banner = find_banner (page);

      g_assert_nonnull (
        strstr (bv_banner_get (BV_BANNER (banner), BV_BANNER_READ_ONLY), "only be looked at"));
      g_assert_false (gtk_widget_has_css_class (banner, "alert"));
    }
  add = find_button (GTK_WIDGET (bv_window_get_visible_page (reading)), "win.add-nominee");
  g_assert_false (gtk_widget_get_sensitive (add));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (add), "only be looked at"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (reading), "undo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (reading), "remove-nominee"));
  fixture_select (reading, "Sở Y tế");
  entry = GTK_WIDGET (fixture_get_entry (reading, 0, BV_SCORE_ENTRY_FINAL));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (entry), "only be looked at"));
  gtk_window_destroy (GTK_WINDOW (reading));
}

typedef struct
{
  BvTablePage *page;
  guint row;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *shown = data;
  g_autofree char *text = fixture_read_cell (shown->page, shown->row, BV_NOMINEES_SELF);

  return g_str_equal (text, shown->text);
}

/* What the first window writes the second shows, and so does what is undone there. */
static void
test_followed (BvWindow *window)
{
  g_autoptr (BvSession) session = NULL;
  BvWindow *reading = open_to_read (window, &session);
  BvTablePage *page = fixture_show (reading, "nominees");
  g_autofree char *before = fixture_read_cell (page, 0, BV_NOMINEES_SELF);
  Shown edited = { page, 0, "74,50" };
  Shown undone = { page, 0, before };

  fixture_show (window, "nominees");
  fixture_select (window, "Văn phòng Ủy ban nhân dân tỉnh");
  g_assert_cmpstr (before, ==, "83,50");
  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_SELF), "6");
  fixture_settle (window);
  fixture_wait (is_shown, &edited, "what the other window wrote");
  fixture_undo (window);
  fixture_wait (is_shown, &undone, "what the other window undid");
  fixture_settle (reading);
  gtk_window_destroy (GTK_WINDOW (reading));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/messages/what-went-wrong-is-said-on-the-page-until-it-is-closed", test_error);
  fixture_add ("/messages/what-was-said-goes-when-the-page-is-left", test_left);
  fixture_add ("/messages/a-banner-says-the-gravest", test_gravest);
  fixture_add ("/messages/what-went-wrong-is-not-said-when-it-is-tried-again", test_cause);
  fixture_add ("/messages/a-library-that-is-only-read-says-so-and-why-nothing-can-be-done", test_read_only);
  fixture_add ("/messages/a-window-that-only-reads-follows-the-one-that-writes", test_followed);
  fixture_add_empty ("/messages/without-a-campaign-it-is-said-too", test_welcome);
  return g_test_run ();
}
