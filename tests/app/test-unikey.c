/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real keys through the X server and ibus-unikey, into a window as it stands there (tests/with-unikey). What
 * is done next waits for what came of the last. */
#include "app-fixture.h"
#include "app/scoring/score-sheet-private.h"
#include "scoring-fixture.h"

#include <gdk/x11/gdkx.h>

/* Of the first group of the demonstration the second criterion is given points. */
#define POINTS 1
#define N_AT_ONCE 4

static void
run (const char *first, ...)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int status;
  va_list rest;

  g_ptr_array_add (command, (gpointer) "xdotool");
  va_start (rest, first);
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (command, (gpointer) word);
  va_end (rest);
  g_ptr_array_add (command, NULL);
  g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
press (const char *key)
{
  run ("key", "--clearmodifiers", key, NULL);
}

static void
type (const char *text)
{
  run ("type", "--clearmodifiers", "--delay", "2", text, NULL);
}

static char *
get_id (BvWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static BvScoringPage *
begin (BvWindow *window)
{
  g_autofree char *id = get_id (window);
  BvScoringPage *page = scoring_show (window);

  run ("windowfocus", id, NULL);
  fixture_wait (is_active, window, "the focus");
  g_assert_true (bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS));
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  fixture_settle (window);
  return page;
}

typedef struct
{
  BvScoringPage *page;
  guint row;
  gint64 points;
} Wanted;

static gboolean
is_stored (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (BvRecord) record = (BvRecord *) scoring_read_cell (wanted->page, wanted->row, POINTS);
  const BvAssessment *assessment = (const BvAssessment *) record;

  return wanted->points == (assessment->final != BV_NONE ? assessment->final : assessment->verified);
}

static void
wait_for_points (BvScoringPage *page, guint row, gint64 points)
{
  Wanted wanted = { page, row, points };
  g_autofree char *what = g_strdup_printf ("%" G_GINT64_FORMAT " in row %u", points, row);

  fixture_wait (is_stored, &wanted, what);
}

static GtkIMContext *
find_method (GtkWidget *text)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (text);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller)) != NULL)
        return gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller));
    }
  g_assert_not_reached ();
}

typedef struct
{
  BvScoreSheet *sheet;
  const char *typed;
} Seen;

/* What is typed, and what is still underlined. */
static gboolean
is_seen (gpointer data)
{
  const Seen *seen = data;
  g_autofree char *word = NULL;
  g_autofree char *all = NULL;

  gtk_im_context_get_preedit_string (find_method (seen->sheet->text), &word, NULL, NULL);
  all = g_strconcat (gtk_editable_get_text (GTK_EDITABLE (seen->sheet->text)), word, NULL);
  return g_str_equal (all, seen->typed);
}

/* Until it is seen in the cell, as somebody waits who looks at what she types. */
static void
type_seen (BvScoreSheet *sheet, const char *text)
{
  Seen seen = { sheet, text };

  type (text);
  fixture_wait (is_seen, &seen, text);
}

/* By keys; the first word of the session is among them. With keys of the text it is not waited for what the
 * method makes of the word. */
static void
test_keys (BvWindow *window)
{
  static const char *const keys[]
    = { "Return", "Down", "Tab", "Right", "Return", "Down", "Tab", "Right", "ctrl+Return", "F6", "alt+3" };
  BvScoringPage *page = begin (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u,75", 10 + i);

      g_test_message ("%s", keys[i]);
      bv_window_show_page (window, "scoring");
      bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN);
      g_assert_true (bv_score_sheet_go (sheet, i, POINTS));
      if (i < N_AT_ONCE)
        type (text);
      else
        type_seen (sheet, text);
      press (keys[i]);
      wait_for_points (page, i, 1075 + 100 * i);
      g_assert_false (bv_score_sheet_is_editing (sheet));
    }
}

static gboolean
is_editing (gpointer sheet)
{
  return bv_score_sheet_is_editing (sheet);
}

static gboolean
is_left (gpointer sheet)
{
  return !bv_score_sheet_is_editing (sheet);
}

/* By the mouse: a word that is underlined is not there twice. */
static void
test_click (BvWindow *window)
{
  BvScoringPage *page = begin (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  GdkRectangle place = bv_score_sheet_get_place (sheet);
  g_autofree char *id = get_id (window);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  double left, top, dx, dy;

  gtk_widget_translate_coordinates (GTK_WIDGET (sheet), GTK_WIDGET (window), place.x, place.y, &left, &top);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &dx, &dy);
  x = g_strdup_printf ("%d", (int) (left + dx) + place.width / 2);
  y = g_strdup_printf ("%d", (int) (top + dy) + place.height * 3);
  type_seen (sheet, "27,75");
  run ("mousemove", "--window", id, x, y, "click", "1", NULL);
  fixture_wait (is_left, sheet, "the cell to be left");
  wait_for_points (page, 0, 2775);
}

static void
test_escape (BvWindow *window)
{
  BvScoringPage *page = begin (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  type ("11,11");
  fixture_wait (is_editing, sheet, "the cell to be typed in");
  press ("Escape");
  fixture_wait (is_left, sheet, "the cell to be left");
  type ("27,75");
  press ("Return");
  wait_for_points (page, 0, 2775);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/unikey/a-score-is-there-once-whatever-key-leaves-its-cell", test_keys);
  fixture_add ("/unikey/a-click-elsewhere-loses-nothing", test_click);
  fixture_add ("/unikey/esc-throws-away-what-was-typed", test_escape);
  return g_test_run ();
}
