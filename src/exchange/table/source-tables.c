/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/table/source-tables.h"

#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

struct _BvSourceTables
{
  const BvSourceSink *sink;
  gpointer data;
  GPtrArray *open;    /* of BvSourceTable, each within the one before it */
  GPtrArray *waiting; /* of BvSourceGrid, in the order in which they began */
  guint n_begun;
  gboolean is_bomb;
  GError *error; /* of the sink */
};

static void
free_table (gpointer data)
{
  BvSourceTable *table = data;

  bv_source_text_clear (&table->text);
  g_string_free (table->number, TRUE);
  g_free (table);
}

/**
 * bv_source_tables_new:
 * @sink: what takes them
 * @data: for @sink
 *
 * Returns: (transfer full): no tables so far
 */
BvSourceTables *
bv_source_tables_new (const BvSourceSink *sink, gpointer data)
{
  BvSourceTables *self = g_new0 (BvSourceTables, 1);

  self->sink = sink;
  self->data = data;
  self->open = g_ptr_array_new_with_free_func (free_table);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_source_grid_free);
  return self;
}

/**
 * bv_source_tables_free:
 * @tables: (transfer full): tables
 */
void
bv_source_tables_free (BvSourceTables *tables)
{
  g_ptr_array_unref (tables->open);
  g_ptr_array_unref (tables->waiting);
  g_clear_error (&tables->error);
  g_free (tables);
}

/**
 * bv_source_tables_get:
 * @tables: tables
 *
 * Returns: (nullable): the innermost that has begun and not ended; %NULL: none
 */
BvSourceTable *
bv_source_tables_get (const BvSourceTables *tables)
{
  return tables->open->len > 0 ? g_ptr_array_index (tables->open, tables->open->len - 1) : NULL;
}

/**
 * bv_source_tables_begin:
 * @tables: tables
 */
void
bv_source_tables_begin (BvSourceTables *tables)
{
  BvSourceTable *table = g_new0 (BvSourceTable, 1);

  tables->is_bomb = tables->is_bomb || ++tables->n_begun > BV_SOURCE_MOST_TABLES;
  table->grid = bv_source_grid_new ();
  table->number = g_string_new (NULL);
  bv_source_text_init (&table->text);
  g_ptr_array_add (tables->waiting, table->grid);
  g_ptr_array_add (tables->open, table);
}

static void
hand_over (BvSourceTables *self)
{
  for (guint i = 0; i < self->waiting->len && bv_source_tables_goes_on (self); i++)
    bv_source_grid_hand_over (g_ptr_array_index (self->waiting, i), "", self->sink, self->data, &self->error);
  g_ptr_array_set_size (self->waiting, 0);
}

/**
 * bv_source_tables_end:
 * @tables: tables of which one has begun
 */
void
bv_source_tables_end (BvSourceTables *tables)
{
  const BvSourceTable *table = bv_source_tables_get (tables);

  tables->is_bomb = tables->is_bomb || bv_source_grid_is_too_much (table->grid);
  g_ptr_array_set_size (tables->open, (int) tables->open->len - 1);
  if (tables->open->len == 0)
    hand_over (tables);
}

/**
 * bv_source_tables_goes_on:
 * @tables: tables
 *
 * Returns: whether more of them may be read
 */
gboolean
bv_source_tables_goes_on (const BvSourceTables *tables)
{
  const BvSourceTable *table = bv_source_tables_get (tables);

  if (table != NULL
      && (bv_source_grid_is_too_much (table->grid) || table->text.text->len > BV_SOURCE_MOST_TEXT))
    return FALSE;
  return !tables->is_bomb && tables->error == NULL;
}

/**
 * bv_source_tables_finish:
 * @tables: tables, of which no more will be read
 * @error: return location for a %BV_SOURCE_ERROR, or what the sink says
 *
 * Returns: whether none was too much for a list, and all were taken
 */
gboolean
bv_source_tables_finish (BvSourceTables *tables, GError **error)
{
  if (tables->error == NULL)
    return bv_source_tables_goes_on (tables) || bv_source_refuse (BV_SOURCE_ERROR_BOMB, error);
  g_propagate_error (error, g_steal_pointer (&tables->error));
  return FALSE;
}
