/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/campaign.h"
#include "core/criterion.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "exchange/interchange/json-field.h"
#include "exchange/interchange/json-record.h"

#include <string.h>

/* In these texts ' stands for ". */
static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static char *
written (gconstpointer record)
{
  json_auto_t *object = bv_json_record_to_json (record);
  g_autofree char *text = json_dumps (object, JSON_COMPACT);

  g_assert_nonnull (text);
  return g_strdelimit (g_strdup (text), "\"", '\'');
}

static void
set (gpointer record, const char *field, const char *value)
{
  g_autofree char *text = quoted (value);
  g_autoptr (GError) error = NULL;

  bv_json_field_set (record, field, text, &error);
  g_assert_no_error (error);
}

static void
assert_member (gconstpointer record, const char *name, const char *expected)
{
  json_auto_t *object = bv_json_record_to_json (record);
  g_autofree char *text = json_dumps (json_object_get (object, name), JSON_COMPACT | JSON_ENCODE_ANY);
  g_autofree char *wanted = quoted (expected);

  g_assert_cmpstr (text, ==, wanted);
}

typedef struct
{
  const BvEntity *entity;
  const char *field;
  const char *value;
  const char *member;
  const char *expected; /* its JSON afterwards */
} Setting;

static const Setting settings[] = {
  { &bv_nominee_entity, "summary", "Thành tích = nhiều", "summary", "'Thành tích = nhiều'" },
  { &bv_nominee_entity, "women_percent", "70", "women_percent", "70" },
  { &bv_nominee_entity, "withdrawn", "true", "withdrawn", "true" },
  { &bv_nominee_entity, "person.name", "Nguyễn Thị Ánh", "person",
    "{'name':'Nguyễn Thị Ánh','gender':null,'born':null,'position':'','holds_office':false,'role':''}" },
  { &bv_nominee_entity, "votes.for", "9", "votes",
    "{'for':9,'against':0,'in_writing':0,'present':0,'members':0}" },
  { &bv_nominee_entity, "decision.place", "outside", "decision", "{'place':'outside','reason':''}" },
  { &bv_nominee_entity, "decision", "{'place': 'inside', 'reason': 'x'}", "decision",
    "{'place':'inside','reason':'x'}" },
  { &bv_nominee_entity, "holds", "[{'reason': 'r', 'from': '2021-10-01'}]", "holds",
    "[{'reason':'r','source':'','from':'2021-10-01','to':null}]" },
  { &bv_campaign_entity, "plan.number", "1078/KH-SNV", "plan",
    "{'number':'1078/KH-SNV','date':null,'issuer':''}" },
  { &bv_campaign_entity, "rules.tie_chain", "['votes', 'women']", "rules",
    "{'unproven_scores_zero':false,'tie_chain':['votes','women']}" },
  { &bv_campaign_entity, "legal_bases", "['Luật', 'Nghị định']", "legal_bases", "['Luật','Nghị định']" },
  { &bv_unit_entity, "leads", "[6, 2]", "leads", "[6,2]" },
  { &bv_unit_entity, "valid_from", "2025-07-01", "valid_from", "'2025-07-01'" },
  { &bv_quota_entity, "groups", "['cap-xa', 'so-nganh']", "groups", "['cap-xa','so-nganh']" },
  { &bv_quota_entity, "per_group", "{'so-nganh': 3, 'cap-xa': 2}", "per_group", "{'so-nganh':3,'cap-xa':2}" },
  { &bv_quota_entity, "per_group", "{}", "per_group", "null" },
  { &bv_assessment_entity, "verified", "13.1", "verified", "'13.10'" },
  { &bv_assessment_entity, "items", "[]", "items", "[]" },
  { &bv_assessment_entity, "passed", "false", "passed", "false" },
  { &bv_assessment_entity, "received", "[null, '2021-12-15']", "received", "[null,'2021-12-15']" },
  { &bv_assessment_entity, "evidence", "['e1']", "evidence", "['e1']" },
  { &bv_criterion_entity, "kind", "reports", "due", "[]" },
  { &bv_criterion_entity, "due", "['2021-12-15']", "due", "['2021-12-15']" },
};

