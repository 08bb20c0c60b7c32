/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/check.h"
#include "core/quota.h"
#include "edit-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/sealings.h"

#include <string.h>

typedef gboolean (*Change) (EditFixture *fixture, gpointer record, GError **error);

static gboolean
add (EditFixture *fixture, gpointer record, GError **error)
{
  return bv_edit_add (fixture->store.library, fixture->campaign, fixture->campaign, record, error);
}

static gboolean
update (EditFixture *fixture, gpointer record, GError **error)
{
  return bv_edit_update (fixture->store.library, fixture->campaign, record, error);
}

static gboolean
take_with_answers (EditFixture *fixture, gpointer record, GError **error)
{
  const BvRecord *self = record;

  return bv_edit_remove_mending (fixture->store.library, fixture->campaign, self->entity, self->id,
                                 BV_MEND_DROP, error);
}

static gboolean
take_away (EditFixture *fixture, gpointer record, GError **error)
{
  const BvRecord *self = record;

  return bv_edit_remove (fixture->store.library, fixture->campaign, self->entity, self->id, error);
}

static void
check_refused (EditFixture *fixture,
               Change change,
               gpointer record,
               GQuark domain,
               int code,
               const char *says)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  gint64 actions = store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (change (fixture, record, &error));
  g_assert_error (error, domain, code);
  if (strstr (error->message, says) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal"), ==,
                   actions);
}

static gpointer
new_unit (void)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  edit_fixture_set_text (&unit->code, "XA9");
  edit_fixture_set_text (&unit->name, "Xã Chín");
  edit_fixture_set_text (&unit->parent, "HUYEN");
  return unit;
}

static gpointer
new_group (void)
{
  BvGroup *group = bv_record_new (&bv_group_entity);

  edit_fixture_set_text (&group->key, "khoi-moi");
  edit_fixture_set_text (&group->name, "Khối mới");
  return group;
}

static gpointer
new_quota (void)
{
  BvQuota *quota = bv_record_new (&bv_quota_entity);
  BvQuotaGroup *group = bv_record_add_child (quota, bv_entity_find_field (&bv_quota_entity, "groups"));

  edit_fixture_set_text (&quota->key, "q9");
  edit_fixture_set_text (&quota->name, "Nguồn mới");
  quota->count = 3;
  edit_fixture_set_text (&group->group, "tap-the");
  return quota;
}

static gpointer
new_nominee (void)
{
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);
  BvAssessment *assessment
    = bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "assessments"));

  edit_fixture_set_text (&nominee->key, "huyen-ba");
  edit_fixture_set_text (&nominee->group, "tap-the");
  edit_fixture_set_text (&nominee->unit, "HUYEN");
  edit_fixture_set_text (&assessment->criterion, "A.3.2");
  assessment->verified = 1250;
  return nominee;
}

static gpointer
new_evidence (void)
{
  BvEvidence *evidence = bv_record_new (&bv_evidence_entity);

  edit_fixture_set_text (&evidence->key, "e9");
  edit_fixture_set_text (&evidence->title, "Báo cáo");
  return evidence;
}

static gpointer
new_criterion (void)
{
  BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

  edit_fixture_set_text (&criterion->code, "A.9");
  edit_fixture_set_text (&criterion->title, "Tiêu chí chín");
  criterion->kind = BV_CRITERION_POINTS;
  criterion->max = 500;
  return criterion;
}

static gpointer
new_campaign (void)
{
  BvCampaign *campaign = bv_record_new (&bv_campaign_entity);

  edit_fixture_set_text (&campaign->key, "nam-sau");
  edit_fixture_set_text (&campaign->title, "Năm sau");
  campaign->starts = 20220101;
  campaign->ends = 20221231;
  return campaign;
}

/* Every entity that is edited by itself; a text that can be changed without harm; what its removal is called,
 * or what refuses it. */
