/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/handover-fixture.h"
#include "exchange/proposal-files.h"
#include "scratch-folder.h"
#include "store/campaigns.h"

#include <glib/gstdio.h>

/* So long Windows lets the path of a folder be without more ado. */
#define PARENT_LENGTH 235

static void
set_up (HandoverFixture *fixture, gconstpointer data)
{
  handover_fixture_set_up (fixture, "Hồ sơ.xlsx");
}

static void
tear_down (HandoverFixture *fixture, gconstpointer data)
{
  handover_fixture_tear_down (fixture);
}

static BvProposalFiles *
write_files_in (HandoverFixture *fixture, const char *parent)
{
  const BvProposalFilesRequest request
    = { { fixture->campaign, HANDOVER_DATE, TRUE, NULL }, BV_PAPER_SET (BV_PAPER_RANKING), parent };
  g_autoptr (GError) error = NULL;
  BvProposalFiles *files = bv_proposal_files_new (fixture->library, &request, NULL, &error);

  g_assert_no_error (error);
  return files;
}

static BvProposalFiles *
write_files (HandoverFixture *fixture)
{
  return write_files_in (fixture, fixture->outside);
}

/* On a shared disk colleagues read what is handed over. */
static void
test_mode (HandoverFixture *fixture, gconstpointer data)
{
  g_autoptr (BvProposalFiles) files = write_files (fixture);
  g_autofree char *usual = g_build_filename (fixture->outside, "usual", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf expected, found;

  g_assert_true (bv_proposal_files_publish (files, fixture->library, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (usual, 0777), ==, 0);
  g_assert_cmpint (g_stat (usual, &expected), ==, 0);
  g_assert_cmpint (g_stat (files->folder, &found), ==, 0);
  g_assert_cmpuint (found.st_mode, ==, expected.st_mode);
}

static void
test_not_published (HandoverFixture *fixture, gconstpointer data)
{
  bv_proposal_files_free (write_files (fixture));
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 0);
}

/* What is made in @parent has a longer path than most of Windows takes. */
static void
test_deep (HandoverFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (PARENT_LENGTH - g_utf8_strlen (fixture->outside, -1) - 1, 'a');
  g_autofree char *parent = g_build_filename (fixture->outside, name, NULL);
  g_autoptr (BvProposalFiles) files = NULL;
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "a", "b");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
  files = write_files_in (fixture, parent);
  bv_proposal_files_attach (files, mail);
  g_assert_true (bv_mail_write (mail, fixture->path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (files->folder, parent));
  g_clear_pointer (&files, bv_proposal_files_free);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 1);
}

static void
test_suggested (void)
{
  /* The short title, and the file that is suggested. */
  static const char *const cases[][2] = {
    { "PAPI 2021", "Đề nghị khen thưởng PAPI 2021.xlsx" },
    { "PAPI 2021/2022", "Đề nghị khen thưởng PAPI 2021-2022.xlsx" },
    { "Đợt 1: \"lúa\"", "Đề nghị khen thưởng Đợt 1_ _lúa_.xlsx" },
    { "a\nb", "Đề nghị khen thưởng a_b.xlsx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvCampaign) campaign = bv_record_new (&bv_campaign_entity);
      g_autofree char *name = NULL;

      g_free (campaign->short_name);
      campaign->short_name = g_strdup (cases[i][0]);
      name = bv_export_suggest_name (campaign, FALSE);
      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/proposal-files/" name, HandoverFixture, NULL, set_up, func, tear_down)
  ADD ("their-folder-is-for-whom-new-folders-are", test_mode);
  ADD ("a-folder-with-a-long-path-holds-them", test_deep);
  ADD ("what-is-not-published-leaves-nothing", test_not_published);
  g_test_add_func ("/proposal-files/any-title-makes-a-safe-name", test_suggested);
  return g_test_run ();
}
