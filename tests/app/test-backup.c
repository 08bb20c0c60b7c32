/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/backup/backup-age.h"
#include "app/backup/backup-places.h"
#include "app/backup/backup-table.h"
#include "app/backup/backups-page.h"
#include "app/backup/exit-backup.h"
#include "app/library/view-window.h"
#include "exchange/backup/backup-list.h"
#include "scratch-folder.h"
#include "store/backup/backup-evidence.h"
#include "store/fence.h"
#include "store/unfinished/register.h"
#include "store/vault.h"

#include <glib/gstdio.h>

static void
began_cb (BvSession *session, BvWork *work, gpointer data)
{
  g_set_object ((BvWork **) data, work);
}

static const char *
get_folder (BvWindow *window)
{
  return bv_session_get_folder (bv_window_get_session (window));
}

/* Presses a button, and waits until the backup is made. */
static void
make (BvWindow *window, const char *action)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvWork) work = NULL;
  gulong handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), &work);

  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  g_assert_nonnull (strstr (bv_work_get_message (work), "opened again and compared"));
  g_signal_handler_disconnect (session, handler);
  fixture_settle (window);
}

static void
back_up (BvWindow *window)
{
  make (window, "back-up");
}

/* One that is just being made does not count yet. */
static guint
count_backups (const char *library, const char *place)
{
  const char *places[] = { place, NULL };
  g_autoptr (BvBackupList) list = bv_backup_list_read (library, places, TRUE);
  guint n = 0;

  for (guint i = 0; i < list->entries->len; i++)
    {
      const BvBackupEntry *entry = g_ptr_array_index (list->entries, i);

      if (entry->fault == NULL)
        n += entry->paths->len;
    }
  return n;
}

static void
test_made (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "backups");
  g_autofree char *proof = NULL;
  g_autofree char *places = NULL;

  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
  back_up (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 1);
  proof = fixture_read_cell (page, 0, BV_BACKUPS_PROOF);
  places = fixture_read_cell (page, 0, BV_BACKUPS_PLACES);
  g_assert_cmpstr (proof, ==, "Proven");
  g_assert_cmpstr (places, ==, "Library");
  g_assert_cmpuint (count_backups (get_folder (window), NULL), ==, 1);
}

/* A menu leads to it: the side list has the steps of the work only, and its places their keys. */
static void
test_not_a_step (BvWindow *window)
{
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (
    gtk_window_get_application (GTK_WINDOW (window)), "win.page::backups");

  g_assert_cmpuint (g_strv_length (keys), ==, 0);
}

static gint64
at (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (year, month, day, hour, minute, 0);

  return g_date_time_to_unix (time);
}

/* The rows are numbered anew with each list: what can be restored is what was chosen. */
static void
test_chosen (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "backups");
  g_autofree char *folder = g_build_filename (get_folder (window), "backups", NULL);
  g_autofree char *torn = g_build_filename (folder, "bangvang-2020-01-02-030405.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (torn);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (torn, "torn", -1, NULL));
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, at (2020, 1, 2, 3, 4),
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
  back_up (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 2);
  g_assert_true (bv_table_page_select (page, 2));
  fixture_settle (window);
  back_up (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 3);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, 3);
}

static char *
find_first_backup (const char *library)
{
  g_autoptr (BvBackupList) list = bv_backup_list_read (library, NULL, FALSE);

  return g_strdup (((const BvBackupEntry *) g_ptr_array_index (list->entries, 0))->paths->pdata[0]);
}

static void
turn_byte (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
}

static guint
count_faults (BvTablePage *page)
{
  guint n = 0;

  for (guint i = 0; i < fixture_count_rows (page); i++)
    {
      g_autofree char *proof = fixture_read_cell (page, i, BV_BACKUPS_PROOF);

      n += !g_str_has_prefix (proof, "Proven");
    }
  return n;
}

