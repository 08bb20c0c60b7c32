/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/header-sense.h"

G_BEGIN_DECLS

/* Room-private: which criterion a title names. */

BvHeaderMeaning bv_header_criterion_find (const GPtrArray *criteria, const char *title);

G_END_DECLS
