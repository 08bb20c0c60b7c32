/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/preview-pages.h"
#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *bv_print_operation_new (BvPreviewPages *pages);
void bv_print_operation_run (BvPreviewPages *pages, guint page, BvSession *session, GtkWindow *parent);

G_END_DECLS
