/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/paper-choice.h"
#include "print/document.h"

G_BEGIN_DECLS

void bv_composing_run_async (BvSession *session,
                             BvPaperChoice *choice,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
BvDocument *bv_composing_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
