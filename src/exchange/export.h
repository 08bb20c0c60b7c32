/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/workbook.h"
#include "store/library.h"

G_BEGIN_DECLS

#define BV_EXPORT_ERROR (bv_export_error_quark ())
GQuark bv_export_error_quark (void);

typedef enum
{
  BV_EXPORT_ERROR_OBSTACLES, /* what stands in the way, one line each */
} BvExportError;

BvProposal *bv_export_read_proposal (BvLibrary *library,
                                     gint64 campaign,
                                     gint64 date,
                                     BvCampaign **whole,
                                     GError **error);
char *bv_export_proposal (BvLibrary *library,
                          gint64 campaign,
                          gint64 date,
                          gboolean draft,
                          const char *reason,
                          const char *path,
                          BvProgressFunc progress,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
