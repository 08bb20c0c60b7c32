/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/pdf.h"

#include "print/measures.h"
#include "print/pages.h"
#include "store/failure.h"
#include "store/unfinished/unfinished-file.h"
#include "store/whole-file.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define CREATOR "Bảng Vàng"

/* How a PDF ends (ISO 32000-1, 7.5.5). */
#define END "%%EOF\n"
#define END_LENGTH strlen (END)

typedef struct
{
  FILE *file;
  BvWitness *witness;
  int failure;           /* errno of the first write that failed, else 0 */
  char tail[sizeof END]; /* the last bytes */
} Output;

static void
keep_tail (Output *output, const guint8 *data, gsize length)
{
  gsize n = MIN (length, END_LENGTH);

  memmove (output->tail, output->tail + n, END_LENGTH - n);
  memcpy (output->tail + END_LENGTH - n, data + length - n, n);
}

static cairo_status_t
write_cb (gpointer closure, const guint8 *data, guint length)
{
  Output *output = closure;

  bv_witness_see (output->witness, data, length);
  keep_tail (output, data, length);
  if (output->failure == 0 && fwrite (data, 1, length, output->file) != length)
    output->failure = errno != 0 ? errno : EIO;
  return output->failure == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *
create_surface (const BvDocument *document, Output *output)
{
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (write_cb, output, BV_PAPER_SHORT, BV_PAPER_LONG);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  if (document->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
  return surface;
}

typedef struct
{
  BvFonts *fonts; /* NULL: its own */
  guint n_pages;
  const BvProgress *progress;
} Run;

/* FALSE with @error set: cancelled. What cairo could not do shows in the status of the surface. */
static gboolean
draw_pages (BvPages *pages, cairo_surface_t *surface, Run *run, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean cancelled = FALSE;

  for (run->n_pages = 0; bv_pages_reach (pages, run->n_pages); run->n_pages++)
    {
      double width;
      double height;

      cancelled = bv_progress_is_cancelled (run->progress, error);
      if (cancelled || cairo_status (cr) != CAIRO_STATUS_SUCCESS)
        break;
      bv_pages_get_size (pages, run->n_pages, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      bv_pages_draw (pages, run->n_pages, cr);
      cairo_show_page (cr);
      bv_progress_tell (run->progress, bv_pages_get_fraction (pages));
    }
  cairo_destroy (cr);
  return !cancelled;
}

static gboolean
finish_surface (cairo_surface_t *surface, Output *output, const char *path, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (output->failure == 0 && status == CAIRO_STATUS_SUCCESS && fflush (output->file) != 0)
    output->failure = errno;
  if (output->failure != 0)
    return bv_whole_file_refuse (path, bv_failure_describe_code (output->failure), error);
  if (status != CAIRO_STATUS_SUCCESS || memcmp (output->tail, END, END_LENGTH) != 0)
    {
      g_debug ("Cairo says: %s", cairo_status_to_string (status));
      return bv_whole_file_refuse (path, _ ("the pages could not be drawn"), error);
    }
  return TRUE;
}

static gboolean
write_document (const BvDocument *document, const char *path, Output *output, Run *run, GError **error)
{
  g_autoptr (BvPages) pages
    = run->fonts != NULL ? bv_pages_new_with_fonts (document, run->fonts) : bv_pages_new (document);
  cairo_surface_t *surface = create_surface (document, output);
  gboolean written = draw_pages (pages, surface, run, error) && finish_surface (surface, output, path, error);

  cairo_surface_destroy (surface);
  return written;
}

static gboolean
write_temporary (const BvDocument *document,
                 const char *temporary,
                 const char *path,
                 Run *run,
                 GError **error)
{
  g_autoptr (BvWitness) witness = bv_witness_new ();
  Output output = { g_fopen (temporary, "wb"), witness };
  gboolean written;

  if (output.file == NULL)
    return bv_whole_file_refuse (path, bv_failure_describe_code (errno), error);
  written = write_document (document, path, &output, run, error);
  if (fclose (output.file) != 0 && written)
    return bv_whole_file_refuse (path, bv_failure_describe_code (errno), error);
  return written && bv_whole_file_confirm (temporary, witness, path, error);
}

/**
 * bv_pdf_write:
 * @document: what to write
 * @fonts: (nullable): the faces that several papers share; %NULL: its own
 * @path: the file, replaced when it is there
 * @n_pages: (out) (optional): how many pages it has
 * @progress: (nullable): called after each page, and asked before each whether it is given up
 * @error: return location
 *
 * Writes a PDF (version 1.5) whose text can be selected and whose fonts are embedded. Pages are laid out and
 * drawn one by one. Where it fails or is cancelled, a file @path of before is untouched, and nothing is left
 * beside it.
 *
 * Returns: %FALSE with @error set: %BV_WHOLE_FILE_ERROR, %G_IO_ERROR_CANCELLED
 */
gboolean
bv_pdf_write (const BvDocument *document,
              BvFonts *fonts,
              const char *path,
              guint *n_pages,
              const BvProgress *progress,
              GError **error)
{
  Run run = { fonts, 0, progress };
  g_autofree char *temporary = bv_whole_file_begin (path, error);

  if (temporary == NULL)
    return FALSE;
  if (!write_temporary (document, temporary, path, &run, error)
      || !bv_whole_file_finish (temporary, path, error))
    {
      bv_unfinished_file_discard (temporary);
      return FALSE;
    }
  if (n_pages != NULL)
    *n_pages = run.n_pages;
  return TRUE;
}

/**
 * bv_pdf_write_scratch:
 * @document: a document
 * @fonts: (nullable): faces that several papers of one job share
 * @path: a file in a folder of the job's own
 * @progress: (nullable): as for bv_pdf_write()
 * @error: return location for a %BV_WHOLE_FILE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes what goes into another file and lives no longer than that: nothing waits for the disk, and where it
 * fails half a file may be left.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_pdf_write_scratch (const BvDocument *document,
                      BvFonts *fonts,
                      const char *path,
                      const BvProgress *progress,
                      GError **error)
{
  Run run = { fonts, 0, progress };

  return write_temporary (document, path, path, &run, error);
}
