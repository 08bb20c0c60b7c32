/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvLedger:
 *
 * Room-private: what the journal has left of each row, beside the tables: where these are damaged it tells
 * for each campaign, and for each row of what was sealed and written of it and each template, whether it is
 * what was recorded.
 */
typedef struct _BvLedger BvLedger;

/* A row of what was sealed or written, or a template, that is not what was recorded, or is not there. */
typedef struct
{
  const char *table; /* interned */
  gint64 id;
  gint64 campaign; /* 0: of none */
  gint64 action;   /* that recorded it; 0: nobody did */
} BvLedgerStray;

BvLedger *bv_ledger_read (BvLibrary *library, gboolean is_chained, GError **error);
void bv_ledger_free (BvLedger *ledger);
GHashTable *bv_ledger_list_whole (const BvLedger *ledger, GError **error);
GArray *bv_ledger_list_strays (const BvLedger *ledger, GError **error);
GArray *bv_ledger_list_campaigns (const BvLedger *ledger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLedger, bv_ledger_free)

G_END_DECLS
