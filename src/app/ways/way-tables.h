/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/table.h"

G_BEGIN_DECLS

/* The records of a campaign to which one can go, ready to be searched. */
typedef struct
{
  BvTable *nominees;  /* BvNomineesColumn */
  BvTable *units;     /* BvUnitsColumn */
  BvTable *documents; /* BvDocumentsColumn */
} BvWayTables;

BvWayTables *bv_way_tables_new (void);
void bv_way_tables_free (BvWayTables *tables);
void bv_way_tables_read_async (BvSession *session,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
BvWayTables *bv_way_tables_read_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWayTables, bv_way_tables_free)

G_END_DECLS
