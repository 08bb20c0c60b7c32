/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "exchange/interchange-sample.h"
#include "exchange/interchange/interchange.h"
#include "store/file-system.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>

static BvCampaign *
read_valid (const char *text, char ***notices)
{
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign = bv_interchange_read (text, strlen (text), notices, &error);

  g_assert_no_error (error);
  g_assert_nonnull (campaign);
  return campaign;
}

static BvCampaign *
read_sample_with (const char *from, const char *to)
{
  g_autofree char *text = interchange_sample_with (from, to);

  return read_valid (text, NULL);
}

static void
assert_writes (const BvCampaign *campaign, const char *expected)
{
  gsize length;
  g_autofree char *written = bv_interchange_write (campaign, &length);

  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_sample (void)
{
  g_autofree char *text = interchange_sample_new ();
  g_auto (GStrv) notices = NULL;
  g_autoptr (BvCampaign) campaign = read_valid (text, &notices);

  assert_writes (campaign, text);
  g_assert_cmpuint (g_strv_length (notices), ==, 0);
}

static void
test_values (void)
{
  g_autofree char *text = interchange_sample_new ();
  g_autoptr (BvCampaign) campaign = read_valid (text, NULL);
  const BvNominee *nominee = g_ptr_array_index (campaign->nominees, 0);
  const BvNominee *person = g_ptr_array_index (campaign->nominees, 1);
  const BvAssessment *reports = g_ptr_array_index (nominee->assessments, 1);
  const BvReport *second = g_ptr_array_index (reports->received, 1);
  const BvQuota *quota = g_ptr_array_index (campaign->quotas, 0);
  const BvQuotaCap *cap = g_ptr_array_index (quota->per_group, 1);

  g_assert_cmpstr (campaign->plan_number, ==, "1078/KH-SNV");
  g_assert_cmpint (campaign->considered_on, ==, 20220520);
  g_assert_cmpint (campaign->council_of, ==, BV_COUNCIL_OF_PRESENT);
  g_assert_cmpint (g_array_index (campaign->tie_chain, gint64, 1), ==, BV_TIE_VOTES);
  g_assert_cmpint (reports->final, ==, 905);
  g_assert_cmpint (second->received, ==, 20211216);
  g_assert_cmpstr (cap->group, ==, "ca-nhan");
  g_assert_cmpint (cap->cap, ==, 1);
  g_assert_cmpint (person->person->born, ==, 19800000);
  g_assert_cmpint (person->decision->place, ==, BV_PLACE_INSIDE);
  g_assert_cmpint (nominee->votes->members, ==, 11);
}

static void
test_template (void)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", "papi-2021.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign = bv_interchange_read_file (path, NULL, &error);
  g_autoptr (BvCampaign) again = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (campaign->groups->len, >, 0);
  text = bv_interchange_write (campaign, NULL);
  again = read_valid (text, NULL);
  g_assert_true (bv_record_equal (campaign, again));
  assert_writes (again, text);
}

static void
test_defaults (void)
{
  g_autofree char *text
    = interchange_sample_quote ("{'format': 'bangvang-campaign', 'version': 1, 'units': null, 'campaign': "
                                "{'key': 'k', 'title': 'T', 'starts': '2021-01-01', 'ends': '2021-12-31', "
                                "'plan': null, 'council': {'of': null}, 'rules': {'tie_chain': null}}}");
  g_autoptr (BvCampaign) campaign = read_valid (text, NULL);

  g_assert_cmpstr (campaign->plan_number, ==, "");
  g_assert_cmpint (campaign->plan_date, ==, BV_NONE);
  g_assert_cmpint (campaign->council_of, ==, BV_COUNCIL_OF_MEMBERS);
  g_assert_null (campaign->tie_chain);
  g_assert_null (campaign->legal_bases);
  g_assert_null (campaign->submission_number);
  g_assert_cmpuint (campaign->units->len, ==, 0);
}

