/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking-job.h"

#include "store/campaigns.h"

typedef struct
{
  char *folder;
  gint64 campaign;
  gint64 date;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job);
}

static BvProposal *
compute (const Job *job, GError **error)
{
  g_autoptr (BvLibrary) library = bv_library_open (job->folder, BV_LIBRARY_READ, error);
  BvContest *contest;

  if (library == NULL)
    return NULL;
  contest = bv_campaigns_read_contest (library, job->campaign, job->date, error);
  return contest != NULL ? bv_proposal_new (contest, NULL) : NULL;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  BvProposal *proposal = compute (data, &error);

  if (proposal != NULL)
    g_task_return_pointer (task, proposal, (GDestroyNotify) bv_proposal_free);
  else
    g_task_return_error (task, error);
}

/**
 * bv_ranking_job_run_async:
 * @folder: the library's folder
 * @campaign: a campaign's row
 * @date: the ranking's date
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Scores and ranks a campaign in a thread of its own, which reads the library beside its writer.
 */
void
bv_ranking_job_run_async (const char *folder,
                          gint64 campaign,
                          gint64 date,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (folder);
  job->campaign = campaign;
  job->date = date;
  g_task_set_source_tag (task, bv_ranking_job_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * bv_ranking_job_run_finish:
 * @result: what the callback was given
 * @error: return location for a %BV_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the proposal without its whole campaign; %NULL with @error set
 */
BvProposal *
bv_ranking_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