static const struct
{
  gpointer (*make) (void);
  const BvEntity *entity;
  const char *field;
  const char *added;
  const char *edited;
  const char *removed;
  gint64 rows; /* added */
} cases[] = {
  { new_unit, &bv_unit_entity, "name", "Add unit: Xã Chín", "Edit Name: Chữ khác", "Remove unit: Chữ khác",
    2 },
  { new_group, &bv_group_entity, "name", "Add group: Khối mới", "Edit Name: Chữ khác",
    "Remove group: Chữ khác", 1 },
  { new_quota, &bv_quota_entity, "name", "Add quota: Nguồn mới", "Edit Name: Chữ khác",
    "Remove quota: Chữ khác", 2 },
  { new_nominee, &bv_nominee_entity, "summary", "Add nominee: Huyện Ba", "Edit Achievements: Huyện Ba",
    "Remove nominee: Huyện Ba", 3 },
  { new_evidence, &bv_evidence_entity, "title", "Add evidence: Báo cáo", "Edit Title: Chữ khác",
    "Remove evidence: Chữ khác", 1 },
  { new_campaign, &bv_campaign_entity, "title", "Add campaign: Năm sau", "Edit Title: Chữ khác",
    "Remove campaign: Chữ khác", 1 },
};

static void
run_step (EditFixture *fixture, Change change, gpointer record, const char *label, gint64 rows)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  change (fixture, record, &error);
  g_assert_no_error (error);
  edit_fixture_check_action (fixture, label, rows);
  edit_fixture_check_undoable (fixture, before);
}

static void
test_every_entity (EditFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvRecord) record = cases[i].make ();
      g_autoptr (BvRecord) read = NULL;
      const BvField *field = bv_entity_find_field (cases[i].entity, cases[i].field);

      run_step (fixture, add, record, cases[i].added, cases[i].rows);
      read = edit_fixture_read_by_key (fixture, cases[i].entity, bv_record_key (record));
      g_assert_true (bv_record_equal (read, record));
      edit_fixture_set_text (&BV_FIELD_STRING (read, field), "Chữ khác");
      run_step (fixture, update, read, cases[i].edited, 1);
      run_step (fixture, take_away, read, cases[i].removed, cases[i].rows);
    }
}

static void
test_criteria (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) criterion = new_criterion ();
  g_autoptr (BvRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "tap-the");
  gint64 section = edit_fixture_find_in (fixture, &bv_criterion_entity, group, "A");
  g_autoptr (BvCampaign) whole = NULL;
  const BvGroup *first;
  const BvCriterion *part;

  bv_edit_add (fixture->store.library, fixture->campaign, section, criterion, &error);
  g_assert_no_error (error);
  edit_fixture_check_action (fixture, "Add criterion: Tiêu chí chín", 1);
  whole = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_HEAD, &error);
  first = g_ptr_array_index (whole->groups, 0);
  part = g_ptr_array_index (first->criteria, 0);
  g_assert_cmpuint (part->criteria->len, ==, 4);
  g_assert_true (bv_record_equal (g_ptr_array_index (part->criteria, 3), criterion));
  read = edit_fixture_read (fixture, &bv_criterion_entity,
                            edit_fixture_find_in (fixture, &bv_criterion_entity, group, "A.9"));
  ((BvCriterion *) read)->max = 700;
  run_step (fixture, update, read, "Edit Maximum: Tiêu chí chín", 1);
  run_step (fixture, take_away, read, "Remove criterion: Tiêu chí chín", 1);
}

/* With a criterion go its assessments, where that is asked for; a section takes all under it. */
static void
test_remove_criterion (EditFixture *fixture, gconstpointer data)
{
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "tap-the");
  g_autoptr (BvRecord) leaf = edit_fixture_read (
    fixture, &bv_criterion_entity, edit_fixture_find_in (fixture, &bv_criterion_entity, group, "A.1"));
  g_autoptr (BvRecord) section = edit_fixture_read (
    fixture, &bv_criterion_entity, edit_fixture_find_in (fixture, &bv_criterion_entity, group, "A.3"));

  check_refused (fixture, take_away, leaf, BV_STORE_ERROR, BV_STORE_ERROR_LOSS, "1 answer would be lost");
  run_step (fixture, take_with_answers, leaf, "Remove criterion: Danh mục", 4);
  run_step (fixture, take_with_answers, section, "Remove criterion: Phần sâu", 5);
  g_assert_cmpint (
    store_fixture_count (fixture->store.library, "SELECT count (*) FROM criterion WHERE code LIKE 'A.3%'"),
    ==, 0);
}

