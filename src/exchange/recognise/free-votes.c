/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-error.h"
#include "core/check.h"
#include "core/intake/header-find.h"
#include "core/intake/typed-value.h"
#include "core/text/vietnamese.h"
#include "exchange/recognise/free-table.h"
#include "exchange/recognise/recognise.h"

#define NOWHERE G_MAXUINT

/* Which of the counts a list of votes cannot do without. */
#define FOR 0

/* What columns of votes are called, folded. */
static const struct
{
  const char *field;
  const char *const titles[10];
} counts[BV_N_FREE_VOTES] = {
  { "for",
    { "for", "dong y", "tan thanh", "so phieu dong y", "phieu dong y", "so phieu tan thanh",
      "phieu tan thanh", "phieu thuan", "so phieu thuan" } },
  { "against",
    { "against", "khong dong y", "khong tan thanh", "so phieu khong dong y", "phieu khong dong y",
      "so phieu khong tan thanh", "phieu khong tan thanh", "phieu chong", "so phieu chong" } },
  { "in_writing",
    { "in writing", "bang van ban", "y kien bang van ban", "bieu quyet bang van ban",
      "so y kien bang van ban", "phieu bang van ban" } },
  { "present",
    { "present", "co mat", "so thanh vien co mat", "thanh vien co mat", "so nguoi co mat", "du hop",
      "so thanh vien du hop" } },
  { "members",
    { "members", "thanh vien", "so thanh vien", "tong so thanh vien", "so thanh vien hoi dong",
      "tong so thanh vien hoi dong" } },
};

static guint
find_count (const char *title)
{
  g_autofree char *folded = bv_vietnamese_fold (title);

  for (guint i = 0; i < BV_N_FREE_VOTES; i++)
    if (g_strv_contains (counts[i].titles, folded))
      return i;
  return BV_N_FREE_VOTES;
}

static gboolean
names_votes (const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (find_count (g_array_index (cells, BvIntakeCell, i).text) == FOR)
      return TRUE;
  return FALSE;
}

/**
 * bv_recognise_names_votes:
 * @table: a table
 *
 * Returns: whether one of its first rows names those in favour, as lists of nominees do not
 */
gboolean
bv_recognise_names_votes (const BvIntakeTable *table)
{
  guint n_rows = bv_intake_table_get_n_rows (table);

  for (guint row = 0; row < MIN (n_rows, BV_HEADER_ROWS); row++)
    if (names_votes (bv_intake_table_get_row (table, row)))
      return TRUE;
  return FALSE;
}

/**
 * bv_free_votes_find:
 * @table: a table of votes that was pasted
 * @row: which may have its titles
 *
 * Returns: whether the row names votes; then it is known in which columns they are
 */
gboolean
bv_free_votes_find (BvFreeTable *table, guint row)
{
  const GArray *cells = bv_intake_table_get_row (table->answers.table, row);
  gboolean is_found = FALSE;

  for (guint i = 0; i < BV_N_FREE_VOTES; i++)
    table->votes[i] = NOWHERE;
  for (guint i = 0; i < cells->len; i++)
    {
      guint count = find_count (g_array_index (cells, BvIntakeCell, i).text);

      if (count == BV_N_FREE_VOTES || table->votes[count] != NOWHERE)
        continue;
      table->votes[count] = g_array_index (cells, BvIntakeCell, i).column;
      is_found = TRUE;
    }
  return is_found;
}

/**
 * bv_free_votes_lay_out:
 * @table: a table of votes without titles
 * @first: the first column of votes
 * @n_columns: of the table
 *
 * Takes the columns in the order in which the form has them: for, against, in writing, present, members.
 */
void
bv_free_votes_lay_out (BvFreeTable *table, guint first, guint n_columns)
{
  for (guint i = 0; i < BV_N_FREE_VOTES; i++)
    table->votes[i] = first + i < n_columns ? first + i : NOWHERE;
}

/* The votes as the row says them, as far as it does; whether they can be. */
static gboolean
check_row (const BvFreeTable *table, const BvFormPlace *place, GError **error)
{
  const BvVote *now = place->nominee->votes;
  g_autoptr (BvRecord) then = now != NULL ? bv_record_copy (now) : bv_record_new (&bv_vote_entity);

  for (guint i = 0; i < BV_N_FREE_VOTES; i++)
    {
      const BvIntakeCell *cell
        = table->votes[i] != NOWHERE
            ? bv_intake_table_get_cell (table->answers.table, place->row, table->votes[i])
            : NULL;

      if (cell != NULL)
        bv_typed_value_read (bv_entity_find_field (&bv_vote_entity, counts[i].field), cell, then, NULL);
    }
  return bv_check_votes ((BvVote *) then, error);
}

/**
 * bv_free_votes_take:
 * @table: a table of votes
 * @row: one of its rows
 * @place: the same, with whom it is about
 *
 * Plans what is to become of its votes: of those that cannot be together, none is taken.
 */
void
bv_free_votes_take (const BvFreeTable *table, const BvFreeRow *row, const BvFormPlace *place)
{
  g_autoptr (GError) error = NULL;

  if (!check_row (table, place, &error))
    {
      BvFreeRow whole = *row;

      bv_check_error_leave (error, "votes.for");
      whole.column = table->votes[0] != NOWHERE ? table->votes[0] : row->column;
      bv_free_table_refuse (table, &whole, error->message);
      return;
    }
  for (guint i = 0; i < BV_N_FREE_VOTES; i++)
    {
      g_autofree char *field = g_strconcat ("votes.", counts[i].field, NULL);

      if (table->votes[i] != NOWHERE)
        bv_form_answers_take_field (&table->answers, place, table->votes[i], field);
    }
}
