/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* A unit of another time. */
typedef struct
{
  gint64 id; /* its row; 0: the library does not have it, but a built-in list names it */
  char *code;
  char *name;
  gint64 valid_from; /* BV_NONE: not known */
  gint64 valid_to;
  gboolean in_part; /* only a part of the older one went into the younger */
} BvRelative;

/**
 * BvRelatives:
 *
 * What a unit was made of, and what it became.
 */
typedef struct
{
  GPtrArray *before; /* of BvRelative */
  GPtrArray *after;
} BvRelatives;

BvRelatives *bv_shipped_lineage_read (BvLibrary *library, gint64 unit, GError **error);
void bv_shipped_lineage_free (BvRelatives *relatives);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRelatives, bv_shipped_lineage_free)

G_END_DECLS
