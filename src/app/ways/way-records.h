/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ways/way-tables.h"
#include "app/ways/way.h"

G_BEGIN_DECLS

BvWay *bv_way_records_write_nominee (BvSession *session, BvTable *nominees, guint row);
BvWay *bv_way_records_write_unit (BvTable *units, guint row);
BvWay *bv_way_records_write_document (const BvWayTables *tables, guint row);
BvWay *bv_way_records_find (BvSession *session, const BvWayTables *tables, const char *page, gint64 record);

G_END_DECLS
