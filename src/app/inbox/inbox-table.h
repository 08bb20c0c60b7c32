/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "exchange/intake/inbox.h"

G_BEGIN_DECLS

typedef enum
{
  BV_BOARD_NAME,
  BV_BOARD_CAME,
  BV_BOARD_VERSION,
  BV_BOARD_ROWS,
  BV_BOARD_ERRORS,
  BV_BOARD_MISSING,
  BV_BOARD_STATE,
  BV_BOARD_SENDER,
  BV_BOARD_N_COLUMNS,
} BvBoardColumn;

/* The row that stands for a section. */
#define BV_BOARD_SECTION_ID(section) (-1 - (gint64) (section))

BvTable *bv_inbox_table_new (const BvInbox *inbox, const gint64 *ids, GHashTable *closed);
char *bv_inbox_table_write_day (gint64 time);

G_END_DECLS
