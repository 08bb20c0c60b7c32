/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-text.h"

#include "core/check.h"
#include "core/text/text.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"
#include "core/tree/criterion-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No campaign has so much: what is longer was not meant. */
#define BYTES_MAX (1024 * 1024)
#define LINES_MAX 2000
#define TITLE_MAX 2000

/* A criterion whose section is still open: what follows may stand in it. */
typedef struct
{
  BvCriterion *criterion;
  const BvCriterionLine *line;
} Open;

typedef struct
{
  BvCriterionText *result;
  GArray *open;      /* of Open: from the top down */
  GHashTable *codes; /* (element-type utf8 guint): the line of each */
} Parsing;

static const Open *
get_top (const Parsing *parsing)
{
  return parsing->open->len > 0 ? &g_array_index (parsing->open, Open, parsing->open->len - 1) : NULL;
}

/* Whether @line is numbered within @open: 1.2 within 1. */
static gboolean
is_within (const Open *open, const BvCriterionLine *line)
{
  gsize length = strlen (open->line->code);

  return length > 0 && g_str_has_prefix (line->code, open->line->code) && line->code[length] == '.';
}

/* Closes what @line does not stand in: numbers say it by themselves, else lines of one style stand beside
 * each other. */
static void
close_sections (Parsing *parsing, const BvCriterionLine *line)
{
  for (guint i = parsing->open->len; i > 0; i--)
    if (is_within (&g_array_index (parsing->open, Open, i - 1), line))
      {
        g_array_set_size (parsing->open, i);
        return;
      }
  for (guint i = parsing->open->len; i > 0; i--)
    if (g_array_index (parsing->open, Open, i - 1).line->style == line->style)
      {
        g_array_set_size (parsing->open, i - 1);
        return;
      }
}

/* I, 1 within it, a within that: a code that does not name its section by itself is put behind it. */
static char *
write_code (const Open *above, const BvCriterionLine *line)
{
  if (above == NULL || *line->code == '\0' || is_within (above, line) || strchr (line->code, '.') != NULL)
    return g_strdup (line->code);
  if (*above->criterion->code == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s.%s", above->criterion->code, line->code);
}

static BvCriterionKind
find_kind (const Open *above, const BvCriterionLine *line)
{
  g_autofree char *folded = bv_vietnamese_fold (line->title);

  if (line->taken_off || g_str_has_prefix (folded, "diem tru") || g_str_has_prefix (folded, "tru diem"))
    return BV_CRITERION_DEDUCTION;
  if (g_str_has_prefix (folded, "diem cong") || g_str_has_prefix (folded, "diem thuong")
      || g_str_has_prefix (folded, "cong diem") || g_str_has_prefix (folded, "thuong diem"))
    return BV_CRITERION_BONUS;
  return above != NULL ? find_kind (NULL, above->line) : BV_CRITERION_POINTS;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
check_code (Parsing *parsing, const BvCriterion *criterion, guint line)
{
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (parsing->codes, criterion->code));

  if (*criterion->code == '\0')
    return TRUE;
  if (other == 0)
    {
      g_hash_table_insert (parsing->codes, g_strdup (criterion->code), GUINT_TO_POINTER (line));
      return TRUE;
    }
  bv_pasted_notes_add (
    parsing->result->faults, line,
    g_strdup_printf (_ ("the code “%s” stands in line %u already: each is unique"), criterion->code, other));
  return FALSE;
}

static gboolean
check_line (Parsing *parsing, const BvCriterionLine *line)
{
  if (bv_text_is_blank (line->title))
    bv_pasted_notes_add (parsing->result->faults, line->line, g_strdup (_ ("there is no title")));
  else if (strlen (line->title) > TITLE_MAX)
    bv_pasted_notes_add (parsing->result->faults, line->line,
                         g_strdup (_ ("the title is too long to be one")));
  else if (parsing->open->len >= BV_CHECK_DEPTH_MAX)
    bv_pasted_notes_add (parsing->result->faults, line->line,
                         g_strdup_printf (_ ("sections are nested more than %d deep"), BV_CHECK_DEPTH_MAX));
  else
    return TRUE;
  return FALSE;
}

static BvCriterion *
create_criterion (const Open *above, const BvCriterionLine *line)
{
  BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

  g_free (criterion->code);
  criterion->code = write_code (above, line);
  set_text (&criterion->title, line->title);
  set_text (&criterion->guide, line->guide);
  criterion->kind = find_kind (above, line);
  criterion->max = line->points;
  return criterion;
}

static void
add_criterion (Parsing *parsing, const BvCriterionLine *line)
{
  const Open *above;
  Open open = { NULL, line };

  close_sections (parsing, line);
  if (!check_line (parsing, line))
    return;
  above = get_top (parsing);
  open.criterion = create_criterion (above, line);
  check_code (parsing, open.criterion, line->line);
  g_ptr_array_add (above != NULL ? above->criterion->criteria : parsing->result->criteria, open.criterion);
  g_array_append_val (parsing->open, open);
}

/* A dash that gives no points explains what it stands under. */
static gboolean
is_explanation (const Parsing *parsing, const BvCriterionLine *line)
{
  return line->style == BV_LINE_STYLE_BULLET && line->points == BV_NONE && parsing->open->len > 0;
}

static void
add_explanation (const Parsing *parsing, const BvCriterionLine *line)
{
  BvCriterion *criterion = get_top (parsing)->criterion;
  g_autofree char *guide
    = g_strconcat (criterion->guide, *criterion->guide != '\0' ? "\n" : "", "- ", line->title, NULL);

  set_text (&criterion->guide, guide);
}

static gint64
sum_below (const BvCriterion *criterion)
{
  gint64 sum = 0;

  for (guint i = 0; i < criterion->criteria->len; i++)
    {
      const BvCriterion *child = g_ptr_array_index (criterion->criteria, i);

      sum += bv_criterion_is_leaf (child) ? MAX (child->max, 0) : sum_below (child);
    }
  return sum;
}

static void
compare_sum (Parsing *parsing, const BvCriterion *criterion, gint64 written, guint line)
{
  gint64 sum = sum_below (criterion);
  g_autofree char *found = bv_wording_points (sum);
  g_autofree char *wanted = bv_wording_points (written);

  if (written != BV_NONE && written != sum)
    bv_pasted_notes_add (
      parsing->result->remarks, line,
      g_strdup_printf (_ ("what stands below it sums to %s, but %s is written"), found, wanted));
}

/* What others stand in is a section, whatever points are written there; what else has none cannot be scored.
 */
static void
settle (Parsing *parsing, GPtrArray *criteria, GHashTable *lines)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (lines, criterion));
      gint64 written = criterion->max;

      if (criterion->criteria->len == 0)
        {
          if (written == BV_NONE)
            bv_pasted_notes_add (
              parsing->result->faults, line,
              g_strdup (_ ("there are no points: write them as “15 điểm”, or in a column of their own")));
          continue;
        }
      criterion->kind = BV_CRITERION_SECTION;
      criterion->max = BV_NONE;
      settle (parsing, criterion->criteria, lines);
      compare_sum (parsing, criterion, written, line);
    }
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const BvPastedNote *first = *(const BvPastedNote *const *) a;
  const BvPastedNote *second = *(const BvPastedNote *const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

static void
read_lines (Parsing *parsing, const GPtrArray *lines)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const BvCriterionLine *line = g_ptr_array_index (lines, i);
      guint n_open;

      if (is_explanation (parsing, line))
        {
          add_explanation (parsing, line);
          continue;
        }
      add_criterion (parsing, line);
      n_open = parsing->open->len;
      if (n_open > 0 && get_top (parsing)->line == line)
        g_hash_table_insert (numbers, get_top (parsing)->criterion, GUINT_TO_POINTER (line->line));
    }
  settle (parsing, parsing->result->criteria, numbers);
  g_ptr_array_sort (parsing->result->faults, compare_notes);
  g_ptr_array_sort (parsing->result->remarks, compare_notes);
}

