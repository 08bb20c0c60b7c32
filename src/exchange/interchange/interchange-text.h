/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room-private: the text of a file that may be a campaign, before anybody knows what it says. */

gboolean bv_interchange_text_refuse (int line, int column, const char *message, GError **error);
gboolean bv_interchange_text_check (const char *data, gsize length, GError **error);

G_END_DECLS
