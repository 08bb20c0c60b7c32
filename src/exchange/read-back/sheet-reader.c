/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/sheet-reader.h"

#include "exchange/read-back/cell-hash.h"
#include "exchange/source/cell-place.h"
#include "exchange/workbook/cell-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NUMBER "&C" /* what follows stands in the middle of a header */
#define MOST_DIGITS 15

/* What the attribute `t` of a cell says (ECMA-376-1, 18.18.11); what it can say else we write not. */
typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_RESULT, /* a text beside a formula */
  TYPE_INLINE,
  TYPE_FOREIGN,
} Type;

typedef struct
{
  const BvSheetRecord *record;
  const GArray *strings;
  const GArray *looks;
  BvSheetPlace place; /* of the cell before */
  gboolean failed;    /* at that cell */
  guint64 merged;
  guint n_merged;
  GString *header;
  GString *first_header;
  gboolean different;

  /* of the cell that is being read */
  guint row;
  guint column;
  Type type;
  guint64 look;
  gboolean has_value;
  gboolean has_formula;
  GString *value;
  GString *formula;
  GString *open; /* which of the texts is being read; NULL: none */
} Reading;

/* What a cell says of strings and looks, by their number; no list is longer than %G_MAXUINT32. */
static guint
read_ordinal (const char *text)
{
  guint64 number = 0;

  for (; g_ascii_isdigit (*text) && number < G_MAXUINT32; text++)
    number = number * 10 + (*text - '0');
  return *text == '\0' ? MIN (number, G_MAXUINT32) : G_MAXUINT32;
}

/* A number of few digits is a quotient of two that are exact, so right to its last bit. All else is read as C
 * does. */
static double
read_number (const char *text)
{
  static const double powers[]
    = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *p = text + (*text == '-');
  gint64 digits = 0;
  guint n_digits = 0;
  guint n_behind = 0;
  gboolean behind = FALSE;

  for (; n_digits <= MOST_DIGITS && (g_ascii_isdigit (*p) || (*p == '.' && !behind)); p++)
    if (*p == '.')
      behind = TRUE;
    else
      {
        digits = digits * 10 + (*p - '0');
        n_digits++;
        n_behind += behind;
      }
  if (*p != '\0' || n_digits > MOST_DIGITS)
    return g_ascii_strtod (text, NULL);
  return (*text == '-' ? -digits : digits) / powers[n_behind];
}

static Type
read_type (const char *text)
{
  if (text == NULL || strcmp (text, "n") == 0)
    return TYPE_NUMBER;
  if (strcmp (text, "s") == 0)
    return TYPE_SHARED;
  if (strcmp (text, "str") == 0)
    return TYPE_RESULT;
  return strcmp (text, "inlineStr") == 0 ? TYPE_INLINE : TYPE_FOREIGN;
}

static void
begin_cell (Reading *self, const char **attributes)
{
  const char *type = NULL;
  guint style = 0;

  self->row = self->column = G_MAXUINT;
  for (; *attributes != NULL; attributes += 2)
    switch (**attributes)
      {
      case 'r':
        bv_cell_place_read (attributes[1], &self->row, &self->column);
        break;
      case 's':
        style = read_ordinal (attributes[1]);
        break;
      case 't':
        type = attributes[1];
        break;
      default:
        break;
      }
  self->type = read_type (type);
  self->look = style < self->looks->len ? g_array_index (self->looks, guint64, style) : 0;
  self->has_value = self->has_formula = FALSE;
}

static guint64
hash_text (Reading *self)
{
  bv_cell_text_decode (self->value);
  return bv_cell_hash_bytes (self->value->str, self->value->len);
}

static guint64
hash_value (Reading *self, guint64 look)
{
  guint number;

  if (!self->has_value)
    return bv_cell_hash_of_blank (look);
  switch (self->type)
    {
    case TYPE_NUMBER:
      return bv_cell_hash_of_number (read_number (self->value->str), look);
    case TYPE_SHARED:
      number = read_ordinal (self->value->str);
      return number < self->strings->len
               ? bv_cell_hash_of_text (g_array_index (self->strings, guint64, number), look)
               : 0;
    case TYPE_RESULT:
    case TYPE_INLINE:
      return bv_cell_hash_of_text (hash_text (self), look);
    case TYPE_FOREIGN:
    default:
      return 0;
    }
}

static guint64
hash_cell (Reading *self)
{
  if (!self->has_formula)
    return hash_value (self, self->look);
  return bv_cell_hash_of_formula (bv_cell_hash_bytes (self->formula->str, self->formula->len),
                                  hash_value (self, 0), self->look);
}

/* Each cell is the next one that was handed over: none is left out, and none is there twice. */
static void
end_cell (Reading *self)
{
  if (!self->failed)
    self->failed = hash_cell (self) != bv_sheet_record_next (self->record, &self->place)
                   || self->row != self->place.row || self->column + 1 != self->place.n_passed;
}

