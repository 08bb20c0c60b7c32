/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"

#include "core/assessment.h"
#include "store/edit.h"

gint64
action_fixture_find (BvLibrary *library,
                     gint64 campaign,
                     const BvEntity *entity,
                     gint64 owner,
                     const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_edit_find (library, campaign, entity, owner, key, &error);

  g_assert_no_error (error);
  return id;
}

void
action_fixture_write_text (BvLibrary *library,
                           gint64 campaign,
                           const BvEntity *entity,
                           gint64 id,
                           gsize member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record = bv_edit_read (library, entity, id, &error);
  char **value;

  g_assert_no_error (error);
  value = &G_STRUCT_MEMBER (char *, record, member);
  g_free (*value);
  *value = g_strdup ("Chị Út");
  bv_edit_update (library, campaign, record, &error);
  g_assert_no_error (error);
}

void
action_fixture_write_score (BvLibrary *library, gint64 campaign, gint64 nominee)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record
    = (BvRecord *) bv_edit_read_assessment (library, campaign, nominee, "1", &error);

  g_assert_no_error (error);
  ((BvAssessment *) record)->verified = 1250;
  bv_edit_write_assessment (library, campaign, nominee, (BvAssessment *) record, &error);
  g_assert_no_error (error);
}
