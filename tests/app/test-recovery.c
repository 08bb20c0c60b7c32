/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/library/soundness.h"
#include "exchange/backup/backup-job.h"
#include "scratch-folder.h"
#include "store/campaigns.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* BANGVANG_FLIPS says in how many places the library is damaged before the program starts; a seed goes by
 * --seed. */
#define FLIPS 8

/* What is done to a library before the program starts, and what is looked at then. */
typedef void (*DamageFunc) (const char *library);
typedef void (*LookFunc) (GtkApplication *application);

/* A score that nobody entered. */
#define DAMAGE                                                                                              \
  "UPDATE assessment SET verified = verified + 100 WHERE verified IS NOT NULL AND nominee IN (SELECT n.id " \
  "FROM nominee n JOIN campaign c ON c.id = n.campaign WHERE c.key = 'papi-2021')"

static const char *
get_folder (BvWindow *window)
{
  return bv_session_get_folder (bv_window_get_session (window));
}

static char *
build_path (const char *library)
{
  return g_build_filename (library, "bangvang.db", NULL);
}

static void
run_sql (const char *library, const char *sql)
{
  g_autofree char *path = build_path (library);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : NULL;
}

/* The first that shows a text. */
static GtkWidget *
find (gpointer widget, GType type, const char *text)
{
  const char *shown = get_text (widget);
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && shown != NULL && strstr (shown, text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);
  return found;
}

