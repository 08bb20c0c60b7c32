/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/editing.h"

#include "core/campaign.h"
#include "core/check.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/journal.h"

#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAssessment, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCriterion, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEvidence, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvGroup, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNominee, bv_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnit, bv_record_free)

typedef struct
{
  StoreFixture store;
  gint64 campaign;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, data);
  fixture->campaign = store_fixture_load_file (fixture->store.library, EVERY_FIELD);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_tear_down (&fixture->store, data);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gint64
find_in (Fixture *fixture, const BvEntity *entity, gint64 owner, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = bv_editing_find (fixture->store.library, fixture->campaign, entity, owner, key, &error);

  g_assert_no_error (error);
  return id;
}

static gint64
find (Fixture *fixture, const BvEntity *entity, const char *key)
{
  return find_in (fixture, entity, fixture->campaign, key);
}

static gpointer
read_record (Fixture *fixture, const BvEntity *entity, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = bv_editing_read (fixture->store.library, fixture->campaign, entity, id, &error);

  g_assert_no_error (error);
  return record;
}

static gpointer
read_by_key (Fixture *fixture, const BvEntity *entity, const char *key)
{
  return read_record (fixture, entity, find (fixture, entity, key));
}

static BvAssessment *
read_assessment (Fixture *fixture, const char *nominee, const char *criterion)
{
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment
    = bv_editing_read_assessment (fixture->store.library, fixture->campaign,
                                  find (fixture, &bv_nominee_entity, nominee), criterion, &error);

  g_assert_no_error (error);
  return assessment;
}

static void
write_assessment (Fixture *fixture, const char *nominee, const BvAssessment *assessment)
{
  g_autoptr (GError) error = NULL;

  bv_editing_write_assessment (fixture->store.library, fixture->campaign,
                               find (fixture, &bv_nominee_entity, nominee), assessment, &error);
  g_assert_no_error (error);
}

/* The last entry of the journal. */
static void
check_action (Fixture *fixture, const char *label, gint64 rows)
{
  g_autoptr (BvAction) action = bv_journal_peek_undo (fixture->store.library);

  g_assert_cmpstr (action->label, ==, label);
  g_assert_cmpint (action->rows, ==, rows);
}

/* The last action, undone, leaves what was before it; done again, what it made. */
static void
check_undoable (Fixture *fixture, const char *before)
{
  g_autofree char *made = store_fixture_list_rows (fixture->store.library);
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_journal_undo (fixture->store.library, 0, &error), >, 0);
  g_assert_no_error (error);
  undone = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (bv_journal_redo (fixture->store.library, &error), >, 0);
  again = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (again, ==, made);
}

typedef gboolean (*Change) (Fixture *fixture, gpointer record, GError **error);

static gboolean
add (Fixture *fixture, gpointer record, GError **error)
{
  return bv_editing_add (fixture->store.library, fixture->campaign, fixture->campaign, record, error);
}

static gboolean
update (Fixture *fixture, gpointer record, GError **error)
{
  return bv_editing_update (fixture->store.library, fixture->campaign, record, error);
}

static gboolean
take_away (Fixture *fixture, gpointer record, GError **error)
{
  const BvRecord *self = record;

  return bv_editing_remove (fixture->store.library, fixture->campaign, self->entity, self->id, error);
}

static void
check_refused (Fixture *fixture, Change change, gpointer record, GQuark domain, int code, const char *says)
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

  set_text (&unit->code, "XA9");
  set_text (&unit->name, "Xã Chín");
  set_text (&unit->parent, "HUYEN");
  return unit;
}

static gpointer
new_group (void)
{
  BvGroup *group = bv_record_new (&bv_group_entity);

  set_text (&group->key, "khoi-moi");
  set_text (&group->name, "Khối mới");
  return group;
}

static gpointer
new_quota (void)
{
  BvQuota *quota = bv_record_new (&bv_quota_entity);
  BvQuotaGroup *group = bv_record_add_child (quota, bv_entity_find_field (&bv_quota_entity, "groups"));

  set_text (&quota->key, "q9");
  set_text (&quota->name, "Nguồn mới");
  quota->count = 3;
  set_text (&group->group, "tap-the");
  return quota;
}

