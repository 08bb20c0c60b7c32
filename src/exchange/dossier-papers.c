/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier-papers.h"

#include "exchange/docx.h"
#include "exchange/dossier-manifest.h"
#include "exchange/export.h"
#include "exchange/printing.h"
#include "print/dossier-index.h"
#include "print/pdf.h"

#include <glib/gstdio.h>

#define PART "Đề nghị khen thưởng"
#define INDEX_TITLE "Mục lục hồ sơ"
#define NAME_MOST 77
#define BLOCK (256 * 1024)

/* How far all is made when the workbook is begun. */
#define PAPERS_SHARE 0.5

typedef struct
{
  BvPaperId paper;
  const char *title;
  const char *stem;     /* of its file */
  const char *editable; /* what the same is called as a file for Word; NULL: there is none */
} Paper;

static const Paper papers[] = {
  { BV_PAPER_SUBMISSION, "Tờ trình", "1. Tờ trình", "Tờ trình (bản Word để sửa)" },
  { BV_PAPER_COLLECTIVES, "Danh sách tập thể đề nghị khen thưởng", "2. Danh sách tập thể" },
  { BV_PAPER_INDIVIDUALS, "Danh sách cá nhân đề nghị khen thưởng", "3. Danh sách cá nhân" },
  { BV_PAPER_RANKING, "Bảng xếp hạng", "4. Bảng xếp hạng" },
  { BV_PAPER_SCORES, "Bảng điểm", "5. Bảng điểm" },
};

typedef struct
{
  GPtrArray *files;
  BvFileNames *names;
  const BvProposal *proposal;
  const char *folder;
  BvProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
} Making;

static void
tell_progress (const Making *self, double fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->data);
}

static gboolean
hash_stream (GInputStream *stream, BvDossierFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize length;

  file->bytes = 0;
  while ((length = g_input_stream_read (stream, block, BLOCK, cancellable, error)) > 0)
    {
      g_checksum_update (checksum, block, length);
      file->bytes += length;
    }
  file->sha256 = g_strdup (g_checksum_get_string (checksum));
  return length == 0;
}

/* Takes what was just made at @file's source. */
static gboolean
take_file (BvDossierFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (file->source);
  g_autoptr (GFileInputStream) stream = g_file_read (source, cancellable, error);

  return stream != NULL && hash_stream (G_INPUT_STREAM (stream), file, cancellable, error);
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
add_pdf (const Making *self, const Paper *paper, const BvDocument *document, GError **error)
{
  BvDossierFile *file = begin_file (self, paper->title, paper->stem, ".pdf");

  g_ptr_array_add (self->files, file);
  return bv_pdf_write (document, file->source, NULL, NULL, NULL, self->cancellable, error)
         && take_file (file, self->cancellable, error);
}

static gboolean
add_docx (const Making *self, const Paper *paper, const BvDocument *document, GError **error)
{
  BvDossierFile *file = begin_file (self, paper->editable, paper->stem, ".docx");

  g_ptr_array_add (self->files, file);
  return bv_docx_write (document, file->source, self->cancellable, error)
         && take_file (file, self->cancellable, error);
}

static gboolean
add_paper (const Making *self, const Paper *paper, GError **error)
{
  BvPaperScope all = { NULL };
  g_autoptr (BvDocument) document = bv_printing_compose_proposal (paper->paper, self->proposal, &all, error);

  return document != NULL && add_pdf (self, paper, document, error)
         && (paper->editable == NULL || add_docx (self, paper, document, error));
}

static void
workbook_progress_cb (double fraction, gpointer data)
{
  tell_progress (data, PAPERS_SHARE + fraction * (1 - PAPERS_SHARE));
}

static gboolean
add_workbook (Making *self, GError **error)
{
  g_autofree char *name = bv_export_suggest_name (self->proposal->campaign, self->proposal->seal == NULL);
  g_autofree char *stem = g_strdup_printf ("6. %.*s", (int) (strrchr (name, '.') - name), name);
  BvDossierFile *file = begin_file (self, "Bảng tính đề nghị khen thưởng", stem, ".xlsx");
  char *written = bv_workbook_write (self->proposal, file->source, self->folder, workbook_progress_cb, self,
                                     self->cancellable, error);

  g_ptr_array_add (self->files, file);
  if (written == NULL)
    return FALSE;
  g_free (file->source);
  file->source = written;
  return take_file (file, self->cancellable, error);
}

/**
 * bv_dossier_papers_add:
 * @files: (element-type BvDossierFile): the documents of a dossier, to which is added
 * @names: its names
 * @proposal: a proposal with its whole campaign; one without a seal gives drafts
 * @folder: where the files are made
 * @progress: (nullable): called with the fraction done
 * @data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for what paper, workbook and disk say
 *
 * Makes the submission, the lists, the ranking, the score tables and the workbook.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_dossier_papers_add (GPtrArray *files,
                       BvFileNames *names,
                       const BvProposal *proposal,
                       const char *folder,
                       BvProgressFunc progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Making self = { files, names, proposal, folder, progress, data, cancellable };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (!add_paper (&self, &papers[i], error))
        return FALSE;
      tell_progress (&self, PAPERS_SHARE * (i + 1) / G_N_ELEMENTS (papers));
    }
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
 * @cancellable: (nullable): to give up
 * @error: return location for a %BV_WHOLE_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): the list of @files on paper; %NULL with @error set on failure
 */
BvDossierFile *
bv_dossier_papers_make_index (GPtrArray *files,
                              BvFileNames *names,
                              const BvProposal *proposal,
                              const char *folder,
                              GCancellable *cancellable,
                              GError **error)
{
  Making self = { files, names, proposal, folder, .cancellable = cancellable };
  g_autoptr (GArray) lines = list_lines (files);
  g_autoptr (BvDocument) document = bv_dossier_index_new (proposal, lines);
  BvDossierFile *file = begin_file (&self, INDEX_TITLE, "0. " INDEX_TITLE, ".pdf");

  if (bv_pdf_write (document, file->source, NULL, NULL, NULL, cancellable, error)
      && take_file (file, cancellable, error))
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
      && take_file (file, NULL, error))
    return file;
  bv_dossier_file_free (file);
  return NULL;
}
