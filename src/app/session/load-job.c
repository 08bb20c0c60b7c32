/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/load-job.h"

#include "app/session/job.h"
#include "app/session/loan.h"
#include "app/session/remarks.h"
#include "core/check-warnings.h"
#include "exchange/interchange/interchange.h"
#include "exchange/shipped/demo.h"
#include "exchange/template/outline.h"
#include "store/campaigns.h"

#include <glib/gi18n-lib.h>

/* A campaign that is read and checked, and what was noticed. */
typedef struct
{
  BvCampaign *campaign;
  BvDemo *demo;    /* what the vault took with it; NULL: nothing */
  gboolean is_new; /* made from a template, not read */
  char **notices;
  char **warnings;
  gint64 id; /* when it is in the library */
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->campaign, bv_record_free);
  bv_demo_free (loaded->demo);
  g_strfreev (loaded->notices);
  g_strfreev (loaded->warnings);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
read_file (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (job->input);
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->campaign = bv_interchange_read_file (path, &loaded->notices, error);
  if (loaded->campaign == NULL)
    return NULL;
  loaded->warnings = bv_check_list_warnings (loaded->campaign);
  return g_steal_pointer (&loaded);
}

/* What it holds is handed on, so that it can be freed. */
static Loaded *
move (Loaded *loaded)
{
  Loaded *moved = g_memdup2 (loaded, sizeof *loaded);

  *loaded = (Loaded){ 0 };
  return moved;
}

/* It is here already. */
static gpointer
hand_over (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  return move (job->input);
}

static gpointer
read_demo (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  BvProgress progress = bv_work_get_progress (job->work);
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->demo = bv_demo_read (NULL, job->folder, &progress, error);
  if (loaded->demo == NULL)
    return NULL;
  loaded->campaign = g_steal_pointer (&loaded->demo->campaign);
  return g_steal_pointer (&loaded);
}

static void
append_remarks (GString *text, char **remarks)
{
  for (guint i = 0; remarks != NULL && remarks[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", remarks[i]);
}

/* What was rounded or looks odd is for whoever knows the campaign to judge. */
static void
show_remarks (const Loaded *loaded)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_remarks (text, loaded->notices);
  append_remarks (text, loaded->warnings);
  if (text->len > 0)
    bv_remarks_show (_ ("The campaign is loaded; please look at this"), text->str);
}

static gboolean
take (BvLibrary *library, const BvProgress *progress, gpointer data, GError **error)
{
  Loaded *loaded = data;

  if (loaded->is_new)
    loaded->id = bv_campaigns_make (library, loaded->campaign, error);
  else
    loaded->id = bv_campaigns_take (library, loaded->campaign, FALSE, error);
  if (loaded->id == 0 && loaded->demo != NULL)
    bv_demo_take_back (loaded->demo, bv_library_get_folder (library));
  return loaded->id != 0;
}

static void
finish (BvSession *session, BvWork *work, gpointer data)
{
  g_autofree char *message = g_strdup_printf (_ ("Loaded: %s"), ((Loaded *) data)->campaign->title);

  bv_work_finish (work, message, NULL);
}

static void
show (BvSession *session, BvWork *work, gpointer data)
{
  bv_session_set_campaign (session, ((Loaded *) data)->id);
  show_remarks (data);
}

static void
load (const BvJob *job, gpointer result)
{
  static const BvLoanKind kind = { take, finish, show, loaded_free };

  bv_loan_start (&kind, job->session, job->work, move (result));
}

static void
load_under_free_key (const BvJob *job, gpointer result)
{
  bv_outline_take_free_key (bv_session_get_library (job->session), ((Loaded *) result)->campaign);
  load (job, result);
}

/**
 * bv_load_job_start_file:
 * @session: a session
 * @file: a campaign file, on this machine
 *
 * Reads and checks a campaign in a thread, takes it into the library in another as one action, then shows
 * it, and what was noticed.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_load_job_start_file (BvSession *session, GFile *file)
{
  static const BvJobKind kind = { FALSE, read_file, load, g_object_unref, loaded_free };

  return bv_job_start (&kind, session, _ ("Reading the campaign…"), g_object_ref (file));
}

/**
 * bv_load_job_start_campaign:
 * @session: a session
 * @campaign: (transfer full): a campaign that is no library's yet, and that bv_check_campaign() accepts
 *
 * Takes the campaign into the library as one action, under a key of its own, then shows it.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_load_job_start_campaign (BvSession *session, BvCampaign *campaign)
{
  static const BvJobKind kind = { FALSE, hand_over, load_under_free_key, loaded_free, loaded_free };
  Loaded *loaded = g_new0 (Loaded, 1);

  loaded->campaign = campaign;
  loaded->is_new = TRUE;
  return bv_job_start (&kind, session, _ ("Making the campaign…"), loaded);
}

/**
 * bv_load_job_start_demo:
 * @session: a session
 *
 * Fills the library with the demonstration.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_load_job_start_demo (BvSession *session)
{
  static const BvJobKind kind = { FALSE, read_demo, load, NULL, loaded_free };

  return bv_job_start (&kind, session, _ ("Making the demonstration…"), NULL);
}
