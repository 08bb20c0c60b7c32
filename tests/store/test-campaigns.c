/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/check.h"
#include "core/decisions.h"
#include "core/evidence.h"
#include "core/nominee.h"
#include "core/unit.h"
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/sealings.h"

#include <string.h>

static const char *const files[] = { EVERY_FIELD, TEMPLATE, DEMO };

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static BvCampaign *
read_whole (BvLibrary *library, gint64 id)
{
  g_autoptr (GError) error = NULL;
  BvCampaign *campaign = bv_campaigns_read (library, id, BV_CAMPAIGN_WHOLE, &error);

  g_assert_no_error (error);
  return campaign;
}

static void
collect_used_fields (const BvRecord *record, GHashTable *used)
{
  for (guint i = 0; i < record->entity->n_fields; i++)
    {
      const BvField *field = &record->entity->fields[i];
      GPtrArray *children;

      if (!bv_field_is_default (field, record))
        g_hash_table_add (used, (gpointer) field);
      if (field->type == BV_FIELD_CHILD && BV_FIELD_RECORD (record, field) != NULL)
        collect_used_fields (BV_FIELD_RECORD (record, field), used);
      if (field->type != BV_FIELD_CHILDREN)
        continue;
      children = BV_FIELD_RECORDS (record, field);
      for (guint k = 0; k < children->len; k++)
        collect_used_fields (g_ptr_array_index (children, k), used);
    }
}

static void
assert_used (const BvEntity *entity, GHashTable *used)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];

      if (!g_hash_table_contains (used, field))
        g_test_message ("%s.%s says nothing", entity->name, field->name);
      g_assert_true (g_hash_table_contains (used, field));
      if (bv_field_is_child (field) && (field->flags & BV_FIELD_NESTS) == 0)
        assert_used (field->target, used);
    }
}

static void
test_every_field (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  collect_used_fields (&campaign->record, used);
  assert_used (&bv_campaign_entity, used);
}

static void
test_equal (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (BvCampaign) source = store_fixture_read_file (files[i]);
      g_autoptr (BvCampaign) untouched = bv_record_copy (source);
      g_autoptr (BvCampaign) read = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id = bv_campaigns_load (fixture->library, source, TRUE, &error);

      g_assert_no_error (error);
      read = read_whole (fixture->library, id);
      g_assert_true (bv_record_equal (read, untouched));
      g_assert_true (bv_check_campaign (read, &error));
      g_assert_no_error (error);
    }
}

static void
test_key_taken (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) again = store_fixture_read_file (EVERY_FIELD);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_load_file (fixture->library, EVERY_FIELD);
  before = store_fixture_list_rows (fixture->library);
  g_assert_cmpint (bv_campaigns_load (fixture->library, again, FALSE, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "moi-truong"));
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
}

static void
test_replace (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) other = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (BvCampaign) wanted = NULL;
  g_autoptr (BvCampaign) read = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  store_fixture_load_file (fixture->library, EVERY_FIELD);
  before = store_fixture_list_rows (fixture->library);
  set_text (&other->title, "Bản khác");
  g_ptr_array_remove_index (other->nominees, 0);
  g_ptr_array_set_size (other->distinct, 0);
  set_text (&((BvUnit *) g_ptr_array_index (other->units, 2))->name, "Huyện Ba mới");
  wanted = bv_record_copy (other);
  id = bv_campaigns_load (fixture->library, other, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM journal"), ==, 2);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM unit"), ==, 3);
  read = read_whole (fixture->library, id);
  g_assert_true (bv_record_equal (read, wanted));
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, &error), >, 0);
  g_assert_no_error (error);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
}

/* What one change costs in the journal, however large the campaign. */
static void
test_replace_by_little (StoreFixture *fixture, gconstpointer data)
{
  static const char rows[] = "SELECT rows FROM journal ORDER BY id DESC LIMIT 1";
  static const char actions[] = "SELECT count (*) FROM journal";
  g_autoptr (BvCampaign) same = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (BvCampaign) other = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (GError) error = NULL;
  gint64 id = store_fixture_load_file (fixture->library, EVERY_FIELD);
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;

  g_assert_cmpint (bv_campaigns_load (fixture->library, same, TRUE, &error), ==, id);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->library, actions), ==, 1);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  set_text (&((BvNominee *) g_ptr_array_index (other->nominees, 0))->summary, "Khác");
  g_assert_cmpint (bv_campaigns_load (fixture->library, other, TRUE, &error), ==, id);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->library, actions), ==, 2);
  g_assert_cmpint (store_fixture_count (fixture->library, rows), ==, 1);
  store_fixture_assert_clean (fixture->library);
}

