/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was made of a file as it was read: what was rounded line by line, texts by their number. Whoever keeps
 * notices has nobody to ask, so what a text cannot have is taken out; without them it is refused. */
typedef struct _BvJsonNotices BvJsonNotices;

BvJsonNotices *bv_json_notices_new (void);
BvJsonNotices *bv_json_notices_new_verbatim (void);
gboolean bv_json_notices_are_verbatim (const BvJsonNotices *notices);
void bv_json_notices_free (BvJsonNotices *notices);
void bv_json_notices_add (BvJsonNotices *notices, const char *line);
char *bv_json_notices_take_text (BvJsonNotices *notices, const char *text);
void bv_json_notices_compare_text (BvJsonNotices *notices, const char *given, const char *kept);
char **bv_json_notices_list (const BvJsonNotices *notices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvJsonNotices, bv_json_notices_free)

G_END_DECLS
