/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/csv.h"

#include "exchange/plain/csv-field.h"
#include "exchange/plain/plain-text.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"
#include "exchange/source/source-row.h"

#include <string.h>

/* By this first line Excel says what stands between fields. */
#define DECLARED "sep="

typedef struct
{
  const char *at;
  const char *end;
  char separator;
  BvSourceRow *cells;
  GString *field;
  guint64 n_cells;
} Reading;

static void
skip_declared (Reading *self)
{
  const char *separator = self->at + strlen (DECLARED);
  const char *p = separator + 1;

  if (self->end - self->at <= (gssize) strlen (DECLARED)
      || g_ascii_strncasecmp (self->at, DECLARED, strlen (DECLARED)) != 0)
    return;
  if (p < self->end && *p != '\r' && *p != '\n')
    return;
  self->separator = *separator;
  p += p < self->end && *p == '\r';
  p += p < self->end && *p == '\n';
  self->at = p;
}

static gboolean
is_too_much (const Reading *self, guint row, guint column)
{
  return row >= BV_SOURCE_MOST_ROWS || column >= BV_SOURCE_MOST_COLUMNS
         || self->n_cells > BV_SOURCE_MOST_CELLS || self->field->len > BV_SOURCE_MOST_TEXT;
}

static gboolean
read_row (Reading *self, guint row, gboolean *goes_on, GError **error)
{
  BvCsvNext next = BV_CSV_FIELD;

  for (guint column = 0; next == BV_CSV_FIELD; column++)
    {
      next = bv_csv_field_read (&self->at, self->end, self->separator, self->field);
      if (self->field->len == 0)
        continue;
      self->n_cells++;
      if (is_too_much (self, row, column))
        return bv_source_refuse (BV_SOURCE_ERROR_BOMB, error);
      bv_source_row_add (
        self->cells, &(BvSourceCell){ .column = column, .kind = BV_SOURCE_TEXT, .text = self->field->str },
        FALSE);
    }
  *goes_on = next != BV_CSV_END;
  return bv_source_row_hand_over (self->cells, row, 1, FALSE, error);
}

static gboolean
read_rows (Reading *self, GError **error)
{
  gboolean goes_on = TRUE;

  for (guint row = 0; goes_on; row++)
    if (!read_row (self, row, &goes_on, error))
      return FALSE;
  return TRUE;
}

/**
 * bv_csv_read_text:
 * @text: a table in UTF-8, as from the clipboard
 * @length: in bytes
 * @separator: what stands between fields, or %BV_CSV_FOUND
 * @sink: what takes it
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Every value is a text, as it was written; what it means is for who knows the column.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_csv_read_text (const char *text,
                  gsize length,
                  char separator,
                  const BvSourceSink *sink,
                  gpointer data,
                  GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autoptr (BvSourceRow) cells = bv_source_row_new (sink, data);
  g_autoptr (GString) field = g_string_new (NULL);
  Reading self = { valid, valid + strlen (valid), separator, cells, field, 0 };

  if (separator == BV_CSV_FOUND)
    skip_declared (&self);
  if (self.separator == BV_CSV_FOUND)
    self.separator = bv_csv_field_find_separator (self.at, self.end);
  return sink->begin (data, "", BV_SOURCE_SHOWN, error) && read_rows (&self, error)
         && sink->end (data, NULL, 0, error);
}

/**
 * bv_csv_read:
 * @path: a table as text (.csv, .tsv, .txt)
 * @sink: what takes it
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_csv_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error)
{
  g_autofree char *text = bv_plain_text_load (path, error);

  return text != NULL && bv_csv_read_text (text, strlen (text), BV_CSV_FOUND, sink, data, error);
}
