/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "exchange/intake/inbox.h"

G_BEGIN_DECLS

typedef enum
{
  BV_INBOX_NAME,
  BV_INBOX_HANDED,
  BV_INBOX_CAME,
  BV_INBOX_VERSION,
  BV_INBOX_ROWS,
  BV_INBOX_ERRORS,
  BV_INBOX_MISSING,
  BV_INBOX_STATE,
  BV_INBOX_SENDER,
  BV_INBOX_N_COLUMNS,
} BvInboxColumn;

/* The row that stands for a section. */
#define BV_INBOX_SECTION_ID(section) (-1 - (gint64) (section))

BvTable *bv_inbox_table_new (const BvInbox *inbox, const gint64 *ids, GHashTable *closed);
char *bv_inbox_table_write_day (gint64 time);

G_END_DECLS