static void
test_spellings (void)
{
  g_autoptr (BvCampaign) shorter = read_sample_with ("'self': '15.00'", "'self': '15'");
  g_autoptr (BvCampaign) decomposed
    = read_sample_with ("'name': 'Sở Y tế'", "'name': 'Sơ\xcc\x89 Y tê\xcc\x81'");
  g_autoptr (BvCampaign) escaped = read_sample_with ("'name': 'Sở Y tế'", "'name': 'S\\u1edf Y t\\u1ebf'");
  g_autofree char *text = interchange_sample_new ();

  assert_writes (shorter, text);
  assert_writes (decomposed, text);
  assert_writes (escaped, text);
}

static void
test_rounding (void)
{
  g_autofree char *text = interchange_sample_with ("'baseline': '7.6316'", "'baseline': '7.63155'");
  g_autofree char *expected = interchange_sample_new ();
  g_auto (GStrv) notices = NULL;
  g_autoptr (BvCampaign) campaign = read_valid (text, &notices);

  assert_writes (campaign, expected);
  g_assert_cmpuint (g_strv_length (notices), ==, 1);
  g_assert_cmpstr (notices[0], ==,
                   "nominees[0].assessments[2].results[0].baseline: 7.63155 rounded to 7.6316");
}

static void
test_tidy (void)
{
  g_autofree char *text
    = interchange_sample_with ("'short': 'Y tế'", "'short': '\\u202eY\\u00a0 tế\\u0007 '");
  g_autoptr (GString) both = g_string_new (text);
  g_auto (GStrv) notices = NULL;
  g_autoptr (BvCampaign) campaign = NULL;
  const BvUnit *unit;
  g_autofree char *lines = NULL;

  g_string_replace (both, "\"Sở Y-tế\"", "\" Sở  Y-tế\"", 1);
  campaign = read_valid (both->str, &notices);
  unit = g_ptr_array_index (campaign->units, 0);
  lines = g_strjoinv ("\n", notices);
  g_assert_cmpstr (unit->short_name, ==, "Y tế");
  g_assert_cmpstr (unit->aliases[0], ==, "Sở Y-tế");
  g_assert_cmpstr (lines, ==,
                   "2 texts had needless blanks or characters without width, which were taken out\n"
                   "1 text had control characters or such as turn the direction of writing, which were taken "
                   "out");
}

static void
test_value_of_another_kind (void)
{
  g_autoptr (BvCampaign) campaign
    = read_sample_with ("'guide': 'Hai dòng:\\nnhư vậy'", "'guide': '', 'due': []");
  g_autofree char *expected = interchange_sample_with ("'guide': 'Hai dòng:\\nnhư vậy'", "'guide': ''");

  assert_writes (campaign, expected);
}

static void
test_far_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("interchange-XXXXXX", NULL);
  g_autofree char *name = g_strnfill (100, 'a');
  g_autofree char *above = g_build_filename (folder, name, NULL);
  g_autofree char *file = g_strconcat (name, name, ".json", NULL);
  g_autofree char *path = g_build_filename (above, file, NULL);
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autofree char *text = interchange_sample_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign = NULL;

  g_assert_cmpint (g_mkdir (above, 0700), ==, 0);
  g_assert_true (bv_whole_file_write (path, text, strlen (text), &error));
  campaign = bv_interchange_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (reached), ==, 0);
  g_assert_cmpint (g_rmdir (above), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interchange/every-field-is-written-as-it-was-read", test_sample);
  g_test_add_func ("/interchange/values-arrive-in-the-units-of-the-entities", test_values);
  g_test_add_func ("/interchange/the-built-in-template-goes-round", test_template);
  g_test_add_func ("/interchange/what-is-absent-or-null-has-its-default", test_defaults);
  g_test_add_func ("/interchange/other-spellings-of-a-value-become-the-canonical-one", test_spellings);
  g_test_add_func ("/interchange/a-fifth-decimal-place-is-rounded-half-up-and-reported", test_rounding);
  g_test_add_func ("/interchange/texts-are-made-tidy-and-counted", test_tidy);
  g_test_add_func ("/interchange/an-empty-field-of-another-kind-is-not-written", test_value_of_another_kind);
  g_test_add_func ("/interchange/a-file-of-any-length-of-path-is-read", test_far_file);

  return g_test_run ();
}
