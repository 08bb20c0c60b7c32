/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Vietnamese of the time before Unicode: letters of Western Europe that only a font of its own shows as
 * Vietnamese. Old lists are still copied from. */

typedef enum
{
  BV_LEGACY_NONE,
  BV_LEGACY_TCVN3,
  BV_LEGACY_TCVN3_CAPITALS, /* in a font that shows small letters as capitals */
  BV_LEGACY_VNI,
} BvLegacyCharset;

BvLegacyCharset bv_legacy_charset_of_font (const char *font);
BvLegacyCharset bv_legacy_charset_guess (const char *text);
const char *bv_legacy_charset_get_title (BvLegacyCharset charset);
char *bv_legacy_text_convert (const char *text, BvLegacyCharset charset);

G_END_DECLS
