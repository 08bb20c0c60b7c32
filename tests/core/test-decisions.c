/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/decisions.h"
#include "core/quota.h"

#include <string.h>

static BvDecision *
put (BvNominee *nominee, const char *quota, const char *reason)
{
  BvDecision *decision = bv_decisions_put (nominee, quota);

  fixture_set (decision, "place", "inside");
  fixture_set (decision, "reason", reason);
  return decision;
}

/* "reason" of the one that older files have, or "quota:reason, …" in order. */
static char *
write_all (const BvNominee *nominee)
{
  GString *text = g_string_new (nominee->decision != NULL ? nominee->decision->reason : "");

  for (guint i = 0; i < nominee->decisions->len; i++)
    {
      const BvDecision *decision = g_ptr_array_index (nominee->decisions, i);

      g_string_append_printf (text, "%s%s:%s", text->len > 0 ? ", " : "",
                              decision->quota != NULL ? decision->quota : "", decision->reason);
    }
  return g_string_free (text, FALSE);
}

static void
assert_decisions (const BvNominee *nominee, const char *expected)
{
  g_autofree char *text = write_all (nominee);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sole (void)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  BvNominee *nominee = (BvNominee *) record;

  put (nominee, NULL, "x");
  assert_decisions (nominee, ":x");
  bv_decisions_settle (nominee, NULL);
  assert_decisions (nominee, "x");
  put (nominee, "q", "y");
  bv_decisions_settle (nominee, NULL);
  assert_decisions (nominee, ":x, q:y");
  bv_decisions_remove (nominee, "q");
  assert_decisions (nominee, "x");
  bv_decisions_remove (nominee, "q");
  assert_decisions (nominee, "");
  bv_decisions_remove (nominee, "q");
  assert_decisions (nominee, "");
}

static void
test_find (void)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  BvNominee *nominee = (BvNominee *) record;

  g_assert_null (bv_decisions_find (nominee, "q"));
  put (nominee, "q", "own");
  bv_decisions_settle (nominee, NULL);
  g_assert_cmpstr (bv_decisions_find (nominee, "q")->reason, ==, "own");
  g_assert_null (bv_decisions_find (nominee, "r"));
  put (nominee, NULL, "all");
  g_assert_cmpstr (bv_decisions_find (nominee, "q")->reason, ==, "own");
  g_assert_cmpstr (bv_decisions_find (nominee, "r")->reason, ==, "all");
  put (nominee, "q", "other");
  assert_decisions (nominee, "q:other, :all");
}

/* Whichever of the two was changed takes the place of the other. */
static void
test_change (void)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  g_autoptr (BvRecord) before = NULL;
  g_autoptr (BvRecord) many = NULL;
  BvNominee *nominee = (BvNominee *) record;

  put (nominee, NULL, "old");
  bv_decisions_settle (nominee, NULL);
  before = bv_record_copy (record);
  fixture_set (bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decisions")), "quota",
               "q");
  bv_decisions_settle (nominee, (const BvNominee *) before);
  assert_decisions (nominee, "q:");
  many = bv_record_copy (record);
  fixture_set (bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decision")), "reason",
               "new");
  bv_decisions_settle (nominee, (const BvNominee *) many);
  assert_decisions (nominee, "new");
}

/* Both together are for bv_check_campaign() to refuse. */
static void
test_both (void)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  BvNominee *nominee = (BvNominee *) record;

  fixture_set (bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decision")), "reason",
               "x");
  fixture_set (bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "decisions")),
               "reason", "y");
  bv_decisions_settle (nominee, NULL);
  assert_decisions (nominee, "x, :y");
}

static void
add_quota (GPtrArray *quotas, const char *key)
{
  BvQuota *quota = bv_record_new (&bv_quota_entity);
  BvQuotaGroup *member = bv_record_add_child (quota, bv_entity_find_field (&bv_quota_entity, "groups"));

  fixture_set (quota, "key", key);
  fixture_set (member, "group", "g");
  g_ptr_array_add (quotas, quota);
}

/* One of no quota beside it would be written, and do nothing. */
static void
test_name (void)
{
  g_autoptr (GPtrArray) quotas = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  BvNominee *nominee = (BvNominee *) record;

  fixture_set (nominee, "group", "g");
  add_quota (quotas, "a");
  g_assert_cmpstr (bv_decisions_name_quota (nominee, quotas, "a"), ==, NULL);
  put (nominee, "a", "x");
  g_assert_cmpstr (bv_decisions_name_quota (nominee, quotas, "a"), ==, "a");
  bv_decisions_remove (nominee, "a");
  add_quota (quotas, "b");
  g_assert_cmpstr (bv_decisions_name_quota (nominee, quotas, "a"), ==, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decisions/the-only-one-of-no-quota-is-that-of-older-files", test_sole);
  g_test_add_func ("/decisions/its-own-holds-before-that-of-no-quota", test_find);
  g_test_add_func ("/decisions/what-was-changed-takes-the-place-of-the-other", test_change);
  g_test_add_func ("/decisions/both-stay-where-both-are-given", test_both);
  g_test_add_func ("/decisions/one-names-its-quota-where-there-are-others-or-it-does-already", test_name);
  return g_test_run ();
}
