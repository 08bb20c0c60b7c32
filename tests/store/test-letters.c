/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/campaigns.h"
#include "store/journal.h"
#include "store/letters.h"

static void
add_record (GPtrArray *records, const char *unit, const char *name, gint64 written, gint64 n_items)
{
  const BvLetterRecord record = {
    (char *) unit, (char *) name,     written, (char *) "vanthu@donvi.example", (char *) "Đề nghị bổ sung",
    n_items,       (char *) "Thư.eml"
  };

  g_ptr_array_add (records, bv_letter_record_copy (&record));
}

/* Two letters, then one of them again; the registry has the Sở Tư pháp behind the Sở Nội vụ. */
static void
record_two_times (StoreFixture *fixture, gint64 campaign)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_letter_record_free);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_letter_record_free);
  g_autoptr (GError) error = NULL;

  add_record (first, "STP", "Sở Tư pháp", 1000, 3);
  add_record (first, "GONE", "Sở đã giải thể", 1000, 1);
  add_record (first, "SNV", "Sở Nội vụ", 1000, 5);
  g_assert_true (bv_letters_record (fixture->library, campaign, first, &error));
  g_assert_no_error (error);
  add_record (second, "STP", "Sở Tư pháp", 2000, 2);
  g_assert_true (bv_letters_record (fixture->library, campaign, second, &error));
  g_assert_no_error (error);
}

static char *
join_and_free (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const BvLetterRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (text, "%s%s:%d:%d", i > 0 ? " " : "", record->unit, (int) record->written,
                              (int) record->n_items);
    }
  g_ptr_array_unref (records);
  return g_string_free (text, FALSE);
}

static char *
list_all (StoreFixture *fixture, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = bv_letters_list (fixture->library, campaign, &error);

  g_assert_no_error (error);
  return join_and_free (records);
}

static void
test_all_are_listed_newest_first (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  g_autofree char *list = NULL;

  record_two_times (fixture, campaign);
  list = list_all (fixture, campaign);
  g_assert_cmpstr (list, ==, "STP:2000:2 SNV:1000:5 STP:1000:3 GONE:1000:1");
}

static void
test_the_last_of_each_unit_is_listed (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  record_two_times (fixture, campaign);
  list = join_and_free (bv_letters_list_last (fixture->library, campaign, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (list, ==, "SNV:1000:5 STP:2000:2 GONE:1000:1");
}

static void
test_every_value_is_kept (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const BvLetterRecord *record;

  record_two_times (fixture, campaign);
  records = bv_letters_list (fixture->library, campaign, &error);
  g_assert_no_error (error);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->name, ==, "Sở Tư pháp");
  g_assert_cmpstr (record->address, ==, "vanthu@donvi.example");
  g_assert_cmpstr (record->subject, ==, "Đề nghị bổ sung");
  g_assert_cmpstr (record->file, ==, "Thư.eml");
}

static void
test_they_are_one_action (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autofree char *undone = NULL;

  record_two_times (fixture, campaign);
  actions = bv_journal_list (fixture->library, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (actions->len, ==, 3);
  g_assert_cmpstr (((BvAction *) g_ptr_array_index (actions, 1))->label, ==, "Write 3 letters");
  g_assert_cmpint (((BvAction *) g_ptr_array_index (actions, 1))->rows, ==, 3);
  g_assert_cmpint (bv_journal_undo (fixture->library, 2, NULL, &error), !=, 0);
  g_assert_no_error (error);
  undone = list_all (fixture, campaign);
  g_assert_cmpstr (undone, ==, "STP:2000:2");
}

static void
test_they_stay_with_a_campaign_that_is_loaded_again (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  g_autoptr (BvCampaign) again = store_fixture_read_file (DEMO);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 replaced;

  record_two_times (fixture, campaign);
  before = list_all (fixture, campaign);
  replaced = bv_campaigns_load (fixture->library, again, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (replaced, ==, campaign);
  after = list_all (fixture, replaced);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_clean (fixture->library);
}

static void
test_other_campaigns_have_their_own (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = store_fixture_load_file (fixture->library, DEMO);
  gint64 other = store_fixture_load_file (fixture->library, EVERY_FIELD);
  g_autofree char *list = NULL;

  record_two_times (fixture, campaign);
  list = list_all (fixture, other);
  g_assert_cmpstr (list, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/letters/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("all-are-listed-newest-first-in-the-order-of-the-registry", test_all_are_listed_newest_first);
  ADD ("the-last-of-each-unit-is-listed", test_the_last_of_each_unit_is_listed);
  ADD ("every-value-is-kept", test_every_value_is_kept);
  ADD ("they-are-one-action-that-can-be-undone", test_they_are_one_action);
  ADD ("they-stay-with-a-campaign-that-is-loaded-again", test_they_stay_with_a_campaign_that_is_loaded_again);
  ADD ("other-campaigns-have-their-own", test_other_campaigns_have_their_own);
  return g_test_run ();
}