static gpointer
new_nominee (void)
{
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);
  BvAssessment *assessment
    = bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "assessments"));

  set_text (&nominee->key, "huyen-ba");
  set_text (&nominee->group, "tap-the");
  set_text (&nominee->unit, "HUYEN");
  set_text (&assessment->criterion, "A.3.2");
  assessment->verified = 1250;
  return nominee;
}

static gpointer
new_evidence (void)
{
  BvEvidence *evidence = bv_record_new (&bv_evidence_entity);

  set_text (&evidence->key, "e9");
  set_text (&evidence->title, "Báo cáo");
  return evidence;
}

static gpointer
new_criterion (void)
{
  BvCriterion *criterion = bv_record_new (&bv_criterion_entity);

  set_text (&criterion->code, "A.9");
  set_text (&criterion->title, "Tiêu chí chín");
  criterion->kind = BV_CRITERION_POINTS;
  criterion->max = 500;
  return criterion;
}

static gpointer
new_campaign (void)
{
  BvCampaign *campaign = bv_record_new (&bv_campaign_entity);

  set_text (&campaign->key, "nam-sau");
  set_text (&campaign->title, "Năm sau");
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
  { new_unit, &bv_unit_entity, "name", "Add Unit: XA9", "Edit Name: Chữ khác", "Remove Unit: Chữ khác", 2 },
  { new_group, &bv_group_entity, "name", "Add Group: khoi-moi", "Edit Name: Chữ khác",
    "Remove Group: Chữ khác", 1 },
  { new_quota, &bv_quota_entity, "name", "Add Quota: q9", "Edit Name: Chữ khác", "Remove Quota: Chữ khác",
    2 },
  { new_nominee, &bv_nominee_entity, "summary", "Add Nominee: huyen-ba", "Edit Achievements: Huyện Ba",
    "Remove Nominee: Huyện Ba", 2 },
  { new_evidence, &bv_evidence_entity, "title", "Add Evidence: e9", "Edit Title: Chữ khác",
    "Remove Evidence: Chữ khác", 1 },
  { new_campaign, &bv_campaign_entity, "title", "Add Campaign: nam-sau", "Edit Title: Chữ khác",
    "Remove Campaign: Chữ khác", 1 },
};

static void
run_step (Fixture *fixture, Change change, gpointer record, const char *label, gint64 rows)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  change (fixture, record, &error);
  g_assert_no_error (error);
  check_action (fixture, label, rows);
  check_undoable (fixture, before);
}

static void
test_every_entity (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvRecord) record = cases[i].make ();
      g_autoptr (BvRecord) read = NULL;
      const BvField *field = bv_entity_find_field (cases[i].entity, cases[i].field);

      run_step (fixture, add, record, cases[i].added, cases[i].rows);
      read = read_by_key (fixture, cases[i].entity, bv_record_key (record));
      g_assert_true (bv_record_equal (read, record));
      set_text (&BV_FIELD_STRING (read, field), "Chữ khác");
      run_step (fixture, update, read, cases[i].edited, 1);
      run_step (fixture, take_away, read, cases[i].removed, cases[i].rows);
    }
}

static void
test_criteria (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) criterion = new_criterion ();
  g_autoptr (BvRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  gint64 group = find (fixture, &bv_group_entity, "tap-the");
  gint64 section = find_in (fixture, &bv_criterion_entity, group, "A");
  g_autoptr (BvCampaign) whole = NULL;
  const BvGroup *first;
  const BvCriterion *part;

  bv_editing_add (fixture->store.library, fixture->campaign, section, criterion, &error);
  g_assert_no_error (error);
  check_action (fixture, "Add Criterion: A.9", 1);
  whole = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_HEAD, &error);
  first = g_ptr_array_index (whole->groups, 0);
  part = g_ptr_array_index (first->criteria, 0);
  g_assert_cmpuint (part->criteria->len, ==, 4);
  g_assert_true (bv_record_equal (g_ptr_array_index (part->criteria, 3), criterion));
  read = read_record (fixture, &bv_criterion_entity, find_in (fixture, &bv_criterion_entity, group, "A.9"));
  ((BvCriterion *) read)->max = 700;
  run_step (fixture, update, read, "Edit Maximum: Tiêu chí chín", 1);
  run_step (fixture, take_away, read, "Remove Criterion: Tiêu chí chín", 1);
}

