/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file with every field of the format, in the form that dump writes: interchange-sample.json. In what
 * stands in the code, ' stands for ". */

char *interchange_sample_new (void);
char *interchange_sample_quote (const char *text);

/* The sample with one piece of text, which must occur in it, replaced where it first stands. */
char *interchange_sample_with (const char *from, const char *to);

G_END_DECLS
