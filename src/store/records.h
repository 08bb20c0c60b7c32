/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "store/keyring.h"
#include "store/layout.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: any record to and from its table, by the entity's fields and its layout. */

/* Receives a record and the rows that own it. */
typedef void (*BvRecordFunc) (gpointer record, const gint64 *owners, gpointer data);

gboolean bv_records_read_all (BvLibrary *library,
                              const BvEntity *entity,
                              gint64 campaign,
                              BvKeyring *ring,
                              BvRecordFunc func,
                              gpointer data,
                              GError **error);
gpointer
bv_records_read (BvLibrary *library, const BvEntity *entity, BvKeyring *ring, gint64 id, GError **error);
gboolean bv_records_read_children (BvLibrary *library,
                                   gpointer record,
                                   BvKeyring *ring,
                                   const gint64 *owners,
                                   GError **error);
gboolean bv_records_insert (BvLibrary *library,
                            gpointer record,
                            BvKeyring *ring,
                            const gint64 *owners,
                            gint64 ordinal,
                            GError **error);
gboolean bv_records_update (BvLibrary *library,
                            gconstpointer before,
                            gpointer after,
                            BvKeyring *ring,
                            const gint64 *owners,
                            GError **error);
gint64 bv_records_new_id (void);

G_END_DECLS
