/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void bv_window_actions_add (BvWindow *window);
void bv_window_actions_update (BvWindow *window);

G_END_DECLS
