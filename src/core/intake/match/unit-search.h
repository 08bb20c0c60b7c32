/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"

G_BEGIN_DECLS

GPtrArray *bv_unit_search_find (const GPtrArray *registry, gint64 day, const char *text, guint most);

G_END_DECLS
