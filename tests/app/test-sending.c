/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/mail/letter-choice.h"
#include "app/mail/letters-dialog.h"
#include "app/proposal/dossier-dialog.h"
#include "app/proposal/seal-dialog.h"
#include "core/unit.h"
#include "exchange/dossier/dossier-check.h"
#include "store/edit.h"
#include "store/letters.h"

#define PASSPHRASE "bang vang nam 2021"

static BvLettersDialog *
open_letters (BvWindow *window)
{
  g_autoptr (BvWork) work = bv_letters_dialog_start (GTK_WINDOW (window), bv_window_get_session (window));

  fixture_wait_for_work (work);
  fixture_settle (window);
  return fixture_find_window ("letters");
}

static GFile *
get_folder (BvWindow *window)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", NULL);

  return g_file_new_for_path (path);
}

static guint
count_drafts (GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;
  guint n_drafts = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_drafts += g_str_has_suffix (name, ".eml");
  return n_drafts;
}

static void
test_letters (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvLettersDialog *dialog = open_letters (window);
  GListModel *choices = bv_letters_dialog_get_choices (dialog);
  guint n_units = g_list_model_get_n_items (choices);
  g_autoptr (BvLetterChoice) first = g_list_model_get_item (choices, 0);
  g_autoptr (GFile) folder = get_folder (window);
  g_autoptr (BvWork) work = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_assert_cmpuint (n_units, >, 2);
  bv_letter_choice_set_chosen (first, FALSE);
  bv_letters_dialog_set_until (dialog, "05/01/2999");
  work = bv_letters_dialog_write (dialog, folder);
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_false (bv_work_has_failed (work));
  g_assert_cmpuint (count_drafts (bv_work_get_file (work)), ==, n_units - 1);
  records = bv_letters_list (bv_session_get_library (session), bv_session_get_campaign (session), NULL);
  g_assert_cmpuint (records->len, ==, n_units - 1);
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpstr (((BvLetterRecord *) g_ptr_array_index (records, i))->unit, !=,
                     bv_letter_choice_get_unit (first));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static BvFieldEntry *
find_entry (GtkWidget *widget)
{
  BvFieldEntry *found = NULL;

  if (BV_IS_FIELD_ENTRY (widget))
    return BV_FIELD_ENTRY (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static char *
read_address (BvSession *session, const char *code)
{
  gint64 campaign = bv_session_get_campaign (session);
  gint64 id
    = bv_edit_find (bv_session_get_library (session), campaign, &bv_unit_entity, campaign, code, NULL);
  g_autoptr (BvRecord) unit = bv_edit_read (bv_session_get_library (session), &bv_unit_entity, id, NULL);

  g_assert_nonnull (unit);
  return g_strdup (((BvUnit *) unit)->email);
}

static void
test_address (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvLettersDialog *dialog = open_letters (window);
  g_autoptr (BvLetterChoice) first = g_list_model_get_item (bv_letters_dialog_get_choices (dialog), 0);
  g_autofree char *kept = NULL;
  g_autofree char *undone = NULL;

  g_assert_false (bv_letter_choice_has_address (first));
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle (window);
  fixture_type (find_entry (GTK_WIDGET (dialog)), "van-thu@angiang.gov.vn");
  fixture_settle (window);
  g_assert_true (bv_letter_choice_has_address (first));
  kept = read_address (session, bv_letter_choice_get_unit (first));
  g_assert_cmpstr (kept, ==, "van-thu@angiang.gov.vn");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_undo (window);
  undone = read_address (session, bv_letter_choice_get_unit (first));
  g_assert_cmpstr (undone, ==, "");
}

static void
test_wrong_day (BvWindow *window)
{
  BvLettersDialog *dialog = open_letters (window);
  g_autoptr (GFile) folder = get_folder (window);

  bv_letters_dialog_set_until (dialog, "31/02/2999");
  g_assert_null (bv_letters_dialog_write (dialog, folder));
  bv_letters_dialog_set_until (dialog, "01/6/2022");
  g_assert_null (bv_letters_dialog_write (dialog, folder));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static BvDossierDialog *
open_dossier (BvWindow *window)
{
  GtkWidget *dialog = fixture_new_draft_dossier (GTK_WINDOW (window), bv_window_get_session (window));

  gtk_window_present (GTK_WINDOW (dialog));
  return BV_DOSSIER_DIALOG (dialog);
}

static void
test_dossier (BvWindow *window)
{
  BvDossierDialog *dialog = open_dossier (window);
  g_autoptr (GFile) folder = get_folder (window);
  g_autoptr (GFile) file = g_file_get_child (folder, "Hồ sơ.zip");
  g_autoptr (BvWork) work = NULL;
  g_autoptr (BvDossierCheck) check = NULL;
  g_autoptr (GError) error = NULL;

  bv_dossier_dialog_set_passphrase (dialog, PASSPHRASE, PASSPHRASE);
  work = bv_dossier_dialog_write (dialog, file);
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_false (bv_work_has_failed (work));
  check = bv_dossier_check (g_file_peek_path (file), PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (check->encrypted);
  g_assert_cmpuint (check->findings->len, ==, 0);
  g_assert_null (bv_dossier_check (g_file_peek_path (file), NULL, NULL, &error));
  g_assert_error (error, BV_DOSSIER_ERROR, BV_DOSSIER_ERROR_PASSPHRASE);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_wrong_passphrases (BvWindow *window)
{
  static const struct
  {
    const char *first;
    const char *second;
  } cases[] = { { "", "" }, { "ngắn", "ngắn" }, { PASSPHRASE, "" }, { PASSPHRASE, PASSPHRASE "!" } };
  BvDossierDialog *dialog = open_dossier (window);
  g_autoptr (GFile) folder = get_folder (window);
  g_autoptr (GFile) file = g_file_get_child (folder, "Hồ sơ.zip");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      bv_dossier_dialog_set_passphrase (dialog, cases[i].first, cases[i].second);
      g_assert_null (bv_dossier_dialog_write (dialog, file));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_obstacles (BvWindow *window)
{
  bv_dossier_dialog_start (GTK_WINDOW (window), bv_window_get_session (window));
  bv_seal_dialog_write_draft (fixture_wait_for_window ("seal"));
  g_assert_nonnull (fixture_find_window ("dossier"));
  gtk_window_destroy (fixture_find_window ("dossier"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/sending/letters-go-to-the-units-that-are-ticked", test_letters);
  fixture_add ("/sending/an-address-typed-among-the-letters-is-kept-with-the-unit", test_address);
  fixture_add ("/sending/a-day-that-is-none-is-said-before-letters-are-written", test_wrong_day);
  fixture_add ("/sending/a-dossier-opens-with-its-passphrase-only", test_dossier);
  fixture_add ("/sending/a-passphrase-is-typed-twice-and-long-enough", test_wrong_passphrases);
  fixture_add ("/sending/what-stands-in-the-way-is-said-before-the-dossier", test_obstacles);
  return g_test_run ();
}
