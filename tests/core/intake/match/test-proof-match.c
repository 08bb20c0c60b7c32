/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/intake/match/proof-match.h"

/* A province with communes of two districts, two of them of names that differ in a mark. */
typedef struct
{
  BvCampaign *campaign;
  BvUnitMatcher *units;
  BvProofMatcher *matcher;
} Fixture;

static void
add_unit (BvCampaign *campaign, const char *code, const char *name, const char *parent)
{
  fixture_set (fixture_add_unit (campaign, code, parent), "name", name);
}

static void
add_criterion (BvGroup *group, const char *line, const char *title)
{
  fixture_set (fixture_add_criterion (group->criteria, line), "title", title);
}

static void
fixture_open (Fixture *fixture)
{
  BvCampaign *campaign = fixture_campaign_new ("");
  BvGroup *group;

  add_unit (campaign, "SNV", "Sở Nội vụ", NULL);
  add_unit (campaign, "STC", "Sở Tài chính", NULL);
  add_unit (campaign, "887", "Thị xã Tân Châu", NULL);
  add_unit (campaign, "30376", "Xã Phú Thành", "887");
  add_unit (campaign, "30377", "Xã Phú Thạnh", "887");
  group = fixture_add_group (campaign, "xa kind=collective");
  add_criterion (group, "1.1 kind=points max=60.00", "Cải cách hành chính");
  add_criterion (group, "1.2 kind=points max=40.00", "Thủ tục hành chính");
  add_criterion (group, "2 kind=points max=40.00", "Kỷ luật, kỷ cương");
  fixture_add_group (campaign, "nguoi kind=individual");
  fixture_add_nominee (campaign, "phu-thanh group=xa unit=30376");
  fixture_add_nominee (campaign, "phu-thanh-2 group=xa unit=30377");
  fixture_add_nominee (campaign, "tan-chau group=xa unit=887");
  fixture_add_nominee (campaign, "anh group=nguoi unit=887");
  fixture_add_nominee (campaign, "binh group=nguoi unit=STC");
  for (guint i = 3; i < campaign->nominees->len; i++)
    ((BvNominee *) g_ptr_array_index (campaign->nominees, i))->person = bv_record_new (&bv_person_entity);
  fixture->campaign = campaign;
  fixture->units = bv_unit_matcher_new (campaign->units, FIXTURE_DATE);
  fixture->matcher = bv_proof_matcher_new (campaign->groups, campaign->nominees, fixture->units);
}

static void
fixture_close (Fixture *fixture)
{
  bv_proof_matcher_free (fixture->matcher);
  bv_unit_matcher_free (fixture->units);
  bv_record_free (fixture->campaign);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_close)

