/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/way-tables.h"

#include "app/session/reader.h"
#include "store/lists.h"

static void
fold (BvTable *table, guint name)
{
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    bv_table_get_folded (table, i, name);
}

/* Texts are folded here, not in the turn in which a key is pressed. */
static gpointer
read_tables (BvLibrary *library, gpointer input, GCancellable *cancellable, GError **error)
{
  gint64 campaign = *(gint64 *) input;
  g_autoptr (BvWayTables) self = g_new0 (BvWayTables, 1);

  self->nominees = bv_lists_read_nominees (library, campaign, error);
  if (self->nominees == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->units = bv_lists_read_units (library, campaign, error);
  if (self->units == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->documents = bv_lists_read_documents (library, campaign, error);
  if (self->documents == NULL)
    return NULL;
  fold (self->nominees, BV_NOMINEES_NAME);
  fold (self->units, BV_UNITS_NAME);
  fold (self->documents, BV_DOCUMENTS_FILE);
  return g_steal_pointer (&self);
}

static void
free_tables (gpointer tables)
{
  bv_way_tables_free (tables);
}

/**
 * bv_way_tables_new:
 *
 * Returns: (transfer full): tables without rows
 */
BvWayTables *
bv_way_tables_new (void)
{
  static const BvColumnType nominees[BV_NOMINEES_N_COLUMNS] = { 0 };
  static const BvColumnType units[BV_UNITS_N_COLUMNS] = { 0 };
  static const BvColumnType documents[BV_DOCUMENTS_N_COLUMNS] = { 0 };
  BvWayTables *self = g_new (BvWayTables, 1);

  self->nominees = bv_table_new (nominees, G_N_ELEMENTS (nominees));
  self->units = bv_table_new (units, G_N_ELEMENTS (units));
  self->documents = bv_table_new (documents, G_N_ELEMENTS (documents));
  return self;
}

/**
 * bv_way_tables_free:
 * @tables: (transfer full): tables
 */
void
bv_way_tables_free (BvWayTables *tables)
{
  g_clear_pointer (&tables->nominees, bv_table_unref);
  g_clear_pointer (&tables->units, bv_table_unref);
  g_clear_pointer (&tables->documents, bv_table_unref);
  g_free (tables);
}

/**
 * bv_way_tables_read_async:
 * @session: a session with a campaign
 * @cancellable: to give up
 * @callback: called when they are read
 * @data: for @callback
 *
 * Reads the tables of the campaign in a thread.
 */
void
bv_way_tables_read_async (BvSession *session,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  static const BvReaderKind kind = { read_tables, g_free, free_tables };
  gint64 campaign = bv_session_get_campaign (session);

  bv_reader_run_async (&kind, bv_session_get_folder (session), g_memdup2 (&campaign, sizeof campaign),
                       cancellable, callback, data);
}

/**
 * bv_way_tables_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the tables
 */
BvWayTables *
bv_way_tables_read_finish (GAsyncResult *result, GError **error)
{
  return bv_reader_run_finish (result, error);
}