static void
test_settings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (BvRecord) record = bv_record_new (settings[i].entity);

      set (record, settings[i].field, settings[i].value);
      assert_member (record, settings[i].member, settings[i].expected);
    }
}

static void
test_empty (void)
{
  static const Setting full[] = {
    { &bv_nominee_entity, "award", "Giấy khen", "award", "null" },
    { &bv_nominee_entity, "women_percent", "70", "women_percent", "null" },
    { &bv_nominee_entity, "summary", "x", "summary", "''" },
    { &bv_nominee_entity, "person", "{'name': 'A'}", "person", "null" },
    { &bv_nominee_entity, "holds", "[{}]", "holds", "[]" },
    { &bv_assessment_entity, "state", "accepted", "state", "'pending'" },
    { &bv_assessment_entity, "items", "[1]", "items", "null" },
    { &bv_assessment_entity, "received", "[null]", "received", "null" },
    { &bv_unit_entity, "aliases", "['x']", "aliases", "[]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (full); i++)
    {
      g_autoptr (BvRecord) record = bv_record_new (full[i].entity);
      g_autoptr (BvRecord) fresh = bv_record_new (full[i].entity);

      set (record, full[i].field, full[i].value);
      g_assert_false (bv_record_equal (record, fresh));
      set (record, full[i].field, "");
      g_assert_true (bv_record_equal (record, fresh));
      assert_member (record, full[i].member, full[i].expected);
    }
}

static void
test_child_is_kept (void)
{
  g_autoptr (BvRecord) nominee = bv_record_new (&bv_nominee_entity);

  set (nominee, "person.position", "Chủ tịch");
  set (nominee, "person.name", "Lê Văn Bảy");
  set (nominee, "person.gender", "male");
  set (nominee, "person.gender", "");
  assert_member (
    nominee, "person",
    "{'name':'Lê Văn Bảy','gender':null,'born':null,'position':'Chủ tịch','holds_office':false,'role':''}");
}

typedef struct
{
  const BvEntity *entity;
  const char *field;
  const char *value;
  const char *message; /* what it begins with */
} Refusal;

static const Refusal refusals[] = {
  { &bv_nominee_entity, "foo", "1", "no field “foo” in nominee; fields: key, group, unit, person, " },
  { &bv_nominee_entity, "person.foo", "1", "no field “foo” in person; fields: name, gender, " },
  { &bv_nominee_entity, "key.foo", "1", "no field “key.foo” in nominee" },
  { &bv_nominee_entity, "holds.reason", "1", "no field “holds.reason” in nominee" },
  { &bv_nominee_entity, "", "1", "no field “” in nominee" },
  { &bv_campaign_entity, "plan", "{}",
    "no field “plan” in campaign; fields: key, title, short, plan.number, " },
  { &bv_campaign_entity, "nominees", "[]", "no field “nominees” in campaign" },
  { &bv_nominee_entity, "key", "Sở Y tế", "key: a key has lower-case" },
  { &bv_nominee_entity, "unit", "", "unit: it is missing" },
  { &bv_nominee_entity, "women_percent", "101", "women_percent: 101 is out of range" },
  { &bv_nominee_entity, "votes.for", "chín", "votes.for: “chín” is not a whole number" },
  { &bv_nominee_entity, "decision.reason", "x", "decision: there is none yet: give its “place” first" },
  { &bv_nominee_entity, "holds", "{}", "holds: of the wrong type: write an array" },
  { &bv_nominee_entity, "holds", "[{'reason': 'r'}, {'why': 1}]", "holds[1].why: unknown key" },
  { &bv_nominee_entity, "holds", "[", "holds: not valid JSON: write an array" },
  { &bv_nominee_entity, "person", "{'gender': 'male'}", "person.name: it is missing" },
  { &bv_nominee_entity, "person", "{'name': 'A', 'name': 'B'}", "person: not valid JSON: write an object" },
  { &bv_unit_entity, "aliases", "Sở Y-tế", "aliases: not valid JSON: write an array" },
  { &bv_unit_entity, "aliases", "['a', 7]", "aliases[1]: of the wrong type: write a string" },
  { &bv_unit_entity, "leads", "[6, 0]", "leads[1]: 0 is out of range" },
  { &bv_quota_entity, "per_group", "{'cap-xa': -1}", "per_group.cap-xa: -1 is out of range" },
  { &bv_quota_entity, "per_group", "{'cap-xa': null}", "per_group.cap-xa: it is missing" },
  { &bv_assessment_entity, "verified", "13,5", "verified: “13,5” is not a number" },
  { &bv_assessment_entity, "state", "done", "state: “done” is not one of: pending, " },
  { &bv_assessment_entity, "results", "[{'result': 7.8}]", "results[0].result: of the wrong type" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (BvRecord) record = bv_record_new (refusals[i].entity);
      g_autoptr (BvRecord) before = bv_record_copy (record);
      g_autofree char *value = quoted (refusals[i].value);
      g_autoptr (GError) error = NULL;

      g_assert_false (bv_json_field_set (record, refusals[i].field, value, &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, refusals[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, refusals[i].message);
      g_assert_true (bv_record_equal (record, before));
    }
}

static void
test_read (void)
{
  g_autofree char *text
    = quoted ("{'dimension': 6, 'baseline': '7.63165', 'result': '7', 'top_group': true}");
  json_auto_t *object = json_loads (text, 0, NULL);
  g_autoptr (BvRecord) record = bv_record_new (&bv_result_entity);
  g_autoptr (BvJsonNotices) kept = bv_json_notices_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) notices = NULL;

  bv_json_record_read (record, object, "results[0]", kept, &error);
  g_assert_no_error (error);
  after = written (record);
  notices = bv_json_notices_list (kept);
  g_assert_cmpstr (after, ==,
                   "{'dimension':6,'baseline':'7.6317','result':'7.0000','target':null,'top_group':true}");
  g_assert_cmpstr (notices[0], ==, "results[0].baseline: 7.63165 rounded to 7.6317");
  g_assert_null (notices[1]);
}

static void
test_kinds (void)
{
  g_autoptr (BvRecord) section = bv_record_new (&bv_criterion_entity);
  g_autoptr (BvRecord) odd = NULL;
  g_autofree char *text = NULL;

  set (section, "code", "1");
  set (section, "title", "Lĩnh vực");
  odd = bv_record_copy (section);
  text = written (section);
  g_assert_cmpstr (text, ==, "{'code':'1','title':'Lĩnh vực','kind':'section','guide':'','criteria':[]}");
  set (odd, "max", "5");
  assert_member (odd, "max", "'5.00'");
}

static void
test_escapes (void)
{
  g_autoptr (BvRecord) quota = bv_record_new (&bv_quota_entity);
  json_auto_t *object = NULL;

  g_free (((BvQuota *) (gpointer) quota)->name);
  ((BvQuota *) (gpointer) quota)->name = g_strdup ("a\"b\\c\nd\te");
  bv_json_field_set (quota, "per_group", "{\"x\\\"y\": 1}", NULL);
  object = bv_json_record_to_json (quota);
  g_assert_cmpstr (json_string_value (json_object_get (object, "name")), ==, "a\"b\\c\nd\te");
  g_assert_cmpint (json_integer_value (json_object_get (json_object_get (object, "per_group"), "x\"y")), ==,
                   1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-record/text-of-a-command-line-sets-any-field", test_settings);
  g_test_add_func ("/json-record/empty-text-puts-the-default-back", test_empty);
  g_test_add_func ("/json-record/a-child-is-made-once-and-keeps-its-other-fields", test_child_is_kept);
  g_test_add_func ("/json-record/a-refusal-names-the-field-and-changes-nothing", test_refusals);
  g_test_add_func ("/json-record/an-object-is-read-by-the-table-of-its-entity", test_read);
  g_test_add_func ("/json-record/a-criterion-shows-the-fields-of-its-kind-and-never-drops-a-value",
                   test_kinds);
  g_test_add_func ("/json-record/quotes-and-controls-are-escaped-in-names-and-values", test_escapes);

  return g_test_run ();
}