static void
press (gpointer window, const char *text)
{
  GtkWidget *button = find (window, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_main (gpointer window, const char *text)
{
  GtkWidget *button = find (window, GTK_TYPE_BUTTON, text);

  return button != NULL && gtk_widget_has_css_class (button, "suggested-action");
}

typedef struct
{
  const char *window; /* its name */
  const char *text;
} Wanted;

static gboolean
says (gpointer data)
{
  const Wanted *wanted = data;
  gpointer window = fixture_find_window (wanted->window);

  return window != NULL && find (window, GTK_TYPE_LABEL, wanted->text) != NULL;
}

static void
wait_for (const char *window, const char *text)
{
  Wanted wanted = { window, text };

  fixture_wait (says, &wanted, text);
}

static gboolean
has_findings (gpointer window)
{
  return bv_soundness_get_findings (window) != NULL;
}

static void
report_damage (BvWindow *window)
{
  g_autoptr (GError) error = g_error_new_literal (BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED, "a row");

  bv_session_report (bv_window_get_session (window), error);
}

static void
test_banner (BvWindow *window)
{
  static const char *const pages[] = { "units", "ranking", "backups", "nominees" };

  run_sql (get_folder (window), DAMAGE);
  report_damage (window);
  fixture_wait (has_findings, window, "the check of the database");
  /* Also beside what went wrong. */
  g_assert_nonnull (find (window, GTK_TYPE_LABEL, "A row"));
  g_assert_nonnull (find (window, GTK_TYPE_BUTTON, "_Look and restore"));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      bv_window_show_page (window, pages[i]);
      fixture_settle (window);
      g_assert_nonnull (find (window, GTK_TYPE_BUTTON, "_Look and restore"));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "app.recover", NULL);
  wait_for ("recovery", "papi-2021");
  wait_for ("recovery", "There is no proven backup");
  g_assert_true (is_main (fixture_find_window ("recovery"), "Take over what is _whole"));
  g_assert_null (find (fixture_find_window ("recovery"), GTK_TYPE_BUTTON, "_Try again"));
  gtk_window_destroy (fixture_find_window ("recovery"));
}

/* Some seconds after the window opened, and without being asked. */
static void
test_by_itself (BvWindow *window)
{
  run_sql (get_folder (window), DAMAGE);
  fixture_wait (has_findings, window, "the check of the database");
  g_assert_nonnull (find (window, GTK_TYPE_BUTTON, "_Look and restore"));
}

static void
test_nothing_whole (BvWindow *window)
{
  run_sql (get_folder (window), DAMAGE);
  gtk_widget_activate_action (GTK_WIDGET (window), "app.salvage-library", NULL);
  wait_for ("remarks", "no campaign in it is whole");
  gtk_window_destroy (fixture_find_window ("remarks"));
}

/* The program is started with a library that was damaged before. */
typedef struct
{
  DamageFunc damage;
  LookFunc look;
} Start;

static void
look_at (GtkApplication *application, gconstpointer data)
{
  const Start *start = data;

  g_assert_nonnull (gtk_application_get_active_window (application));
  start->look (application);
}

static void
run_start (gconstpointer data)
{
  const Start *start = data;
  g_autofree char *folder = g_dir_make_tmp ("bangvang-app-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library", NULL);

  fixture_copy_demonstration (library);
  start->damage (library);
  fixture_run_program (library, FALSE, look_at, start);
  scratch_folder_remove (folder);
}

static void
write_bytes (const char *library, gsize place, const void *bytes, gsize length)
{
  g_autofree char *path = build_path (library);
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, place, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  fclose (file);
}

static void
back_up_and_tear (const char *library)
{
  const BvBackupRequest request = { .library = library };
  g_autoptr (GError) error = NULL;

  bv_backup_job_free (bv_backup_job_run (&request, NULL, &error));
  g_assert_no_error (error);
  write_bytes (library, 0, "torn", 4);
}

static gboolean
is_shown (gpointer application)
{
  return BV_IS_WINDOW (gtk_application_get_active_window (application))
         || fixture_find_window ("remarks") != NULL;
}

static void
look_at_backup (GtkApplication *application)
{
  wait_for ("recovery", "255 nominees");
  wait_for ("recovery", "it is damaged");
  g_assert_true (is_main (fixture_find_window ("recovery"), "_Restore this copy"));
  press (fixture_find_window ("recovery"), "_Restore this copy");
  gtk_dialog_response (fixture_wait_for_window ("restoration-question"), GTK_RESPONSE_ACCEPT);
  fixture_wait (is_shown, application, "the restored library");
  wait_for ("remarks", "The library of before stands in");
  gtk_window_destroy (fixture_find_window ("remarks"));
  g_assert_nonnull (bv_application_get_session (BV_APPLICATION (application)));
}

static void
copy_while_open (const char *library)
{
  write_bytes (library, 18, "\2\2", 2);
}

static void
look_at_copied (GtkApplication *application)
{
  wait_for ("recovery", "Nothing is wrong with what is in the database");
  g_assert_true (is_main (fixture_find_window ("recovery"), "_Take it over as it is"));
  press (fixture_find_window ("recovery"), "_Take it over as it is");
  gtk_dialog_response (fixture_wait_for_window ("restoration-question"), GTK_RESPONSE_ACCEPT);
  wait_for ("remarks", "The library of before stands in");
  gtk_window_destroy (fixture_find_window ("remarks"));
}

/* Another campaign stays whole, and the database does not begin as it should. */
static void
add_and_tear (const char *library)
{
  g_autoptr (BvLibrary) opened = bv_library_open (library, BV_LIBRARY_WRITE, NULL);
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (opened, bv_campaigns_find (opened, "papi-2021", NULL), BV_CAMPAIGN_WHOLE, NULL);

  g_free (campaign->key);
  campaign->key = g_strdup ("second");
  g_assert_cmpint (bv_campaigns_load (opened, campaign, FALSE, NULL), >, 0);
  g_clear_pointer (&opened, bv_library_close);
  run_sql (library, DAMAGE);
  write_bytes (library, 0, "torn", 4);
}

static void
look_at_salvage (GtkApplication *application)
{
  wait_for ("recovery", "There is no proven backup");
  press (fixture_find_window ("recovery"), "Take over what is _whole");
  gtk_dialog_response (fixture_wait_for_window ("salvage-question"), GTK_RESPONSE_ACCEPT);
  wait_for ("remarks", "taken over whole: 255 nominees");
  wait_for ("remarks", "not taken over: rows of it");
  wait_for ("remarks", "Sealings on record: 0 taken over");
  gtk_window_destroy (fixture_find_window ("remarks"));
  g_assert_cmpint (
    bv_campaigns_find (bv_session_get_library (bv_application_get_session (BV_APPLICATION (application))),
                       "second", NULL),
    >, 0);
}

static void
damage_anywhere (const char *library)
{
  g_autofree char *path = build_path (library);
  GStatBuf status;
  gsize place;
  guint8 bytes[64];

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  place = g_test_rand_int_range (0, status.st_size - sizeof bytes);
  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = g_test_rand_int ();
  write_bytes (library, place, bytes, g_test_rand_bit () ? 1 : sizeof bytes);
}

/* There is a window, whatever it says, and its pages can be shown. */
static void
look_at_anything (GtkApplication *application)
{
  static const char *const pages[] = { "units", "ranking", "nominees" };
  GtkWindow *window = gtk_application_get_active_window (application);

  for (guint i = 0; BV_IS_WINDOW (window) && i < G_N_ELEMENTS (pages); i++)
    {
      bv_window_show_page (BV_WINDOW (window), pages[i]);
      fixture_settle (BV_WINDOW (window));
    }
  fixture_run_pending ();
  g_assert_true (gtk_application_get_active_window (application) == window);
}

static void
test_anywhere (gconstpointer data)
{
  static const Start start = { damage_anywhere, look_at_anything };
  const char *wanted = g_getenv ("BANGVANG_FLIPS");
  guint n = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : FLIPS;

  for (guint i = 0; i < n; i++)
    run_start (&start);
}

int
main (int argc, char **argv)
{
  static const Start backup = { back_up_and_tear, look_at_backup };
  static const Start copied = { copy_while_open, look_at_copied };
  static const Start salvage = { add_and_tear, look_at_salvage };

  fixture_init (&argc, &argv);
  fixture_add ("/app/recovery/every-page-says-that-the-library-is-damaged", test_banner);
  fixture_add ("/app/recovery/the-window-looks-by-itself", test_by_itself);
  fixture_add ("/app/recovery/where-nothing-is-whole-nothing-changes", test_nothing_whole);
  g_test_add_data_func ("/app/recovery/the-newest-backup-comes-first", &backup, run_start);
  g_test_add_data_func ("/app/recovery/what-was-copied-while-open-is-taken-over", &copied, run_start);
  g_test_add_data_func ("/app/recovery/what-is-whole-is-taken-over", &salvage, run_start);
  g_test_add_data_func ("/app/recovery/damage-never-kills-the-window", NULL, test_anywhere);
  return g_test_run ();
}
