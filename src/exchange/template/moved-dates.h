/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/template-text.h"

G_BEGIN_DECLS

char *bv_moved_dates_describe (const GPtrArray *moves);

G_END_DECLS