/* With a criterion go its assessments; a section takes all under it. */
static void
test_remove_criterion (Fixture *fixture, gconstpointer data)
{
  gint64 group = find (fixture, &bv_group_entity, "tap-the");
  g_autoptr (BvRecord) leaf
    = read_record (fixture, &bv_criterion_entity, find_in (fixture, &bv_criterion_entity, group, "A.1"));
  g_autoptr (BvRecord) section
    = read_record (fixture, &bv_criterion_entity, find_in (fixture, &bv_criterion_entity, group, "A.3"));

  run_step (fixture, take_away, leaf, "Remove Criterion: Danh mục", 4);
  run_step (fixture, take_away, section, "Remove Criterion: Phần sâu", 5);
  g_assert_cmpint (
    store_fixture_count (fixture->store.library, "SELECT count (*) FROM criterion WHERE code LIKE 'A.3%'"),
    ==, 0);
}

static void
test_last_criterion (Fixture *fixture, gconstpointer data)
{
  gint64 group = find (fixture, &bv_group_entity, "ca-nhan");
  g_autoptr (BvRecord) leaf
    = read_record (fixture, &bv_criterion_entity, find_in (fixture, &bv_criterion_entity, group, "A"));

  check_refused (fixture, take_away, leaf, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "groups[1].criteria");
}

static void
test_keys_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvUnit) unit = new_unit ();
  g_autoptr (BvNominee) nominee = new_nominee ();
  g_autoptr (BvEvidence) evidence = new_evidence ();
  g_autoptr (BvCampaign) campaign = new_campaign ();
  g_autoptr (BvNominee) renamed = read_by_key (fixture, &bv_nominee_entity, "xa-hai");

  set_text (&unit->code, "XA1");
  set_text (&nominee->key, "xa-mot");
  set_text (&evidence->key, "e1");
  set_text (&campaign->key, "moi-truong");
  set_text (&renamed->key, "xa-mot");
  check_refused (fixture, add, unit, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "XA1");
  check_refused (fixture, add, nominee, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "xa-mot");
  check_refused (fixture, add, evidence, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "e1");
  check_refused (fixture, add, campaign, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "moi-truong");
  check_refused (fixture, update, renamed, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS, "xa-mot");
}

/* A code is unique in its group only. */
static void
test_code_taken (Fixture *fixture, gconstpointer data)
{
  gint64 group = find (fixture, &bv_group_entity, "ca-nhan");
  gint64 section
    = find_in (fixture, &bv_criterion_entity, find (fixture, &bv_group_entity, "tap-the"), "A.3");
  g_autoptr (BvCriterion) criterion = new_criterion ();
  g_autoptr (GError) error = NULL;

  set_text (&criterion->code, "B");
  g_assert_false (bv_editing_add (fixture->store.library, fixture->campaign, section, criterion, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (bv_editing_add (fixture->store.library, fixture->campaign, group, criterion, &error));
  g_assert_no_error (error);
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = new_nominee ();
  g_autoptr (BvNominee) other = new_nominee ();

  set_text (&nominee->unit, "XA7");
  check_refused (fixture, add, nominee, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "XA7");
  set_text (&other->group, "ca-nhan");
  check_refused (fixture, add, other, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "A.3.2");
  g_ptr_array_set_size (other->assessments, 0);
  check_refused (fixture, add, other, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "person: it is missing");
}

static void
test_broken_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvEvidence) evidence = read_by_key (fixture, &bv_evidence_entity, "e1");
  g_autoptr (BvNominee) nominee = read_by_key (fixture, &bv_nominee_entity, "xa-mot");
  g_autoptr (BvUnit) unit = read_by_key (fixture, &bv_unit_entity, "XA2");
  g_autoptr (BvUnit) above = read_by_key (fixture, &bv_unit_entity, "HUYEN");
  g_autoptr (BvGroup) group = read_by_key (fixture, &bv_group_entity, "ca-nhan");

  set_text (&evidence->sha256, "ABC");
  check_refused (fixture, update, evidence, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "sha256");
  nominee->votes->in_favour = 12;
  check_refused (fixture, update, nominee, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "votes.for");
  unit->valid_from = 20220101;
  check_refused (fixture, update, unit, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "units[1].code");
  set_text (&above->parent, "XA1");
  check_refused (fixture, update, above, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "parent");
  group->kind = BV_GROUP_COLLECTIVE;
  check_refused (fixture, update, group, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT, "nominees[2].person");
}

