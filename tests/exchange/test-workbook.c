/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "exchange/export.h"
#include "exchange/interchange/interchange.h"
#include "exchange/sheet/score-table.h"
#include "exchange/workbook/workbook-text.h"
#include "file-limit.h"
#include "scratch-folder.h"
#include "store/campaigns.h"
#include "store/proposals.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATE 20220520
#define SKIPPED 77
#define OLD_WORKBOOK "the workbook of yesterday"

typedef struct
{
  char *folder;
  char *temporary;
  char *path;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("workbook-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->temporary = g_build_filename (fixture->folder, "tmp", NULL);
  fixture->path = g_build_filename (fixture->folder, "Đề nghị khen thưởng.xlsx", NULL);
  g_assert_cmpint (g_mkdir (fixture->temporary, 0700), ==, 0);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->temporary);
  g_free (fixture->path);
}

/* Runs a script of the tests with arguments that end in NULL. Returns its exit status; SKIPPED where there is
 * nothing to run it with. */
static int
run_script (const char *room, const char *script, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, room, script, NULL);
  g_autoptr (GError) error = NULL;
  const char *python = g_getenv ("BANGVANG_PYTHON");
  const char *argument;
  int status = 0;
  va_list list;

  if (python == NULL)
    return SKIPPED;
  g_ptr_array_add (arguments, (char *) python);
  g_ptr_array_add (arguments, path);
  va_start (list, script);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, &error))
    return 0;
  return error->domain == G_SPAWN_EXIT_ERROR ? error->code : -1;
}

static void
assert_checked (int status)
{
  if (status == SKIPPED)
    g_test_skip ("Python or LibreOffice is not there");
  else
    g_assert_cmpint (status, ==, 0);
}

static void
write_workbook (Fixture *fixture, const BvProposal *proposal)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written
    = bv_workbook_write (proposal, fixture->path, fixture->temporary, NULL, NULL, &error);

  g_assert_no_error (error);
  bv_whole_file_finish (written, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scratch_folder_count (fixture->temporary), ==, 0);
}

/* Hand-made proposals */

/* Collectives compete among themselves, and with individuals for another quota: two lanes, and both sheets.
 */
static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria,reports,women,no-office,votes");

  fixture_set (campaign, "title", "Phong trào");
  fixture_set (campaign, "issuer.organ", "SỞ NỘI VỤ");
  fixture_add_group (
    campaign,
    "so kind=collective bonus_cap=2.00 classes=Tốt:95.00,=1+1:94.12,Khá:90.00 | 1 title=Một kind=points max=60.00"
    " tie_breaker=1 | 2 title=Hai kind=points max=30.00"
    " | + title=Cộng kind=bonus max=5.00 | - title=Trừ kind=deduction max=5.00");
  fixture_add_group (campaign, "nguoi kind=individual | 1 title=Một kind=points max=50.00 tie_breaker=2"
                               " | 2 title=Hai kind=points max=50.00 tie_breaker=1");
  fixture_add_quota (campaign, "tap-the name=Tập-thể kind=collective groups=so count=2");
  fixture_add_quota (campaign, "chung name=Chung kind=either groups=so,nguoi count=5");
  return campaign;
}

static void
add_random_entrant (BvContest *contest, BvCampaign *whole, GRand *random, guint number)
{
  gboolean person = number % 3 == 0;
  g_autofree char *nominee = g_strdup_printf ("e%u group=%s", number, person ? "nguoi" : "so");
  g_autofree char *line = g_strdup_printf (
    "e%u %s 1=%d.00 2=%d.50 %s women=%d votes=%d/11%s%s", number, person ? "nguoi" : "so",
    g_rand_int_range (random, 20, 24), g_rand_int_range (random, 10, 13), person ? "" : "+=1.50 -=0.25",
    g_rand_int_range (random, 60, 80), g_rand_int_range (random, 5, 11), number % 7 == 0 ? " withdrawn" : "",
    number % 5 == 0 ? " 2:state=not-assigned" : "");
  g_auto (GStrv) words = g_strsplit (line, "  ", -1);
  g_autofree char *tidy = g_strjoinv (" ", words);

  fixture_add_entrant (contest, tidy);
  fixture_add_nominee (whole, nominee);
}

