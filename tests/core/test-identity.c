/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/identity.h"

#include <string.h>

/* Nominees are written "KEY GROUP UNIT; field=value; …", in one text with a line each. Groups: so, xa, huyen
 * of collectives, of which so and xa compete for one quota and xa and huyen for another, bo for none; ca of
 * persons. Leaves: 1 points, 2 bonus, 3 points and shared, 4 checklist, 5 deduction. The contents of e1 and
 * e1b are one. */
typedef struct
{
  const char *name;
  const char *nominees;
  const char *distinct; /* "KIND KEY,KEY reason", a line each; NULL: none */
  const char
    *expected; /* "kind strength keys" a group, in parentheses with its reason where it is silenced */
} Case;

#define LEAVES                                                                                  \
  " | 1 kind=points max=40.00 | 2 kind=bonus max=5.00 | 3 kind=points max=40.00 shared=true | " \
  "4 kind=checklist max=20.00 items=a,b | 5 kind=deduction max=5.00"

static const Case cases[] = {
  /* Compared */
  { "withdrawn-nominees-are-not-compared",
    "a ca U1; name=An; initiative=Máy; proof=1:e1; withdrawn\n"
    "b ca U1; name=An; initiative=Máy; proof=1:e1",
    NULL, "" },
  { "nothing-is-found-where-nothing-is-the-same",
    "a ca U1; name=An; initiative=Máy; proof=1:e1\nb ca U1; name=Anh; initiative=Mây; proof=1:e2", NULL, "" },

  /* Folded */
  { "case-and-blanks-do-not-count", "a ca U1; name=Nguyễn Thị A\nb ca U1; name= NGUYỄN  THỊ A ", NULL,
    "person strong a b" },
  { "a-hard-space-is-a-blank", "a ca U1; name=Nguyễn\u00a0A\nb ca U1; name=Nguyễn A", NULL,
    "person strong a b" },
  { "letters-in-parts-are-the-same", "a ca U1; name=Tiê\u0301n\nb ca U1; name=Tiến", NULL,
    "person strong a b" },
  { "the-place-of-the-tone-does-not-count", "a ca U1; name=Hoà THUÝ\nb ca U1; name=HÒA Thúy", NULL,
    "person strong a b" },
  { "marks-count", "a ca U1; name=Hoa\nb ca U1; name=Hoà\nc ca U1; name=Đạt\nd ca U1; name=Dạt", NULL, "" },

  /* Groups */
  { "groups-stand-in-the-file's-order-each-with-its-kind",
    "a ca U1; name=Bình\nb ca U1; name=An; initiative=Máy\nc ca U1; name=An; proof=1:e1\n"
    "d ca U1; name=Bình; initiative=Máy; proof=1:e1",
    NULL, "person strong a d, person strong b c, initiative strong b d, evidence strong c d" },
  { "pairs-that-share-a-nominee-make-one-group",
    "a ca U1; name=An; born=1980-05-01\nb ca U1; name=An; born=1980-06-01\nc ca U1; name=An; born=1980", NULL,
    "person strong a b c" },
  { "a-nominee-is-in-a-group-of-each-kind",
    "a ca U1; name=An; initiative=Máy; proof=1:e1\nb ca U1; name=An; initiative=Máy; proof=1:e1", NULL,
    "person strong a b, initiative strong a b, evidence strong a b" },

  /* person */
  { "equal-births-agree", "a ca U1; name=An; born=1980-05-01\nb ca U1; name=An; born=1980-05-01", NULL,
    "person strong a b" },
  { "a-year-agrees-with-a-day-of-it", "a ca U1; name=An; born=1980\nb ca U1; name=An; born=1980-05-01", NULL,
    "person strong a b" },
  { "equal-years-of-two-days-do-not-agree",
    "a ca U1; name=An; born=1980-05-01\nb ca U1; name=An; born=1980-05-02", NULL, "" },
  { "other-years-do-not-agree",
    "a ca U1; name=An; born=1980\nb ca U1; name=An; born=1981\nc ca U1; name=An; born=1982-01-01", NULL, "" },
  { "a-missing-birth-agrees-with-any",
    "a ca U1; name=An; born=1980-05-01\nb ca U1; name=An\nc ca U1; name=An; born=1981", NULL,
    "person strong a b c" },
  { "two-missing-births-agree", "a ca U1; name=An\nb ca U1; name=An", NULL, "person strong a b" },
  { "years-of-one-name-are-groups-of-their-own",
    "a ca U1; name=An; born=1980\nb ca U1; name=An; born=1981\nc ca U1; name=An; born=1981-02-02\n"
    "d ca U1; name=An; born=1980-03-03",
    NULL, "person strong a d, person strong b c" },
  { "persons-of-two-units-are-weak", "a ca U1; name=An\nb ca U2; name=An", NULL, "person weak a b" },
  { "a-group-over-two-units-is-weak", "a ca U1; name=An\nb ca U1; name=An\nc ca U2; name=An", NULL,
    "person weak a b c" },

  /* unit */
  { "a-unit-in-two-groups-of-one-quota-is-found", "a so U1\nb xa U1", NULL, "unit strong a b" },
  { "a-unit-twice-in-one-group-is-found", "a so U1\nb so U1", NULL, "unit strong a b" },
  { "a-unit-in-groups-of-different-quotas-is-not", "a so U1\nb huyen U1", NULL, "" },
  { "a-unit-in-a-group-without-a-quota-is-not", "a bo U1\nb bo U1", NULL, "" },
  { "quotas-that-share-a-nominee-make-one-group", "a so U1\nb xa U1\nc huyen U1", NULL, "unit strong a b c" },
  { "a-unit-and-its-person-are-not-one", "a so U1\nb ca U1; name=An", NULL, "" },

  /* initiative */
  { "equal-titles-are-one-initiative",
    "a so U1; initiative=Sáng kiến hoà giải\n"
    "b so U2; initiative=SÁNG KIẾN  hòa giải",
    NULL, "initiative strong a b" },
  { "titles-without-a-letter-are-none", "a so U1; initiative= \nb so U2; initiative=", NULL, "" },
  { "equal-decisions-with-different-titles-are-different",
    "a so U1; initiative=Một; decision=12/QĐ-SNV\nb so U2; initiative=Hai; decision=12/QĐ-SNV", NULL, "" },
  { "different-decisions-with-equal-titles-are-the-same",
    "a so U1; initiative=Một; decision=12/QĐ-SNV\nb so U2; initiative=Một; decision=13/QĐ-SNV", NULL,
    "initiative strong a b" },

  /* evidence */
  { "one-content-is-found-under-two-keys", "a so U1; proof=1:e1\nb so U2; proof=1:e1b", NULL,
    "evidence strong a b" },
  { "a-bonus-counts", "a so U1; proof=1:e1\nb so U2; proof=2:e1", NULL, "evidence strong a b" },
  { "a-leaf-that-is-shared-does-not-count", "a so U1; proof=1:e1\nb so U2; proof=3:e1", NULL, "" },
  { "other-kinds-of-leaves-do-not-count", "a so U1; proof=1:e1\nb so U2; proof=4:e1\nc so U3; proof=5:e1",
    NULL, "" },
  { "two-leaves-of-one-nominee-are-none", "a so U1; proof=1:e1; proof=2:e1b", NULL, "" },
  { "a-piece-whose-content-is-not-known-is-not-compared", "a so U1; proof=1:e3\nb so U2; proof=1:e3", NULL,
    "" },
  { "contents-that-share-a-nominee-make-one-group",
    "a so U1; proof=1:e1\nb so U2; proof=1:e1,e2\nc so U3; proof=2:e2", NULL, "evidence strong a b c" },

  /* commended: three years before 20/05/2022 */
  { "the-award-of-the-campaign-is-compared", "a so U1; got=bằng  KHEN@2020-01-01", NULL,
    "commended strong a" },
  { "its-own-award-comes-first",
    "a so U1; award=Cờ; got=Bằng khen@2020-01-01\nb so U2; award=Cờ; got=Cờ@2020-01-01", NULL,
    "commended strong b" },
  { "another-form-is-not-the-same", "a so U1; got=Giấy khen@2020-01-01; got=@2020-01-01", NULL, "" },
  { "the-interval-ends-the-day-before-the-ranking",
    "a so U1; got=Bằng khen@2022-05-19\nb so U2; got=Bằng khen@2022-05-20\nc so U3; got=Bằng khen@2022-06-01",
    NULL, "commended strong a" },
  { "the-interval-begins-on-the-same-day-years-before",
    "a so U1; got=Bằng khen@2019-05-20\nb so U2; got=Bằng khen@2019-05-19", NULL, "commended strong a" },
  { "of-a-year-any-day-may-be-the-one",
    "a so U1; got=Bằng khen@2019\nb so U2; got=Bằng khen@2018\nc so U3; got=Bằng khen@2022\n"
    "d so U4; got=Bằng khen@2023\ne so U5; got=Bằng khen",
    NULL, "commended strong a, commended strong c" },

  /* Silenced */
  { "a-pair-that-stands-together-is-silent", "a ca U1; name=An\nb ca U1; name=An", "person a,b ",
    "(person strong a b: )" },
  { "a-reason-is-told", "a so U1; initiative=Máy\nb so U2; initiative=Máy", "initiative b,a Đồng tác giả",
    "(initiative strong a b: Đồng tác giả)" },
  { "another-kind-says-nothing", "a ca U1; name=An\nb ca U1; name=An", "initiative a,b ",
    "person strong a b" },
  { "each-pair-that-agrees-must-stand-together", "a ca U1; name=An\nb ca U1; name=An\nc ca U1; name=An",
    "person a,b \nperson b,c ", "person strong a b c" },
  { "pairs-may-stand-in-several-entries", "a ca U1; name=An\nb ca U1; name=An\nc ca U1; name=An",
    "person a,b \nperson b,c \nperson c,a Ba người", "(person strong a b c: Ba người)" },
  { "one-entry-may-hold-them-all", "a ca U1; name=An\nb ca U1; name=An\nc ca U1; name=An",
    "person c,b,a,d \nperson a,b \n", "(person strong a b c: )" },
  { "pairs-that-do-not-agree-need-not-stand-together",
    "a ca U1; name=An; born=1980-05-01\nb ca U1; name=An; born=1980-06-01\nc ca U1; name=An; born=1980",
    "person a,c \nperson b,c ", "(person strong a b c: )" },
  { "all-contents-of-a-group-must-be-silent",
    "a so U1; proof=1:e1\nb so U2; proof=1:e1,e2\nc so U3; proof=2:e2", "evidence a,b ",
    "evidence strong a b c" },
  { "one-that-was-left-alone-says-nothing", "a ca U1; name=An\nb ca U1; name=An", "person a \nperson b ",
    "person strong a b" },
  { "who-was-commended-stands-alone", "a so U1; got=Bằng khen@2020\nb so U2; got=Bằng khen@2020",
    "commended a,b \ncommended b Đợt khác", "commended strong a, (commended strong b: Đợt khác)" },
};

