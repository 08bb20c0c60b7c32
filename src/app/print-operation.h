/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "app/sheets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *bv_print_operation_new (BvSheets *sheets);
void bv_print_operation_run (BvSheets *sheets, guint page, BvSession *session, GtkWindow *parent);

G_END_DECLS
