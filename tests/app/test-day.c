/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/mail/mail-dialog.h"
#include "core/assessment.h"
#include "core/nominee.h"
#include "core/text/date.h"
#include "core/unit.h"
#include "hand.h"
#include "store/campaigns.h"
#include "stub-programs.h"

#include <stdlib.h>
#include <string.h>

#define MOST 400
#define COMMUNES "Cấp xã"
#define N_COLLECTIVES (28 + 11 + 156)
#define N_SCORED 20
#define REASON "Đang bị thanh tra"
#define TO "btdkt@angiang.gov.vn"
#define WORKBOOK "Đề nghị khen thưởng PAPI 2021"

typedef struct
{
  const char *name;
  BvGender gender;
  const char *born;
  const char *typed; /* of the position; what was written before is suggested */
  guint suggested;   /* which suggestion is taken; 0: none */
  const char *position;
  const char *search; /* until the unit stands first */
  const char *unit;
} Person;

static const Person persons[] = {
  { "Lê Thị Hoa", BV_GENDER_FEMALE, "1985", "Chuyên viên", 0, "Chuyên viên", "nội", "Sở Nội vụ" },
  { "Trần Văn Nam", BV_GENDER_MALE, "1979", "Phó Giám đốc", 0, "Phó Giám đốc", "tư p", "Sở Tư pháp" },
  { "Võ Thị Mai", BV_GENDER_FEMALE, "1990", "", 1, "Chuyên viên", "tài c", "Sở Tài chính" },
  { "Phạm Văn Út", BV_GENDER_MALE, "1982", "ph", 1, "Phó Giám đốc", "xây", "Sở Xây dựng" },
  { "Đỗ Thị Bé", BV_GENDER_FEMALE, "1988", "", 1, "Chuyên viên", "y tế", "Sở Y tế" },
  { "Ngô Văn Ba", BV_GENDER_MALE, "1975", "Trưởng phòng", 0, "Trưởng phòng", "ngoại", "Sở Ngoại vụ" },
  { "Bùi Thị Thu", BV_GENDER_FEMALE, "1991", "", 1, "Chuyên viên", "tộc", "Ban Dân tộc" },
  { "Hồ Văn Tám", BV_GENDER_MALE, "1980", "tr", 1, "Trưởng phòng", "thuế", "Cục Thuế tỉnh" },
  { "Lý Thị Hà", BV_GENDER_FEMALE, "1987", "", 1, "Chuyên viên", "bảo", "Bảo hiểm xã hội tỉnh" },
  { "Vũ Văn Sơn", BV_GENDER_MALE, "1984", "ph", 1, "Phó Giám đốc", "kho", "Kho bạc Nhà nước An Giang" },
};

/* Of one criterion of the first communes: the wards of a town come first. */
static const char *const scores[N_SCORED]
  = { "9", "8", "7", "7", "6", "8", "5", "6", "7", "6", "8", "5", "7", "10", "6", "7", "8", "5", "6", "7" };

static void
make_campaign (BvWindow *window)
{
  hand_begin_stage ("the campaign");
  hand_click ("New campaign…");
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_wait_for_campaign (window);
  fixture_settle (window);
}

static void
add_collectives (void)
{
  hand_begin_stage ("three groups of collectives");
  hand_click ("Add nominees…");
  for (guint i = 0; i < 3; i++)
    {
      hand_click ("Select all");
      hand_click ("Add");
    }
}

/* The letters of the drop-down are those of the English titles; in Vietnamese both begin with N, and a man
 * takes two. */
static void
choose_gender (const Person *person)
{
  hand_press (person->gender == BV_GENDER_FEMALE ? GDK_KEY_f : GDK_KEY_m, 0);
  if (person->gender == BV_GENDER_MALE)
    hand_count (1);
}

static void
add_person (const Person *person)
{
  hand_type (person->name);
  hand_press (GDK_KEY_Return, 0);
  choose_gender (person);
  hand_press (GDK_KEY_Tab, 0);
  hand_type (person->born);
  hand_press (GDK_KEY_Return, 0);
  hand_type (person->typed);
  for (guint i = 0; i < person->suggested; i++)
    hand_press (GDK_KEY_Down, 0);
  hand_press (GDK_KEY_Return, 0);
  hand_type (person->search);
  hand_press (GDK_KEY_Return, 0);
}

static void
add_persons (void)
{
  hand_begin_stage ("ten persons");
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    add_person (&persons[i]);
  hand_press (GDK_KEY_Escape, 0);
}

static void
score (BvWindow *window)
{
  hand_begin_stage ("scores of 20 nominees");
  hand_click (COMMUNES);
  hand_click_widget (GTK_WIDGET (fixture_get_entry (window, 0, BV_SCORE_ENTRY_FINAL)));
  for (guint i = 0; i < N_SCORED; i++)
    {
      if (i > 0)
        hand_press (GDK_KEY_Page_Down, GDK_ALT_MASK);
      hand_type (scores[i]);
    }
}

