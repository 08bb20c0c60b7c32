/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "store-fixture.h"
#include "store/inbox/handouts.h"
#include "store/inbox/receipts.h"
#include "store/journal.h"
#include "store/vault.h"
#include "store/verify.h"

#include <glib/gstdio.h>
#include <string.h>

/* The row of the campaign of the case that runs. */
static gint64 loaded;

static void
record_handouts (BvLibrary *library, gint64 campaign)
{
  g_autoptr (GPtrArray) handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_handout_free);
  g_autoptr (GError) error = NULL;
  const BvHandout file = { (char *) "SNV", (char *) "Sở Nội vụ",     1000,         BV_HANDOUT_FILE,
                           (char *) "",    (char *) "Biểu mẫu.xlsx", (char *) "aa" };
  const BvHandout mail = { (char *) "STP", (char *) "Sở Tư pháp", 1000,         BV_HANDOUT_MAIL,
                           (char *) "a@b", (char *) "Thư.eml",    (char *) "bb" };

  g_ptr_array_add (handouts, bv_handout_copy (&file));
  g_ptr_array_add (handouts, bv_handout_copy (&mail));
  g_assert_true (bv_handouts_record (library, campaign, handouts, &error));
  g_assert_no_error (error);
}

/* What an action does that takes in an answer. */
static gboolean
note_cb (BvLibrary *library, gpointer data, GError **error)
{
  return bv_receipts_note (library, loaded, data, error);
}

static void
note (BvLibrary *library, const char *unit, const char *sha256, gint64 n_refused)
{
  g_autoptr (GError) error = NULL;
  BvReceipt receipt = {
    .unit = (char *) unit,
    .name = (char *) "Sở Nội vụ",
    .received = 2000,
    .file = (char *) "Trả lời.xlsm",
    .sha256 = (char *) sha256,
    .bytes = 7,
    .container = (char *) "",
    .sender = (char *) "",
    .sent = BV_NONE,
    .n_rows = 9,
    .n_values = n_refused > 0 ? 8 : 0,
    .n_refused = n_refused,
    .remark = (char *) "",
  };

  g_assert_true (bv_journal_act (library, "Nhận", note_cb, &receipt, NULL, &error));
  g_assert_no_error (error);
}

static gint64
load (StoreFixture *fixture)
{
  loaded = store_fixture_load_file (fixture->library, EVERY_FIELD);
  return loaded;
}

/* Its evidence was never there. */
static void
assert_sound (BvLibrary *library)
{
  g_auto (GStrv) findings = bv_verify_database (library, NULL);

  g_assert_nonnull (findings);
  g_assert_cmpstr (findings[0], ==, NULL);
}

static gboolean
is_found (BvLibrary *library, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = bv_verify_library (library, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; findings[i] != NULL; i++)
    found = found || strstr (findings[i], file) != NULL;
  return found;
}

static char *
describe (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = bv_receipts_list (library, loaded, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < receipts->len; i++)
    {
      const BvReceipt *receipt = g_ptr_array_index (receipts, i);

      g_assert_cmpint (receipt->sent, ==, BV_NONE);
      g_string_append_printf (text, "%s:%d:%.2s:%d:%d ", receipt->unit != NULL ? receipt->unit : "?",
                              (int) receipt->version, receipt->sha256, (int) receipt->n_values,
                              (int) bv_receipt_count_open (receipt));
    }
  return g_string_free (text, FALSE);
}

static void
expect (BvLibrary *library, const char *expected)
{
  g_autofree char *found = describe (library);

  g_assert_cmpstr (found, ==, expected);
}

static void
undo (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_journal_undo (library, 0, NULL, &error), !=, 0);
  g_assert_no_error (error);
}

