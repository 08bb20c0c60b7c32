/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/campaign/campaign-dialog.h"
#include "app/campaign/template-actions.h"
#include "app/campaign/template-dialog.h"
#include "core/group.h"
#include "hand.h"
#include "store/lists.h"
#include "store/template-shelf.h"

static void
act (BvWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  fixture_settle (window);
}

static guint
count_campaigns (BvWindow *window)
{
  g_autoptr (BvTable) table
    = bv_lists_read_campaigns (bv_session_get_library (bv_window_get_session (window)), NULL);

  return bv_table_get_n_rows (table);
}

static BvFieldEntry *
find_entry (GtkWidget *widget)
{
  return BV_FIELD_ENTRY (hand_find_inside (widget, BV_TYPE_FIELD_ENTRY));
}

static const char *
get_title (BvWindow *window)
{
  return bv_session_get_head (bv_window_get_session (window))->title;
}

static void
test_rename (BvWindow *window)
{
  g_autofree char *before = g_strdup (get_title (window));
  GtkWidget *dialog;

  act (window, "rename-campaign");
  dialog = fixture_find_window ("naming");
  g_assert_nonnull (dialog);
  fixture_type (find_entry (dialog), "Phong trào năm nay");
  fixture_settle (window);
  g_assert_cmpstr (get_title (window), ==, "Phong trào năm nay");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Phong trào năm nay"));
  fixture_type (find_entry (dialog), "");
  gtk_window_close (GTK_WINDOW (dialog));
  fixture_settle (window);
  gtk_dialog_response (fixture_find_window ("unsaved"), GTK_RESPONSE_CANCEL);
  fixture_settle (window);
  g_assert_true (fixture_find_window ("naming") == dialog);
  fixture_type (find_entry (dialog), "Phong trào năm nay");
  gtk_window_close (GTK_WINDOW (dialog));
  fixture_run_pending ();
  g_assert_null (fixture_find_window ("naming"));
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpstr (get_title (window), ==, before);
}

static void
test_remove (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 campaign = bv_session_get_campaign (session);
  GtkWidget *question;

  act (window, "remove-campaign");
  question = fixture_find_window ("removal");
  g_assert_nonnull (question);
  g_assert_cmpuint (count_campaigns (window), ==, 1);
  gtk_dialog_response (GTK_DIALOG (question), GTK_RESPONSE_CANCEL);
  fixture_settle (window);
  g_assert_cmpuint (count_campaigns (window), ==, 1);
  act (window, "remove-campaign");
  gtk_dialog_response (fixture_find_window ("removal"), GTK_RESPONSE_ACCEPT);
  fixture_settle (window);
  g_assert_cmpuint (count_campaigns (window), ==, 0);
  g_assert_cmpint (bv_session_get_campaign (session), ==, 0);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "remove-campaign"));
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpint (bv_session_get_campaign (session), ==, campaign);
  g_assert_cmpuint (fixture_count_rows (fixture_show (window, "nominees")), ==, 255);
}

static void
set_text (BvCampaignDialog *dialog, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  bv_draft_set_text (bv_campaign_dialog_get_draft (dialog), BV_DRAFT_WHOLE,
                     bv_entity_find_field (&bv_campaign_entity, field), text, &error);
  g_assert_no_error (error);
}

static const char *
read_label (BvCampaignDialog *dialog, const char *name)
{
  return gtk_label_get_label (
    GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (dialog), BV_TYPE_CAMPAIGN_DIALOG, name)));
}

static BvCampaignDialog *
open_new (BvWindow *window)
{
  GApplication *application = g_application_get_default ();

  g_action_group_activate_action (G_ACTION_GROUP (application), "new-campaign", NULL);
  fixture_settle (window);
  return BV_CAMPAIGN_DIALOG (fixture_find_window ("new-campaign"));
}