static BvProposal *
make_proposal (BvCampaign *whole, guint n_entrants)
{
  BvContest *contest = bv_contest_new (make_campaign (), DATE);
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 1; i <= n_entrants; i++)
    add_random_entrant (contest, whole, random, i);
  g_rand_free (random);
  return bv_proposal_new (contest, whole);
}

static void
test_keys_give_the_ranks (Fixture *fixture, gconstpointer data)
{
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = make_proposal (whole, 60);
  g_autoptr (BvScoreKeys) keys = bv_score_keys_new (proposal);

  for (guint i = 0; i < keys->scopes->len; i++)
    {
      const BvRanking *scope = g_ptr_array_index (keys->scopes, i);

      g_assert_cmpuint (scope->entries->len, >, 0);
      for (guint k = 0; k < scope->entries->len; k++)
        {
          const BvRankingEntry *entry = bv_ranking_entry (scope, k);

          g_assert_cmpint (bv_score_keys_get_rank (keys, entry->entrant, keys->lanes[i], keys->steps->len),
                           ==, entry->rank);
        }
    }
}

static void
test_many_rows (Fixture *fixture, gconstpointer data)
{
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = make_proposal (whole, BV_LIVE_ROWS_MAX * 3 / 2 + 3);
  BvScoreTables tables;

  bv_score_tables_init (&tables, proposal);
  g_assert_cmpuint (tables.tables[BV_GROUP_COLLECTIVE].entrants->len, >, BV_LIVE_ROWS_MAX);
  g_assert_false (tables.tables[BV_GROUP_COLLECTIVE].live_ranks);
  g_assert_false (tables.tables[BV_GROUP_INDIVIDUAL].live_ranks);
  bv_score_tables_clear (&tables);
  write_workbook (fixture, proposal);
  assert_checked (run_script ("exchange", "check-workbook.py", fixture->path, NULL));
}

static void
test_seal (Fixture *fixture, gconstpointer data)
{
  static const char seal[] = "bc2130c30beee471e9b468983e9f28695c4805cd44e12ba18f22e982fbd7717e";
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = make_proposal (whole, 9);

  proposal->seal = g_strdup (seal);
  write_workbook (fixture, proposal);
  assert_checked (run_script ("exchange", "check-workbook.py", "--seal", seal, fixture->path, NULL));
}

/* A formula, more than a cell holds, more than a row can show. */
static void
test_awkward_texts (Fixture *fixture, gconstpointer data)
{
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = NULL;
  g_autofree char *letters = g_strnfill (40000, 'a');
  g_autofree char *lines = NULL;
  const char *texts[] = { "=HYPERLINK(\"http://a\")", "+1", "-1", "@a", letters, NULL };

  lines = g_strjoinv ("\nĐạt thành tích ", (char **) texts);
  fixture_set (whole, "title", "=1+1");
  fixture_set (whole, "issuer.organ", "@SUM(A1)");
  proposal = make_proposal (whole, 9);
  for (guint i = 0; i < whole->nominees->len; i++)
    fixture_set_text (&((BvNominee *) g_ptr_array_index (whole->nominees, i))->summary,
                      i < G_N_ELEMENTS (texts) - 1 ? texts[i] : lines);
  write_workbook (fixture, proposal);
  assert_checked (run_script ("exchange", "check-workbook.py", fixture->path, NULL));
}

static void
test_empty_campaign (Fixture *fixture, gconstpointer data)
{
  BvCampaign *whole = fixture_campaign_new (NULL);
  BvContest *contest = bv_contest_new (fixture_campaign_new (NULL), DATE);
  g_autoptr (BvProposal) proposal = NULL;

  fixture_set (whole, "title", "Chưa có gì");
  fixture_set (whole, "issuer.organ", "SỞ NỘI VỤ");
  proposal = bv_proposal_new (contest, whole);
  write_workbook (fixture, proposal);
  assert_checked (run_script ("exchange", "check-workbook.py", fixture->path, NULL));
}

