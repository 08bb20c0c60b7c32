/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/nominees/nominee-dialog.h"
#include "core/nominee.h"
#include "hand.h"
#include "store/campaigns.h"

#define POSITION "Kiểm lâm viên"

static gint64
get_group (BvWindow *window, guint place)
{
  const BvCampaign *head = bv_session_get_head (bv_window_get_session (window));

  return ((const BvGroup *) g_ptr_array_index (head->groups, place))->record.id;
}

static GtkWidget *
open_dialog (BvWindow *window, guint place)
{
  GtkWidget *dialog
    = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), get_group (window, place));

  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle (window);
  return dialog;
}

static const char *
read_focus (void)
{
  GtkWidget *focus = gtk_window_get_focus (hand_get_window ());

  g_assert_true (GTK_IS_EDITABLE (focus));
  return gtk_editable_get_text (GTK_EDITABLE (focus));
}

/* The unit is searched without waiting for what is found. */
static void
add_person (const char *name, guint gender, const char *unit)
{
  hand_type (name);
  hand_press (GDK_KEY_Return, 0);
  hand_press (gender, 0);
  hand_press (GDK_KEY_Tab, 0);
  hand_type ("1985");
  hand_press (GDK_KEY_Return, 0);
  hand_type (POSITION);
  hand_press (GDK_KEY_Return, 0);
  hand_type (unit);
  hand_press (GDK_KEY_Return, 0);
}

static const BvNominee *
find_person (const BvCampaign *campaign, const char *name)
{
  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      if (nominee->person != NULL && g_str_equal (nominee->person->name, name))
        return nominee;
    }
  g_error ("%s was not added", name);
}

static void
check_person (BvWindow *window, const char *name, BvGender gender, const char *unit)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  const BvNominee *nominee = find_person (campaign, name);

  g_assert_cmpint (nominee->person->gender, ==, gender);
  g_assert_cmpint (nominee->person->born, ==, 19850000);
  g_assert_cmpstr (nominee->person->position, ==, POSITION);
  g_assert_cmpstr (nominee->unit, ==, unit);
}

static void
test_next_person (BvWindow *window)
{
  GtkWidget *dialog = open_dialog (window, 3);

  add_person ("Lê Thị Út", GDK_KEY_f, "nội v");
  g_assert_cmpstr (read_focus (), ==, "");
  hand_find ("Added to “Cán bộ, công chức, viên chức”: Lê Thị Út");
  add_person ("Đỗ Văn Bé", GDK_KEY_m, "y tế");
  check_person (window, "Lê Thị Út", BV_GENDER_FEMALE, "SNV");
  check_person (window, "Đỗ Văn Bé", BV_GENDER_MALE, "SYT");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  hand_press (GDK_KEY_Escape, 0);
  g_assert_null (dialog);
}

