/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/campaign/campaign-dialog.h"
#include "app/fault/fault-dialog.h"
#include "app/mail/letters-dialog.h"
#include "app/mail/mail-dialog.h"
#include "app/nominees/nominee-dialog.h"
#include "app/papers/preview-window.h"
#include "app/proposal/dossier-dialog.h"
#include "app/proposal/submission-dialog.h"
#include "exchange/language.h"

/* What the shadow around a window takes of its size, above and below. */
#define NARROW_SCREEN 1024
#define DECORATION 30

static GtkWidget *
new_letters_dialog (GtkWindow *parent, BvSession *session)
{
  g_autoptr (BvWork) work = bv_letters_dialog_start (parent, session);

  fixture_wait_for_work (work);
  fixture_settle (BV_WINDOW (parent));
  return fixture_find_window ("letters");
}

static GtkWidget *
new_nominee_dialog (GtkWindow *parent, BvSession *session)
{
  return bv_nominee_dialog_new (parent, session, 0);
}

static GtkWidget *
new_fault_dialog (GtkWindow *parent, BvSession *session)
{
  return bv_fault_dialog_new (parent, session, NULL);
}

/* GTK 4.18 warns of a window that is lower than its content is at its narrowest, however wide the window is.
 */
static void
assert_high_enough (GtkWidget *dialog)
{
  int width, height, shown_width, shown_height;

  gtk_window_get_default_size (GTK_WINDOW (dialog), &shown_width, &shown_height);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (dialog, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  g_test_message ("%s: %d × %d, at its narrowest %d × %d", G_OBJECT_TYPE_NAME (dialog), shown_width,
                  shown_height, width, height);
  /* 0: as high as the content wants to be. */
  if (shown_height > 0)
    g_assert_cmpint (height, <=, shown_height - DECORATION);
}

static void
test_heights (BvWindow *window)
{
  static GtkWidget *(*const dialogs[]) (GtkWindow * parent, BvSession * session)
    = { new_letters_dialog,       bv_mail_dialog_new,     new_nominee_dialog,        bv_preview_window_new,
        bv_submission_dialog_new, bv_campaign_dialog_new, fixture_new_draft_dossier, new_fault_dialog };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *dialog = dialogs[i](GTK_WINDOW (window), bv_window_get_session (window));

      gtk_window_present (GTK_WINDOW (dialog));
      fixture_settle (window);
      assert_high_enough (dialog);
      gtk_window_destroy (GTK_WINDOW (dialog));
      fixture_run_pending ();
    }
}

/* What is cut at its side nobody looks for by a scroll bar below. */
static void
test_shortcuts (BvWindow *window)
{
  GtkWidget *list;
  int width;

  g_action_group_activate_action (G_ACTION_GROUP (window), "show-help-overlay", NULL);
  list = fixture_find_window ("shortcuts");
  fixture_settle (window);
  gtk_widget_measure (list, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("at its narrowest %d", width);
  g_assert_cmpint (width, <=, NARROW_SCREEN);
  gtk_window_destroy (GTK_WINDOW (list));
}

int
main (int argc, char **argv)
{
  /* As people see them: the texts are longer than the English ones. */
  g_setenv ("BANGVANG_LANGUAGE", "", TRUE);
  fixture_init (&argc, &argv);
  bv_language_init (NULL);
  fixture_add ("/dialogs/none-is-lower-than-its-content-at-its-narrowest", test_heights);
  fixture_add ("/dialogs/the-list-of-keys-is-shown-as-wide-as-it-is", test_shortcuts);
  return g_test_run ();
}