/* Computed by LibreOffice: it starts once, for the workbooks of all cases, before the first of them. */

static const char *const seeds[] = { "4", "6", "12" };
static Fixture office;
static int office_status;

static char *
office_file (const char *name, const char *extension)
{
  return g_strconcat (office.folder, G_DIR_SEPARATOR_S, name, extension, NULL);
}

static void
office_write (const char *name, const BvProposal *proposal)
{
  g_free (office.path);
  office.path = office_file (name, ".xlsx");
  write_workbook (&office, proposal);
}

static void
office_write_mixed_pool (void)
{
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = make_proposal (whole, 40);
  BvScoreTables tables;

  bv_score_tables_init (&tables, proposal);
  g_assert_true (tables.mixed);
  g_assert_cmpuint (tables.keys->n_lanes, ==, 2);
  bv_score_tables_clear (&tables);
  office_write ("mixed", proposal);
}

static BvProposal *
read_proposal (const char *folder, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) notices = NULL;
  g_autoptr (BvCampaign) campaign = bv_interchange_read_file (json, &notices, &error);
  g_autoptr (BvLibrary) library = NULL;
  BvProposal *proposal;
  gint64 row;

  g_assert_no_error (error);
  library = bv_library_open (folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  row = bv_campaigns_load (library, campaign, FALSE, &error);
  g_assert_no_error (error);
  proposal = bv_proposals_read (library, row, DATE, &error);
  g_assert_no_error (error);
  return proposal;
}

/* Campaigns of the reference. */
static int
office_write_random_campaign (const char *seed)
{
  g_autofree char *json = office_file (seed, ".json");
  g_autofree char *folder = office_file (seed, "");
  g_autoptr (BvProposal) proposal = NULL;
  int status
    = run_script ("reference", "random_campaign.py", "--seed", seed, "--nominees", "60", "-o", json, NULL);

  if (status != 0)
    return status;
  proposal = read_proposal (folder, json);
  office_write (seed, proposal);
  return 0;
}

static void
office_begin (void)
{
  if (office.folder != NULL)
    return;
  fixture_set_up (&office, NULL);
  office_write_mixed_pool ();
  for (guint i = 0; i < G_N_ELEMENTS (seeds) && office_status == 0; i++)
    office_status = office_write_random_campaign (seeds[i]);
  if (office_status == 0)
    office_status = run_script ("exchange", "check-workbook.py", "--recalculate", office.folder, NULL);
}

/* Where LibreOffice is not there, all else about the workbook is checked. */
static void
test_recalculated (gconstpointer name)
{
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;
  const char *option;
  int status;

  office_begin ();
  path = office_file (name, ".xlsx");
  json = office_file (name, ".json");
  option = office_status == 0 ? "--recalculated" : NULL;
  if (g_file_test (json, G_FILE_TEST_EXISTS))
    status = run_script ("exchange", "check-workbook.py", path, "--campaign", json, "--date", "2022-05-20",
                         option, NULL);
  else
    status = run_script ("exchange", "check-workbook.py", path, option, NULL);
  assert_checked (status == 0 ? office_status : status);
}

/* What can go wrong */

static void
keep_old_workbook (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, OLD_WORKBOOK, -1, &error);
  g_assert_no_error (error);
}

/* The folder holds the old workbook, the folder for temporary files, and nothing else. */
static void
assert_old_workbook (Fixture *fixture)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, OLD_WORKBOOK);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 2);
  g_assert_cmpuint (scratch_folder_count (fixture->temporary), ==, 0);
}