static void
add_award (BvNominee *nominee, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  BvAward *award = bv_record_new (&bv_award_entity);

  fixture_set (award, "form", parts[0]);
  if (parts[1] != NULL)
    fixture_set (award, strchr (parts[1], '-') != NULL ? "date" : "year", parts[1]);
  g_ptr_array_add (nominee->awards, award);
}

/* "1:e1,e2" */
static void
add_proof (BvNominee *nominee, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_auto (GStrv) pieces = g_strsplit (parts[1], ",", -1);
  BvAssessment *assessment = fixture_add_assessment (nominee, parts[0]);

  for (guint i = 0; pieces[i] != NULL; i++)
    fixture_link_evidence (assessment, pieces[i]);
}

static void
give (BvNominee *nominee, const char *name, const char *value)
{
  if (g_str_equal (name, "withdrawn"))
    nominee->withdrawn = TRUE;
  else if (g_str_equal (name, "award"))
    fixture_set (nominee, name, value);
  else if (g_str_equal (name, "got"))
    add_award (nominee, value);
  else if (g_str_equal (name, "proof"))
    add_proof (nominee, value);
  else if (g_str_equal (name, "initiative"))
    {
      nominee->initiative = bv_record_new (&bv_initiative_entity);
      fixture_set_text (&nominee->initiative->title, value);
    }
  else if (g_str_equal (name, "decision"))
    fixture_set (nominee->initiative, name, value);
  else
    {
      if (nominee->person == NULL)
        nominee->person = bv_record_new (&bv_person_entity);
      fixture_set (nominee->person, name, value);
    }
}

