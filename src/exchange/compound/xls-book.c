/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/compound/xls-book.h"

#include "exchange/compound/little-endian.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"
#include "exchange/source/source-number.h"

/* The version of Excel 97 and later. */
#define OF_97 0x600

/* What a text has beside its letters. */
#define WIDE 0x1
#define ALOUD 0x4
#define RICH 0x8

#define FONT_NAME 14
#define SHEET_NAME 6
#define BLOCK 4096

static void
clear_tab (gpointer data)
{
  g_free (((BvXlsTab *) data)->name);
}

static BvXlsBook *
make_book (const GByteArray *stream)
{
  BvXlsBook *book = g_new0 (BvXlsBook, 1);

  book->stream = stream;
  book->tabs = g_array_new (FALSE, FALSE, sizeof (BvXlsTab));
  g_array_set_clear_func (book->tabs, clear_tab);
  book->letters = g_string_chunk_new (BLOCK);
  book->fonts = g_ptr_array_new ();
  book->formats = g_hash_table_new (NULL, NULL);
  book->styles = g_array_new (FALSE, FALSE, sizeof (BvXlsStyle));
  book->texts = g_array_new (FALSE, FALSE, sizeof (BvXlsText));
  book->runs = g_array_new (FALSE, FALSE, sizeof (BvSourceRun));
  return book;
}

/**
 * bv_xls_book_free:
 * @book: (transfer full): a workbook
 */
void
bv_xls_book_free (BvXlsBook *book)
{
  g_array_unref (book->tabs);
  g_string_chunk_free (book->letters);
  g_ptr_array_unref (book->fonts);
  g_hash_table_unref (book->formats);
  g_array_unref (book->styles);
  g_array_unref (book->texts);
  g_array_unref (book->runs);
  g_free (book);
}

/* A text within a record whose length has one byte or two. */
static gboolean
read_text (const BvXlsBook *book, const BvXlsRecord *record, guint at, guint n_bytes, GString *text)
{
  BvXlsCursor cursor = { book->stream, *record, at };
  guint32 n;
  guint32 flags;

  g_string_truncate (text, 0);
  return bv_xls_cursor_read (&cursor, n_bytes, &n) && bv_xls_cursor_read (&cursor, 1, &flags)
         && bv_xls_cursor_read_text (&cursor, n, (flags & WIDE) != 0, text);
}

/* A sheet of a chart, or of a macro of old, has no cells. */
static void
add_tab (BvXlsBook *self, const BvXlsRecord *record, GString *name)
{
  static const BvSourceVisibility visibilities[]
    = { BV_SOURCE_SHOWN, BV_SOURCE_HIDDEN, BV_SOURCE_VERY_HIDDEN, BV_SOURCE_SHOWN };
  BvXlsTab tab;

  if (record->length < SHEET_NAME || record->data[5] != 0 || self->tabs->len == BV_SOURCE_MOST_TABLES
      || !read_text (self, record, SHEET_NAME, 1, name))
    return;
  tab = (BvXlsTab){ g_strdup (name->str), bv_little_endian_32 (record->data),
                    visibilities[record->data[4] & 3] };
  g_array_append_val (self->tabs, tab);
}

static void
add_font (BvXlsBook *self, const BvXlsRecord *record, GString *name)
{
  gboolean has_name = record->length > FONT_NAME && read_text (self, record, FONT_NAME, 1, name);

  if (self->fonts->len < BV_SOURCE_MOST_STYLES)
    g_ptr_array_add (self->fonts, has_name ? g_string_chunk_insert_const (self->letters, name->str) : NULL);
}

/* There is no font 4. */
static const char *
get_font (const BvXlsBook *self, guint n)
{
  n -= n > 4 ? 1 : 0;
  return n < self->fonts->len ? g_ptr_array_index (self->fonts, n) : NULL;
}

static void
add_format (BvXlsBook *self, const BvXlsRecord *record, GString *code)
{
  if (record->length > 2 && read_text (self, record, 2, 2, code))
    g_hash_table_insert (self->formats, GUINT_TO_POINTER ((guint) bv_little_endian_16 (record->data)),
                         GUINT_TO_POINTER (1 + (bv_source_number_format_is_date (code->str) ? 1 : 0)));
}

static void
add_style (BvXlsBook *self, const BvXlsRecord *record)
{
  BvXlsStyle style = { 0 };

  if (record->length >= 4)
    {
      guint format = bv_little_endian_16 (record->data + 2);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->formats, GUINT_TO_POINTER (format)));

      style.font = get_font (self, bv_little_endian_16 (record->data));
      style.charset = bv_legacy_charset_of_font (style.font);
      style.is_date = known > 0 ? known > 1 : bv_source_number_is_date_format (format);
    }
  if (self->styles->len < BV_SOURCE_MOST_STYLES)
    g_array_append_val (self->styles, style);
}

