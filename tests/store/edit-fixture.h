/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* A library with one campaign, whose records are edited. */
typedef struct
{
  StoreFixture store;
  gint64 campaign;
} EditFixture;

void edit_fixture_set_up (EditFixture *fixture, gconstpointer data);
void edit_fixture_tear_down (EditFixture *fixture, gconstpointer data);
void edit_fixture_set_text (char **field, const char *text);
gint64 edit_fixture_find_in (EditFixture *fixture, const BvEntity *entity, gint64 owner, const char *key);
gint64 edit_fixture_find (EditFixture *fixture, const BvEntity *entity, const char *key);
gpointer edit_fixture_read (EditFixture *fixture, const BvEntity *entity, gint64 id);
gpointer edit_fixture_read_by_key (EditFixture *fixture, const BvEntity *entity, const char *key);
void edit_fixture_check_action (EditFixture *fixture, const char *label, gint64 rows);
void edit_fixture_check_undoable (EditFixture *fixture, const char *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAssessment, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCriterion, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEvidence, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvGroup, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNominee, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvQuota, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnit, bv_record_free)

G_END_DECLS
