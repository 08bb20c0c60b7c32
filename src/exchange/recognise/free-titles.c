/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/text.h"
#include "core/text/tidy.h"
#include "exchange/recognise/free-table.h"

#include <glib/gi18n-lib.h>

#define SURE 100 /* of what the block need not say */

/* Columns of a block that has no titles, in their order. */
typedef struct
{
  BvFreeTable *table;
  const BvGroup *group; /* NULL: not known */
  guint n_columns;
  guint next;      /* the first column of which nothing is said yet */
  GArray *columns; /* of BvHeaderColumn */
} Layout;

static void
column_clear (gpointer data)
{
  g_free (((BvHeaderColumn *) data)->title);
}

static const char *
get_text (const Layout *layout, guint row, guint column)
{
  return bv_intake_table_get_text (layout->table->answers.table, row, column);
}

static guint
count_rows (const Layout *layout)
{
  return bv_intake_table_get_n_rows (layout->table->answers.table);
}

static void
say (Layout *layout, BvIntakeField field, const BvCriterion *criterion)
{
  const BvHeaderColumn column
    = { layout->next++, g_strdup (""), { field, criterion, SURE, BV_HEADER_EQUAL } };

  g_array_append_val (layout->columns, column);
}

/* 1, 2, 3 …, before a column that says who is meant. */
static gboolean
is_numbering (const Layout *layout)
{
  guint n = 0;

  for (guint row = 0; row < count_rows (layout); row++)
    {
      g_autofree char *text = bv_tidy_line (get_text (layout, row, 0));
      g_autofree char *next = bv_tidy_line (get_text (layout, row, 1));
      g_autofree char *number = NULL;

      if (*text == '\0' && *next == '\0')
        continue;
      number = g_strdup_printf ("%u", ++n);
      if (!g_str_equal (text, number) || g_ascii_isdigit (*next) || *next == '\0')
        return FALSE;
    }
  return n > 0;
}

typedef gboolean (*IsCell) (const BvUnitMatch *match, const char *text);

static gboolean
is_code (const BvUnitMatch *match, const char *text)
{
  return match->state == BV_UNIT_MATCH_CERTAIN && g_str_equal (match->unit->code, text);
}

static gboolean
is_unit (const BvUnitMatch *match, const char *text)
{
  return match->state != BV_UNIT_MATCH_NONE && !g_ascii_isdigit (*text);
}

/* Whether each cell of the next column, and one at least, is so. */
static gboolean
holds (const Layout *layout, IsCell is)
{
  guint n = 0;

  for (guint row = 0; row < count_rows (layout) && layout->next < layout->n_columns; row++)
    {
      g_autofree char *text = bv_tidy_line (get_text (layout, row, layout->next));
      g_autoptr (BvUnitMatch) match = NULL;

      if (*text == '\0')
        continue;
      match = bv_unit_match_find (layout->table->answers.units, text, NULL, NULL);
      if (!is (match, text))
        return FALSE;
      n++;
    }
  return n > 0;
}

/* What says who a row is about. */
static BvIntakeField
get_subject (const Layout *layout)
{
  if (layout->group == NULL)
    return BV_INTAKE_FIELD_NAME;
  return layout->group->kind == BV_GROUP_INDIVIDUAL ? BV_INTAKE_FIELD_PERSON : BV_INTAKE_FIELD_UNIT;
}

/* Who the rows are about: a person and where he or she is, or a unit by its code or its name, or both. */
static void
say_subject (Layout *layout)
{
  if (layout->n_columns > 1 && is_numbering (layout))
    say (layout, BV_INTAKE_FIELD_ORDINAL, NULL);
  if (get_subject (layout) == BV_INTAKE_FIELD_PERSON)
    {
      say (layout, BV_INTAKE_FIELD_PERSON, NULL);
      if (holds (layout, is_unit))
        say (layout, BV_INTAKE_FIELD_UNIT, NULL);
      return;
    }
  if (holds (layout, is_code))
    {
      say (layout, BV_INTAKE_FIELD_CODE, NULL);
      if (!holds (layout, is_unit))
        return;
    }
  say (layout, get_subject (layout), NULL);
}

