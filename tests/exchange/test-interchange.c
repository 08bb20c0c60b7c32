/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "exchange/interchange.h"
#include "store/file-system.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every field of the format, in the form that dump writes; ' stands for ". */
static const char sample[]
  = "{\n"
    "  'format': 'bangvang-campaign',\n"
    "  'version': 1,\n"
    "  'campaign': {\n"
    "    'key': 'papi-2021',\n"
    "    'title': 'Phong trào thi đua nâng cao Chỉ số PAPI năm 2021',\n"
    "    'short': 'PAPI 2021',\n"
    "    'plan': {\n"
    "      'number': '1078/KH-SNV',\n"
    "      'date': '2021-06-21',\n"
    "      'issuer': 'Sở Nội vụ'\n"
    "    },\n"
    "    'starts': '2021-06-21',\n"
    "    'ends': '2021-12-31',\n"
    "    'considered_on': '2022-05-20',\n"
    "    'award': 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',\n"
    "    'province': 'An Giang',\n"
    "    'issuer': {\n"
    "      'parent': 'UBND TỈNH AN GIANG',\n"
    "      'organ': 'SỞ NỘI VỤ',\n"
    "      'place': 'An Giang',\n"
    "      'signer_title': 'GIÁM ĐỐC',\n"
    "      'signer': 'Nguyễn Văn Ba'\n"
    "    },\n"
    "    'submission': {\n"
    "      'number': null,\n"
    "      'date': null,\n"
    "      'to': 'Chủ tịch Ủy ban nhân dân tỉnh An Giang',\n"
    "      'recipients': [\n"
    "        'Như trên',\n"
    "        'Lưu: VT, TĐKT'\n"
    "      ],\n"
    "      'subject': null,\n"
    "      'text': null\n"
    "    },\n"
    "    'legal_bases': [\n"
    "      'Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003'\n"
    "    ],\n"
    "    'council': {\n"
    "      'quorum_percent': 67,\n"
    "      'threshold_percent': null,\n"
    "      'of': 'present'\n"
    "    },\n"
    "    'rules': {\n"
    "      'unproven_scores_zero': true,\n"
    "      'tie_chain': ['criteria', 'votes', 'women', 'no-office', 'reports']\n"
    "    }\n"
    "  },\n"
    "  'units': [\n"
    "    {\n"
    "      'code': 'SYT',\n"
    "      'name': 'Sở Y tế',\n"
    "      'short': 'Y tế',\n"
    "      'type': 'Sở',\n"
    "      'parent': null,\n"
    "      'aliases': [\n"
    "        'Sở Y-tế',\n"
    "        'SỞ Y TẾ'\n"
    "      ],\n"
    "      'email': 'syt@angiang.gov.vn',\n"
    "      'phone': '0296 3852 264',\n"
    "      'contact': 'Trần Thị \\\"Bé\\\" \\\\ Hai',\n"
    "      'leads': [6, 2],\n"
    "      'valid_from': '1991-01-01',\n"
    "      'valid_to': null\n"
    "    },\n"
    "    {\n"
    "      'code': '30280',\n"
    "      'name': 'Phường Mỹ Bình',\n"
    "      'short': '',\n"
    "      'type': 'Phường',\n"
    "      'parent': 'SYT',\n"
    "      'aliases': [],\n"
    "      'email': '',\n"
    "      'phone': '',\n"
    "      'contact': '',\n"
    "      'leads': [],\n"
    "      'valid_from': null,\n"
    "      'valid_to': '2025-06-30'\n"
    "    }\n"
    "  ],\n"
    "  'groups': [\n"
    "    {\n"
    "      'key': 'so-nganh',\n"
    "      'name': 'Sở, ban, ngành tỉnh',\n"
    "      'kind': 'collective',\n"
    "      'assessed_by': 'office',\n"
    "      'bonus_cap': '5.00',\n"
    "      'deduction_cap': null,\n"
    "      'criteria': [\n"
    "        {\n"
    "          'code': '1',\n"
    "          'title': 'Ban hành kế hoạch',\n"
    "          'kind': 'checklist',\n"
    "          'max': '15.00',\n"
    "          'required': false,\n"
    "          'min': null,\n"
    "          'evidence': 1,\n"
    "          'tie_breaker': null,\n"
    "          'items': [\n"
    "            'Công khai',\n"
    "            'Minh bạch'\n"
    "          ],\n"
    "          'guide': 'Hai dòng:\\nnhư vậy'\n"
    "        },\n"
    "        {\n"
    "          'code': '3',\n"
    "          'title': 'Báo cáo định kỳ',\n"
    "          'kind': 'reports',\n"
    "          'max': '10.00',\n"
    "          'required': true,\n"
    "          'min': '0.50',\n"
    "          'evidence': 0,\n"
    "          'tie_breaker': 2,\n"
    "          'guide': '',\n"
    "          'due': ['2021-09-30', '2021-12-15'],\n"
    "          'late_penalty': '1.00',\n"
    "          'missing_penalty': '5.00'\n"
    "        },\n"
    "        {\n"
    "          'code': '6',\n"
    "          'title': 'Kết quả PAPI',\n"
    "          'kind': 'measured',\n"
    "          'max': '20.00',\n"
    "          'required': false,\n"
    "          'min': null,\n"
    "          'evidence': 0,\n"
    "          'tie_breaker': 1,\n"
    "          'guide': '',\n"
    "          'rule': 'improved-or-top',\n"
    "          'threshold': '0.1000'\n"
    "        },\n"
    "        {\n"
    "          'code': '7',\n"
    "          'title': 'Điểm khác',\n"
    "          'kind': 'section',\n"
    "          'guide': '',\n"
    "          'criteria': [\n"
    "            {\n"
    "              'code': '7.1',\n"
    "              'title': 'Điểm thưởng',\n"
    "              'kind': 'bonus',\n"
    "              'max': '3.00',\n"
    "              'required': false,\n"
    "              'min': null,\n"
    "              'evidence': 0,\n"
    "              'tie_breaker': null,\n"
    "              'guide': ''\n"
    "            }\n"
    "          ]\n"
    "        }\n"
    "      ]\n"
    "    },\n"
    "    {\n"
    "      'key': 'ca-nhan',\n"
    "      'name': 'Cá nhân',\n"
    "      'kind': 'individual',\n"
    "      'assessed_by': 'parent',\n"
    "      'bonus_cap': null,\n"
    "      'deduction_cap': '2.00',\n"
    "      'criteria': [\n"
    "        {\n"
    "          'code': 'a',\n"
    "          'title': 'Hoàn thành nhiệm vụ',\n"
    "          'kind': 'points',\n"
    "          'max': '100.00',\n"
    "          'required': false,\n"
    "          'min': null,\n"
    "          'evidence': 0,\n"
    "          'tie_breaker': null,\n"
    "          'guide': ''\n"
    "        }\n"
    "      ]\n"
    "    }\n"
    "  ],\n"
    "  'quotas': [\n"
    "    {\n"
    "      'key': 'chung',\n"
    "      'name': 'Chung',\n"
    "      'kind': 'either',\n"
    "      'groups': ['so-nganh', 'ca-nhan'],\n"
    "      'count': 5,\n"
    "      'percent': null,\n"
    "      'per_group': {'so-nganh': 2, 'ca-nhan': 1},\n"
    "      'per_parent': 1\n"
    "    },\n"
    "    {\n"
    "      'key': 'tap-the',\n"
    "      'name': 'Tập thể',\n"
    "      'kind': 'collective',\n"
    "      'groups': ['so-nganh'],\n"
    "      'count': null,\n"
    "      'percent': 40,\n"
    "      'per_group': null,\n"
    "      'per_parent': null\n"
    "    }\n"
    "  ],\n"
    "  'nominees': [\n"
    "    {\n"
    "      'key': 'so-y-te',\n"
    "      'group': 'so-nganh',\n"
    "      'unit': 'SYT',\n"
    "      'person': null,\n"
    "      'women_percent': 62,\n"
    "      'parent_rank': null,\n"
    "      'summary': 'Có nhiều thành tích',\n"
    "      'award': null,\n"
    "      'withdrawn': false,\n"
    "      'holds': [\n"
    "        {\n"
    "          'reason': 'Đang giải quyết khiếu nại',\n"
    "          'source': 'Thanh tra tỉnh',\n"
    "          'from': '2021-10-01',\n"
    "          'to': null\n"
    "        }\n"
    "      ],\n"
    "      'decision': null,\n"
    "      'awards': [],\n"
    "      'initiative': null,\n"
    "      'assessments': [\n"
    "        {\n"
    "          'criterion': '1',\n"
    "          'self': '15.00',\n"
    "          'verified': '13.13',\n"
    "          'final': null,\n"
    "          'state': 'accepted',\n"
    "          'items': [2, 1],\n"
    "          'passed': null,\n"
    "          'received': null,\n"
    "          'results': null,\n"
    "          'explanation': 'Bản giấy gửi sau',\n"
    "          'note': '',\n"
    "          'evidence': ['e2', 'e1']\n"
    "        },\n"
    "        {\n"
    "          'criterion': '3',\n"
    "          'self': null,\n"
    "          'verified': null,\n"
    "          'final': '9.05',\n"
    "          'state': 'returned',\n"
    "          'items': null,\n"
    "          'passed': null,\n"
    "          'received': [null, '2021-12-16'],\n"
    "          'results': null,\n"
    "          'explanation': '',\n"
    "          'note': '',\n"
    "          'evidence': []\n"
    "        },\n"
    "        {\n"
    "          'criterion': '6',\n"
    "          'self': null,\n"
    "          'verified': null,\n"
    "          'final': null,\n"
    "          'state': 'awaiting-publication',\n"
    "          'items': null,\n"
    "          'passed': null,\n"
    "          'received': null,\n"
    "          'results': [\n"
    "            {\n"
    "              'dimension': 6,\n"
    "              'baseline': '7.6316',\n"
    "              'result': '7.8650',\n"
    "              'target': null,\n"
    "              'top_group': false\n"
    "            },\n"
    "            {\n"
    "              'dimension': 2,\n"
    "              'baseline': null,\n"
    "              'result': null,\n"
    "              'target': '123456789.0001',\n"
    "              'top_group': true\n"
    "            }\n"
    "          ],\n"
    "          'explanation': '',\n"
    "          'note': '',\n"
    "          'evidence': []\n"
    "        }\n"
    "      ],\n"
    "      'votes': {\n"
    "        'for': 9,\n"
    "        'against': 1,\n"
    "        'in_writing': 0,\n"
    "        'present': 10,\n"
    "        'members': 11\n"
    "      }\n"
    "    },\n"
    "    {\n"
    "      'key': 'nguyen-thi-anh',\n"
    "      'group': 'ca-nhan',\n"
    "      'unit': '30280',\n"
    "      'person': {\n"
    "        'name': 'Nguyễn Thị Ánh',\n"
    "        'gender': 'female',\n"
    "        'born': '1980',\n"
    "        'position': 'Công chức Tư pháp – Hộ tịch',\n"
    "        'holds_office': true,\n"
    "        'role': 'tham mưu'\n"
    "      },\n"
    "      'women_percent': null,\n"
    "      'parent_rank': 3,\n"
    "      'summary': '',\n"
    "      'award': 'Giấy khen',\n"
    "      'withdrawn': true,\n"
    "      'holds': [],\n"
    "      'decision': {\n"
    "        'place': 'inside',\n"
    "        'reason': 'Hội đồng quyết định'\n"
    "      },\n"
    "      'awards': [\n"
    "        {\n"
    "          'year': 2020,\n"
    "          'form': 'Bằng khen',\n"
    "          'decision': '123/QĐ-UBND',\n"
    "          'date': '2020-12-30',\n"
    "          'for': 'Thành tích xuất sắc'\n"
    "        }\n"
    "      ],\n"
    "      'initiative': {\n"
    "        'title': 'Một cửa điện tử',\n"
    "        'decision': '77/QĐ-SNV',\n"
    "        'date': null\n"
    "      },\n"
    "      'assessments': [],\n"
    "      'votes': null\n"
    "    }\n"
    "  ],\n"
    "  'evidence': [\n"
    "    {\n"
    "      'key': 'e1',\n"
    "      'file': 'KH-45.pdf',\n"
    "      'sha256': '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',\n"
    "      'bytes': 48213,\n"
    "      'number': '45/KH-SYT',\n"
    "      'issued': '2021-07-01',\n"
    "      'issuer': 'Sở Y tế',\n"
    "      'title': 'Kế hoạch',\n"
    "      'received': '2021-07-05',\n"
    "      'state': 'accepted'\n"
    "    },\n"
    "    {\n"
    "      'key': 'e2',\n"
    "      'file': '',\n"
    "      'sha256': null,\n"
    "      'bytes': null,\n"
    "      'number': '',\n"
    "      'issued': null,\n"
    "      'issuer': '',\n"
    "      'title': '',\n"
    "      'received': null,\n"
    "      'state': 'rejected'\n"
    "    }\n"
    "  ]\n"
    "}\n";

