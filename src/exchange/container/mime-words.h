/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts in the header of a mail. */

char *bv_mime_text_decode (const char *bytes, gsize length, const char *charset);
char *bv_mime_words_decode (const char *value);

G_END_DECLS
