/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "store/key-map.h"
#include "store/layout.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: any record to and from its table, by the entity's fields and its layout. */

/* Receives a record and the rows that own it. */
typedef void (*BvRecordFunc) (gpointer record, const gint64 *owners, gpointer data);

/* All records of an entity that one campaign has. */
typedef struct
{
  const BvEntity *entity;
  gint64 campaign;       /* a campaign's row */
  BvKeyMap *keys;        /* the campaign's keys, which make reading thousands faster; NULL: none */
  const char *condition; /* of a row t, and of the nominee n that it belongs to; NULL: all of the campaign */
} BvRecordsOf;

gboolean bv_records_read_all (BvLibrary *library,
                              const BvRecordsOf *which,
                              BvRecordFunc func,
                              gpointer data,
                              GError **error);
gpointer bv_records_read (BvLibrary *library, const BvEntity *entity, gint64 id, GError **error);
gboolean bv_records_read_assessment (BvLibrary *library,
                                     gint64 nominee,
                                     gint64 criterion,
                                     BvAssessment **assessment,
                                     GError **error);
gboolean bv_records_read_answers (BvLibrary *library,
                                  gint64 criterion,
                                  BvRecordFunc func,
                                  gpointer data,
                                  GError **error);
gboolean bv_records_insert (BvLibrary *library,
                            gpointer record,
                            BvKeyMap *keys,
                            const gint64 *owners,
                            gint64 ordinal,
                            GError **error);
gboolean bv_records_update (BvLibrary *library,
                            gconstpointer before,
                            gpointer after,
                            BvKeyMap *keys,
                            const gint64 *owners,
                            GError **error);
gboolean bv_records_remove (BvLibrary *library,
                            const BvRecord *record,
                            BvKeyMap *keys,
                            const gint64 *owners,
                            GError **error);
gboolean bv_records_owns (const BvField *field);
gint64 bv_records_new_id (void);

G_END_DECLS
