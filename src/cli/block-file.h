/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text/block.h"

G_BEGIN_DECLS

/* A file with a block of text that was copied from Excel or Word, and what is said of its lines. */

char *bv_block_file_read (const char *path, GError **error);
void bv_block_file_warn (const char *path, const GPtrArray *notes);
gboolean bv_block_file_check (const char *path, const GPtrArray *faults, GError **error);

G_END_DECLS
