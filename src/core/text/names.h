/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bv_name_key (const char *name);
char *bv_unit_name_key (const char *name);
gboolean bv_unit_name_equal (const char *a, const char *b);

G_END_DECLS
