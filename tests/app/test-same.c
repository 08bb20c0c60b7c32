/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/nominees/same-row.h"
#include "app/proposal/export-dialog.h"
#include "app/session/load-job.h"
#include "core/nominee.h"
#include "store/edit.h"
#include "store/nominee-list.h"

#include <string.h>

/* Both have one initiative; evidence of many proves leaves of both. */
#define PERSON "Cao Văn Út"
#define UNIT "xã Hòa Bình Thạnh"

static BvNomineeDetails *
get_details (BvWindow *window)
{
  return bv_nominees_page_get_details (BV_NOMINEES_PAGE (bv_window_get_page (window, "nominees")));
}

static gpointer
get_part (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

/* The row of the details that tells of the initiative. */
static GtkWidget *
get_row (BvWindow *window)
{
  GtkWidget *row = gtk_widget_get_first_child (get_part (GTK_WIDGET (get_details (window)), "same_box"));

  while (!g_str_equal (gtk_label_get_label (get_part (row, "kind_label")), "The same initiative"))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static gboolean
is_visible (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_visible (get_part (widget, name));
}

static void
click (GtkWidget *row, const char *button)
{
  g_signal_emit_by_name (get_part (row, button), "clicked");
}

static void
check_label (GtkWidget *row, const char *name, const char *expected)
{
  const char *label = gtk_label_get_label (get_part (row, name));

  if (strstr (label, expected) == NULL)
    g_error ("%s: “%s” does not say “%s”", name, label, expected);
}

/* What stands in the selected nominee's row. */
static gint64
count_same (BvWindow *window)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (bv_window_get_page (window, "nominees")));
  gint64 number = bv_table_get_number (bv_row_get_table (row), bv_row_get_index (row), BV_NOMINEES_SAME);

  return number != BV_NONE ? number : 0;
}

static void
test_both_sides (BvWindow *window)
{
  GtkWidget *row;

  fixture_show (window, "nominees");
  fixture_select (window, PERSON);
  g_assert_cmpint (count_same (window), >=, 1);
  g_assert_true (is_visible (GTK_WIDGET (get_details (window)), "same_expander"));
  row = get_row (window);
  check_label (row, "what_label", "một cửa");
  check_label (row, "sides_label", "• " PERSON);
  check_label (row, "sides_label", UNIT);
}

static void
test_nothing (BvWindow *window)
{
  fixture_show (window, "nominees");
  fixture_select (window, "Sở Văn hóa, Thể thao và Du lịch");
  g_assert_cmpint (count_same (window), ==, 0);
  g_assert_false (is_visible (GTK_WIDGET (get_details (window)), "same_expander"));
}

static void
test_not_the_same (BvWindow *window)
{
  GtkWidget *row;
  gint64 before;

  fixture_show (window, "nominees");
  fixture_select (window, PERSON);
  before = count_same (window);
  click (get_row (window), "say_button");
  fixture_settle (window);
  g_assert_cmpint (count_same (window), ==, before - 1);
  row = get_row (window);
  check_label (row, "said_label", "Somebody looked: not the same.");
  g_assert_false (is_visible (row, "say_button"));
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpint (count_same (window), ==, before);
  g_assert_true (is_visible (get_row (window), "say_button"));
}

static void
test_reason (BvWindow *window)
{
  GtkWidget *row;
  gint64 before;

  fixture_show (window, "nominees");
  fixture_select (window, PERSON);
  before = count_same (window);
  row = get_row (window);
  gtk_editable_set_text (get_part (row, "reason_entry"), " Đồng tác giả ");
  g_assert_cmpstr (gtk_button_get_label (get_part (row, "say_button")), ==, "Let it stand");
  click (row, "say_button");
  fixture_settle (window);
  check_label (get_row (window), "said_label", "Stands: Đồng tác giả");
  click (get_row (window), "again_button");
  fixture_settle (window);
  g_assert_cmpint (count_same (window), ==, before);
}

/* It is not looked for again: the row stays, with what is being typed into it. */
static void
test_marks (BvWindow *window)
{
  GtkWidget *row;
  gint64 before;

  fixture_show (window, "nominees");
  fixture_select (window, PERSON);
  before = count_same (window);
  row = get_row (window);
  gtk_editable_set_text (get_part (row, "reason_entry"), "Đồng tác");
  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_FINAL), "3");
  fixture_settle (window);
  g_assert_cmpint (count_same (window), ==, before);
  g_assert_cmpstr (gtk_editable_get_text (get_part (get_row (window), "reason_entry")), ==, "Đồng tác");
}

static void
add_nominee (BvSession *session, const char *group, const char *key, const char *unit)
{
  gint64 campaign = bv_session_get_campaign (session);
  g_autoptr (BvRecord) record = bv_record_new (&bv_nominee_entity);
  BvNominee *nominee = (BvNominee *) record;
  BvInitiative *initiative
    = bv_record_add_child (record, bv_entity_find_field (&bv_nominee_entity, "initiative"));
  g_autoptr (GError) error = NULL;

  g_free (nominee->key);
  nominee->key = g_strdup (key);
  g_free (nominee->group);
  nominee->group = g_strdup (group);
  g_free (nominee->unit);
  nominee->unit = g_strdup (unit);
  g_free (initiative->title);
  initiative->title = g_strdup ("Một cửa");
  bv_edit_add (bv_session_get_library (session), campaign, campaign, record, &error);
  g_assert_no_error (error);
}

static gboolean
says_twice (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "The same unit"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says_twice (child))
      return TRUE;
  return FALSE;
}

/* Something else is found, but a reason stays as it is typed, and is not left without a question. */
static void
test_typed (BvWindow *window)
{
  GtkWidget *row;

  fixture_show (window, "nominees");
  fixture_select (window, PERSON);
  row = get_row (window);
  gtk_editable_set_text (get_part (row, "reason_entry"), "Đồng tác");
  add_nominee (bv_window_get_session (window), "so-nganh", "moi", "SYT");
  fixture_settle (window);
  g_assert_true (get_row (window) == row);
  g_assert_cmpstr (gtk_editable_get_text (get_part (row, "reason_entry")), ==, "Đồng tác");
  bv_window_show_page (window, "units");
  gtk_dialog_response (fixture_find_window ("unsaved"), GTK_RESPONSE_REJECT);
  fixture_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (get_part (row, "reason_entry")), ==, "");
}

static void
test_sealed (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);

  fixture_load_sealable (window, FALSE);
  add_nominee (session, "so", "b", "SYT");
  add_nominee (session, "so", "c", "SYT");
  fixture_settle (window);
  bv_export_dialog_start (GTK_WINDOW (window), session);
  g_assert_true (says_twice (fixture_wait_for_window ("seal")));
  gtk_window_destroy (fixture_find_window ("seal"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/same/the-details-tell-both-sides", test_both_sides);
  fixture_add ("/same/where-nothing-is-the-same-nothing-is-said", test_nothing);
  fixture_add ("/same/not-the-same-can-be-said-and-undone", test_not_the_same);
  fixture_add ("/same/a-reason-lets-it-stand-until-it-is-looked-at-again", test_reason);
  fixture_add ("/same/a-mark-leaves-it-as-it-is-and-what-is-typed", test_marks);
  fixture_add ("/same/a-reason-that-is-typed-is-not-lost", test_typed);
  fixture_add_empty ("/same/whoever-seals-is-told-of-it", test_sealed);
  return g_test_run ();
}
