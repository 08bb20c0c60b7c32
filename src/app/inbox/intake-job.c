/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/intake-job.h"

#include "app/session/job.h"
#include "app/session/loan.h"
#include "exchange/intake/enclosure/drop-plan.h"
#include "exchange/intake/import-apply.h"
#include "exchange/paste/paste-plan.h"
#include "exchange/recognise/import-open.h"

#include <glib/gi18n-lib.h>

/* Which files are read, and who wants to know. */
typedef struct
{
  GPtrArray *sources;
  gint64 action;
  BvIntakeFunc func;
  GWeakRef page;
} Reading;

/* What is written. */
typedef struct
{
  BvIntake *intake;
  gint64 action;
} Writing;

/**
 * bv_intake_job_source_new:
 * @path: a file or folder
 * @name: (nullable): as people know it; %NULL: by its path
 *
 * Returns: (transfer full): a source
 */
BvIntakeSource *
bv_intake_job_source_new (const char *path, const char *name)
{
  BvIntakeSource *source = g_new (BvIntakeSource, 1);

  *source = (BvIntakeSource){ g_strdup (path), g_strdup (name), NULL };
  return source;
}

/**
 * bv_intake_job_source_new_pasted:
 * @paste: a block, and where it goes
 *
 * Returns: (transfer full): a source that is no file
 */
BvIntakeSource *
bv_intake_job_source_new_pasted (const BvPaste *paste)
{
  BvIntakeSource *source = bv_intake_job_source_new ("", _ ("Pasted cells"));

  source->paste = bv_paste_copy (paste);
  return source;
}

/**
 * bv_intake_job_source_copy:
 * @source: a source
 *
 * Returns: (transfer full): a copy
 */
BvIntakeSource *
bv_intake_job_source_copy (const BvIntakeSource *source)
{
  return source->paste != NULL ? bv_intake_job_source_new_pasted (source->paste)
                               : bv_intake_job_source_new (source->path, source->name);
}

/**
 * bv_intake_job_source_free:
 * @data: (transfer full): a #BvIntakeSource
 */
void
bv_intake_job_source_free (gpointer data)
{
  BvIntakeSource *source = data;

  g_free (source->path);
  g_free (source->name);
  bv_paste_free (source->paste);
  g_free (source);
}

/* What a thread gives back. */
typedef struct
{
  BvImportPlan *plan;
  BvDrop *drop;
} Held;

static gpointer
give_back (gpointer data)
{
  Held *held = data;

  g_clear_pointer (&held->plan, bv_import_plan_free);
  g_clear_pointer (&held->drop, bv_drop_free);
  g_free (held);
  return NULL;
}

/**
 * bv_intake_job_free:
 * @intake: (transfer full): what is to become of files
 *
 * The tables of hundreds of files are given back by a thread, not while the window waits.
 */
void
bv_intake_job_free (BvIntake *intake)
{
  g_clear_pointer (&intake->files, g_array_unref);
  if (intake->plan != NULL || intake->drop != NULL)
    {
      const Held held = { intake->plan, intake->drop };

      g_thread_unref (g_thread_new ("plan", give_back, g_memdup2 (&held, sizeof held)));
    }
  g_ptr_array_unref (intake->sources);
  g_free (intake);
}

static gint64
get_last_action (BvSession *session)
{
  const BvAction *last = bv_session_get_last_action (session);

  return last != NULL ? last->id : 0;
}

/**
 * bv_intake_job_is_stale:
 * @intake: what is to become of files
 * @session: a session
 *
 * Returns: whether something was done in the library since the files were read, or another campaign is shown
 */
gboolean
bv_intake_job_is_stale (const BvIntake *intake, BvSession *session)
{
  return intake->action != get_last_action (session) || intake->campaign != bv_session_get_campaign (session);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_ptr_array_unref (reading->sources);
  g_weak_ref_clear (&reading->page);
  g_free (reading);
}

static gpointer
copy_source (gconstpointer source, gpointer data)
{
  return bv_intake_job_source_copy (source);
}

