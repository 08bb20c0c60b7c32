/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/field-value.h"
#include "core/unit.h"
#include "exchange/interchange/interchange.h"
#include "exchange/interchange/ranking-json.h"
#include "exchange/sealed/seal.h"

#include <string.h>

#define DATE 20220520

/* In these texts ' stands for ". A pool decided by the total, and one whose percent comes to one place for
 * two equals. */
static const char sample[]
  = "{'format': 'bangvang-campaign', 'version': 1,"
    " 'campaign': {'key': 'thu', 'title': 'Thử', 'starts': '2021-01-01', 'ends': '2021-12-31'},"
    " 'units': [{'code': 'A', 'name': 'Sở A'}, {'code': 'B', 'name': 'Sở B'}, {'code': 'C', 'name': 'Sở \\'C\\''}],"
    " 'groups': ["
    "  {'key': 'so', 'name': 'Sở', 'kind': 'collective', 'criteria': ["
    "   {'code': '1', 'title': 'Một', 'kind': 'points', 'max': '80.00'}]},"
    "  {'key': 'nguoi', 'name': 'Người', 'kind': 'individual', 'criteria': ["
    "   {'code': '1', 'title': 'Một', 'kind': 'points', 'max': '50.00'}]}],"
    " 'quotas': ["
    "  {'key': 'tap-the', 'name': 'Tập thể', 'kind': 'collective', 'groups': ['so'], 'count': 1},"
    "  {'key': 'ca-nhan', 'name': 'Cá nhân', 'kind': 'individual', 'groups': ['nguoi'], 'percent': 50}],"
    " 'nominees': ["
    "  {'key': 'b', 'group': 'so', 'unit': 'B', 'assessments': [{'criterion': '1', 'verified': '60.05'}]},"
    "  {'key': 'c', 'group': 'so', 'unit': 'C', 'withdrawn': true,"
    "   'assessments': [{'criterion': '1', 'verified': '80.00'}]},"
    "  {'key': 'a', 'group': 'so', 'unit': 'A', 'assessments': [{'criterion': '1', 'verified': '70.50'}]},"
    "  {'key': 'p', 'group': 'nguoi', 'unit': 'A', 'person': {'name': 'Lê Thị Út'},"
    "   'assessments': [{'criterion': '1', 'verified': '33.33'}]},"
    "  {'key': 'q', 'group': 'nguoi', 'unit': 'B', 'person': {'name': 'Trần Văn Hai'},"
    "   'assessments': [{'criterion': '1', 'verified': '33.33'}]}]}";

#define ENTRY(key, name, unit, group, total, percent, rank) \
  "        {\n"                                             \
  "          'nominee': '" key "',\n"                       \
  "          'name': '" name "',\n"                         \
  "          'unit': '" unit "',\n"                         \
  "          'group': '" group "',\n"                       \
  "          'total': '" total "',\n"                       \
  "          'percent': '" percent "',\n"                   \
  "          'rank': " rank ",\n"

#define POOL_ENTRY(eligible, place, decided_by, margin) \
  "          'eligible': " eligible ",\n"               \
  "          'place': '" place "',\n"                   \
  "          'decided_by': " decided_by ",\n"           \
  "          'margin': " margin ",\n"

#define GROUP_ENTRY(eligible, decided_by) \
  "          'eligible': " eligible ",\n" \
  "          'decided_by': " decided_by ",\n"

#define NO_REASONS            \
  "          'reasons': []\n" \
  "        }"

#define WITHDRAWN             \
  "          'reasons': [\n"  \
  "            'Đã rút'\n" \
  "          ]\n"             \
  "        }"

#define ENTRY_A ENTRY ("a", "Sở A", "A", "so", "70.50", "88.13", "1")
#define ENTRY_B ENTRY ("b", "Sở B", "B", "so", "60.05", "75.06", "2")
#define ENTRY_C ENTRY ("c", "Sở \\'C\\'", "C", "so", "80.00", "100.00", "null")
#define ENTRY_P ENTRY ("p", "Lê Thị Út", "A", "nguoi", "33.33", "66.66", "1")
#define ENTRY_Q ENTRY ("q", "Trần Văn Hai", "B", "nguoi", "33.33", "66.66", "1")

