/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/handout-job.h"

#include "app/mail/day-folder.h"
#include "app/session/job.h"
#include "app/session/loan.h"
#include "exchange/form-pack/form-pack.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *folder; /* of the forms */
  char **units;
  BvHandoutWay way;
} Wanted;

/* Forms on their way to their names. */
typedef struct
{
  BvFormPack *pack;
  char *folder;
} Naming;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->folder);
  g_strfreev (wanted->units);
  g_free (wanted);
}

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_clear_pointer (&naming->pack, bv_form_pack_free);
  g_free (naming->folder);
  g_free (naming);
}

static gpointer
write_forms (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = job->input;
  const BvFormPackRequest request = { .campaign = job->campaign,
                                      .among = (const char *const *) wanted->units,
                                      .path = wanted->folder,
                                      .way = wanted->way };
  BvProgress progress = bv_work_get_progress (job->work);
  Naming *naming;
  BvFormPack *pack = bv_form_pack_new (library, &request, &progress, error);

  if (pack == NULL)
    return NULL;
  naming = g_new0 (Naming, 1);
  *naming = (Naming){ pack, g_strdup (wanted->folder) };
  return naming;
}

static gboolean
publish (BvLibrary *library, const BvProgress *progress, gpointer data, GError **error)
{
  return bv_form_pack_publish (((Naming *) data)->pack, library, error);
}

static void
finish (BvSession *session, BvWork *work, gpointer data)
{
  const Naming *naming = data;
  guint n_forms = naming->pack->files->len;
  g_autoptr (GFile) folder = g_file_new_for_path (naming->folder);
  g_autofree char *name = g_filename_display_basename (naming->folder);
  g_autofree char *message = g_strdup_printf (
    naming->pack->way == BV_HANDOUT_MAIL
      ? g_dngettext (GETTEXT_PACKAGE, "%u mail draft with its form written, not sent: folder “%s”",
                     "%u mail drafts with their forms written, not sent: folder “%s”", n_forms)
      : g_dngettext (GETTEXT_PACKAGE, "%u form written: folder “%s”", "%u forms written: folder “%s”",
                     n_forms),
    n_forms, name);

  bv_work_finish_in_idle (work, message, folder);
}

static void
name_forms (const BvJob *job, gpointer result)
{
  static const BvLoanKind kind = { publish, finish, NULL, naming_free };
  Naming *naming = result;
  Naming *moved = g_memdup2 (naming, sizeof *naming);

  naming->pack = NULL;
  naming->folder = NULL;
  bv_loan_start (&kind, job->session, job->work, moved);
}

/**
 * bv_handout_job_start:
 * @session: a session with a campaign
 * @request: the forms that are wanted
 *
 * Writes the forms of the units into a new folder, in a thread, as workbooks or as drafts of mails with them;
 * they get their names when the journal notes who gets one. Nothing is sent. Cancelled before, nothing is
 * left.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_handout_job_start (BvSession *session, const BvHandoutRequest *request)
{
  static const BvJobKind kind = { TRUE, write_forms, name_forms, wanted_free, naming_free };
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->folder = bv_day_folder_find (session, request->folder, "Biểu mẫu");
  wanted->units = g_strdupv (request->units);
  wanted->way = request->way;
  return bv_job_start (&kind, session, _ ("Writing the forms…"), wanted);
}
