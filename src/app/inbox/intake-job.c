/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/intake-job.h"

#include "app/session/job.h"
#include "app/session/loan.h"
#include "exchange/intake/import-apply.h"
#include "store/campaigns.h"

#include <glib/gi18n-lib.h>

/* More files are not read at once: who drops a whole disk is told so. */
#define MOST_FILES 2000

/* How deep folders are looked into. */
#define MOST_DEPTH 8

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
 * bv_intake_source_new:
 * @path: a file or folder
 * @name: (nullable): as people know it; %NULL: by its path
 *
 * Returns: (transfer full): a source
 */
BvIntakeSource *
bv_intake_source_new (const char *path, const char *name)
{
  BvIntakeSource *source = g_new (BvIntakeSource, 1);

  *source = (BvIntakeSource){ g_strdup (path), g_strdup (name) };
  return source;
}

/**
 * bv_intake_source_free:
 * @data: (transfer full): a #BvIntakeSource
 */
void
bv_intake_source_free (gpointer data)
{
  BvIntakeSource *source = data;

  g_free (source->path);
  g_free (source->name);
  g_free (source);
}

static gpointer
free_plan (gpointer plan)
{
  bv_import_plan_free (plan);
  return NULL;
}

/**
 * bv_intake_free:
 * @intake: (transfer full): what is to become of files
 *
 * The tables of hundreds of files are given back by a thread, not while the window waits.
 */
void
bv_intake_free (BvIntake *intake)
{
  g_clear_pointer (&intake->files, g_array_unref);
  if (intake->plan != NULL)
    g_thread_unref (g_thread_new ("plan", free_plan, intake->plan));
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
 * bv_intake_is_stale:
 * @intake: what is to become of files
 * @session: a session
 *
 * Returns: whether something was done in the library since the files were read, or another campaign is shown
 */
gboolean
bv_intake_is_stale (const BvIntake *intake, BvSession *session)
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

static int
compare_names (gconstpointer first, gconstpointer second)
{
  return g_strcmp0 (*(const char *const *) first, *(const char *const *) second);
}

static void
add_path (BvIntake *intake, const char *path, const char *name, guint depth)
{
  g_autoptr (GDir) dir = depth < MOST_DEPTH ? g_dir_open (path, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  if (dir == NULL && intake->sources->len < MOST_FILES)
    g_ptr_array_add (intake->sources, bv_intake_source_new (path, name));
  else if (dir == NULL)
    intake->n_more++;
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    if (*entry != '.' && *entry != '~')
      g_ptr_array_add (names, g_strdup (entry));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      add_path (intake, child, NULL, depth + 1);
    }
}

static gboolean
read_source (BvIntake *intake, guint index, GCancellable *cancellable, GError **error)
{
  const BvIntakeSource *source = g_ptr_array_index (intake->sources, index);
  BvPlannedFile *planned = bv_import_plan_add (intake->plan, source->path, cancellable, error);

  if (planned == NULL)
    return FALSE;
  if (source->name != NULL)
    {
      g_free (planned->name);
      planned->name = g_strdup (source->name);
    }
  return TRUE;
}

static gpointer
read_files (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Reading *reading = job->input;
  BvProgress progress = bv_work_get_progress (job->work);
  g_autoptr (BvIntake) intake = g_new0 (BvIntake, 1);
  BvCampaign *campaign;

  intake->sources = g_ptr_array_new_with_free_func (bv_intake_source_free);
  intake->campaign = job->campaign;
  intake->action = reading->action;
  campaign = bv_campaigns_read (library, job->campaign, BV_CAMPAIGN_WHOLE, error);
  if (campaign == NULL)
    return NULL;
  intake->plan = bv_import_plan_new (campaign);
  for (guint i = 0; i < reading->sources->len; i++)
    {
      const BvIntakeSource *source = g_ptr_array_index (reading->sources, i);

      add_path (intake, source->path, source->name, 0);
    }
  for (guint i = 0; i < intake->sources->len; i++)
    {
      if (!read_source (intake, i, cancellable, error))
        return NULL;
      bv_progress_tell (&progress, (i + 1.0) / intake->sources->len);
    }
  intake->files = bv_file_counts_list (intake->plan);
  return g_steal_pointer (&intake);
}

/* What it holds is handed on, so that it can be freed. */
static BvIntake *
move (BvIntake *intake)
{
  BvIntake *moved = g_memdup2 (intake, sizeof *intake);

  intake->plan = NULL;
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
  static const BvJobKind kind = { TRUE, read_files, show, reading_free, (GDestroyNotify) bv_intake_free };
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

  g_clear_pointer (&writing->intake, bv_intake_free);
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
