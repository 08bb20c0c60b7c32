/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/paper-saving.h"

#include "app/job.h"
#include "exchange/printing.h"

#include <glib/gi18n-lib.h>

/* A paper that is wanted as a file. */
typedef struct
{
  gint64 date;
  BvPaperChoice *choice;
  GFile *file;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->choice);
  g_object_unref (wish->file);
  g_free (wish);
}

static gpointer
write_paper (const BvJob *job, GCancellable *cancellable, GError **error)
{
  const Wish *wish = job->input;
  BvPaperScope scope = bv_paper_choice_get_scope (wish->choice);
  g_autofree char *path = g_file_get_path (wish->file);
  g_autoptr (BvLibrary) library = bv_library_open (job->folder, BV_LIBRARY_READ, error);
  g_autofree guint *n_pages = g_new0 (guint, 1);

  if (library == NULL
      || !bv_printing_write (library, job->campaign, wish->date, bv_paper_choice_get_paper (wish->choice),
                             &scope, path, n_pages, bv_work_set_fraction, job->work, cancellable, error))
    return NULL;
  return g_steal_pointer (&n_pages);
}

static void
tell (const BvJob *job, gpointer result)
{
  const Wish *wish = job->input;
  const guint *n_pages = result;
  g_autofree char *base = g_file_get_basename (wish->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message
    = *n_pages > 0 ? g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Saved %s, %u page", "Saved %s, %u pages", *n_pages), name, *n_pages)
                   : g_strdup_printf (_ ("Saved %s"), name);

  bv_work_finish (job->work, message, wish->file);
}

/**
 * bv_paper_saving_start:
 * @session: a session with a campaign
 * @choice: a paper
 * @file: the file, on this machine: for Word where its name ends in .docx, else a PDF
 *
 * Writes a paper in a thread, which reads the library beside its writer. Cancelled, nothing is there.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_paper_saving_start (BvSession *session, BvPaperChoice *choice, GFile *file)
{
  static const BvJobKind kind = { write_paper, tell, wish_free, g_free };
  const char *label = bv_printing_is_editable (g_file_peek_path (file)) ? _ ("Writing the Word document…")
                                                                        : _ ("Writing the PDF…");
  Wish *wish = g_new0 (Wish, 1);

  wish->date = bv_session_get_date (session);
  wish->choice = g_object_ref (choice);
  wish->file = g_object_ref (file);
  return bv_job_start (&kind, session, label, wish);
}
