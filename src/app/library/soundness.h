/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

void bv_soundness_attach (BvWindow *window);
const char *const *bv_soundness_get_findings (GtkWindow *window);

G_END_DECLS
