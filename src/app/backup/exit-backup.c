/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/exit-backup.h"

#include "app/backup/backup-places.h"
#include "app/session/reader.h"
#include "core/text/date.h"
#include "exchange/backup/backup-job.h"
#include "exchange/backup/backup-list.h"
#include "store/backup/backup-place.h"
#include "store/journal-tail.h"

#include <glib/gi18n-lib.h>

#define WANTED "backup-on-close"
#define COMPLAINT "backup-complaint"
#define COMPLAINT_DAY "backup-complaint-day"

/* What is backed up where. */
typedef struct
{
  char *library;
  char **places; /* beside the library's own */
} Wish;

/* What went wrong in which place. */
typedef struct
{
  char *own;    /* NULL: nothing */
  char *second; /* NULL: nothing */
} Outcome;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->library);
  g_strfreev (wish->places);
  g_free (wish);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_free (outcome->own);
  g_free (outcome->second);
  g_free (outcome);
}

static gint64
find_end (const char *folder)
{
  g_autoptr (BvLibrary) library = bv_library_open (folder, BV_LIBRARY_READ, NULL);

  return library != NULL ? bv_journal_find_end (library, NULL) : -1;
}

static gboolean
lies_in (const BvBackupEntry *entry, const BvBackupPlace *place)
{
  for (guint i = 0; i < entry->paths->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (entry->paths->pdata[i]);

      if (g_str_equal (folder, place->folder))
        return TRUE;
    }
  return FALSE;
}

/* Each action has a number of its own, and so has what takes it back. Of a place that is not there the backup
 * says so. */
static gboolean
is_done (const BvBackupList *list, const char *library, const char *folder, gint64 end)
{
  g_autoptr (BvBackupPlace) place = bv_backup_place_find (library, folder, NULL);

  for (guint i = 0; place != NULL && i < list->entries->len; i++)
    {
      const BvBackupEntry *entry = g_ptr_array_index (list->entries, i);

      if (entry->manifest != NULL && entry->fault == NULL && lies_in (entry, place))
        return entry->manifest->facts->last_action == end;
    }
  return FALSE;
}

/* @place: NULL: the library's own */
static char *
back_up (const char *library, const char *place, gint64 now)
{
  const BvBackupRequest request = { library, place, now, FALSE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBackup) backup = NULL;

  backup = bv_backup_job_run (&request, NULL, &error);
  if (backup == NULL)
    return g_strdup (error->message);
  return backup->manifest->damaged[0] != NULL ? g_strjoinv ("\n", backup->manifest->damaged) : NULL;
}

/* A library in which nothing was ever done has nothing to lose. */
static gpointer
back_up_all (BvLibrary *unused, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  Outcome *outcome = g_new0 (Outcome, 1);
  gint64 end = find_end (wish->library);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (BvBackupList) list = NULL;

  if (end <= 0)
    return outcome;
  list = bv_backup_list_read (wish->library, (const char *const *) wish->places, FALSE);
  if (!is_done (list, wish->library, NULL, end))
    outcome->own = back_up (wish->library, NULL, now);
  if (wish->places[0] != NULL && !is_done (list, wish->library, wish->places[0], end))
    outcome->second = back_up (wish->library, wish->places[0], now);
  return outcome;
}

/* A stick that is out is nobody's fault: once a day it is said. */
static const char *
choose_complaint (const Outcome *outcome, GSettings *settings)
{
  gint64 today = bv_date_today ();

  if (outcome->own != NULL)
    return outcome->own;
  if (outcome->second == NULL || g_settings_get_int64 (settings, COMPLAINT_DAY) == today)
    return NULL;
  g_settings_set_int64 (settings, COMPLAINT_DAY, today);
  return outcome->second;
}

/* The window is gone by now: it is said at the next start. */
static void
keep_complaint (const Outcome *outcome)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  const char *complaint = choose_complaint (outcome, settings);

  if (complaint != NULL)
    g_settings_set_string (settings, COMPLAINT, complaint);
  g_settings_sync ();
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autoptr (GError) error = NULL;
  Outcome *outcome = bv_reader_run_finish (result, &error);

  if (outcome != NULL)
    {
      keep_complaint (outcome);
      outcome_free (outcome);
    }
  if (GPOINTER_TO_UINT (data) != 0)
    gtk_application_uninhibit (application, GPOINTER_TO_UINT (data));
  g_application_release (G_APPLICATION (application));
}

/**
 * bv_exit_backup_start:
 * @application: the program, whose window is about to go
 * @library: the folder of its library
 *
 * Makes a backup in a thread, where that is wanted and something was changed since the last one. The program
 * does not end before it, and asks the system to wait too.
 */
void
bv_exit_backup_start (GtkApplication *application, const char *library)
{
  static const BvReaderKind kind = { back_up_all, wish_free, outcome_free };
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  Wish *wish;
  guint cookie;

  if (!g_settings_get_boolean (settings, WANTED))
    return;
  wish = g_new (Wish, 1);
  *wish = (Wish){ g_strdup (library), bv_backup_places_list () };
  g_application_hold (G_APPLICATION (application));
  cookie = gtk_application_inhibit (application, NULL, GTK_APPLICATION_INHIBIT_LOGOUT,
                                    _ ("A backup is being made"));
  bv_reader_run_async (&kind, NULL, wish, NULL, done_cb, GUINT_TO_POINTER (cookie));
}

/**
 * bv_exit_backup_take_complaint:
 *
 * Returns: (transfer full) (nullable): why the last backup on closing failed, said once; %NULL: it did not
 */
char *
bv_exit_backup_take_complaint (void)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  g_autofree char *complaint = g_settings_get_string (settings, COMPLAINT);

  if (*complaint == '\0')
    return NULL;
  g_settings_reset (settings, COMPLAINT);
  return g_steal_pointer (&complaint);
}
