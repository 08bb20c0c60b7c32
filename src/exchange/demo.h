/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/workbook.h"
#include "store/library.h"

G_BEGIN_DECLS

BvCampaign *bv_demo_read (const char *library_folder,
                          BvProgressFunc progress,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);
gint64 bv_demo_create (BvLibrary *library, GError **error);

G_END_DECLS
