/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-line.h"

#include "core/text/pasted.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"

#include <string.h>

/* Expressions look at no more of a line. */
#define BYTES_LOOKED_AT 1500

#define NUMBER "[+-]?\\d{1,9}(?:[.,]\\d{1,9})*"
#define POINTS_BEFORE "(?:tổng\\s+(?:số\\s+)?điểm|điểm\\s+tối\\s+đa|tối\\s+đa|điểm)"

/* "… tối đa 15 điểm)", "……… 15": the text before, and the number. A row of leaders is tried from where it
 * begins only, and whole: a line of nothing else would be tried in each way. */
#define POINTS_END                                                                                          \
  "^(.*?)(?<![\\s.…·_:;,–-])[\\s.…·_:;,–-]*+[\\(\\[]?\\s*(?:" POINTS_BEFORE "\\s*(?:là|:|=)?\\s*)?(" NUMBER \
  ")\\s*(?:điểm|đ)\\s*"                                                                                 \
  "[\\)\\]]?[\\s.;,:]*$"
#define LEADER_END "^(.*?)(?:(?<!\\.)\\.{3,}+|(?<!…)…++|(?<!_)_{3,}+)[\\s.…_]*+(" NUMBER ")\\s*$"
#define POINTS_CELL "^[\\(\\[]?\\s*(?:" POINTS_BEFORE "\\s*)?(" NUMBER ")\\s*(?:điểm|đ)?\\s*[\\)\\]]?\\.?$"

/* "Phần I. …", "1) …", "1.1 …", "a) …": the code, and the text behind. */
#define CODE_BEGIN                                                                                                \
  "^(?:(?i:tiêu chí|mục|phần|lĩnh vực|chương|nội dung)\\s+)?(\\d{1,3}(?:\\.\\d{1,3})*|[IVXLC]{1,7}|" \
  "[A-ZĐ](?:\\.\\d{1,3})*|[a-zđ])\\s*[.):/–-](?:\\s+|(?!\\d))(\\S.*)$"
#define DOTTED_BEGIN "^(\\d{1,3}(?:\\.\\d{1,3})+)\\s+(\\S.*)$"
#define CODE_CELL "^(\\d{1,3}(?:\\.\\d{1,3})*|[IVXLC]{1,7}|[A-ZĐ](?:\\.\\d{1,3})*|[a-zđ])[.)]?$"
#define BULLET_BEGIN "^[-–—•*●▪+]\\s*(\\S.*)$"

/* Where a heading of columns says what stands. */
typedef struct
{
  gint code; /* -1: nowhere */
  gint title;
  gint points;
} Columns;

/**
 * bv_criterion_line_free:
 * @line: (transfer full): a line
 */
void
bv_criterion_line_free (BvCriterionLine *line)
{
  g_free (line->code);
  g_free (line->title);
  g_free (line->guide);
  g_free (line);
}

static gboolean
match (const char *pattern, const char *text, char **first, char **second)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  if (strlen (text) > BYTES_LOOKED_AT || !g_regex_match (regex, text, 0, &info))
    return FALSE;
  *first = g_match_info_fetch (info, 1);
  if (second != NULL)
    *second = g_match_info_fetch (info, 2);
  return TRUE;
}

/* The words that stand around points are written in any case. */
static gboolean
match_any_case (const char *pattern, const char *text, char **first, char **second)
{
  g_autofree char *any = g_strconcat ("(?i)", pattern, NULL);

  return match (any, text, first, second);
}

/* "-5" is taken off. */
static gboolean
take_points (BvCriterionLine *line, const char *number)
{
  line->taken_off = *number == '-';
  line->points = bv_wording_parse_points (number + (*number == '-' || *number == '+'), NULL);
  return line->points != BV_NONE;
}

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = g_strstrip (text);
}

