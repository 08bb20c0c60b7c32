/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/wording.h"

#include "core/points.h"
#include "core/text/date.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Appends @value with a dot between thousands. */
static void
append_grouped (GString *text, guint64 value)
{
  char digits[21];
  int count = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, value);

  for (int i = 0; i < count; i++)
    {
      if (i > 0 && (count - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
}

/* @value in units of 10^-@places; the unsigned magnitude is safe for every gint64. */
static char *
write_decimal (gint64 value, int places)
{
  GString *text = g_string_new (NULL);
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;
  guint64 scale = 1;

  if (value == BV_NONE)
    return g_string_free (text, FALSE);
  for (int i = 0; i < places; i++)
    scale *= 10;
  if (value < 0)
    g_string_append_c (text, '-');
  append_grouped (text, magnitude / scale);
  if (places > 0)
    g_string_append_printf (text, ",%0*" G_GUINT64_FORMAT, places, magnitude % scale);
  return g_string_free (text, FALSE);
}

/**
 * bv_wording_points:
 * @points: points, in 1/100
 *
 * Returns: (transfer full): `1.234,50`; an empty text for #BV_NONE
 */
char *
bv_wording_points (gint64 points)
{
  return write_decimal (points, 2);
}

/**
 * bv_wording_quantity:
 * @quantity: a measured result, in 1/10 000
 *
 * Returns: (transfer full): `7,6316`; an empty text for #BV_NONE
 */
char *
bv_wording_quantity (gint64 quantity)
{
  return write_decimal (quantity, 4);
}

/**
 * bv_wording_percent:
 * @hundredths: a percentage, in 1/100 of a percent
 *
 * Returns: (transfer full): `89,25`, without the sign; an empty text for #BV_NONE
 */
char *
bv_wording_percent (gint64 hundredths)
{
  return write_decimal (hundredths, 2);
}

/**
 * bv_wording_number:
 * @number: a whole number
 *
 * Returns: (transfer full): `1.248`; an empty text for #BV_NONE
 */
char *
bv_wording_number (gint64 number)
{
  return write_decimal (number, 0);
}

/**
 * bv_wording_count:
 * @count: how many there are
 *
 * Writes a count as lists and submissions do: with a leading zero under ten ("05 tập thể").
 *
 * Returns: (transfer full): `05`, `12`, `1.248`; an empty text for #BV_NONE
 */
char *
bv_wording_count (gint64 count)
{
  if (count >= 0 && count < 10)
    return g_strdup_printf ("%02d", (int) count);
  return write_decimal (count, 0);
}

/**
 * bv_wording_file_size:
 * @bytes: size of a file in bytes
 *
 * Writes a size as file managers on office machines do: a KB is 1024 bytes.
 *
 * Returns: (transfer full): `812 B`, `47,1 KB`, `1,3 MB`; an empty text for #BV_NONE or a negative size
 */
char *
bv_wording_file_size (gint64 bytes)
{
  static const char *const units[] = { "KB", "MB", "GB", "TB" };
  guint unit = 0;
  gint64 scale = 1024;
  gint64 tenths;
  g_autofree char *number = NULL;

  if (bytes < 0)
    return g_strdup ("");
  if (bytes < 1024)
    return g_strdup_printf ("%d B", (int) bytes);
  /* 1023,95 KB would round to 1.024,0 KB, so the step to the next unit looks at the rounded figure. */
  while ((tenths = bytes / scale * 10 + (bytes % scale * 10 + scale / 2) / scale) >= 10240
         && unit + 1 < G_N_ELEMENTS (units))
    {
      scale *= 1024;
      unit++;
    }
  number = write_decimal (tenths, 1);
  return g_strdup_printf ("%s %s", number, units[unit]);
}

/**
 * bv_wording_date_line:
 * @date: a date
 *
 * Writes a date out as documents do: days under ten and the months 1 and 2 have a leading zero, other months
 * do not (NĐ 30/2020/NĐ-CP, Annex I).
 *
 * Returns: (transfer full): `ngày 05 tháng 9 năm 2016`; what is not known (all of #BV_NONE, day and month of
 * a partial date) is an ellipsis to be filled in by hand
 */
char *
bv_wording_date_line (gint64 date)
{
  int day = date % 100, month = date / 100 % 100, year = date / 10000;

  if (date == BV_NONE)
    return g_strdup ("ngày … tháng … năm …");
  if (bv_date_is_partial (date))
    return g_strdup_printf ("ngày … tháng … năm %d", year);
  return g_strdup_printf ("ngày %02d tháng %0*d năm %d", day, month < 3 ? 2 : 1, month, year);
}

/**
 * bv_wording_roman:
 * @number: a number
 *
 * Returns: (transfer full): @number in Roman numerals ("Phụ lục IV"); in Arabic ones outside 1 to 3999
 */
char *
bv_wording_roman (int number)
{
  static const struct
  {
    int value;
    const char *letters;
  } steps[]
    = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
        { 40, "XL" },  { 10, "X" },   { 9, "IX" },  { 5, "V" },    { 4, "IV" },  { 1, "I" } };
  GString *text;

  if (number < 1 || number > 3999)
    return g_strdup_printf ("%d", number);
  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (text, steps[i].letters);
  return g_string_free (text, FALSE);
}

/* How a typed number is to be read: in "1.234,50" the dot groups and @decimal points at the comma. */
typedef struct
{
  const char *decimal; /* NULL when there are no places */
  char group;          /* '\0' when nothing groups thousands */
} Marks;

static gboolean
refuse (const char *text, BvPointsError code, const char *reason, GError **error)
{
  g_autofree char *excerpt = bv_text_excerpt (text);

  g_set_error (error, BV_POINTS_ERROR, code, "“%s”: %s", excerpt, reason);
  return FALSE;
}

static gboolean
refuse_syntax (const char *text, GError **error)
{
  return refuse (text, BV_POINTS_ERROR_SYNTAX, _ ("not a number; write it like 92,5 or 1.234,50"), error);
}

static gboolean
refuse_places (const char *text, int places, GError **error)
{
  g_autofree char *reason = g_strdup_printf (_ ("more than %d decimal places; round it first"), places);

  return refuse (text, BV_POINTS_ERROR_PLACES, reason, error);
}

static gboolean
refuse_range (const char *text, gint64 max, int places, GError **error)
{
  g_autofree char *limit = write_decimal (max, places);
  g_autofree char *reason = g_strdup_printf (_ ("too large; the limit is %s"), limit);

  return refuse (text, BV_POINTS_ERROR_RANGE, reason, error);
}

/* "1.234" alone: in Vietnamese one thousand and more, to someone used to decimal points one and a bit. */
static gboolean
looks_grouped (const char *text, const char *mark)
{
  return *mark == '.' && strlen (mark + 1) == 3 && strspn (mark + 1, "0123456789") == 3 && mark > text
         && mark - text <= 3 && *text != '0';
}

static gboolean
find_marks (const char *text, int places, Marks *marks, GError **error)
{
  const char *dot = strrchr (text, '.'), *comma = strrchr (text, ',');
  const char *last = dot != NULL && (comma == NULL || dot > comma) ? dot : comma;
  gboolean single = last != NULL && strchr (text, *last) == last;

  *marks = (Marks){ NULL, '\0' };
  if (last == NULL)
    return TRUE;
  if (dot != NULL && comma != NULL)
    *marks = (Marks){ last, *last == '.' ? ',' : '.' };
  else if (!single)
    *marks = (Marks){ NULL, *last };
  else if (!looks_grouped (text, last))
    *marks = (Marks){ last, '\0' };
  else if (places < 3)
    *marks = (Marks){ NULL, '.' };
  else
    return refuse (text, BV_POINTS_ERROR_SYNTAX, _ ("can be read in two ways; write it like 1234 or 1,234"),
                   error);
  return TRUE;
}

/* Appends the digits of the whole part to @digits; with a grouping mark all groups but the first have three.
 */
static gboolean
read_whole (const char *start, const char *end, char group, GString *digits)
{
  int run = 0;
  gboolean grouped = FALSE;

  for (; start < end; start++)
    {
      if (g_ascii_isdigit (*start))
        {
          g_string_append_c (digits, *start);
          run++;
          continue;
        }
      if (*start != group || run < 1 || run > 3 || (grouped && run != 3))
        return FALSE;
      grouped = TRUE;
      run = 0;
    }
  return !grouped || run == 3;
}

static gboolean
read_places (const char *decimal, GString *digits)
{
  if (decimal == NULL)
    return TRUE;
  for (decimal++; g_ascii_isdigit (*decimal); decimal++)
    g_string_append_c (digits, *decimal);
  return *decimal == '\0' && g_ascii_isdigit (decimal[-1]);
}

static gboolean
push_digit (gint64 *value, int digit, gint64 max)
{
  *value = *value * 10 + digit;
  return *value <= max;
}

/* The @missing places that the text left out are zeros. FALSE beyond @max, before anything can overflow. */
static gboolean
read_value (const char *digits, int missing, gint64 max, gint64 *value)
{
  for (*value = 0; *digits != '\0'; digits++)
    if (!push_digit (value, *digits - '0', max))
      return FALSE;
  for (; missing > 0; missing--)
    if (!push_digit (value, 0, max))
      return FALSE;
  return TRUE;
}

static gboolean
parse_decimal (const char *text, int places, gint64 max, gint64 *value, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean negative = g_str_has_prefix (text, "-") || g_str_has_prefix (text, "−");
  const char *number = negative ? g_utf8_next_char (text) : text;
  Marks marks;
  const char *end;
  gsize given;

  if (!find_marks (number, places, &marks, error))
    return FALSE;
  end = marks.decimal != NULL ? marks.decimal : number + strlen (number);
  if (!read_whole (number, end, marks.group, digits) || !read_places (marks.decimal, digits)
      || digits->len == 0)
    return refuse_syntax (text, error);
  given = marks.decimal != NULL ? strlen (marks.decimal + 1) : 0;
  if (given > (gsize) places)
    return refuse_places (text, places, error);
  if (!read_value (digits->str, places - given, max, value))
    return refuse_range (text, max, places, error);
  if (negative)
    *value = -*value;
  return TRUE;
}

static gint64
parse_typed (const char *text, int places, gint64 max, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gint64 value;

  return parse_decimal (trimmed, places, max, &value, error) ? value : BV_NONE;
}

/**
 * bv_wording_parse_points:
 * @text: what was typed, white space around it is ignored
 * @error: return location for an error
 *
 * Reads points as people type them: a comma or a point is the decimal mark, the other may group thousands
 * (92,5 · 92.5 · 1.234,50 · 1,234.50 · 1.234.567). A dot before exactly three digits groups (1.234 is
 * 1234,00), as points have two places; a comma there is refused, for in Vietnamese it says three places.
 *
 * Returns: points in 1/100; #BV_NONE with @error set (#BvPointsError) when @text is no number, has more than
 * two places or is beyond #BV_POINTS_MAX
 */
gint64
bv_wording_parse_points (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, BV_NONE);

  return parse_typed (text, 2, BV_POINTS_MAX, error);
}

