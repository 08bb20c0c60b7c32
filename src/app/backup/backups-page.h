/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_BACKUPS_PAGE (bv_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (BvBackupsPage, bv_backups_page, BV, BACKUPS_PAGE, BvTablePage)

/* Columns of its table. */
enum
{
  BV_BACKUPS_TIME,
  BV_BACKUPS_PLACES,
  BV_BACKUPS_CAMPAIGNS,
  BV_BACKUPS_ACTIONS,
  BV_BACKUPS_EVIDENCE,
  BV_BACKUPS_SIZE,
  BV_BACKUPS_PROOF,
  BV_BACKUPS_N_COLUMNS,
};

G_END_DECLS
