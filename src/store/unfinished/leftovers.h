/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

void bv_leftovers_find (BvLibrary *library, GPtrArray *findings);

G_END_DECLS
