/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

void bv_status_backup_attach (BvWindow *window);

G_END_DECLS
