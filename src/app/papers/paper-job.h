/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/paper-choice.h"
#include "print/document.h"

G_BEGIN_DECLS

void bv_paper_job_run_async (BvSession *session,
                             BvPaperChoice *choice,
                             guint sealing,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
BvDocument *bv_paper_job_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
