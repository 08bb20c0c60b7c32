/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prose that people typed: whether it can be kept, and how it is quoted or set within other prose. */

#define BV_TEXT_ERROR (bv_text_error_quark ())
GQuark bv_text_error_quark (void);

typedef enum
{
  BV_TEXT_ERROR_UNFIT,
} BvTextError;

gboolean bv_text_check (const char *text, GError **error);
char *bv_text_drop_unfit (const char *text);
gboolean bv_text_is_blank (const char *text);
gboolean bv_text_has_gap (const char *text);

char *bv_text_excerpt (const char *text);
char *bv_text_phrase (const char *text);
char *bv_text_strip_end (char *text);
char **bv_text_list_items (char **lines);

G_END_DECLS
