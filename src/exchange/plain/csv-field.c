/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plain/csv-field.h"

#include <string.h>

/* What is looked at to find the separator. */
#define MOST_ROWS 20
#define SAMPLE (64 * 1024)

static const char *
skip_blanks (const char *p, const char *end, char separator)
{
  while (p < end && (*p == ' ' || *p == '\t') && *p != separator)
    p++;
  return p;
}

static gboolean
ends_field (const char *p, const char *end, char separator)
{
  return p == end || *p == separator || *p == '\n' || *p == '\r';
}

/* Behind the quote that ends the field; NULL: the quote at @p is one like any other letter. */
static const char *
find_closing_quote (const char *p, const char *end, char separator)
{
  for (p = memchr (p + 1, '"', end - p - 1); p != NULL; p = memchr (p, '"', end - p))
    {
      if (p + 1 == end || p[1] != '"')
        return ends_field (skip_blanks (p + 1, end, separator), end, separator) ? p + 1 : NULL;
      p += 2;
    }
  return NULL;
}

static void
take_quoted (const char *p, const char *behind, GString *field)
{
  for (p++; p < behind - 1; p++)
    {
      g_string_append_c (field, *p);
      if (*p == '"')
        p++;
    }
}

/**
 * bv_csv_field_read:
 * @text: (inout): a text; then behind the field and what follows it
 * @end: the end of the text
 * @separator: what stands between fields
 * @field: what the next field is
 *
 * A quote that is not closed where a field ends is a letter of it: so no quote swallows the rest of a file.
 *
 * Returns: what follows the field
 */
BvCsvNext
bv_csv_field_read (const char **text, const char *end, char separator, GString *field)
{
  const char *p = *text;
  const char *quote = skip_blanks (p, end, separator);
  const char *behind = quote < end && *quote == '"' ? find_closing_quote (quote, end, separator) : NULL;

  g_string_truncate (field, 0);
  if (behind != NULL)
    {
      take_quoted (quote, behind, field);
      p = skip_blanks (behind, end, separator);
    }
  else
    {
      while (!ends_field (p, end, separator))
        p++;
      g_string_append_len (field, *text, p - *text);
    }
  *text = p == end ? p : p + 1;
  if (p == end)
    return BV_CSV_END;
  if (*p == separator)
    return BV_CSV_FIELD;
  if (*p == '\r' && p + 1 < end && p[1] == '\n')
    *text = p + 2;
  return BV_CSV_ROW;
}

/* How many of the first rows have as many fields as most have, which is more than one. */
static guint
count_agreeing (const char *text, const char *end, char separator)
{
  g_autoptr (GString) field = g_string_new (NULL);
  guint n_fields[MOST_ROWS] = { 0 };
  guint n_rows = 0;
  guint most = 0;
  BvCsvNext next;

  do
    {
      next = bv_csv_field_read (&text, end, separator, field);
      n_fields[n_rows]++;
      if (next != BV_CSV_FIELD)
        n_rows++;
    }
  while (next != BV_CSV_END && n_rows < MOST_ROWS);
  for (guint i = 0; i < n_rows; i++)
    {
      guint n = 0;

      for (guint j = 0; j < n_rows && n_fields[i] > 1; j++)
        n += n_fields[j] == n_fields[i];
      most = MAX (most, n);
    }
  return most;
}

/**
 * bv_csv_field_find_separator:
 * @text: a table
 * @end: its end
 *
 * The comma comes last: where it divides rows as well as another does, it is that of decimals.
 *
 * Returns: what stands between its fields; of a single column the tab
 */
char
bv_csv_field_find_separator (const char *text, const char *end)
{
  static const char separators[] = "\t;|,";
  char found = separators[0];
  guint most = 0;

  if (end - text > SAMPLE)
    end = text + SAMPLE;
  for (const char *p = separators; *p != '\0'; p++)
    {
      guint n = count_agreeing (text, end, *p);

      if (n > most)
        found = *p;
      most = MAX (most, n);
    }
  return found;
}