static void
test_replace_sealed (StoreFixture *fixture, gconstpointer data)
{
  static const char proposals[] = "SELECT count (*) FROM proposal p JOIN campaign c ON c.id = p.campaign";
  const BvSealing sealing = { .date = 20220520,
                              .seal = (char[]){ "ab12" },
                              .reason = (char[]){ "chậm" },
                              .file = (char[]){ "Tờ trình.xlsx" } };
  g_autoptr (BvCampaign) again = store_fixture_read_file (EVERY_FIELD);
  gint64 old = store_fixture_load_file (fixture->library, EVERY_FIELD);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  bv_sealings_record (fixture->library, old, &sealing, &error);
  g_assert_no_error (error);
  before = store_fixture_list_rows (fixture->library);
  set_text (&again->title, "Bản khác");
  g_assert_cmpint (bv_campaigns_load (fixture->library, again, TRUE, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->library, proposals), ==, 1);
  store_fixture_assert_clean (fixture->library);
  bv_journal_undo (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  bv_journal_redo (fixture->library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (fixture->library, proposals), ==, 1);
  store_fixture_assert_clean (fixture->library);
}

static void
test_shared_units (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  gint64 first = store_fixture_load_file (fixture->library, EVERY_FIELD);
  g_autofree char *dump = store_fixture_dump (fixture->library, first);
  g_autofree char *same = NULL;
  g_autoptr (BvCampaign) read = NULL;
  gint64 second = store_fixture_load (fixture->library, next);

  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM unit"), ==, 3);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM participation"), ==, 6);
  same = store_fixture_dump (fixture->library, first);
  g_assert_cmpstr (same, ==, dump);
  read = read_whole (fixture->library, second);
  g_assert_true (bv_record_equal (read, next));
}

/* There is one registry: what the last file says of a unit holds for all campaigns. */
static void
test_registry (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  g_autoptr (BvCampaign) read = NULL;
  gint64 first = store_fixture_load_file (fixture->library, EVERY_FIELD);

  set_text (&((BvUnit *) g_ptr_array_index (next->units, 1))->email, "xa2@example.vn");
  store_fixture_load (fixture->library, next);
  read = read_whole (fixture->library, first);
  g_assert_cmpstr (((BvUnit *) g_ptr_array_index (read->units, 1))->email, ==, "xa2@example.vn");
}

/* 54 of the units of 2025 bear the code of an old one. */
static void
test_reused_code (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  g_autoptr (BvCampaign) read = NULL;
  BvUnit *commune = g_ptr_array_index (next->units, 0);
  gint64 first = store_fixture_load_file (fixture->library, EVERY_FIELD);
  g_autofree char *dump = store_fixture_dump (fixture->library, first);
  g_autofree char *same = NULL;

  next->starts = 20250801;
  next->ends = 20251231;
  commune->valid_from = 20250701;
  commune->valid_to = BV_NONE;
  set_text (&commune->name, "Xã Mới");
  read = read_whole (fixture->library, store_fixture_load (fixture->library, next));
  g_assert_true (bv_record_equal (read, next));
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM unit WHERE code = 'XA1'"),
                   ==, 2);
  same = store_fixture_dump (fixture->library, first);
  g_assert_cmpstr (same, ==, dump);
}

/* A unit without dates meets any; made narrower, it would not be valid any more when the other campaign
 * starts. */
static void
test_narrower_validity (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  g_autoptr (BvCampaign) read = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = store_fixture_load_file (fixture->library, EVERY_FIELD);

  ((BvUnit *) g_ptr_array_index (next->units, 1))->valid_from = 20220101;
  store_fixture_load (fixture->library, next);
  read = read_whole (fixture->library, first);
  bv_check_campaign (read, &error);
  g_assert_no_error (error);
}

/* Ranks may depend on the unit above, so the campaign that puts one elsewhere means another unit. */
static void
test_other_parent (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 first = store_fixture_load_file (fixture->library, EVERY_FIELD);
  gint64 second;
  g_autoptr (BvCampaign) read = NULL;

  before = store_fixture_dump (fixture->library, first);
  for (guint i = 0; i < next->units->len; i++)
    g_clear_pointer (&((BvUnit *) g_ptr_array_index (next->units, i))->parent, g_free);
  second = store_fixture_load (fixture->library, next);
  after = store_fixture_dump (fixture->library, first);
  g_assert_cmpstr (after, ==, before);
  read = read_whole (fixture->library, second);
  for (guint i = 0; i < read->units->len; i++)
    g_assert_null (((BvUnit *) g_ptr_array_index (read->units, i))->parent);
}

