/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library/soundness.h"

#include "app/session/reader.h"
#include "store/verify.h"

#include <glib/gi18n-lib.h>

#define DATA "bv-soundness"

/* The window has its first frames, its ranking and its backups before. */
#define SECONDS_BEFORE 5

/**
 * BvSoundness:
 *
 * Looks once, in a thread, whether the database of a window's library is what the program wrote: some time
 * after the window was opened, or as soon as something that was read is damaged. What it finds the window
 * says on every page.
 */
typedef struct
{
  BvWindow *window;
  GCancellable *cancellable;
  guint source;    /* 0: it looks already, or did */
  char **findings; /* NULL: there are none, or it has not looked yet */
} BvSoundness;

static void
soundness_free (gpointer data)
{
  BvSoundness *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_strfreev (self->findings);
  g_free (self);
}

static gboolean
is_wanted (gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

static gpointer
verify (BvLibrary *library, gpointer input, GCancellable *cancellable, GError **error)
{
  bv_library_set_wanted_func (library, is_wanted, cancellable);
  return bv_verify_database (library, error);
}

static void
tell (BvSoundness *self)
{
  bv_window_set_damage (
    self->window,
    _ ("The library is damaged: do not go on working in it. What is wrong, and how to take back "
       "what is whole, stands beside."));
}

/* That it cannot even be opened is a finding as well; a library that just cannot be read may be sound. */
static void
take_error (BvSoundness *self, const GError *error)
{
  if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED))
    return;
  self->findings = g_new0 (char *, 2);
  self->findings[0] = g_strdup (error->message);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = bv_reader_run_finish (result, &error);
  BvSoundness *self = g_object_get_data (G_OBJECT (window), DATA);

  if (self == NULL || gtk_widget_in_destruction (GTK_WIDGET (window)))
    return;
  if (findings == NULL)
    take_error (self, error);
  else if (findings[0] != NULL)
    self->findings = g_steal_pointer (&findings);
  if (self->findings != NULL)
    tell (self);
}

static void
look (BvSoundness *self)
{
  static const BvReaderKind kind = { verify, g_free, (GDestroyNotify) g_strfreev };

  bv_reader_run_async (&kind, bv_session_get_folder (bv_window_get_session (self->window)), NULL,
                       self->cancellable, verified_cb, g_object_ref (self->window));
}

static gboolean
look_cb (gpointer data)
{
  BvSoundness *self = data;

  self->source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* What is already known is said at once, the rest when it was looked for. */
static void
damaged_cb (BvWindow *window)
{
  BvSoundness *self = g_object_get_data (G_OBJECT (window), DATA);

  tell (self);
  if (self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  look (self);
}

/**
 * bv_soundness_attach:
 * @window: a window that is just being opened
 *
 * From now on it says where its library is damaged.
 */
void
bv_soundness_attach (BvWindow *window)
{
  BvSoundness *self = g_new0 (BvSoundness, 1);

  self->window = window;
  self->cancellable = g_cancellable_new ();
  self->source = g_timeout_add_seconds (SECONDS_BEFORE, look_cb, self);
  g_object_set_data_full (G_OBJECT (window), DATA, self, soundness_free);
  g_signal_connect_object (bv_window_get_session (window), "damaged", G_CALLBACK (damaged_cb), window,
                           G_CONNECT_SWAPPED);
}

/**
 * bv_soundness_get_findings:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): what is wrong with its library, a line each; %NULL: nothing is known
 * to be
 */
const char *const *
bv_soundness_get_findings (GtkWindow *window)
{
  const BvSoundness *self = window != NULL ? g_object_get_data (G_OBJECT (window), DATA) : NULL;

  return self != NULL ? (const char *const *) self->findings : NULL;
}