static void
test_handing_out_is_on_record_and_undone (StoreFixture *fixture, gconstpointer data)
{
  gint64 campaign = load (fixture);
  g_autofree char *before = store_fixture_dump (fixture->library, campaign);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  const BvHandout *second;

  record_handouts (fixture->library, campaign);
  after = store_fixture_dump (fixture->library, campaign);
  g_assert_cmpstr (before, ==, after);
  listed = bv_handouts_list (fixture->library, campaign, NULL);
  g_assert_cmpuint (listed->len, ==, 2);
  second = g_ptr_array_index (listed, 1);
  g_assert_cmpstr (second->unit, ==, "STP");
  g_assert_cmpint (second->way, ==, BV_HANDOUT_MAIL);
  g_assert_cmpstr (second->form, ==, "bb");
  undo (fixture->library);
  g_assert_cmpint (store_fixture_count (fixture->library, "SELECT count (*) FROM handout"), ==, 0);
  assert_sound (fixture->library);
}

static void
test_a_unit_counts_its_versions_and_the_same_content_is_one (StoreFixture *fixture, gconstpointer data)
{
  load (fixture);
  note (fixture->library, "SNV", "aa", 2);
  note (fixture->library, "SNV", "bb", 1);
  note (fixture->library, "STP", "aa", 0);
  note (fixture->library, NULL, "cc", 0);
  expect (fixture->library, "?:1:cc:0:0 SNV:2:bb:8:1 SNV:1:aa:8:2 STP:1:aa:0:0 ");
  note (fixture->library, "SNV", "aa", 0);
  expect (fixture->library, "?:1:cc:0:0 SNV:2:bb:8:1 SNV:1:aa:8:0 STP:1:aa:0:0 ");
  undo (fixture->library);
  expect (fixture->library, "?:1:cc:0:0 SNV:2:bb:8:1 SNV:1:aa:8:2 STP:1:aa:0:0 ");
  assert_sound (fixture->library);
}

static void
test_what_is_discarded_waits_for_nobody_and_can_be_taken_up_again (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GError) error = NULL;

  load (fixture);
  note (fixture->library, "SNV", "aa", 2);
  receipts = bv_receipts_list (fixture->library, loaded, &error);
  g_assert_true (
    bv_receipts_set_state (fixture->library, g_ptr_array_index (receipts, 0), BV_RECEIPT_DISCARDED, &error));
  g_assert_no_error (error);
  expect (fixture->library, "SNV:1:aa:8:0 ");
  undo (fixture->library);
  expect (fixture->library, "SNV:1:aa:8:2 ");
}

/* A workbook with macros may be no evidence, but it is what a unit sent. */
static void
test_the_original_is_a_source_and_verify_finds_it (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Trả lời.xlsm", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) item = NULL;
  g_autofree char *kept = NULL;

  load (fixture);
  g_assert_true (g_file_set_contents (path, "PK\3\4xl", -1, NULL));
  item = bv_vault_add (fixture->folder, file, NULL, &error);
  g_assert_no_error (error);
  note (fixture->library, "SNV", item->sha256, 0);
  g_assert_false (is_found (fixture->library, "Trả lời.xlsm"));
  kept = bv_vault_get_path (fixture->folder, item->sha256, item->file);
  g_assert_cmpint (g_unlink (kept), ==, 0);
  g_assert_true (is_found (fixture->library, "Trả lời.xlsm"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (StoreFixture *fixture, gconstpointer data);
  } cases[] = {
    { "/inbox/handing-out-is-on-record-and-undone", test_handing_out_is_on_record_and_undone },
    { "/inbox/a-unit-counts-its-versions-and-the-same-content-is-one",
      test_a_unit_counts_its_versions_and_the_same_content_is_one },
    { "/inbox/what-is-discarded-waits-for-nobody-and-can-be-taken-up-again",
      test_what_is_discarded_waits_for_nobody_and_can_be_taken_up_again },
    { "/inbox/the-original-is-a-source-and-verify-finds-it",
      test_the_original_is_a_source_and_verify_finds_it },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, StoreFixture, NULL, store_fixture_set_up, cases[i].test,
                store_fixture_tear_down);
  return g_test_run ();
}
