/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quota.h"

#include "core/group.h"

#include <glib/gi18n-lib.h>

#define COUNT_MAX 1000000

static const BvChoice kinds[] = {
  { "collective", N_ ("Collectives") },
  { "individual", N_ ("Individuals") },
  { "either", N_ ("Either") },
  { NULL, NULL },
};

static const BvField group_fields[] = {
  BV_FIELD (BvQuotaGroup,
            group,
            "group",
            REFERENCE,
            N_ ("Group"),
            .flags = BV_FIELD_REQUIRED,
            .target = &bv_group_entity),
};

const BvEntity bv_quota_group_entity
  = BV_ENTITY ("quota_group", NULL, N_ ("Group of a quota"), BvQuotaGroup, group_fields);

static const BvField cap_fields[] = {
  BV_FIELD (BvQuotaCap,
            group,
            "group",
            REFERENCE,
            N_ ("Group"),
            .flags = BV_FIELD_REQUIRED,
            .target = &bv_group_entity),
  BV_FIELD (BvQuotaCap,
            cap,
            "cap",
            INTEGER,
            N_ ("At most"),
            .flags = BV_FIELD_REQUIRED,
            .least = 0,
            .most = COUNT_MAX),
};

const BvEntity bv_quota_cap_entity
  = BV_ENTITY ("quota_cap", NULL, N_ ("Cap of a group"), BvQuotaCap, cap_fields);

static const BvField after_fields[] = {
  BV_FIELD (BvQuotaAfter,
            after,
            "after",
            REFERENCE,
            N_ ("After"),
            .flags = BV_FIELD_REQUIRED,
            .target = &bv_quota_entity),
};

const BvEntity bv_quota_after_entity
  = BV_ENTITY ("quota_after", NULL, N_ ("Quota that comes before"), BvQuotaAfter, after_fields);

#define FIELD(member, name, type, title, ...) BV_FIELD (BvQuota, member, name, type, title, ##__VA_ARGS__)
#define LIMIT(most_) .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS, .least = 0, .most = (most_)

static const BvField fields[] = {
  FIELD (key, "key", TEXT, N_ ("Key"), .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY | BV_FIELD_SLUG),
  FIELD (name, "name", TEXT, N_ ("Name"), .flags = BV_FIELD_REQUIRED),
  FIELD (kind, "kind", CHOICE, N_ ("Kind"), .flags = BV_FIELD_REQUIRED | BV_FIELD_RANKS, .choices = kinds),
  FIELD (groups,
         "groups",
         CHILDREN,
         N_ ("Groups"),
         .flags = BV_FIELD_AS_VALUES | BV_FIELD_RANKS,
         .target = &bv_quota_group_entity),
  FIELD (count, "count", INTEGER, N_ ("Number"), LIMIT (COUNT_MAX)),
  FIELD (percent, "percent", INTEGER, N_ ("Percent"), LIMIT (100)),
  FIELD (per_group,
         "per_group",
         CHILDREN,
         N_ ("At most of a group"),
         .flags = BV_FIELD_AS_MAP | BV_FIELD_EMPTY_IS_NULL | BV_FIELD_RANKS,
         .target = &bv_quota_cap_entity),
  FIELD (per_parent, "per_parent", INTEGER, N_ ("At most under one unit"), LIMIT (COUNT_MAX)),
  FIELD (threshold, "threshold", SHARE, N_ ("Votes needed"), .flags = BV_FIELD_LATER | BV_FIELD_NULLABLE),
  FIELD (award, "award", TEXT, N_ ("Award"), .flags = BV_FIELD_LATER | BV_FIELD_NULLABLE),
  FIELD (after,
         "after",
         CHILDREN,
         N_ ("After the quotas"),
         .flags = BV_FIELD_LATER | BV_FIELD_AS_VALUES | BV_FIELD_ONE_OR_MANY | BV_FIELD_RANKS,
         .target = &bv_quota_after_entity),
};

const BvEntity bv_quota_entity = BV_ENTITY ("quota", "quotas", N_ ("Quota"), BvQuota, fields);

/**
 * bv_quota_has_group:
 * @quota: a quota
 * @group: a group's key
 *
 * Returns: whether the group competes for it
 */
gboolean
bv_quota_has_group (const BvQuota *quota, const char *group)
{
  for (guint i = 0; i < quota->groups->len; i++)
    if (g_str_equal (((const BvQuotaGroup *) g_ptr_array_index (quota->groups, i))->group, group))
      return TRUE;
  return FALSE;
}

/**
 * bv_quota_is_after:
 * @quota: a quota
 * @other: another's key
 *
 * Returns: whether it names the other among those that come before it (RULES.md, One ranking, several awards)
 */
gboolean
bv_quota_is_after (const BvQuota *quota, const char *other)
{
  for (guint i = 0; i < quota->after->len; i++)
    if (g_str_equal (((const BvQuotaAfter *) g_ptr_array_index (quota->after, i))->after, other))
      return TRUE;
  return FALSE;
}

/**
 * bv_quota_kind_words:
 * @kind: a kind
 *
 * Returns: in Vietnamese, what those who compete are counted as: `tập thể`, `cá nhân`, or `trường hợp` where
 * both may
 */
const char *
bv_quota_kind_words (BvQuotaKind kind)
{
  static const char *const words[] = {
    [BV_QUOTA_COLLECTIVE] = "tập thể",
    [BV_QUOTA_INDIVIDUAL] = "cá nhân",
    [BV_QUOTA_EITHER] = "trường hợp",
  };

  return words[kind];
}
