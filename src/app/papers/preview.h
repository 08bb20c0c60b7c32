/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/preview-window.h"

G_BEGIN_DECLS

BvPreviewWindow *bv_preview_open (GtkWindow *parent,
                                  BvSession *session,
                                  guint sealing,
                                  BvPaperChoice *first,
                                  GListModel *special);

G_END_DECLS
