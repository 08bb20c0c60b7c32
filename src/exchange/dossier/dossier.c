/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/dossier/dossier.h"

#include "exchange/dossier/dossier-manifest.h"
#include "exchange/dossier/dossier-papers.h"
#include "exchange/dossier/zip-writer.h"
#include "store/shown-path.h"
#include "store/whole-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* 7-Zip takes no longer one for AES in a zip archive; a shorter one is found by trying. */
#define PASSPHRASE_LEAST 8
#define PASSPHRASE_MOST 99

/* How far it is when the papers and the index are made, and when the archive is written. */
#define PAPERS_MADE 0.28
#define INDEX_MADE 0.3
#define ARCHIVE_DONE 0.75

typedef struct
{
  const BvDossierRequest *request;
  const char *library_folder;
  BvExport *export;           /* of the dossier */
  const BvProposal *proposal; /* of @export */
  const char *folder;         /* for work files */
  const char *path;           /* of the dossier */
  BvFileNames *names;
  GPtrArray *files; /* of BvDossierFile */
  GPtrArray *obstacles;
  gint64 bytes;               /* of all files */
  gint64 taken;               /* of them */
  guint n_packed;             /* files in the archive */
  const BvProgress *progress; /* of the whole work */
  BvProgress part;            /* of what is done now */
} Packing;

static void
packing_clear (Packing *self)
{
  bv_file_names_free (self->names);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->obstacles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Packing, packing_clear)

/**
 * bv_dossier_suggest_name:
 * @campaign: a campaign
 * @draft: whether it is a draft
 *
 * Returns: (transfer full): a file name for the dossier, always Vietnamese; by its end the user's file
 * manager knows that this program checks it
 */
char *
bv_dossier_suggest_name (const BvCampaign *campaign, gboolean draft)
{
  g_autofree char *workbook = bv_export_suggest_name (campaign, draft);
  const char *extension = strrchr (workbook, '.');

  return g_strdup_printf ("Hồ sơ %.*s.bangvang.zip", (int) (extension - workbook), workbook);
}

/**
 * bv_dossier_check_passphrase:
 * @passphrase: what a dossier is to be encrypted with
 * @error: return location for %BV_DOSSIER_ERROR_PASSPHRASE
 *
 * The archive holds a key made from the bytes of the passphrase, and nothing says in which charset they are:
 * some programs take the code page of Windows, others UTF-8. Only ASCII is the same in all of them.
 *
 * Returns: %FALSE with @error set where other programs may not take it
 */
gboolean
bv_dossier_check_passphrase (const char *passphrase, GError **error)
{
  gsize length = strlen (passphrase);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isprint (passphrase[i]))
      {
        g_set_error_literal (error, BV_DOSSIER_ERROR, BV_DOSSIER_ERROR_PASSPHRASE,
                             _ ("The passphrase has characters that programs encode in different ways, so "
                                "that some could not open the dossier: use letters without marks, digits "
                                "and signs"));
        return FALSE;
      }
  if (length >= PASSPHRASE_LEAST && length <= PASSPHRASE_MOST)
    return TRUE;
  g_set_error (error, BV_DOSSIER_ERROR, BV_DOSSIER_ERROR_PASSPHRASE,
               _ ("The passphrase must have %d to %d characters, best several words"), PASSPHRASE_LEAST,
               PASSPHRASE_MOST);
  return FALSE;
}

static gboolean
insert_first (Packing *self, BvDossierFile *file)
{
  if (file != NULL)
    g_ptr_array_insert (self->files, 0, file);
  return file != NULL;
}

/* What is read first stands first: the manifest, the index, the papers, then the evidence. */
static gboolean
gather_files (Packing *self, GError **error)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_dossier_file_free);
  BvProgress papers = bv_progress_narrow (self->progress, 0, PAPERS_MADE);
  BvProgress index = bv_progress_narrow (self->progress, PAPERS_MADE, INDEX_MADE);
  /* What is not here is said before anything is made. */
  gboolean ok
    = bv_dossier_files_add_evidence (evidence, self->names, self->proposal, self->library_folder, error)
      && bv_dossier_papers_add (self->files, self->names, self->export, self->folder, &papers, error);

  g_ptr_array_extend_and_steal (self->files, evidence);
  return ok
         && insert_first (self, bv_dossier_papers_make_index (self->files, self->names, self->proposal,
                                                              self->folder, &index, error))
         && insert_first (self,
                          bv_dossier_papers_make_manifest (self->files, self->proposal, self->folder, error));
}

static void
taken_cb (gsize length, gpointer data)
{
  Packing *self = data;

  self->taken += length;
  bv_progress_tell (&self->part, MIN (1, (double) self->taken / MAX (1, self->bytes)));
}

/* Goes on behind a damaged file, so that all of them are named at once. */
static gboolean
pack_file (Packing *self, BvZipWriter *writer, const BvDossierFile *file, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (file->source);
  g_autoptr (GFileInputStream) stream
    = g_file_read (source, bv_progress_get_cancellable (self->progress), error);
  g_autofree char *sha256 = NULL;

  if (stream == NULL)
    return FALSE;
  sha256 = bv_zip_writer_add (writer, file->path, file->date, file->bytes, G_INPUT_STREAM (stream), error);
  if (sha256 == NULL)
    return FALSE;
  if (!g_str_equal (sha256, file->sha256))
    g_ptr_array_add (
      self->obstacles,
      g_strdup_printf (_ ("%s: the file is damaged: it is not what was attached. Attach it again, or "
                          "take it from a backup."),
                       file->path));
  return TRUE;
}

