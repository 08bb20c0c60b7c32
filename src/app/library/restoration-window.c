/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library/restoration-window.h"

#include "app/session/reader.h"
#include "app/session/work.h"
#include "exchange/restore/salvage-job.h"

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
  char *from; /* NULL: what is whole in the library itself */
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

/* @said: (transfer full) */
static char *
append_notes (char *said, const char *aside, char **notes)
{
  GString *text = g_string_new (said);

  g_free (said);
  if (aside != NULL)
    {
      g_autofree char *shown = g_filename_display_name (aside);

      g_string_append_printf (text, _ ("\nThe library of before stands in %s."), shown);
    }
  for (guint i = 0; notes[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", notes[i]);
  return g_string_free (text, FALSE);
}

static char *
restore (const BvRestoreRequest *request, const BvProgress *progress, GError **error)
{
  g_autoptr (BvRestore) restore = bv_restore_job_run (request, progress, error);

  return restore != NULL ? append_notes (bv_restore_job_describe (restore), restore->aside, restore->notes)
                         : NULL;
}

static char *
salvage (const BvRestoreRequest *request, const BvProgress *progress, GError **error)
{
  g_autoptr (BvSalvage) salvage = bv_salvage_job_run (request, progress, error);

  return salvage != NULL ? append_notes (bv_salvage_report_describe (salvage), salvage->aside, salvage->notes)
                         : NULL;
}

static gpointer
replace (BvLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  BvProgress progress = bv_work_get_progress (wish->work);
  const BvRestoreRequest request = { wish->from != NULL ? wish->from : wish->library, wish->library, TRUE };

  return wish->from != NULL ? restore (&request, &progress, error) : salvage (&request, &progress, error);
}

/* What has happened is not given up any more. */
static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Restoration *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = bv_reader_run_finish (result, &error);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->done (said, error, self->data);
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
create_label (gboolean salvages)
{
  GtkWidget *label = gtk_label_new (
    salvages ? _ ("Taking over what is whole. The damaged library is put aside as it is.")
             : _ ("Restoring. The copy is proven first; the library as it is now is put aside."));

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
 * @salvages: whether what is whole is taken over, instead of a copy
 *
 * Says that a library is restored, while nothing else is to be seen.
 *
 * Returns: (transfer none): the window of bv_restoration_window_run(), which closes it
 */
GtkWidget *
bv_restoration_window_new (GtkApplication *application, gboolean salvages)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_widget_add_css_class (box, "nothing");
  gtk_box_append (GTK_BOX (box), create_label (salvages));
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
 * @from: (nullable): the database of a backup; %NULL: what is whole in the library itself
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
  static const BvReaderKind kind = { replace, wish_free, g_free };
  Restoration *self = g_new0 (Restoration, 1);
  Wish *wish = g_new (Wish, 1);

  *self = (Restoration){ .window = window, .done = done, .data = data };
  self->bar = g_object_get_data (G_OBJECT (window), "bar");
  self->work = bv_work_new (_ ("Restore"));
  self->source = g_timeout_add (POLL_MILLISECONDS, poll_cb, self);
  *wish = (Wish){ g_strdup (library), g_strdup (from), g_object_ref (self->work) };
  bv_reader_run_async (&kind, NULL, wish, NULL, replaced_cb, self);
}
