/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_WORKBOOK_ERROR (bv_workbook_error_quark ())
GQuark bv_workbook_error_quark (void);

typedef enum
{
  BV_WORKBOOK_ERROR_WRITE,
} BvWorkbookError;

/* Progress of long work, 0 to 1; may be called from a worker thread. */
typedef void (*BvProgressFunc) (double fraction, gpointer data);

char *bv_workbook_write (const BvProposal *proposal,
                         const char *path,
                         const char *temporary_folder,
                         BvProgressFunc progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
