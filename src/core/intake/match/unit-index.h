/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/match/unit-form.h"
#include "core/unit.h"

G_BEGIN_DECLS

/* What in the registry's record a key says. */
typedef enum
{
  BV_UNIT_SAID_NAME = 1 << 0,
  BV_UNIT_SAID_BARE = 1 << 1, /* the name of a territory without its type */
  BV_UNIT_SAID_ALIAS = 1 << 2,
  BV_UNIT_SAID_CODE = 1 << 3,
  BV_UNIT_SAID_EARLIER = 1 << 4, /* an alias that is the name of a unit that it was made of */
} BvUnitSaid;

/* A unit, and what the key says of it. */
typedef struct
{
  const BvUnit *unit;
  guint said; /* of BvUnitSaid */
} BvUnitNamed;

/* One of the names of a unit. */
typedef struct
{
  const BvUnit *unit;
  BvUnitForm form;
} BvUnitSpelling;

/**
 * BvUnitIndex:
 *
 * Which units of a registry, of all times, a key names.
 */
typedef struct _BvUnitIndex BvUnitIndex;

BvUnitIndex *bv_unit_index_new (const GPtrArray *units);
void bv_unit_index_free (BvUnitIndex *index);
const GArray *bv_unit_index_find (const BvUnitIndex *index, const char *key);
const GArray *bv_unit_index_list_spellings (const BvUnitIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnitIndex, bv_unit_index_free)

G_END_DECLS
