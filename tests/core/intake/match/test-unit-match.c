/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/match/unit-match.h"
#include "core/text/names.h"
#include "core/text/vietnamese.h"
#include "registry-fixture.h"
#include "spelling-fixture.h"

#include <glib.h>
#include <string.h>

#define DAY_OLD 20211215
#define DAY_NEW 20260115

static const char *const spelling_names[N_SPELLINGS] = {
  "as it is",    "short",       "capitals",      "decomposed",    "blanks",       "abbreviated",
  "written out", "old tones",   "parent, comma", "parent, dash",  "parent first", "province, brackets",
  "hyphens",     "numbered",    "code",          "code and name", "bare",         "bare with parent",
  "no marks",    "other order", "a letter less", "other type",
};

/* Registries of one time, or of all. */
typedef struct
{
  GPtrArray *units;
  BvUnitMatcher *matcher;
  gint64 day;
} Fixture;

static void
fixture_open (Fixture *fixture, gint64 day)
{
  fixture->units = g_ptr_array_new_with_free_func (bv_record_free);
  fixture_read_registry (fixture->units, "an-giang-2021");
  fixture_read_registry (fixture->units, "an-giang-2025");
  fixture->matcher = bv_unit_matcher_new (fixture->units, day);
  fixture->day = day;
}

static void
fixture_close (Fixture *fixture)
{
  bv_unit_matcher_free (fixture->matcher);
  g_ptr_array_unref (fixture->units);
}

/* Whether the text is, letter by letter, what the registry calls @unit. */
static gboolean
is_called (const BvUnit *unit, const char *text)
{
  g_autofree char *bare = fixture_bare_name (unit);
  gboolean called = bv_unit_name_equal (text, unit->name) || bv_unit_name_equal (text, unit->short_name)
                    || bv_unit_name_equal (text, bare);

  for (guint i = 0; unit->aliases != NULL && unit->aliases[i] != NULL; i++)
    called = called || bv_unit_name_equal (text, unit->aliases[i]);
  return called;
}

static gboolean
offers (const BvUnitMatch *match, const BvUnit *unit)
{
  for (guint i = 0; i < match->candidates->len; i++)
    if (g_array_index (match->candidates, BvUnitCandidate, i).unit == unit)
      return TRUE;
  return FALSE;
}

/* How often each way was asked. */
typedef struct
{
  guint n;
  guint n_asked;
  guint n_offered; /* among what is asked the unit is offered */
} Count;

static void
try_spelling (const Fixture *fixture, const BvUnit *unit, Spelling spelling, Count *count)
{
  g_autofree char *text = fixture_write_spelling (fixture->units, fixture->day, unit, spelling);
  g_autoptr (BvUnitMatch) match = bv_unit_match_find (fixture->matcher, text, NULL, NULL);

  count->n++;
  if (match->state == BV_UNIT_MATCH_CERTAIN)
    {
      if (match->unit != unit && !(spelling >= NO_MARKS && is_called (match->unit, text)))
        g_error ("“%s” was taken for %s %s", text, match->unit->code, match->unit->name);
      g_assert_true (bv_unit_is_valid_on (match->unit, fixture->day));
      g_assert_cmpuint (match->candidates->len, ==, 0);
      return;
    }
  if (spelling < BARE)
    g_test_message ("asked: “%s” (%s)", text, spelling_names[spelling]);
  count->n_asked++;
  count->n_offered += offers (match, unit);
}

static guint
try_all (const Fixture *fixture, Count counts[N_SPELLINGS])
{
  guint n_units = 0;

  for (guint i = 0; i < fixture->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (fixture->units, i);

      if (!bv_unit_is_valid_on (unit, fixture->day))
        continue;
      n_units++;
      for (Spelling spelling = 0; spelling < N_SPELLINGS; spelling++)
        try_spelling (fixture, unit, spelling, &counts[spelling]);
    }
  for (Spelling spelling = 0; spelling < N_SPELLINGS; spelling++)
    g_test_message ("%s: %u, asked %u, of these with the unit among what is offered %u",
                    spelling_names[spelling], counts[spelling].n, counts[spelling].n_asked,
                    counts[spelling].n_offered);
  return n_units;
}

