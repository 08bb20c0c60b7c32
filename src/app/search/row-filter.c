/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/row-filter.h"

#include "app/rows/row.h"

/* Where the words stand in a row that was not looked at yet. */
#define UNKNOWN G_MAXUINT8

/**
 * BvRowFilter:
 *
 * Keeps the rows of one group, and of one kind, in which all words stand that are searched, without regard to
 * case and marks: words begin with them, or they stand inside the name. `name` is the column that names a
 * row. Of a tree what stands above such a row is kept too.
 */
struct _BvRowFilter
{
  GtkFilter parent_instance;
  guint name;
  gint64 group;   /* 0: all */
  guint kind;     /* BV_TABLE_ROW_KIND or one behind it; 0: all */
  gint64 kept[2]; /* what rows stand for that stay in any case; 0: none */
  BvSearchWords *words;
  BvTable *table; /* whose rows were looked at last; NULL: none */
  GArray *places; /* of guint8: a BvSearchPlace for each of them */
  GArray *above;  /* of guint8: of a tree, which stand above one that is found */
};

G_DEFINE_FINAL_TYPE (BvRowFilter, bv_row_filter, GTK_TYPE_FILTER)

enum
{
  PROP_NAME = 1,
};

static void
forget (BvRowFilter *self)
{
  g_clear_pointer (&self->table, bv_table_unref);
  g_array_set_size (self->places, 0);
  g_array_set_size (self->above, 0);
}

/* What is searched stands in rows, not in what offers to add some. */
static BvSearchPlace
find (BvRowFilter *self, BvTable *table, guint row)
{
  if ((bv_table_get_flags (table, row) & BV_TABLE_ROW_OFFER) != 0)
    return BV_SEARCH_NOWHERE;
  return bv_search_words_find (self->words, bv_table_get_folded (table, row, self->name));
}

/* What is below comes behind. */
static void
look_at_tree (BvRowFilter *self, BvTable *table, guint n_rows)
{
  g_array_set_size (self->above, n_rows);
  for (guint i = n_rows; i-- > 0;)
    {
      guint above = bv_table_get_above (table, i);
      BvSearchPlace place = find (self, table, i);

      g_array_index (self->places, guint8, i) = place;
      if (above != BV_TABLE_NOT_FOUND
          && (place != BV_SEARCH_NOWHERE || g_array_index (self->above, guint8, i) != 0))
        g_array_index (self->above, guint8, above) = 1;
    }
}

static void
take_table (BvRowFilter *self, BvTable *table)
{
  guint n_rows = bv_table_get_n_rows (table);

  if (self->table == table && self->places->len == n_rows)
    return;
  forget (self);
  self->table = bv_table_ref (table);
  g_array_set_size (self->places, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_array_index (self->places, guint8, i) = UNKNOWN;
  if (bv_table_is_tree (table))
    look_at_tree (self, table, n_rows);
}

static gboolean
is_found (BvRowFilter *self, BvRow *row)
{
  guint index = bv_row_get_index (row);

  return bv_row_filter_find (self, row) != BV_SEARCH_NOWHERE
         || (index < self->above->len && g_array_index (self->above, guint8, index) != 0);
}

static gboolean
bv_row_filter_match (GtkFilter *filter, gpointer item)
{
  BvRowFilter *self = BV_ROW_FILTER (filter);
  gint64 id = bv_row_get_id (item);

  if (id == self->kept[0] || id == self->kept[1])
    return TRUE;
  if (self->group != 0
      && bv_table_get_group (bv_row_get_table (item), bv_row_get_index (item)) != self->group)
    return FALSE;
  if (self->kind != 0
      && (bv_table_get_flags (bv_row_get_table (item), bv_row_get_index (item)) & self->kind) == 0)
    return FALSE;
  return !bv_row_filter_is_searching (self) || is_found (self, item);
}

static GtkFilterMatch
bv_row_filter_get_strictness (GtkFilter *filter)
{
  BvRowFilter *self = BV_ROW_FILTER (filter);

  return self->group == 0 && self->kind == 0 && !bv_row_filter_is_searching (self) ? GTK_FILTER_MATCH_ALL
                                                                                   : GTK_FILTER_MATCH_SOME;
}

static void
bv_row_filter_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BV_ROW_FILTER (object)->name = g_value_get_uint (value);
}

static void
bv_row_filter_finalize (GObject *object)
{
  BvRowFilter *self = BV_ROW_FILTER (object);

  forget (self);
  g_array_unref (self->places);
  g_array_unref (self->above);
  bv_search_words_free (self->words);
  G_OBJECT_CLASS (bv_row_filter_parent_class)->finalize (object);
}

