/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <stdio.h>
#include <time.h>

/* The least that a window costs: a program of its own, without our style sheet or libraries. Prints when it
 * was mapped (milliseconds of the monotonic clock), and the processor time of the process by then and by its
 * first frame (milliseconds). Which renderer it has its environment says. */

static double mapped;
static double used_by_map;

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
painted_cb (GdkFrameClock *clock, gpointer application)
{
  printf ("%.2f %.2f %.2f\n", mapped, used_by_map, read_clock (CLOCK_PROCESS_CPUTIME_ID));
  g_application_quit (application);
}

static void
mapped_cb (GtkWidget *window, gpointer application)
{
  mapped = read_clock (CLOCK_MONOTONIC);
  used_by_map = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 760);
  g_signal_connect_after (window, "map", G_CALLBACK (mapped_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
