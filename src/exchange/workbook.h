/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/progress.h"
#include "core/proposal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *bv_workbook_write (const BvProposal *proposal,
                         const char *path,
                         const char *temporary_folder,
                         BvProgressFunc progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