static void
test_no_unit_of_2021_is_taken_for_another (void)
{
  Count counts[N_SPELLINGS] = { { 0, 0, 0 } };
  Fixture fixture;

  fixture_open (&fixture, DAY_OLD);
  g_assert_cmpuint (try_all (&fixture, counts), ==, 196);
  for (Spelling spelling = 0; spelling < BARE; spelling++)
    g_assert_cmpuint (counts[spelling].n_asked, ==, 0);
  /* An Phú three times, Tịnh Biên, Tri Tôn, Chợ Mới twice. */
  g_assert_cmpuint (counts[BARE].n_asked, ==, 9);
  g_assert_cmpuint (counts[BARE].n_offered, ==, 9);
  fixture_close (&fixture);
}

static void
test_no_unit_of_2025_is_taken_for_another (void)
{
  Count counts[N_SPELLINGS] = { { 0, 0, 0 } };
  Fixture fixture;

  fixture_open (&fixture, DAY_NEW);
  g_assert_cmpuint (try_all (&fixture, counts), ==, 118);
  for (Spelling spelling = 0; spelling < NO_MARKS; spelling++)
    g_assert_cmpuint (counts[spelling].n_asked, ==, 0);
  fixture_close (&fixture);
}

/* What one text leads to, on one day: a unit, or how many are offered and the first of them. */
static const struct
{
  gint64 day;
  const char *text;
  const char *parent; /* hints */
  const char *type;
  const char *found;
} cases[] = {
  { DAY_OLD, "UBND xã Bình Hòa, huyện Châu Thành", NULL, NULL, "30607: its name" },
  { DAY_OLD, "xã Bình Hoà huyện Châu Thành tỉnh An Giang", NULL, NULL, "30607: its name" },
  { DAY_OLD, "UBND xã Bình Hòa thuộc UBND huyện Châu Thành", NULL, NULL, "30607: its name" },
  { DAY_OLD, "Hòa Bình", NULL, NULL, "30676: its name" },
  { DAY_OLD, "Hòa Bình", "892", NULL, "2 like 30676: under another unit" },
  { DAY_OLD, "Xã Bình Hòa, huyện Châu Phú", NULL, NULL, "8 like 30607: under another unit" },
  { DAY_OLD, "Phu Thanh", NULL, NULL, "2 like 30427: same name without marks" },
  { DAY_OLD, "Phú Thánh", "888", NULL, "2 like 30427: same name without marks" },
  { DAY_OLD, "SO Y TE", NULL, NULL, "1 like SYT: same name without marks" },
  { DAY_OLD, "UBND xa My Duc", NULL, NULL, "1 like 30469: same name without marks" },
  { DAY_OLD, "An Phú", NULL, NULL, "5 like 886: several have this name" },
  { DAY_OLD, "An Phú", NULL, "Huyện", "886: its name" },
  { DAY_OLD, "An Phú", "890", NULL, "30514: its name" },
  { DAY_OLD, "An Phú", "886", "Thị trấn", "30337: its name" },
  { DAY_OLD, "TT An Phú", "886", "Xã", "30337: its name" },
  { DAY_OLD, "Sở Nội vụ tỉnh An Giang", NULL, NULL, "SNV: its name" },
  { DAY_OLD, "SỞ NỘI VỤ AN GIANG", NULL, NULL, "SNV: its name" },
  { DAY_OLD, "1.Sở Nội vụ", NULL, NULL, "SNV: its name" },
  { DAY_OLD, "- Sở Nội vụ", NULL, NULL, "SNV: its name" },
  { DAY_OLD, "II. Sở Nội vụ", NULL, NULL, "SNV: its name" },
  { DAY_OLD, "V.P UBND tỉnh", NULL, NULL, "1 like VPUBNDT: one letter otherwise" },
  { DAY_OLD, "X. Bình Hòa", NULL, NULL, "30607: its name" },
  { DAY_OLD, "Châu Thành – Bình Hòa", NULL, NULL, "30607: its name" },
  { DAY_OLD, "Bình Hòa-Châu Thành", NULL, NULL, "30607: its name" },
  { DAY_OLD, "Bình Hòa, Châu Thành, An Giang", NULL, NULL, "30607: its name" },
  { DAY_OLD, "An Phú, Tịnh Biên", NULL, NULL, "30514: its name" },
  { DAY_OLD, "Tri Tôn - Tri Tôn", NULL, NULL, "3 like 891: several have this name" },
  { DAY_OLD, "Sở Y tế, Sở Nội vụ", NULL, NULL, "2 like SYT: under another unit" },
  { DAY_OLD, "Huyện Châu Thành và huyện Châu Phú", NULL, NULL,
    "2 like 889: other words stand beside its name" },
  { DAY_OLD, "HĐND - UBND xã Bình Hòa", NULL, NULL, "1 like 30607: other words stand beside its name" },
  { DAY_OLD, "Đảng ủy xã Bình Hòa", NULL, NULL, "1 like 30607: other words stand beside its name" },
  { DAY_OLD, "Công an huyện Châu Thành", NULL, NULL, "1 like 892: other words stand beside its name" },
  { DAY_OLD, "Huyện ủy Châu Thành", NULL, NULL, "1 like 892: looks alike" },
  { DAY_OLD, "Sở", NULL, NULL, "none" },
  { DAY_OLD, "UBND", NULL, NULL, "none" },
  { DAY_OLD, "Sở GD-ĐT", NULL, NULL, "1 like SGDDT: looks alike" },
  { DAY_OLD, "Sở Giáo dục - Đào tạo", NULL, NULL, "1 like SGDDT: looks alike" },
  { DAY_OLD, "Sở Lao động TB&XH", NULL, NULL, "1 like SLDTBXH: looks alike" },
  { DAY_OLD, "SNV", NULL, NULL, "SNV: its code" },
  { DAY_OLD, "SGDĐT", NULL, NULL, "SGDDT: its code" },
  { DAY_OLD, "SGDDT", NULL, NULL, "SGDDT: its code" },
  { DAY_OLD, "Sở Văn hoá, Thể thao và Du lịch tỉnh An Giang", NULL, NULL, "SVHTTDL: its name" },
  { DAY_OLD, "Sở Lao động - Thương binh và Xã hội (SLĐTBXH)", NULL, NULL, "SLDTBXH: its code" },
  { DAY_OLD, "Sở Lao động - Thương binh và Xã hội tỉnh An Giang", NULL, NULL, "SLDTBXH: its name" },
  { DAY_OLD, "Công an tỉnh An Giang", NULL, NULL, "CAT: its name" },
  { DAY_OLD, "Văn phòng UBND tỉnh An Giang", NULL, NULL, "VPUBNDT: its name" },
  { DAY_OLD, "UBND tỉnh", NULL, NULL, "89: its name" },
  { DAY_OLD, "Sở Nội vụ tỉnh Kiên Giang", NULL, NULL, "2 like SNV: other words stand beside its name" },
  { DAY_OLD, "Sở Y tế (đã nộp)", NULL, NULL, "1 like SYT: other words stand beside its name" },
  { DAY_OLD, "Phòng Nội vụ huyện Châu Thành", NULL, NULL, "1 like 892: other words stand beside its name" },
  { DAY_OLD, "30280 – Phường Mỹ Long", NULL, NULL, "2 like 30280: under another unit" },
  { DAY_OLD, "30292", NULL, NULL, "30292: its code" },
  { DAY_OLD, "UBND phường Bình Hòa, huyện Châu Thành", NULL, NULL, "7 like 30607: of another type" },
  { DAY_OLD, "Sở Y té", NULL, NULL, "1 like SYT: same name without marks" },
  { DAY_OLD, "Sở Nội vu", NULL, NULL, "1 like SNV: same name without marks" },
  { DAY_OLD, "Sở Tài chín", NULL, NULL, "1 like STC: one letter otherwise" },
  { DAY_OLD, "Công ty cổ phần Ngôi Sao", NULL, NULL, "none" },
  { DAY_OLD, "", NULL, NULL, "none" },
  { DAY_OLD, " - ", NULL, NULL, "none" },
  { DAY_NEW, "Phường Bình Đức", NULL, NULL, "30292: its name" },
  { DAY_NEW, "Sở Tài nguyên và Môi trường", NULL, NULL, "2 like STNMT: not there on that day" },
  { DAY_NEW, "Xã Châu Phú, huyện Châu Phú", NULL, NULL, "5 like 30463: under another unit" },
  { DAY_NEW, "đặc khu Phú Quốc", NULL, NULL, "31078: its name" },
};