static void
bv_row_filter_class_init (BvRowFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bv_row_filter_set_property;
  object_class->finalize = bv_row_filter_finalize;
  filter_class->match = bv_row_filter_match;
  filter_class->get_strictness = bv_row_filter_get_strictness;
  g_object_class_install_property (
    object_class, PROP_NAME,
    g_param_spec_uint ("name", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
bv_row_filter_init (BvRowFilter *self)
{
  self->words = bv_search_words_new ("");
  self->places = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->above = g_array_new (FALSE, TRUE, sizeof (guint8));
}

/**
 * bv_row_filter_set_group:
 * @filter: a filter
 * @group: the group whose rows are kept; 0: all
 */
void
bv_row_filter_set_group (BvRowFilter *filter, gint64 group)
{
  if (filter->group == group)
    return;
  filter->group = group;
  gtk_filter_changed (GTK_FILTER (filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * bv_row_filter_set_kind:
 * @filter: a filter
 * @kind: the flag of rows that are kept, %BV_TABLE_ROW_KIND or one behind it; 0: all
 */
void
bv_row_filter_set_kind (BvRowFilter *filter, guint kind)
{
  if (filter->kind == kind)
    return;
  filter->kind = kind;
  gtk_filter_changed (GTK_FILTER (filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * bv_row_filter_keep:
 * @filter: a filter
 * @first: what a row stands for that stays, whatever is searched from now on; 0: none
 * @second: another one
 */
void
bv_row_filter_keep (BvRowFilter *filter, gint64 first, gint64 second)
{
  filter->kept[0] = first;
  filter->kept[1] = second;
}

/**
 * bv_row_filter_set_search:
 * @filter: a filter
 * @text: what is searched, as typed; empty: all
 *
 * Returns: whether something else is searched now, and not all
 */
gboolean
bv_row_filter_set_search (BvRowFilter *filter, const char *text)
{
  g_autoptr (BvSearchWords) words = bv_search_words_new (text);

  if (bv_search_words_equal (words, filter->words))
    return FALSE;
  bv_search_words_free (filter->words);
  filter->words = g_steal_pointer (&words);
  forget (filter);
  gtk_filter_changed (GTK_FILTER (filter), GTK_FILTER_CHANGE_DIFFERENT);
  return bv_row_filter_is_searching (filter);
}

/**
 * bv_row_filter_look_again:
 * @filter: a filter
 *
 * Rows have other texts now.
 */
void
bv_row_filter_look_again (BvRowFilter *filter)
{
  forget (filter);
  gtk_filter_changed (GTK_FILTER (filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * bv_row_filter_is_searching:
 * @filter: a filter
 *
 * Returns: whether it keeps only what is searched
 */
gboolean
bv_row_filter_is_searching (BvRowFilter *filter)
{
  return !bv_search_words_is_empty (filter->words);
}

/**
 * bv_row_filter_find:
 * @filter: a filter that is searching
 * @row: a row
 *
 * Returns: where the words stand in it
 */
BvSearchPlace
bv_row_filter_find (BvRowFilter *filter, BvRow *row)
{
  guint index = bv_row_get_index (row);
  guint8 *place;

  take_table (filter, bv_row_get_table (row));
  place = &g_array_index (filter->places, guint8, index);
  if (*place == UNKNOWN)
    *place = find (filter, filter->table, index);
  return *place;
}

/**
 * bv_row_filter_finds_in_tree:
 * @filter: a filter that is searching
 *
 * Returns: whether its rows are those of a tree, whose order they keep
 */
gboolean
bv_row_filter_finds_in_tree (BvRowFilter *filter)
{
  return filter->table != NULL && bv_table_is_tree (filter->table);
}

/**
 * bv_row_filter_count_in:
 * @filter: a filter that is searching
 * @row: a row
 * @column: a column of its table
 *
 * Returns: with how many of the words that are searched one begins in that column
 */
guint
bv_row_filter_count_in (BvRowFilter *filter, BvRow *row, guint column)
{
  gsize length;
  const char *text
    = bv_table_find_folded (bv_row_get_table (row), bv_row_get_index (row), filter->name, column, &length);

  return text != NULL ? bv_search_words_count_in (filter->words, text, length) : 0;
}

/**
 * bv_row_filter_finds_any:
 * @filter: a filter that is searching
 * @table: a table
 *
 * Returns: whether what is searched stands in any row of @table, of whatever group
 */
gboolean
bv_row_filter_finds_any (BvRowFilter *filter, BvTable *table)
{
  guint n_rows = bv_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    if (find (filter, table, i) != BV_SEARCH_NOWHERE)
      return TRUE;
  return FALSE;
}