/* A byte that turned is found only by reading all, and not forgotten when the list is read again. */
static void
test_checked (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "backups");
  g_autofree char *backup = NULL;

  back_up (window);
  backup = find_first_backup (get_folder (window));
  turn_byte (backup);
  make (window, "check-backups");
  g_assert_cmpuint (count_faults (page), ==, 1);
  fixture_show (window, "nominees");
  fixture_show (window, "backups");
  g_assert_cmpuint (count_faults (page), ==, 1);
}

static void
test_second_place (BvWindow *window)
{
  g_autofree char *place = g_dir_make_tmp ("bangvang-place-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (place);
  BvTablePage *page;
  g_autofree char *places = NULL;

  bv_backup_places_set_second (folder);
  page = fixture_show (window, "backups");
  back_up (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 1);
  places = fixture_read_cell (page, 0, BV_BACKUPS_PLACES);
  g_assert_true (g_str_has_prefix (places, "Library, "));
  g_assert_cmpuint (count_backups (get_folder (window), place), ==, 2);
  bv_backup_places_set_second (NULL);
  scratch_folder_remove (place);
}

typedef struct
{
  const char *library;
  gint64 action;
} Wanted;

static gboolean
has_backup_of (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (BvBackupList) list = bv_backup_list_read (wanted->library, NULL, FALSE);
  const BvBackupEntry *newest = bv_backup_list_find_newest (list);

  return newest != NULL && newest->manifest->facts->last_action == wanted->action;
}

static gboolean
has_complaint (gpointer data)
{
  return *(char **) data != NULL || (*(char **) data = bv_exit_backup_take_complaint ()) != NULL;
}

/* On closing, only what was changed since, and of a stick that is out once a day. */
static void
test_closing (BvWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autofree char *library = g_strdup (get_folder (window));
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all");
  g_autofree char *complaint = NULL;
  Wanted first = { library, 1 };
  Wanted second = { library, 2 };

  bv_exit_backup_start (application, library);
  fixture_wait (has_backup_of, &first, "a backup");
  fixture_select (window, "Sở Y tế");
  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_SELF), "6");
  fixture_settle (window);
  bv_backup_places_set_second (nowhere);
  bv_exit_backup_start (application, library);
  fixture_wait (has_backup_of, &second, "a second backup");
  fixture_wait (has_complaint, &complaint, "a complaint");
  g_assert_nonnull (strstr (complaint, "/nowhere/at/all"));
  bv_exit_backup_start (application, library);
  fixture_run_pending ();
  g_assert_null (bv_exit_backup_take_complaint ());
  bv_backup_places_set_second (NULL);
}

static gboolean
is_reopened (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  return fixture_find_window ("remarks") != NULL || BV_IS_WINDOW (window);
}

static gboolean
has_remarks (gpointer unused)
{
  return fixture_find_window ("remarks") != NULL;
}

/* What was typed since is gone, and the library of before stands beside. */
static void
test_restored (BvWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autofree char *library = g_strdup (get_folder (window));
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  BvTablePage *page;

  fixture_show (window, "backups");
  back_up (window);
  backup = find_first_backup (library);
  page = fixture_show (window, "nominees");
  before = fixture_read_cell (page, 0, 6);
  fixture_select (window, "Văn phòng Ủy ban nhân dân tỉnh");
  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_SELF), "6");
  fixture_settle (window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "replace-library",
                                  g_variant_new_bytestring (backup));
  fixture_wait (is_reopened, application, "the window again");
  fixture_wait (has_remarks, NULL, "what is said of it");
  gtk_window_destroy (fixture_find_window ("remarks"));
  window = BV_WINDOW (gtk_application_get_active_window (application));
  fixture_settle (window);
  page = fixture_show (window, "nominees");
  after = fixture_read_cell (page, 0, 6);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_backups (library, NULL), ==, 1);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is in a file or a folder, how old it is, and all that is in it. */
