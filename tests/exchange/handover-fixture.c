/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/handover-fixture.h"

#include "core/contest-fixture.h"
#include "scratch-folder.h"
#include "store/campaigns.h"
#include "store/journal.h"

#include <glib/gstdio.h>

#define OLD_CONTENT "what was handed over yesterday"

static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);

  fixture_set (campaign, "title", "Phong trào");
  fixture_set (fixture_add_unit (campaign, "SYT", NULL), "name", "Sở Y tế");
  fixture_set (fixture_add_group (campaign, "so kind=collective | 1 kind=points max=100.00 title=Việc"),
               "name", "Sở");
  fixture_add_quota (campaign, "q name=Chung kind=collective groups=so count=1");
  fixture_add_nominee (campaign, "a group=so unit=SYT");
  return campaign;
}

void
handover_fixture_set_up (HandoverFixture *fixture, const char *name)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("handover-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library_folder = g_build_filename (fixture->folder, "library", NULL);
  fixture->outside = g_build_filename (fixture->folder, "outside", NULL);
  fixture->path = g_build_filename (fixture->outside, name, NULL);
  g_assert_cmpint (g_mkdir (fixture->outside, 0700), ==, 0);
  fixture->library = bv_library_open (fixture->library_folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  fixture->campaign = bv_campaigns_load (fixture->library, campaign, FALSE, &error);
  g_assert_no_error (error);
}

void
handover_fixture_tear_down (HandoverFixture *fixture)
{
  bv_library_close (fixture->library);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->library_folder);
  g_free (fixture->outside);
  g_free (fixture->path);
}

guint
handover_fixture_count_actions (HandoverFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = bv_journal_list (fixture->library, 0, &error);

  g_assert_no_error (error);
  return actions->len;
}

void
handover_fixture_keep_old (HandoverFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, OLD_CONTENT, -1, &error);
  g_assert_no_error (error);
}

void
handover_fixture_check_old (HandoverFixture *fixture)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, OLD_CONTENT);
  g_assert_cmpuint (scratch_folder_count (fixture->outside), ==, 1);
}