static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

/* The sample with one piece of text, which must occur in it, replaced where it first stands. */
static char *
sample_with (const char *from, const char *to)
{
  const char *at = strstr (sample, from);
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (at);
  before = g_strndup (sample, at - sample);
  text = g_strconcat (before, to, at + strlen (from), NULL);
  return quoted (text);
}

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
  g_autofree char *text = sample_with (from, to);

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
  g_autofree char *text = quoted (sample);
  g_auto (GStrv) notices = NULL;
  g_autoptr (BvCampaign) campaign = read_valid (text, &notices);

  assert_writes (campaign, text);
  g_assert_cmpuint (g_strv_length (notices), ==, 0);
}

static void
test_values (void)
{
  g_autofree char *text = quoted (sample);
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
  g_autofree char *text = quoted ("{'format': 'bangvang-campaign', 'version': 1, 'units': null, 'campaign': "
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
  g_autofree char *text = quoted (sample);

  assert_writes (shorter, text);
  assert_writes (decomposed, text);
  assert_writes (escaped, text);
}

static void
test_rounding (void)
{
  g_autofree char *text = sample_with ("'baseline': '7.6316'", "'baseline': '7.63155'");
  g_autofree char *expected = quoted (sample);
  g_auto (GStrv) notices = NULL;
  g_autoptr (BvCampaign) campaign = read_valid (text, &notices);

  assert_writes (campaign, expected);
  g_assert_cmpuint (g_strv_length (notices), ==, 1);
  g_assert_cmpstr (notices[0], ==,
                   "nominees[0].assessments[2].results[0].baseline: 7.63155 rounded to 7.6316");
}

static void
test_value_of_another_kind (void)
{
  g_autoptr (BvCampaign) campaign
    = read_sample_with ("'guide': 'Hai dòng:\\nnhư vậy'", "'guide': '', 'due': []");
  g_autofree char *expected = sample_with ("'guide': 'Hai dòng:\\nnhư vậy'", "'guide': ''");

  assert_writes (campaign, expected);
}

typedef struct
{
  const char *from;
  const char *to;
  const char *message; /* what it begins with */
} Refusal;

static const Refusal contents[] = {
  { "'format': 'bangvang-campaign'", "'format': 'bangvang-form'", "format: " },
  { "'format': 'bangvang-campaign',", "", "format: " },
  { "'version': 1", "'version': 2", "version: the file is of a newer form" },
  { "'version': 1", "'version': '1'", "version: it is missing or wrong" },
  { "'version': 1", "'version': 1.0", "version: it is missing or wrong" },
  { "'version': 1,", "'version': 1, 'luck': 7,", "luck: unknown key" },
  { "'campaign': {", "'campaign': null, 'x': {", "x: unknown key" },
  { "'key': 'papi-2021',", "'key': 'papi-2021', 'mau': 1,", "campaign.mau: unknown key" },
  { "'key': 'papi-2021'", "'key': 'PAPI 2021'", "campaign.key: a key has lower-case" },
  { "'key': 'papi-2021',", "", "campaign.key: it is missing" },
  { "'title': 'Phong trào thi đua nâng cao Chỉ số PAPI năm 2021'", "'title': ''",
    "campaign.title: it is missing" },
  { "'starts': '2021-06-21'", "'starts': null", "campaign.starts: it is missing" },
  { "'date': '2021-06-21'", "'date': '2021-02-30'", "campaign.plan.date: " },
  { "'number': '1078/KH-SNV',", "'number': '1078/KH-SNV', 'no': 1,", "campaign.plan.no: unknown key" },
  { "'number': '1078/KH-SNV'", "'number': 1078", "campaign.plan.number: of the wrong type: write a string" },
  { "'quorum_percent': 67", "'quorum_percent': 101", "campaign.council.quorum_percent: 101 is out of range" },
  { "'quorum_percent': 67", "'quorum_percent': 67.0", "campaign.council.quorum_percent: of the wrong type" },
  { "'of': 'present'", "'of': 'all'", "campaign.council.of: “all” is not one of: members, present" },
  { "'unproven_scores_zero': true", "'unproven_scores_zero': 'true'",
    "campaign.rules.unproven_scores_zero: " },
  { "['criteria', 'votes'", "['criteria', 'luck'", "campaign.rules.tie_chain[1]: “luck”" },
  { "['criteria', 'votes', 'women', 'no-office', 'reports']", "'criteria'", "campaign.rules.tie_chain: " },
  { "'Như trên',", "null,", "campaign.submission.recipients[0]: of the wrong type" },
  { "'units': [", "'units': {}, 'x': [", "x: unknown key" },
  { "'leads': [6, 2]", "'leads': [6, 100]", "units[0].leads[1]: 100 is out of range" },
  { "'leads': [6, 2]", "'leads': [6, '2']", "units[0].leads[1]: of the wrong type" },
  { "'code': 'SYT'", "'code': ''", "units[0].code: it is missing" },
  { "'short': 'Y tế'", "'short': 'Y\\u0007tế'", "units[0].short: the text has a control character" },
  { "'parent': 'SYT'", "'parent': 'KHONG'", "units[1].parent: " },
  { "'bonus_cap': '5.00'", "'bonus_cap': 5.00",
    "groups[0].bonus_cap: of the wrong type: write points as a string" },
  { "'max': '15.00'", "'max': '15.001'", "groups[0].criteria[0].max: “15.001” has more than two" },
  { "'max': '3.00'", "'max': '-3.00'", "groups[0].criteria[3].criteria[0].max: “-3.00”" },
  { "'kind': 'bonus'", "'kind': 'magic'", "groups[0].criteria[3].criteria[0].kind: “magic”" },
  { "'due': ['2021-09-30', '2021-12-15']", "'due': ['2021-09-30', '15/12/2021']",
    "groups[0].criteria[1].due[1]: “15/12/2021” is not a date" },
  { "'groups': ['so-nganh', 'ca-nhan']", "'groups': ['so-nganh', null]",
    "quotas[0].groups[1]: it is missing" },
  { "'groups': ['so-nganh', 'ca-nhan']", "'groups': ['so-nganh', 'khong']", "quotas[0].groups[1]: " },
  { "{'so-nganh': 2, 'ca-nhan': 1}", "{'so-nganh': 2, 'ca-nhan': '1'}",
    "quotas[0].per_group.ca-nhan: of the wrong type" },
  { "{'so-nganh': 2, 'ca-nhan': 1}", "['so-nganh']",
    "quotas[0].per_group: of the wrong type: write an object" },
  { "'count': 5", "'count': 99999999999999999999", "line " },
  { "'count': 5", "'count': 9223372036854775807", "quotas[0].count: " },
  { "'group': 'so-nganh'", "'group': 'khong'", "nominees[0].group: " },
  { "'unit': 'SYT',\n", "\n", "nominees[0].unit: it is missing" },
  { "'withdrawn': false", "'withdrawn': 0", "nominees[0].withdrawn: of the wrong type" },
  { "'withdrawn': false", "'withdrawn': false, 'a\\u0007\\nb': 1", "nominees[0].a  b: unknown key" },
  { "'holds': [\n        {", "'holds': [ null, {", "nominees[0].holds[0]: of the wrong type" },
  { "'from': '2021-10-01'", "'from': '2021-10-32'", "nominees[0].holds[0].from: " },
  { "'items': [2, 1]", "'items': [2, 0]", "nominees[0].assessments[0].items[1]: 0 is out of range" },
  { "'evidence': ['e2', 'e1']", "'evidence': ['e2', 'e3']", "nominees[0].assessments[0].evidence[1]: " },
  { "'verified': '13.13'", "'verified': ''", "nominees[0].assessments[0].verified: " },
  { "'verified': '13.13'", "'verified': '15.01'", "nominees[0].assessments[0].verified: " },
  { "'received': [null, '2021-12-16']", "'received': []",
    "nominees[0].assessments[1].received: it is empty" },
  { "'received': [null, '2021-12-16']", "'received': [null, 5]", "nominees[0].assessments[1].received[1]: " },
  { "'result': '7.8650'", "'result': 7.865",
    "nominees[0].assessments[2].results[0].result: of the wrong type" },
  { "'for': 9", "'for': -1", "nominees[0].votes.for: -1 is out of range" },
  { "'votes': {", "'votes': [], 'x': {", "nominees[0].votes: of the wrong type: write an object" },
  { "'name': 'Nguyễn Thị Ánh',", "", "nominees[1].person.name: it is missing" },
  { "'born': '1980'", "'born': '80'", "nominees[1].person.born: “80” is not a date" },
  { "'place': 'inside'", "'place': null", "nominees[1].decision.place: it is missing" },
  { "'bytes': 48213", "'bytes': -1", "evidence[0].bytes: -1 is out of range" },
};

static const Refusal syntaxes[] = {
  { "{\n  'format'", "\xef\xbb\xbf{\n  'format'", "line 1, column 1: a byte order mark" },
  { "'version': 1", "'version': 1,", "line 3, column " },
  { "'version': 1", "'version': 01", "line 3, column " },
  { "'version': 1", "'version': NaN", "line 3, column " },
  { "'version': 1", "'version': 1 // x", "line 3, column " },
  { "'version': 1", "'version': 1, 'version': 1", "line 3, column " },
  { "'number': '1078/KH-SNV'", "'number': 'a', 'number': 'b'", "line 9, column " },
  { "Sở Nội vụ", "S\xff", "line 11, column " },
  { "Sở Nội vụ", "S\xc0\xaf", "line 11, column " },
  { "Sở Nội vụ", "S\xed\xa0\x80", "line 11, column " },
  { "Sở Nội vụ", "S\\ud800", "line 11, column " },
  { "Sở Nội vụ", "S\\u0000", "line 11, column " },
  { "Sở Nội vụ", "S\n", "line 11, column " },
  { "Sở Nội vụ", "S\\x41", "line 11, column " },
  { "    }\n  ]\n}\n", "    }\n  ]\n}\n{}\n", "line " },
  { "    }\n  ]\n}\n", "    }\n  ]\n", "line " },
};

static void
assert_refused (const char *text, gsize length, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) notices = NULL;

  g_assert_null (bv_interchange_read (text, length, &notices, &error));
  g_assert_nonnull (error);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
  g_assert_error (error, BV_INTERCHANGE_ERROR, code);
  g_assert_null (notices);
}