static void
test_last_criterion (EditFixture *fixture, gconstpointer data)
{
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "ca-nhan");
  g_autoptr (BvRecord) leaf = edit_fixture_read (
    fixture, &bv_criterion_entity, edit_fixture_find_in (fixture, &bv_criterion_entity, group, "A"));

  check_refused (fixture, take_with_answers, leaf, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT,
                 "groups[1].criteria");
}

static void
test_keys_taken (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvUnit) unit = new_unit ();
  g_autoptr (BvNominee) nominee = new_nominee ();
  g_autoptr (BvEvidence) evidence = new_evidence ();
  g_autoptr (BvCampaign) campaign = new_campaign ();
  g_autoptr (BvNominee) renamed = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");

  edit_fixture_set_text (&unit->code, "XA1");
  edit_fixture_set_text (&nominee->key, "xa-mot");
  edit_fixture_set_text (&evidence->key, "e1");
  edit_fixture_set_text (&campaign->key, "moi-truong");
  edit_fixture_set_text (&renamed->key, "xa-mot");
  check_refused (fixture, add, unit, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "XA1");
  check_refused (fixture, add, nominee, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "xa-mot");
  check_refused (fixture, add, evidence, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "e1");
  check_refused (fixture, add, campaign, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "moi-truong");
  check_refused (fixture, update, renamed, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "xa-mot");
}

/* A code is unique in its group only. */
static void
test_code_taken (EditFixture *fixture, gconstpointer data)
{
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "ca-nhan");
  gint64 section = edit_fixture_find_in (fixture, &bv_criterion_entity,
                                         edit_fixture_find (fixture, &bv_group_entity, "tap-the"), "A.3");
  g_autoptr (BvCriterion) criterion = new_criterion ();
  g_autoptr (GError) error = NULL;

  edit_fixture_set_text (&criterion->code, "B");
  g_assert_false (bv_edit_add (fixture->store.library, fixture->campaign, section, criterion, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (bv_edit_add (fixture->store.library, fixture->campaign, group, criterion, &error));
  g_assert_no_error (error);
}

static void
test_references (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = new_nominee ();
  g_autoptr (BvNominee) other = new_nominee ();

  edit_fixture_set_text (&nominee->unit, "XA7");
  check_refused (fixture, add, nominee, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "XA7");
  edit_fixture_set_text (&other->group, "ca-nhan");
  check_refused (fixture, add, other, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "A.3.2");
  g_ptr_array_set_size (other->assessments, 0);
  check_refused (fixture, add, other, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "person: it is missing");
}

static void
test_broken_rules (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvEvidence) evidence = edit_fixture_read_by_key (fixture, &bv_evidence_entity, "e1");
  g_autoptr (BvNominee) nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-mot");
  g_autoptr (BvUnit) unit = edit_fixture_read_by_key (fixture, &bv_unit_entity, "XA2");
  g_autoptr (BvUnit) above = edit_fixture_read_by_key (fixture, &bv_unit_entity, "HUYEN");
  g_autoptr (BvGroup) group = edit_fixture_read_by_key (fixture, &bv_group_entity, "ca-nhan");

  edit_fixture_set_text (&evidence->sha256, "ABC");
  check_refused (fixture, update, evidence, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "sha256");
  nominee->votes->in_favour = 12;
  check_refused (fixture, update, nominee, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "votes.for");
  unit->valid_from = 20220101;
  check_refused (fixture, update, unit, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "units[1].code");
  edit_fixture_set_text (&above->parent, "XA1");
  check_refused (fixture, update, above, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "parent");
  group->kind = BV_GROUP_COLLECTIVE;
  check_refused (fixture, update, group, BV_STORE_ERROR, BV_STORE_ERROR_LOSS, "1 nominee would go");
}

