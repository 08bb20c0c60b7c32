/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/mail/mail-dialog.h"
#include "app/papers/preview-window.h"
#include "app/proposal/export-dialog.h"
#include "app/proposal/seal-dialog.h"
#include "app/proposal/sealed-dialog.h"
#include "store/sealings.h"

/* What was sealed of the campaign: found in the window, and written again. */

static void
seal (BvWindow *window, const char *name)
{
  g_autofree char *path = fixture_make_file (window, name, "");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = fixture_export (window, file, FALSE, "Kịp kỳ họp");

  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_false (bv_work_has_failed (work));
}

static void
begin (BvWindow *window)
{
  fixture_load_sealable (window, TRUE);
  seal (window, "Đề nghị.xlsx");
}

static GtkWidget *
find_child (gpointer dialog, GType type, const char *name)
{
  GtkWidget *child = GTK_WIDGET (gtk_widget_get_template_child (dialog, type, name));

  g_assert_nonnull (child);
  return child;
}

/* The title, in the language of the tests, of the row that is chosen. */
static void
test_list (BvWindow *window)
{
  BvSealedDialog *dialog;
  GtkListBox *list;

  begin (window);
  seal (window, "Đề nghị 2.xlsx");
  g_action_group_activate_action (G_ACTION_GROUP (window), "sealed", NULL);
  dialog = fixture_find_window ("sealed");
  g_assert_nonnull (dialog);
  list = GTK_LIST_BOX (find_child (dialog, BV_TYPE_SEALED_DIALOG, "list"));
  g_assert_cmpuint (bv_sealed_dialog_get_number (dialog), ==, 2);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_assert_cmpuint (bv_sealed_dialog_get_number (dialog), ==, 1);
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  g_assert_true (gtk_widget_get_sensitive (find_child (dialog, BV_TYPE_SEALED_DIALOG, "action_box")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_nothing (BvWindow *window)
{
  BvSealedDialog *dialog;

  fixture_load_sealable (window, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "sealed", NULL);
  dialog = fixture_find_window ("sealed");
  g_assert_cmpuint (bv_sealed_dialog_get_number (dialog), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (find_child (dialog, BV_TYPE_SEALED_DIALOG, "action_box")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static BvSealChoice *chosen;

static void
chosen_cb (GtkWindow *parent, BvSession *session, const BvSealChoice *choice)
{
  g_clear_pointer (&chosen, bv_seal_choice_free);
  chosen = bv_seal_choice_copy (choice);
}

static const BvSealWords words = { "Anything", "_Seal it", "_Draft it" };

/* While nothing has changed, what was sealed is offered first; after a change it is sealed anew. */
static void
test_same (BvWindow *window)
{
  BvSealDialog *dialog;
  GtkWidget *again;

  begin (window);
  bv_seal_dialog_ask (GTK_WINDOW (window), bv_window_get_session (window), &words, chosen_cb);
  dialog = fixture_wait_for_window ("seal");
  again = find_child (dialog, BV_TYPE_SEAL_DIALOG, "again_button");
  g_assert_true (gtk_widget_get_mapped (again));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) == again);
  g_signal_emit_by_name (again, "clicked");
  g_assert_cmpuint (chosen->sealing, ==, 1);
  fixture_undo (window);
  bv_seal_dialog_ask (GTK_WINDOW (window), bv_window_get_session (window), &words, chosen_cb);
  dialog = fixture_wait_for_window ("seal");
  g_assert_false (gtk_widget_get_mapped (find_child (dialog, BV_TYPE_SEAL_DIALOG, "again_button")));
  g_assert_false (gtk_widget_get_sensitive (find_child (dialog, BV_TYPE_SEAL_DIALOG, "seal_button")));
  bv_seal_dialog_set_reason (dialog, "Kịp kỳ họp");
  bv_seal_dialog_seal (dialog);
  g_assert_cmpuint (chosen->sealing, ==, 0);
  g_assert_cmpstr (chosen->reason, ==, "Kịp kỳ họp");
  g_clear_pointer (&chosen, bv_seal_choice_free);
}

static const char *
get_reason (gpointer dialog)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_child (dialog, BV_TYPE_SEAL_DIALOG, "reason_entry")));
}

static gpointer
ask (BvWindow *window)
{
  bv_seal_dialog_ask (GTK_WINDOW (window), bv_window_get_session (window), &words, chosen_cb);
  return fixture_wait_for_window ("seal");
}

/* A file may not be written after all: the reason is offered until the campaign is sealed. */
static void
test_reason (BvWindow *window)
{
  BvSealDialog *dialog;

  fixture_load_sealable (window, TRUE);
  dialog = ask (window);
  g_assert_cmpstr (get_reason (dialog), ==, "");
  bv_seal_dialog_set_reason (dialog, "Kịp kỳ họp");
  bv_seal_dialog_seal (dialog);
  dialog = ask (window);
  g_assert_cmpstr (get_reason (dialog), ==, "Kịp kỳ họp");
  g_assert_true (gtk_widget_get_sensitive (find_child (dialog, BV_TYPE_SEAL_DIALOG, "seal_button")));
  bv_seal_dialog_set_reason (dialog, "Kịp kỳ họp cuối năm");
  gtk_window_close (GTK_WINDOW (dialog));
  dialog = ask (window);
  g_assert_cmpstr (get_reason (dialog), ==, "Kịp kỳ họp cuối năm");
  gtk_window_close (GTK_WINDOW (dialog));
  seal (window, "Đề nghị.xlsx");
  dialog = ask (window);
  g_assert_cmpstr (get_reason (dialog), ==, "");
  gtk_window_close (GTK_WINDOW (dialog));
  g_clear_pointer (&chosen, bv_seal_choice_free);
}

/* What becomes of the proposal is read in the title and on the buttons. */
static void
test_words (BvWindow *window)
{
  static const struct
  {
    const char *action;
    const char *title;
    const char *seal;
  } cases[] = { { "export", "Export proposal (Excel)", "_Seal and write the workbook…" },
                { "dossier", "Dossier (.zip)", "_Seal and make the dossier…" } };

  fixture_load_sealable (window, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWindow *dialog;
      GtkWidget *button;

      g_action_group_activate_action (G_ACTION_GROUP (window), cases[i].action, NULL);
      dialog = fixture_wait_for_window ("seal");
      button = find_child (dialog, BV_TYPE_SEAL_DIALOG, "seal_button");
      g_assert_cmpstr (gtk_window_get_title (dialog), ==, cases[i].title);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, cases[i].seal);
      gtk_window_close (dialog);
    }
}

