/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_verify_count_absent (BvLibrary *library, gint64 campaign, guint *n_absent, GError **error);
gboolean bv_verify_campaign (BvLibrary *library, gint64 campaign, gboolean *sound, GError **error);
char **bv_verify_at_rest (const char *folder);
char **bv_verify_database (BvLibrary *library, GError **error);
char **bv_verify_library (BvLibrary *library, GError **error);

G_END_DECLS
