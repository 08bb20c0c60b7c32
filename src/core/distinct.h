/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/* What may be the same twice (RULES.md, The same twice). */
typedef enum
{
  BV_SAME_PERSON,
  BV_SAME_UNIT,
  BV_SAME_INITIATIVE,
  BV_SAME_EVIDENCE,
  BV_SAME_COMMENDED,
  BV_N_SAME_KINDS,
} BvSameKind;

/* One of the nominees that somebody looked at. */
typedef struct
{
  BvRecord record;
  char *nominee; /* a key */
} BvDistinctNominee;

/**
 * BvDistinct:
 *
 * Somebody looked at nominees that look like the same twice: they are not, or it stands for a reason.
 */
typedef struct
{
  BvRecord record;
  gint64 kind;         /* BvSameKind */
  GPtrArray *nominees; /* of BvDistinctNominee */
  char *reason;        /* empty: not the same; else why it stands */
} BvDistinct;

extern const BvEntity bv_distinct_entity;
extern const BvEntity bv_distinct_nominee_entity;
extern const BvChoice bv_same_kinds[];

G_END_DECLS
