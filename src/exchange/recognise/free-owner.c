/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/names.h"
#include "core/text/tidy.h"
#include "core/text/vietnamese.h"
#include "exchange/recognise/free-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGITS_LEAST 5 /* of a code that stands alone in the name of a file: 01 is the number of a list */
#define ROWS_MOST 15   /* above the titles that are looked at */
#define ALIKE_MOST 8   /* units that are offered, though nothing names them as they are written */
#define LETTERHEAD_ROWS 6
#define LETTERHEAD_COLUMNS 2

/* What names a unit behind other words. */
static const char *const leads[]
  = { "đơn vị:", "tên đơn vị:", "cơ quan:", "đơn vị báo cáo:", "đơn vị đề nghị:", "địa phương:" };

/* All are under the province, whether the registry says so or not. */
static gboolean
is_province (const BvUnit *unit)
{
  g_autofree char *key = bv_unit_name_key (unit->name);

  return g_str_has_prefix (key, "tỉnh ");
}

static gboolean
is_under (const BvFreeTable *table, const BvUnit *unit, const BvUnit *other)
{
  const GHashTable *units = table->answers.plan->units;

  if (is_province (other))
    return unit != other;
  for (guint depth = 0; unit != NULL && unit->parent != NULL && depth < 8; depth++)
    {
      if (g_str_equal (unit->parent, other->code))
        return TRUE;
      unit = g_hash_table_lookup ((GHashTable *) units, unit->parent);
    }
  return FALSE;
}

/* Of a letterhead the unit below counts, not the one above it. */
static void
add_owner (BvFreeTable *table, const BvUnit *unit)
{
  for (guint i = 0; i < table->owners->len; i++)
    {
      const BvUnit *known = g_ptr_array_index (table->owners, i);

      if (known == unit || is_under (table, known, unit))
        return;
      if (is_under (table, unit, known))
        {
          g_ptr_array_index (table->owners, i) = (gpointer) unit;
          return;
        }
    }
  g_ptr_array_add (table->owners, (gpointer) unit);
}

static const char *
skip_lead (const char *line)
{
  g_autofree char *lower = bv_vietnamese_lower (line);

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_has_prefix (lower, leads[i]) && strlen (line) == strlen (lower))
      return line + strlen (leads[i]);
  return line;
}

static void
read_text (BvFreeTable *table, const char *text, gboolean takes_codes)
{
  g_autofree char *line = bv_tidy_line (text);
  const char *name = skip_lead (line);
  g_autoptr (BvUnitMatch) match = NULL;

  if (*name == '\0' || strlen (name) > 200)
    return;
  match = bv_unit_match_find (table->answers.units, name, NULL, NULL);
  if (match->state == BV_UNIT_MATCH_CERTAIN
      && (takes_codes || match->reason != BV_UNIT_BY_CODE
          || (strspn (name, "0123456789 ") == strlen (name) && strlen (name) >= DIGITS_LEAST)))
    add_owner (table, match->unit);
  if (match->candidates->len > 0)
    g_array_append_vals (table->alike, match->candidates->data, match->candidates->len);
}