static void
say_leaves (Layout *layout)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (layout->group);

  for (guint i = 0; i < leaves->len && layout->next < layout->n_columns; i++)
    say (layout, BV_INTAKE_FIELD_NONE, g_ptr_array_index (leaves, i));
}

static void
remark (const BvFreeTable *table, char *text)
{
  g_ptr_array_add (table->answers.planned->remarks, text);
}

/* What nothing is said of is not passed over. */
static void
remark_rest (const Layout *layout)
{
  if (layout->next < layout->n_columns)
    remark (
      layout->table,
      g_strdup_printf (_ ("nothing is known of column %u: put a line with the titles of the columns above"),
                       layout->next + 1));
}

static gboolean
lay_out (Layout *layout)
{
  BvPasteKind kind = bv_free_table_get_paste (layout->table)->kind;

  if (kind == BV_PASTE_SCORES && layout->group == NULL)
    {
      remark (layout->table, g_strdup (_ ("which criteria the columns are is not said: put a line with their "
                                          "titles or codes above, or say which group it is")));
      return FALSE;
    }
  say_subject (layout);
  if (kind == BV_PASTE_SCORES)
    say_leaves (layout);
  if (kind == BV_PASTE_VOTES)
    {
      bv_free_votes_lay_out (layout->table, layout->next, layout->n_columns);
      layout->next += BV_N_FREE_VOTES;
    }
  remark_rest (layout);
  return TRUE;
}

static gboolean
is_vote (const Layout *layout, guint column)
{
  for (guint i = 0; i < BV_N_FREE_VOTES; i++)
    if (layout->table->votes[i] == column)
      return bv_free_table_get_paste (layout->table)->kind == BV_PASTE_VOTES;
  return FALSE;
}

static void
read_titles (Layout *layout, guint row)
{
  BvHeaderRules *rules = bv_free_columns_get_rules (layout->table, NULL);

  for (guint i = 0; i < layout->n_columns; i++)
    {
      BvHeaderMeaning meaning = bv_header_rules_read (rules, get_text (layout, row, i));
      BvHeaderColumn column = { i, NULL, meaning };

      if (meaning.likeness == 0 || is_vote (layout, i))
        continue;
      column.title = g_strdup (get_text (layout, row, i));
      g_array_append_val (layout->columns, column);
    }
}

static const BvCriterion *
find_leaf (const Layout *layout, const char *code)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (layout->group);

  for (guint i = 0; i < leaves->len; i++)
    if (g_str_equal (((BvCriterion *) g_ptr_array_index (leaves, i))->code, code))
      return g_ptr_array_index (leaves, i);
  return NULL;
}

/* The code of a criterion, or what everybody knows; a first column without a title says who is meant. */
static BvHeaderMeaning
read_code (const Layout *layout, guint column, const char *text)
{
  const BvCriterion *leaf = column > 0 ? find_leaf (layout, text) : NULL;
  if (leaf != NULL)
    return (BvHeaderMeaning){ BV_INTAKE_FIELD_NONE, leaf, SURE, BV_HEADER_CODE };
  if (column == 0 && *text == '\0')
    return (BvHeaderMeaning){ get_subject (layout), NULL, SURE, BV_HEADER_EQUAL };
  return bv_header_rules_read (bv_free_columns_get_rules (layout->table, NULL), text);
}

/* Numbers look like no titles, but those of criteria are some where all others of the row are, too. */
static void
read_codes (Layout *layout)
{
  guint n_codes = 0;

  for (guint i = 0; i < layout->n_columns; i++)
    {
      g_autofree char *text = bv_tidy_line (get_text (layout, 0, i));
      BvHeaderColumn column = { i, NULL, read_code (layout, i, text) };

      if (column.meaning.likeness == 0 && *text != '\0')
        {
          n_codes = 0;
          break;
        }
      n_codes += column.meaning.criterion != NULL;
      if (column.meaning.likeness == 0)
        continue;
      column.title = g_steal_pointer (&text);
      g_array_append_val (layout->columns, column);
    }
  if (n_codes == 0)
    g_array_set_size (layout->columns, 0);
}

/* Titles of votes are those that nothing else has; who they are about may have none.
 * Returns: how many rows end with them; 0: there are none */