/**
 * bv_wording_parse_quantity:
 * @text: what was typed, white space around it is ignored
 * @error: return location for an error
 *
 * Reads a measured result like bv_wording_parse_points(), with four places. A lone dot before exactly three
 * digits (1.234) could be either mark and is refused, never guessed.
 *
 * Returns: the quantity in 1/10 000; #BV_NONE with @error set (#BvPointsError) when @text is no number, has
 * more than four places or is beyond #BV_QUANTITY_MAX
 */
gint64
bv_wording_parse_quantity (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, BV_NONE);

  return parse_typed (text, 4, BV_QUANTITY_MAX, error);
}

/**
 * bv_wording_append_rest:
 * @text: the first of a list, `A; B`
 * @separator: what stands between two of them
 * @n_more: how many are not named
 *
 * Ends the list in the user's language, `A; B; … and 3 more`; where none is left it is whole.
 */
void
bv_wording_append_rest (GString *text, const char *separator, guint n_more)
{
  if (n_more == 0)
    return;
  g_string_append (text, separator);
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "… and %u more", "… and %u more", n_more),
                          n_more);
}

/* Whether @text begins with @words, as whole words, in capitals or not. */
static gboolean
begins_with (const char *text, const char *words)
{
  gsize length = strlen (words);
  g_autofree char *beginning = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *other = NULL;

  if (strlen (text) < length || (text[length] != '\0' && text[length] != ' '))
    return FALSE;
  beginning = g_strndup (text, length);
  if (!g_utf8_validate (beginning, -1, NULL))
    return FALSE;
  folded = g_utf8_casefold (words, -1);
  other = g_utf8_casefold (beginning, -1);
  return g_str_equal (folded, other);
}