static void
test_contents (void)
{
  g_autofree char *bare = quoted ("{'format': 'bangvang-campaign', 'version': 1}");

  assert_refused (bare, strlen (bare), BV_INTERCHANGE_ERROR_CONTENT, "campaign: it is missing");
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *text = sample_with (contents[i].from, contents[i].to);
      gboolean syntax = g_str_has_prefix (contents[i].message, "line ");

      assert_refused (text, strlen (text),
                      syntax ? BV_INTERCHANGE_ERROR_SYNTAX : BV_INTERCHANGE_ERROR_CONTENT,
                      contents[i].message);
    }
}

static void
test_syntaxes (void)
{
  static const char zero[] = "{\"format\": \"a\0b\"}";

  for (guint i = 0; i < G_N_ELEMENTS (syntaxes); i++)
    {
      g_autofree char *text = sample_with (syntaxes[i].from, syntaxes[i].to);

      assert_refused (text, strlen (text), BV_INTERCHANGE_ERROR_SYNTAX, syntaxes[i].message);
    }
  assert_refused ("", 0, BV_INTERCHANGE_ERROR_SYNTAX, "line 1, column 1: the file is empty");
  assert_refused (zero, sizeof zero - 1, BV_INTERCHANGE_ERROR_SYNTAX, "line 1, column ");
  assert_refused ("[]", 2, BV_INTERCHANGE_ERROR_CONTENT, "format: ");
  assert_refused ("7", 1, BV_INTERCHANGE_ERROR_SYNTAX, "line 1, column ");
}