/* The units follow the first day: those of the old registry ended with June 2025. */
static void
test_new (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  guint n = count_campaigns (window);
  BvCampaignDialog *dialog = open_new (window);

  g_assert_cmpstr (read_label (dialog, "units_label"), ==,
                   "196 units are valid on 21/06/2021, when the campaign starts.");
  set_text (dialog, "title", "Phong trào thi đua năm 2026");
  set_text (dialog, "short", "PAPI 2026");
  set_text (dialog, "starts", "1/3/2026");
  g_assert_cmpstr (read_label (dialog, "units_label"), ==,
                   "118 units are valid on 01/03/2026, when the campaign starts.");
  g_assert_cmpstr (read_label (dialog, "due_label"), ==,
                   "Due dates that follow the first day: 30/09/2021 → 10/06/2026; 15/12/2021 → 25/08/2026");
  set_text (dialog, "ends", "31/12/2021");
  g_assert_false (bv_campaign_dialog_make (dialog));
  g_assert_cmpstr (read_label (dialog, "message_label"), ==,
                   "Ends on: 31/12/2021 lies before the first day, 01/03/2026");
  set_text (dialog, "starts", "1/4/2025");
  g_assert_cmpstr (read_label (dialog, "units_label"), ==,
                   "188 units are valid on 01/04/2025, when the campaign starts.");
  set_text (dialog, "starts", "1/3/2026");
  set_text (dialog, "ends", "31/12/2026");
  set_text (dialog, "considered_on", "");
  g_assert_cmpstr (read_label (dialog, "message_label"), ==, "");
  g_assert_cmpuint (count_campaigns (window), ==, n);
  g_assert_true (bv_campaign_dialog_make (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_wait_for_campaign (window);
  fixture_settle (window);
  g_assert_cmpuint (count_campaigns (window), ==, n + 1);
  g_assert_cmpstr (get_title (window), ==, "Phong trào thi đua năm 2026");
  g_assert_cmpint (bv_session_get_head (session)->ends, ==, 20261231);
  g_assert_cmpstr (bv_session_get_head (session)->key, ==, "papi-2026");
  g_assert_cmpuint (fixture_count_rows (fixture_show (window, "units")), ==, 118);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (count_campaigns (window), ==, n);
}

static void
choose_source (BvCampaignDialog *dialog, const char *title)
{
  GtkDropDown *list = GTK_DROP_DOWN (
    gtk_widget_get_template_child (GTK_WIDGET (dialog), BV_TYPE_CAMPAIGN_DIALOG, "source_list"));
  GListModel *titles = gtk_drop_down_get_model (list);

  for (guint i = 0; i < g_list_model_get_n_items (titles); i++)
    {
      g_autoptr (GtkStringObject) self = g_list_model_get_item (titles, i);

      if (g_str_equal (gtk_string_object_get_string (self), title))
        {
          gtk_drop_down_set_selected (list, i);
          return;
        }
    }
  g_assert_not_reached ();
}

/* What has nothing to be scored is called by what it is. */
static void
test_new_empty (BvWindow *window)
{
  BvCampaignDialog *dialog = open_new (window);
  const BvCampaign *campaign;

  choose_source (dialog, "Empty: criteria are still to be written");
  campaign = bv_draft_get_record (bv_campaign_dialog_get_draft (dialog), BV_DRAFT_WHOLE);
  g_assert_cmpuint (campaign->groups->len, ==, 1);
  g_assert_cmpuint (((BvGroup *) g_ptr_array_index (campaign->groups, 0))->criteria->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gint64 shown_before;

static gboolean
is_another (gpointer session)
{
  return bv_session_get_campaign (session) != shown_before && bv_session_is_writable (session);
}

static void
make (BvWindow *window, BvCampaignDialog *dialog)
{
  shown_before = bv_session_get_campaign (bv_window_get_session (window));
  g_assert_true (bv_campaign_dialog_make (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_wait (is_another, bv_window_get_session (window), "the new campaign");
  fixture_settle (window);
}

/* All but nominees; the units of the campaign, as far as they are valid, and the dates follow the start. */
static void
test_new_from_campaign (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvCampaignDialog *dialog = open_new (window);

  choose_source (dialog, "Campaign: PAPI 2021");
  g_assert_cmpstr (read_label (dialog, "units_label"), ==,
                   "195 units are valid on 21/06/2021, when the campaign starts.");
  set_text (dialog, "starts", "21/6/2022");
  g_assert_cmpstr (read_label (dialog, "due_label"), ==,
                   "Due dates that follow the first day: 30/09/2021 → 30/09/2022; 15/12/2021 → 15/12/2022");
  make (window, dialog);
  g_assert_cmpstr (bv_session_get_head (session)->key, ==, "papi-2022");
  g_assert_cmpint (bv_session_get_head (session)->ends, ==, 20221231);
  g_assert_cmpstr (bv_session_get_head (session)->plan_number, ==, "");
  g_assert_cmpuint (fixture_count_rows (fixture_show (window, "nominees")), ==, 0);
  g_assert_cmpuint (fixture_count_rows (fixture_show (window, "units")), ==, 195);
}

/* The dialog that asks what the template is to be called. */
static GtkWidget *
ask_for_name (BvWindow *window)
{
  GtkWidget *dialog;

  act (window, "save-template");
  dialog = fixture_find_window ("save-template");
  g_assert_nonnull (dialog);
  return dialog;
}

static void
name_template (GtkWidget *dialog, const char *name)
{
  GtkEditable *entry
    = GTK_EDITABLE (gtk_widget_get_template_child (dialog, BV_TYPE_TEMPLATE_DIALOG, "name_entry"));

  gtk_editable_set_text (entry, name);
}

static void
test_own_template (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvCampaignDialog *dialog;

  ask_for_name (window);
  hand_click ("Save");
  fixture_settle (window);
  g_assert_cmpstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), ==,
                   "Saved as a template: PAPI 2021");
  dialog = open_new (window);
  choose_source (dialog, "Own template: PAPI 2021");
  set_text (dialog, "starts", "21/6/2023");
  make (window, dialog);
  g_assert_cmpstr (bv_session_get_head (session)->key, ==, "papi-2023");
  fixture_undo (window);
  fixture_settle (window);
  fixture_undo (window);
  fixture_settle (window);
  dialog = open_new (window);
  g_assert_cmpuint (count_campaigns (window), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static guint
count_templates (BvWindow *window)
{
  g_autoptr (GPtrArray) shelf
    = bv_template_shelf_list (bv_session_get_library (bv_window_get_session (window)), NULL);

  return shelf->len;
}

/* One of another name stands beside it; one of the same name takes its place, which is said before. */
static void
test_own_template_named (BvWindow *window)
{
  GtkWidget *dialog = ask_for_name (window);

  name_template (dialog, "…");
  g_assert_nonnull (fixture_find_said (dialog, "Give it a name with letters or digits."));
  g_assert_false (gtk_widget_get_sensitive (
    GTK_WIDGET (gtk_widget_get_template_child (dialog, BV_TYPE_TEMPLATE_DIALOG, "save_button"))));
  name_template (dialog, "Mẫu của tỉnh");
  hand_click ("Save");
  fixture_settle (window);
  g_assert_cmpuint (count_templates (window), ==, 1);
  dialog = ask_for_name (window);
  name_template (dialog, "Mẫu  của Tỉnh ");
  g_assert_nonnull (fixture_find_said (dialog, "There is an own template “Mẫu của tỉnh” already: this one "
                                               "takes its place. Undo brings it back."));
  hand_click ("Replace");
  fixture_settle (window);
  g_assert_cmpuint (count_templates (window), ==, 1);
  gtk_window_destroy (GTK_WINDOW (ask_for_name (window)));
  fixture_undo (window);
  fixture_undo (window);
  g_assert_cmpuint (count_templates (window), ==, 0);
}

static const char *
read_source (BvCampaignDialog *dialog)
{
  GtkDropDown *list = GTK_DROP_DOWN (
    gtk_widget_get_template_child (GTK_WIDGET (dialog), BV_TYPE_CAMPAIGN_DIALOG, "source_list"));

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (list));
}

/* To a file and from it again: one that is there gives way only when that is said. */
static void
test_own_template_files (BvWindow *window)
{
  g_autofree char *path = fixture_make_file (window, "mau.json", "{");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *first = NULL;
  BvCampaignDialog *dialog;

  hand_click_widget (GTK_WIDGET (
    gtk_widget_get_template_child (ask_for_name (window), BV_TYPE_TEMPLATE_DIALOG, "save_button")));
  fixture_settle (window);
  dialog = open_new (window);
  first = g_strdup (read_source (dialog));
  bv_template_actions_load (dialog, file);
  g_assert_nonnull (strstr (read_label (dialog, "message_label"), "mau.json"));
  choose_source (dialog, "Own template: PAPI 2021");
  g_assert_cmpstr (read_label (dialog, "message_label"), ==, "");
  bv_template_actions_save (dialog, file);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "template.remove", NULL);
  gtk_dialog_response (fixture_find_window ("remove-template"), GTK_RESPONSE_CANCEL);
  g_assert_cmpuint (count_templates (window), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "template.remove", NULL);
  gtk_dialog_response (fixture_find_window ("remove-template"), GTK_RESPONSE_ACCEPT);
  g_assert_cmpuint (count_templates (window), ==, 0);
  g_assert_cmpstr (read_source (dialog), ==, first);
  bv_template_actions_load (dialog, file);
  g_assert_cmpstr (read_source (dialog), ==, "Own template: PAPI 2021");
  choose_source (dialog, "Template: Cụm, khối thi đua 2026");
  bv_template_actions_load (dialog, file);
  gtk_dialog_response (fixture_find_window ("replace-template"), GTK_RESPONSE_CANCEL);
  g_assert_cmpstr (read_source (dialog), ==, "Template: Cụm, khối thi đua 2026");
  bv_template_actions_load (dialog, file);
  gtk_dialog_response (fixture_find_window ("replace-template"), GTK_RESPONSE_ACCEPT);
  g_assert_cmpstr (read_source (dialog), ==, "Own template: PAPI 2021");
  g_assert_cmpuint (count_templates (window), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
shelve (BvWindow *window, const char *name, const char *title, const char *text)
{
  g_autoptr (GError) error = NULL;

  bv_template_shelf_put (bv_session_get_library (bv_window_get_session (window)), name, title, text, &error);
  g_assert_no_error (error);
}

/* Its due date lies so long after the first day that no campaign of that time has it. */
#define FAR                                                                                                                      \
  "{ \"format\": \"bangvang-campaign\", \"version\": 1, \"campaign\": { \"key\": \"xa\", \"title\": \"Xa\", \"short\": \"Xa\", " \
  "\"starts\": \"2026-01-01\", \"ends\": \"2026-12-31\" }, \"groups\": [ { \"key\": \"so\", \"name\": \"Sở\", \"kind\": "      \
  "\"collective\", \"criteria\": [ { \"code\": \"1\", \"title\": \"Báo cáo\", \"kind\": \"reports\", \"max\": \"5.00\", "      \
  "\"due\": [ \"+9999d\" ] } ] } ] }"

static void
assert_obstacle (BvCampaignDialog *dialog, const char *message)
{
  GtkWidget *button = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (dialog), BV_TYPE_CAMPAIGN_DIALOG, "make_button"));

  g_assert_nonnull (strstr (read_label (dialog, "message_label"), message));
  g_assert_cmpint (gtk_widget_get_sensitive (button), ==, *message == '\0');
}

/* What cannot be read is not made, though the dialog still has what it was before. */
static void
test_new_unreadable (BvWindow *window)
{
  guint n = count_campaigns (window);
  BvCampaignDialog *dialog;

  shelve (window, "xa", "Xa", FAR);
  shelve (window, "hong", "Hỏng", "{}");
  dialog = open_new (window);
  choose_source (dialog, "Own template: Xa");
  assert_obstacle (dialog, "");
  set_text (dialog, "starts", "1/1/2990");
  assert_obstacle (dialog, "due[0]");
  set_text (dialog, "title", "Phong trào xa");
  assert_obstacle (dialog, "due[0]");
  g_assert_false (bv_campaign_dialog_make (dialog));
  set_text (dialog, "starts", "1/1/2027");
  assert_obstacle (dialog, "");
  choose_source (dialog, "Own template: Hỏng");
  assert_obstacle (dialog, "campaign");
  g_assert_false (bv_campaign_dialog_make (dialog));
  choose_source (dialog, "Template: Cụm, khối thi đua 2026");
  assert_obstacle (dialog, "");
  g_assert_cmpuint (count_campaigns (window), ==, n);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What each quota gives, and which come before it. */
static void
test_picture (BvWindow *window)
{
  BvCampaignDialog *dialog = open_new (window);

  choose_source (dialog, "Template: Cụm, khối thi đua 2026");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (dialog), "Khối thi đua Nội chính"));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (dialog), "Cờ thi đua của Ủy ban nhân dân tỉnh"));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (dialog), "after “Cờ thi đua – Khối thi đua Nội chính”"));
  choose_source (dialog, "Template: PAPI 2026");
  g_assert_null (fixture_find_said (GTK_WIDGET (dialog), "after “"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The units may wait. */
static void
test_new_without_units (BvWindow *window)
{
  BvCampaignDialog *dialog = open_new (window);
  GtkDropDown *registries = GTK_DROP_DOWN (
    gtk_widget_get_template_child (GTK_WIDGET (dialog), BV_TYPE_CAMPAIGN_DIALOG, "registry_list"));

  choose_source (dialog, "Template: Cụm, khối thi đua 2026");
  gtk_drop_down_set_selected (registries,
                              g_list_model_get_n_items (gtk_drop_down_get_model (registries)) - 1);
  g_assert_cmpstr (read_label (dialog, "units_label"), ==,
                   "Units are added afterwards, on the page of the units.");
  make (window, dialog);
  g_assert_cmpstr (bv_session_get_head (bv_window_get_session (window))->key, ==, "cum-khoi-thi-dua-2026");
  g_assert_cmpuint (fixture_count_rows (fixture_show (window, "units")), ==, 0);
}

/* Nothing is made before that is asked for; what was typed is not dropped without a question. */
static void
test_new_given_up (BvWindow *window)
{
  guint n = count_campaigns (window);
  BvCampaignDialog *dialog = open_new (window);
  BvFieldEntry *entry = find_entry (GTK_WIDGET (dialog));

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Phong trào bỏ dở");
  gtk_window_close (GTK_WINDOW (dialog));
  fixture_settle (window);
  gtk_dialog_response (fixture_find_window ("unsaved"), GTK_RESPONSE_CANCEL);
  fixture_settle (window);
  g_assert_true (fixture_find_window ("new-campaign") == (gpointer) dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Phong trào bỏ dở");
  hand_click ("Cancel");
  gtk_dialog_response (fixture_find_window ("unsaved"), GTK_RESPONSE_REJECT);
  fixture_settle (window);
  g_assert_null (fixture_find_window ("new-campaign"));
  g_assert_cmpuint (count_campaigns (window), ==, n);
}

/* Where nothing was typed nothing is asked. */
static void
test_new_untouched (BvWindow *window)
{
  BvCampaignDialog *dialog = open_new (window);

  gtk_window_close (GTK_WINDOW (dialog));
  fixture_settle (window);
  g_assert_null (fixture_find_window ("unsaved"));
  g_assert_null (fixture_find_window ("new-campaign"));
}

static char *last_key;

/* The oldest of two, which would not be shown for being the newest. */
static void
choose_oldest (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvTable) table = NULL;

  fixture_load_sealable (window, FALSE);
  table = bv_lists_read_campaigns (bv_session_get_library (session), NULL);
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, 2);
  bv_session_set_campaign (session, bv_table_get_id (table, 1));
  fixture_settle (window);
  last_key = g_strdup (bv_session_get_head (session)->key);
}

static void
test_last (BvWindow *window)
{
  g_assert_cmpstr (bv_session_get_head (bv_window_get_session (window))->key, ==, last_key);
  g_clear_pointer (&last_key, g_free);
}

static const char *
get_message (BvWindow *window)
{
  return bv_status_bar_get_message (bv_window_get_status_bar (window));
}

/* What is undone in a campaign that is not shown is not seen: it is said in which it was. */
static void
test_undone_elsewhere (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *name = NULL;
  g_autoptr (BvTable) table = NULL;

  fixture_load_sealable (window, FALSE);
  table = bv_lists_read_campaigns (bv_session_get_library (session), NULL);
  bv_session_set_campaign (session, bv_table_get_id (table, 1));
  fixture_settle (window);
  name = g_strconcat (" · ", bv_campaign_short_title (bv_session_get_head (session)), NULL);
  fixture_show (window, "nominees");
  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_VERIFIED), "12,25");
  fixture_undo (window);
  g_assert_false (g_str_has_suffix (get_message (window), name));
  fixture_redo (window);
  bv_session_set_campaign (session, bv_table_get_id (table, 0));
  fixture_settle (window);
  fixture_undo (window);
  g_assert_true (g_str_has_prefix (get_message (window), "Undo: "));
  g_assert_true (g_str_has_suffix (get_message (window), name));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/campaigns/one-is-renamed-and-undone", test_rename);
  fixture_add ("/campaigns/one-is-removed-when-that-was-asked-and-undone", test_remove);
  fixture_add ("/campaigns/what-is-undone-in-another-is-said-with-its-name", test_undone_elsewhere);
  fixture_add_empty ("/campaigns/a-new-one-is-named-and-dated-before-it-is-made", test_new);
  fixture_add ("/campaigns/a-new-one-may-be-empty", test_new_empty);
  fixture_add ("/campaigns/a-new-one-is-made-from-one-that-is-there", test_new_from_campaign);
  fixture_add ("/campaigns/one-is-saved-as-a-template-and-undone", test_own_template);
  fixture_add ("/campaigns/a-template-is-named-and-may-take-the-place-of-another", test_own_template_named);
  fixture_add ("/campaigns/a-template-is-saved-to-a-file-removed-and-loaded", test_own_template_files);
  fixture_add_empty ("/campaigns/a-source-that-cannot-be-read-is-said-and-makes-none", test_new_unreadable);
  fixture_add ("/campaigns/the-picture-of-a-source-says-what-quotas-give", test_picture);
  fixture_add_empty ("/campaigns/a-new-one-may-wait-for-its-units", test_new_without_units);
  fixture_add ("/campaigns/a-new-one-that-is-given-up-is-not-made", test_new_given_up);
  fixture_add ("/campaigns/a-new-one-that-nobody-touched-is-closed-at-once", test_new_untouched);
  fixture_add_runs ("/campaigns/the-one-that-was-shown-last-is-shown-first", choose_oldest, test_last);
  return g_test_run ();
}