static void
read_merged (Reading *self, const char **attributes)
{
  const char *range = bv_package_find_attribute (attributes, "ref");
  guint rows[2] = { 0 };
  guint columns[2] = { 0 };

  if (range == NULL)
    return;
  range = bv_cell_place_read (range, &rows[0], &columns[0]);
  if (*range == ':')
    bv_cell_place_read (range + 1, &rows[1], &columns[1]);
  self->merged += bv_sheet_record_hash_range (rows[0], columns[0], rows[1], columns[1]);
  self->n_merged++;
}

static void
open_text (Reading *self, GString *text)
{
  text->len = 0;
  *text->str = '\0';
  self->open = text;
}

static void
start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *self = data;

  if (name[1] == '\0')
    switch (*name)
      {
      case 'c':
        begin_cell (self, attributes);
        return;
      case 'f':
        self->has_formula = TRUE;
        open_text (self, self->formula);
        return;
      case 'v':
      case 't':
        self->has_value = TRUE;
        open_text (self, self->value);
        return;
      default:
        return;
      }
  if (strcmp (name, "mergeCell") == 0)
    read_merged (self, attributes);
  else if (strcmp (name, "headerFooter") == 0)
    self->different = g_strcmp0 (bv_package_find_attribute (attributes, "differentFirst"), "1") == 0;
  else if (strcmp (name, "oddHeader") == 0)
    open_text (self, self->header);
  else if (strcmp (name, "firstHeader") == 0)
    open_text (self, self->first_header);
}

/* A million times a workbook, and nearly always into an empty text with room enough. */
static void
add_text (GString *to, const char *text, gsize length)
{
  if (to->len + length >= to->allocated_len)
    {
      g_string_append_len (to, text, length);
      return;
    }
  memcpy (to->str + to->len, text, length);
  to->len += length;
  to->str[to->len] = '\0';
}

static void
text_cb (void *data, const XML_Char *text, int length)
{
  Reading *self = data;

  if (self->open != NULL)
    add_text (self->open, text, length);
}

static void
end_cb (void *data, const XML_Char *name)
{
  Reading *self = data;

  self->open = NULL;
  if (name[0] == 'c' && name[1] == '\0')
    end_cell (self);
}

/* The header of the first page is that of the others without the number. */
static gboolean
compare_headers (const Reading *self)
{
  const char *header = self->record->header != NULL ? self->record->header : "";
  const char *number = strstr (header, NUMBER);

  if (!g_str_equal (self->header->str, header))
    return FALSE;
  if (!self->record->first_page_unnumbered || number == NULL)
    return !self->different;
  return self->different && self->first_header->len == (gsize) (number - header)
         && strncmp (self->first_header->str, header, self->first_header->len) == 0;
}

static char *
name_sheet (const BvSheetRecord *record)
{
  return g_strdup_printf (_ ("sheet “%s”"), record->name);
}

/* Behind the last cell that was handed over there is no name for what follows. */
static char *
name_cell (const BvSheetRecord *record, const BvSheetPlace *place)
{
  g_autofree char *cell = NULL;

  if (place->n_passed == 0)
    return name_sheet (record);
  cell = bv_cell_place_write (place->row, place->n_passed - 1);
  return g_strdup_printf (_ ("sheet “%s”, cell %s"), record->name, cell);
}

/* NULL: all is as it was handed over. */
static char *
find_difference (Reading *self)
{
  if (self->failed || bv_sheet_record_next (self->record, &self->place) != 0)
    return name_cell (self->record, &self->place);
  if (self->merged != self->record->merged || self->n_merged != self->record->n_merged
      || !compare_headers (self))
    return name_sheet (self->record);
  return NULL;
}

/**
 * bv_sheet_reader_compare:
 * @reader: a reader at the part of a sheet
 * @record: what was handed over for it
 * @strings: (element-type guint64): of bv_shared_texts_read()
 * @looks: (element-type guint64): of bv_style_table_read()
 *
 * Returns: (transfer full) (nullable): the first place that is not as it was handed over, for a message;
 *   %NULL: there is none
 */
char *
bv_sheet_reader_compare (BvPackageReader *reader,
                         const BvSheetRecord *record,
                         const GArray *strings,
                         const GArray *looks)
{
  static const BvPackageHandlers handlers = { start_cb, end_cb, text_cb };
  Reading self = { record, strings, looks };
  char *difference;

  self.header = g_string_new (NULL);
  self.first_header = g_string_new (NULL);
  self.value = g_string_new (NULL);
  self.formula = g_string_new (NULL);
  if (bv_package_reader_parse (reader, &handlers, &self))
    difference = find_difference (&self);
  else
    difference = name_sheet (record);
  g_string_free (self.header, TRUE);
  g_string_free (self.first_header, TRUE);
  g_string_free (self.value, TRUE);
  g_string_free (self.formula, TRUE);
  return difference;
}
