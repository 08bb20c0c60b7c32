/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check.h"
#include "core/criterion.h"
#include "core/group.h"
#include "exchange/shipped/templates.h"
#include "exchange/template/moved-dates.h"
#include "exchange/template/outline.h"

/* The first of each: no unit of the one is valid on the day of the other. */
static const gint64 days[] = { 20210621, 20260301 };

static BvCampaign *
read_template (const char *name, gint64 day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOutline) outline = bv_outline_read_template (name, day, &error);

  g_assert_no_error (error);
  return bv_record_copy (outline->campaign);
}

/* As it is made in its own time. */
static void
test_all (void)
{
  g_auto (GStrv) names = bv_templates_list ();

  g_assert_cmpuint (g_strv_length (names), >, 4);
  g_assert_true (g_strv_contains ((const char *const *) names, bv_templates_get_default ()));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvOutline) outline = bv_outline_read_template (names[i], BV_NONE, &error);
      guint registry = bv_templates_choose_registry (outline->campaign, 0);
      g_autoptr (BvCampaign) campaign
        = bv_outline_fill (outline, outline->campaign, bv_templates_get_registry (registry), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (campaign->units->len, >, 100);
      g_assert_true (bv_check_campaign (campaign, NULL));
    }
}

static BvCriterion *
find_leaf (BvCampaign *campaign, const char *group, const char *code)
{
  for (guint i = 0; i < campaign->groups->len; i++)
    {
      BvGroup *self = g_ptr_array_index (campaign->groups, i);
      g_autoptr (GPtrArray) leaves = bv_group_list_leaves (self);

      for (guint k = 0; g_str_equal (self->key, group) && k < leaves->len; k++)
        if (g_str_equal (bv_record_key (g_ptr_array_index (leaves, k)), code))
          return g_ptr_array_index (leaves, k);
    }
  g_assert_not_reached ();
}

static gint64
get_due (BvCampaign *campaign, const char *code, guint index)
{
  return g_array_index (find_leaf (campaign, "so-nganh", code)->due, gint64, index);
}

/* Days behind the start, or a day of the year; what is written out keeps its distance. */
static void
test_dates (void)
{
  g_autoptr (BvCampaign) relative = read_template ("papi-2026", 20260401);
  g_autoptr (BvCampaign) yearly = read_template ("cai-cach-hanh-chinh", 20260401);
  g_autoptr (BvOutline) moved = bv_outline_read_template ("papi-2021", 20220621, NULL);
  g_autofree char *words = bv_moved_dates_describe (moved->text->moves);

  g_assert_cmpint (get_due (relative, "3", 0), ==, 20260531);
  g_assert_cmpint (get_due (yearly, "1.2", 0), ==, 20270315);
  g_assert_cmpint (get_due (yearly, "1.2", 3), ==, 20261130);
  g_assert_cmpint (get_due (moved->campaign, "3", 0), ==, 20220930);
  g_assert_cmpint (moved->campaign->ends, ==, 20221231);
  g_assert_cmpstr (moved->campaign->short_name, ==, "PAPI 2022");
  g_assert_cmpstr (moved->campaign->key, ==, "papi-2021");
  g_assert_cmpstr (words, ==,
                   "Due dates that follow the first day: 30/09/2021 → 30/09/2022; 15/12/2021 → 15/12/2022");
}

/* The first that leads the dimension, in the order of the registry; where there is none, the office. */
static void
test_leads (void)
{
  g_autoptr (BvOutline) outline = bv_outline_read_template ("papi-2026", BV_NONE, NULL);
  g_autoptr (BvCampaign) filled = bv_outline_fill (outline, outline->campaign, "an-giang-2025", NULL);
  g_autoptr (BvCampaign) bare = bv_outline_fill (outline, outline->campaign, BV_OUTLINE_NO_UNITS, NULL);

  g_assert_cmpuint (outline->unassigned.n_leaderless, ==, 8);
  g_assert_cmpuint (bare->units->len, ==, 0);
  g_assert_null (find_leaf (bare, "cap-xa", "B.1")->assessor);
  g_assert_cmpstr (find_leaf (filled, "cap-xa", "B.1")->assessor, ==, "SNV");
  g_assert_cmpstr (find_leaf (filled, "cap-xa", "B.8")->assessor, ==, "VPUBNDT");
  g_assert_null (find_leaf (filled, "cap-xa", "A.1")->assessor);
  g_assert_cmpint (find_leaf (filled, "so-nganh", "6")->state, ==, BV_ASSESSMENT_NOT_ASSIGNED);
}

