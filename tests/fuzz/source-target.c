/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "source-target.h"

#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"
#include "exchange/source/source.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
begin (gpointer data, const char *name, BvSourceVisibility visibility, GError **error)
{
  SourceTargetState *state = data;

  g_assert_false (state->in_table);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  state->in_table = TRUE;
  return TRUE;
}

static gboolean
row (gpointer data,
     guint number,
     gboolean is_hidden,
     const BvSourceCell *cells,
     guint n_cells,
     GError **error)
{
  SourceTargetState *state = data;

  g_assert_true (state->in_table);
  g_assert_cmpuint (number, <, BV_SOURCE_MOST_ROWS);
  g_assert_cmpuint (n_cells, >, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      g_assert_cmpuint (cells[i].column, <, BV_SOURCE_MOST_COLUMNS);
      g_assert_true (i == 0 || cells[i].column > cells[i - 1].column);
      g_assert_true (g_utf8_validate (cells[i].text, -1, NULL));
      g_assert_true (cells[i].written == NULL || g_utf8_validate (cells[i].written, -1, NULL));
    }
  return TRUE;
}

static gboolean
end (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error)
{
  SourceTargetState *state = data;

  g_assert_true (state->in_table);
  for (guint i = 0; i < n_merged; i++)
    {
      g_assert_cmpuint (merged[i].n_rows, >, 0);
      g_assert_cmpuint (merged[i].n_columns, >, 0);
      g_assert_cmpuint (merged[i].row + merged[i].n_rows, <=, BV_SOURCE_MOST_ROWS);
      g_assert_cmpuint (merged[i].column + merged[i].n_columns, <=, BV_SOURCE_MOST_COLUMNS);
    }
  state->in_table = FALSE;
  return TRUE;
}

const BvSourceSink source_target_sink = { begin, row, end };

static void
read_path (const char *path)
{
  SourceTargetState state = { FALSE };
  g_autoptr (GError) error = NULL;
  gboolean whole = bv_source_read (path, &source_target_sink, &state, &error);

  g_assert_true (whole == (error == NULL));
  g_assert_true (whole ? !state.in_table : error->domain == BV_SOURCE_ERROR);
}

/* The bytes are a file. */
void
source_target_read_file (const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("bangvang-fuzz-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (ssize_t) size);
  close (fd);
  read_path (path);
  g_unlink (path);
}

static void
add_part (struct archive *archive, const char *name, const void *data, size_t size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, data, size), ==, (la_ssize_t) size);
  archive_entry_free (entry);
}

static void
write_package (const char *path, const SourcePart *parts, guint n_parts, const uint8_t *data, size_t size)
{
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_zip_set_compression_store (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      const uint8_t *zero = size > 0 ? memchr (data, 0, size) : NULL;
      size_t length = zero != NULL ? (size_t) (zero - data) : size;

      if (parts[i].content != NULL)
        {
          add_part (archive, parts[i].name, parts[i].content, strlen (parts[i].content));
          continue;
        }
      add_part (archive, parts[i].name, data, length);
      data = zero != NULL ? zero + 1 : data + size;
      size = zero != NULL ? size - length - 1 : 0;
    }
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
}

/* The bytes are a package or, as an archive keeps a sum of each file that bytes made up hardly ever fit,
 * parts of one, a 0 between them. */
void
source_target_read_package (const SourcePart *parts, guint n_parts, const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL;
  int fd;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    {
      source_target_read_file (data, size);
      return;
    }
  fd = g_file_open_tmp ("bangvang-fuzz-XXXXXX", &path, NULL);
  g_assert_cmpint (fd, >=, 0);
  close (fd);
  write_package (path, parts, n_parts, data, size);
  read_path (path);
  g_unlink (path);
}
