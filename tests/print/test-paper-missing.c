/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "core/proposal.h"
#include "document-text.h"
#include "print/paper-missing.h"
#include "print/paper.h"

#include <string.h>

/* A campaign beside the contest that packs it: both say the same. */
typedef struct
{
  BvCampaign *campaign;
  BvProposal *proposal;
} Fixture;

static void
add_unit (BvCampaign *campaign, const char *code, const char *name)
{
  fixture_set_text (&fixture_add_unit (campaign, code, NULL)->name, name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);
  BvContest *contest;

  fixture_set_text (&campaign->short_name, "PAPI 2021");
  add_unit (campaign, "SYT", "Sở Y tế");
  add_unit (campaign, "STP", "Sở Tư pháp");
  add_unit (campaign, "SXD", "Sở Xây dựng");
  fixture_add_group (campaign, "so kind=collective | 1 kind=points max=50.00 title=Một evidence=2 | "
                               "2 kind=reports max=50.00 title=Hai due=2021-09-30");
  fixture_add_nominee (campaign, "a group=so unit=SYT");
  fixture_add_nominee (campaign, "b group=so unit=STP");
  fixture_add_nominee (campaign, "c group=so unit=SXD");
  contest = bv_contest_new (bv_record_copy (campaign), FIXTURE_DATE);
  fixture_add_entrants (contest, data != NULL ? data
                                              : "a so | b so 1=9.00 1:explained=x | c so "
                                                "1=9.00 1:explained=x 2:state=not-assigned");
  fixture_place_entrants (contest, campaign);
  fixture->campaign = campaign;
  fixture->proposal = bv_proposal_new (contest, campaign);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_proposal_free (fixture->proposal);
}

static BvDocument *
compose (const Fixture *fixture, const BvPaperScope *scope)
{
  g_autoptr (GError) error = NULL;
  BvDocument *document = bv_paper_compose (BV_PAPER_MISSING, fixture->proposal, scope, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_section (const BvDocument *document, guint index, const char *expected)
{
  g_autofree char *text = document_text_read_section (document, index);

  g_assert_cmpuint (document->sections->len, >, index);
  g_assert_cmpstr (text, ==, expected);
}

#define OFFICE                                                                       \
  "HỒ SƠ CÒN THIẾU\nSở Y tế\n(PAPI 2021, tính đến ngày 20/05/2022)\n" \
  "TT | Trường hợp | Tiêu chí | Còn thiếu\n"                               \
  "1 | a | 1. Một | Chưa tự chấm\nThiếu 02/02 tài liệu minh chứng\n"   \
  "2 | a | 2. Hai | Báo cáo đợt 30/09/2021 chưa nhận được\n"             \
  "Danh sách này có 03 nội dung của 01 trường hợp.\n"

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  BvPaperScope scope = { 0 };
  g_autoptr (BvDocument) document = compose (fixture, &scope);

  g_assert_cmpuint (document->sections->len, ==, 3);
  assert_section (document, 0,
                  "TỔNG HỢP HỒ SƠ CÒN THIẾU\n"
                  "(PAPI 2021, tính đến ngày 20/05/2022)\n"
                  "TT | Đơn vị | Chưa tự chấm | Thiếu minh chứng | Báo cáo thiếu | Cộng\n"
                  "1 | Sở Y tế | 1 | 1 | 1 | 3\n"
                  "2 | Sở Tư pháp |  |  | 1 | 1\n"
                  " | Cộng | 1 | 1 | 2 | 4\n");
  assert_section (document, 1, OFFICE);
}

static void
test_one_unit (Fixture *fixture, gconstpointer data)
{
  BvPaperScope scope = { .unit = "SYT" };
  g_autoptr (BvDocument) document = compose (fixture, &scope);

  g_assert_cmpuint (document->sections->len, ==, 1);
  assert_section (document, 0, OFFICE);
}

static void
test_one_nominee (Fixture *fixture, gconstpointer data)
{
  BvPaperScope scope = { .nominee = "a" };
  g_autoptr (BvDocument) document = compose (fixture, &scope);

  g_assert_cmpuint (document->sections->len, ==, 1);
  assert_section (document, 0, OFFICE);
}

static void
test_clear_unit (Fixture *fixture, gconstpointer data)
{
  BvPaperScope scope = { .unit = "SXD" };
  g_autoptr (BvDocument) document = compose (fixture, &scope);

  assert_section (document, 0,
                  "HỒ SƠ CÒN THIẾU\nSở Xây dựng\n(PAPI 2021, tính đến ngày 20/05/2022)\n"
                  "Đơn vị không còn thiếu nội dung nào.\n");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  BvPaperScope scope = { 0 };
  g_autoptr (BvDocument) document = compose (fixture, &scope);

  g_assert_cmpuint (document->sections->len, ==, 1);
  assert_section (document, 0,
                  "HỒ SƠ CÒN THIẾU\n(PAPI 2021, tính đến ngày 20/05/2022)\n"
                  "Không đơn vị nào còn thiếu hồ sơ.\n");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  static const BvPaperScope scopes[] = { { .unit = "xyz" }, { .group = "xyz" }, { .nominee = "xyz" } };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bv_paper_compose (BV_PAPER_MISSING, fixture->proposal, &scopes[i], &error));
      g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, "xyz"));
    }
}

/* Letters know already what all units owe. */
static void
test_found_already (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvMissing) missing = bv_missing_new (fixture->proposal, NULL, NULL);
  const BvPaperScope scope = { .unit = "STP" };
  g_autoptr (BvDocument) expected = compose (fixture, &scope);
  g_autoptr (BvDocument) found = bv_paper_missing_new_of_unit (missing, bv_missing_find (missing, "STP"));
  g_autofree char *text = document_text_read_section (expected, 0);

  g_assert_cmpstr (found->title, ==, expected->title);
  g_assert_cmpuint (found->sections->len, ==, 1);
  assert_section (found, 0, text);
}

int
main (int argc, char **argv)
{
  static const char clear[] = "a so 1=9.00 1:explained=x 2:state=not-assigned | b so 1=9.00 1:explained=x "
                              "2:state=not-assigned | c so 1=9.00 1:explained=x 2:state=not-assigned";

  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/paper-missing/" name, Fixture, data, set_up, func, tear_down)
  ADD ("a-unit-has-a-section-behind-the-summary", NULL, test_sections);
  ADD ("one-unit-is-printed-alone", NULL, test_one_unit);
  ADD ("one-unit-is-printed-from-what-was-found-already", NULL, test_found_already);
  ADD ("one-nominee-is-printed-alone", NULL, test_one_nominee);
  ADD ("a-unit-that-is-asked-for-and-owes-nothing-says-so", NULL, test_clear_unit);
  ADD ("that-nobody-owes-anything-is-said", clear, test_nothing);
  ADD ("what-is-not-there-is-refused", NULL, test_unknown);
  return g_test_run ();
}