static void
read_lines (BvFreeTable *table, const char *text)
{
  g_autofree char *tidy = bv_tidy_lines (text);
  g_auto (GStrv) lines = g_strsplit (tidy, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    read_text (table, *line, FALSE);
}

static void
read_rows (BvFreeTable *table, const BvIntakeTable *from, guint n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    {
      const GArray *cells = bv_intake_table_get_row (from, row);

      for (guint i = 0; i < cells->len; i++)
        read_lines (table, g_array_index (cells, BvIntakeCell, i).text);
    }
}

static void
read_above (BvFreeTable *table)
{
  guint end = table->answers.header->n_rows > 0 ? table->answers.header->first_row : 0;

  read_rows (table, table->answers.table, MIN (end, ROWS_MOST));
}

/* In a document the letterhead is a table of its own, before the list. */
static void
read_letterhead (BvFreeTable *table)
{
  for (guint i = 0; i < table->answers.sheet; i++)
    {
      const BvIntakeSheet *sheet = g_ptr_array_index (table->answers.planned->file->sheets, i);
      guint n_rows = bv_intake_table_get_n_rows (sheet->table);

      if (sheet->visibility == BV_SOURCE_SHOWN && n_rows <= LETTERHEAD_ROWS
          && bv_intake_table_get_n_columns (sheet->table) <= LETTERHEAD_COLUMNS)
        read_rows (table, sheet->table, n_rows);
    }
}

static char *
read_stem (const BvFreeTable *table)
{
  g_autofree char *shown = g_strdup (table->answers.planned->name);
  char *dot = strrchr (shown, '.');

  if (dot != NULL)
    *dot = '\0';
  for (char *p = shown; *p != '\0'; p++)
    if (*p == '_')
      *p = ' ';
  return g_steal_pointer (&shown);
}

/* Files of many units have one name: an answer is for one content. */
static const char *
get_scope (const BvFreeTable *table)
{
  const char *sha256 = table->answers.planned->sha256;

  return sha256 != NULL ? sha256 : "";
}

static void
read_name (BvFreeTable *table)
{
  g_autofree char *stem = read_stem (table);
  g_auto (GStrv) parts = NULL;

  read_text (table, stem, FALSE);
  parts = g_strsplit_set (stem, "-()[]", -1);
  for (char **part = parts; table->owners->len == 0 && *part != NULL; part++)
    read_text (table, *part, strchr (stem, '(') != NULL);
}

/* All that names it, from what stands nearest. */
static void
list_owners (BvFreeTable *table)
{
  read_above (table);
  if (table->owners->len == 0)
    read_letterhead (table);
  if (table->owners->len == 0)
    read_text (table, bv_intake_table_get_name (table->answers.table), FALSE);
  if (table->owners->len == 0)
    read_name (table);
}

static const BvUnit *
find_code (const BvFreeTable *table, const char *code)
{
  g_autoptr (BvUnitMatch) match = bv_unit_match_find (table->answers.units, code, NULL, NULL);

  return match->state == BV_UNIT_MATCH_CERTAIN && g_str_equal (match->unit->code, code) ? match->unit : NULL;
}

/**
 * bv_free_owner_find:
 * @table: a table
 *
 * Finds whose answer it is: as somebody said, else as what stands above it, the name of its sheet or that of
 * its file say.
 */
void
bv_free_owner_find (BvFreeTable *table)
{
  g_autofree char *stem = read_stem (table);
  const char *answer
    = bv_intake_questions_find (table->answers.plan->questions, BV_ASKED_FILE_UNIT, get_scope (table), stem);

  table->owner = answer != NULL ? find_code (table, answer) : NULL;
  if (table->owner == NULL)
    {
      list_owners (table);
      table->owner = table->owners->len == 1 ? g_ptr_array_index (table->owners, 0) : NULL;
    }
  if (table->owner == NULL)
    return;
  g_free (table->answers.planned->unit);
  table->answers.planned->unit = g_strdup (table->owner->code);
}

/**
 * bv_free_owner_covers:
 * @table: a table
 * @unit: a unit of one of its rows
 *
 * Returns: whether whoever the table is of speaks for the unit
 */
gboolean
bv_free_owner_covers (const BvFreeTable *table, const BvUnit *unit)
{
  return table->owner == NULL || table->answers.is_of_office || unit == table->owner
         || is_under (table, unit, table->owner);
}

static int
compare_likeness (gconstpointer first, gconstpointer second)
{
  return (int) ((const BvUnitCandidate *) second)->likeness
         - (int) ((const BvUnitCandidate *) first)->likeness;
}

/* Units that the file, its sheet or what stands above the table names, or is merely like. */
static void
offer_alike (const BvFreeTable *table, BvIntakeQuestion *question)
{
  for (guint i = 0; i < table->owners->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (table->owners, i);

      bv_intake_question_offer (question, unit->code, unit->name, _ ("it is named in the file"));
    }
  g_array_sort (table->alike, compare_likeness);
  for (guint i = 0; i < MIN (table->alike->len, ALIKE_MOST); i++)
    {
      const BvUnitCandidate *candidate = &g_array_index (table->alike, BvUnitCandidate, i);

      bv_intake_question_offer (question, candidate->unit->code, candidate->unit->name,
                                bv_unit_reason_title (candidate->reason));
    }
}

/**
 * bv_free_owner_need:
 * @table: a table
 * @row: one of its rows, which cannot be taken without
 *
 * Returns: whether it is known whose answer the table is; else that is asked, or was answered with that the
 * row is left out
 */
gboolean
bv_free_owner_need (BvFreeTable *table, const BvFreeRow *row)
{
  g_autofree char *stem = NULL;

  if (table->owner != NULL)
    return TRUE;
  stem = read_stem (table);
  if (g_strcmp0 (bv_intake_questions_find (table->answers.plan->questions, BV_ASKED_FILE_UNIT,
                                           get_scope (table), stem),
                 BV_ANSWER_LEAVE_OUT)
      == 0)
    {
      bv_free_table_leave_out (table, row->row);
      return FALSE;
    }
  if (table->asked_owner == NULL)
    {
      table->asked_owner = bv_intake_questions_ask (table->answers.plan->questions, BV_ASKED_FILE_UNIT,
                                                    get_scope (table), stem, stem);
      if (table->asked_owner->choices->len == 0)
        offer_alike (table, table->asked_owner);
    }
  bv_free_table_ask (table, row, table->asked_owner,
                     _ ("whose answer this is, is not said: neither the file nor its name names one unit"));
  return FALSE;
}