/**
 * bv_wording_join_post:
 * @position: what somebody is
 * @unit: where
 *
 * Returns: (transfer full): `Chuyên viên, Sở Y tế`; where the position ends with what the unit begins with,
 * that is said once, as the unit says it: `Phó Chủ tịch UBND` and `UBND huyện Thoại Sơn` make `Phó Chủ tịch
 * UBND huyện Thoại Sơn`
 */
char *
bv_wording_join_post (const char *position, const char *unit)
{
  for (const char *word = strchr (position, ' '); word != NULL; word = strchr (word + 1, ' '))
    if (begins_with (unit, word + 1))
      {
        g_autofree char *before = g_strndup (position, word - position);

        return g_strdup_printf ("%s %s", before, unit);
      }
  return g_strdup_printf ("%s, %s", position, unit);
}

/**
 * bv_wording_sentence:
 * @message: a message as the command line prints it, behind the name of the program
 *
 * Returns: (transfer full): the message as a sentence of its own; a path or a name of a file, a key or a
 * field with which it begins stays as it is
 */
char *
bv_wording_sentence (const char *message)
{
  const char *p = message;
  char first[7] = "";

  while (g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (p == message || (*p != ' ' && *p != ',' && *p != '\0'))
    return g_strdup (message);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (message)), first);
  return g_strconcat (first, g_utf8_next_char (message), NULL);
}
