/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library/view-window.h"

#include "app/backup/backup-age.h"
#include "app/page-list.h"
#include "app/session/job.h"
#include "app/system/window-bond.h"
#include "exchange/backup/backup-view.h"
#include "store/campaigns.h"

#include <glib/gi18n-lib.h>

#define DATA "bv-view"

/* What is to be looked at. */
typedef struct
{
  char *database;
  gint64 time; /* when it was made, seconds since 1970 */
} Wish;

/* The library that was made of it. */
typedef struct
{
  char *folder; /* NULL: a window has it */
} View;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->database);
  g_free (wish);
}

static void
view_free (gpointer data)
{
  View *view = data;

  if (view->folder != NULL)
    bv_backup_view_discard (view->folder);
  g_free (view->folder);
  g_free (view);
}

static gpointer
make (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Wish *wish = job->input;
  BvProgress progress = bv_work_get_progress (job->work);
  char *folder = bv_backup_view_make (wish->database, &progress, error);
  View *view = NULL;

  if (folder == NULL)
    return NULL;
  view = g_new (View, 1);
  view->folder = folder;
  return view;
}

/* By now the library is closed. */
static gboolean
discard_cb (gpointer folder)
{
  bv_backup_view_discard (folder);
  g_free (folder);
  g_application_release (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static void
session_gone_cb (gpointer folder, GObject *session)
{
  g_idle_add (discard_cb, folder);
}

/* What it shows is not kept for the next run: that is about the library. */
static gboolean
close_requested_cb (GtkWindow *window)
{
  gtk_window_destroy (window);
  return GDK_EVENT_STOP;
}

static void
pass_on_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_action_group_activate_action (application, g_action_get_name (G_ACTION (action)), parameter);
}

/* Of the application, whose own is not asked then. */
static void
disable_action (GActionMap *group, GtkApplication *application, const char *name)
{
  const GVariantType *type = g_action_group_get_action_parameter_type (G_ACTION_GROUP (application), name);
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_simple_action_set_enabled (action, FALSE);
  g_action_map_add_action (group, G_ACTION (action));
}

/* What else the program does it does to the library, not to what is shown here. */
static void
restrict_actions (GtkWidget *window, GtkApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "guide", .activate = pass_on_cb },
    { .name = "about", .activate = pass_on_cb },
    { .name = "quit", .activate = pass_on_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (application));

  for (guint i = 0; names[i] != NULL; i++)
    disable_action (G_ACTION_MAP (group), application, names[i]);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), application);
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (group));
}

/* The one that the library shows, if it was there then. */
static void
show_campaign (BvSession *session, BvSession *present)
{
  const BvCampaign *head = bv_session_get_head (present);
  gint64 campaign = head != NULL ? bv_campaigns_find (bv_session_get_library (session), head->key, NULL) : 0;

  if (campaign > 0)
    bv_session_set_campaign (session, campaign);
  else
    bv_session_show_newest (session);
}

static BvSession *
create_session (BvLibrary *library, const char *time)
{
  BvSession *session = bv_session_new (library);
  g_autofree char *reason
    = g_strdup_printf (_ ("This is the copy of %s, as it was then: it can only be looked at, and nothing in "
                          "it can be changed. To go on working close this window."),
                       time);

  bv_session_set_reason (session, reason);
  return session;
}

static GtkWidget *
create_window (BvSession *session, const char *time, GtkWindow *parent)
{
  GtkApplication *application = gtk_window_get_application (parent);
  GtkWidget *window = bv_window_new (application, session);
  g_autofree char *origin = g_strdup_printf (_ ("Copy of %s"), time);

  restrict_actions (window, application);
  bv_window_set_origin (BV_WINDOW (window), origin);
  bv_page_list_add_steps_to (BV_WINDOW (window));
  g_signal_connect (window, "close-request", G_CALLBACK (close_requested_cb), NULL);
  bv_window_bond (GTK_WINDOW (window), parent);
  return window;
}

/* @folder: (transfer full): is removed when all that shows it is gone */
static void
open_window (const BvJob *job, GtkWindow *parent, BvLibrary *library, char *folder)
{
  const Wish *wish = job->input;
  g_autofree char *time = bv_backup_age_write_exactly (wish->time);
  g_autoptr (BvSession) session = create_session (library, time);
  GtkWidget *window;

  g_application_hold (g_application_get_default ());
  g_object_weak_ref (G_OBJECT (session), session_gone_cb, folder);
  window = create_window (session, time, parent);
  g_object_set_data_full (G_OBJECT (window), DATA, g_strdup (wish->database), g_free);
  show_campaign (session, job->session);
  gtk_window_present (GTK_WINDOW (window));
}

/* Returns: (nullable): the window that shows the library of @session; %NULL: it was closed */
static GtkWindow *
find_parent (BvSession *session)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (BV_IS_WINDOW (item->data) && bv_window_get_session (item->data) == session)
      return item->data;
  return NULL;
}

/* Returns: (nullable): the window that shows it already */
static GtkWindow *
find_view (const char *database)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (g_strcmp0 (g_object_get_data (item->data, DATA), database) == 0)
      return item->data;
  return NULL;
}

static void
show (const BvJob *job, gpointer result)
{
  const Wish *wish = job->input;
  View *view = result;
  GtkWindow *parent = find_parent (job->session);
  GtkWindow *other = find_view (wish->database);
  g_autoptr (GError) error = NULL;
  BvLibrary *library = NULL;

  if (other != NULL)
    gtk_window_present (other);
  else if (parent != NULL)
    library = bv_library_open (view->folder, BV_LIBRARY_READ, &error);
  if (error != NULL)
    {
      bv_work_fail (job->work, error);
      return;
    }
  if (library != NULL)
    open_window (job, parent, library, g_steal_pointer (&view->folder));
  bv_work_finish (job->work, _ ("The copy is open in a window of its own"), NULL);
}

/**
 * bv_view_window_start:
 * @session: the session of the library
 * @database: a backup of it
 * @time: when that was made, in seconds since 1970
 *
 * Proves the backup in a thread, and shows it in a window of its own, in which nothing can be changed. The
 * library and the place of the backup stay as they are. The window is closed with that of the library.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_view_window_start (BvSession *session, const char *database, gint64 time)
{
  static const BvJobKind kind = { FALSE, make, show, wish_free, view_free };
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ g_strdup (database), time };
  return bv_job_start (&kind, session, _ ("Proving the copy, to look into it…"), wish);
}

/**
 * bv_view_window_is:
 * @window: a window
 *
 * Returns: whether it shows a backup, not the library
 */
gboolean
bv_view_window_is (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), DATA) != NULL;
}