static void
take_down (const char *path, GString *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *bytes = NULL;
  const char *name;
  GStatBuf status;
  gsize length = 0;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_string_append_printf (text, "%s %" G_GINT64_FORMAT, path, (gint64) status.st_mtime);
  if (dir == NULL && g_file_get_contents (path, &bytes, &length, NULL))
    {
      g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);

      g_string_append_printf (text, " %s", hash);
    }
  g_string_append_c (text, '\n');
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    take_down (g_ptr_array_index (names, i), text);
}

/* The database itself is open, and others read it. */
static char *
take_down_place (const char *library)
{
  GString *text = g_string_new (NULL);

  for (const char *const *name = (const char *const[]){ "backups", "vault", NULL }; *name != NULL; name++)
    {
      g_autofree char *path = g_build_filename (library, *name, NULL);

      take_down (path, text);
    }
  return g_string_free (text, FALSE);
}

static guint
count_work_copies (void)
{
  g_autofree char *place = g_build_filename (g_get_user_cache_dir (), "bangvang", "views", NULL);
  g_autoptr (GPtrArray) paths = bv_register_list (BV_REGISTER_TREE, place);

  return paths->len;
}

/* The button, and the window that it opens. */
static GtkWindow *
look_into (BvWindow *window, BvWork **work)
{
  BvSession *session = bv_window_get_session (window);
  gulong handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), work);

  fixture_show (window, "backups");
  g_action_group_activate_action (G_ACTION_GROUP (window), "view-backup", NULL);
  g_assert_nonnull (*work);
  fixture_wait_for_work (*work);
  g_signal_handler_disconnect (session, handler);
  return gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (window)));
}

static BvWindow *
open_view (BvWindow *window)
{
  g_autoptr (BvWork) work = NULL;
  GtkWindow *view = look_into (window, &work);

  g_assert_false (bv_work_has_failed (work));
  g_assert_true (bv_view_window_is (view));
  fixture_settle (BV_WINDOW (view));
  return BV_WINDOW (view);
}

static gboolean
has_no_work_copy (gpointer unused)
{
  return count_work_copies () == 0;
}

static guint
count_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  return g_list_length (windows);
}

/* What the program does to its library is not done from there. */
static void
assert_changes_nothing (BvWindow *view, BvWindow *window)
{
  static const char *const of_library[]
    = { "app.load", "app.new-campaign", "app.demo", "app.restore-folder", "app.recover", "win.undo" };
  GtkWidget *widget = GTK_WIDGET (view);
  guint n_windows = count_windows ();
  g_autoptr (BvWork) work = NULL;
  gulong handler = g_signal_connect (bv_window_get_session (window), "working", G_CALLBACK (began_cb), &work);

  g_assert_true (bv_session_is_read_only (bv_window_get_session (view)));
  for (guint i = 0; i < G_N_ELEMENTS (of_library); i++)
    gtk_widget_activate_action (widget, of_library[i], NULL);
  fixture_run_pending ();
  g_assert_cmpuint (count_windows (), ==, n_windows);
  g_assert_null (work);
  g_signal_handler_disconnect (bv_window_get_session (window), handler);
  g_assert_null (bv_window_get_page (view, "backups"));
  gtk_widget_activate_action (widget, "win.page", "s", "backups");
  g_assert_cmpstr (bv_page_get_info (bv_window_get_visible_page (view))->key, ==, "nominees");
}

