/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvKeyMap:
 *
 * The keys of one campaign's units, groups, criteria and evidence, both ways: references are keys in a record
 * and rows in the library. The code of a criterion is unique in its group only, so its scope is the group's
 * row; the scope of the others is 0. A map that was opened for a campaign looks up what it is asked for; the
 * others know what they were given.
 */
typedef struct _BvKeyMap BvKeyMap;

BvKeyMap *bv_key_map_new (void);
BvKeyMap *bv_key_map_open (BvLibrary *library, gint64 campaign);
BvKeyMap *bv_key_map_read (BvLibrary *library, gint64 campaign, GError **error);
void bv_key_map_free (BvKeyMap *map);
void bv_key_map_add (BvKeyMap *map, const BvEntity *entity, gint64 scope, const char *key, gint64 id);
gint64 bv_key_map_find (BvKeyMap *map, const BvEntity *entity, gint64 scope, const char *key, GError **error);
const char *bv_key_map_key (BvKeyMap *map, const BvEntity *entity, gint64 id);

gboolean bv_key_map_look_up (BvLibrary *library,
                             const BvEntity *entity,
                             gint64 owner,
                             const char *key,
                             gint64 *id,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvKeyMap, bv_key_map_free)

G_END_DECLS