/* Stretches say at which character a font begins; before the first it is that of the cell. */
static gboolean
read_runs (BvXlsBook *self, BvXlsCursor *cursor, guint32 n_runs, const GString *text)
{
  BvSourceRun run = { 0, BV_SOURCE_RUN_OF_CELL };
  const char *p = text->str;
  guint n_passed = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      guint32 at;
      guint32 font;

      if (!bv_xls_cursor_read (cursor, 2, &at) || !bv_xls_cursor_read (cursor, 2, &font))
        return FALSE;
      for (; n_passed < at && *p != '\0'; p = g_utf8_next_char (p))
        n_passed += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      run.end = (guint32) (p - text->str);
      g_array_append_val (self->runs, run);
      run.charset = bv_legacy_charset_of_font (get_font (self, font));
    }
  run.end = (guint32) text->len;
  if (n_runs > 0)
    g_array_append_val (self->runs, run);
  return TRUE;
}

static gboolean
add_text (BvXlsBook *self, BvXlsCursor *cursor, GString *text)
{
  BvXlsText taken = { .runs = self->runs->len };
  guint32 n;
  guint32 flags;
  guint32 n_runs = 0;
  guint32 n_aloud = 0;

  g_string_truncate (text, 0);
  if (!bv_xls_cursor_read (cursor, 2, &n) || !bv_xls_cursor_read (cursor, 1, &flags)
      || ((flags & RICH) != 0 && !bv_xls_cursor_read (cursor, 2, &n_runs))
      || ((flags & ALOUD) != 0 && !bv_xls_cursor_read (cursor, 4, &n_aloud))
      || !bv_xls_cursor_read_text (cursor, n, (flags & WIDE) != 0, text)
      || !read_runs (self, cursor, n_runs, text) || !bv_xls_cursor_skip (cursor, n_aloud))
    return FALSE;
  taken.text = g_string_chunk_insert_len (self->letters, text->str, (gssize) text->len);
  taken.n_runs = self->runs->len - taken.runs;
  g_array_append_val (self->texts, taken);
  return TRUE;
}

static gboolean
read_texts (BvXlsBook *self, const BvXlsRecord *record, GString *text)
{
  BvXlsCursor cursor = { self->stream, *record, 4 };
  guint32 n = record->length >= 8 ? bv_little_endian_32 (record->data + 4) : 0;

  cursor.at = 8;
  for (guint32 i = 0; i < n; i++)
    if (!add_text (self, &cursor, text))
      return FALSE;
  return TRUE;
}

/* What is said in a record; %FALSE: it is not whole. */
static gboolean
take_record (BvXlsBook *self, const BvXlsRecord *record, GString *scratch)
{
  switch (record->type)
    {
    case BV_XLS_SHEET:
      add_tab (self, record, scratch);
      return TRUE;
    case BV_XLS_DATE_1904:
      self->from_1904 = record->length >= 2 && record->data[0] == 1;
      return TRUE;
    case BV_XLS_FONT:
      add_font (self, record, scratch);
      return TRUE;
    case BV_XLS_FORMAT:
      add_format (self, record, scratch);
      return TRUE;
    case BV_XLS_XF:
      add_style (self, record);
      return TRUE;
    case BV_XLS_TEXTS:
      return read_texts (self, record, scratch);
    default:
      return TRUE;
    }
}

/**
 * bv_xls_book_read:
 * @stream: of a compound file, which outlives the workbook
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): what it says of all sheets
 */
BvXlsBook *
bv_xls_book_read (const GByteArray *stream, GError **error)
{
  g_autoptr (BvXlsBook) book = make_book (stream);
  g_autoptr (GString) scratch = g_string_new (NULL);
  BvXlsRecord record;
  BvSourceError code = BV_SOURCE_ERROR_DAMAGED;
  gboolean goes_on
    = bv_xls_record_read (stream, 0, &record) && record.type == BV_XLS_BOF && record.length >= 2;

  if (goes_on && bv_little_endian_16 (record.data) != OF_97)
    {
      code = BV_SOURCE_ERROR_OLD;
      goes_on = FALSE;
    }
  while (goes_on && record.type != BV_XLS_EOF)
    {
      goes_on = take_record (book, &record, scratch) && bv_xls_record_read (stream, record.next, &record);
      if (goes_on && record.type == BV_XLS_FILE_PASS)
        {
          code = BV_SOURCE_ERROR_PASSWORD;
          goes_on = FALSE;
        }
    }
  if (goes_on)
    return g_steal_pointer (&book);
  bv_source_refuse (code, error);
  return NULL;
}
