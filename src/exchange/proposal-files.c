/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/proposal-files.h"

#include "exchange/printing.h"
#include "exchange/seal.h"
#include "print/pdf.h"
#include "store/campaigns.h"
#include "store/fence.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/whole-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The workbook's share of the progress. */
#define WORKBOOK_SHARE 0.6

#define FOLDERS_MOST 1000

/* Windows wants room for a short name in a folder's path. */
#define ROOM 13

/* A folder of its own, so that nothing of before is replaced. */
static char *
make_folder (const char *parent, const char *name, GError **error)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *numbered = number == 1 ? g_strdup (name) : g_strdup_printf ("%s (%u)", name, number);
      g_autofree char *path = g_build_filename (parent, numbered, NULL);
      g_autofree char *reached = bv_file_system_reach (path, ROOM);

      if (g_mkdir (reached, 0777) == 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST || number == FOLDERS_MOST)
        {
          bv_whole_file_refuse (path, g_strerror (errno), error);
          return NULL;
        }
    }
}

static gboolean
check_parent (BvLibrary *library, const char *parent, GError **error)
{
  g_autofree char *path = g_build_filename (parent, "x", NULL);

  return bv_fence_check (bv_library_get_folder (library), path, error);
}

/* As its workbook is called. */
static char *
name_folder (const char *workbook)
{
  return g_strndup (workbook, strrchr (workbook, '.') - workbook);
}

/* Progress of one part of the work. */
typedef struct
{
  BvProgressFunc progress;
  gpointer data;
} Whole;

static void
workbook_progress_cb (double fraction, gpointer data)
{
  const Whole *whole = data;

  if (whole->progress != NULL)
    whole->progress (fraction * WORKBOOK_SHARE, whole->data);
}

static gboolean
write_workbook (BvProposalFiles *files,
                BvLibrary *library,
                gint64 campaign,
                const BvProposalWish *wish,
                const char *name,
                Whole *whole,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *path = g_build_filename (files->folder, name, NULL);

  files->export = bv_export_new (library, campaign, wish->date, wish->draft, wish->reason, path,
                                 workbook_progress_cb, whole, cancellable, error);
  return files->export != NULL;
}

/* A paper is of the very data that the workbook was sealed with. */
static gboolean
take_seal (BvProposal *proposal, const BvExport *export, GError **error)
{
  if (export->seal == NULL)
    return TRUE;
  bv_proposal_set_reason (proposal, export->reason);
  proposal->seal = bv_seal_compute (proposal);
  if (g_str_equal (proposal->seal, export->seal))
    return TRUE;
  g_set_error_literal (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_OBSTACLES,
                       _ ("The data were changed while the proposal was written: begin again"));
  return FALSE;
}

static gboolean
write_paper (BvProposalFiles *files,
             const BvProposal *proposal,
             BvPaperId paper,
             GCancellable *cancellable,
             GError **error)
{
  static const BvPaperScope all = { NULL, NULL, NULL };
  g_autoptr (BvDocument) document = bv_printing_compose_proposal (paper, proposal, &all, error);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (document == NULL)
    return FALSE;
  title = g_strconcat (document->draft ? "DỰ THẢO " : "", document->title, NULL);
  name = bv_file_name_make (title, ".pdf", BV_FILE_NAME_MOST);
  path = g_build_filename (files->folder, name, NULL);
  if (!bv_pdf_write (document, path, NULL, NULL, NULL, cancellable, error))
    return FALSE;
  g_ptr_array_add (files->papers, g_steal_pointer (&path));
  return TRUE;
}