/* Of the registry of 2021: the same words in another order, the same letters with other marks. */
static const char *const pairs[][2] = {
  { "An Phú", "Phú An" },         { "Tân Phú", "Phú Tân" },     { "Bình Mỹ", "Mỹ Bình" },
  { "Bình Khánh", "Khánh Bình" }, { "Long Bình", "Bình Long" }, { "Long Phú", "Phú Long" },
  { "Phú Vĩnh", "Vĩnh Phú" },     { "Phú Mỹ", "Mỹ Phú" },       { "Phú Bình", "Bình Phú" },
  { "An Hòa", "Hòa An" },         { "Bình Hòa", "Hòa Bình" },   { "Phú Thạnh", "Phú Thành" },
  { "Bình Thạnh", "Bình Thành" },
};

static char *
describe (const BvUnitMatch *match)
{
  const BvUnitCandidate *first;

  if (match->state == BV_UNIT_MATCH_CERTAIN)
    return g_strdup_printf ("%s: %s", match->unit->code, bv_unit_reason_title (match->reason));
  if (match->state == BV_UNIT_MATCH_NONE)
    return g_strdup ("none");
  first = &g_array_index (match->candidates, BvUnitCandidate, 0);
  return g_strdup_printf ("%u like %s: %s", match->candidates->len, first->unit->code,
                          bv_unit_reason_title (first->reason));
}

