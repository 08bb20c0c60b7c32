/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bv_workbook_first_pages_unnumber (const char *path, guint sheets, GError **error);

G_END_DECLS