/* What is missing is said, and the focus goes there. */
static void
test_missing (BvWindow *window)
{
  GtkWidget *dialog = open_dialog (window, 3);

  hand_click ("Add");
  hand_find ("Give the person’s name, and choose a unit.");
  hand_type ("Lê Thị Út");
  hand_click ("Add");
  hand_type ("y tế");
  hand_press (GDK_KEY_Return, 0);
  hand_find ("Added to “Cán bộ, công chức, viên chức”: Lê Thị Út");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A date that is none stays in its field, and nobody is added. */
static void
test_refused (BvWindow *window)
{
  GtkWidget *dialog = open_dialog (window, 3);
  guint n = fixture_count_rows (fixture_show (window, "nominees"));

  hand_type ("Lê Thị Út");
  hand_press (GDK_KEY_Return, 0);
  hand_press (GDK_KEY_Tab, 0);
  hand_type ("31/2/1985");
  hand_press (GDK_KEY_Tab, 0);
  hand_press (GDK_KEY_Tab, 0);
  hand_type ("y tế");
  hand_press (GDK_KEY_Return, 0);
  g_assert_cmpstr (read_focus (), ==, "31/2/1985");
  g_assert_cmpuint (fixture_count_rows (fixture_show (window, "nominees")), ==, n);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_said (gpointer dialog)
{
  return gtk_widget_get_visible (
    GTK_WIDGET (gtk_widget_get_template_child (dialog, BV_TYPE_NOMINEE_DIALOG, "message_label")));
}

/* Enter adds the unit that is chosen among those found, and what Space toggles does not stand in its way. */
static void
test_entered (BvWindow *window)
{
  GtkWidget *dialog;

  fixture_make_campaign (window);
  dialog = open_dialog (window, 0);
  hand_type ("nội vụ");
  hand_press (GDK_KEY_Down, 0);
  hand_press (GDK_KEY_Return, 0);
  hand_find ("Added to “Sở, ban, ngành tỉnh”: Sở Nội vụ");
  gtk_widget_grab_focus (
    GTK_WIDGET (gtk_widget_get_template_child (dialog, BV_TYPE_NOMINEE_DIALOG, "others_button")));
  hand_press (GDK_KEY_Return, 0);
  fixture_wait (is_said, dialog, "what is missing");
  hand_find ("Choose a group and a unit.");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static guint
get_chosen (GtkWidget *dialog)
{
  return gtk_drop_down_get_selected (
    GTK_DROP_DOWN (gtk_widget_get_template_child (dialog, BV_TYPE_NOMINEE_DIALOG, "group_list")));
}

/* As long as the group has other units it is the one that is shown. */
static void
test_next_group (BvWindow *window)
{
  GtkWidget *dialog;

  fixture_make_campaign (window);
  dialog = open_dialog (window, 0);
  hand_type ("nội vụ");
  hand_press (GDK_KEY_Return, 0);
  g_assert_cmpuint (get_chosen (dialog), ==, 0);
  hand_click ("Select all");
  hand_click ("Add");
  g_assert_cmpuint (get_chosen (dialog), ==, 1);
  hand_find ("Added to “Sở, ban, ngành tỉnh”: 27 units");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The scores of who was added are a Tab away. */
static void
test_closed (BvWindow *window)
{
  BvPage *page;

  fixture_make_campaign (window);
  page = BV_PAGE (fixture_show (window, "nominees"));
  hand_click ("Add nominees…");
  hand_click ("Select all");
  hand_click ("Add");
  hand_press (GDK_KEY_Escape, 0);
  g_assert_true (bv_page_has_focus (page, BV_PAGE_MAIN));
  hand_press (GDK_KEY_Tab, 0);
  hand_type ("10");
}

static void
go_to_position (void)
{
  for (guint i = 0; i < 3; i++)
    hand_press (GDK_KEY_Tab, 0);
}

static void
test_suggested (BvWindow *window)
{
  GtkWidget *dialog = open_dialog (window, 3);

  add_person ("Lê Thị Út", GDK_KEY_f, "nội v");
  go_to_position ();
  hand_type ("lâm v");
  hand_press (GDK_KEY_Down, 0);
  g_assert_cmpstr (read_focus (), ==, POSITION);
  hand_press (GDK_KEY_Up, 0);
  g_assert_cmpstr (read_focus (), ==, "lâm v");
  hand_press (GDK_KEY_Down, 0);
  hand_press (GDK_KEY_Return, 0);
  g_assert_cmpstr (read_focus (), ==, "");
  hand_find ("Full name");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/nominee-dialog/stays-for-the-next-person", test_next_person);
  fixture_add ("/nominee-dialog/says-what-is-missing-where-it-is-typed", test_missing);
  fixture_add ("/nominee-dialog/a-date-that-is-none-adds-nobody", test_refused);
  fixture_add_empty ("/nominee-dialog/enter-adds-from-the-list-too", test_entered);
  fixture_add_empty ("/nominee-dialog/behind-the-last-units-comes-the-next-group", test_next_group);
  fixture_add_empty ("/nominee-dialog/leaves-the-focus-in-the-table", test_closed);
  fixture_add ("/nominee-dialog/positions-that-were-written-before-are-suggested", test_suggested);
  return g_test_run ();
}
