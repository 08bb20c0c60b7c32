/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package/package-reader.h"

G_BEGIN_DECLS

/**
 * BvSourcePackage:
 *
 * A package from outside, whose parts are read in any order, as they name each other: names count without
 * case, and with either slash, as programs write them.
 */
typedef struct _BvSourcePackage BvSourcePackage;

BvSourcePackage *bv_source_package_open (const char *path, GError **error);
void bv_source_package_free (BvSourcePackage *package);
gboolean bv_source_package_has (BvSourcePackage *package, const char *part);
gboolean bv_source_package_parse (BvSourcePackage *package,
                                  const char *part,
                                  const BvPackageHandlers *handlers,
                                  gpointer data,
                                  GError **error);
char *bv_source_package_name_root (BvSourcePackage *package, const char *part);
char *bv_source_package_resolve (const char *part, const char *target);
char *bv_source_package_name_relations (const char *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSourcePackage, bv_source_package_free)

G_END_DECLS