static char *
nest (guint depth)
{
  g_autofree char *open = g_strnfill (depth - 1, '[');
  g_autofree char *close = g_strnfill (depth - 1, ']');

  return g_strdup_printf ("{\"[[[[\\\"[[\":\n \"ộ[\", \"x\": %s%s}", open, close);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest (64);
  g_autofree char *deeper = nest (65);
  g_autofree char *abyss = g_strnfill (1000000, '[');

  assert_refused (deepest, strlen (deepest), BV_INTERCHANGE_ERROR_CONTENT, "format: ");
  assert_refused (deeper, strlen (deeper), BV_INTERCHANGE_ERROR_SYNTAX,
                  "line 2, column 76: arrays and objects");
  assert_refused (abyss, strlen (abyss), BV_INTERCHANGE_ERROR_SYNTAX,
                  "line 1, column 65: arrays and objects");
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("interchange-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sai.json", NULL);
  g_autofree char *text = sample_with ("'group': 'so-nganh'", "'group': 'khong'");
  g_autofree char *prefix = g_strconcat (path, ": nominees[0].group: ", NULL);
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) wrong = NULL;

  g_assert_null (bv_interchange_read_file (path, NULL, &absent));
  g_assert_error (absent, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (absent->message, path));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_null (bv_interchange_read_file (path, NULL, &wrong));
  g_assert_error (wrong, BV_INTERCHANGE_ERROR, BV_INTERCHANGE_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (wrong->message, prefix));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
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
  g_autofree char *text = quoted (sample);
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

