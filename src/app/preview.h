/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/preview-window.h"
#include "app/window.h"

G_BEGIN_DECLS

BvPreviewWindow *bv_preview_open (BvWindow *window);

G_END_DECLS
