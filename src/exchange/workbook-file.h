/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bv_workbook_file_begin (const char *path, GError **error);
gboolean bv_workbook_file_keep (const char *path, char **kept, GError **error);
gboolean bv_workbook_file_finish (const char *temporary, const char *path, GError **error);
gboolean bv_workbook_file_refuse (const char *path, const char *reason, GError **error);

G_END_DECLS