/* A paper of it does not follow the campaign. */
static void
test_papers (BvWindow *window)
{
  BvSealedDialog *dialog;
  BvPreviewWindow *preview;
  GtkWidget *edit;

  begin (window);
  g_action_group_activate_action (G_ACTION_GROUP (window), "sealed", NULL);
  dialog = fixture_find_window ("sealed");
  for (GtkWidget *button
       = gtk_widget_get_first_child (find_child (dialog, BV_TYPE_SEALED_DIALOG, "action_box"));
       button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (gtk_button_get_label (GTK_BUTTON (button)), "_Papers…"))
      {
        g_signal_emit_by_name (button, "clicked");
        break;
      }
  preview = fixture_find_window ("preview");
  g_assert_nonnull (preview);
  edit = find_child (preview, BV_TYPE_PREVIEW_WINDOW, "edit_button");
  g_assert_false (gtk_widget_get_visible (edit));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (preview)), "As sealed, number 1"));
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
test_mail (BvWindow *window)
{
  BvMailDialog *dialog;
  GtkCheckButton *sealed;

  begin (window);
  seal (window, "Đề nghị 2.xlsx");
  dialog = BV_MAIL_DIALOG (bv_mail_dialog_new (GTK_WINDOW (window), bv_window_get_session (window)));
  sealed = GTK_CHECK_BUTTON (find_child (dialog, BV_TYPE_MAIL_DIALOG, "sealed_button"));
  g_assert_nonnull (strstr (gtk_check_button_get_label (sealed), "sealing 2,"));
  bv_mail_dialog_choose_sealing (dialog, 1);
  g_assert_nonnull (strstr (gtk_check_button_get_label (sealed), "sealing 1,"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add_empty ("/sealed/the-newest-is-chosen-first", test_list);
  fixture_add_empty ("/sealed/where-nothing-was-sealed-nothing-is-offered", test_nothing);
  fixture_add_empty ("/sealed/what-has-not-changed-is-written-again-not-sealed-again", test_same);
  fixture_add_empty ("/sealed/a-reason-is-kept-until-it-is-sealed", test_reason);
  fixture_add_empty ("/sealed/title-and-button-say-what-is-done", test_words);
  fixture_add_empty ("/sealed/papers-of-it-are-not-edited", test_papers);
  fixture_add_empty ("/sealed/a-mail-has-the-one-that-is-chosen", test_mail);
  return g_test_run ();
}
