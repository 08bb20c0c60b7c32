/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why the disk or the system refused something, in the user's language. What the C library and GLib say is in
 * the language of catalogues of their own, which may not be there, and tells what they were about to do. */

const char *bv_failure_describe (const GError *cause);
const char *bv_failure_describe_code (int code);
const char *bv_failure_describe_database (int code, const char *words);
char *bv_failure_describe_room (const char *why, const char *path);

G_END_DECLS