static guint
find_votes (Layout *layout)
{
  for (guint row = 0; row < MIN (count_rows (layout), BV_HEADER_ROWS); row++)
    if (bv_free_votes_find (layout->table, row))
      {
        read_titles (layout, row);
        if (layout->columns->len == 0 && !is_vote (layout, 0))
          say (layout, get_subject (layout), NULL);
        return row + 1;
      }
  return 0;
}

/* A lone column may have a title, and criteria may have their codes. Returns: how many rows are titles */
static guint
find_titles (Layout *layout)
{
  switch (bv_free_table_get_paste (layout->table)->kind)
    {
    case BV_PASTE_VOTES:
      return find_votes (layout);
    case BV_PASTE_SCORES:
      if (layout->group != NULL)
        read_codes (layout);
      break;
    case BV_PASTE_NOMINEES:
    default:
      if (layout->n_columns == 1)
        read_titles (layout, 0);
      break;
    }
  return layout->columns->len > 0 ? 1 : 0;
}

static void
keep (const Layout *layout, guint n_rows)
{
  BvFreeTable *table = layout->table;
  gboolean of_leaves = bv_free_table_get_paste (table)->kind == BV_PASTE_SCORES;
  const char *key = of_leaves ? layout->group->key : "";
  BvHeader *header
    = bv_header_new_said (n_rows, (const BvHeaderColumn *) layout->columns->data, layout->columns->len);

  bv_header_free (g_hash_table_lookup (table->headers, key));
  g_hash_table_insert (table->headers, (gpointer) key, header);
  g_ptr_array_set_size (table->fitting, 0);
  if (of_leaves)
    g_ptr_array_add (table->fitting, (gpointer) layout->group);
  table->answers.header = header;
  table->is_said = TRUE;
}

/* Points are alike codes of criteria: a row of titles also says who the others are about. */
static gboolean
has_titles (const BvFreeTable *table)
{
  return table->answers.header->n_rows > 0
         && (bv_free_table_get_paste (table)->kind != BV_PASTE_SCORES
             || table->answers.header->subject != BV_INTAKE_OF_UNKNOWN);
}

/**
 * bv_free_titles_supply:
 * @table: a table that was pasted and whose titles were looked for
 *
 * Says what its columns hold where it has no titles, by their order, or where they are those of votes.
 */
void
bv_free_titles_supply (BvFreeTable *table)
{
  const BvPaste *paste = bv_free_table_get_paste (table);
  Layout layout
    = { table, bv_record_find (table->answers.plan->campaign->groups, paste->group),
        table->answers.planned->n_columns, 0, g_array_new (FALSE, FALSE, sizeof (BvHeaderColumn)) };
  guint n_rows;

  g_array_set_clear_func (layout.columns, column_clear);
  if (paste->kind == BV_PASTE_VOTES || !has_titles (table))
    {
      n_rows = find_titles (&layout);
      if (n_rows > 0 || lay_out (&layout))
        keep (&layout, n_rows);
    }
  g_array_unref (layout.columns);
}

static gboolean
is_empty (const BvIntakeTable *table, guint row)
{
  const GArray *cells = bv_intake_table_get_row (table, row);

  for (guint i = 0; i < cells->len; i++)
    if (!bv_text_is_blank (g_array_index (cells, BvIntakeCell, i).text))
      return FALSE;
  return TRUE;
}

/**
 * bv_free_titles_list_rows:
 * @table: a table of which is said what its columns hold
 *
 * Returns: (transfer full) (element-type BvIntakeRow): its rows: below the titles all that say something are
 *   meant
 */
GArray *
bv_free_titles_list_rows (const BvFreeTable *table)
{
  const BvHeader *header = table->answers.header;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (BvIntakeRow));

  for (guint i = 0; i < bv_intake_table_get_n_rows (table->answers.table); i++)
    {
      const BvIntakeRow row = { i,
                                is_empty (table->answers.table, i) ? BV_INTAKE_ROW_EMPTY
                                : i < header->n_rows               ? BV_INTAKE_ROW_HEADER
                                                                   : BV_INTAKE_ROW_DATA,
                                header->subject };

      g_array_append_val (rows, row);
    }
  return rows;
}
