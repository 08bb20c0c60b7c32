/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check-error.h"
#include "core/distinct.h"
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/distinct-edit.h"

#include <string.h>

static const char *const both[] = { "xa-mot", "xa-hai", NULL };
static const char *const other[] = { "xa-hai", "ba-anh", NULL };
static const char *const all[] = { "xa-mot", "xa-hai", "ba-anh", NULL };
static const char *const one[] = { "xa-mot", NULL };

static void
say (EditFixture *fixture, BvSameKind kind, const char *const *nominees, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    bv_distinct_edit_say (fixture->store.library, fixture->campaign, kind, nominees, reason, &error));
  g_assert_no_error (error);
}

static void
take_back (EditFixture *fixture, BvSameKind kind, const char *const *nominees)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    bv_distinct_edit_take_back (fixture->store.library, fixture->campaign, kind, nominees, &error));
  g_assert_no_error (error);
}

/* What was said of the kind: "KEY KEY: reason", in the file's order. */
static void
check_said (EditFixture *fixture, BvSameKind kind, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_DISTINCT, &error);
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < campaign->distinct->len; i++)
    {
      const BvDistinct *distinct = g_ptr_array_index (campaign->distinct, i);

      if (distinct->kind != (gint64) kind)
        continue;
      for (guint k = 0; k < distinct->nominees->len; k++)
        g_string_append_printf (said, "%s ",
                                ((BvDistinctNominee *) g_ptr_array_index (distinct->nominees, k))->nominee);
      g_string_append_printf (said, ": %s; ", distinct->reason);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_one_action_that_can_be_undone (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  say (fixture, BV_SAME_INITIATIVE, both, "");
  check_said (fixture, BV_SAME_INITIATIVE, "xa-mot xa-hai : ; ");
  edit_fixture_check_undoable (fixture, before);
}

static void
test_a_reason_is_kept (EditFixture *fixture, gconstpointer data)
{
  say (fixture, BV_SAME_PERSON, both, "Đồng tác giả");
  check_said (fixture, BV_SAME_PERSON, "xa-mot xa-hai : Đồng tác giả; ");
}

static void
test_what_is_said_anew_takes_the_place_of_what_was_said (EditFixture *fixture, gconstpointer data)
{
  say (fixture, BV_SAME_EVIDENCE, both, "Một quyết định");
  check_said (fixture, BV_SAME_EVIDENCE, "xa-mot xa-hai : Một quyết định; ");
  say (fixture, BV_SAME_EVIDENCE, other, "");
  check_said (fixture, BV_SAME_EVIDENCE, "xa-mot xa-hai : Một quyết định; xa-hai ba-anh : ; ");
  say (fixture, BV_SAME_EVIDENCE, all, "Cả ba");
  check_said (fixture, BV_SAME_EVIDENCE, "xa-mot xa-hai ba-anh : Cả ba; ");
}

static void
test_what_is_taken_back_was_never_said (EditFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_dump (fixture->store.library, fixture->campaign);
  g_autofree char *after = NULL;

  say (fixture, BV_SAME_UNIT, both, "");
  take_back (fixture, BV_SAME_UNIT, both);
  after = store_fixture_dump (fixture->store.library, fixture->campaign);
  g_assert_cmpstr (after, ==, before);
}

static void
test_what_was_said_of_more_is_taken_back_with_it (EditFixture *fixture, gconstpointer data)
{
  say (fixture, BV_SAME_UNIT, all, "");
  take_back (fixture, BV_SAME_UNIT, both);
  check_said (fixture, BV_SAME_UNIT, "");
}

static void
test_a_commendation_is_said_of_one (EditFixture *fixture, gconstpointer data)
{
  take_back (fixture, BV_SAME_COMMENDED, one);
  check_said (fixture, BV_SAME_COMMENDED, "");
  say (fixture, BV_SAME_COMMENDED, one, "Đợt khác");
  check_said (fixture, BV_SAME_COMMENDED, "xa-mot : Đợt khác; ");
}

static void
check_refused (EditFixture *fixture,
               gboolean back,
               BvSameKind kind,
               const char *const *nominees,
               const char *says)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
    back ? bv_distinct_edit_take_back (fixture->store.library, fixture->campaign, kind, nominees, &error)
         : bv_distinct_edit_say (fixture->store.library, fixture->campaign, kind, nominees, "", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, says));
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static void
test_what_makes_no_sense_is_refused (EditFixture *fixture, gconstpointer data)
{
  static const char *const twice[] = { "xa-mot", "xa-mot", NULL };
  static const char *const unknown[] = { "xa-mot", "khong-co", NULL };

  check_refused (fixture, FALSE, BV_SAME_PERSON, one, "at least two");
  check_refused (fixture, FALSE, BV_SAME_COMMENDED, both, "one nominee at a time");
  check_refused (fixture, FALSE, BV_SAME_PERSON, twice, "named twice");
  check_refused (fixture, FALSE, BV_SAME_PERSON, unknown, "khong-co");
  check_refused (fixture, TRUE, BV_SAME_PERSON, both, "nothing was said");
}

#define ADD(name, function)                                                             \
  g_test_add ("/distinct-edit/" name, EditFixture, NULL, edit_fixture_set_up, function, \
              edit_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-action-that-can-be-undone", test_one_action_that_can_be_undone);
  ADD ("a-reason-is-kept", test_a_reason_is_kept);
  ADD ("what-is-said-anew-takes-the-place-of-what-was-said",
       test_what_is_said_anew_takes_the_place_of_what_was_said);
  ADD ("what-is-taken-back-was-never-said", test_what_is_taken_back_was_never_said);
  ADD ("what-was-said-of-more-is-taken-back-with-it", test_what_was_said_of_more_is_taken_back_with_it);
  ADD ("a-commendation-is-said-of-one", test_a_commendation_is_said_of_one);
  ADD ("what-makes-no-sense-is-refused", test_what_makes_no_sense_is_refused);
  return g_test_run ();
}
