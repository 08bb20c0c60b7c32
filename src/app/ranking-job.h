/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void bv_ranking_job_run_async (const char *folder,
                               gint64 campaign,
                               gint64 date,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
BvProposal *bv_ranking_job_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