static const char expected[]
  = "{\n"
    "  'campaign': 'thu',\n"
    "  'date': '2022-05-20',\n"
    "  'pools': [\n"
    "    {\n"
    "      'key': 'tap-the',\n"
    "      'kind': 'collective',\n"
    "      'quota': 1,\n"
    "      'provisional': false,\n"
    "      'unresolved_tie': false,\n"
    "      'entries': [\n" ENTRY_A POOL_ENTRY ("true", "inside", "'first'", "'10.45'") NO_REASONS
  ",\n" ENTRY_B POOL_ENTRY ("true", "outside", "'total'", "'10.45'") NO_REASONS
  ",\n" ENTRY_C POOL_ENTRY ("false", "not-eligible", "null", "null") WITHDRAWN
  "\n"
  "      ]\n"
  "    },\n"
  "    {\n"
  "      'key': 'ca-nhan',\n"
  "      'kind': 'individual',\n"
  "      'quota': 1,\n"
  "      'provisional': false,\n"
  "      'unresolved_tie': true,\n"
  "      'entries': [\n" ENTRY_P POOL_ENTRY ("true", "unresolved", "'first'", "null") NO_REASONS
  ",\n" ENTRY_Q POOL_ENTRY ("true", "unresolved", "'tie'", "null") NO_REASONS
  "\n"
  "      ]\n"
  "    }\n"
  "  ],\n"
  "  'groups': [\n"
  "    {\n"
  "      'key': 'so',\n"
  "      'entries': [\n" ENTRY_A GROUP_ENTRY ("true", "'first'") NO_REASONS
  ",\n" ENTRY_B GROUP_ENTRY ("true", "'total'") NO_REASONS ",\n" ENTRY_C GROUP_ENTRY ("false", "null")
    WITHDRAWN "\n"
              "      ]\n"
              "    },\n"
              "    {\n"
              "      'key': 'nguoi',\n"
              "      'entries': [\n" ENTRY_P GROUP_ENTRY ("true", "'first'") NO_REASONS
  ",\n" ENTRY_Q GROUP_ENTRY ("true", "'tie'") NO_REASONS "\n"
                                                         "      ]\n"
                                                         "    }\n"
                                                         "  ]\n"
                                                         "}\n";

static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static BvCampaign *
read_sample (void)
{
  g_autofree char *text = quoted (sample);
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign = bv_interchange_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return campaign;
}

static const char *
find_unit_name (const BvCampaign *campaign, const char *code)
{
  for (guint i = 0; i < campaign->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (campaign->units, i);

      if (g_str_equal (unit->code, code))
        return unit->name;
    }
  g_assert_not_reached ();
}

static void
add_entrant (BvContest *contest, const BvCampaign *campaign, const BvNominee *nominee)
{
  BvEntrant *entrant = bv_contest_add (contest, bv_contest_find_group (contest, nominee->group));
  const BvAssessment *assessment = g_ptr_array_index (nominee->assessments, 0);

  entrant->key = bv_contest_keep (contest, nominee->key);
  entrant->name = bv_contest_keep (
    contest, nominee->person != NULL ? nominee->person->name : find_unit_name (campaign, nominee->unit));
  entrant->unit_code = bv_contest_keep (contest, nominee->unit);
  entrant->withdrawn = nominee->withdrawn;
  bv_contest_mark (contest, entrant->first_mark)->verified = bv_mark_pack_points (assessment->verified);
}

static BvProposal *
propose (const BvCampaign *campaign, gint64 date)
{
  BvContest *contest = bv_contest_new (bv_record_copy (campaign), date);

  for (guint i = 0; i < campaign->nominees->len; i++)
    add_entrant (contest, campaign, g_ptr_array_index (campaign->nominees, i));
  return bv_proposal_new (contest, bv_record_copy (campaign));
}

