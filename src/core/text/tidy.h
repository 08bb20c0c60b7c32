/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text as it enters the library, by whatever door: without what nobody sees, but what makes two texts of
 * one. */

char *bv_tidy_line (const char *text);
char *bv_tidy_lines (const char *text);

G_END_DECLS
