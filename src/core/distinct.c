/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/distinct.h"

#include "core/nominee.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_same_kinds[] = {
  { "person", N_ ("The same person") },         { "unit", N_ ("The same unit") },
  { "initiative", N_ ("The same initiative") }, { "evidence", N_ ("The same evidence") },
  { "commended", N_ ("Commended already") },    { NULL, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (bv_same_kinds) == BV_N_SAME_KINDS + 1);

static const BvField nominee_fields[] = {
  BV_FIELD (BvDistinctNominee,
            nominee,
            "nominee",
            REFERENCE,
            N_ ("Nominee"),
            .flags = BV_FIELD_REQUIRED,
            .target = &bv_nominee_entity),
};

const BvEntity bv_distinct_nominee_entity = BV_ENTITY ("distinct_nominee",
                                                       NULL,
                                                       N_ ("Nominee that was looked at"),
                                                       BvDistinctNominee,
                                                       nominee_fields);

static const BvField fields[] = {
  BV_FIELD (BvDistinct,
            kind,
            "kind",
            CHOICE,
            N_ ("Kind"),
            .flags = BV_FIELD_REQUIRED,
            .choices = bv_same_kinds),
  BV_FIELD (BvDistinct,
            nominees,
            "nominees",
            CHILDREN,
            N_ ("Nominees"),
            .flags = BV_FIELD_AS_VALUES,
            .target = &bv_distinct_nominee_entity),
  BV_FIELD (BvDistinct, reason, "reason", TEXT, N_ ("Reason"), .flags = BV_FIELD_LONG),
};

const BvEntity bv_distinct_entity
  = BV_ENTITY ("distinct", "distinct", N_ ("Not the same"), BvDistinct, fields);