static void
read_points (BvCriterionLine *line)
{
  char *before = NULL;
  g_autofree char *number = NULL;

  if (!match_any_case (POINTS_END, line->title, &before, &number)
      && !match_any_case (LEADER_END, line->title, &before, &number))
    return;
  if (take_points (line, number))
    take_text (&line->title, before);
  else
    g_free (before);
}

static gboolean
is_roman (const char *code)
{
  gsize length = strlen (code);

  return strspn (code, "IVXLC") == length && (length > 1 || strchr ("IVX", *code) != NULL);
}

static guint
find_style (const char *code)
{
  guint n_dots = 0;

  for (const char *p = code; *p != '\0'; p++)
    n_dots += *p == '.';
  if (g_ascii_isdigit (*code))
    return BV_LINE_STYLE_NUMBER + n_dots;
  if (is_roman (code))
    return BV_LINE_STYLE_ROMAN;
  if (n_dots > 0)
    return BV_LINE_STYLE_NUMBER + n_dots;
  return g_unichar_isupper (g_utf8_get_char (code)) ? BV_LINE_STYLE_CAPITAL : BV_LINE_STYLE_LETTER;
}

static void
take_code (BvCriterionLine *line, char *code)
{
  g_free (line->code);
  line->code = code;
  line->style = find_style (code);
}

static void
read_code (BvCriterionLine *line)
{
  char *code = NULL;
  char *rest = NULL;

  if (match (CODE_BEGIN, line->title, &code, &rest) || match (DOTTED_BEGIN, line->title, &code, &rest))
    {
      take_code (line, code);
      take_text (&line->title, rest);
    }
  else if (match (BULLET_BEGIN, line->title, &rest, NULL))
    {
      line->style = BV_LINE_STYLE_BULLET;
      take_text (&line->title, rest);
    }
}

static BvCriterionLine *
line_new (guint number)
{
  BvCriterionLine *line = g_new0 (BvCriterionLine, 1);

  line->line = number;
  line->code = g_strdup ("");
  line->title = g_strdup ("");
  line->guide = g_strdup ("");
  line->points = BV_NONE;
  return line;
}

static gboolean
is_points (const char *cell)
{
  g_autofree char *number = NULL;

  return *cell != '\0' && match_any_case (POINTS_CELL, cell, &number, NULL);
}

static gboolean
is_code (const char *cell)
{
  g_autofree char *code = NULL;

  return match (CODE_CELL, cell, &code, NULL);
}

static gint
find_points (const BvPastedRow *row)
{
  for (gint i = row->cells->len - 1; i > 0; i--)
    if (is_points (bv_pasted_get_cell (row, i)))
      return i;
  return -1;
}

static gint
find_title (const BvPastedRow *row, gint code, gint points)
{
  for (gint i = 0; (guint) i < row->cells->len; i++)
    if (i != code && i != points && *bv_pasted_get_cell (row, i) != '\0')
      return i;
  return -1;
}

/* A row without a heading says by itself what stands where. */
static Columns
guess_columns (const BvPastedRow *row)
{
  Columns columns = { -1, -1, find_points (row) };

  if (is_code (bv_pasted_get_cell (row, 0)))
    columns.code = 0;
  columns.title = find_title (row, columns.code, columns.points);
  return columns;
}

static guint
count_cells (const BvPastedRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n += *bv_pasted_get_cell (row, i) != '\0';
  return n;
}

static void
read_guide (BvCriterionLine *line, const BvPastedRow *row, const Columns *columns)
{
  g_autoptr (GString) guide = g_string_new (NULL);

  for (gint i = columns->title + 1; (guint) i < row->cells->len; i++)
    if (i != columns->points && i != columns->code && *bv_pasted_get_cell (row, i) != '\0'
        && !is_points (bv_pasted_get_cell (row, i)))
      g_string_append_printf (guide, "%s%s", guide->len > 0 ? "\n" : "", bv_pasted_get_cell (row, i));
  take_text (&line->guide, g_strdup (guide->str));
}

