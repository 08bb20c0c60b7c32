/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange-sample.h"
#include "exchange/interchange/interchange.h"

#include <glib/gstdio.h>
#include <string.h>

/* The sample with @to in the place of @from is refused. */
typedef struct
{
  const char *from;
  const char *to;
  const char *message; /* what it begins with */
  const char *words;   /* and what it says besides; NULL: anything of our own */
} Refusal;

static const Refusal contents[] = {
  { "'format': 'bangvang-campaign'", "'format': 'bangvang-form'",
    "this is a JSON file, but not a campaign file" },
  { "'format': 'bangvang-campaign',", "", "this is a JSON file, but not a campaign file" },
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
  { "'quorum_percent': 67", "'quorum_percent': 101", "campaign.council.quorum_percent: “101%” is no share" },
  { "'quorum_percent': 67", "'quorum': '0/3'", "campaign.council.quorum: “0/3” is no share" },
  { "'quorum_percent': 67", "'quorum': 67", "campaign.council.quorum: of the wrong type" },
  { "'quorum_percent': 67", "'quorum': '2/3', 'quorum_percent': 67",
    "campaign.council.quorum_percent: it is said twice" },
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
  { "'version': 1", "'version': 1,", "line 3, column ", "here a comma, colon" },
  { "'version': 1", "'version': 01", "line 3, column ", "here a comma, colon" },
  { "'version': 1", "'version': NaN", "line 3, column ", "here a comma, colon" },
  { "'version': 1", "'version': 1 // x", "line 3, column ", "here a comma, colon" },
  { "'version': 1", "'version': 1, 'version': 1", "line 3, column ", "stands twice" },
  { "'number': '1078/KH-SNV'", "'number': 'a', 'number': 'b'", "line 9, column ", "stands twice" },
  { "Sở Nội vụ", "S\xff", "line 11, column ", "these bytes are no UTF-8" },
  { "Sở Nội vụ", "S\xc0\xaf", "line 11, column ", "these bytes are no UTF-8" },
  { "Sở Nội vụ", "S\xed\xa0\x80", "line 11, column ", "these bytes are no UTF-8" },
  { "Sở Nội vụ", "S\\ud800", "line 11, column " },
  { "Sở Nội vụ", "S\\u0000", "line 11, column ", "a text has a null character" },
  { "Sở Nội vụ", "S\n", "line 11, column ", "here a comma, colon" },
  { "Sở Nội vụ", "S\\x41", "line 11, column ", "here a comma, colon" },
  { "'nominees': [\n    {", "'nominees': [\n    {'key': 'a'}, 'group': 'x'}, {", "line 199, column 26: " },
  { "'nominees': [\n    {", "'nominees': [\n    {'key': 'a'}, {'key: 1", "line " },
  { "'nominees': [\n    {", "'nominees': [\n    , {", "line 199, column 5: " },
  { "'nominees': [\n    {", "'nominees': [], 'nomin\\u0065es': [\n    {", "line 198, column " },
  { "'nominees': [\n    {", "'nominees': [{'key': 'a'}] [\n    {", "line 198, column " },
  { "\n  'evidence': [", "\n  'nominees': [],\n  'evidence': [", "line " },
  { "\n  'evidence': [", "\n  'evidence': [1,,", "line " },
  { "'group': 'so-nganh'", "'group': 'khong', 'x'", "line 201, column " },
  { "'version': 1", "'version': 7, 'nominees': 1", "line " },
  { "    }\n  ]\n}\n", "    }\n  ]\n}\n{}\n", "line ", "something follows after the end" },
  { "    }\n  ]\n}\n", "    }\n  ]\n", "line ", "the text ends before it is complete" },
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

/* The column may be anywhere near; what is said there is ours, not the parser's. */
static void
assert_says (const char *text, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_interchange_read (text, strlen (text), NULL, &error));
  if (words != NULL && strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_assert_null (strstr (error->message, "near"));
}

static void
test_contents (void)
{
  g_autofree char *bare = interchange_sample_quote ("{'format': 'bangvang-campaign', 'version': 1}");

  assert_refused (bare, strlen (bare), BV_INTERCHANGE_ERROR_CONTENT, "campaign: it is missing");
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *text = interchange_sample_with (contents[i].from, contents[i].to);
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
      g_autofree char *text = interchange_sample_with (syntaxes[i].from, syntaxes[i].to);

      assert_refused (text, strlen (text), BV_INTERCHANGE_ERROR_SYNTAX, syntaxes[i].message);
      assert_says (text, syntaxes[i].words);
    }
  assert_refused ("", 0, BV_INTERCHANGE_ERROR_SYNTAX, "line 1, column 1: the file is empty");
  assert_refused (zero, sizeof zero - 1, BV_INTERCHANGE_ERROR_SYNTAX, "line 1, column ");
  assert_refused ("PK\3\4\24", 5, BV_INTERCHANGE_ERROR_SYNTAX, "this is an Excel or Word file");
  assert_refused ("%PDF-1.7", 8, BV_INTERCHANGE_ERROR_SYNTAX, "this is a PDF file, not a campaign file");
  assert_refused ("PK", 2, BV_INTERCHANGE_ERROR_SYNTAX, "line 1, column ");
  assert_refused ("[]", 2, BV_INTERCHANGE_ERROR_CONTENT, "this is a JSON file, but not a campaign file");
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

  assert_refused (deepest, strlen (deepest), BV_INTERCHANGE_ERROR_CONTENT,
                  "this is a JSON file, but not a campaign file");
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
  g_autofree char *text = interchange_sample_with ("'group': 'so-nganh'", "'group': 'khong'");
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
  again = bv_interchange_read (written, strlen (written), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bv_record_equal (campaign, again));
}

static void
test_mutations (void)
{
  g_autofree char *text = interchange_sample_new ();
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

  g_test_add_func ("/interchange/wrong-content-is-refused-with-its-path", test_contents);
  g_test_add_func ("/interchange/what-is-not-json-is-refused-with-line-and-column", test_syntaxes);
  g_test_add_func ("/interchange/nesting-over-64-is-refused", test_depth);
  g_test_add_func ("/interchange/errors-of-a-file-begin-with-its-path", test_file);
  g_test_add_func ("/interchange/a-damaged-file-never-does-harm", test_mutations);

  return g_test_run ();
}