static void
test_maximum_below_score (EditFixture *fixture, gconstpointer data)
{
  gint64 group = edit_fixture_find (fixture, &bv_group_entity, "tap-the");
  g_autoptr (BvCriterion) leaf = edit_fixture_read (
    fixture, &bv_criterion_entity, edit_fixture_find_in (fixture, &bv_criterion_entity, group, "A.1"));

  leaf->max = 1399;
  check_refused (fixture, update, leaf, BV_STORE_ERROR, BV_STORE_ERROR_LOSS,
                 "Xã Một: 15,00 (A.1, at most 13,99)");
}

static void
test_rename (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvUnit) unit = edit_fixture_read_by_key (fixture, &bv_unit_entity, "XA2");
  g_autoptr (BvNominee) nominee = NULL;

  edit_fixture_set_text (&unit->code, "XA2B");
  edit_fixture_set_text (&unit->name, "Xã Hai B");
  run_step (fixture, update, unit, "Edit Code, Name: Xã Hai B", 1);
  nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_assert_cmpstr (nominee->unit, ==, "XA2B");
}

static void
test_children (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-mot");
  BvHold *hold = g_ptr_array_index (nominee->holds, 1);

  hold->to = 20220601;
  run_step (fixture, update, nominee, "Edit Holds: Xã Một", 1);
  g_ptr_array_remove_index (nominee->awards, 1);
  g_clear_pointer (&nominee->decision, bv_record_free);
  run_step (fixture, update, nominee, "Edit Written decision, Earlier awards: Xã Một", 2);
}

static void
test_group_change (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_autoptr (BvNominee) moved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) whole
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_WHOLE, &error);
  BvGroup *twin = bv_record_copy (g_ptr_array_index (whole->groups, 0));

  edit_fixture_set_text (&nominee->group, "ca-nhan");
  check_refused (fixture, update, nominee, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "criterion");
  edit_fixture_set_text (&twin->key, "khoi-hai");
  g_ptr_array_add (whole->groups, twin);
  fixture->campaign = bv_campaigns_load (fixture->store.library, whole, TRUE, &error);
  g_assert_no_error (error);
  moved = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  edit_fixture_set_text (&moved->group, "khoi-hai");
  g_assert_true (update (fixture, moved, &error));
  g_assert_no_error (error);
  bv_record_free (g_steal_pointer (&nominee));
  nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_assert_true (bv_record_equal (nominee, moved));
  g_assert_cmpuint (nominee->assessments->len, ==, 4);
}

static void
test_unit_in_use (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) nominated = edit_fixture_read_by_key (fixture, &bv_unit_entity, "XA2");
  g_autoptr (BvRecord) above = NULL;
  g_autoptr (BvRecord) person = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "ba-anh");
  g_autoptr (GError) error = NULL;

  check_refused (fixture, take_away, nominated, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT, "it has 1 nominee");
  g_assert_true (take_away (fixture, person, &error));
  above = edit_fixture_read_by_key (fixture, &bv_unit_entity, "HUYEN");
  check_refused (fixture, take_away, above, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT, "stands under it");
}

/* The unit that only gives points is in use too. */
static void
test_assessor (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvUnit) unit = new_unit ();
  g_autoptr (BvGroup) group = edit_fixture_read_by_key (fixture, &bv_group_entity, "ca-nhan");
  g_autoptr (BvRecord) quota = new_quota ();
  g_autoptr (BvRecord) evidence = new_evidence ();
  g_autoptr (GError) error = NULL;

  edit_fixture_set_text (&group->assessor, "XA9");
  check_refused (fixture, update, group, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 "assessor: there is no unit");
  g_assert_true (add (fixture, unit, &error));
  run_step (fixture, update, group, "Edit Lead unit: Cá nhân", 1);
  check_refused (fixture, take_away, unit, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                 "gives the scores of “Cá nhân”");
  g_assert_true (add (fixture, quota, &error) && add (fixture, evidence, &error));
  edit_fixture_set_text (&group->assessor, NULL);
  g_assert_true (update (fixture, group, &error) && take_away (fixture, unit, &error));
}

static void
test_state_at_the_start (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = new_nominee ();
  g_autoptr (BvNominee) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (add (fixture, nominee, &error));
  read = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "huyen-ba");
  g_assert_cmpuint (read->assessments->len, ==, 2);
  g_assert_cmpint (bv_nominee_find_assessment (read, "A.2")->state, ==, BV_ASSESSMENT_AWAITING_PUBLICATION);
}

