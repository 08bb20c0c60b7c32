/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup/restoration-window.h"

#include "app/session/reader.h"
#include "app/session/work.h"

#include <glib/gi18n-lib.h>

#define POLL_MILLISECONDS 100
#define WIDTH 420

/* A restoration that runs. */
typedef struct
{
  GtkWidget *window;
  GtkProgressBar *bar;
  BvWork *work;
  guint source;
  BvRestorationFunc done;
  gpointer data;
} Restoration;

/* For the thread. */
typedef struct
{
  char *library;
  char *from;
  BvWork *work;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->library);
  g_free (wish->from);
  g_object_unref (wish->work);
  g_free (wish);
}

static gpointer
restore (BvLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  BvProgress progress = bv_work_get_progress (wish->work);
  const BvRestoreRequest request = { wish->from, wish->library, TRUE };

  return bv_restore_job_run (&request, &progress, error);
}

/* What has happened is not given up any more. */
static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Restoration *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRestore) restored = bv_reader_run_finish (result, &error);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->done (restored, error, self->data);
  g_object_unref (self->work);
  g_free (self);
}

static gboolean
poll_cb (gpointer data)
{
  Restoration *self = data;

  gtk_progress_bar_set_fraction (self->bar, bv_work_get_fraction (self->work));
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label
    = gtk_label_new (_ ("Restoring. The copy is proven first; the library as it is now is put aside."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (label, WIDTH, -1);
  return label;
}

static gboolean
refuse_to_close (void)
{
  return GDK_EVENT_STOP;
}

/**
 * bv_restoration_window_new:
 * @application: the program
 *
 * Says that a library is restored, while nothing else is to be seen.
 *
 * Returns: (transfer none): the window of bv_restoration_window_run(), which closes it
 */
GtkWidget *
bv_restoration_window_new (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_widget_add_css_class (box, "nothing");
  gtk_box_append (GTK_BOX (box), create_label ());
  gtk_box_append (GTK_BOX (box), bar);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Restore"));
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_set_name (window, "restoration");
  g_object_set_data (G_OBJECT (window), "bar", bar);
  g_signal_connect (window, "close-request", G_CALLBACK (refuse_to_close), NULL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * bv_restoration_window_run:
 * @window: a window of bv_restoration_window_new(), which is closed at the end
 * @library: the folder of the library, which nobody has open
 * @from: the database of a backup
 * @done: called at the end
 * @data: for @done
 *
 * Puts the library aside and a copy in its place, in a thread.
 */
void
bv_restoration_window_run (GtkWidget *window,
                           const char *library,
                           const char *from,
                           BvRestorationFunc done,
                           gpointer data)
{
  static const BvReaderKind kind = { restore, wish_free, (GDestroyNotify) bv_restore_job_free };
  Restoration *self = g_new0 (Restoration, 1);
  Wish *wish = g_new (Wish, 1);

  *self = (Restoration){ .window = window, .done = done, .data = data };
  self->bar = g_object_get_data (G_OBJECT (window), "bar");
  self->work = bv_work_new (_ ("Restore"));
  self->source = g_timeout_add (POLL_MILLISECONDS, poll_cb, self);
  *wish = (Wish){ g_strdup (library), g_strdup (from), g_object_ref (self->work) };
  bv_reader_run_async (&kind, NULL, wish, NULL, restored_cb, self);
}
