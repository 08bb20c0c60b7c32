/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier/dossier-papers.h"

#include "exchange/docx/docx.h"
#include "exchange/dossier/dossier-manifest.h"
#include "exchange/export.h"
#include "exchange/printing/printout.h"
#include "print/dossier-index.h"
#include "print/pdf.h"
#include "store/digest.h"

#include <glib/gstdio.h>

#define PART "Đề nghị khen thưởng"
#define INDEX_TITLE "Mục lục hồ sơ"
#define NAME_MOST 77
#define BLOCK (256 * 1024)

/* How far all is made when the workbook is begun. */
#define PAPERS_SHARE 0.5

typedef struct
{
  GPtrArray *files;
  BvFileNames *names;
  const BvProposal *proposal;
  const char *folder;
  const BvProgress *progress;
  BvFonts *fonts; /* of all papers */
  guint *n_cut;   /* of the workbook */
  guint n_papers; /* that are made */
} Making;

static gboolean
hash_stream (const Making *self, GInputStream *stream, BvDossierFile *file, GError **error)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  GCancellable *cancellable = bv_progress_get_cancellable (self->progress);
  gssize length;

  file->bytes = 0;
  while ((length = g_input_stream_read (stream, block, BLOCK, cancellable, error)) > 0)
    {
      bv_digest_update (digest, block, length);
      file->bytes += length;
    }
  file->sha256 = bv_digest_finish (digest);
  return length == 0;
}

/* Takes what was just made at @file's source. */
static gboolean
take_file (const Making *self, BvDossierFile *file, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (file->source);
  g_autoptr (GFileInputStream) stream
    = g_file_read (source, bv_progress_get_cancellable (self->progress), error);

  return stream != NULL && hash_stream (self, G_INPUT_STREAM (stream), file, error);
}

/* Its source has a plain name: what matters is the name in the dossier. */
static BvDossierFile *
begin_file (const Making *self, const char *title, const char *stem, const char *extension)
{
  BvDossierFile *file = bv_dossier_file_new (PART, g_strdup (title), self->proposal->contest->date);
  g_autofree char *name = g_strdup_printf ("%u%s", self->files->len, extension);

  file->path = bv_file_names_take (self->names, "", stem, extension, NAME_MOST);
  file->source = g_build_filename (self->folder, name, NULL);
  return file;
}

static gboolean
add_pdf (const Making *self,
         const BvPaperDossier *paper,
         const char *stem,
         const BvDocument *document,
         GError **error)
{
  BvDossierFile *file = begin_file (self, paper->title, stem, ".pdf");

  g_ptr_array_add (self->files, file);
  return bv_pdf_write (document, self->fonts, file->source, NULL, self->progress, error)
         && take_file (self, file, error);
}

static gboolean
add_docx (const Making *self,
          const BvPaperDossier *paper,
          const char *stem,
          const BvDocument *document,
          GError **error)
{
  BvDossierFile *file = begin_file (self, paper->editable_title, stem, ".docx");

  g_ptr_array_add (self->files, file);
  return bv_docx_write (document, file->source, bv_progress_get_cancellable (self->progress), error)
         && take_file (self, file, error);
}

static gboolean
add_paper (Making *self, BvPaperId paper, GError **error)
{
  const BvPaperScope all = { .proposed = TRUE };
  const BvPaperDossier *dossier = &bv_paper_get (paper)->dossier;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *stem = NULL;

  if (!bv_paper_applies (paper, self->proposal))
    return TRUE;
  stem = g_strdup_printf ("%u. %s", ++self->n_papers, dossier->stem);
  document = bv_printout_compose_proposal (paper, self->proposal, &all, error);
  return document != NULL && add_pdf (self, dossier, stem, document, error)
         && (dossier->editable_title == NULL || add_docx (self, dossier, stem, document, error));
}

static guint
count_papers (void)
{
  guint n = 0;

  while (bv_paper_find_in_dossier (n + 1) < BV_N_PAPERS)
    n++;
  return n;
}

static gboolean
add_workbook (const Making *self, GError **error)
{
  g_autofree char *name = bv_export_suggest_name (self->proposal->campaign, self->proposal->seal == NULL);
  g_autofree char *stem
    = g_strdup_printf ("%u. %.*s", self->n_papers + 1, (int) (strrchr (name, '.') - name), name);
  BvDossierFile *file = begin_file (self, "Bảng tính đề nghị khen thưởng", stem, ".xlsx");
  char *written
    = bv_workbook_write (self->proposal, file->source, self->folder, self->progress, self->n_cut, error);

  g_ptr_array_add (self->files, file);
  if (written == NULL)
    return FALSE;
  g_free (file->source);
  file->source = written;
  return take_file (self, file, error);
}