static BvCriterionLine *
read_row (const BvPastedRow *row, const Columns *columns)
{
  BvCriterionLine *line = line_new (row->line);
  g_autofree char *number = NULL;
  char *code = NULL;

  take_text (&line->title, g_strdup (bv_pasted_get_cell (row, columns->title)));
  if (match (CODE_CELL, bv_pasted_get_cell (row, columns->code), &code, NULL))
    take_code (line, code);
  else
    read_code (line);
  if (match_any_case (POINTS_CELL, bv_pasted_get_cell (row, columns->points), &number, NULL))
    take_points (line, number);
  else
    read_points (line);
  read_guide (line, row, columns);
  return line;
}

static BvCriterionLine *
read_line (const BvPastedRow *row)
{
  Columns columns = { -1, find_title (row, -1, -1), -1 };

  return read_row (row, &columns);
}

static gboolean
begins (const char *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]))
      return TRUE;
  return FALSE;
}

/* "TT | Tiêu chí | Điểm tối đa" */
static gboolean
read_heading (const BvPastedRow *row, Columns *columns)
{
  static const char *const codes[] = { "stt", "tt", "ma", NULL };
  static const char *const titles[] = { "tieu chi", "noi dung", "linh vuc", "ten", "chi tieu", NULL };
  static const char *const points[] = { "diem toi da", "diem chuan", "diem", "thang diem", NULL };
  Columns found = { -1, -1, -1 };

  for (gint i = 0; (guint) i < row->cells->len; i++)
    {
      g_autofree char *folded = bv_vietnamese_fold (bv_pasted_get_cell (row, i));

      if (is_points (bv_pasted_get_cell (row, i)))
        return FALSE;
      if (found.code < 0 && strlen (folded) < 12 && begins (folded, codes))
        found.code = i;
      else if (found.title < 0 && begins (folded, titles))
        found.title = i;
      else if (found.points < 0 && begins (folded, points))
        found.points = i;
    }
  if (found.title < 0 || (found.points < 0 && found.code < 0))
    return FALSE;
  *columns = found;
  return TRUE;
}

static gboolean
is_total (const BvCriterionLine *line)
{
  static const char *const words[] = { "tong", "tong cong", "tong diem", "tong so diem", "cong", NULL };
  g_autofree char *folded = bv_vietnamese_fold (line->title);
  g_autofree char *bare = g_strdelimit (g_strdup (folded), ":.", ' ');

  return line->code[0] == '\0' && g_strv_contains (words, g_strstrip (bare));
}

static void
settle_style (BvCriterionLine *line)
{
  if (line->style == BV_LINE_STYLE_NONE && line->points == BV_NONE)
    line->style = BV_LINE_STYLE_HEADING;
}

/**
 * bv_criterion_line_read_all:
 * @text: a block in UTF-8: lines of prose, or rows with tabs between their cells
 * @most: how many lines are wanted; where there are more, one more is read, and no others
 *
 * Blank lines, the heading of the columns and a last line of the total are left out.
 *
 * Returns: (transfer full) (element-type BvCriterionLine): its lines
 */
GPtrArray *
bv_criterion_line_read_all (const char *text, guint most)
{
  g_autoptr (GPtrArray) rows = bv_pasted_split (text);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_criterion_line_free);
  Columns heading = { -1, -1, -1 };

  for (guint i = 0; i < rows->len && lines->len <= most; i++)
    {
      const BvPastedRow *row = g_ptr_array_index (rows, i);
      Columns columns = heading.title >= 0 ? heading : guess_columns (row);
      BvCriterionLine *line;

      if (count_cells (row) == 0 || (count_cells (row) > 1 && read_heading (row, &heading)))
        continue;
      line = count_cells (row) > 1 ? read_row (row, &columns) : read_line (row);
      settle_style (line);
      if (is_total (line))
        bv_criterion_line_free (line);
      else
        g_ptr_array_add (lines, line);
    }
  return lines;
}
