/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-fixture.h"
#include "contest-fixture.h"

/* The class of a percent, by name; NULL: none. */
static const struct
{
  const char *name;
  const char *classes;
  gint64 percent;
  const char *expected;
} cases[] = {
  { "from-its-percent-on", "A:90.00,B:80.50", 9000, "A" },
  { "below-it-the-next", "A:90.00,B:80.50", 8999, "B" },
  { "the-next-from-its-own", "A:90.00,B:80.50", 8050, "B" },
  { "below-all-none", "A:90.00,B:80.50", 8049, NULL },
  { "above-a-hundred-the-best", "A:100.01,B:0.00", 10001, "A" },
  { "from-zero-everybody-has-one", "A:100.01,B:0.00", 0, "B" },
  { "where-there-are-none", NULL, 10000, NULL },
};

static BvGroup *
add_group (BvCampaign *campaign, const char *classes)
{
  g_autofree char *line
    = g_strdup_printf ("xa kind=collective%s%s | 1 kind=points max=1.00", classes != NULL ? " classes=" : "",
                       classes != NULL ? classes : "");

  return fixture_add_group (campaign, line);
}

static void
test_class (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);

  g_assert_cmpstr (bv_group_find_class (add_group (campaign, cases[i].classes), cases[i].percent), ==,
                   cases[i].expected);
}

/* What is refused of classes; NULL: nothing. */
static const struct
{
  const char *name;
  const char *classes;
  const char *message;
} refusals[] = {
  { "falling", "A:90.00,B:80.00,C:0.00", NULL },
  { "the-highest", "A:999.99", NULL },
  { "above-the-highest", "A:1000.00", "groups[2].classes[0].from: out of range: a percent from 0 to 999.99" },
  { "equal", "A:90.00,B:90.00",
    "groups[2].classes[1].from: not below that of “A”, which stands before: write the best first" },
  { "rising", "A:90.00,B:80.00,C:80.01",
    "groups[2].classes[2].from: not below that of “B”, which stands before: write the best first" },
};

static void
test_refusal (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();

  add_group (campaign, refusals[i].classes);
  check_fixture_assert (campaign, refusals[i].message);
}

static void
test_no_name (void)
{
  g_autoptr (BvCampaign) campaign = check_fixture_make_campaign ();
  BvGroup *group = add_group (campaign, "A:90.00");

  fixture_set_text (&((BvGroupClass *) g_ptr_array_index (group->classes, 0))->name, "");
  check_fixture_assert (campaign, "groups[2].classes[0].name: it is missing: give the class a name");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/group/class/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_class);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/group/classes-are-checked/%s", refusals[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  g_test_add_func ("/group/classes-are-checked/without-a-name", test_no_name);
  return g_test_run ();
}
