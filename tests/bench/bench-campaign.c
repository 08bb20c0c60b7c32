/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-campaign.h"

#include "core/assessment.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "scratch-folder.h"
#include "store/campaigns.h"

#include <glib/gstdio.h>

#define GROUPS 4
#define UNITS_PER_PARENT 10

static const BvCriterionKind kinds[BENCH_LEAVES] = {
  BV_CRITERION_CHECKLIST, BV_CRITERION_POINTS,    BV_CRITERION_REPORTS,  BV_CRITERION_PASS_FAIL,
  BV_CRITERION_POINTS,    BV_CRITERION_MEASURED,  BV_CRITERION_MEASURED, BV_CRITERION_POINTS,
  BV_CRITERION_BONUS,     BV_CRITERION_DEDUCTION,
};

static const char *const family_names[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi" };
static const char *const given_names[]
  = { "Ánh", "Bình", "Chi", "Dũng", "Đường", "Giang", "Hoà", "Khánh", "Lan", "Phượng", "Quỳnh", "Yến" };

static void set_text (char **field, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
set_text (char **field, const char *format, ...)
{
  va_list values;

  g_free (*field);
  va_start (values, format);
  *field = g_strdup_vprintf (format, values);
  va_end (values);
}

static gpointer
add_child (gpointer record, const char *field)
{
  return bv_record_add_child (record, bv_entity_find_field (((BvRecord *) record)->entity, field));
}

static GArray *
new_numbers (const gint64 *numbers, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (array, numbers, n);
  return array;
}

static void
add_leaf (BvGroup *group, guint index)
{
  static const gint64 due[] = { 20210930, 20211215 };
  static const char *const items[] = { "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", NULL };
  BvCriterion *leaf = add_child (group, "criteria");

  set_text (&leaf->code, "%u", index + 1);
  set_text (&leaf->title, "Tiêu chí số %u về hiệu quả quản trị và hành chính công", index + 1);
  leaf->kind = kinds[index];
  leaf->max = 1250;
  leaf->evidence = index < 2;
  leaf->required = leaf->kind == BV_CRITERION_PASS_FAIL;
  leaf->tie_breaker = leaf->kind == BV_CRITERION_POINTS ? (gint64) index + 1 : BV_NONE;
  if (leaf->kind == BV_CRITERION_CHECKLIST)
    leaf->items = g_strdupv ((char **) items);
  if (leaf->kind == BV_CRITERION_REPORTS)
    {
      leaf->due = new_numbers (due, G_N_ELEMENTS (due));
      leaf->late_penalty = 100;
      leaf->missing_penalty = 300;
    }
  if (leaf->kind == BV_CRITERION_MEASURED)
    {
      leaf->rule = index == 5 ? BV_RULE_TARGET : BV_RULE_IMPROVED_OR_TOP;
      leaf->threshold = index == 5 ? BV_NONE : 1000;
    }
}

static gboolean
is_individual (guint group)
{
  return group % 2 == 1;
}

static void
add_groups (BvCampaign *campaign, guint n_nominees)
{
  for (guint i = 0; i < 2; i++)
    {
      BvQuota *quota = add_child (campaign, "quotas");

      set_text (&quota->key, "q%u", i);
      set_text (&quota->name, is_individual (i) ? "Cá nhân" : "Tập thể");
      quota->kind = is_individual (i) ? BV_QUOTA_INDIVIDUAL : BV_QUOTA_COLLECTIVE;
      quota->count = n_nominees / 40;
      quota->per_parent = 50;
    }
  for (guint i = 0; i < GROUPS; i++)
    {
      BvGroup *group = add_child (campaign, "groups");
      BvQuotaGroup *member = add_child (g_ptr_array_index (campaign->quotas, i % 2), "groups");

      set_text (&group->key, "k%u", i);
      set_text (&group->name, "Khối thi đua số %u", i + 1);
      group->kind = is_individual (i) ? BV_GROUP_INDIVIDUAL : BV_GROUP_COLLECTIVE;
      set_text (&member->group, "%s", group->key);
      for (guint k = 0; k < BENCH_LEAVES; k++)
        add_leaf (group, k);
    }
}

/* Parents first, then the units under them. */
static void
add_units (BvCampaign *campaign, guint n_units)
{
  guint n_parents = n_units / UNITS_PER_PARENT + 1;

  for (guint i = 0; i < n_parents + n_units; i++)
    {
      BvUnit *unit = add_child (campaign, "units");

      set_text (&unit->code, "U%05u", i);
      set_text (&unit->name, i < n_parents ? "Huyện %u" : "Xã Mỹ Hoà Hưng %u", i);
      if (i >= n_parents)
        set_text (&unit->parent, "U%05u", i % n_parents);
    }
}

static void
add_evidence (BvCampaign *campaign, guint n_pieces)
{
  for (guint i = 0; i < n_pieces; i++)
    {
      BvEvidence *piece = add_child (campaign, "evidence");

      set_text (&piece->key, "e%u", i + 1);
      set_text (&piece->file, "KH-%u.pdf", i);
      set_text (&piece->number, "%u/KH-UBND", i);
      set_text (&piece->title, "Kế hoạch thực hiện các giải pháp nâng cao chỉ số PAPI năm 2021");
      piece->issued = 20210701;
      piece->state = i % 20 == 0 ? BV_EVIDENCE_REJECTED : BV_EVIDENCE_ACCEPTED;
    }
}

static void
add_person (BvNominee *nominee, guint index, GRand *random)
{
  BvPerson *person = add_child (nominee, "person");

  set_text (&person->name, "%s Thị %s", family_names[index % G_N_ELEMENTS (family_names)],
            given_names[index / 7 % G_N_ELEMENTS (given_names)]);
  set_text (&person->position, "Chuyên viên");
  person->gender = g_rand_boolean (random) ? BV_GENDER_FEMALE : BV_GENDER_MALE;
  person->holds_office = g_rand_int_range (random, 0, 5) == 0;
}

static void
add_rarities (BvNominee *nominee, guint index, GRand *random)
{
  BvVote *vote = add_child (nominee, "votes");

  vote->in_favour = g_rand_int_range (random, 0, 12);
  vote->present = vote->members = 11;
  if (index % 100 == 3)
    {
      BvHold *hold = add_child (nominee, "holds");

      set_text (&hold->reason, "Đang thanh tra");
      hold->from = 20211001;
    }
  if (index % 5000 == 7)
    {
      BvDecision *decision = add_child (nominee, "decision");

      decision->place = BV_PLACE_OUTSIDE;
      set_text (&decision->reason, "Biên bản họp Hội đồng");
    }
}

static void
add_links (BvAssessment *assessment, guint n_pieces, GRand *random)
{
  BvEvidenceLink *link = add_child (assessment, "evidence");

  set_text (&link->evidence, "e%d", g_rand_int_range (random, 1, n_pieces + 1));
}

static void
add_results (BvAssessment *assessment, GRand *random)
{
  BvResult *result = add_child (assessment, "results");

  result->dimension = g_rand_int_range (random, 1, 9);
  result->baseline = 50000;
  result->result = 50000 + g_rand_int_range (random, 0, 2000);
  result->target = 51000;
}

static void
add_reports (BvAssessment *assessment, GRand *random)
{
  ((BvReport *) add_child (assessment, "received"))->received = 20210920 + g_rand_int_range (random, 0, 10);
  ((BvReport *) add_child (assessment, "received"))->received
    = g_rand_int_range (random, 0, 4) > 0 ? 20211210 + g_rand_int_range (random, 0, 10) : BV_NONE;
}

static void
tick_items (BvAssessment *assessment, GRand *random)
{
  static const gint64 items[] = { 1, 2, 3, 4, 5, 6, 7, 8 };

  assessment->items = new_numbers (items, g_rand_int_range (random, 0, G_N_ELEMENTS (items) + 1));
}

static void
add_assessment (BvNominee *nominee, guint leaf, guint n_pieces, GRand *random)
{
  BvAssessment *assessment = add_child (nominee, "assessments");

  set_text (&assessment->criterion, "%u", leaf + 1);
  assessment->self = 5 * g_rand_int_range (random, 0, 251);
  assessment->state = g_rand_int_range (random, 0, 10) > 0 ? BV_ASSESSMENT_ACCEPTED : BV_ASSESSMENT_PENDING;
  if (kinds[leaf] == BV_CRITERION_POINTS || g_rand_int_range (random, 0, 4) == 0)
    assessment->verified = 5 * g_rand_int_range (random, 0, 251);
  if (leaf < 2)
    add_links (assessment, n_pieces, random);
  if (kinds[leaf] == BV_CRITERION_CHECKLIST)
    tick_items (assessment, random);
  else if (kinds[leaf] == BV_CRITERION_REPORTS)
    add_reports (assessment, random);
  else if (kinds[leaf] == BV_CRITERION_PASS_FAIL)
    assessment->passed = g_rand_int_range (random, 0, 20) > 0;
  else if (kinds[leaf] == BV_CRITERION_MEASURED)
    add_results (assessment, random);
}

static void
add_nominees (BvCampaign *campaign, guint n_nominees, guint n_units)
{
  GRand *random = g_rand_new_with_seed (1078);
  guint first_unit = campaign->units->len - n_units;

  for (guint i = 0; i < n_nominees; i++)
    {
      BvNominee *nominee = add_child (campaign, "nominees");

      set_text (&nominee->key, "n%u", i);
      set_text (&nominee->group, "k%u", i % GROUPS);
      set_text (&nominee->unit, "U%05u", first_unit + g_rand_int_range (random, 0, n_units));
      set_text (&nominee->summary, "Thực hiện tốt kế hoạch, nâng cao chất lượng phục vụ người dân.");
      nominee->women_percent = g_rand_int_range (random, 0, 101);
      if (is_individual (i % GROUPS))
        add_person (nominee, i, random);
      add_rarities (nominee, i, random);
      for (guint k = 0; k < BENCH_LEAVES; k++)
        add_assessment (nominee, k, campaign->evidence->len, random);
    }
  g_rand_free (random);
}

BvCampaign *
bench_campaign_new (guint n_nominees)
{
  static const gint64 tie_chain[]
    = { BV_TIE_CRITERIA, BV_TIE_REPORTS, BV_TIE_WOMEN, BV_TIE_NO_OFFICE, BV_TIE_VOTES };
  BvCampaign *campaign = bv_record_new (&bv_campaign_entity);
  guint n_units = MAX (n_nominees / 20, 10);

  set_text (&campaign->key, "do-luong");
  set_text (&campaign->title, "Phong trào thi đua để đo tốc độ");
  campaign->starts = 20210621;
  campaign->ends = 20211231;
  campaign->considered_on = BENCH_DATE;
  campaign->tie_chain = new_numbers (tie_chain, G_N_ELEMENTS (tie_chain));
  add_units (campaign, n_units);
  add_groups (campaign, n_nominees);
  add_evidence (campaign, MAX (n_nominees / 2, 10));
  add_nominees (campaign, n_nominees, n_units);
  return campaign;
}

static void
fill_library (const char *folder, guint n_nominees)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign = bench_campaign_new (n_nominees);
  g_autoptr (BvLibrary) library = bv_library_open (folder, BV_LIBRARY_CREATE, &error);

  g_assert_no_error (error);
  bv_campaigns_load (library, campaign, FALSE, &error);
  g_assert_no_error (error);
}

/* The library is made once and stays in the build folder; it is made under another name first. */
BvLibrary *
bench_library_open (const char *folder, guint n_nominees)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *draft = g_strconcat (folder, ".new", NULL);

      scratch_folder_remove (draft);
      fill_library (draft, n_nominees);
      g_assert_cmpint (g_rename (draft, folder), ==, 0);
    }
  library = bv_library_open (folder, BV_LIBRARY_READ, &error);
  g_assert_no_error (error);
  return library;
}