/* An original that is read again lies in the vault, where it has no name. */
static void
give_name (BvImportPlan *plan, const BvIntakeSource *source)
{
  for (guint i = 0; source->name != NULL && source->paste == NULL && i < plan->files->len; i++)
    {
      BvPlannedFile *file = g_ptr_array_index (plan->files, i);

      if (strcmp (file->path, source->path) != 0)
        continue;
      g_free (file->name);
      file->name = g_strdup (source->name);
    }
}

static gpointer
read_files (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Reading *reading = job->input;
  BvProgress progress = bv_work_get_progress (job->work);
  g_autoptr (BvIntake) intake = g_new0 (BvIntake, 1);

  intake->sources = g_ptr_array_copy (reading->sources, copy_source, NULL);
  intake->campaign = job->campaign;
  intake->action = reading->action;
  intake->drop = bv_drop_new (library);
  intake->plan = bv_import_open (library, job->campaign, error);
  if (intake->plan == NULL)
    return NULL;
  for (guint i = 0; i < intake->sources->len; i++)
    {
      const BvIntakeSource *source = g_ptr_array_index (intake->sources, i);

      if (source->paste != NULL)
        bv_paste_plan_add (intake->plan, source->paste, source->name);
      else if (!bv_drop_add (intake->drop, source->path, cancellable, error))
        return NULL;
    }
  if (!bv_drop_plan_make (intake->plan, intake->drop, &progress, error))
    return NULL;
  for (guint i = 0; i < intake->sources->len; i++)
    give_name (intake->plan, g_ptr_array_index (intake->sources, i));
  intake->files = bv_file_counts_list (intake->plan);
  return g_steal_pointer (&intake);
}

/* What it holds is handed on, so that it can be freed. */
static BvIntake *
move (BvIntake *intake)
{
  BvIntake *moved = g_memdup2 (intake, sizeof *intake);

  intake->plan = NULL;
  intake->drop = NULL;
  intake->files = NULL;
  intake->sources = g_ptr_array_new ();
  return moved;
}

static void
show (const BvJob *job, gpointer result)
{
  Reading *reading = job->input;
  g_autoptr (GObject) page = g_weak_ref_get (&reading->page);

  bv_work_finish (job->work, "", NULL);
  if (page != NULL)
    reading->func (move (result), page);
}

/**
 * bv_intake_job_start:
 * @session: a session with a campaign
 * @sources: (transfer full) (element-type BvIntakeSource): files and folders
 * @func: takes what is to become of them
 * @page: (type GObject): for @func, which is not called when it is gone
 *
 * Reads the files in a thread, each in a process of its own, and plans what is to become of them. Nothing is
 * written; given up, nothing is shown.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_intake_job_start (BvSession *session, GPtrArray *sources, BvIntakeFunc func, GObject *page)
{
  static const BvJobKind kind = { TRUE, read_files, show, reading_free, (GDestroyNotify) bv_intake_job_free };
  Reading *reading = g_new0 (Reading, 1);

  reading->sources = sources;
  reading->action = get_last_action (session);
  reading->func = func;
  g_weak_ref_init (&reading->page, page);
  return bv_job_start (&kind, session, _ ("Reading the files…"), reading);
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_pointer (&writing->intake, bv_intake_job_free);
  g_free (writing);
}

static gboolean
write_plan (BvLibrary *library, const BvProgress *progress, gpointer data, GError **error)
{
  Writing *writing = data;
  const BvIntake *intake = writing->intake;

  return bv_import_apply (library, intake->campaign, intake->plan, progress, &writing->action, error);
}

static void
finish (BvSession *session, BvWork *work, gpointer data)
{
  const Writing *writing = data;

  /* What was done says itself, with a way back. */
  bv_work_finish (work, writing->action != 0 ? "" : _ ("Nothing in the files is new"), NULL);
}

/**
 * bv_intake_job_write:
 * @session: a session that can be written to
 * @intake: (transfer full): what is to become of files
 *
 * Writes it in a thread, as one action; on failure nothing is changed.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_intake_job_write (BvSession *session, BvIntake *intake)
{
  static const BvLoanKind kind = { write_plan, finish, NULL, writing_free };
  Writing *writing = g_new0 (Writing, 1);
  BvWork *work = bv_session_begin_work (session, _ ("Taking in the files…"));

  writing->intake = intake;
  bv_loan_start (&kind, session, work, writing);
  return work;
}
