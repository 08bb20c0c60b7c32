/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TYPE_SHEETS (bv_sheets_get_type ())
G_DECLARE_FINAL_TYPE (BvSheets, bv_sheets, BV, SHEETS, GObject)

#define BV_TYPE_SHEET (bv_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BvSheet, bv_sheet, BV, SHEET, GObject)

BvSheets *bv_sheets_new (BvDocument *document);
const BvDocument *bv_sheets_get_document (BvSheets *sheets);
gboolean bv_sheets_lay_out (BvSheets *sheets);
void bv_sheets_reach (BvSheets *sheets, guint page);
gboolean bv_sheets_are_complete (BvSheets *sheets);
void bv_sheets_get_size (BvSheets *sheets, guint page, double *width, double *height);
void bv_sheets_draw (BvSheets *sheets, guint page, cairo_t *cr);

BvSheets *bv_sheet_get_sheets (BvSheet *sheet);
guint bv_sheet_get_page (BvSheet *sheet);

G_END_DECLS
