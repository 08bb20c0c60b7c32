/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"

G_BEGIN_DECLS

void bv_width_shares_fit (BvBlock *table, double width);

G_END_DECLS
