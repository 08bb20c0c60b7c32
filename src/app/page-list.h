/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

void bv_page_list_add_to (BvWindow *window);
void bv_page_list_add_steps_to (BvWindow *window);

G_END_DECLS