static void
cancel_at (double fraction, gpointer data)
{
  gpointer *both = data;

  if (fraction >= *(const double *) both[0])
    g_cancellable_cancel (both[1]);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  static const double moments[] = { 0.01, 0.5, 0.95 };
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = make_proposal (whole, 600);

  keep_old_workbook (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      gpointer both[] = { (gpointer) &moments[i], cancellable };
      const BvProgress progress = BV_PROGRESS_INIT (cancel_at, both, cancellable);

      g_assert_null (
        bv_workbook_write (proposal, fixture->path, fixture->temporary, &progress, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_old_workbook (fixture);
    }
}

static void
test_missing_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "a.xlsx", NULL);
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = make_proposal (whole, 9);
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_workbook_write (proposal, path, fixture->temporary, NULL, NULL, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
}

static void
write_with_limit (guint limit)
{
  Fixture fixture;
  BvCampaign *whole = make_campaign ();
  g_autoptr (BvProposal) proposal = make_proposal (whole, 600);
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture, NULL);
  keep_old_workbook (&fixture);
  file_limit_set (limit);
  g_assert_null (bv_workbook_write (proposal, fixture.path, fixture.temporary, NULL, NULL, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture.path));
  assert_old_workbook (&fixture);
  fixture_tear_down (&fixture, NULL);
}

/* So small that the packed workbook does not fit; so large that only a part does not, which the library does
 * not notice. */
static void
test_full_disk (gconstpointer data)
{
  if (g_test_subprocess ())
    {
      write_with_limit (GPOINTER_TO_UINT (data));
      return;
    }
  if (!file_limit_is_there ())
    {
      g_test_skip (FILE_LIMIT_MISSING);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*workbook_close*");
}

/* Heights */

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double width;
    guint lines;
  } cases[] = {
    { "", 100, 1 },
    { "Sở Y tế", 100, 1 },
    { "Sở Y tế\nSở Nội vụ", 100, 2 },
    { "Ủy ban nhân dân thành phố Long Xuyên", 100, 3 },
    { "Ủy ban nhân dân thành phố Long Xuyên", 400, 1 },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 100, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (bv_workbook_text_count_lines (cases[i].text, cases[i].width, 13, FALSE), ==,
                      cases[i].lines);
}

static void
test_marks_take_no_width (void)
{
  g_assert_cmpfloat (bv_workbook_text_measure_width ("Ế", 12, FALSE), ==,
                     bv_workbook_text_measure_width ("E", 12, FALSE));
  g_assert_cmpfloat (bv_workbook_text_measure_width ("E\xcc\x82\xcc\x81", 12, TRUE), ==,
                     bv_workbook_text_measure_width ("Ế", 12, TRUE));
  g_assert_cmpfloat (bv_workbook_text_measure_width ("Huy", 12, TRUE), >,
                     bv_workbook_text_measure_width ("Huy", 12, FALSE));
}

#define ADD(name, data, test) \
  g_test_add ("/workbook/" name, Fixture, data, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/text-wraps-at-spaces-and-inside-long-words", test_lines);
  g_test_add_func ("/workbook/marks-take-no-width", test_marks_take_no_width);
  ADD ("integer-keys-give-the-application's-ranks", NULL, test_keys_give_the_ranks);
  ADD ("an-empty-campaign-makes-a-workbook-too", NULL, test_empty_campaign);
  ADD ("a-sealed-workbook-carries-its-seal", NULL, test_seal);
  ADD ("text-from-outside-stays-text-and-fits", NULL, test_awkward_texts);
  ADD ("above-three-thousand-rows-ranks-are-values", NULL, test_many_rows);
  g_test_add_data_func ("/workbook/collectives-and-individuals-of-one-pool-rank-together", "mixed",
                        test_recalculated);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *name
        = g_strconcat ("/workbook/a-random-campaign-recalculates-to-the-rules/", seeds[i], NULL);

      g_test_add_data_func (name, seeds[i], test_recalculated);
    }
  ADD ("cancelled-is-as-if-never-begun", NULL, test_cancelled);
  ADD ("a-missing-folder-is-named", NULL, test_missing_folder);
  g_test_add_data_func ("/workbook/a-full-disk-leaves-the-old-workbook-whole", GUINT_TO_POINTER (20000),
                        test_full_disk);
  g_test_add_data_func ("/workbook/a-part-cut-short-by-a-full-disk-is-noticed", GUINT_TO_POINTER (150000),
                        test_full_disk);
  status = g_test_run ();
  if (office.folder != NULL)
    fixture_tear_down (&office, NULL);
  return status;
}