static gboolean
refuse_obstacles (Packing *self, GError **error)
{
  g_autofree char *lines = NULL;

  if (self->obstacles->len == 0)
    return TRUE;
  g_ptr_array_add (self->obstacles, NULL);
  lines = g_strjoinv ("\n", (char **) self->obstacles->pdata);
  g_set_error_literal (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_OBSTACLES, lines);
  return FALSE;
}

static gboolean
pack (Packing *self, const char *written, GError **error)
{
  g_autoptr (BvZipWriter) writer = bv_zip_writer_new (written, self->path, self->request->passphrase, error);

  if (writer == NULL)
    return FALSE;
  bv_zip_writer_set_taken_func (writer, taken_cb, self, bv_progress_get_cancellable (self->progress));
  for (guint i = 0; i < self->files->len; i++)
    {
      const BvDossierFile *file = g_ptr_array_index (self->files, i);

      if (file->path == NULL)
        continue;
      if (!pack_file (self, writer, file, error))
        return FALSE;
      self->n_packed++;
    }
  return refuse_obstacles (self, error) && bv_zip_writer_close (writer, error);
}

static gboolean
read_again (Packing *self, const char *written, GError **error)
{
  g_autoptr (BvDossierCheck) check = NULL;
  g_autofree char *shown = NULL;

  self->part = bv_progress_narrow (self->progress, ARCHIVE_DONE, 1);
  check = bv_dossier_check (written, self->request->passphrase, &self->part, error);
  if (check == NULL)
    return FALSE;
  if (check->findings->len == 0 && check->n_files == self->n_packed)
    return TRUE;
  shown = bv_shown_path_write (self->path);
  g_set_error (error, BV_DOSSIER_ERROR, BV_DOSSIER_ERROR_CONTENT,
               _ ("%s was not written: read again it is not whole (%s). Try another disk"), shown,
               check->findings->len > 0 ? (const char *) g_ptr_array_index (check->findings, 0)
                                        : BV_MANIFEST_NAME);
  return FALSE;
}

static void
add_up (Packing *self, BvDossier *dossier)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const BvDossierFile *file = g_ptr_array_index (self->files, i);

      dossier->n_files += file->path != NULL;
      dossier->n_without_file += file->path == NULL;
      self->bytes += file->path != NULL ? file->bytes : 0;
    }
}

static gboolean
write_archive (Packing *self, BvDossier *dossier, GError **error)
{
  char *written;

  if (!gather_files (self, error))
    return FALSE;
  add_up (self, dossier);
  self->part = bv_progress_narrow (self->progress, INDEX_MADE, ARCHIVE_DONE);
  written = bv_whole_file_begin (self->path, error);
  dossier->export->written = written; /* from here on it is removed with the export */
  return written != NULL && pack (self, written, error) && read_again (self, written, error);
}

static gboolean
write_dossier (Packing *self, BvLibrary *library, BvDossier *dossier, GError **error)
{
  g_autofree char *folder = bv_library_make_temporary_folder (library, error);
  gboolean ok;

  if (folder == NULL)
    return FALSE;
  self->folder = folder;
  ok = write_archive (self, dossier, error);
  bv_library_remove_temporary_folder (folder);
  return ok;
}

static BvDossier *
begin_dossier (BvLibrary *library, const BvDossierRequest *request, const char *path, GError **error)
{
  BvDossier *dossier;
  BvExport *export;

  if (request->passphrase != NULL && !bv_dossier_check_passphrase (request->passphrase, error))
    return NULL;
  export = bv_export_begin (library, &request->what, path, error);
  if (export == NULL)
    return NULL;
  dossier = g_new0 (BvDossier, 1);
  dossier->export = export;
  return dossier;
}

/**
 * bv_dossier_new:
 * @library: a library
 * @request: how it is wanted
 * @path: the dossier; not in the library's folder
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for %BV_EXPORT_ERROR_OBSTACLES with every file that is not here or damaged, a
 *   %BV_DOSSIER_ERROR, or what disk and library say
 *
 * Seals the campaign's proposal and writes one archive of its papers, its workbook and its evidence, then
 * reads it again. It has its name only after bv_dossier_publish(). May run in a thread of its own, with a
 * reader of its own.
 *
 * Returns: (transfer full) (nullable): the dossier; %NULL with @error set, and nothing left, on failure
 */
BvDossier *
bv_dossier_new (BvLibrary *library,
                const BvDossierRequest *request,
                const char *path,
                const BvProgress *progress,
                GError **error)
{
  g_autoptr (BvDossier) dossier = begin_dossier (library, request, path, error);
  g_auto (Packing) self = { request, bv_library_get_folder (library) };

  self.path = path;
  self.names = bv_file_names_new ();
  self.files = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_dossier_file_free);
  self.obstacles = g_ptr_array_new_with_free_func (g_free);
  self.progress = progress;
  if (dossier == NULL)
    return NULL;
  self.export = dossier->export;
  self.proposal = dossier->export->proposal;
  return write_dossier (&self, library, dossier, error) ? g_steal_pointer (&dossier) : NULL;
}

/**
 * bv_dossier_publish:
 * @dossier: a dossier that has no name yet
 * @library: its library; of a reader nothing is sealed
 * @error: return location for a %BV_WHOLE_FILE_ERROR or %BV_STORE_ERROR
 *
 * Notes the sealing in the journal and gives the dossier its name, in place of an older one: both or neither.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_dossier_publish (BvDossier *dossier, BvLibrary *library, GError **error)
{
  return bv_export_publish (dossier->export, library, error);
}

/**
 * bv_dossier_free:
 * @dossier: (transfer full): a dossier; what was not published is gone
 */
void
bv_dossier_free (BvDossier *dossier)
{
  bv_export_free (dossier->export);
  g_free (dossier);
}