static void
check_cases (gint64 day)
{
  Fixture fixture;

  fixture_open (&fixture, day);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvUnitMatch) match = NULL;
      g_autofree char *found = NULL;

      if (cases[i].day != day)
        continue;
      match = bv_unit_match_find (fixture.matcher, cases[i].text, cases[i].parent, cases[i].type);
      found = describe (match);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
  fixture_close (&fixture);
}

static void
test_what_is_written_is_taken_or_asked (void)
{
  check_cases (DAY_OLD);
  check_cases (DAY_NEW);
}

/* A likeness never decides, however few are alike. */
static void
test_pairs_of_a_registry_are_never_exchanged (void)
{
  Fixture fixture;

  fixture_open (&fixture, DAY_OLD);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint side = 0; side < 2; side++)
      {
        const char *name = pairs[i][side];
        g_autofree char *folded = bv_vietnamese_fold (name);
        g_autoptr (BvUnitMatch) match = bv_unit_match_find (fixture.matcher, name, NULL, NULL);
        g_autoptr (BvUnitMatch) vague = bv_unit_match_find (fixture.matcher, folded, NULL, NULL);

        g_test_message ("%s", name);
        if (match->state == BV_UNIT_MATCH_CERTAIN)
          g_assert_true (is_called (match->unit, name));
        g_assert_cmpint (vague->state, ==, BV_UNIT_MATCH_ASKED);
        g_assert_cmpuint (vague->candidates->len, >=, 2);
      }
  fixture_close (&fixture);
}

static void
test_an_answer_is_taken_first_where_it_was_given (void)
{
  Fixture fixture;
  g_autoptr (BvUnitMatch) before = NULL, after = NULL, elsewhere = NULL;
  g_autofree char *key = bv_unit_match_key ("1. An  Phú");

  fixture_open (&fixture, DAY_OLD);
  before = bv_unit_match_find (fixture.matcher, "An Phú", "886", NULL);
  g_assert_cmpint (before->state, ==, BV_UNIT_MATCH_ASKED);
  bv_unit_matcher_learn (fixture.matcher, key, "886", fixture_find_unit (fixture.units, "30337", DAY_OLD));
  after = bv_unit_match_find (fixture.matcher, "2. AN PHÚ", "886", NULL);
  g_assert_cmpint (after->state, ==, BV_UNIT_MATCH_CERTAIN);
  g_assert_cmpint (after->reason, ==, BV_UNIT_BY_ANSWER);
  g_assert_cmpstr (after->unit->code, ==, "30337");
  elsewhere = bv_unit_match_find (fixture.matcher, "An Phú", NULL, NULL);
  g_assert_cmpint (elsewhere->state, ==, BV_UNIT_MATCH_ASKED);
  fixture_close (&fixture);
}