static void
add_nominee (BvCampaign *campaign, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "; ", -1);
  g_auto (GStrv) words = g_strsplit (parts[0], " ", -1);
  BvNominee *nominee = fixture_add_nominee (campaign, words[0]);

  fixture_set (nominee, "group", words[1]);
  fixture_set (nominee, "unit", words[2]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      give (nominee, pair[0], pair[1]);
    }
}

/* "KIND KEY,KEY reason" */
static void
add_distinct (BvCampaign *campaign, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  g_auto (GStrv) keys = g_strsplit (words[1], ",", -1);
  BvDistinct *distinct = bv_record_new (&bv_distinct_entity);

  fixture_set (distinct, "kind", words[0]);
  fixture_set (distinct, "reason", words[2]);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      BvDistinctNominee *named = bv_record_new (&bv_distinct_nominee_entity);

      fixture_set (named, "nominee", keys[i]);
      g_ptr_array_add (distinct->nominees, named);
    }
  g_ptr_array_add (campaign->distinct, distinct);
}

static void
add_each (BvCampaign *campaign, const char *lines, void (*add) (BvCampaign *campaign, const char *line))
{
  g_auto (GStrv) each = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0')
      add (campaign, each[i]);
}

static BvCampaign *
make_campaign (void)
{
  static const char *const groups[]
    = { "so kind=collective" LEAVES, "xa kind=collective" LEAVES, "huyen kind=collective" LEAVES,
        "bo kind=collective" LEAVES, "ca kind=individual" LEAVES };
  static const char *const pieces[][2] = { { "e1", "aa" }, { "e1b", "aa" }, { "e2", "bb" }, { "e3", NULL } };
  BvCampaign *campaign = fixture_campaign_new (NULL);

  fixture_set (campaign, "award", "Bằng khen");
  fixture_set (campaign, "rules.award_interval", "3");
  fixture_set (fixture_add_unit (campaign, "U1", NULL), "name", "Sở Y tế");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    fixture_add_group (campaign, groups[i]);
  fixture_add_quota (campaign, "mot kind=collective groups=so,xa count=5");
  fixture_add_quota (campaign, "hai kind=collective groups=xa,huyen count=5");
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      BvEvidence *piece = fixture_add_evidence (campaign, pieces[i][0]);

      fixture_set_text (&piece->sha256, pieces[i][1]);
      fixture_set (piece, "title", pieces[i][0]);
    }
  return campaign;
}