/* `certain 1: phu-thanh 1.1, phu-thanh 1.2` */
static char *
describe (const BvProofMatch *match)
{
  static const char *const states[] = { "none", "asked", "certain" };
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s %d:", states[match->state], match->reason);
  for (guint i = 0; i < match->targets->len; i++)
    {
      const BvProofTarget *target = &g_array_index (match->targets, BvProofTarget, i);

      g_string_append_printf (text, "%s %s %s", i > 0 ? "," : "", target->nominee,
                              target->criterion != NULL ? target->criterion : "-");
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *folders; /* with slashes between them */
  const char *unit;
  BvProofMatchState state;
  BvProofReason reason;
  const char *targets;
} Case;

static void
check (const Fixture *fixture, const Case *cases, guint n_cases)
{
  static const char *const states[] = { "none", "asked", "certain" };

  for (guint i = 0; i < n_cases; i++)
    {
      g_auto (GStrv) folders = g_strsplit (cases[i].folders, "/", -1);
      const BvProofFile file = { cases[i].name, (const char *const *) folders, cases[i].unit };
      g_autoptr (BvProofMatch) match = bv_proof_match_find (fixture->matcher, &file);
      g_autofree char *found = describe (match);
      g_autofree char *expected = g_strdup_printf ("%s %d:%s%s", states[cases[i].state], cases[i].reason,
                                                   *cases[i].targets != '\0' ? " " : "", cases[i].targets);

      if (!g_str_equal (found, expected))
        g_error ("%s in %s: %s, not %s", cases[i].name, cases[i].folders, found, expected);
      g_assert_nonnull (bv_proof_match_reason_title (match->reason));
    }
}

static void
test_named (void)
{
  static const BvProofDocument documents[] = {
    { "phu-thanh", "1.1", "30376", "01/QĐ-UBND" },   { "phu-thanh", "1.2", "30376", "01/QĐ-UBND" },
    { "phu-thanh-2", "1.1", "30377", "01/QĐ-UBND" }, { "phu-thanh-2", "2", "30377", "Báo cáo Phú Thành" },
    { "tan-chau", "2", "887", "7/BC-TC" },           { "tan-chau", "1.1", "887", "8/QĐ-TC" },
    { "tan-chau", "1.2", "887", "8/QD-TC" },         { "anh", NULL, "887", "Giấy khen.pdf" },
    { "phu-thanh", "2", "887", "Biên bản" },
  };
  static const Case cases[] = {
    { "7_BC-TC.pdf", "", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NAME, "tan-chau 2" },
    { "BC so 7_BC-TC.pdf", "gì đó", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NUMBER, "tan-chau 2" },
    { "giấy khen.pdf", "", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NAME, "anh -" },
    /* A document that one unit names for two criteria; a number that two units have. */
    { "1_QD-UBND.pdf", "30376", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NUMBER,
      "phu-thanh 1.1, phu-thanh 1.2" },
    { "1_QD-UBND.pdf", "", "30377", BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NUMBER, "phu-thanh-2 1.1" },
    { "1_QD-UBND.pdf", "", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_SEVERAL,
      "phu-thanh 1.1, phu-thanh 1.2, phu-thanh-2 1.1" },
    /* The innermost folder that names a unit has the say. */
    { "01_QĐ-UBND.pdf", "TX Tân Châu/Xã Phú Thạnh/2021", "30376", BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NAME,
      "phu-thanh-2 1.1" },
    { "biên bản.pdf", "Xã Phú Thành", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NAME, "phu-thanh 2" },
    { "7_BC-TC.pdf", "Xã Phú Thạnh", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_OTHER_UNIT, "tan-chau 2" },
    /* What is merely alike. */
    { "8_QĐ-TC.pdf", "", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NAME, "tan-chau 1.1" },
    { "số 8_qd-tc.pdf", "", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NUMBER, "tan-chau 1.2" },
    { "Báo cáo Phú Thạnh.pdf", "", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_NO_MARKS, "phu-thanh-2 2" },
    { "Phụ lục 7_BC-TC.pdf", "", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_INSIDE, "tan-chau 2" },
    { "gì đó.pdf", "", NULL, BV_PROOF_MATCH_NONE, BV_PROOF_UNNAMED, "" },
    { "gì đó.pdf", "Xã Phú Thành", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION,
      "phu-thanh 1.1, phu-thanh 1.2, phu-thanh 2" },
  };
  g_auto (Fixture) fixture;

  fixture_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    bv_proof_matcher_add (fixture.matcher, &documents[i]);
  check (&fixture, cases, G_N_ELEMENTS (cases));
}

/* A file without marks, and numbers that differ in nothing else. */
static void
test_numbers_alike (void)
{
  static const BvProofDocument documents[]
    = { { "tan-chau", "1.1", "887", "8/QĐ-TĐ" }, { "tan-chau", "1.2", "887", "8/QD-TĐ" } };
  static const Case cases[] = {
    { "8_QD-TD.pdf", "887", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_ALIKE, "tan-chau 1.1, tan-chau 1.2" },
    { "8_QĐ-TĐ.pdf", "887", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_NAME, "tan-chau 1.1" },
  };
  g_auto (Fixture) fixture;

  fixture_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    bv_proof_matcher_add (fixture.matcher, &documents[i]);
  check (&fixture, cases, G_N_ELEMENTS (cases));
}

static void
test_folders (void)
{
  static const Case cases[] = {
    { "a.pdf", "887/TC 1.1", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_FOLDERS, "tan-chau 1.1" },
    { "a.pdf", "Minh chứng/Thị xã Tân Châu/1.2", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_FOLDERS,
      "tan-chau 1.2" },
    { "a.pdf", "887 - Thị xã Tân Châu/Tiêu chí 2/ảnh", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_FOLDERS,
      "tan-chau 2" },
    { "a.pdf", "887/2. Kỷ luật, kỷ cương", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_FOLDERS, "tan-chau 2" },
    { "a.pdf", "887/Thủ tục hành chính", NULL, BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_FOLDERS, "tan-chau 1.2" },
    /* Of a unit with whose answer it came. */
    { "a.pdf", "TC 1.1", "30376", BV_PROOF_MATCH_CERTAIN, BV_PROOF_BY_FOLDERS, "phu-thanh 1.1" },
    /* Outside of the folder of the unit nothing is said of its criteria. */
    { "a.pdf", "TC 1.1/887", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION, "tan-chau -" },
    /* A number alone, a name without its marks, the beginning of a name. */
    { "a.pdf", "887/2", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION, "tan-chau 2" },
    { "a.pdf", "887/thu tuc hanh chinh", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION, "tan-chau 1.2" },
    { "a.pdf", "887/gì đó", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION, "tan-chau -" },
    /* No unit for certain. */
    { "a.pdf", "xa phu thanh/1.1", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_UNIT, "phu-thanh -, phu-thanh-2 -" },
    { "a.pdf", "Thành Phú/1.1", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_UNIT, "phu-thanh -, phu-thanh-2 -" },
    { "a.pdf", "1.1", NULL, BV_PROOF_MATCH_NONE, BV_PROOF_UNNAMED, "" },
    /* Only persons of it are put forward. */
    { "a.pdf", "Sở Tài chính/1.1", NULL, BV_PROOF_MATCH_ASKED, BV_PROOF_CRITERION, "binh -" },
    /* Nobody of it is put forward. */
    { "a.pdf", "Sở Nội vụ/1.1", NULL, BV_PROOF_MATCH_NONE, BV_PROOF_UNNAMED, "" },
  };
  g_auto (Fixture) fixture;

  fixture_open (&fixture);
  check (&fixture, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proof-match/a-file-proves-what-a-form-names-it-for", test_named);
  g_test_add_func ("/proof-match/numbers-that-differ-in-marks-alone-are-asked", test_numbers_alike);
  g_test_add_func ("/proof-match/folders-name-unit-and-criterion", test_folders);

  return g_test_run ();
}
