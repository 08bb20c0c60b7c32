/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check.h"
#include "exchange/shipped/templates.h"

/* The first of each: no unit of the one is valid on the day of the other. */
static const gint64 days[] = { 20210621, 20260301 };

static BvCampaign *
read_template (const char *name, gint64 day)
{
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign = bv_templates_read (name, &error);

  g_assert_no_error (error);
  campaign->starts = day;
  campaign->ends = MAX (campaign->ends, day);
  return campaign;
}

static void
test_all (void)
{
  g_auto (GStrv) names = bv_templates_list ();

  g_assert_cmpuint (g_strv_length (names), >, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (BvCampaign) campaign = read_template (names[i], days[0]);

      g_assert_true (bv_templates_add_units (campaign, bv_templates_get_registry (0), NULL));
      g_assert_true (bv_check_campaign (campaign, NULL));
    }
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
  g_test_add_func ("/templates/a-registry-has-units-in-its-own-time", test_registries);
  g_test_add_func ("/templates/the-registry-follows-the-first-day", test_choice);
  g_test_add_func ("/templates/each-registry-that-is-built-in-can-be-chosen", test_names);
  return g_test_run ();
}
