/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BV_HTML_TEXT,
  BV_HTML_START,
  BV_HTML_END,
} BvHtmlKind;

/* A piece of HTML; comments, declarations, scripts and styles are passed over. */
typedef struct
{
  BvHtmlKind kind;
  char name[16];        /* of an element, in small letters, as far as there is room */
  const char *text;     /* or its attributes */
  const char *text_end; /* of @text */
} BvHtmlToken;

gboolean bv_html_token_read (BvHtmlToken *token, const char **text, const char *end);
char *bv_html_token_get_attribute (const BvHtmlToken *token, const char *name);

G_END_DECLS