static char *
write_group (const BvCampaign *campaign, const BvSameGroup *group)
{
  g_autoptr (GString) text = g_string_new (group->silenced ? "(" : "");

  g_string_append_printf (text, "%s %s", bv_same_kinds[group->kind].name, group->strong ? "strong" : "weak");
  for (guint i = 0; i < group->nominees->len; i++)
    {
      const BvNominee *nominee
        = g_ptr_array_index (campaign->nominees, g_array_index (group->nominees, guint, i));

      g_string_append_printf (text, " %s", nominee->key);
    }
  if (group->silenced)
    g_string_append_printf (text, ": %s)", group->reason);
  else
    g_assert_cmpstr (group->reason, ==, "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_groups (const BvIdentity *identity)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < identity->groups->len; i++)
    {
      g_autofree char *text = write_group (identity->campaign, g_ptr_array_index (identity->groups, i));

      g_strv_builder_add (texts, text);
    }
  all = g_strv_builder_end (texts);
  return g_strjoinv (", ", all);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (BvIdentity) identity = NULL;
  g_autofree char *found = NULL;

  add_each (campaign, self->nominees, add_nominee);
  add_each (campaign, self->distinct, add_distinct);
  identity = bv_identity_find (campaign, FIXTURE_DATE);
  found = write_groups (identity);
  g_assert_cmpstr (found, ==, self->expected);
}

static void
test_without_an_interval_nobody_was_commended (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (BvIdentity) identity = NULL;

  campaign->award_interval = BV_NONE;
  add_nominee (campaign, "a so U1; got=Bằng khen@2022-05-01");
  identity = bv_identity_find (campaign, FIXTURE_DATE);
  g_assert_cmpuint (identity->groups->len, ==, 0);
}

/* What is the same, and how a message names it. */
static void
test_groups_say_what_is_the_same (void)
{
  static const char *const expected[]
    = { "The same person: Nguyễn A (Nguyễn A · Sở Y tế; NGUYỄN A · Sở Y tế)",
        "The same initiative: Máy bơm (Nguyễn A · Sở Y tế; NGUYỄN A · Sở Y tế)",
        "The same evidence: e1; e2 (Nguyễn A · Sở Y tế; NGUYỄN A · Sở Y tế)",
        "Commended already: Bằng khen, 2020 (NGUYỄN A · Sở Y tế)",
        "The same unit: Sở Y tế (Sở Y tế · so; Sở Y tế · xa)",
        NULL };
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (BvIdentity) identity = NULL;
  g_auto (GStrv) lines = NULL;

  add_each (campaign,
            "a ca U1; name=Nguyễn  A; initiative=Máy bơm; proof=1:e1,e2\n"
            "b ca U1; name=NGUYỄN A; initiative=máy bơm; proof=1:e1b,e2; got=Bằng khen@2020\n"
            "c so U1\nd xa U1",
            add_nominee);
  identity = bv_identity_find (campaign, FIXTURE_DATE);
  lines = bv_identity_list_open (identity);
  g_assert_cmpuint (bv_identity_count_open (identity), ==, g_strv_length (lines));
  g_assert_true (g_strv_equal ((const char *const *) lines, expected));
}

/* One and the other side of the groups above. */
static void
test_both_sides_are_told (void)
{
  static const char *const expected[][2] = {
    { "Nguyễn A · Sở Y tế · 01/05/1980 · Chuyên viên", "NGUYỄN A · U2 · 1980" },
    { "Nguyễn A · Sở Y tế · 12/QĐ", "NGUYỄN A · U2" },
    { "Nguyễn A · Sở Y tế", "NGUYỄN A · U2" },
    { "Sở Y tế · so", "Sở Y tế · xa" },
  };
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (BvIdentity) identity = NULL;

  add_each (campaign,
            "a ca U1; name=Nguyễn A; born=1980-05-01; position=Chuyên viên; initiative=Máy; decision=12/QĐ; "
            "proof=1:e1\nb ca U2; name=NGUYỄN A; born=1980; initiative=Máy; proof=1:e1\nc so U1\nd xa U1",
            add_nominee);
  identity = bv_identity_find (campaign, FIXTURE_DATE);
  g_assert_cmpuint (identity->groups->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *side
          = bv_same_group_describe_side (identity, g_ptr_array_index (identity->groups, i), k);

        g_assert_cmpstr (side, ==, expected[i][k]);
      }
}

static void
test_of_many_the_first_are_named (void)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (BvIdentity) identity = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *line = g_strdup_printf ("n%u so U%u; initiative=Máy", i, i);

      add_nominee (campaign, line);
    }
  identity = bv_identity_find (campaign, FIXTURE_DATE);
  words = bv_same_group_describe (identity, g_ptr_array_index (identity->groups, 0));
  g_assert_cmpstr (words, ==,
                   "The same initiative: Máy (U0; Sở Y tế; U2; U3; U4; U5; U6; U7; U8; U9; … and 2 more)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/identity/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/identity/without-an-interval-nobody-was-commended",
                   test_without_an_interval_nobody_was_commended);
  g_test_add_func ("/identity/groups-say-what-is-the-same", test_groups_say_what_is_the_same);
  g_test_add_func ("/identity/both-sides-are-told", test_both_sides_are_told);
  g_test_add_func ("/identity/of-many-the-first-are-named", test_of_many_the_first_are_named);
  return g_test_run ();
}
