/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What was answered about tables from outside, and is known from then on. */

GPtrArray *bv_learned_list (BvLibrary *library, GError **error);
gboolean bv_learned_write (BvLibrary *library, const GPtrArray *answers, GError **error);

G_END_DECLS
