/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvMimeHeader:
 *
 * The header of a mail or of a part of it (RFC 5322, 2.2).
 */
typedef struct _BvMimeHeader BvMimeHeader;

BvMimeHeader *bv_mime_header_parse (const char *bytes, gsize length, gsize *body);
void bv_mime_header_free (BvMimeHeader *header);
const char *bv_mime_header_get (const BvMimeHeader *header, const char *name);

char *bv_mime_value_get_word (const char *value);
char *bv_mime_value_get_parameter (const char *value, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMimeHeader, bv_mime_header_free)

G_END_DECLS
