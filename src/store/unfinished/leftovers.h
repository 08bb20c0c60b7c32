/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_leftovers_find (BvLibrary *library, GPtrArray *findings, GError **error);

G_END_DECLS
