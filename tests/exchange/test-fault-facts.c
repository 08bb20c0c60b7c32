/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/nominee.h"
#include "core/unit.h"
#include "exchange/fault-facts.h"
#include "exchange/shipped/demo.h"
#include "scratch-folder.h"
#include "store/campaigns.h"
#include "store/edit.h"
#include "store/journal.h"

#include <string.h>

typedef struct
{
  char *folder;
  BvLibrary *library;
  BvCampaign *campaign;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  fixture->folder = g_dir_make_tmp ("bangvang-fault-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = bv_library_open (fixture->folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  id = bv_demo_create (fixture->library, NULL, &error);
  g_assert_no_error (error);
  fixture->campaign = bv_campaigns_read (fixture->library, id, BV_CAMPAIGN_WHOLE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_record_free (fixture->campaign);
  g_clear_pointer (&fixture->library, bv_library_close);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

/* Each action has a label that names a nominee. */
static void
edit (Fixture *fixture)
{
  for (guint i = 0; i < 10; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (fixture->campaign->nominees, i);
      g_autoptr (GError) error = NULL;
      BvNominee *edited = bv_edit_read (fixture->library, &bv_nominee_entity, nominee->record.id, &error);

      g_assert_no_error (error);
      g_free (edited->summary);
      edited->summary = g_strdup ("Có nhiều đổi mới");
      bv_edit_update (fixture->library, fixture->campaign->record.id, edited, &error);
      bv_record_free (edited);
      g_assert_no_error (error);
    }
}

static void
assert_lacks (const char *text, const char *name)
{
  if (name != NULL && *name != '\0' && strstr (text, name) != NULL)
    g_error ("“%s” stands in:\n%s", name, text);
}

/* Everybody and everything of the demonstration that has a name. */
static void
assert_names_nobody (const Fixture *fixture, const char *text)
{
  for (guint i = 0; i < fixture->campaign->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (fixture->campaign->nominees, i);

      assert_lacks (text, bv_record_key (nominee));
      assert_lacks (text, nominee->person != NULL ? nominee->person->name : NULL);
    }
  for (guint i = 0; i < fixture->campaign->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (fixture->campaign->units, i);

      assert_lacks (text, unit->name);
      assert_lacks (text, unit->email);
      assert_lacks (text, unit->contact);
    }
  for (guint i = 0; i < fixture->campaign->evidence->len; i++)
    {
      const BvEvidence *evidence = g_ptr_array_index (fixture->campaign->evidence, i);

      assert_lacks (text, evidence->file);
      assert_lacks (text, evidence->title);
    }
  assert_lacks (text, g_get_home_dir ());
  assert_lacks (text, fixture->folder);
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvFaultReport) report = NULL;
  g_autofree char *text = NULL;

  edit (fixture);
  g_assert_cmpint (bv_journal_undo (fixture->library, 0, NULL, NULL), >, 0);
  report = bv_fault_facts_collect (fixture->library, NULL);
  text = bv_fault_report_write (report);
  g_assert_null (report->library_error);
  g_assert_cmpuint (report->actions->len, ==, 12);
  g_assert_cmpuint (report->libraries->len, >=, 7);
  assert_names_nobody (fixture, text);
}

static char *
tell (const Fixture *fixture, const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "@", -1);
  g_autofree char *message = g_strjoinv (name, parts);

  return bv_fault_facts_tell_error (fixture->library, message);
}

/* However a message comes to have a name in it. */
static void
assert_hidden (const Fixture *fixture, const char *name)
{
  static const char *const formats[] = {
    "@: no such nominee", "of @ nothing is known", "“@”: wrong",
    "/srv/@/@.pdf: gone", "@.pdf: gone",           "action 3 (Edit: @ · 2.1) stands under a later change"
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = tell (fixture, formats[i], name);

      assert_lacks (text, name);
    }
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->campaign->nominees->len; i += 20)
    {
      const BvNominee *nominee = g_ptr_array_index (fixture->campaign->nominees, i);

      assert_hidden (fixture, bv_record_key (nominee));
      if (nominee->person != NULL)
        assert_hidden (fixture, nominee->person->name);
    }
  for (guint i = 0; i < fixture->campaign->units->len; i += 20)
    assert_hidden (fixture, ((BvUnit *) g_ptr_array_index (fixture->campaign->units, i))->name);
  for (guint i = 0; i < fixture->campaign->evidence->len; i++)
    assert_hidden (fixture, ((BvEvidence *) g_ptr_array_index (fixture->campaign->evidence, i))->file);
  assert_hidden (fixture, g_get_user_name ());
  assert_hidden (fixture, fixture->folder);
}

static void
test_home (Fixture *fixture, gconstpointer data)
{
  g_autofree char *message = g_build_filename (g_get_home_dir (), "Tài liệu", "Lan.pdf: gone", NULL);
  g_autofree char *text = bv_fault_facts_tell_error (fixture->library, message);

  g_assert_cmpstr (text, ==, "~/…/*.pdf: gone");
}

/* Then the report is wanted most. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = bv_library_get_path (fixture->library, "bangvang.db");
  g_autoptr (GError) cause = NULL;
  g_autoptr (BvFaultReport) report = NULL;
  g_autofree char *text = NULL;
  BvLibrary *damaged;

  g_clear_pointer (&fixture->library, bv_library_close);
  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  damaged = bv_library_open (fixture->folder, BV_LIBRARY_READ, &cause);
  g_assert_null (damaged);
  report = bv_fault_facts_collect (NULL, cause);
  g_assert_nonnull (report->library_error);
  text = bv_fault_report_write (report);
  assert_names_nobody (fixture, text);
  g_assert_nonnull (strstr (text, BV_VERSION));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/fault-facts/a-report-names-nobody", test_report);
  ADD ("/fault-facts/an-error-names-nobody-of-the-library", test_errors);
  ADD ("/fault-facts/of-a-path-only-home-and-ending-are-told", test_home);
  ADD ("/fault-facts/a-library-that-cannot-be-opened-has-a-report-too", test_damaged);
  return g_test_run ();
}
