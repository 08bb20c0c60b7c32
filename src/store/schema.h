/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

gboolean bv_schema_make (sqlite3 *db);
gboolean bv_schema_complete (sqlite3 *db, guint version);
gboolean bv_schema_upgrade (BvLibrary *library, GError **error);
gboolean bv_schema_is_current (BvLibrary *library);
gboolean bv_schema_has_proof (BvLibrary *library);
gboolean bv_schema_check (BvLibrary *library, GError **error);

G_END_DECLS