/* What one text means before and after units are merged. */
static void
test_what_a_unit_became_is_offered_and_never_taken (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (BvUnitMatcher) before = NULL, after = NULL;
  g_autoptr (BvUnitMatch) old = NULL, merged = NULL, early = NULL;

  fixture_add_unit_line (units, "1|UBND phường Mỹ Bình|Phường|||2025-06-30");
  fixture_add_unit_line (units, "2|UBND phường Mỹ Long|Phường|||2025-06-30");
  fixture_add_unit_line (
    units, "3|UBND phường Long Xuyên|Phường||2025-07-01||UBND phường Mỹ Bình|UBND phường Mỹ Long|P. LX");
  before = bv_unit_matcher_new (units, DAY_OLD);
  after = bv_unit_matcher_new (units, DAY_NEW);

  old = bv_unit_match_find (before, "phường Mỹ Bình", NULL, NULL);
  g_assert_cmpstr (old->unit->code, ==, "1");
  merged = bv_unit_match_find (after, "phường Mỹ Bình", NULL, NULL);
  g_assert_cmpint (merged->state, ==, BV_UNIT_MATCH_ASKED);
  g_assert_cmpuint (merged->candidates->len, ==, 1);
  g_assert_cmpstr (g_array_index (merged->candidates, BvUnitCandidate, 0).unit->code, ==, "3");
  g_assert_cmpint (g_array_index (merged->candidates, BvUnitCandidate, 0).reason, ==, BV_UNIT_BY_LINEAGE);
  early = bv_unit_match_find (before, "phường Long Xuyên", NULL, NULL);
  g_assert_cmpint (early->state, ==, BV_UNIT_MATCH_ASKED);
  g_assert_cmpuint (early->candidates->len, ==, 2);
}

static void
test_another_spelling_of_the_registry_is_taken (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (BvUnitMatcher) matcher = NULL;
  g_autoptr (BvUnitMatch) match = NULL, loop = NULL;

  fixture_add_unit_line (units, "3|UBND phường Long Xuyên|Phường|4|||P. LX");
  /* Of a registry that was made by hand: each is under the other. */
  fixture_add_unit_line (units, "4|UBND huyện Vòng Tròn|Huyện|3");
  matcher = bv_unit_matcher_new (units, DAY_OLD);
  match = bv_unit_match_find (matcher, "phường LX", NULL, NULL);
  g_assert_cmpint (match->reason, ==, BV_UNIT_BY_ALIAS);
  g_assert_cmpstr (match->unit->code, ==, "3");
  loop = bv_unit_match_find (matcher, "phường LX, thị xã Lạ", "4", NULL);
  g_assert_cmpint (loop->state, ==, BV_UNIT_MATCH_ASKED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-match/what-is-written-is-taken-or-asked", test_what_is_written_is_taken_or_asked);
  g_test_add_func ("/unit-match/pairs-of-a-registry-are-never-exchanged",
                   test_pairs_of_a_registry_are_never_exchanged);
  g_test_add_func ("/unit-match/an-answer-is-taken-first-where-it-was-given",
                   test_an_answer_is_taken_first_where_it_was_given);
  g_test_add_func ("/unit-match/what-a-unit-became-is-offered-and-never-taken",
                   test_what_a_unit_became_is_offered_and_never_taken);
  g_test_add_func ("/unit-match/another-spelling-of-the-registry-is-taken",
                   test_another_spelling_of_the_registry_is_taken);
  g_test_add_func ("/unit-match/no-unit-of-2021-is-taken-for-another",
                   test_no_unit_of_2021_is_taken_for_another);
  g_test_add_func ("/unit-match/no-unit-of-2025-is-taken-for-another",
                   test_no_unit_of_2025_is_taken_for_another);
  return g_test_run ();
}
