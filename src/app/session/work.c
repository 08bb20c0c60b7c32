/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/work.h"

#include <glib/gi18n-lib.h>

#define STEPS 1000

/**
 * BvWork:
 *
 * Long work in a thread, as the status bar shows it: what it is, how far it is, how to give it up, and at the
 * end (`finished`) what came of it.
 */
struct _BvWork
{
  GObject parent_instance;
  char *label;
  GCancellable *cancellable;
  int done; /* atomic, of STEPS */
  gboolean finished;
  gboolean failed;
  char *message;
  GFile *file;
};

G_DEFINE_FINAL_TYPE (BvWork, bv_work, G_TYPE_OBJECT)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bv_work_finalize (GObject *object)
{
  BvWork *self = BV_WORK (object);

  g_free (self->label);
  g_free (self->message);
  g_object_unref (self->cancellable);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (bv_work_parent_class)->finalize (object);
}

static void
bv_work_class_init (BvWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_work_finalize;
  signals[FINISHED]
    = g_signal_new ("finished", BV_TYPE_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_work_init (BvWork *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * bv_work_new:
 * @label: what is done
 *
 * Returns: (transfer full): work that is under way
 */
BvWork *
bv_work_new (const char *label)
{
  BvWork *self = g_object_new (BV_TYPE_WORK, NULL);

  self->label = g_strdup (label);
  return self;
}

/**
 * bv_work_set_label:
 * @work: some work
 * @label: what is done by now
 */
void
bv_work_set_label (BvWork *work, const char *label)
{
  g_free (work->label);
  work->label = g_strdup (label);
}

/**
 * bv_work_get_label:
 * @work: some work
 *
 * Returns: (transfer none): what is done
 */
const char *
bv_work_get_label (BvWork *work)
{
  return work->label;
}

/**
 * bv_work_get_cancellable:
 * @work: some work
 *
 * Returns: (transfer none): gives it up
 */
GCancellable *
bv_work_get_cancellable (BvWork *work)
{
  return work->cancellable;
}

/* May be called from any thread. */
static void
progress_cb (double fraction, gpointer data)
{
  g_atomic_int_set (&BV_WORK (data)->done, (int) (CLAMP (fraction, 0, 1) * STEPS));
}

/**
 * bv_work_get_progress:
 * @work: some work
 *
 * Returns: what shows in the status bar how far it is, for any thread, and gives it up; valid as long as
 * @work
 */
BvProgress
bv_work_get_progress (BvWork *work)
{
  return (BvProgress) BV_PROGRESS_INIT (progress_cb, work, work->cancellable);
}

/**
 * bv_work_get_fraction:
 * @work: some work
 *
 * Returns: how much is done, 0 to 1
 */
double
bv_work_get_fraction (BvWork *work)
{
  return (double) g_atomic_int_get (&work->done) / STEPS;
}

static void
finish (BvWork *self, const char *message, GFile *file, gboolean failed)
{
  self->finished = TRUE;
  self->failed = failed;
  self->message = g_strdup (message);
  g_set_object (&self->file, file);
  g_signal_emit (self, signals[FINISHED], 0);
}

/**
 * bv_work_finish:
 * @work: some work
 * @message: what came of it
 * @file: (nullable): what was made, to be opened
 */
void
bv_work_finish (BvWork *work, const char *message, GFile *file)
{
  finish (work, message, file, FALSE);
}

/* How some work ended. */
typedef struct
{
  BvWork *work;
  char *message;
  GFile *file;
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_object_unref (ending->work);
  g_free (ending->message);
  g_clear_object (&ending->file);
  g_free (ending);
}

static gboolean
finish_cb (gpointer data)
{
  const Ending *ending = data;

  finish (ending->work, ending->message, ending->file, FALSE);
  return G_SOURCE_REMOVE;
}

/**
 * bv_work_finish_in_idle:
 * @work: some work
 * @message: what came of it
 * @file: (nullable): what was made, to be opened
 *
 * Finishes the work when the window has shown what the journal says of it, so that @message stays.
 */
void
bv_work_finish_in_idle (BvWork *work, const char *message, GFile *file)
{
  Ending *ending = g_new0 (Ending, 1);

  ending->work = g_object_ref (work);
  ending->message = g_strdup (message);
  g_set_object (&ending->file, file);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, finish_cb, ending, ending_free);
}

/**
 * bv_work_fail:
 * @work: some work
 * @error: what went wrong, or that it was cancelled
 */
void
bv_work_fail (BvWork *work, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish (work, _ ("Cancelled; nothing was changed"), NULL, FALSE);
  else
    finish (work, error->message, NULL, TRUE);
}

/**
 * bv_work_is_finished:
 * @work: some work
 *
 * Returns: whether it is over
 */
gboolean
bv_work_is_finished (BvWork *work)
{
  return work->finished;
}

/**
 * bv_work_has_failed:
 * @work: some work that is over
 *
 * Returns: whether something went wrong
 */
gboolean
bv_work_has_failed (BvWork *work)
{
  return work->failed;
}

/**
 * bv_work_get_message:
 * @work: some work that is over
 *
 * Returns: (transfer none): what came of it
 */
const char *
bv_work_get_message (BvWork *work)
{
  return work->message;
}

/**
 * bv_work_get_file:
 * @work: some work that is over
 *
 * Returns: (transfer none) (nullable): what was made
 */
GFile *
bv_work_get_file (BvWork *work)
{
  return work->file;
}
