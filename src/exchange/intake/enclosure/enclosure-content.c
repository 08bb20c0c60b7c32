/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/enclosure/enclosure-content.h"

#include "exchange/source/source-bytes.h"
#include "store/digest.h"
#include "store/evidence/evidence-inspection.h"
#include "store/evidence/evidence-kind.h"

#define CHUNK (256 * 1024)

/* Kinds of which no file has tables that are read. */
#define NO_TABLES                                                                  \
  (BV_EVIDENCE_CONTENT_PDF | BV_EVIDENCE_CONTENT_IMAGE | BV_EVIDENCE_CONTENT_MEDIA \
   | BV_EVIDENCE_CONTENT_ARCHIVE)

static BvEvidenceContent
find_content (const char *path)
{
  g_autoptr (GFileInputStream) stream = bv_source_bytes_open (path, NULL);
  guint8 start[BV_EVIDENCE_KIND_START];
  gsize length = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &length, NULL, NULL))
    return 0;
  return bv_evidence_kind_find_content (start, length);
}

/**
 * bv_enclosure_content_has_no_tables:
 * @path: a file from outside
 *
 * Returns: whether it is no form, and may be evidence, by its name, and where that says nothing by its
 * content
 */
gboolean
bv_enclosure_content_has_no_tables (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  BvEvidenceContent allowed = bv_evidence_kind_find_allowed (name);

  if (allowed != 0 && (allowed & ~(guint) NO_TABLES) == 0)
    return TRUE;
  return (allowed & find_content (path) & NO_TABLES) != 0;
}

static gboolean
read_stream (BvPlannedEnclosure *enclosure,
             GInputStream *stream,
             BvEvidenceInspection *inspection,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (BvDigest) digest = bv_digest_new ();
  gsize length;

  do
    {
      if (!g_input_stream_read_all (stream, chunk, CHUNK, &length, cancellable, error))
        return FALSE;
      bv_digest_update (digest, chunk, length);
      if (length > 0)
        bv_evidence_inspection_take (inspection, chunk, length);
      enclosure->bytes += (gint64) length;
    }
  while (length == CHUNK);
  enclosure->sha256 = bv_digest_finish (digest);
  return TRUE;
}

/**
 * bv_enclosure_content_read:
 * @enclosure: a file; it gets its hash and size, and is refused where it may not be evidence
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set where it was given up
 */
gboolean
bv_enclosure_content_read (BvPlannedEnclosure *enclosure, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvEvidenceInspection) inspection
    = bv_evidence_inspection_new (enclosure->name, &enclosure->refusal);
  g_autoptr (GFileInputStream) stream
    = inspection != NULL ? bv_source_bytes_open (enclosure->path, &enclosure->refusal) : NULL;

  if (stream != NULL
      && read_stream (enclosure, G_INPUT_STREAM (stream), inspection, cancellable, &enclosure->refusal))
    bv_evidence_inspection_finish (inspection, &enclosure->refusal);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (enclosure->refusal != NULL)
    enclosure->state = BV_ENCLOSURE_REFUSED;
  return TRUE;
}
