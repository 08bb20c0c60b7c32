/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-package.h"

G_BEGIN_DECLS

/**
 * BvSourceRelations:
 *
 * Which other parts a part of a package names, and as what (ISO/IEC 29500-2).
 */
typedef struct _BvSourceRelations BvSourceRelations;

BvSourceRelations *bv_source_relations_read (BvSourcePackage *package, const char *part, GError **error);
void bv_source_relations_free (BvSourceRelations *relations);
const char *bv_source_relations_find (const BvSourceRelations *relations, const char *id, const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSourceRelations, bv_source_relations_free)

G_END_DECLS
