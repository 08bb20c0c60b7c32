/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/proposal-files.h"

#include "exchange/printing/printout.h"
#include "print/pdf.h"
#include "store/failure.h"
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
          bv_whole_file_refuse (path, bv_failure_describe_code (errno), error);
          return NULL;
        }
    }
}

/* As its workbook is called. */
static char *
name_folder (const char *workbook)
{
  return g_strndup (workbook, strrchr (workbook, '.') - workbook);
}

static gboolean
write_paper (BvProposalFiles *files,
             BvFonts *fonts,
             BvPaperId paper,
             const BvProgress *progress,
             GError **error)
{
  static const BvPaperScope all = { NULL };
  g_autoptr (BvDocument) document
    = bv_printout_compose_proposal (paper, files->export->proposal, &all, error);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (document == NULL)
    return FALSE;
  title = g_strconcat (document->draft ? "DỰ THẢO " : "", document->title, NULL);
  name = bv_file_name_make (title, ".pdf", BV_FILE_NAME_MOST);
  path = g_build_filename (files->folder, name, NULL);
  if (!bv_pdf_write (document, fonts, path, NULL, progress, error))
    return FALSE;
  g_ptr_array_add (files->papers, g_steal_pointer (&path));
  return TRUE;
}

static gboolean
write_papers (BvProposalFiles *files, guint papers, const BvProgress *progress, GError **error)
{
  g_autoptr (BvFonts) fonts = bv_fonts_get ();

  for (BvPaperId paper = 0; paper < BV_N_PAPERS; paper++)
    {
      BvProgress part
        = bv_progress_narrow (progress, (double) paper / BV_N_PAPERS, (paper + 1.0) / BV_N_PAPERS);

      if ((papers & BV_PAPER_SET (paper)) != 0 && !write_paper (files, fonts, paper, &part, error))
        return FALSE;
      bv_progress_tell (&part, 1);
    }
  return TRUE;
}

/* Folder and workbook are called after the campaign that they are of. */
static gboolean
name_files (BvProposalFiles *files, const char *parent, GError **error)
{
  BvExport *export = files->export;
  g_autofree char *workbook
    = bv_export_suggest_name (export->proposal->campaign, export->proposal->seal == NULL);
  g_autofree char *folder = name_folder (workbook);

  files->folder = make_folder (parent, folder, error);
  if (files->folder == NULL)
    return FALSE;
  g_free (export->path);
  export->path = g_build_filename (files->folder, workbook, NULL);
  return TRUE;
}

static gboolean
write_files (BvProposalFiles *files,
             BvLibrary *library,
             const BvProposalFilesRequest *request,
             const BvProgress *progress,
             GError **error)
{
  BvProgress workbook_part = bv_progress_narrow (progress, 0, WORKBOOK_SHARE);
  BvProgress papers_part = bv_progress_narrow (progress, WORKBOOK_SHARE, 1);

  return name_files (files, request->parent, error)
         && bv_export_write (files->export, library, &workbook_part, error)
         && write_papers (files, request->papers, &papers_part, error);
}

/**
 * bv_proposal_files_new:
 * @library: a library
 * @request: what is wanted
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for what bv_export_new(), the papers or the disk say
 *
 * Writes the workbook and the papers of a proposal. May run in a thread of its own, with a reader of its own.
 *
 * Returns: (transfer full) (nullable): the files, gone when they are freed unpublished; %NULL with @error
 * set, and nothing left, on failure
 */
BvProposalFiles *
bv_proposal_files_new (BvLibrary *library,
                       const BvProposalFilesRequest *request,
                       const BvProgress *progress,
                       GError **error)
{
  g_autoptr (BvProposalFiles) files = g_new0 (BvProposalFiles, 1);
  g_autofree char *inside = g_build_filename (request->parent, "x", NULL);

  files->papers = g_ptr_array_new_with_free_func (g_free);
  files->export = bv_export_begin (library, &request->what, inside, error);
  if (files->export == NULL || !write_files (files, library, request, progress, error))
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
