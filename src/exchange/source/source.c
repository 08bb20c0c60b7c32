/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source.h"

#include "exchange/compound/xls.h"
#include "exchange/plain/csv.h"
#include "exchange/plain/html-table.h"
#include "exchange/plain/plain-text.h"
#include "exchange/source/source-bytes.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-package.h"
#include "exchange/spreadsheet/ods.h"
#include "exchange/spreadsheet/xlsx.h"
#include "exchange/word/word.h"

#include <string.h>

#define MOST_START 4096

/* What a file is told by: how it begins and, of a package, its parts. */
typedef struct
{
  guint8 bytes[MOST_START];
  gsize length;
  BvSourcePackage *package; /* NULL: it is none */
} Start;

typedef gboolean (*Read) (const char *path, const BvSourceSink *sink, gpointer data, GError **error);

/* A kind of file: how it is told, and what reads it. */
typedef struct
{
  gboolean (*is_it) (const Start *start);
  Read read; /* NULL: nothing does, for the reason in @code */
  BvSourceError code;
} Kind;

static gboolean
begins_as (const Start *start, const char *bytes, gsize length)
{
  return start->length >= length && memcmp (start->bytes, bytes, length) == 0;
}

static gboolean
is_ods (const Start *start)
{
  return start->package != NULL && bv_ods_looks_like (start->package);
}

static gboolean
is_word (const Start *start)
{
  return start->package != NULL && bv_word_looks_like (start->package);
}

/* An archive of whatever: no part of it says what others are. */
static gboolean
is_archive (const Start *start)
{
  static const char *const parts[] = { "_rels/.rels", "xl/workbook.xml", "word/document.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && start->package != NULL; i++)
    if (bv_source_package_has (start->package, parts[i]))
      return FALSE;
  return start->package != NULL;
}

static gboolean
is_package (const Start *start)
{
  return start->package != NULL;
}

/* What Office wrote before 2007, and what it locks. */
static gboolean
is_compound (const Start *start)
{
  return begins_as (start, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
}

/* It begins as text does, but has none that people read. */
static gboolean
is_pdf (const Start *start)
{
  return begins_as (start, "%PDF-", 5);
}

static gboolean
is_html (const Start *start)
{
  return bv_html_table_looks_like (start->bytes, start->length);
}

/* What Office wrote as one text: workbooks as XML, documents as RTF, both as a page with its pictures. */
static gboolean
is_old_text (const Start *start)
{
  return begins_as (start, "<?xml", 5) || begins_as (start, "\xef\xbb\xbf<?xml", 8)
         || begins_as (start, "{\\rtf", 5) || begins_as (start, "MIME-Version:", 13);
}

static gboolean
is_text (const Start *start)
{
  return bv_plain_text_looks_like (start->bytes, start->length);
}

static gboolean
is_anything (const Start *start)
{
  return TRUE;
}

static const Kind kinds[] = {
  { is_ods, bv_ods_read, 0 },         { is_archive, NULL, BV_SOURCE_ERROR_FOREIGN },
  { is_word, bv_word_read, 0 },       { is_package, bv_xlsx_read, 0 },
  { is_compound, bv_xls_read, 0 },    { is_pdf, NULL, BV_SOURCE_ERROR_FOREIGN },
  { is_html, bv_html_table_read, 0 }, { is_old_text, NULL, BV_SOURCE_ERROR_OLD },
  { is_text, bv_csv_read, 0 },        { is_anything, NULL, BV_SOURCE_ERROR_FOREIGN },
};

static gboolean
read_start (const char *path, Start *start, GError **error)
{
  g_autoptr (GFileInputStream) stream = bv_source_bytes_open (path, error);

  if (stream == NULL)
    return FALSE;
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), start->bytes, MOST_START, &start->length, NULL,
                                NULL))
    return bv_source_refuse (BV_SOURCE_ERROR_ABSENT, error);
  return start->length > 0 || bv_source_refuse (BV_SOURCE_ERROR_EMPTY, error);
}

/**
 * bv_source_read:
 * @path: a file from outside, of whatever kind
 * @sink: what takes its tables
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * What a file is its content says, not its name. Files that try to do harm cost time and memory within the
 * limits of source-limits.h; that a process of its own keeps to them is for the caller (source-process).
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_source_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error)
{
  Start start = { { 0 }, 0, NULL };
  g_autoptr (BvSourcePackage) package = NULL;

  if (!read_start (path, &start, error))
    return FALSE;
  if (begins_as (&start, "PK\3\4", 4))
    {
      package = start.package = bv_source_package_open (path, error);
      if (package == NULL)
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].is_it (&start))
      return kinds[i].read != NULL ? kinds[i].read (path, sink, data, error)
                                   : bv_source_refuse (kinds[i].code, error);
  return FALSE;
}
