/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/changes.h"
#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  char *kind; /* "nominee", "unit" or "evidence" */
  gint64 id;
  char *key;
  char *title;
  char *detail;
} BvSearchHit;

gboolean bv_search_register (sqlite3 *db, GError **error);
gboolean bv_search_update (BvLibrary *library, const BvChanges *changes, GError **error);
gboolean bv_search_rebuild (BvLibrary *library, GError **error);
gint64 bv_search_count_stale (BvLibrary *library, GError **error);
GPtrArray *
bv_search_query (BvLibrary *library, gint64 campaign, const char *text, guint limit, GError **error);
void bv_search_hit_free (BvSearchHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSearchHit, bv_search_hit_free)

G_END_DECLS
