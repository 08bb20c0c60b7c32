/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library/library-replacement.h"

#include "app/library/restoration-window.h"

#include <glib/gi18n-lib.h>

/* A replacement that waits until the library is closed, or runs. */
typedef struct
{
  GtkApplication *application;
  GtkWidget *window;
  char *library;
  char *from;
  BvLibraryReplacementFunc done;
  gpointer data;
} Run;

static void
run_free (Run *run)
{
  g_free (run->library);
  g_free (run->from);
  g_free (run);
}

static void
replaced (const char *said, const GError *error, gpointer data)
{
  Run *run = data;
  const char *title = _ ("Nothing was restored, and nothing changed");

  if (said != NULL)
    title = run->from != NULL ? _ ("The copy was restored") : _ ("What is whole was taken over");
  run->done (title, said != NULL ? said : error->message, run->data);
  g_application_release (G_APPLICATION (run->application));
  run_free (run);
}

static gboolean
start (gpointer data)
{
  Run *run = data;

  bv_restoration_window_run (run->window, run->library, run->from, replaced, run);
  return G_SOURCE_REMOVE;
}

/* It is closed when the last who uses it is done; not before the function that calls this is. */
static void
session_gone_cb (gpointer run, GObject *session)
{
  g_idle_add (start, run);
}

/**
 * bv_library_replacement_start:
 * @application: the program; all its windows are closed
 * @session: (transfer full) (nullable): the session of the library; %NULL: it is not open
 * @replacement: what is to take its place, and who is told afterwards
 *
 * Closes the library, puts it aside and another one in its place, which is shown meanwhile.
 */
void
bv_library_replacement_start (GtkApplication *application,
                              BvSession *session,
                              const BvLibraryReplacement *replacement)
{
  Run *run = g_new0 (Run, 1);
  GtkWindow *window;

  g_application_hold (G_APPLICATION (application));
  *run = (Run){ .application = application,
                .library = g_strdup (replacement->library),
                .from = g_strdup (replacement->from),
                .done = replacement->done,
                .data = replacement->data };
  while ((window = gtk_application_get_active_window (application)) != NULL)
    gtk_window_destroy (window);
  run->window = bv_restoration_window_new (application, run->from == NULL);
  if (session == NULL)
    {
      start (run);
      return;
    }
  g_object_weak_ref (G_OBJECT (session), session_gone_cb, run);
  g_object_unref (session);
}
