/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "store/progress.h"

G_BEGIN_DECLS

char *bv_workbook_write (const BvProposal *proposal,
                         const char *path,
                         const char *temporary_folder,
                         const BvProgress *progress,
                         guint *n_cut,
                         GError **error);

G_END_DECLS
