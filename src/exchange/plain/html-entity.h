/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BV_HTML_ENTITY_SPACE 0xa0

gunichar bv_html_entity_read (const char **text, const char *end);
char *bv_html_entity_decode (const char *text, gsize length);

G_END_DECLS