/* All but nominees, and what only that campaign had. */
static void
test_copy (void)
{
  g_autoptr (BvOutline) outline = bv_outline_read_template ("papi-2026", BV_NONE, NULL);
  g_autoptr (BvCampaign) first = bv_outline_fill (outline, outline->campaign, "an-giang-2025", NULL);
  g_autoptr (BvOutline) copy = NULL;
  g_autoptr (BvCampaign) second = NULL;
  g_autoptr (BvCampaign) earlier = NULL;
  g_auto (GStrv) left = NULL;

  g_free (first->plan_number);
  first->plan_number = g_strdup ("5/KH");
  copy = bv_outline_copy (first, 20270316, NULL);
  second = bv_outline_fill (copy, copy->campaign, NULL, NULL);
  g_assert_true (bv_check_campaign (second, NULL));
  g_assert_cmpstr (second->plan_number, ==, "");
  g_assert_cmpuint (second->units->len, ==, first->units->len);
  g_assert_cmpuint (copy->n_left_out, ==, 0);
  g_assert_cmpstr (find_leaf (second, "cap-xa", "B.1")->assessor, ==, "SNV");
  g_assert_cmpint (get_due (second, "3", 0), ==, 20270515);
  g_assert_true (bv_field_equal (bv_entity_find_field (&bv_campaign_entity, "quotas"), first, second));
  copy->campaign->starts = 20240101;
  earlier = bv_outline_fill (copy, copy->campaign, NULL, NULL);
  g_assert_cmpuint (earlier->units->len, ==, 0);
  g_assert_cmpuint (copy->n_left_out, ==, first->units->len);
  left = bv_appointments_list_left (&copy->unassigned);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  g_assert_cmpstr (left[0], ==,
                   "of 8 criteria or groups the unit that scores them takes no part: name another, or the "
                   "office scores them");
}

static void
test_registries (void)
{
  for (guint i = 0; bv_templates_get_registry (i) != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (days); k++)
      {
        g_autoptr (BvCampaign) campaign = read_template ("papi-2021", days[k]);
        g_autoptr (GError) error = NULL;

        g_assert_cmpint (bv_templates_add_units (campaign, bv_templates_get_registry (i), &error), ==,
                         i == k);
        g_assert_true ((error == NULL) == (i == k));
      }
}

/* The registry follows the first day. */
static void
test_choice (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (days); k++)
    {
      g_autoptr (BvCampaign) campaign = read_template ("papi-2021", days[k]);

      for (guint i = 0; bv_templates_get_registry (i) != NULL; i++)
        {
          g_assert_cmpuint (bv_templates_choose_registry (campaign, i), ==, k);
          g_assert_cmpint (bv_templates_count_units (campaign, i) > 0, ==, i == k);
        }
      g_assert_cmpuint (campaign->units->len, ==, 0);
    }
}

/* What is built in is what can be chosen: the message about an unknown one lists the files. */
static void
test_names (void)
{
  g_autoptr (BvCampaign) campaign = read_template ("papi-2021", days[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) expected = g_string_new ("“an-giang” is not built in; there are: ");

  for (guint i = 0; bv_templates_get_registry (i) != NULL; i++)
    {
      g_string_append_printf (expected, "%s%s", i > 0 ? ", " : "", bv_templates_get_registry (i));
      g_assert_cmpstr (bv_templates_registry_words (i), !=, "");
    }
  g_assert_false (bv_templates_add_units (campaign, "an-giang", &error));
  g_assert_error (error, BV_TEMPLATES_ERROR, BV_TEMPLATES_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, expected->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/each-is-a-whole-campaign-with-units", test_all);
  g_test_add_func ("/templates/dates-follow-the-first-day", test_dates);
  g_test_add_func ("/templates/who-leads-a-dimension-scores-it", test_leads);
  g_test_add_func ("/templates/a-campaign-is-one-for-the-next", test_copy);
  g_test_add_func ("/templates/a-registry-has-units-in-its-own-time", test_registries);
  g_test_add_func ("/templates/the-registry-follows-the-first-day", test_choice);
  g_test_add_func ("/templates/each-registry-that-is-built-in-can-be-chosen", test_names);
  return g_test_run ();
}