static void
hold (void)
{
  hand_begin_stage ("a hold");
  hand_click ("File of the nominee");
  hand_click ("Add: Hold");
  hand_type (REASON);
}

static void
seal (BvWindow *window)
{
  hand_begin_stage ("the seal");
  hand_seal (window);
}

static void
mail (BvWindow *window)
{
  g_autoptr (GFile) folder = hand_get_folder (window);

  hand_begin_stage ("the mail");
  hand_click ("Menu");
  hand_click ("E-mail the proposal…");
  bv_mail_dialog_set_folder (BV_MAIL_DIALOG (hand_get_window ()), folder);
  hand_type (TO);
  hand_press (GDK_KEY_Return, 0);
}

static BvCampaign *
read_library (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (bv_session_get_folder (session), BV_LIBRARY_READ, &error);
  BvCampaign *campaign;

  g_assert_no_error (error);
  campaign = bv_campaigns_read (library, bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, &error);
  g_assert_no_error (error);
  return campaign;
}

static const char *
name_unit (const BvCampaign *campaign, const BvNominee *nominee)
{
  for (guint i = 0; i < campaign->units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (campaign->units, i);

      if (g_str_equal (unit->code, nominee->unit))
        return unit->name;
    }
  g_assert_not_reached ();
}

static void
check_person (const BvCampaign *campaign, const BvNominee *nominee, const Person *expected)
{
  g_assert_nonnull (nominee->person);
  g_assert_cmpstr (nominee->person->name, ==, expected->name);
  g_assert_cmpint (nominee->person->gender, ==, expected->gender);
  g_assert_cmpint (nominee->person->born / BV_DATE_YEAR, ==, atoi (expected->born));
  g_assert_cmpstr (nominee->person->position, ==, expected->position);
  g_assert_cmpstr (name_unit (campaign, nominee), ==, expected->unit);
}

static void
check_score (const BvNominee *nominee, const char *expected)
{
  const BvAssessment *assessment;

  g_assert_cmpuint (nominee->assessments->len, ==, 1);
  assessment = g_ptr_array_index (nominee->assessments, 0);
  g_assert_cmpstr (assessment->criterion, ==, "1.1");
  g_assert_cmpint (assessment->final, ==, atoi (expected) * 100);
}

/* No entry was lost, and nothing is there that nobody entered. */
static void
check_library (BvWindow *window)
{
  g_autoptr (BvCampaign) campaign = read_library (window);
  guint n_communes = 0, n_persons = 0, n_holds = 0, n_scored = 0;

  g_assert_cmpuint (campaign->nominees->len, ==, N_COLLECTIVES + G_N_ELEMENTS (persons));
  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      n_scored += nominee->assessments->len;
      if (nominee->person != NULL)
        check_person (campaign, nominee, &persons[n_persons++]);
      if (g_str_equal (nominee->group, "cap-xa") && n_communes++ < N_SCORED)
        check_score (nominee, scores[n_communes - 1]);
      for (guint k = 0; k < nominee->holds->len; k++, n_holds++)
        g_assert_cmpstr (((BvHold *) g_ptr_array_index (nominee->holds, k))->reason, ==, REASON);
    }
  g_assert_cmpuint (n_persons, ==, G_N_ELEMENTS (persons));
  g_assert_cmpuint (n_scored, ==, N_SCORED);
  g_assert_cmpuint (n_holds, ==, 1);
}

static void
check_mail (BvWindow *window, const char *call)
{
  g_autoptr (GFile) folder = hand_get_folder (window);
  g_autoptr (GFile) draft = g_file_resolve_relative_path (folder, WORKBOOK "/Thư điện tử.eml");
  g_autoptr (GFile) workbook = g_file_get_child (folder, WORKBOOK ".xlsx");
  g_autofree char *expected = g_strconcat ("thunderbird ", g_file_peek_path (draft), NULL);
  g_autofree char *text = NULL;

  g_assert_cmpstr (call, ==, expected);
  g_assert_true (g_file_query_exists (workbook, NULL));
  g_assert_true (g_file_load_contents (draft, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, TO));
  g_assert_nonnull (strstr (text, "spreadsheetml"));
}

static void
test_day (BvWindow *window)
{
  g_autofree char *call = NULL;

  stub_programs_choose (STUB_THUNDERBIRD, STUB_THUNDERBIRD);
  make_campaign (window);
  add_collectives ();
  add_persons ();
  score (window);
  hold ();
  seal (window);
  mail (window);
  call = stub_programs_wait_for_call ();
  fixture_settle (window);
  hand_end (MOST);
  check_library (window);
  check_mail (window, call);
}

int
main (int argc, char **argv)
{
  int status;

  stub_programs_set_up ();
  fixture_init (&argc, &argv);
  fixture_add_empty ("/day/a-new-user-comes-from-an-empty-library-to-the-mail-in-400-keys-and-clicks",
                     test_day);
  status = g_test_run ();
  stub_programs_remove ();
  return status;
}