static void
mutate (GRand *random, GString *text)
{
  static const char bytes[] = "\"\\{}[]:,0-.e \n\tn\xff\xc3\xe1z";
  guint at = g_rand_int_range (random, 0, text->len);
  guint length = g_rand_int_range (random, 1, 40);

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      g_string_truncate (text, at);
      break;
    case 1:
      text->str[at] ^= 1 << g_rand_int_range (random, 0, 8);
      break;
    case 2:
      g_string_erase (text, at, MIN (length, text->len - at));
      break;
    case 3:
      g_string_insert_c (text, at, bytes[g_rand_int_range (random, 0, sizeof bytes - 1)]);
      break;
    default:
      text->str[at] = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
      break;
    }
}

/* What is read after all is a whole campaign: it can be written and read again. */
static void
assert_survives (const GString *text)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) notices = NULL;
  g_autoptr (BvCampaign) campaign = bv_interchange_read (text->str, text->len, &notices, &error);
  g_autoptr (BvCampaign) again = NULL;
  g_autofree char *written = NULL;

  if (campaign == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  written = bv_interchange_write (campaign, NULL);
  again = read_valid (written, NULL);
  g_assert_true (bv_record_equal (campaign, again));
}

static void
test_mutations (void)
{
  g_autofree char *text = quoted (sample);
  g_autoptr (GRand) random = g_rand_new_with_seed (1078);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) mutant = g_string_new (text);
      int count = g_rand_int_range (random, 1, 4);

      for (int k = 0; k < count && mutant->len > 0; k++)
        mutate (random, mutant);
      assert_survives (mutant);
    }
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
  g_test_add_func ("/interchange/an-empty-field-of-another-kind-is-not-written", test_value_of_another_kind);
  g_test_add_func ("/interchange/wrong-content-is-refused-with-its-path", test_contents);
  g_test_add_func ("/interchange/what-is-not-json-is-refused-with-line-and-column", test_syntaxes);
  g_test_add_func ("/interchange/nesting-over-64-is-refused", test_depth);
  g_test_add_func ("/interchange/errors-of-a-file-begin-with-its-path", test_file);
  g_test_add_func ("/interchange/a-file-of-any-length-of-path-is-read", test_far_file);
  g_test_add_func ("/interchange/a-damaged-file-never-does-harm", test_mutations);

  return g_test_run ();
}
