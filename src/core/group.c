/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/group.h"

#include "core/criterion-kind.h"
#include "core/text/wording.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_group_kinds[] = {
  { "collective", N_ ("Collective") },
  { "individual", N_ ("Individual") },
  { NULL, NULL },
};

static const BvChoice assessors[] = {
  { "office", N_ ("The office") },
  { "parent", N_ ("The unit above") },
  { "lead", N_ ("A lead unit") },
  { NULL, NULL },
};

static const BvField class_fields[] = {
  BV_FIELD (BvGroupClass, name, "name", TEXT, N_ ("Name"), .flags = BV_FIELD_REQUIRED),
  BV_FIELD (BvGroupClass, from, "from", POINTS, N_ ("From (percent)"), .flags = BV_FIELD_REQUIRED),
};

const BvEntity bv_group_class_entity
  = BV_ENTITY ("group_class", NULL, N_ ("Class"), BvGroupClass, class_fields);

#define FIELD(member, name, type, title, ...) BV_FIELD (BvGroup, member, name, type, title, ##__VA_ARGS__)

static const BvField fields[] = {
  FIELD (key, "key", TEXT, N_ ("Key"), .flags = BV_FIELD_REQUIRED | BV_FIELD_KEY | BV_FIELD_SLUG),
  FIELD (name, "name", TEXT, N_ ("Name"), .flags = BV_FIELD_REQUIRED),
  FIELD (kind,
         "kind",
         CHOICE,
         N_ ("Kind"),
         .flags = BV_FIELD_REQUIRED | BV_FIELD_RANKS,
         .choices = bv_group_kinds),
  FIELD (assessed_by, "assessed_by", CHOICE, N_ ("Scored by"), .choices = assessors),
  FIELD (assessor,
         "assessor",
         REFERENCE,
         N_ ("Lead unit"),
         .flags = BV_FIELD_LATER | BV_FIELD_NULLABLE,
         .target = &bv_unit_entity),
  FIELD (bonus_cap,
         "bonus_cap",
         POINTS,
         N_ ("Most bonus points"),
         .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS),
  FIELD (deduction_cap,
         "deduction_cap",
         POINTS,
         N_ ("Most deducted points"),
         .flags = BV_FIELD_NULLABLE | BV_FIELD_RANKS),
  FIELD (sum,
         "sum",
         POINTS,
         N_ ("Maxima add up to"),
         .flags = BV_FIELD_LATER | BV_FIELD_NULLABLE | BV_FIELD_PRESET,
         .fallback = BV_GROUP_USUAL_SUM),
  FIELD (unit_types, "unit_types", TEXTS, N_ ("Types of units"), .flags = BV_FIELD_LATER),
  FIELD (classes,
         "classes",
         CHILDREN,
         N_ ("Classes"),
         .flags = BV_FIELD_LATER,
         .target = &bv_group_class_entity),
  FIELD (criteria, "criteria", CHILDREN, N_ ("Criteria"), .target = &bv_criterion_entity),
};

const BvEntity bv_group_entity = BV_ENTITY ("group", "groups", N_ ("Group"), BvGroup, fields);

static void
collect_leaves (GPtrArray *criteria, GPtrArray *leaves)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (bv_criterion_is_leaf (criterion))
        g_ptr_array_add (leaves, criterion);
      else
        collect_leaves (criterion->criteria, leaves);
    }
}

/**
 * bv_group_list_leaves:
 * @group: a group
 *
 * Returns: (transfer container) (element-type BvCriterion): the leaves of the tree in the order of the file
 */
GPtrArray *
bv_group_list_leaves (const BvGroup *group)
{
  GPtrArray *leaves = g_ptr_array_new ();

  collect_leaves (group->criteria, leaves);
  return leaves;
}

/**
 * bv_group_full:
 * @group: a group
 *
 * Returns: `full` of RULES.md: the sum of the maxima of the normal leaves, in 1/100 point
 */
gint64
bv_group_full (const BvGroup *group)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);
  gint64 full = 0;

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);

      if (bv_criterion_is_normal (leaf))
        full += leaf->max;
    }
  return full;
}

/**
 * bv_group_find_class:
 * @group: a group
 * @percent: of a nominee, in 1/100
 *
 * Returns: (transfer none) (nullable): the name of the nominee's class (RULES.md, Classes); %NULL: it is
 * below all of them, or the group has none
 */
const char *
bv_group_find_class (const BvGroup *group, gint64 percent)
{
  for (guint i = 0; i < group->classes->len; i++)
    {
      const BvGroupClass *self = g_ptr_array_index (group->classes, i);

      if (self->from <= percent)
        return self->name;
    }
  return NULL;
}

/**
 * bv_group_kind_words:
 * @kind: collectives or individuals
 *
 * Returns: in Vietnamese, what its nominees are counted as
 */
const char *
bv_group_kind_words (BvGroupKind kind)
{
  return kind == BV_GROUP_COLLECTIVE ? "tập thể" : "cá nhân";
}

/**
 * bv_group_write_counts:
 * @counts: (array fixed-size=2): how many there are of each #BvGroupKind
 *
 * Returns: (transfer full): in Vietnamese, `05 tập thể và 10 cá nhân`; a kind of which there is nobody is not
 * said, unless there is nobody at all
 */
char *
bv_group_write_counts (const guint *counts)
{
  GString *text = g_string_new (NULL);

  for (BvGroupKind kind = 0; kind < BV_N_GROUP_KINDS; kind++)
    if (counts[kind] > 0 || counts[BV_N_GROUP_KINDS - 1 - kind] == 0)
      {
        g_autofree char *count = bv_wording_count (counts[kind]);

        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " và " : "", count,
                                bv_group_kind_words (kind));
      }
  return g_string_free (text, FALSE);
}