static gboolean
check_text (BvCriterionText *result, const char *text)
{
  if (strlen (text) > BYTES_MAX)
    bv_pasted_notes_add (result->faults, 0,
                         g_strdup_printf (_ ("the text is longer than %d bytes"), BYTES_MAX));
  else if (!g_utf8_validate (text, -1, NULL))
    bv_pasted_notes_add (result->faults, 0, g_strdup (_ ("the text is not UTF-8")));
  return result->faults->len == 0;
}

static gboolean
check_lines (BvCriterionText *result, const GPtrArray *lines)
{
  if (lines->len == 0)
    bv_pasted_notes_add (result->faults, 0, g_strdup (_ ("there is no criterion in it")));
  else if (lines->len > LINES_MAX)
    bv_pasted_notes_add (result->faults, 0, g_strdup_printf (_ ("there are more than %d lines"), LINES_MAX));
  return result->faults->len == 0;
}

/**
 * bv_criterion_text_parse:
 * @text: what was pasted, any bytes
 *
 * Reads rows with tabs between their cells (code, title, maximum; the heading of the columns says which is
 * which), and lines of prose (“1. Công khai ngân sách … 15 điểm”). What stands deeper is told by its number
 * (1, 1.1; I, 1, a), or by lines that have no points. Points that are taken off, and a title that begins with
 * “Điểm cộng” or “Điểm trừ”, say the kind; a dash without points explains the line above it.
 *
 * Returns: (transfer full): what was found; with faults where a line is not understood
 */
BvCriterionText *
bv_criterion_text_parse (const char *text)
{
  BvCriterionText *result = g_new (BvCriterionText, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Parsing parsing = { result, open, codes };
  g_autoptr (GPtrArray) lines = NULL;

  result->criteria = g_ptr_array_new_with_free_func (bv_record_free);
  result->faults = bv_pasted_notes_new ();
  result->remarks = bv_pasted_notes_new ();
  if (!check_text (result, text))
    return result;
  lines = bv_criterion_line_read_all (text, LINES_MAX);
  if (check_lines (result, lines))
    read_lines (&parsing, lines);
  return result;
}

/**
 * bv_criterion_text_free:
 * @self: (transfer full): a text
 */
void
bv_criterion_text_free (BvCriterionText *self)
{
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}
