/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/appearance.h"
#include "app/application.h"
#include "exchange/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* bench-window            an empty GtkApplicationWindow with the style sheet of the program
 * bench-window FOLDER     the program's window with the library in FOLDER
 *
 * Prints, in milliseconds since main() began, when the window was mapped and when it was painted with all it
 * has to show, and the resident memory then, in KB. */

static gint64 began;
static double mapped;

static double
elapsed (void)
{
  return (g_get_monotonic_time () - began) / 1000.0;
}

static long
read_resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? strtol (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static gboolean
report_when_idle (gpointer data)
{
  GtkApplication *application = data;
  BvSession *session
    = BV_IS_APPLICATION (application) ? bv_application_get_session (BV_APPLICATION (application)) : NULL;

  if (session != NULL && bv_session_is_busy (session))
    return G_SOURCE_CONTINUE;
  printf ("%.2f %.2f %ld\n", mapped, elapsed (), read_resident ());
  gtk_window_destroy (gtk_application_get_active_window (application));
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *window, gpointer data)
{
  mapped = elapsed ();
  g_idle_add_full (G_PRIORITY_LOW, report_when_idle, data, NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect_after (window, "map", G_CALLBACK (mapped_cb), application);
}

static void
empty_activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  bv_appearance_set_up ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 760);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  began = g_get_monotonic_time ();
  bv_language_init (NULL);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  application = GTK_APPLICATION (bv_application_new ());
  if (argc > 1)
    {
      bv_application_set_folder (BV_APPLICATION (application), argv[1], FALSE);
    }
  else
    {
      g_object_unref (application);
      application = gtk_application_new (BV_APP_ID, G_APPLICATION_NON_UNIQUE);
      g_signal_connect (application, "activate", G_CALLBACK (empty_activate_cb), NULL);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
