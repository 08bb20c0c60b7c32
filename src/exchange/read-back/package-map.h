/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package/package-reader.h"

G_BEGIN_DECLS

/**
 * BvPackageMap:
 *
 * Which parts a package has, and which it says it has: by its list of types, and where parts refer to others
 * (ISO/IEC 29500-2, 9.3 and 10.1.2).
 */
typedef struct _BvPackageMap BvPackageMap;

#define BV_PACKAGE_TYPES "[Content_Types].xml"

BvPackageMap *bv_package_map_new (void);
void bv_package_map_free (BvPackageMap *map);
void bv_package_map_add (BvPackageMap *map, const char *part);
gboolean bv_package_map_reads (const char *part);
gboolean bv_package_map_read (BvPackageMap *map, BvPackageReader *reader, const char *part);
gboolean
bv_package_map_has_link (const BvPackageMap *map, const char *part, const char *id, const char *target);
const char *bv_package_map_find_missing (const BvPackageMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPackageMap, bv_package_map_free)

G_END_DECLS