/* From the vault of the library, into the work copy. */
static void
assert_opens_evidence (BvWindow *view, const char *library)
{
  BvSession *session = bv_window_get_session (view);
  g_autoptr (GPtrArray) items = bv_backup_evidence_list (bv_session_get_library (session), NULL);
  const BvVaultItem *item = g_ptr_array_index (items, 0);
  const char *folder = bv_session_get_folder (session);
  g_autofree char *inside = g_build_filename (library, "tờ trình.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = bv_vault_open_copy (folder, item->sha256, item->file, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (copy, folder));
  g_assert_false (bv_fence_check (folder, inside, NULL));
}

/* A copy is shown as it was then, and nothing becomes another by it. */
static void
test_viewed (BvWindow *window)
{
  g_autofree char *library = g_strdup (get_folder (window));
  g_autofree char *before = NULL, *then = NULL, *place = NULL, *place_after = NULL;
  BvWindow *view;

  fixture_show (window, "backups");
  back_up (window);
  before = fixture_read_cell (fixture_show (window, "nominees"), 0, 6);
  fixture_select (window, "Văn phòng Ủy ban nhân dân tỉnh");
  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_SELF), "6");
  fixture_settle (window);
  place = take_down_place (library);
  view = open_view (window);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (view)), "Copy of "));
  then = fixture_read_cell (fixture_show (view, "nominees"), 0, 6);
  g_assert_cmpstr (then, ==, before);
  assert_changes_nothing (view, window);
  assert_opens_evidence (view, library);
  g_assert_true (open_view (window) == view);
  g_assert_cmpuint (count_work_copies (), ==, 1);
  gtk_window_close (GTK_WINDOW (view));
  fixture_wait (has_no_work_copy, NULL, "the end of the work copy");
  place_after = take_down_place (library);
  g_assert_cmpstr (place_after, ==, place);
}

static void
test_damaged_viewed (BvWindow *window)
{
  g_autoptr (BvWork) work = NULL;
  g_autofree char *backup = NULL;

  fixture_show (window, "backups");
  back_up (window);
  backup = find_first_backup (get_folder (window));
  turn_byte (backup);
  g_assert_true (look_into (window, &work) == GTK_WINDOW (window));
  g_assert_true (bv_work_has_failed (work));
  g_assert_nonnull (strstr (bv_work_get_message (work), "bangvang-"));
  g_assert_cmpuint (count_work_copies (), ==, 0);
}

/* Who closes the library wants to leave. */
static void
test_view_left (BvWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  /* As what works in a thread may. */
  GObject *held = g_object_ref (G_OBJECT (window));

  fixture_show (window, "backups");
  back_up (window);
  open_view (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (gtk_application_get_windows (application));
  g_object_unref (held);
  fixture_wait (has_no_work_copy, NULL, "the end of the work copy");
}

static void
test_age (void)
{
  const struct
  {
    gint64 time;
    const char *text;
  } cases[] = {
    { at (2022, 1, 24, 8, 31), "today 08:31" },        { at (2022, 1, 23, 23, 59), "yesterday 23:59" },
    { at (2022, 1, 22, 17, 5), "22/01/2022 17:05" },   { at (2022, 1, 24, 16, 43), "24/01/2022 16:43" },
    { at (2021, 12, 31, 16, 31), "31/12/2021 16:31" },
  };
  gint64 now = at (2022, 1, 24, 16, 42);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bv_backup_age_write (cases[i].time, now);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_false (bv_backup_age_is_high (at (2022, 1, 20, 16, 42), now));
  g_assert_true (bv_backup_age_is_high (at (2022, 1, 18, 16, 42), now));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/backup/its-age-is-said-by-the-day", test_age);
  fixture_add ("/backup/one-is-made-proven-and-listed", test_made);
  fixture_add ("/backup/its-page-is-no-step-of-the-work", test_not_a_step);
  fixture_add ("/backup/what-was-chosen-stays-chosen", test_chosen);
  fixture_add ("/backup/what-a-check-found-stays-said", test_checked);
  fixture_add ("/backup/it-lies-in-a-second-place-too", test_second_place);
  fixture_add ("/backup/on-closing-what-was-changed-is-backed-up", test_closing);
  fixture_add ("/backup/a-copy-takes-the-place-of-the-library", test_restored);
  fixture_add ("/backup/a-copy-is-looked-into-and-nothing-changes", test_viewed);
  fixture_add ("/backup/a-damaged-copy-says-so-instead", test_damaged_viewed);
  fixture_add ("/backup/what-shows-a-copy-closes-with-the-library", test_view_left);
  return g_test_run ();
}
