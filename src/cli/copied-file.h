/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text/pasted.h"

G_BEGIN_DECLS

/* A file with a block of text that was copied from Excel or Word, and what is said of its lines. */

char *bv_copied_file_read (const char *path, GError **error);
void bv_copied_file_warn (const char *path, const GPtrArray *notes);
gboolean bv_copied_file_check (const char *path, const GPtrArray *faults, GError **error);

G_END_DECLS
