/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-job.h"

#include "app/intake/file-counts.h"
#include "app/session/job.h"
#include "app/session/loan.h"
#include "exchange/intake/enclosure/drop-plan.h"
#include "exchange/intake/import-apply.h"
#include "exchange/paste/paste-plan.h"
#include "exchange/recognise/import-open.h"

#include <glib/gi18n-lib.h>

/* What is planned, and who wants to know. */
typedef struct
{
  BvIntakeBatch *batch;
  GPtrArray *answers;
  gboolean takes_whole;
  GStrv order; /* the paths of the files as they stood before; NULL: they did not */
  gint64 action;
  BvIntakeFunc func;
  GWeakRef page;
} Planning;

/* What is written, and who wants to know. */
typedef struct
{
  BvIntakePreview *intake;
  gint64 action;
  BvIntakeWrittenFunc func;
  GWeakRef page;
} Writing;

static void
planning_free (gpointer data)
{
  Planning *planning = data;

  bv_intake_batch_unref (planning->batch);
  g_ptr_array_unref (planning->answers);
  g_strfreev (planning->order);
  g_weak_ref_clear (&planning->page);
  g_free (planning);
}

/* An original that is read again lies in the vault, where it has no name. */
static void
name_files (BvImportPlan *plan, const BvIntakeBatch *batch)
{
  for (guint i = 0; i < batch->sources->len; i++)
    {
      const BvIntakeSource *source = g_ptr_array_index (batch->sources, i);

      if (source->name != NULL && source->paste == NULL)
        bv_import_plan_name (plan, source->path, source->name);
    }
}

/* Only what was found as a whole is kept. */
static gboolean
find_files (BvIntakeBatch *batch, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvDrop) drop = NULL;

  if (batch->drop != NULL)
    return TRUE;
  if (batch->joined)
    bv_read_files_forget_changed (batch->read);
  drop = bv_drop_new (library);
  for (guint i = 0; i < batch->sources->len; i++)
    {
      const BvIntakeSource *source = g_ptr_array_index (batch->sources, i);

      if (source->paste == NULL && !bv_drop_add (drop, source->path, cancellable, error))
        return FALSE;
    }
  batch->drop = g_steal_pointer (&drop);
  return TRUE;
}

static void
plan_pasted (BvImportPlan *plan, const BvIntakeBatch *batch)
{
  for (guint i = 0; i < batch->sources->len; i++)
    {
      const BvIntakeSource *source = g_ptr_array_index (batch->sources, i);

      if (source->paste != NULL)
        bv_paste_plan_add (plan, source->paste, source->name);
    }
}

static gpointer
plan_files (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Planning *planning = job->input;
  BvProgress progress = bv_work_get_progress (job->work);
  g_autoptr (BvIntakePreview) intake = bv_intake_preview_new (planning->batch);

  intake->answers = bv_given_answers_copy (planning->answers);
  intake->takes_whole = planning->takes_whole;
  intake->campaign = job->campaign;
  intake->action = planning->action;
  intake->plan = bv_import_open (library, job->campaign, error);
  if (intake->plan == NULL || !find_files (planning->batch, library, cancellable, error))
    return NULL;
  bv_import_plan_use (intake->plan, planning->batch->read);
  intake->plan->takes_whole = planning->takes_whole;
  bv_given_answers_give (planning->answers, intake->plan->questions);
  name_files (intake->plan, planning->batch);
  plan_pasted (intake->plan, planning->batch);
  if (!bv_drop_plan_make (intake->plan, planning->batch->drop, &progress, error))
    return NULL;
  intake->files = bv_file_counts_list (intake->plan, (const char *const *) planning->order);
  return g_steal_pointer (&intake);
}

static void
show (const BvJob *job, gpointer result)
{
  Planning *planning = job->input;
  g_autoptr (GObject) page = g_weak_ref_get (&planning->page);

  bv_work_finish (job->work, "", NULL);
  if (page != NULL)
    planning->func (bv_intake_preview_ref (result), page);
}

static GStrv
list_paths (const BvIntakePreview *intake)
{
  GStrv paths = g_new0 (char *, intake->files->len + 1);

  for (guint i = 0; i < intake->files->len; i++)
    paths[i] = g_strdup (g_array_index (intake->files, BvFileCounts, i).file->path);
  return paths;
}

/**
 * bv_intake_job_plan:
 * @session: a session with a campaign
 * @wish: what is planned
 * @func: takes what is to become of the files
 * @page: (type GObject): for @func, which is not called when it is gone
 *
 * Reads the files in a thread, each in a process of its own, unless that was done, and plans what is to
 * become of them by the library as it is now. Nothing is written; given up, nothing is shown.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_intake_job_plan (BvSession *session, const BvIntakeWish *wish, BvIntakeFunc func, GObject *page)
{
  static const BvJobKind kind
    = { TRUE, plan_files, show, planning_free, (GDestroyNotify) bv_intake_preview_unref };
  Planning *planning = g_new0 (Planning, 1);

  planning->batch = bv_intake_batch_ref (wish->batch);
  planning->answers = bv_given_answers_copy (wish->answers);
  planning->takes_whole = wish->takes_whole;
  planning->order = wish->before != NULL ? list_paths (wish->before) : NULL;
  planning->action = bv_intake_preview_get_last_action (session);
  planning->func = func;
  g_weak_ref_init (&planning->page, page);
  return bv_job_start (&kind, session, _ ("Reading the files…"), planning);
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  bv_intake_preview_unref (writing->intake);
  g_weak_ref_clear (&writing->page);
  g_free (writing);
}

static gboolean
write_plan (BvLibrary *library, const BvProgress *progress, gpointer data, GError **error)
{
  Writing *writing = data;
  const BvIntakePreview *intake = writing->intake;

  return bv_import_apply (library, intake->campaign, intake->plan, progress, &writing->action, error);
}

static void
finish (BvSession *session, BvWork *work, gpointer data)
{
  Writing *writing = data;
  g_autoptr (GObject) page = g_weak_ref_get (&writing->page);

  /* What was done says itself, with a way back. */
  if (page != NULL && writing->func != NULL)
    writing->func (page);
  bv_work_finish (work, writing->action != 0 ? "" : _ ("Nothing in the files is new"), NULL);
}

/**
 * bv_intake_job_write:
 * @session: a session that can be written to
 * @intake: what is to become of files
 * @func: (nullable): told when it was written
 * @page: (type GObject): for @func, which is not called when it is gone
 *
 * Writes it in a thread, as one action; on failure nothing is changed, and it can be written again.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_intake_job_write (BvSession *session, BvIntakePreview *intake, BvIntakeWrittenFunc func, GObject *page)
{
  static const BvLoanKind kind = { write_plan, finish, NULL, writing_free };
  Writing *writing = g_new0 (Writing, 1);
  BvWork *work = bv_session_begin_work (session, _ ("Taking in the files…"));

  writing->intake = bv_intake_preview_ref (intake);
  writing->func = func;
  g_weak_ref_init (&writing->page, page);
  bv_loan_start (&kind, session, work, writing);
  return work;
}