static gboolean
write_papers (BvProposalFiles *files,
              BvLibrary *library,
              gint64 campaign,
              const BvProposalWish *wish,
              Whole *whole,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (BvCampaign) data = NULL;
  g_autoptr (BvProposal) proposal = NULL;

  if (wish->papers == 0)
    return TRUE;
  proposal = bv_export_read_proposal (library, campaign, wish->date, &data, error);
  if (proposal == NULL || !take_seal (proposal, files->export, error))
    return FALSE;
  for (BvPaperId paper = 0; paper < BV_N_PAPERS; paper++)
    {
      if ((wish->papers & BV_PAPER_SET (paper)) != 0
          && !write_paper (files, proposal, paper, cancellable, error))
        return FALSE;
      if (whole->progress != NULL)
        whole->progress (WORKBOOK_SHARE + (1 - WORKBOOK_SHARE) * (paper + 1) / BV_N_PAPERS, whole->data);
    }
  return TRUE;
}

/**
 * bv_proposal_files_new:
 * @library: a library
 * @campaign: a campaign's row
 * @wish: what is wanted
 * @parent: the folder in which a new one is made for the files; not in the library's folder
 * @progress: (nullable): called with the fraction done
 * @data: for @progress
 * @cancellable: (nullable): to give up, as if never begun
 * @error: return location for what bv_export_new(), the papers or the disk say
 *
 * Writes the workbook and the papers of a proposal. May run in a thread of its own, with a reader of its own.
 *
 * Returns: (transfer full) (nullable): the files, gone when they are freed unpublished; %NULL with @error
 * set, and nothing left, on failure
 */
BvProposalFiles *
bv_proposal_files_new (BvLibrary *library,
                       gint64 campaign,
                       const BvProposalWish *wish,
                       const char *parent,
                       BvProgressFunc progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Whole whole = { progress, data };
  g_autoptr (BvProposalFiles) files = g_new0 (BvProposalFiles, 1);
  g_autoptr (BvCampaign) head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  g_autofree char *name = head != NULL ? bv_export_suggest_name (head, wish->draft) : NULL;
  g_autofree char *folder = name != NULL ? name_folder (name) : NULL;

  files->papers = g_ptr_array_new_with_free_func (g_free);
  if (folder == NULL)
    return NULL;
  if (!check_parent (library, parent, error))
    return NULL;
  files->folder = make_folder (parent, folder, error);
  if (files->folder == NULL
      || !write_workbook (files, library, campaign, wish, name, &whole, cancellable, error)
      || !write_papers (files, library, campaign, wish, &whole, cancellable, error))
    return NULL;
  return g_steal_pointer (&files);
}

/**
 * bv_proposal_files_attach:
 * @files: the files
 * @mail: a mail that is written before @files are published or freed
 *
 * The workbook goes first, under the name that it will have.
 */
void
bv_proposal_files_attach (const BvProposalFiles *files, BvMail *mail)
{
  const BvExport *export = files->export;
  g_autofree char *name = g_path_get_basename (export->path);

  bv_mail_add_file (mail, export->written != NULL ? export->written : export->path, name);
  for (guint i = 0; i < files->papers->len; i++)
    bv_mail_add_file (mail, g_ptr_array_index (files->papers, i), NULL);
}

/**
 * bv_proposal_files_publish:
 * @files: the files
 * @library: their library
 * @error: return location for what bv_export_publish() says
 *
 * Notes the sealing in the journal, if they are sealed, and gives the workbook its name.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_proposal_files_publish (BvProposalFiles *files, BvLibrary *library, GError **error)
{
  files->published = bv_export_publish (files->export, library, error);
  return files->published;
}

static void
remove_reached (const char *path)
{
  g_autofree char *reached = bv_file_system_reach (path, ROOM);

  g_remove (reached);
}

/**
 * bv_proposal_files_free:
 * @files: (transfer full): the files; what was not published is gone
 */
void
bv_proposal_files_free (BvProposalFiles *files)
{
  for (guint i = 0; !files->published && i < files->papers->len; i++)
    remove_reached (g_ptr_array_index (files->papers, i));
  g_clear_pointer (&files->export, bv_export_free);
  if (!files->published && files->folder != NULL)
    remove_reached (files->folder);
  g_ptr_array_unref (files->papers);
  g_free (files->folder);
  g_free (files);
}