static void
test_unit_of_other_campaign (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) other = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (BvRecord) nominee = edit_fixture_read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_autoptr (BvRecord) unit = edit_fixture_read_by_key (fixture, &bv_unit_entity, "XA2");

  edit_fixture_set_text (&other->key, "khac");
  store_fixture_load (fixture->store.library, other);
  run_step (fixture, take_away, nominee, "Remove nominee: Xã Hai", 8);
  run_step (fixture, take_away, unit, "Remove unit: Xã Hai", 1);
  g_assert_cmpint (
    store_fixture_count (fixture->store.library, "SELECT count (*) FROM unit WHERE code = 'XA2'"), ==, 1);
}

static void
test_group_in_use (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) group = edit_fixture_read_by_key (fixture, &bv_group_entity, "ca-nhan");

  check_refused (fixture, take_away, group, BV_STORE_ERROR, BV_STORE_ERROR_LOSS, "1 nominee would go");
}

static void
test_remove_campaign (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) campaign = edit_fixture_read (fixture, &bv_campaign_entity, fixture->campaign);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  g_assert_true (take_away (fixture, campaign, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM assessment"), ==, 0);
  edit_fixture_check_undoable (fixture, before);
}

static void
test_gone (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) evidence = edit_fixture_read_by_key (fixture, &bv_evidence_entity, "e3");
  g_autoptr (GError) error = NULL;

  g_assert_true (take_away (fixture, evidence, &error));
  check_refused (fixture, take_away, evidence, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "no longer there");
  check_refused (fixture, update, evidence, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "no longer there");
}

static void
test_proposal (EditFixture *fixture, gconstpointer data)
{
  const BvSealing sealing
    = { .date = 20220520, .seal = (char[]){ "0a" }, .file = (char[]){ "De-nghi.xlsx" } };
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_sealings_record (fixture->store.library, fixture->campaign, &sealing, &error));
  g_assert_no_error (error);
  edit_fixture_check_action (fixture, "Seal the proposal: De-nghi.xlsx", 1);
  edit_fixture_check_undoable (fixture, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/editing/" name, EditFixture, NULL, edit_fixture_set_up, func, edit_fixture_tear_down)
  ADD ("every-entity-is-added-edited-and-removed-as-one-action-each", test_every_entity);
  ADD ("a-criterion-stands-in-its-section", test_criteria);
  ADD ("a-criterion-takes-its-assessments-with-it", test_remove_criterion);
  ADD ("a-group-keeps-something-to-be-scored", test_last_criterion);
  ADD ("a-key-that-is-taken-is-refused", test_keys_taken);
  ADD ("a-code-is-unique-in-its-group", test_code_taken);
  ADD ("a-reference-to-nothing-is-named", test_references);
  ADD ("an-edit-that-breaks-a-rule-is-refused", test_broken_rules);
  ADD ("a-maximum-below-a-given-score-is-refused", test_maximum_below_score);
  ADD ("a-new-code-is-followed-by-all-that-name-the-unit", test_rename);
  ADD ("only-the-children-that-changed-are-written", test_children);
  ADD ("a-nominee-takes-its-assessments-to-a-group-with-the-same-codes", test_group_change);
  ADD ("a-unit-in-use-is-not-removed", test_unit_in_use);
  ADD ("a-unit-that-another-campaign-needs-stays-in-the-registry", test_unit_of_other_campaign);
  ADD ("a-group-in-use-is-not-removed", test_group_in_use);
  ADD ("a-unit-that-gives-points-is-not-removed", test_assessor);
  ADD ("a-new-nominee-has-what-its-leaves-begin-with", test_state_at_the_start);
  ADD ("a-campaign-is-removed-with-all-that-is-in-it", test_remove_campaign);
  ADD ("a-record-that-is-gone-is-said-to-be-gone", test_gone);
  ADD ("a-sealed-proposal-is-noted-in-the-journal", test_proposal);
  return g_test_run ();
}