static void
append (const char *bytes, gsize length, gpointer text)
{
  g_string_append_len (text, bytes, length);
}

static void
test_shape (void)
{
  g_autoptr (BvCampaign) campaign = read_sample ();
  g_autoptr (BvProposal) proposal = propose (campaign, DATE);
  g_autoptr (GString) written = g_string_new (NULL);
  g_autofree char *wanted = quoted (expected);

  bv_ranking_json_stream (proposal, append, written);
  g_assert_cmpstr (written->str, ==, wanted);
  g_assert_cmpuint (written->len, ==, strlen (wanted));
}

static char *
seal_of (const BvCampaign *campaign, gint64 date)
{
  g_autoptr (BvProposal) proposal = propose (campaign, date);

  return bv_seal_compute (proposal);
}

static void
test_seal (void)
{
  g_autoptr (BvCampaign) campaign = read_sample ();
  g_autofree char *dump = bv_interchange_write (campaign, NULL);
  g_autofree char *ranks = quoted (expected);
  g_autofree char *both = g_strconcat (dump, ranks, NULL);
  g_autofree char *wanted = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
  g_autofree char *seal = seal_of (campaign, DATE);

  g_assert_cmpstr (seal, ==, wanted);
}

static void
test_seal_changes (void)
{
  g_autoptr (BvCampaign) campaign = read_sample ();
  BvNominee *nominee = g_ptr_array_index (campaign->nominees, 0);
  g_autofree char *seal = seal_of (campaign, DATE);
  g_autofree char *same = seal_of (campaign, DATE);
  g_autofree char *later = seal_of (campaign, DATE + 1);
  g_autofree char *changed = NULL;

  nominee->women_percent = 50;
  changed = seal_of (campaign, DATE);
  g_assert_cmpstr (seal, ==, same);
  g_assert_cmpstr (seal, !=, later);
  g_assert_cmpstr (seal, !=, changed);
}

static char *
rank_text (const BvCampaign *campaign)
{
  g_autoptr (BvProposal) proposal = propose (campaign, DATE);
  GString *written = g_string_new (NULL);

  bv_ranking_json_stream (proposal, append, written);
  return g_string_free (written, FALSE);
}

static guint
count_of (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

/* In a group with classes an entry has its own, null below all of them; in others it has no such key. */
static void
test_classes (void)
{
  g_autoptr (BvCampaign) campaign = read_sample ();
  BvGroup *group = g_ptr_array_index (campaign->groups, 0);
  const BvField *field = bv_entity_find_field (&bv_group_entity, "classes");
  BvGroupClass *good = bv_record_add_child (group, field);
  g_autofree char *text = NULL;

  g_assert_true (bv_field_set_from_string (&bv_group_class_entity.fields[0], good, "Tốt", NULL));
  good->from = 8000;
  text = rank_text (campaign);
  g_assert_cmpuint (count_of (text, "\"percent\": \"88.13\",\n          \"class\": \"Tốt\",\n"), ==, 2);
  g_assert_cmpuint (count_of (text, "\"percent\": \"100.00\",\n          \"class\": \"Tốt\",\n"), ==, 2);
  g_assert_cmpuint (count_of (text, "\"percent\": \"75.06\",\n          \"class\": null,\n"), ==, 2);
  g_assert_cmpuint (count_of (text, "\"class\""), ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ranking-json/pools-and-groups-have-the-shape-of-the-contract", test_shape);
  g_test_add_func ("/ranking-json/the-class-is-said-in-groups-with-classes", test_classes);
  g_test_add_func ("/seal/is-the-hash-of-dump-and-rank-one-behind-the-other", test_seal);
  g_test_add_func ("/seal/is-the-same-for-the-same-data-and-changes-with-a-value-or-the-date",
                   test_seal_changes);

  return g_test_run ();
}
