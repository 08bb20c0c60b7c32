/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source.h"

#include "exchange/source/source-error.h"
#include "exchange/spreadsheet/xlsx.h"
#include "store/file-system.h"

#include <gio/gio.h>
#include <string.h>

#define MOST_START 4096

/* How a file begins. */
typedef struct
{
  guint8 bytes[MOST_START];
  gsize length;
} Start;

typedef gboolean (*Read) (const char *path, const BvSourceSink *sink, gpointer data, GError **error);

/* A kind of file: how it is told by its first bytes, and what reads it. */
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
is_package (const Start *start)
{
  return begins_as (start, "PK\3\4", 4);
}

/* Office locks a workbook by wrapping it into a file of the older kind. */
static gboolean
is_compound (const Start *start)
{
  return begins_as (start, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
}

static gboolean
is_anything (const Start *start)
{
  return TRUE;
}

static const Kind kinds[] = {
  { is_package, bv_xlsx_read, 0 },
  { is_compound, NULL, BV_SOURCE_ERROR_OLD },
  { is_anything, NULL, BV_SOURCE_ERROR_FOREIGN },
};

static gboolean
read_start (const char *path, Start *start, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GFile) file = g_file_new_for_path (reached);
  g_autoptr (GFileInputStream) stream = NULL;

  /* To open a pipe is to wait for who writes to it. */
  if (g_file_test (reached, G_FILE_TEST_IS_REGULAR))
    stream = g_file_read (file, NULL, NULL);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), start->bytes, MOST_START, &start->length, NULL,
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
  Start start = { { 0 }, 0 };

  if (!read_start (path, &start, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].is_it (&start))
      return kinds[i].read != NULL ? kinds[i].read (path, sink, data, error)
                                   : bv_source_refuse (kinds[i].code, error);
  return FALSE;
}
