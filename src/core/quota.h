/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

typedef enum
{
  BV_QUOTA_COLLECTIVE,
  BV_QUOTA_INDIVIDUAL,
  BV_QUOTA_EITHER,
} BvQuotaKind;

/* One of the groups that compete for a quota. */
typedef struct
{
  BvRecord record;
  char *group;
} BvQuotaGroup;

/* One that comes before: who is inside it is taken here. */
typedef struct
{
  BvRecord record;
  char *after;
} BvQuotaAfter;

/* At most so many of one group. */
typedef struct
{
  BvRecord record;
  char *group;
  gint64 cap;
} BvQuotaCap;

/**
 * BvQuota:
 *
 * How many may be proposed, of which kind (chỉ tiêu khen thưởng). With its groups it is a pool (nguồn xét).
 */
typedef struct
{
  BvRecord record;
  char *key;
  char *name;
  gint64 kind;          /* BvQuotaKind */
  GPtrArray *groups;    /* of BvQuotaGroup */
  gint64 count;         /* BV_NONE where percent is set */
  gint64 percent;       /* BV_NONE where count is set */
  GPtrArray *per_group; /* of BvQuotaCap */
  gint64 per_parent;    /* BV_NONE: no cap */
  gint64 threshold;     /* of votes, core/share.h; BV_NONE: the council's */
  char *award;          /* NULL: the campaign's */
  GPtrArray *after;     /* of BvQuotaAfter */
} BvQuota;

extern const BvEntity bv_quota_entity;
extern const BvEntity bv_quota_group_entity;
extern const BvEntity bv_quota_cap_entity;
extern const BvEntity bv_quota_after_entity;

const char *bv_quota_kind_words (BvQuotaKind kind);
gboolean bv_quota_has_group (const BvQuota *quota, const char *group);
gboolean bv_quota_is_after (const BvQuota *quota, const char *other);

G_END_DECLS