/**
 * bv_dossier_papers_add:
 * @files: (element-type BvDossierFile): the documents of a dossier, to which is added
 * @names: its names
 * @export: the dossier's, with a whole campaign; a proposal without a seal gives drafts
 * @folder: where the files are made
 * @progress: (nullable): how far it is, and whether it is given up
 * @error: return location for what paper, workbook and disk say
 *
 * Makes the submission, the lists, the ranking, the score tables, the reports of achievements of those
 * proposed, the appraisal, the supplementary submission where it applies, and the workbook.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_dossier_papers_add (GPtrArray *files,
                       BvFileNames *names,
                       BvExport *export,
                       const char *folder,
                       const BvProgress *progress,
                       GError **error)
{
  guint n_papers = count_papers ();
  double share = PAPERS_SHARE / n_papers;
  BvProgress part;
  g_autoptr (BvFonts) fonts = bv_fonts_get ();
  Making self = { files, names, export->proposal, folder, &part, fonts, &export->n_cut };

  for (guint i = 0; i < n_papers; i++)
    {
      part = bv_progress_narrow (progress, share * i, share * (i + 1));
      if (!add_paper (&self, bv_paper_find_in_dossier (i + 1), error))
        return FALSE;
    }
  part = bv_progress_narrow (progress, PAPERS_SHARE, 1);
  return add_workbook (&self, error);
}

static GArray *
list_lines (GPtrArray *files)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (BvIndexLine), files->len);

  for (guint i = 0; i < files->len; i++)
    {
      const BvDossierFile *file = g_ptr_array_index (files, i);
      BvIndexLine line = { file->part, file->title, file->path, file->bytes, file->sha256 };

      g_array_append_val (lines, line);
    }
  return lines;
}

/**
 * bv_dossier_papers_make_index:
 * @files: (element-type BvDossierFile): the documents of a dossier
 * @names: its names
 * @proposal: its proposal
 * @folder: where the file is made
 * @progress: (nullable): how far it is, and whether it is given up
 * @error: return location for a %BV_WHOLE_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): the list of @files on paper; %NULL with @error set on failure
 */
BvDossierFile *
bv_dossier_papers_make_index (GPtrArray *files,
                              BvFileNames *names,
                              const BvProposal *proposal,
                              const char *folder,
                              const BvProgress *progress,
                              GError **error)
{
  Making self = { files, names, proposal, folder, progress };
  g_autoptr (GArray) lines = list_lines (files);
  g_autoptr (BvDocument) document = bv_dossier_index_new (proposal, lines);
  BvDossierFile *file = begin_file (&self, INDEX_TITLE, "0. " INDEX_TITLE, ".pdf");

  if (bv_pdf_write (document, NULL, file->source, NULL, progress, error) && take_file (&self, file, error))
    return file;
  bv_dossier_file_free (file);
  return NULL;
}

/**
 * bv_dossier_papers_make_manifest:
 * @files: (element-type BvDossierFile): all files of a dossier but this one
 * @proposal: its proposal
 * @folder: where the file is made
 * @error: return location for a #GFileError
 *
 * Returns: (transfer full) (nullable): the hashes of @files; %NULL with @error set on failure
 */
BvDossierFile *
bv_dossier_papers_make_manifest (GPtrArray *files,
                                 const BvProposal *proposal,
                                 const char *folder,
                                 GError **error)
{
  Making self = { files, NULL, proposal, folder };
  BvDossierFile *file = bv_dossier_file_new (PART, g_strdup (BV_MANIFEST_NAME), proposal->contest->date);
  g_autoptr (GString) manifest = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const BvDossierFile *other = g_ptr_array_index (files, i);

      if (other->path != NULL)
        bv_manifest_append (manifest, other->sha256, other->path);
    }
  file->path = g_strdup (BV_MANIFEST_NAME);
  file->source = g_build_filename (folder, BV_MANIFEST_NAME, NULL);
  if (g_file_set_contents (file->source, manifest->str, manifest->len, error)
      && take_file (&self, file, error))
    return file;
  bv_dossier_file_free (file);
  return NULL;
}
