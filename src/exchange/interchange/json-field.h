/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bv_json_field_set (gpointer record, const char *name, const char *value, GError **error);

G_END_DECLS