/* What is right for one campaign must be right for all in which the unit takes part. */
static void
test_edit_of_a_shared_unit (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 first = store_fixture_load_file (fixture->library, EVERY_FIELD);
  gint64 second = store_fixture_load (fixture->library, next);
  BvUnit *unit = g_ptr_array_index (next->units, 1);
  g_autoptr (BvRecord) record = bv_edit_read (fixture->library, &bv_unit_entity, unit->record.id, &error);

  g_assert_no_error (error);
  before = store_fixture_dump (fixture->library, first);
  ((BvUnit *) record)->valid_from = next->starts;
  g_assert_false (bv_edit_update (fixture->library, second, record, &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  after = store_fixture_dump (fixture->library, first);
  g_assert_cmpstr (after, ==, before);
}

static void
test_failure (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (EVERY_FIELD);
  BvNominee *last = g_ptr_array_index (campaign->nominees, 2);
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  set_text (&last->group, "khong-co");
  g_assert_cmpint (bv_campaigns_load (fixture->library, campaign, FALSE, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "khong-co"));
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
}

/* What fails after two nominees are in, and freed, changes nothing either. */
static void
test_take (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (BvCampaign) wanted = bv_record_copy (campaign);
  g_autoptr (BvCampaign) wrong = bv_record_copy (campaign);
  g_autoptr (BvCampaign) read = NULL;
  g_autofree char *before = store_fixture_list_rows (fixture->library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  set_text (&((BvNominee *) g_ptr_array_index (wrong->nominees, 2))->group, "khong-co");
  g_assert_cmpint (bv_campaigns_take (fixture->library, wrong, FALSE, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  after = store_fixture_list_rows (fixture->library);
  g_assert_cmpstr (after, ==, before);
  id = bv_campaigns_take (fixture->library, campaign, FALSE, &error);
  g_assert_no_error (error);
  read = read_whole (fixture->library, id);
  g_assert_true (bv_record_equal (read, wanted));
  g_assert_cmpuint (campaign->nominees->len, ==, wanted->nominees->len);
  for (guint i = 0; i < campaign->nominees->len; i++)
    g_assert_cmpuint (((BvNominee *) g_ptr_array_index (campaign->nominees, i))->assessments->len, ==, 0);
}

static void
assert_same_proof (const BvNominee *whole, const BvNominee *proof)
{
  guint n = 0;

  g_assert_cmpstr (whole->key, ==, proof->key);
  for (guint i = 0; i < whole->assessments->len; i++)
    {
      const BvAssessment *assessment = g_ptr_array_index (whole->assessments, i);
      const BvAssessment *other;

      if (assessment->evidence->len == 0)
        continue;
      g_assert_cmpuint (n, <, proof->assessments->len);
      other = g_ptr_array_index (proof->assessments, n++);
      g_assert_cmpstr (assessment->criterion, ==, other->criterion);
      g_assert_true (
        bv_field_equal (bv_entity_find_field (&bv_assessment_entity, "evidence"), assessment, other));
    }
  g_assert_cmpuint (n, ==, proof->assessments->len);
}

static void
test_proof (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_load_file (fixture->library, DEMO);
  g_autoptr (BvCampaign) whole = read_whole (fixture->library, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) proof
    = bv_campaigns_read (fixture->library, id, BV_CAMPAIGN_NOMINEES | BV_CAMPAIGN_PROOF, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (proof->nominees->len, ==, whole->nominees->len);
  for (guint i = 0; i < whole->nominees->len; i++)
    assert_same_proof (g_ptr_array_index (whole->nominees, i), g_ptr_array_index (proof->nominees, i));
}

static void
test_find (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) next = store_fixture_read_next_year ();
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;
  gint64 second;

  g_assert_cmpint (bv_campaigns_find (fixture->library, NULL, &error), ==, 0);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  first = store_fixture_load_file (fixture->library, EVERY_FIELD);
  second = store_fixture_load (fixture->library, next);
  g_assert_cmpint (bv_campaigns_find (fixture->library, NULL, &error), ==, second);
  g_assert_cmpint (bv_campaigns_find (fixture->library, "moi-truong", &error), ==, first);
  g_assert_cmpint (bv_campaigns_find (fixture->library, "khac", &error), ==, 0);
  g_assert_nonnull (strstr (error->message, "khac"));
  campaigns = bv_campaigns_list (fixture->library, NULL);
  g_assert_cmpuint (campaigns->len, ==, 2);
  g_assert_cmpstr (((BvCampaign *) g_ptr_array_index (campaigns, 0))->key, ==, "nam-sau");
}

static void
test_head (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_load_file (fixture->library, EVERY_FIELD);
  g_autoptr (BvCampaign) source = store_fixture_read_file (EVERY_FIELD);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) head = bv_campaigns_read (fixture->library, id, BV_CAMPAIGN_HEAD, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (head->nominees->len, ==, 0);
  g_assert_cmpuint (head->evidence->len, ==, 0);
  g_assert_true (bv_field_equal (bv_entity_find_field (&bv_campaign_entity, "groups"), head, source));
  g_assert_true (bv_field_equal (bv_entity_find_field (&bv_campaign_entity, "quotas"), head, source));
  g_assert_null (bv_campaigns_read (fixture->library, id + 1, BV_CAMPAIGN_HEAD, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

/* Takes two campaigns of the same key in by turns. */
static gpointer
write_by_turns (gpointer data)
{
  BvLibrary *library = data;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (BvCampaign) campaign = store_fixture_read_file (EVERY_FIELD);
      g_autoptr (GError) error = NULL;

      if (i % 2 == 1)
        {
          g_ptr_array_remove_index (campaign->nominees, 0);
          g_ptr_array_remove_index (campaign->groups, 1);
          g_ptr_array_remove_index (campaign->nominees, 1);
          g_ptr_array_remove_index (campaign->quotas, 1);
          g_ptr_array_set_size (campaign->distinct, 0);
        }
      bv_campaigns_load (library, campaign, TRUE, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
read_one_state (BvLibrary *reader)
{
  g_autoptr (BvCampaign) whole = NULL;
  g_autoptr (BvContest) contest = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = bv_campaigns_find (reader, "moi-truong", NULL);

  whole = bv_campaigns_read (reader, id, BV_CAMPAIGN_WHOLE, &error);
  if (whole == NULL)
    {
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  else
    {
      g_assert_cmpuint (whole->nominees->len, ==, whole->groups->len == 2 ? 3 : 1);
      g_assert_cmpuint (whole->evidence->len, ==, 3);
    }
  contest = bv_campaigns_read_contest (reader, bv_campaigns_find (reader, NULL, NULL), 20220520, &error);
  if (contest == NULL)
    g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
  else
    g_assert_cmpuint (contest->entrants->len, ==, contest->groups->len == 2 ? 3 : 1);
}

static void
test_beside_writer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) reader = NULL;
  GThread *writer;

  store_fixture_load_file (fixture->library, EVERY_FIELD);
  reader = bv_library_open (fixture->folder, BV_LIBRARY_READ, &error);
  g_assert_no_error (error);
  writer = g_thread_new ("writer", write_by_turns, fixture->library);
  for (guint i = 0; i < 100; i++)
    read_one_state (reader);
  g_thread_join (writer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/campaigns/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("the-campaign-of-these-tests-uses-every-field", test_every_field);
  ADD ("what-is-read-equals-what-was-loaded", test_equal);
  ADD ("a-key-that-is-taken-is-refused", test_key_taken);
  ADD ("to-replace-a-campaign-is-one-action-that-can-be-undone", test_replace);
  ADD ("to-replace-a-campaign-costs-what-differs", test_replace_by_little);
  ADD ("what-was-sealed-outlives-the-replaced-campaign", test_replace_sealed);
  ADD ("two-campaigns-share-their-units", test_shared_units);
  ADD ("a-unit-says-the-same-in-all-campaigns", test_registry);
  ADD ("a-code-that-is-used-again-means-another-unit", test_reused_code);
  ADD ("a-load-takes-no-unit-away-from-another-campaign", test_narrower_validity);
  ADD ("a-load-moves-no-unit-of-another-campaign", test_other_parent);
  ADD ("an-edit-of-a-shared-unit-is-checked-for-every-campaign", test_edit_of_a_shared_unit);
  ADD ("a-load-that-fails-changes-nothing", test_failure);
  ADD ("what-is-taken-in-is-freed-and-a-failure-changes-nothing", test_take);
  ADD ("of-assessments-their-evidence-can-be-read-alone", test_proof);
  ADD ("a-campaign-is-found-by-key-or-is-the-newest", test_find);
  ADD ("the-head-of-a-campaign-has-groups-and-quotas-only", test_head);
  ADD ("a-reader-sees-one-state-while-another-is-written", test_beside_writer);
  return g_test_run ();
}
