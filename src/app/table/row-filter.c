/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/row-filter.h"

#include "app/table/row.h"
#include "core/text/vietnamese.h"

#include <string.h>

/**
 * BvRowFilter:
 *
 * Keeps the rows of one group in whose texts a word begins with every word that is searched: without regard
 * to case and marks, so that `duong` finds Đường and `hoà` finds hòa, but `hanh` does not find thành.
 */
struct _BvRowFilter
{
  GtkFilter parent_instance;
  gint64 group; /* 0: all */
  GStrv words;  /* folded; empty: all */
};

G_DEFINE_FINAL_TYPE (BvRowFilter, bv_row_filter, GTK_TYPE_FILTER)

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = bv_vietnamese_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static gboolean
has_word (const char *text, const char *start)
{
  for (const char *found = strstr (text, start); found != NULL; found = strstr (found + 1, start))
    if (found == text || (!g_ascii_isalnum (found[-1]) && (guchar) found[-1] < 0x80))
      return TRUE;
  return FALSE;
}

static gboolean
finds (BvRowFilter *self, BvTable *table, guint row)
{
  const char *text;

  if (self->words[0] == NULL)
    return TRUE;
  text = bv_table_get_folded (table, row);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (!has_word (text, self->words[i]))
      return FALSE;
  return TRUE;
}

static gboolean
bv_row_filter_match (GtkFilter *filter, gpointer item)
{
  BvRowFilter *self = BV_ROW_FILTER (filter);
  BvTable *table = bv_row_get_table (item);
  guint row = bv_row_get_index (item);

  return (self->group == 0 || bv_table_get_group (table, row) == self->group) && finds (self, table, row);
}

static GtkFilterMatch
bv_row_filter_get_strictness (GtkFilter *filter)
{
  BvRowFilter *self = BV_ROW_FILTER (filter);

  return self->group == 0 && self->words[0] == NULL ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
bv_row_filter_finalize (GObject *object)
{
  g_strfreev (BV_ROW_FILTER (object)->words);
  G_OBJECT_CLASS (bv_row_filter_parent_class)->finalize (object);
}

static void
bv_row_filter_class_init (BvRowFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_row_filter_finalize;
  filter_class->match = bv_row_filter_match;
  filter_class->get_strictness = bv_row_filter_get_strictness;
}

static void
bv_row_filter_init (BvRowFilter *self)
{
  self->words = g_new0 (char *, 1);
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
 * bv_row_filter_set_search:
 * @filter: a filter
 * @text: what is searched, as typed; empty: all
 *
 * Returns: whether something else is searched now, and not all
 */
gboolean
bv_row_filter_set_search (BvRowFilter *filter, const char *text)
{
  g_auto (GStrv) words = split_words (text);

  if (g_strv_equal ((const char *const *) words, (const char *const *) filter->words))
    return FALSE;
  g_strfreev (filter->words);
  filter->words = g_steal_pointer (&words);
  gtk_filter_changed (GTK_FILTER (filter), GTK_FILTER_CHANGE_DIFFERENT);
  return filter->words[0] != NULL;
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
  return filter->words[0] != NULL;
}

/**
 * bv_row_filter_finds_any:
 * @filter: a filter
 * @table: a table
 *
 * Returns: whether what is searched stands in any row of @table, of whatever group
 */
gboolean
bv_row_filter_finds_any (BvRowFilter *filter, BvTable *table)
{
  guint n_rows = bv_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    if (finds (filter, table, i))
      return TRUE;
  return FALSE;
}