static void
test_maximum_below_score (Fixture *fixture, gconstpointer data)
{
  gint64 group = find (fixture, &bv_group_entity, "tap-the");
  g_autoptr (BvCriterion) leaf
    = read_record (fixture, &bv_criterion_entity, find_in (fixture, &bv_criterion_entity, group, "A.1"));

  leaf->max = 1399;
  check_refused (fixture, update, leaf, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT,
                 "nominees[0].assessments[1].self");
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvUnit) unit = read_by_key (fixture, &bv_unit_entity, "XA2");
  g_autoptr (BvNominee) nominee = NULL;

  set_text (&unit->code, "XA2B");
  set_text (&unit->name, "Xã Hai B");
  run_step (fixture, update, unit, "Edit Code, Name: Xã Hai B", 1);
  nominee = read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_assert_cmpstr (nominee->unit, ==, "XA2B");
}

static void
test_children (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = read_by_key (fixture, &bv_nominee_entity, "xa-mot");
  BvHold *hold = g_ptr_array_index (nominee->holds, 1);

  hold->to = 20220601;
  run_step (fixture, update, nominee, "Edit Holds: Xã Một", 1);
  g_ptr_array_remove_index (nominee->awards, 1);
  g_clear_pointer (&nominee->decision, bv_record_free);
  run_step (fixture, update, nominee, "Edit Written decision, Earlier awards: Xã Một", 2);
}

static void
test_group_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvNominee) nominee = read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_autoptr (BvNominee) moved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) whole
    = bv_campaigns_read (fixture->store.library, fixture->campaign, BV_CAMPAIGN_WHOLE, &error);
  BvGroup *twin = bv_record_copy (g_ptr_array_index (whole->groups, 0));

  set_text (&nominee->group, "ca-nhan");
  check_refused (fixture, update, nominee, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "criterion");
  set_text (&twin->key, "khoi-hai");
  g_ptr_array_add (whole->groups, twin);
  fixture->campaign = bv_campaigns_load (fixture->store.library, whole, TRUE, &error);
  g_assert_no_error (error);
  moved = read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  set_text (&moved->group, "khoi-hai");
  g_assert_true (update (fixture, moved, &error));
  g_assert_no_error (error);
  bv_record_free (g_steal_pointer (&nominee));
  nominee = read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_assert_true (bv_record_equal (nominee, moved));
  g_assert_cmpuint (nominee->assessments->len, ==, 4);
}

static void
test_unit_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) nominated = read_by_key (fixture, &bv_unit_entity, "XA2");
  g_autoptr (BvRecord) above = NULL;
  g_autoptr (BvRecord) person = read_by_key (fixture, &bv_nominee_entity, "ba-anh");
  g_autoptr (GError) error = NULL;

  check_refused (fixture, take_away, nominated, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT, "still in use");
  g_assert_true (take_away (fixture, person, &error));
  above = read_by_key (fixture, &bv_unit_entity, "HUYEN");
  check_refused (fixture, take_away, above, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT, "still in use");
}

static void
test_unit_of_other_campaign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) other = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (BvRecord) nominee = read_by_key (fixture, &bv_nominee_entity, "xa-hai");
  g_autoptr (BvRecord) unit = read_by_key (fixture, &bv_unit_entity, "XA2");

  set_text (&other->key, "khac");
  store_fixture_load (fixture->store.library, other);
  run_step (fixture, take_away, nominee, "Remove Nominee: Xã Hai", 7);
  run_step (fixture, take_away, unit, "Remove Unit: Xã Hai", 1);
  g_assert_cmpint (
    store_fixture_count (fixture->store.library, "SELECT count (*) FROM unit WHERE code = 'XA2'"), ==, 1);
}

