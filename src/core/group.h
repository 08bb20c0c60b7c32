/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

typedef enum
{
  BV_GROUP_COLLECTIVE,
  BV_GROUP_INDIVIDUAL,
} BvGroupKind;

/* 100 points. */
#define BV_GROUP_USUAL_SUM 10000

#define BV_N_GROUP_KINDS (BV_GROUP_INDIVIDUAL + 1)

typedef enum
{
  BV_ASSESSED_BY_OFFICE,
  BV_ASSESSED_BY_PARENT,
  BV_ASSESSED_BY_LEAD,
} BvAssessedBy;

/**
 * BvGroupClass:
 *
 * What those who reach a percent are called (xếp loại).
 */
typedef struct
{
  BvRecord record;
  char *name;
  gint64 from; /* 1/100 percent */
} BvGroupClass;

/**
 * BvGroup:
 *
 * Participants judged by one set of criteria (khối).
 */
typedef struct
{
  BvRecord record;
  char *key;
  char *name;
  gint64 kind;          /* BvGroupKind */
  gint64 assessed_by;   /* BvAssessedBy */
  char *assessor;       /* the code of the unit that leads, and gives the scores; NULL: none */
  gint64 bonus_cap;     /* 1/100 point; BV_NONE: no cap */
  gint64 deduction_cap; /* 1/100 point; BV_NONE: no cap */
  gint64 sum;           /* 1/100 point that the maxima should add up to; BV_NONE: not checked */
  char **unit_types;    /* of the units that may be put forward; NULL: all */
  GPtrArray *classes;   /* of BvGroupClass: the best first */
  GPtrArray *criteria;  /* of BvCriterion: the top of the tree */
} BvGroup;

extern const BvEntity bv_group_entity;
extern const BvEntity bv_group_class_entity;
extern const BvChoice bv_group_kinds[];

GPtrArray *bv_group_list_leaves (const BvGroup *group);
gint64 bv_group_full (const BvGroup *group);
const char *bv_group_find_class (const BvGroup *group, gint64 percent);
const char *bv_group_kind_words (BvGroupKind kind);
char *bv_group_write_counts (const guint *counts);

G_END_DECLS