static void
test_group_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) group = read_by_key (fixture, &bv_group_entity, "ca-nhan");

  check_refused (fixture, take_away, group, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT, "still in use");
}

static void
test_remove_campaign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) campaign = read_record (fixture, &bv_campaign_entity, fixture->campaign);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  g_assert_true (take_away (fixture, campaign, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM assessment"), ==, 0);
  check_undoable (fixture, before);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) evidence = read_by_key (fixture, &bv_evidence_entity, "e3");
  g_autoptr (GError) error = NULL;

  g_assert_true (take_away (fixture, evidence, &error));
  check_refused (fixture, take_away, evidence, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "no longer there");
  check_refused (fixture, update, evidence, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, "no longer there");
}

static void
test_assessment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) assessment = read_assessment (fixture, "xa-mot", "A.1");
  g_autoptr (BvAssessment) again = NULL;
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  assessment->verified = 1350;
  assessment->state = BV_ASSESSMENT_ACCEPTED;
  write_assessment (fixture, "xa-mot", assessment);
  check_action (fixture,
                "Edit assessment: Xã Một · A.1: Verified score 13,13 → 13,50, State Returned → Accepted", 1);
  check_undoable (fixture, before);
  again = read_assessment (fixture, "xa-mot", "A.1");
  g_assert_true (bv_record_equal (again, assessment));
}

static void
test_new_assessment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) assessment = read_assessment (fixture, "ba-anh", "A");
  g_autoptr (BvAssessment) fresh = read_assessment (fixture, "xa-mot", "A.3.2");
  g_autoptr (BvRecord) nothing = bv_record_new (&bv_assessment_entity);
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  set_text (&((BvAssessment *) nothing)->criterion, "A.3.2");
  g_assert_true (bv_record_equal (fresh, nothing));
  fresh->self = 2500;
  write_assessment (fixture, "xa-mot", fresh);
  check_action (fixture, "Edit assessment: Xã Một · A.3.2: Self-score – → 25,00", 1);
  check_undoable (fixture, before);
  assessment->verified = BV_NONE;
  write_assessment (fixture, "ba-anh", assessment);
  check_action (fixture, "Edit assessment: Nguyễn Thị Ánh · A: Verified score 98,50 → –", 1);
}

static void
test_assessment_children (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) reports = read_assessment (fixture, "xa-mot", "A.2");
  g_autoptr (BvAssessment) results = read_assessment (fixture, "xa-mot", "B");
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  ((BvReport *) g_ptr_array_index (reports->received, 1))->received = 20211214;
  write_assessment (fixture, "xa-mot", reports);
  check_action (fixture, "Edit assessment: Xã Một · A.2: Reports received", 1);
  check_undoable (fixture, before);
  g_ptr_array_remove_index (results->results, 1);
  write_assessment (fixture, "xa-mot", results);
  check_action (fixture, "Edit assessment: Xã Một · B: Results", 1);
}

static void
test_assessment_range (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) assessment = read_assessment (fixture, "xa-mot", "A.1");
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 nominee = find (fixture, &bv_nominee_entity, "xa-mot");

  assessment->final = 1501;
  g_assert_false (
    bv_editing_write_assessment (fixture->store.library, fixture->campaign, nominee, assessment, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, "0.00 to 15.00"));
  after = store_fixture_list_rows (fixture->store.library);
  g_assert_cmpstr (after, ==, before);
}

static void
test_assessment_leaf (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "A", "A.3", "Z" };
  gint64 nominee = find (fixture, &bv_nominee_entity, "xa-mot");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        bv_editing_read_assessment (fixture->store.library, fixture->campaign, nominee, codes[i], &error));
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, codes[i]));
    }
}

static void
test_remove_assessment (Fixture *fixture, gconstpointer data)
{
  gint64 nominee = find (fixture, &bv_nominee_entity, "xa-hai");
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  g_assert_true (
    bv_editing_remove_assessment (fixture->store.library, fixture->campaign, nominee, "D", &error));
  g_assert_no_error (error);
  check_action (fixture, "Remove assessment: Xã Hai · D", 1);
  check_undoable (fixture, before);
  g_assert_false (
    bv_editing_remove_assessment (fixture->store.library, fixture->campaign, nominee, "D", &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

static GPtrArray *
new_pieces (const char *first, const char *second)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (bv_record_free);
  const char *hashes[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (hashes) && hashes[i] != NULL; i++)
    {
      BvEvidence *piece = bv_record_new (&bv_evidence_entity);

      set_text (&piece->file, "tep.pdf");
      piece->sha256 = g_strnfill (64, *hashes[i]);
      piece->bytes = 5;
      g_ptr_array_add (pieces, piece);
    }
  return pieces;
}

static void
attach (Fixture *fixture, const char *nominee, const char *criterion, GPtrArray *pieces)
{
  g_autoptr (GError) error = NULL;

  bv_editing_attach (fixture->store.library, fixture->campaign, find (fixture, &bv_nominee_entity, nominee),
                     criterion, pieces, &error);
  g_assert_no_error (error);
}

static void
test_attach (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pieces = new_pieces ("b", "c");
  g_autoptr (BvAssessment) assessment = NULL;
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);

  attach (fixture, "xa-hai", "A.3.2", pieces);
  check_action (fixture, "Attach evidence: Xã Hai · A.3.2", 5);
  check_undoable (fixture, before);
  assessment = read_assessment (fixture, "xa-hai", "A.3.2");
  g_assert_cmpuint (assessment->evidence->len, ==, 2);
  g_assert_cmpstr (((BvEvidenceLink *) g_ptr_array_index (assessment->evidence, 0))->evidence, ==, "e4");
  g_assert_cmpstr (((BvEvidenceLink *) g_ptr_array_index (assessment->evidence, 1))->evidence, ==, "e5");
  g_assert_cmpstr (((BvEvidence *) g_ptr_array_index (pieces, 1))->key, ==, "e5");
}

static void
test_attach_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pieces = new_pieces ("a", NULL);
  g_autoptr (GPtrArray) twice = new_pieces ("d", "d");
  g_autoptr (BvAssessment) assessment = NULL;
  gint64 actions;

  attach (fixture, "xa-hai", "A.2", pieces);
  g_assert_cmpstr (((BvEvidence *) g_ptr_array_index (pieces, 0))->key, ==, "e1");
  check_action (fixture, "Attach evidence: Xã Hai · A.2", 1);
  actions = store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal");
  attach (fixture, "xa-hai", "A.2", pieces);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM journal"), ==,
                   actions);
  attach (fixture, "xa-hai", "A.2", twice);
  assessment = read_assessment (fixture, "xa-hai", "A.2");
  g_assert_cmpuint (assessment->evidence->len, ==, 2);
  g_assert_cmpint (store_fixture_count (fixture->store.library, "SELECT count (*) FROM evidence"), ==, 4);
}

static void
test_proposal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_list_rows (fixture->store.library);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_editing_record_proposal (fixture->store.library, fixture->campaign, 20220520, "0a", NULL,
                                             "De-nghi.xlsx", &error));
  g_assert_no_error (error);
  check_action (fixture, "Seal the proposal: De-nghi.xlsx", 1);
  check_undoable (fixture, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/editing/" name, Fixture, NULL, set_up, func, tear_down)
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
  ADD ("a-campaign-is-removed-with-all-that-is-in-it", test_remove_campaign);
  ADD ("a-record-that-is-gone-is-said-to-be-gone", test_gone);
  ADD ("a-score-changes-one-row-and-says-from-what-to-what", test_assessment);
  ADD ("a-first-score-makes-the-assessment", test_new_assessment);
  ADD ("one-report-or-result-changes-one-row", test_assessment_children);
  ADD ("points-out-of-range-are-refused-with-the-range", test_assessment_range);
  ADD ("only-leaves-of-the-group-are-assessed", test_assessment_leaf);
  ADD ("an-assessment-is-removed", test_remove_assessment);
  ADD ("files-that-are-attached-become-evidence-with-the-next-keys", test_attach);
  ADD ("the-same-content-is-linked-and-not-doubled", test_attach_again);
  ADD ("a-sealed-proposal-is-noted-in-the-journal", test_proposal);
  return g_test_run ();
}
